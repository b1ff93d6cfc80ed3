"""Places whose noun stands elsewhere in the sentence: `A belegte den 15., B den 16. Platz`."""

from __future__ import annotations

import re

from ...german.ordinals import ordinal
from .ordinals_alone import place_noun
from .ranks import MOST, ROWS, Found, value_of
from .stream import Stream
from .vocabulary import Facts

_FIGURE = re.compile(r"(\d{1,3})\.?\Z")
#: words over which the noun of a place is understood
_CARRIES = 14
#: and over which that of a row is, for a whole grid is told so
_ROW_CARRIES = 60


def carried(stream: Stream, position: int) -> Found | None:
    """`belegte den 15., B den 16. Platz`, `von Rang 20 auf den vierten`: the noun is elsewhere."""
    word = stream.word(position)
    figure = _FIGURE.match(word)
    rank = None if figure else ordinal(word)
    number = int(figure[1]) if figure else rank.number if rank and not rank.from_end else 0
    if rank is not None and _in_row(stream, position):
        value = {"grid_row": number, "form": "phrase", "session": "qualifying"}
        return [stream.mention(position, position + 1, "POSITION", value)], position + 1
    # holte einen zweiten und einen dritten Platz
    one = stream.is_cue(position - 1, "before-carried-one")
    listed = one and stream.is_cue(position + 1, "between-carried-places")
    if not 1 <= number <= MOST:
        return None
    if not listed and not stream.is_cue(position - 1, "before-carried-place"):
        return None
    after = stream.word(position + 1)
    if figure and not word.endswith(".") and after != ".":
        return None
    if not figure and (rank is None or rank.kind != "plain" or not word[:1].islower()):
        return None
    if stream.is_capital(position + 1) or stream.tag(position + 1).startswith(
        ("ADJ", "CARD", "PIAT")
    ):
        return None
    facts = _noun_near(stream, position)
    if facts is None:
        return None
    value = value_of([number], facts, "phrase")
    return [stream.mention(position, position + 1, "POSITION", value, number)], position + 1


def _in_row(stream: Stream, position: int) -> bool:
    """`in der dritten Reihe stehen A und B, in der vierten C und D`: a row of the grid."""
    opening = [stream.word(position - 2).lower(), stream.word(position - 1)]
    if opening not in (["in", "der"], ["aus", "der"]) or stream.word(position).istitle():
        return False
    if stream.tag(position + 1) not in ("NE", "ART", "VVFIN", "$,"):
        return False
    at = place_noun(stream, position, -1, _ROW_CARRIES, kinds=ROWS)
    return at is not None


def _noun_near(stream: Stream, position: int) -> Facts | None:
    """What is known of the noun for a place in the same sentence, before or else behind."""
    for step in (-1, 1):
        at = place_noun(stream, position, step, _CARRIES)
        if at is not None:
            return stream.vocabulary.ranks[stream.word(at)]
    return None
