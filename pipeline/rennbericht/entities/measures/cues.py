"""What stands around an amount and says what it is an amount of."""

from __future__ import annotations

from typing import Literal

from .stream import Stream

_ARTICLES = frozenset({"dem", "der", "des", "den", "seinem", "ihrem"})
#: how many words a cue may stand behind or before its amount
_AHEAD, _BACK = 3, 6
_STOPS = frozenset({".", ",", ";", ":", "!", "?", "(", ")", "–", "\n"})


def reference(stream: Stream, position: int) -> tuple[Literal["start", "end", ""], int]:
    """`dem Ende des Rennens`, `Schluss`, `dem Start`: which anchor, and the position behind it."""
    at = position
    if stream.word(at) in _ARTICLES:
        at += 1
    if stream.is_cue(at, "end-opening") and stream.word(at + 1) in ("des", "der"):
        return "end", at + 3
    if stream.is_cue(at, "end"):
        return "end", at + 1
    if stream.is_cue(at, "start"):
        return "start", at + 1
    return "", position


def count_ahead(stream: Stream, start: int, end: int) -> bool:
    """`noch fünf Runden zu fahren`, `bei noch 20 zu fahrenden Minuten`, `noch drei Runden`."""
    if stream.word(end) == "zu" and stream.is_cue(end + 1, "remaining"):
        return True
    before = start - 1
    while stream.is_cue(before, "approximate"):
        before -= 1
    # `noch drei Runden.`, but `wartete noch drei Runden ab`
    closed = not stream.word(end)[0].isalnum() or stream.word(end) in ("bis", "vor")
    return closed and stream.word(before) in ("noch", "Noch")


def gap_direction(stream: Stream, start: int, end: int, *, short: bool) -> str | None:
    """Direction of a gap, "" where only its size is said, None where the amount is no gap.

    Args:
        stream: the document.
        start: where the number begins.
        end: position behind the unit.
        short: an amount of seconds, of which `vor` and `hinter` make a gap; laps and minutes
            before something are mostly points in time.
    """
    preposition = stream.word(end) in ("vor", "hinter")
    if short or not preposition:
        if stream.is_cue(end, "behind-adverb"):
            return "behind"
        if stream.is_cue(end, "ahead-adverb"):
            return "ahead"
    for at in range(end, end + _AHEAD):
        if stream.word(at) in _STOPS:
            break
        found = _noun_cue(stream, at)
        if found is not None:
            return found
    for at in range(start - 1, max(start - 1 - _BACK, -1), -1):
        if stream.word(at) in _STOPS - {":"}:
            break
        found = _noun_cue(stream, at)
        if found is not None:
            return found
    if short and stream.word(stream.before(start)) in ("um", "Um"):
        return ""
    return None


def _noun_cue(stream: Stream, position: int) -> str | None:
    if stream.is_cue(position, "ahead"):
        return "ahead"
    if stream.is_cue(position, "behind"):
        return "behind"
    return "" if stream.is_cue(position, "apart") else None
