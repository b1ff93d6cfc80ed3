"""Gaps in which only who and how is told anew: `A fiel mit einem Defekt aus, B mit einem Riss`."""

from __future__ import annotations

from ..german.ordinals import ordinal
from .chunk import Chunk
from .kinds import RACING, label, tells_setting
from .tokens import Tokens

#: what may belong to a name before it: `A im BMW, B im Audi`
_ATTRIBUTES = RACING | {"MANUFACTURER", "POSITION", "GAP"}


def same_way(tokens: Tokens, earlier: list[Chunk], chunks: list[Chunk]) -> bool:
    """Whether it befalls another in the same way.

    `A schied in der ersten, B in der letzten Runde aus`, `für A war in Kurve eins Schluss, für B
    nach einem Dreher`.
    """
    first, rest = chunks[0], chunks[1:]
    if label(tokens, first) not in RACING or first.prep not in (None, "für"):
        return False
    who = [c for c in earlier if c.prep == first.prep and not tells_setting(tokens, c)]
    if first.prep is None:
        who = [c for c in who if c.kind in ("np", "pronoun")]
    if len(who) != 1 or label(tokens, who[0]) not in RACING:
        return False
    if any(c.prep is None and c.kind != "adverb" and not tells_setting(tokens, c) for c in rest):
        return False
    return first.prep is not None or any(
        one.prep == other.prep not in (None, "von", "aus")
        and (label(tokens, one) == label(tokens, other) or _counts_on(tokens, other))
        and label(tokens, one) not in _ATTRIBUTES
        for one in rest
        for other in earlier
    )


def _counts_on(tokens: Tokens, chunk: Chunk) -> bool:
    """Whether an ordinal stands without its noun: `in der ersten`."""
    rank = ordinal(tokens.words[chunk.head])
    return rank is not None and rank.kind == "plain" and chunk.start < chunk.head
