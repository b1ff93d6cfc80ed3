"""What only the last conjunct says at its end: `A kam in Runde zehn, B in Runde zwölf zur Box`."""

from __future__ import annotations

from ..german.lexicon import Lexicon
from .agreement import CASE_MASK, NOMINATIVE
from .chunk import Chunk, Item, can_be_subject
from .draft import Draft
from .kinds import RACING, RIVALS, label, loose, tells_when
from .segments import Segment
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
    if not gaps:
        return
    last = gaps[-1]
    if len(gaps) == 1 and shares_rival(tokens, _told(draft), _told(last)):
        draft.items += [
            (one, at, _copy(chunk))
            for one, at, chunk in last.items
            if chunk is not None and chunk.prep in RIVALS
        ]
        return
    if draft.verbs or draft.particle >= 0 or draft.final:
        return
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


def shares_rival(tokens: Tokens, earlier: list[Chunk], chunks: list[Chunk]) -> bool:
    """`In Runde drei ging A, in Runde fünf auch B an C vorbei`: only the last says past whom."""
    earlier, chunks = ([c for c in half if not loose(c)] for half in (earlier, chunks))
    if len(earlier) != 2 or len(chunks) != 3 or chunks[2].prep not in RIVALS:
        return False
    if not all(tells_when(tokens, half[0]) for half in (earlier, chunks)):
        return False
    people = (earlier[1], chunks[1])
    return (
        all(one.prep is None and label(tokens, one) in RACING for one in people)
        and label(tokens, chunks[2]) in RACING | {"MANUFACTURER"}
        and bool(earlier[1].mask & chunks[1].mask & NOMINATIVE)
    )


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
    copy.prep, copy.definite, copy.mention = chunk.prep, chunk.definite, chunk.mention
    copy.names = chunk.names
    return copy


def another_particle(tokens: Tokens, first: Draft, segment: Segment, lexicon: Lexicon) -> bool:
    """Whether a conjunct has the verb of the one before with a particle of its own.

    `Nach zwei Stunden stieg A aus und B ein`: who got in is told by a clause of its own.

    Args:
        tokens: the document.
        first: the clause before.
        segment: what stands behind the comma or conjunction, without a verb.
        lexicon: tells whether there is such a verb.
    """
    if first.final or first.finite < 0 or first.particle < 0 or first.verbs:
        return False
    last = next((token for letter, token, _c in segment.items if letter == "T"), -1)
    opening = segment.items[0][2]
    if last < 0 or opening is None or opening.prep is not None or not can_be_subject(opening):
        return False
    return lexicon.is_verb(tokens.lower[last] + tokens.lemmas[first.finite].lower())
