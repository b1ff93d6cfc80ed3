"""Lists of names that go on behind brackets: `gefolgt von A (BMW), B (Audi) und C`."""

from __future__ import annotations

from .chunk import Chunk
from .draft import Draft
from .segments import Segment
from .tokens import Tokens


def lists_on(tokens: Tokens, top: Draft, segment: Segment) -> bool:
    """Whether a verbless segment goes on with the names behind a participle.

    Args:
        tokens: the document.
        top: the clause before the segment.
        segment: what stands behind the comma.
    """
    if top.kind != "participle" or not top.items:
        return False
    last = next((chunk for _l, _t, chunk in reversed(top.items) if chunk is not None), None)
    first = segment.items[0][2] if segment.items else None
    if last is None or first is None or first.prep is not None:
        return False
    by = next((c for _l, _t, c in top.items if c is not None and c.prep is not None), None)
    named = _is_name(tokens, last) and _is_name(tokens, first)
    return by is not None and by.prep in ("von", "durch") and named


def _is_name(tokens: Tokens, chunk: Chunk) -> bool:
    return chunk.mention >= 0 and tokens.mentions[chunk.mention]["label"] in ("DRIVER", "PERSON")
