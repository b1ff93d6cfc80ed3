"""Numbers and times as they are written: `drei`, `einer halben`, `1:32,456`, `12,3s`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...german.numerals import ONE, cardinal
from .stream import Stream

Number = int | float
_COLON = re.compile(r"([+-])?(?:(\d{1,2})[:h])?(\d{1,3}):(\d{2})(?:[.,:](\d{1,3}))?(h|min|s)?\.?\Z")
_PRIME = re.compile(r"(\d{1,2})['’′](\d{2})(?:[\"”″.,:](\d{1,3}))?\.?\Z")
_ATTACHED = re.compile(r"([+-])?(\d{1,4}(?:[.,]\d{1,4})?)(s|sec|sek|Sek|min|Min|h)\Z")
_SIGNED = re.compile(r"([+-])(\d{1,4}(?:[.,]\d{1,4})?)\.?\Z")
_UNIT_SECONDS = {"s": 1, "sec": 1, "sek": 1, "Sek": 1, "min": 60, "Min": 60, "h": 3600}


@dataclass(frozen=True, slots=True)
class Written:
    """A time in figures.

    Attributes:
        first, middle, last: hours, minutes, seconds where three parts are written; with two,
            `first` is None and what the others count is for the unit behind to say.
        sign: `+`, `-` or "".
        fraction: whether parts of seconds are given.
        unit: seconds of a unit written to it (`12,3s`), else 0.
    """

    first: int | None
    middle: int | None
    last: float
    sign: str = ""
    fraction: bool = False
    unit: int = 0

    def seconds(self, unit: int) -> float:
        """The time in seconds; `unit` is what the last but one part of two counts in seconds.

        `6:30` is minutes and seconds with 60, hours and minutes with 3600.
        """
        if self.middle is None:
            return self.last * (self.unit or unit)
        if self.first is not None:
            return self.first * 3600 + self.middle * 60 + self.last
        if unit == 3600 and not self.fraction:
            return self.middle * 3600 + self.last * 60
        return self.middle * 60 + self.last


def written(word: str) -> Written | None:
    """Read one token as a time in figures or a signed or suffixed decimal, or None."""
    found = _COLON.match(word)
    if found:
        sign, first, middle, last, fraction, _ = found.groups()
        return Written(
            int(first) if first else None,
            int(middle),
            float(f"{last}.{fraction}") if fraction else int(last),
            sign or "",
            bool(fraction),
        )
    found = _PRIME.match(word)
    if found:
        minutes, last, fraction = found.groups()
        seconds = float(f"{last}.{fraction}") if fraction else int(last)
        return Written(None, int(minutes), seconds, "", True)
    found = _ATTACHED.match(word)
    if found:
        sign, amount, unit = found.groups()
        return Written(None, None, _decimal(amount), sign or "", not amount.isdecimal(),
                       _UNIT_SECONDS[unit])  # fmt: skip
    found = _SIGNED.match(word)
    if found:
        return Written(None, None, _decimal(found[2]), found[1], not found[2].isdecimal())
    return None


def _decimal(amount: str) -> float:
    value = float(amount.replace(",", "."))
    return int(value) if value.is_integer() else value


def number(stream: Stream, position: int) -> tuple[Number, int] | None:
    """The number that begins at a position, and the position behind it.

    Reads single words and figures, `eine halbe`, `einer knappen halben`, `ein Dutzend`,
    `zwei Dutzend`, `1 1/2`, `10 von 54` (gives 10).
    """
    value = cardinal(stream.word(position))
    if value is None:
        return None
    end = position + 1
    if stream.word(position).lower() in ONE:
        while stream.is_cue(end, "between") or stream.is_cue(end, "approximate"):
            end += 1
        half = cardinal(stream.word(end))
        if half in (0.5, 12) and half is not None:
            value, end = half, end + 1
    if stream.word(end) == "Dutzend":
        value, end = value * 12, end + 1
    total = stream.word(end + 1) if stream.word(end) == "von" else ""
    if total.isdecimal() or (total and stream.word(end + 2) in stream.vocabulary.units):
        end += 2 if cardinal(total) is not None else 0
    while stream.is_cue(end, "between"):
        end += 1
    return value, end


def plain(value: float) -> Number:
    """A number without needless decimals and without the noise of binary fractions."""
    value = round(value, 4)
    return int(value) if float(value).is_integer() else value
