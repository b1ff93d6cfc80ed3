"""Gaps in which the moment is told anew, with a place or with who did the same then.

`war nach zwei Runden Achter, nach fünf Sechster`, `A stoppte in Runde 18, B erst in der 21.`
"""

from __future__ import annotations

from ..german.dates import weekday
from ..german.ordinals import ordinal
from .agreement import NOMINATIVE
from .chunk import Chunk
from .kinds import RACING, WHEN, counts_on, loose
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
    if _at_moment(tokens, first):
        return True
    told = [one for one in earlier if _at_moment(tokens, one) or counts_on(tokens, one)]
    return _counts(tokens, first) and any(one.prep == first.prep for one in told)


def place_of_another(tokens: Tokens, earlier: list[Chunk], chunks: list[Chunk]) -> bool:
    """Whether a place comes first and then who has it: `In Führung lag A, auf Rang drei C`.

    `In der zweiten Reihe stehen A und B, in der dritten C und D`.
    """
    if len(chunks) < 2:
        return False
    rank, who = chunks[0], chunks[1]
    if not _place(tokens, rank) or not _named(tokens, who):
        return False
    again = any(_place(tokens, one) and one.prep == rank.prep for one in earlier)
    if rank.prep is None and rank.end - rank.start > 1:
        # den Sieg holte sich A, Platz zwei B
        bare = [c for c in earlier if c.prep is None and c.kind == "np" and c.end - c.start > 1]
        won = [c for c in bare if tokens.label(c.mention) in ("", "POSITION")]
        return len(won) == 1 and any(_named(tokens, c) for c in earlier)
    if rank.prep not in ("auf", "an") and not (again and rank.prep):
        return False
    front = tokens.classes["front"]
    told = any(_place(tokens, c) or tokens.lower[c.head] in front for c in earlier)
    return told and any(_named(tokens, c) for c in earlier)


def moment_again(tokens: Tokens, earlier: list[Chunk], chunks: list[Chunk]) -> bool:
    """Whether only who and when are told anew, in either order.

    `A stoppte in Runde 18, B erst in der 21.`, `A kam in Runde 18, B eine später`, `A tankte nach,
    eine Runde danach auch B`; so too how often.
    """
    words = {tokens.lower[one.head] for one in chunks if loose(one)}
    told = [one for one in chunks if not loose(one)]
    if any(_how_often(tokens, one) for one in earlier):
        # stoppte zweimal, B nur einmal
        told = [one for one in told if not _how_often(tokens, one)]
        often = any(_how_often(tokens, one) for one in chunks)
        return often and len(told) == 1 and _named(tokens, told[0]) and told[0].prep is None
    if len(told) != 2:
        return False
    who, when = told if _named(tokens, told[0]) else reversed(told)
    if not _named(tokens, who) or _named(tokens, when) or _place(tokens, when):
        return False
    people = [c for c in earlier if c.prep is None and c.kind in ("np", "pronoun")]
    people = [c for c in people if not _at_moment(tokens, c)]
    if len(people) != 1 or not people[0].mask & NOMINATIVE:
        return False
    moments = [c for c in earlier if _at_moment(tokens, c)]
    if any(tokens.lower[at] in tokens.classes["same"] for at in range(when.start, when.end)):
        # kam als Erster an die Box, B in derselben Runde
        return True
    if _at_moment(tokens, when):
        if tokens.lower[when.end - 1] in tokens.classes["later"]:
            # kam zuerst, B eine Runde später
            return True
        return bool(moments) or not words.isdisjoint(tokens.classes["the-same-way"])
    later = when.prep is None and not words.isdisjoint(tokens.classes["later-or-earlier"])
    again = any(one.prep == when.prep for one in moments)
    return _counts(tokens, when) and (again or (later and bool(moments)))


def _counts(tokens: Tokens, chunk: Chunk) -> bool:
    """Whether a number stands for a noun told before: `nach fünf`, `in der 15.`, `eine` später."""
    number = ordinal(tokens.words[chunk.head])
    return tokens.code[chunk.head] in "CD" or (number is not None and number.kind == "plain")


def _named(tokens: Tokens, chunk: Chunk) -> bool:
    return chunk.prep is None and tokens.label(chunk.mention) in RACING


def _place(tokens: Tokens, chunk: Chunk) -> bool:
    return tokens.label(chunk.mention) == "POSITION"


def _at_moment(tokens: Tokens, chunk: Chunk) -> bool:
    if tokens.label(chunk.mention) in WHEN:
        return True
    if chunk.prep == "an" and weekday(tokens.words[chunk.head]) is not None:
        # am Samstag Vierter und am Sonntag Sechster
        return True
    return tokens.lower[chunk.head] in tokens.classes["moment-noun"]


def _how_often(tokens: Tokens, chunk: Chunk) -> bool:
    """Whether a phrase counts how often: `zweimal`, `nur einmal`."""
    return tokens.lower[chunk.end - 1] in tokens.classes["how-often"]
