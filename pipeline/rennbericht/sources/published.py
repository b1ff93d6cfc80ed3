"""Dates of publication as scrapers write them, kept at the precision given."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_ISO = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2})"
    r"(?:[T ](\d{2}:\d{2})(:\d{2})?(?:[.,]\d+)?\s?(Z|[+-]\d{2}:?\d{2})?)?)?)?$"
)
_GERMAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?\s+(\d{1,2}:\d{2})(?: Uhr)?)?$")
#: Seconds or milliseconds since 1970, from 2001 on.
_EPOCH = re.compile(r"(\d{10})(\d{3})?$")


def parse_published(value: str) -> tuple[str, str] | None:
    """Return a date as ISO 8601 with its precision (`year` ... `second`), or None.

    A time without zone stays without: unknown is not UTC. Reads ISO 8601, `15.10.2011, 14:32 Uhr`,
    the dates of mail and feeds, and seconds or milliseconds since 1970.
    """
    value = value.strip()
    if not value.isascii() or len(value) > 60:
        return None
    if match := _ISO.match(value):
        year, month, day, clock, seconds, zone = match.groups()
        if day is None:
            if year == "0000" or (month is not None and not 1 <= int(month) <= 12):
                return None
            return (f"{year}-{month}", "month") if month else (year, "year")
        return _checked(f"{year}-{month}-{day}", clock, seconds, zone)
    if match := _GERMAN.match(value):
        number, month, year, clock = match.groups()
        clock = clock.zfill(5) if clock else None
        return _checked(f"{year}-{int(month):02}-{int(number):02}", clock, None, None)
    if match := _EPOCH.match(value):
        return datetime.fromtimestamp(int(match[1]), UTC).isoformat(), "second"
    try:
        return parsedate_to_datetime(value).isoformat(), "second"
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _checked(
    day: str, clock: str | None, seconds: str | None, zone: str | None
) -> tuple[str, str] | None:
    value = day if clock is None else f"{day}T{clock}{seconds or ''}"
    try:
        date.fromisoformat(day)
        datetime.fromisoformat(value)
    except ValueError:
        return None
    if clock is None:
        return value, "day"
    return value + (zone or ""), "second" if seconds else "minute"
