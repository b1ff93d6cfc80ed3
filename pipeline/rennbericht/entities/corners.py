"""Corners that have only a number: `Kurve 3`, `Kurve drei`, `Turn 4`, `T3`."""

from __future__ import annotations

import re

from ..german.numerals import cardinal
from .choice import Setting
from .text import Claim, Text

_SHORT = re.compile(r"t(\d{1,2})")
_NUMBER = re.compile(r"(\d{1,2})")


def claim_numbered_corners(text: Text, setting: Setting) -> None:
    """Claim numbered corners; the only track of the text goes into their ids."""
    track = next(iter(setting.tracks)).partition(":")[2] + "-" if len(setting.tracks) == 1 else ""
    for i in text.live:
        if text.owner[i] >= 0:
            continue
        word = text.words[i]
        short = _SHORT.fullmatch(word.key)
        if short:
            _enter(text, i, i + 1, int(short[1]), track)
        elif word.key in ("kurve", "turn", "corner") and i + 1 < text.size:
            number = _number(text.words[i + 1].form)
            if number:
                _enter(text, i, i + 2, number, track)


def _number(form: str) -> int:
    digits = _NUMBER.fullmatch(form.rstrip("."))
    if digits:
        return int(digits[1])
    return int(cardinal(form) or 0)


def _enter(text: Text, start: int, end: int, number: int, track: str) -> None:
    name = f"Kurve {number}"
    text.claim(Claim(start, end, "CORNER", f"corner:{track}kurve-{number}", name, "rule"))
