"""Dates that a text names, as ISO 8601 at the precision said.

Weekdays, `Vorjahr` and the like are read here; expressions with a month go to dateparser, which
is given only what a matcher has already cut out (it takes `Mit` and `Die` for weekdays) and whose
`period` says how much of its answer was said (`im Oktober` is a month, not a day).
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

WEEKDAYS = {
    "montag": 0,
    "dienstag": 1,
    "mittwoch": 2,
    "donnerstag": 3,
    "freitag": 4,
    "samstag": 5,
    "sonnabend": 5,
    "sonntag": 6,
}
MONTHS = {
    "januar": 1, "jänner": 1, "februar": 2, "feber": 2, "märz": 3, "maerz": 3, "april": 4,
    "mai": 5, "juni": 6, "juli": 7, "august": 8, "september": 9, "oktober": 10,
    "november": 11, "dezember": 12,
}  # fmt: skip
DAY_PARTS = ("vormittag", "nachmittag", "mittag", "morgen", "abend", "nacht", "früh")
_DAYS_AWAY = {"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2}
_YEARS_AWAY = {"vorjahr": -1, "vorjahres": -1, "vorsaison": -1, "vorvorjahr": -2, "heuer": 0}
_PAST = frozenset({"vergangen", "letzt", "vorig"})
_NOW = frozenset({"dies", "heurig", "laufend"})
_COMING = frozenset({"kommend", "nächst"})
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d-])")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})?\.?\Z")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_ENDING = re.compile(r"(?:e[nmrs]?)\Z")


def weekday(word: str) -> int | None:
    """Monday is 0: `Sonntag`, `Sonntags`, `Sonntagabend`; None for all else."""
    lower = word.lower()
    for part in DAY_PARTS:
        if lower.endswith(part) and lower.removesuffix(part) in WEEKDAYS:
            return WEEKDAYS[lower.removesuffix(part)]
    return WEEKDAYS.get(lower, WEEKDAYS.get(lower.removesuffix("s")))


@lru_cache(maxsize=10_000)
def iso_date(expression: str, base: str | None = None, *, future: bool = False) -> str | None:
    """The date that an expression names.

    Args:
        expression: words cut out of the text, with or without preposition: `17. Oktober 2010`,
            `am vergangenen Sonntag`, `Sonntagabend`, `im Vorjahr`, `im Oktober`, `17.10.2010`.
        base: the article's own date in ISO 8601, at any precision, or None.
        future: prefer the date after the base (the sentence's tense says so).

    Returns:
        `2010`, `2010-10` or `2010-10-17`; None where it cannot be known: relative expressions
        without a base, or with one that is not precise enough.
    """
    words = [word.strip("(),;:") for word in expression.split()]
    # The tokeniser leaves a sentence's full stop at a year.
    words = [word.rstrip(".") if _YEAR.match(word.rstrip(".")) else word for word in words]
    lower = [word.lower() for word in words if word]
    if not lower:
        return None
    absolute = _absolute(expression.strip(), lower)
    if absolute:
        return absolute
    if any(word in MONTHS for word in lower):
        return _by_month(lower, _day(base), future)
    known = _ISO.match(base) if base else None
    if known is None:
        return None
    year = _by_year(lower, int(known[1]))
    if year:
        return year
    day = _day(base)
    if day is None:
        return None
    dotted = _DOTTED.search(expression.strip())
    if dotted:
        return _nearest(day, int(dotted[2]), int(dotted[1]), future)
    return _by_day(lower, day, future)


def days_between(earlier: str, later: str) -> int:
    """Days from one ISO date to another; 0 where one of them is not given to the day."""
    first, last = _day(earlier), _day(later)
    return (last - first).days if first and last else 0


def _day(base: str | None) -> date | None:
    known = _ISO.match(base) if base else None
    if known is None or known[3] is None:
        return None
    return _valid(int(known[1]), int(known[2]), int(known[3]))


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _absolute(expression: str, lower: list[str]) -> str | None:
    if _ISO.fullmatch(expression):
        return expression
    dotted = _DOTTED.search(expression)
    if dotted and dotted[3]:
        year = int(dotted[3]) if len(dotted[3]) == 4 else 2000 + int(dotted[3])
        return _iso(_valid(year, int(dotted[2]), int(dotted[1])))
    if _YEAR.match(lower[-1]) and not any(word in MONTHS for word in lower):
        return lower[-1]
    return None


def _nearest(base: date, month: int, day: int, future: bool) -> str | None:
    """`17.10.` without a year: the last such day, or the next one."""
    this = _valid(base.year, month, day)
    if this is not None and future != (this <= base):
        return this.isoformat()
    return _iso(_valid(base.year + (1 if future else -1), month, day))


def _by_month(lower: list[str], base: date | None, future: bool) -> str | None:
    first = next(i for i, word in enumerate(lower) if word in MONTHS)
    with_year = first + 1 < len(lower) and _YEAR.match(lower[first + 1])
    if not with_year and base is None:
        return None
    start = first - 1 if first and re.fullmatch(r"\d{1,2}\.", lower[first - 1]) else first
    said = " ".join(lower[start : first + (2 if with_year else 1)])
    answer = (
        _dateparser(future).get_date_data(said) if base is None else _relative(said, base, future)
    )
    found = answer.date_obj
    if found is None:
        return None
    precision = {"day": 10, "month": 7, "year": 4}.get(str(answer.period))
    return found.date().isoformat()[:precision] if precision else None


@lru_cache(maxsize=2)
def _dateparser(future: bool, base: date | None = None) -> Any:
    # Imported when first needed: it costs a quarter of the start-up.
    from datetime import datetime, time

    from dateparser.date import DateDataParser

    settings: dict[str, Any] = {"PREFER_DATES_FROM": "future" if future else "past"}
    if base is not None:
        settings["RELATIVE_BASE"] = datetime.combine(base, time(23, 59))
    return DateDataParser(languages=["de"], settings=settings)


def _relative(said: str, base: date, future: bool) -> Any:
    return _dateparser(future, base).get_date_data(said)


def _by_year(lower: list[str], year: int) -> str | None:
    for word in lower:
        if word in _YEARS_AWAY:
            return str(year + _YEARS_AWAY[word])
    if lower[-1].startswith(("jahr", "saison")):
        step = _step(lower[:-1])
        return None if step is None else str(year + step)
    return None


def _step(before: list[str]) -> int | None:
    for word in before:
        stem = _ENDING.sub("", word)
        for stems, step in ((_PAST, -1), (_NOW, 0), (_COMING, 1)):
            if stem in stems:
                return step
    return None


def _by_day(lower: list[str], base: date, future: bool) -> str | None:
    for index, word in enumerate(lower):
        if word in _DAYS_AWAY:
            return (base + timedelta(days=_DAYS_AWAY[word])).isoformat()
        day = weekday(word)
        if day is not None:
            step = _step(lower[:index])
            ahead = future if step in (None, 0) else step == 1
            distance = (day - base.weekday()) % 7 if ahead else -((base.weekday() - day) % 7)
            if distance == 0 and step in (1, -1):
                distance = 7 * step
            return (base + timedelta(days=distance)).isoformat()
    return None
