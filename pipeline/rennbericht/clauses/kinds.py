"""What a base phrase tells: who, when or where."""

from __future__ import annotations

from .chunk import Chunk
from .tokens import Tokens

#: labels of who takes part in a race
RACING = frozenset({"DRIVER", "TEAM", "CAR"})
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


def tells_when(tokens: Tokens, chunk: Chunk) -> bool:
    """Whether a phrase tells when: `in Runde drei`, `später`."""
    if label(tokens, chunk) in WHEN:
        return True
    return (
        chunk.kind in ("adverb", "adjective")
        and tokens.lower[chunk.head] in tokens.classes["order-of-telling"]
    )


def tells_where(tokens: Tokens, chunk: Chunk) -> bool:
    """Whether a phrase tells where: `in der Haarnadel`."""
    return chunk.prep is not None and label(tokens, chunk) in _WHERE


def tells_setting(tokens: Tokens, chunk: Chunk) -> bool:
    """Whether a phrase tells when or where."""
    return tells_when(tokens, chunk) or tells_where(tokens, chunk)
