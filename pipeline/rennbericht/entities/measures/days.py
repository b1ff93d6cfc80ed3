"""Dates: cut out here, read by `german.dates`."""

from __future__ import annotations

import re

from ...german.dates import MONTHS, iso_date, weekday
from ..model import Mention
from .stream import Stream

Found = tuple[list[Mention], int]
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})?\.?\Z")
_YEAR = re.compile(r"(?:19[2-9]|20[0-9])\d\.?\Z")
#: what stands behind a year in the middle of a clause, and behind no number of something
_AFTER_YEAR = frozenset({"ART", "PPOSAT", "PPER", "PRF", "PDAT", "ADV", "PROAV"})
_DAY = re.compile(r"\d{1,2}\.\Z")


def is_month(word: str) -> bool:
    """`Oktober`, `Jänner`, with a capital."""
    return word[:1].isupper() and word.lower() in MONTHS


def is_weekday(word: str) -> bool:
    """`Sonntag`, `Sonntagabend`, with a capital."""
    return word[:1].isupper() and word != "So" and weekday(word) is not None


def is_dotted(word: str) -> bool:
    """`17.10.2011`."""
    return _DOTTED.match(word) is not None


def is_year(word: str) -> bool:
    """A year of motor racing."""
    return _YEAR.match(word) is not None


def _found(stream: Stream, start: int, end: int) -> Found | None:
    said = " ".join(stream.words[start:end])
    iso = iso_date(said, stream.published)
    if iso is None:
        return None
    return [stream.mention(start, end, "DATE", {"date": iso})], end


def day_of_month(stream: Stream, position: int) -> Found | None:
    """`17. Oktober 2010`, `17. Oktober`."""
    if not _DAY.match(stream.word(position)) or not is_month(stream.word(position + 1)):
        return None
    end = position + 2
    return _found(stream, position, end + 1 if is_year(stream.word(end)) else end)


def month(stream: Stream, position: int) -> Found | None:
    """`im Oktober`, `Oktober 2010`, `Mitte März`."""
    if is_year(stream.word(position + 1)):
        return _found(stream, position, position + 2)
    if stream.is_cue(position - 1, "month-part") or stream.is_cue(position - 1, "step"):
        return _found(stream, position, position + 1)
    return None


def day(stream: Stream, position: int) -> Found | None:
    """`Sonntag`, `vergangenen Sonntag`, `Sonntagabend`, `Vorjahr`, `gestern`, `17.10.2011`."""
    start = position
    if stream.is_cue(start - 1, "step") and start - 1 >= stream.taken:
        start -= 1
    return _found(stream, start, position + 1)


def year_word(stream: Stream, position: int) -> Found | None:
    """`vergangenes Jahr`, `der letzten Saison`; `Jahr 2009` is left to the year."""
    if not stream.is_cue(position - 1, "step") or position - 1 < stream.taken:
        return None
    return _found(stream, position - 1, position + 1)


def year(stream: Stream, position: int) -> Found | None:
    """`im Jahr 2009`, `seit 2009`, `2009 gewann er`, `wo er 2009 auf der Pole stand`: a year.

    But `mit 1950 sehr lauten Fans`, behind a preposition that no year has.
    """
    if stream.is_capital(position + 1) and stream.tag(position + 1) not in ("VVFIN", "VAFIN"):
        return None
    if (
        stream.is_cue(position - 1, "before-year")
        or stream.opens_sentence(position)
        or (stream.tag(position + 1) in _AFTER_YEAR and stream.tag(position - 1) != "APPR")
    ):
        return _found(stream, position, position + 1)
    return None
