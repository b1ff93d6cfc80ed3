"""Laps: `Runde 12`, `in der vorletzten Runde`, `zwei Runden vor Schluss`, `Schlussrunde`."""

from __future__ import annotations

from typing import Any

from ...german.numerals import cardinal, whole_number
from ...german.ordinals import Ordinal
from ..model import Mention
from .amounts import number, plain
from .cues import count_ahead, gap_direction, reference
from .stream import Stream

Found = tuple[list[Mention], int]
#: no race has more laps (500 miles on ovals, 24 hours on short tracks)
_MOST = 1000


def noun(stream: Stream, position: int) -> Found | None:
    """`Runde 12`, `Runde zwölf von 54`, `Runde 12/54`, `Schlussrunde`, `Einführungsrunde`."""
    facts = stream.vocabulary.units[stream.word(position)]
    end = position + 1
    if facts.get("formation"):
        return [stream.mention(position, end, "LAP", {"formation": True})], end
    if "from_end" in facts:
        return [stream.mention(position, end, "LAP", {"from_end": 1}, 1)], end
    if "is" in facts:
        return [stream.mention(position, end, "LAP", {"number": 1}, 1)], end
    lap = _lap_number(stream, end)
    if lap is None:
        return None
    if facts.get("plural") and (stream.is_capital(end + 1) or cardinal(stream.word(position - 1))):
        # `kassierte binnen vier Runden sechs Konkurrenten`
        return None
    end += 1
    if stream.word(end) in ("von", "/") and stream.word(end + 1).rstrip(".").isdecimal():
        end += 2
    return [stream.mention(position, end, "LAP", {"number": lap}, lap)], end


def _lap_number(stream: Stream, position: int) -> int | None:
    value = whole_number(stream.word(position).rstrip("."), _MOST)
    return None if stream.word(position + 1) in stream.vocabulary.units else value


def by_ordinal(stream: Stream, position: int, rank: Ordinal, at: int) -> Found | None:
    """`der 12. Runde`, `der letzten Runde`; `at` is where the noun stands."""
    facts = stream.vocabulary.units[stream.word(at)]
    if facts.get("plural") or facts["unit"] != "lap":
        return None
    if "formation" in facts:
        return [stream.mention(position, at + 1, "LAP", {"formation": True})], at + 1
    value = {"from_end": rank.number} if rank.from_end else {"number": rank.number}
    return [stream.mention(position, at + 1, "LAP", value, rank.number)], at + 1


def of_all(stream: Stream, position: int, rank: Ordinal) -> Found | None:
    """`in der 31. von 50 Runden`, `in der letzten der zehn Runden`."""
    if stream.word(position + 1) not in ("von", "der") or rank.ending == "er":
        return None
    found = number(stream, position + 2)
    facts = stream.vocabulary.units.get(stream.word(found[1])) if found else None
    if found is None or facts is None or facts["unit"] != "lap" or not facts.get("plural"):
        return None
    value = {"from_end": rank.number} if rank.from_end else {"number": rank.number}
    return [stream.mention(position, found[1] + 1, "LAP", value, rank.number)], found[1] + 1


def following(stream: Stream, position: int) -> Found | None:
    """`in der nächsten Runde`, `im folgenden Umlauf`: one lap later."""
    facts = stream.vocabulary.units.get(stream.word(position + 1))
    if facts is None or facts["unit"] != "lap" or facts.get("plural"):
        return None
    return [stream.mention(position, position + 2, "LAP", {"after": 1}, 1)], position + 2


def amount(stream: Stream, start: int, value: float, at: int) -> Found | None:
    """A number of laps: `zwei Runden vor Schluss`, `nach zehn Runden`, `eine Runde Rückstand`.

    Args:
        stream: the document.
        start: where the number begins.
        value: the number.
        at: where the noun stands.
    """
    end = at + 1
    before = stream.word(stream.before(start)).lower()
    whole = int(value)
    if stream.word(end) == "vor":
        anchor, behind = reference(stream, end + 1)
        if anchor == "end" and value == whole:
            return [stream.mention(start, behind, "LAP", {"from_end": whole}, whole)], behind
    if stream.word(end) == "nach" and reference(stream, end + 1)[0] == "start":
        behind = reference(stream, end + 1)[1]
        return [stream.mention(start, behind, "LAP", {"number": whole}, whole)], behind
    if stream.is_cue(end, "after"):
        return [stream.mention(start, end + 1, "LAP", {"after": whole}, whole)], end + 1
    if count_ahead(stream, start, end) and value == whole:
        return [stream.mention(start, end, "LAP", {"from_end": whole}, whole)], end
    if before == "nach" and value == whole and not stream.measures(end):
        return [stream.mention(start, end, "LAP", {"number": whole}, whole)], end
    direction = gap_direction(stream, start, end, short=False)
    if direction is not None:
        gap: dict[str, Any] = {"laps": plain(value), "direction": direction}
        return [stream.mention(start, end, "GAP", gap)], end
    return [stream.mention(start, end, "LAPS", {"laps": plain(value)}, plain(value))], end
