"""Times: points of the race's clock, lap and race times, gaps, durations, times of the day."""

from __future__ import annotations

from ...german.numerals import cardinal
from ...german.ordinals import Ordinal
from ..model import Mention
from .amounts import Number, Written, number, plain, written
from .cues import count_ahead, gap_direction, reference
from .stream import WALL, Stream
from .vocabulary import Facts

Found = tuple[list[Mention], int]
#: what stands behind a time that labels a line
LABEL_ENDS = frozenset({"-", "–", "—", "|", ":", WALL})
#: seconds without a cue: less is a gap, more a time of a lap or sector
_LONGEST_GAP = 20


def clock(stream: Stream, start: int, end: int, seconds: float, anchor: str) -> Found:
    """A point of time, counted from the start, the end or the event before (`after`)."""
    value = {"seconds": plain(seconds), "anchor": anchor}
    return [stream.mention(start, end, "CLOCK", value, plain(seconds))], end


def _gap(stream: Stream, start: int, end: int, seconds: float, direction: str) -> Found:
    value = {"seconds": plain(seconds), "direction": direction}
    return [stream.mention(start, end, "GAP", value, plain(seconds))], end


def _time(stream: Stream, start: int, end: int, seconds: float, *, duration: bool) -> Found:
    value: Facts = {"seconds": plain(seconds)}
    if duration:
        value["duration"] = True
    return [stream.mention(start, end, "TIME", value, plain(seconds))], end


def amount(
    stream: Stream, start: int, seconds: float, end: int, *, exact: bool, figures: bool = False
) -> Found:
    """An amount of time, by what stands around it.

    Args:
        stream: the document.
        start: where the number begins.
        seconds: the amount.
        end: position behind the unit.
        exact: given in parts of seconds (`58,3 Sekunden`, `1:26,2 Minuten`).
        figures: written as `2:45 Minuten`, which no point of time is.
    """
    before = stream.before(start)
    if stream.word(end) in ("vor", "nach"):
        anchor, behind = reference(stream, end + 1)
        if anchor == "end" and stream.word(end) == "vor":
            return clock(stream, start, behind, seconds, "end")
        if anchor == "start":
            side = "start" if stream.word(end) == "nach" else "before_start"
            return clock(stream, start, behind, seconds, side)
        if stream.word(end) == "nach" and not exact:
            # `fünf Minuten nach dem Restart`
            return clock(stream, start, end, seconds, "after")
    if stream.is_cue(end, "after"):
        if exact:
            return _gap(stream, start, end, seconds, "behind")
        return clock(stream, start, end + 1, seconds, "after")
    if stream.word(before) in ("nach", "Nach") and not exact:
        if stream.is_cue(end, "pause"):
            return _time(stream, start, end, seconds, duration=True)
        return clock(stream, start, end, seconds, "start")
    if stream.word(before) in ("von", "vom") and stream.word(before - 1) == "Ablauf":
        return clock(stream, start, end, seconds, "start")
    if not exact and seconds >= 60 and count_ahead(stream, start, end):
        return clock(stream, start, end, seconds, "end")
    direction = gap_direction(stream, start, end, short=exact or figures or seconds < 60)
    if direction is not None:
        return _gap(stream, start, end, seconds, direction)
    if exact:
        if seconds < _LONGEST_GAP:
            return _gap(stream, start, end, seconds, "")
        return _time(stream, start, end, seconds, duration=False)
    return _time(stream, start, end, seconds, duration=True)


#: seconds of an hour
HOUR = 3600


def spoken(stream: Stream, start: int, value: Number, at: int, facts: Facts) -> Found | None:
    """A number with a unit of time; `at` is where the unit stands."""
    seconds = value * facts["seconds"]
    end = at + 1
    if stream.word(end) == "." and stream.word(at).rstrip(".") in stream.cues["cut-unit"]:
        end += 1
    if facts["unit"] == "part":
        # `zwei Zehntel`, `vier Zehntel Vorsprung`, `drei Zehntel schneller`
        direction = gap_direction(stream, start, end, short=True)
        if stream.word(end) in ("Sekunden", "Sekunde"):
            end += 1
        return _gap(stream, start, end, seconds, direction or "")
    # `zwei Stunden und 20 Minuten`
    joined = end + 1 if stream.word(end) == "und" else end
    more = number(stream, joined)
    if more is not None:
        smaller = stream.vocabulary.units.get(stream.word(more[1]))
        # nach sechs Stunden 14,2 Sekunden vor B: nobody counts hours and seconds
        counted = smaller and smaller["unit"] == "time" and smaller["seconds"] < facts["seconds"]
        if smaller and counted and smaller["seconds"] * HOUR > facts["seconds"]:
            seconds += more[0] * smaller["seconds"]
            end = more[1] + 1
    exact = facts["seconds"] == 1 and isinstance(value, float)
    return amount(stream, start, seconds, end, exact=exact)


def figures(stream: Stream, position: int) -> Found | None:
    """`1:32,456`, `1:32.456 Minuten`, `6:30 Stunden`, `+12,3s`, `14:32 Uhr`."""
    time = written(stream.word(position))
    if time is None:
        return None
    end = position + 1
    if stream.word(end) == "Uhr":
        return daytime(stream, position)
    unit = stream.vocabulary.units.get(stream.word(end))
    known = unit is not None and unit["unit"] == "time"
    if time.unit == 3600 and stream.is_capital(end):
        # `24h Nürburgring`: a name
        return None
    if time.middle is not None and not known and not time.fraction and time.first is None:
        # `1:32` alone may be a score, a ratio or a time of the day.
        return daytime(stream, position) if _is_daytime(stream, position) else None
    if time.middle is None and not known and not time.unit:
        # `+12,3` in a list of results; `+1 Runde` is an amount of laps
        if not unit and time.sign == "+" and time.fraction:
            return _gap(stream, position, end, time.last, "behind")
        if unit and unit["unit"] == "lap" and time.sign:
            value = {"laps": int(time.last), "direction": "behind"}
            return [stream.mention(position, end + 1, "GAP", value)], end + 1
        return None
    seconds = time.seconds(int(unit["seconds"]) if unit and known else 60)
    if known:
        end += 1
        if stream.word(end) == "." and stream.is_cue(end - 1, "cut-unit"):
            end += 1
    if time.sign:
        return _gap(stream, position, end, seconds, "behind" if time.sign == "+" else "ahead")
    if _is_lap_time(time):
        direction = gap_direction(stream, position, end, short=True)
        if direction:
            return _gap(stream, position, end, seconds, direction)
        return _time(stream, position, end, seconds, duration=False)
    minutes = time.middle is not None and time.first is None and seconds < 3600
    return amount(stream, position, seconds, end, exact=time.fraction, figures=minutes)


def _is_lap_time(time: Written) -> bool:
    return time.middle is not None and time.fraction


def _is_daytime(stream: Stream, position: int) -> bool:
    before, after = stream.word(position - 1), stream.word(position + 1)
    if after == "Uhr" or before in ("um", "gegen", "Um"):
        return True
    # `14:05 - Vettel kommt an die Box`, `+++ 14:05 Vettel ...`: the label of a ticker
    opens = position == 0 or before == WALL
    plus = before.startswith("++") or (before == "+" == stream.word(position - 2))
    return plus or (opens and after in LABEL_ENDS) or (before == "[" and after == "]")


def daytime(stream: Stream, position: int) -> Found | None:
    """`14:32 Uhr`, `14.32 Uhr`, `3 Uhr nachts`, `drei Uhr`, `um halb drei`, `um Mitternacht`."""
    word = stream.word(position)
    end = position + 1
    minute = 0
    if word.endswith("Uhr"):
        # `15.30Uhr` in one token
        word = word.removesuffix("Uhr")
    if word == "halb":
        hour = cardinal(stream.word(end))
        if not isinstance(hour, int) or not stream.is_cue(position - 1, "clock-preposition"):
            return None
        hour, minute, end = (hour - 1) % 24, 30, end + 1
    elif stream.is_cue(position, "midnight"):
        hour = 0
    else:
        parts = word.replace(".", ":").split(":")
        whole = cardinal(parts[0])
        if not isinstance(whole, int) or len(parts) > 2:
            return None
        hour = whole
        if len(parts) == 2 and parts[1]:
            if not parts[1].isdecimal():
                return None
            minute = int(parts[1])
    if stream.word(end) == "Uhr":
        end += 1
        more = stream.word(end)
        if (
            len(more) == 2
            and more.isdecimal()
            and int(more) < 60
            and not stream.is_capital(end + 1)
        ):
            minute, end = int(more), end + 1
    if stream.is_cue(end, "afternoon") and hour < 12:
        hour, end = hour + 12, end + 1
    if not 0 <= hour <= 24 or not 0 <= minute < 60:
        return None
    value = {"time_of_day": f"{hour % 24:02d}:{minute:02d}"}
    return [stream.mention(position, end, "DAYTIME", value)], end


def by_ordinal(stream: Stream, position: int, rank: Ordinal, at: int) -> Found | None:
    """`nach der ersten Rennstunde`, `in der 34. Minute`, `in der letzten Stunde`."""
    facts = stream.vocabulary.units[stream.word(at)]
    if facts.get("plural") or facts["unit"] != "time" or facts["seconds"] < 60:
        return None
    if rank.from_end and rank.ending == "er":
        # `in letzter Minute`, `in letzter Sekunde`: a figure of speech
        return None
    anchor = "end" if rank.from_end else "start"
    return clock(stream, position, at + 1, rank.number * facts["seconds"], anchor)


def fixed(stream: Stream, position: int) -> Found | None:
    """`Schlussminute`, `Auftaktstunde`; `Viertelstunde` with an article is read as a number."""
    facts = stream.vocabulary.units[stream.word(position)]
    anchor = "end" if "from_end" in facts else "start"
    return clock(stream, position, position + 1, facts["seconds"], anchor)


def few(stream: Stream, position: int, rank: Ordinal) -> Found | None:
    """`in den letzten zehn Minuten`, `in den ersten zwei Stunden`."""
    if rank.ending != "en" or rank.number != 1:
        return None
    found = number(stream, position + 1)
    facts = stream.vocabulary.units.get(stream.word(found[1])) if found else None
    if found is None or facts is None or not facts.get("plural"):
        return None
    end = found[1] + 1
    if facts["unit"] != "time":
        laps = plain(found[0])
        return [stream.mention(position, end, "LAPS", {"laps": laps}, laps)], end
    anchor = "end" if rank.from_end else "start"
    return clock(stream, position, end, found[0] * facts["seconds"], anchor)
