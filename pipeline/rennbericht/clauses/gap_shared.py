"""What only the last conjunct says at its end: `A kam in Runde zehn, B in Runde zwölf zur Box`."""

from __future__ import annotations

from .agreement import CASE_MASK
from .chunk import Chunk, Item
from .draft import Draft
from .kinds import label, loose
from .tokens import Tokens

#: prepositions of where to, in the accusative and in the dative
_WHITHER = frozenset({"an", "in", "auf"})
_THENCE = frozenset({"zu", "von", "aus"})


def share_end(tokens: Tokens, draft: Draft, gaps: list[Draft]) -> None:
    """Give the conjuncts before the last where to all of them went, in place.

    Args:
        tokens: the document.
        draft: the first conjunct, which has the verb.
        gaps: those behind it.
    """
    if not gaps or draft.verbs or draft.particle >= 0 or draft.final:
        return
    last = gaps[-1]
    ends: list[Item] = []
    for item in reversed(last.items):
        chunk = item[2]
        if chunk is None or not _whither(tokens, chunk):
            break
        ends.insert(0, item)
    if not ends or draft.items[-1][1] > last.items[0][1]:
        return
    told, preps = _told(last), {item[2].prep for item in ends if item[2] is not None}
    others = [draft, *gaps[:-1]]
    for other in others:
        own = _told(other)
        if len(own) + len(ends) != len(told) or (other.elided is None and other is not draft):
            return
        if any(one.prep in preps and not label(tokens, one) for one in own):
            return
    for other in others:
        other.items += [(one, at, _copy(chunk)) for one, at, chunk in ends if chunk is not None]


def _whither(tokens: Tokens, chunk: Chunk) -> bool:
    if label(tokens, chunk) or chunk.kind != "pp":
        return False
    if chunk.prep in _THENCE:
        return True
    return chunk.prep in _WHITHER and not chunk.mask & CASE_MASK["d"]


def _told(draft: Draft) -> list[Chunk]:
    return [chunk for _l, _t, chunk in draft.items if chunk is not None and not loose(chunk)]


def _copy(chunk: Chunk) -> Chunk:
    copy = Chunk(chunk.start, chunk.end, chunk.head, chunk.kind, chunk.mask)
    copy.prep, copy.definite = chunk.prep, chunk.definite
    return copy
