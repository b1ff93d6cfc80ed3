"""Places among all classes of a race: `Platz 21 im Gesamtklassement`, `insgesamt Neunter`."""

from __future__ import annotations

from ..model import Mention
from .stream import WALL, Stream

#: what may stand between a place and the table it is of
_OF = frozenset({"im", "in", "der", "des"})
#: where the words before a place end that may speak of it
_ENDS = frozenset({".", ",", ":", ";", "(", ")", "-", "–", WALL})
#: so many words back the table is looked for
_REACH = 12


def among_all(stream: Stream, mention: Mention, start: int, end: int, placed: int) -> None:
    """Note on a place that it is told as one among all.

    Args:
        stream: the words.
        mention: the place, changed in place.
        start: its first word.
        end: the word behind it.
        placed: the word behind the place told before it.
    """
    value = mention["value"]
    if value is None or "overall" in value or "class" in value:
        return
    after = end
    while after < end + 2 and stream.word(after) in _OF:
        after += 1
    if stream.is_cue(after, "overall"):
        value["overall"] = True
        return
    if stream.word(end) in ("in", "bei", "der", "im") and after > end:
        # of a class: `Dritter in der LMP2`
        return
    for at in range(start - 1, max(placed, start - _REACH) - 1, -1):
        if stream.word(at) in _ENDS:
            return
        if stream.is_cue(at, "overall"):
            value["overall"] = True
            return
