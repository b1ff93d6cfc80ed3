"""One person written in two ways: `Sebastian Buemi`, `Ratzgatlioglu`, `Dario Nuzzis KTM`.

A listed surname with a first name that is nearly a bearer's is that bearer's; of two spellings in
one text that differ in a letter left out, put in or swapped, the commoner one is meant.
"""

from __future__ import annotations

from collections import Counter

from .folding import keys
from .gazetteer import Gazetteer
from .nameparts import surname_words
from .text import Claim, Text

#: letters that a short form of a first name has at least (`Alex`: Alexander)
_SHORT = 3
#: letters from which on a slip of the pen is one, not another name
_LONG = 5


def settle_variants(text: Text) -> None:
    """Give the drivers that no list knows the name by which text or gazetteer know them."""
    gazetteer = text.vocabulary.gazetteer
    people = [c for c in text.standing() if c.label == "DRIVER" and c.name and not c.parts]
    full = [claim for claim in people if claim.full_person and claim.end - claim.start > 1]
    for claim in full:
        if not _listed(gazetteer, claim):
            one = _bearer(gazetteer, claim)
            if one is not None:
                claim.id, claim.name = one, gazetteer.names[one]
    told = Counter(claim.id for claim in full)
    written = {claim.id: claim.name or "" for claim in full}
    # those whom the text names by a listed surname alone: `Masuoka`, misspelt `Mauoka`
    named = Counter(claim.id for claim in people if claim.surname_only and claim.id)
    for claim in people:
        if (
            claim.surname_only
            and claim.id
            and claim.id not in written
            and len(keys(claim.name or "")) > 1
        ):
            written[claim.id] = claim.name or ""
    told += named
    for claim in people:
        if claim.id not in written and _is_nickname(claim):
            namesakes = [
                (entity, name)
                for entity, name in written.items()
                if surname_words(name) == surname_words(claim.name or "")
            ]
            if len(namesakes) == 1:
                # `Schumi` where the text is of Mick Schumacher
                claim.id, claim.name = namesakes[0]
    lasts = [(keys(name)[-1:], entity, name) for entity, name in written.items()]
    for claim in people:
        if _listed(gazetteer, claim) or (claim.surname_only and claim.id):
            continue
        initial = "".join(keys(claim.name or "")[-1:])[:1]
        others = [
            (entity, name)
            for last, entity, name in lasts
            if last
            and last[0][:1] == initial
            and entity != claim.id
            and _meant(claim, name)
            and _rather(claim, name, told, entity)
        ]
        if len(others) == 1 and not claim.candidates:
            claim.id, claim.name = others[0]


def _is_nickname(claim: Claim) -> bool:
    """Whether a listed driver is written by a word that is no part of the name."""
    single = claim.line is not None and claim.end - claim.start == 1 and not claim.surname_only
    return single and claim.name is not None


def _listed(gazetteer: Gazetteer, claim: Claim) -> bool:
    return claim.line is not None or (claim.id is not None and claim.id in gazetteer.names)


def _bearer(gazetteer: Gazetteer, claim: Claim) -> str | None:
    """The one listed driver of a surname whose first name is written a little otherwise."""
    name = claim.name or ""
    surname = " ".join(keys(" ".join(surname_words(name)))) + " "
    first = keys(name)[0]
    found = [
        entity
        for entity in gazetteer.bearers(surname)
        if entity.startswith("driver:") and _alike(first, keys(gazetteer.names[entity])[0])
    ]
    return found[0] if len(found) == 1 else None


def _alike(one: str, other: str) -> bool:
    """Whether two first names are one: a short form, or a vowel or letter apart."""
    short, long = sorted((one, other), key=len)
    if len(short) >= _SHORT and long.startswith(short) and "-" not in long:
        return True
    if len(short) < _LONG or short[0] != long[0]:
        return False
    swapped = len(short) == len(long) and sum(a != b for a, b in zip(one, other, strict=True)) == 1
    return swapped or is_slip(one, other)


def _meant(claim: Claim, name: str) -> bool:
    """Whether a name may be that of a claim, but for a slip in the surname."""
    mine, theirs = keys(claim.name or ""), keys(name)
    if not claim.surname_only and (len(mine) < 2 or mine[0] != theirs[0]):
        return False
    return len(theirs) > 1 and is_slip(mine[-1], theirs[-1])


def _rather(claim: Claim, name: str, told: Counter[str | None], entity: str | None) -> bool:
    """Whether the other spelling is the right one: the commoner, or the one without genitive s."""
    if claim.surname_only or told[entity] > told[claim.id]:
        return True
    return (claim.name or "") == f"{name}s" and told[entity] == told[claim.id]


def is_slip(one: str, other: str) -> bool:
    """Whether two spellings differ by one letter left out or two swapped, the first one kept.

    `Vetel` and `Vettel`, `Bruckman` and `Bruckmann`; but `Müller` and `Möller` are two people.
    """
    short, long = sorted((one, other), key=len)
    if len(short) < _LONG or short[0] != long[0] or len(long) - len(short) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    return (
        at + 1 < len(long)
        and short[at + 2 :] == long[at + 2 :]
        and short[at : at + 2] == long[at : at + 2][::-1]
    )
