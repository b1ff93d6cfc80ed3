"""Corners without a name of their own: `Kurve 3`, `Turn 4`, `T3`, `erste Kurve`, `Schikane`."""

from __future__ import annotations

import re

from ..contract.slug import slug
from ..german.numerals import cardinal
from ..german.ordinals import ordinal
from .choice import Setting
from .text import Claim, Text

_SHORT = re.compile(r"t(\d{1,2})")
_NUMBER = re.compile(r"(\d{1,2})")
_CORNER = ("kurve", "turn", "corner")


def claim_unnamed_corners(text: Text, setting: Setting) -> None:
    """Claim numbered corners and common nouns for one.

    The only track of the text goes into their ids.
    """
    track = next(iter(setting.tracks)).partition(":")[2] + "-" if len(setting.tracks) == 1 else ""
    for i in text.live:
        if text.owner[i] >= 0:
            continue
        word = text.words[i]
        short = _SHORT.fullmatch(word.key)
        if short:
            _enter(text, i, i + 1, f"Kurve {int(short[1])}", track)
        elif word.key in _CORNER:
            _numbered(text, i, track)
        elif word.cue == "corner":
            noun = text.vocabulary.lexicon.lemma(word.form, "NN") or word.form
            _enter(text, i, i + 1, noun, track).parts["head"] = noun


def _numbered(text: Text, i: int, track: str) -> None:
    number = _number(text.words[i + 1].form) if i + 1 < text.size else 0
    if number:
        _enter(text, i, i + 2, f"Kurve {number}", track)
        return
    before = ordinal(text.lower(i - 1)) if i and text.owner[i - 1] < 0 else None
    if before is None:
        return
    if not before.from_end:
        _enter(text, i - 1, i + 1, f"Kurve {before.number}", track)
    elif before.number == 1:
        _enter(text, i - 1, i + 1, "letzte Kurve", track)


def _number(form: str) -> int:
    digits = _NUMBER.fullmatch(form.rstrip("."))
    if digits:
        return int(digits[1])
    return int(cardinal(form) or 0)


def _enter(text: Text, start: int, end: int, name: str, track: str) -> Claim:
    return text.claim(Claim(start, end, "CORNER", f"corner:{track}{slug(name)}", name, "rule"))
