"""Compounds cut at their hyphens: `Risi-Ferrari`, `Werks-Corvette`, `BMW-Pilot`, `GT-Spitze`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rennbericht.bounds import KEPT_WORDS

from .folding import key, without_genitive
from .gazetteer import Name
from .text import Claim, Text
from .vocabulary import Vocabulary

VEHICLES = frozenset({"CAR", "MANUFACTURER", "TEAM"})
#: how the key of a start number begins
NUMBER = "number:"
_NUMBERED = re.compile(r"(\d{1,3})(er)?$")
#: which part gives a compound with a common noun its label
_ORDER = ("TEAM", "MANUFACTURER", "CAR", "DRIVER", "CLASS", "SERIES", "CORNER", "TRACK")


@dataclass(slots=True)
class Part:
    """One part of a compound: the names it may be, or a plain word."""

    form: str
    names: list[Name]
    surname: bool = False


class Compounds:
    """Analyses hyphenated words, each form once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._cache: dict[str, list[Part]] = {}

    def parts(self, form: str) -> list[Part]:
        """The parts of a form; empty where none of them is a known name."""
        found = self._cache.get(form)
        if found is None:
            if len(self._cache) > KEPT_WORDS:
                self._cache.clear()
            found = self._cache[form] = self._cut(form)
        return found

    def series(self, text: Text) -> list[str]:
        """Ids of the series named in compounds (`DTM-Rennen`), as often as they are."""
        return [
            name.id
            for i in text.live
            if "-" in text.words[i].form
            for part in self.parts(text.words[i].form)
            for name in part.names
            if name.label == "SERIES"
        ]

    def _cut(self, form: str) -> list[Part]:
        pieces = form.split("-")
        parts: list[Part] = []
        at = 0
        while at < len(pieces):
            for end in range(len(pieces), at, -1):
                whole = end - at == len(pieces)
                names = self._names(pieces[at:end], last=end == len(pieces), whole=whole)
                if names:
                    parts.append(Part("-".join(pieces[at:end]), names))
                    at = end
                    break
            else:
                folded = key(pieces[at])
                known = folded + " " in self._vocabulary.gazetteer.surnames
                parts.append(Part(pieces[at], [], known and pieces[at][:1].isupper()))
                at += 1
        return parts if any(part.names or part.surname for part in parts) else []

    def _names(self, pieces: list[str], *, last: bool, whole: bool) -> list[Name]:
        """Names made of all the pieces, written with hyphens or blanks."""
        if not (pieces[0][:1].isupper() or pieces[0][:1].isdigit()):
            return []
        joined = key("-".join(pieces))
        wanted = [joined]
        base = without_genitive(joined) if last else None
        if base:
            wanted.append(base)
        wanted.append(" ".join(key(piece) for piece in pieces))
        for folded in dict.fromkeys(wanted):
            names = self._vocabulary.gazetteer.phrase(folded + " ")
            fitting = [n for n in names if _may_be_part(n, pieces[0], whole)]
            if fitting:
                return fitting
        return []


def _may_be_part(name: Name, form: str, whole: bool) -> bool:
    """Whether a name may be one part of a longer compound (`Rom` is none of `CD-ROM`)."""
    if name.capitals:
        return form.isupper()
    return whole or name.label not in ("TRACK", "CORNER") or not form.isupper()


def claim_compounds(text: Text, compounds: Compounds, prefer: tuple[str, ...]) -> None:
    """Claim the hyphenated words that hold a known name.

    Args:
        text: the document.
        compounds: the analyser.
        prefer: labels in the order in which a name of several is to be read here.
    """
    for i in text.live:
        form = text.words[i].form
        if "-" not in form or text.owner[i] >= 0:
            continue
        parts = compounds.parts(form)
        if parts:
            claim = _compound(text, i, form, parts, prefer)
            if claim is not None:
                _number(text, claim, parts[0])
                name_car(text, claim)
                text.claim(claim)


def name_car(text: Text, claim: Claim) -> None:
    """Read a team and its make in one word as the car (`Gresini-Ducati`)."""
    head, hyphen, last = text.words[claim.start].form.rpartition("-")
    if claim.label != "TEAM" or not hyphen or claim.end - claim.start > 1:
        return
    makes = [
        name for name in text.vocabulary.gazetteer.phrase(key(last) + " ")
        if name.label == "MANUFACTURER"
    ]  # fmt: skip
    if makes and head[0].isupper():
        claim.parts = {"MANUFACTURER": makes[0].id, "TEAM": claim.id or ""}
        claim.label, claim.id, claim.name = "CAR", None, text.words[claim.start].form


def ends_in_make(text: Text, i: int) -> bool:
    """Whether a word is a make or ends in one: `Ford`, `HRT-Ford`."""
    if i < 0:
        return False
    last = text.words[i].form.rpartition("-")[2]
    names = text.vocabulary.gazetteer.phrase(key(last) + " ") if last[:1].isupper() else []
    return any(name.label == "MANUFACTURER" for name in names)


def _number(text: Text, claim: Claim, first: Part) -> None:
    """The start number that a car's name begins with: `der #50-Ferrari`, `der 99er-Audi`."""
    found = _NUMBERED.match(first.form)
    if found is None or first.names or claim.label not in VEHICLES or "head" in claim.parts:
        return
    marked = claim.start > 0 and text.words[claim.start - 1].form == "#"
    if not (marked or found[2]):
        return
    claim.start -= marked
    claim.id = None
    claim.parts = {**claim.parts, "NUMBER": NUMBER + found[1]}
    if claim.line and not claim.parts.keys() & VEHICLES:
        claim.parts["CAR"] = claim.line
    rest = (claim.name or "").removeprefix(first.form + "-")
    claim.name = f"{rest} #{found[1]}"


def _compound(
    text: Text, i: int, form: str, parts: list[Part], prefer: tuple[str, ...]
) -> Claim | None:
    gazetteer = text.vocabulary.gazetteer
    chosen: dict[str, str] = {}
    final = parts[-1]
    if len(parts) > 1 and final.names and final.names[0].label in ("TRACK", "CORNER"):
        # `S-Bahn-Tunnel` is no corner, `Heim-Nürburgring` no track of its own
        final = Part(final.form, [])
    for part in [*parts[:-1], final]:
        if part.names:
            name = _choose(part.names, prefer, final=part is final and len(parts) > 1)
            label = name.label
            if label in chosen and label == "MANUFACTURER":
                chosen["TEAM"] = chosen.pop(label)
            chosen.setdefault(label, name.id)
    if final.names:
        last = _choose(final.names, prefer, final=True)
        base = form[:-1] if _inflected(final, text) else form
        if len(parts) == 1:
            return Claim(i, i + 1, last.label, last.id, gazetteer.names[last.id], "gazetteer",
                         last.id)  # fmt: skip
        # `BMW-Williams`, `Risi-Ferrari`: make and team make a car
        car = last.label in ("CAR", "MANUFACTURER") or len(VEHICLES.intersection(chosen)) > 1
        label = "CAR" if car else last.label
        if "CLASS" in chosen:
            # `der LMP2-Oreca`: events are told the class by its name
            chosen["CLASS"] = gazetteer.names[chosen["CLASS"]]
        known = last.id if last.label != "MANUFACTURER" and _modified(parts) else None
        return Claim(i, i + 1, label, known, base, "gazetteer", last.id, parts=chosen)
    head = head_of(text, final.form)
    if not head:
        return None
    if not chosen:
        bearers = _driver_part(text, parts)
        # `von Frank Jelinski-Bach`: a double name
        double = len(parts) == 2 and i > 0 and text.words[i - 1].first and text.owner[i - 1] < 0
        if bearers is None or double or _double_name(text, form):
            return None
        driver = {"DRIVER": bearers} if bearers else {}
        return Claim(
            i, i + 1, "PERSON", bearers or None, None, "gazetteer", parts={**driver, "head": head}
        )  # fmt: skip
    label = next(label for label in (*_ORDER, *chosen) if label in chosen)
    entity = chosen[label]
    return Claim(
        i, i + 1, label, entity, gazetteer.names[entity], "gazetteer", entity,
        parts={**chosen, "head": head},
    )  # fmt: skip


def _double_name(text: Text, form: str) -> bool:
    """Whether the text has a first name before it somewhere: `Frank Jelinski-Bach`."""
    return any(word.form == form and text.words[at].first for at, word in enumerate(text.words[1:]))


def _driver_part(text: Text, parts: list[Part]) -> str | None:
    """Id of the person in `Hamilton-Crash` (empty where open), None where no person."""
    for part in parts[:-1]:
        if part.surname:
            found = text.vocabulary.gazetteer.bearers(key(part.form) + " ")
            if text.vocabulary.word(part.form).ordinary:
                return None
            return found[0] if len(found) == 1 else ""
    return None


def _modified(parts: list[Part]) -> bool:
    return not any(part.names for part in parts[:-1])


def _inflected(part: Part, text: Text) -> bool:
    """Whether the last part bears a genitive or plural -s."""
    folded = key(part.form)
    return folded + " " not in text.vocabulary.gazetteer.phrases and folded.endswith("s")


def _choose(names: list[Name], prefer: tuple[str, ...], *, final: bool) -> Name:
    order = ("MANUFACTURER", "CAR", *prefer) if final else prefer
    rank = {label: n for n, label in reversed(list(enumerate(order)))}
    return min(names, key=lambda name: rank.get(name.label, len(order)))


def head_of(text: Text, form: str) -> str:
    """The lemma of a common noun; empty where the word is none."""
    lexicon = text.vocabulary.lexicon
    lemma = lexicon.lemma(form, "NN")
    if lemma is not None and any(r.tag == "NN" for r in lexicon.readings(form)):
        return lemma
    return form if text.vocabulary.word(form).cue in ("driver", "other", "head") else ""
