"""Who shares a car of those named one behind the other: `A/B`, `A und B` behind a crew."""

from __future__ import annotations

from ..discourse.lineups import past_bracket
from ..discourse.people import Argument
from ..discourse.reading import Reading


def units(reading: Reading, arguments: list[Argument]) -> list[list[Argument]]:
    """Arguments by mention: a crew (`A/B`) is one unit, `A, B und C` are three."""
    grouped: list[list[Argument]] = []
    for argument in arguments:
        if grouped:
            last = grouped[-1][-1]
            same = (argument.start, argument.end) == (last.start, last.end)
            between = reading.lower[past_bracket(reading, last.end) : argument.start]
            if same or between == ["/"] or (between and set(between) <= {"/", "-", "–"}):
                grouped[-1].append(argument)
                continue
        grouped.append([argument])
    return grouped


def crews(found: list[list[Argument]], size: int) -> list[list[Argument]]:
    """Single names in crews of the holder's size: `A und B siegten vor C und D sowie E/F`."""
    joined: list[list[Argument]] = []
    filled = size
    for unit in found:
        if len(unit) > 1:
            if filled < size:
                return found
            joined.append(unit)
        elif filled < size:
            joined[-1] = [*joined[-1], *unit]
            filled += 1
        else:
            joined.append(unit)
            filled = 1
    return joined if size > 1 and filled == size else found
