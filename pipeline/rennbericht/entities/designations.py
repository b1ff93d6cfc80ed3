"""The rest of a car's name: `BMW 325i`, `Audi R8 LMS ultra`, `Mini Cooper S JCW`.

No list holds every version of a model. What stands directly behind a make or model and can be
nothing but such a designation belongs to it, so that the people behind it are those of the car.
"""

from __future__ import annotations

import re

from .text import Claim, Text

_LABELS = frozenset({"CAR", "MANUFACTURER"})
#: what stands before a vehicle that is one of its kind: `der (rote) BMW`, `im BMW`
_BEFORE = frozenset({"ART", "APPRART", "PPOSAT", "ADJA"})
#: a model may bear the name of the cup it was built for
_NAMES_OF_CUPS = frozenset({"SERIES", "CLASS", "TEAM"})
#: letters and figures in one: 325i, R8, GT3, SC63
_MIXED = re.compile(r"(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9.-]{2,8}$")
#: figures alone: Porsche 997, Peugeot 908
_TYPE = re.compile(r"[1-9]\d\d$")
#: an abbreviation of a version: LMS, RS, JCW, or one letter
_CAPITALS = re.compile(r"[A-Z]{1,4}$")


def claim_designations(text: Text) -> None:
    """Take the words behind a make or model that only say which one it is into its claim."""
    for claim in text.standing():
        if claim.label not in _LABELS or "head" in claim.parts:
            continue
        end = claim.end
        while end < text.size and text.free(end, end + 1) and _designates(text, end):
            end += 1
        # `BMW X gewann`: a letter alone is none
        if end == claim.end or (end == claim.end + 1 and len(text.words[claim.end].form) < 2):
            continue
        if claim.parts:
            parts, label, entity = claim.parts, "CAR", None
        elif claim.label == "CAR":
            parts, label, entity = claim.parts, "CAR", claim.id
        else:
            parts, label, entity = {"MANUFACTURER": claim.id or ""}, "CAR", None
        _extend(text, claim, end, label, entity, parts)


def claim_versions(text: Text) -> None:
    """Take what stands between a car and whose it is told to be into its claim.

    `der BMW M240i Racing Cup von Hill und Berg`; a cup named after its car (`der Renault Clio Cup
    von Hill`) is the car then.
    """
    for claim in text.standing():
        if claim.start == 0 or text.tags[claim.start - 1] not in _BEFORE:
            continue
        make = text.vocabulary.gazetteer.phrase(text.words[claim.start].key + " ")
        make = [name for name in make if name.label == "MANUFACTURER"]
        if claim.label in _LABELS and "head" not in claim.parts:
            end = _owned_at(text, claim.end)
            if end > claim.end:
                known = claim.label == "CAR"
                parts = claim.parts if known else {"MANUFACTURER": claim.id or ""}
                _extend(text, claim, end, "CAR", claim.id if known else None, parts)
        elif claim.label == "SERIES" and make and _owned_at(text, claim.end) == claim.end:
            _extend(text, claim, claim.end, "CAR", None, {"MANUFACTURER": make[0].id})


def _extend(
    text: Text, claim: Claim, end: int, label: str, entity: str | None, parts: dict[str, str]
) -> None:
    name = claim.name if entity is not None else text.phrase(claim.start, end)
    readings = claim.readings if claim.label in _LABELS else []
    text.claim(
        Claim(claim.start, end, label, entity, name, claim.source, claim.line,
              readings=readings, parts=parts)
    )  # fmt: skip


def _owned_at(text: Text, index: int) -> int:
    """Where `von` with a driver stands, some capitalised words on; else where one began."""
    end = index
    while end < text.size and end - index < 4 and text.lower(end) != "von":
        form, claim = text.words[end].form, text.at(end)
        capital = form[:1].isupper() or form[:1].isdigit()
        if not capital or not (claim is None or claim.label in _NAMES_OF_CUPS):
            return -1
        end += 1
    owner = text.at(end + 1)
    owned = text.lower(end) == "von" and owner is not None and owner.label in ("DRIVER", "PERSON")
    return end if owned else -1


def _designates(text: Text, index: int) -> bool:
    if text.sentence_start(index):
        return False
    word = text.words[index]
    if text.vocabulary.cues.whole.get(word.key) == "model":
        return True
    if _TYPE.match(word.form):
        # `Porsche 997`, but not `Audi 300 Punkte`
        return not (index + 1 < text.size and text.tags[index + 1] == "NN")
    return bool(_MIXED.match(word.form) or _CAPITALS.match(word.form)) and not word.listed
