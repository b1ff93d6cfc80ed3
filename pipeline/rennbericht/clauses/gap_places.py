"""A place told anew of the same subject: `war nach zwei Runden Achter, nach fünf Sechster`."""

from __future__ import annotations

from ..german.ordinals import ordinal
from .chunk import Chunk
from .kinds import WHEN
from .tokens import Tokens

#: prepositions before the place that somebody has
AT_PLACE = frozenset({None, "auf", "an", "als"})


def place_again(tokens: Tokens, earlier: list[Chunk], chunks: list[Chunk]) -> bool:
    """Whether only when and which place is told anew.

    `In Runde zehn lag er auf Rang acht, in der 15. auf Rang fünf`, `am Start Achter, im Ziel
    Erster`.
    """
    first, rest = chunks[0], chunks[1:]
    while len(rest) > 1 and (
        rest[0].kind == "adverb" or (rest[0].prep == "von" and _at_moment(tokens, rest[0]))
    ):
        # am Ende von Runde sieben Erste, nach sechs Runden schon Neunter
        rest = rest[1:]
    rank = rest[0]
    if first.prep is None or rank.prep not in AT_PLACE or not _place(tokens, rank):
        return False
    if not any(_place(tokens, one) and one.prep == rank.prep for one in earlier):
        return False
    told = [one for one in earlier if _at_moment(tokens, one)]
    if _at_moment(tokens, first):
        return bool(told)
    # nach fünf, in der 15.: the noun is that of before
    number = ordinal(tokens.words[first.head])
    bare = tokens.code[first.head] == "C" or (number is not None and number.kind == "plain")
    return bare and any(one.prep == first.prep for one in told)


def _place(tokens: Tokens, chunk: Chunk) -> bool:
    return tokens.label(chunk.mention) == "POSITION"


def _at_moment(tokens: Tokens, chunk: Chunk) -> bool:
    if tokens.label(chunk.mention) in WHEN:
        return True
    return tokens.lower[chunk.head] in tokens.classes["moment-noun"]
