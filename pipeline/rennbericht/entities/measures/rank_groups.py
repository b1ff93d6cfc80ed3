"""Groups at the front: `Top Ten`, `Top-5`, `TOP10`."""

from __future__ import annotations

import re
from functools import lru_cache

from ...bounds import KEPT_WORDS
from ...german.numerals import ONE, cardinal
from ..model import Mention
from .stream import Stream

_TOP = re.compile(r"(?:Top|TOP|top)[- ]?(\w+?)(?:-\w+)*\.?\Z")


def top(stream: Stream, position: int) -> tuple[list[Mention], int] | None:
    """`Top Ten`, `Top 5` in two words, from its first."""
    end = position + 1
    if stream.word(end) == "-":
        end += 1
    word = stream.word(end)
    number = 10 if word.lower() == "ten" else cardinal(word.rstrip(".").partition("-")[0])
    if not isinstance(number, int) or word.lower() in ONE or not 2 <= number <= 50:
        return None
    value = {"position_within": number, "form": "group"}
    return [stream.mention(position, end + 1, "POSITION", value)], end + 1


@lru_cache(maxsize=KEPT_WORDS)
def top_number(word: str) -> int | None:
    """`Top-5`, `TOP10`, `Top-Ten-Ergebnis` give 5, 10, 10."""
    found = _TOP.match(word)
    if not found:
        return None
    number = 10 if found[1].lower() == "ten" else cardinal(found[1])
    return number if isinstance(number, int) and 2 <= number <= 50 else None
