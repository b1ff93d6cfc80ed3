"""Names of several words in one compound, and teams with the car they run.

`Red Bull-Pilot`, `Aston Martin-Fahrer`, `Black Falcon-Mercedes`: only the last word of the name is
joined to the rest. `Walkenhorst BMW`, `Haupt Racing Team Mercedes`: one car, whose team stands
before its make.
"""

from __future__ import annotations

from dataclasses import replace

from .compounds import VEHICLES, Compounds, head_of
from .folding import key
from .gazetteer import Name
from .text import Claim, Text

#: a name before a hyphen has at most so many words before its last
_MOST_BEFORE = 3
#: labels of words that may be part of a model's name (`GT3`, `TCR`)
_CLASSES = ("CLASS", "SERIES")


def claim_open_compounds(text: Text, compounds: Compounds) -> None:
    """Claim names of several words whose last word is joined to a noun or another name."""
    for i in text.live:
        form = text.words[i].form
        first, hyphen, rest = form.partition("-")
        if not hyphen or not rest or not first[:1].isalnum():
            continue
        for start in range(max(0, i - _MOST_BEFORE), i):
            names = _name(text, start, i, first)
            claim = _claim(text, start, i, names, rest, compounds) if names else None
            if claim is not None:
                text.claim(claim)
                break


def _name(text: Text, start: int, i: int, first: str) -> list[Name]:
    words = text.words[start:i]
    if not all(word.upper for word in words):
        return []
    folded = " ".join([*(word.key for word in words), key(first)]) + " "
    return [n for n in text.vocabulary.gazetteer.phrase(folded) if n.label in VEHICLES]


def _claim(
    text: Text, start: int, i: int, names: list[Name], rest: str, compounds: Compounds
) -> Claim | None:
    gazetteer = text.vocabulary.gazetteer
    name = min(names, key=lambda n: ("TEAM", "MANUFACTURER", "CAR").index(n.label))
    parts = compounds.parts(rest)
    vehicles = [n for n in parts[-1].names if n.label in VEHICLES] if parts else []
    if vehicles:
        last = vehicles[0]
        chosen = {last.label: last.id}
        chosen["TEAM" if name.label in chosen else name.label] = name.id
        written = text.phrase(start, i + 1)
        return Claim(start, i + 1, "CAR", None, written, "gazetteer", last.id, parts=chosen)
    head = head_of(text, rest.rsplit("-", 1)[-1])
    if not head:
        return None
    return Claim(
        start, i + 1, name.label, name.id, gazetteer.names[name.id], "gazetteer", name.id,
        parts={name.label: name.id, "head": head},
    )  # fmt: skip


def join_cars(text: Text) -> None:
    """Make one car of a team, the make and the model directly behind each other.

    `Walkenhorst BMW`, `Phoenix-Audi R8 LMS`, `Heico-Motorsport Mercedes Benz SLS GT3`.
    """
    car: Claim | None = None
    for claim in text.standing():
        joined = None
        if car is not None and car.end == claim.start and not text.sentence_start(claim.start):
            joined = _one_car(text, car, claim)
        car = text.claim(joined) if joined is not None else claim


def _one_car(text: Text, first: Claim, second: Claim) -> Claim | None:
    """The car that two neighbouring names make up, None where they do not."""
    if "head" in first.parts or "head" in second.parts:
        return None
    # the last word of a sentence may keep its full stop
    name = text.phrase(first.start, second.end).rstrip(".")
    if second.label in _CLASSES:
        cue = text.vocabulary.cues.whole.get(text.words[second.start].key)
        model = cue == "model-class"
        if first.label not in ("CAR", "MANUFACTURER") or not (model or second.label == "CLASS"):
            return None
        # `der Porsche 997 GT3`: what it is called; `der Ligier LMP3`: where it starts as well
        starts_in = {} if model else {"CLASS": second.name}
        if first.label == "CAR":
            parts = {**first.parts, **{k: v for k, v in starts_in.items() if v}}
            called = first.name if first.id else name
            return replace(first, end=second.end, name=called, parts=parts)
        return _car(first.start, second.end, name, first, {first.label: first.id, **starts_in})
    if second.label not in ("MANUFACTURER", "CAR"):
        return None
    own = {**second.parts} if second.parts else {second.label: second.id}
    if first.label == "DRIVER" and first.surname_only and text.behind_article(first.start):
        # `der Engstler Audi`: whose car it is
        return _car(first.start, second.end, name, second, {**own})
    if first.label == "TEAM":
        if first.parts or first.id is None or first.id == second.id:
            return None
        return _car(first.start, second.end, name, second, {"TEAM": first.id, **own})
    make = first.parts.get("MANUFACTURER") if first.label == "CAR" else first.id
    made_by = text.vocabulary.gazetteer.facts.get(second.id or "", {}).get("manufacturer")
    if second.label != "CAR" or make is None or (made_by is not None and made_by != make):
        return None
    if first.label not in ("CAR", "MANUFACTURER"):
        return None
    return _car(first.start, second.end, name, second, {"MANUFACTURER": make, **first.parts, **own})


def _car(start: int, end: int, name: str, of: Claim, parts: dict[str, str | None]) -> Claim:
    known = {label: entity for label, entity in parts.items() if entity}
    return Claim(start, end, "CAR", None, name, of.source, of.line, parts=known)
