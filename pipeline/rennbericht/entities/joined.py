"""Names of several words in one compound, and teams with the car they run.

`Red Bull-Pilot`, `Aston Martin-Fahrer`, `Black Falcon-Mercedes`: only the last word of the name is
joined to the rest. `Walkenhorst BMW`, `Haupt Racing Team Mercedes`: one car, whose team stands
before its make.
"""

from __future__ import annotations

from itertools import pairwise

from .compounds import VEHICLES, Compounds, head_of
from .folding import key
from .gazetteer import Name
from .text import Claim, Text

#: a name before a hyphen has at most so many words before its last
_MOST_BEFORE = 3


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
    """Make one car of a team and the make or model directly behind it."""
    for first, second in pairwise(text.standing()):
        plain = not first.parts and not second.parts
        if first.label != "TEAM" or second.label not in ("MANUFACTURER", "CAR") or not plain:
            continue
        if first.end != second.start or first.id is None or first.id == second.id:
            continue
        parts = {"TEAM": first.id, **({second.label: second.id} if second.id else {})}
        name = text.phrase(first.start, second.end)
        text.claim(
            Claim(first.start, second.end, "CAR", None, name, second.source, second.line,
                  parts=parts)
        )  # fmt: skip
