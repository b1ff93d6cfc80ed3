"""What a base phrase tells: who, when, where or which one."""

from __future__ import annotations

from ..german.ordinals import ordinal
from .chunk import Chunk
from .tokens import Tokens

#: labels of who takes part in a race
RACING = frozenset({"DRIVER", "TEAM", "CAR"})
#: labels of who can act
NAMED = RACING | {"PERSON"}
#: labels of what has a crew, and prepositions before the crew
CREWED = frozenset({"CAR", "MANUFACTURER", "TEAM", "NUMBER"})
ABOARD = frozenset({"von", "mit", "um"})
#: prepositions before whom a driver has to do with
RIVALS = frozenset({"an", "hinter", "gegen", "mit"})
_WHERE = frozenset({"CORNER"})
#: labels of what tells when
WHEN = frozenset({"LAP", "LAPS", "CLOCK", "DAYTIME", "DATE", "TIME", "SESSION"})


def label(tokens: Tokens, chunk: Chunk) -> str:
    """Label of what a phrase names, or ""."""
    return tokens.label(chunk.mention)


def somebody(chunk: Chunk) -> bool:
    """Whether a phrase without a name may stand for somebody: `schnappte sich den Spanier`."""
    return chunk.mention < 0 and chunk.kind == "np" and chunk.definite and chunk.prep is None


def loose(chunk: Chunk) -> bool:
    """Whether a phrase is an adverb or an adjective alone."""
    return chunk.kind in ("adverb", "adjective")


def counts_on(tokens: Tokens, chunk: Chunk) -> bool:
    """Whether an ordinal stands without its noun: `in der ersten`, `das zweite`."""
    rank = ordinal(tokens.words[chunk.head])
    return rank is not None and rank.kind == "plain" and chunk.start < chunk.head


def tells_when(tokens: Tokens, chunk: Chunk) -> bool:
    """Whether a phrase tells when: `in Runde drei`, `später`."""
    if label(tokens, chunk) in WHEN:
        return True
    return loose(chunk) and tokens.lower[chunk.head] in tokens.classes["order-of-telling"]


def tells_where(tokens: Tokens, chunk: Chunk) -> bool:
    """Whether a phrase tells where: `in der Haarnadel`."""
    return chunk.prep is not None and label(tokens, chunk) in _WHERE


def tells_setting(tokens: Tokens, chunk: Chunk) -> bool:
    """Whether a phrase tells when or where."""
    return tells_when(tokens, chunk) or tells_where(tokens, chunk)
