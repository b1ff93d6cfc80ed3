"""The rest of a car's name: `BMW 325i`, `Audi R8 LMS ultra`, `Mini Cooper S JCW`.

No list holds every version of a model. What stands directly behind a make or model and can be
nothing but such a designation belongs to it, so that the people behind it are those of the car.
"""

from __future__ import annotations

import re

from .text import Claim, Text

_LABELS = frozenset({"CAR", "MANUFACTURER"})
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
        name = text.phrase(claim.start, end)
        text.claim(
            Claim(claim.start, end, label, entity, name if entity is None else claim.name,
                  claim.source, claim.line, readings=claim.readings, parts=parts)
        )  # fmt: skip


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
