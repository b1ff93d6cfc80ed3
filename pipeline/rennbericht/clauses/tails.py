"""Conjuncts of which only who and when or where are said, behind a clause that is complete.

`Verstappen zog vorbei, fünf Runden später auch Norris`, `musste A passieren lassen, dann den
Porsche von B`, `wurde von A überholt, eine Kurve später von B`.
"""

from __future__ import annotations

from typing import NamedTuple

from .agreement import NOMINATIVE
from .chunk import Chunk, Item
from .draft import Draft
from .kinds import RACING, RIVALS, label, loose, somebody, tells_setting, tells_when
from .tokens import MEASURES, Tokens

#: what stands for somebody, where a clause has one before
_BY_CAR = RACING | {"MANUFACTURER"}
#: prepositions before whom an action is turned against, or who does it in a passive
_AGAINST = frozenset({*RIVALS, "von"})
#: prepositions that say more about who was just named: `der Porsche von A`, `A im BMW`
_MORE = frozenset({"von", "in", "auf", "mit"})
#: ranks and gaps: such a conjunct tells places, not what was done
_PLACES = frozenset({"POSITION", "GAP"})


class _Parts(NamedTuple):
    """Who a conjunct names, and whether it tells when or where before or behind."""

    who: Chunk
    first: bool
    #: a lap, a time of day, a corner
    firm: bool


def tail(
    tokens: Tokens, draft: Draft, before: list[Item], after: list[Item], joined: bool
) -> bool | None:
    """Whether phrases behind a complete clause are a conjunct of their own.

    Args:
        tokens: the document.
        draft: the clause.
        before: its items up to the mark.
        after: the items behind the mark, up to the next.
        joined: whether the mark is a conjunction (`A und B in Runde drei` are one list).

    Returns:
        whether its subject is that of the clause; None where it is no conjunct.
    """
    if draft.final:
        return None
    earlier = [c for letter, _t, c in before if letter in "cx" and c is not None]
    chunks = [c for letter, _t, c in after if letter in "cx" and c is not None]
    if not earlier or len(chunks) < 2 or len(chunks) < len([i for i in after if i[0] in "cx"]):
        return None
    if any(label(tokens, c) in _PLACES for c in chunks):
        return None
    parts = _parts(tokens, earlier, chunks)
    if parts is None:
        return None
    if parts.who.prep is None and any(label(tokens, c) in _PLACES for c in earlier):
        return None
    if parts.first and not tells_setting(tokens, earlier[-1]):
        # `überholte A, B in Runde drei` may be a list; behind its last verb a clause is over
        closed = before[-1][0] in "VT" or tokens.code[before[-1][1]] == "T"
        level = tokens.lower[earlier[-1].head] in tokens.classes["place-adverb"]
        if joined or not (closed or level):
            return None
    return _keeps(tokens, draft, earlier, parts)


def _parts(tokens: Tokens, earlier: list[Chunk], chunks: list[Chunk]) -> _Parts | None:
    who: Chunk | None = None
    first = firm = told = somewhere = False
    end = -1
    for at, chunk in enumerate(chunks):
        if who is not None and chunk.start == end and _says_more(tokens, chunk):
            end = chunk.end
        elif _is_somebody(tokens, earlier, chunk, chunks[at + 1 : at + 2]):
            if who is not None:
                return None
            who, first, end = chunk, not (told or somewhere), chunk.end
        elif tells_setting(tokens, chunk):
            firm = firm or not loose(chunk)
            told = True
        elif _at_place(tokens, chunk, chunks[at + 1 : at + 2]):
            firm = told = True
        elif loose(chunk):
            level = tokens.lower[chunk.head] in tokens.classes["place-adverb"]
            told = told or (level and who is not None)
        elif not _measures(tokens, chunk, chunks[at + 1 : at + 2]) and not _genitive(tokens, chunk):
            if chunk.prep is None or label(tokens, chunk) or who is not None:
                return None
            somewhere = True
        else:
            told = True
    if who is None:
        return None
    # `im Infield den Honda von A` can be nothing else
    if not told and not (somewhere and who.prep is None and not who.mask & NOMINATIVE):
        return None
    return _Parts(who, first, firm)


def _is_somebody(
    tokens: Tokens, earlier: list[Chunk], chunk: Chunk, following: list[Chunk]
) -> bool:
    named = label(tokens, chunk) in _BY_CAR
    if chunk.prep is None:
        return named or (somebody(chunk) and not _measures(tokens, chunk, following))
    if not named or chunk.prep not in _AGAINST:
        return False
    return any(c.prep == chunk.prep and (label(tokens, c) in _BY_CAR) for c in earlier)


def _says_more(tokens: Tokens, chunk: Chunk) -> bool:
    return chunk.prep in _MORE and label(tokens, chunk) in _BY_CAR


def _measures(tokens: Tokens, chunk: Chunk, following: list[Chunk]) -> bool:
    """Whether a bare noun measures the adverb behind it: `zwei Kurven später`."""
    if chunk.prep is not None or not following or chunk.mention >= 0:
        return False
    form = tokens.lower[following[0].head]
    return following[0].start == chunk.end and form in tokens.classes["later"]


def _at_place(tokens: Tokens, chunk: Chunk, following: list[Chunk]) -> bool:
    """Whether a noun and the place it belongs to tell where: `am Ende der Gegengeraden`."""
    if chunk.prep is None or not following or label(tokens, chunk):
        return False
    return following[0].start == chunk.end and _genitive(tokens, following[0])


def _genitive(tokens: Tokens, chunk: Chunk) -> bool:
    """Whether a place depends on the noun before it: `am Ende der Gegengeraden`."""
    return chunk.prep is None and label(tokens, chunk) == "CORNER"


def _keeps(tokens: Tokens, draft: Draft, earlier: list[Chunk], parts: _Parts) -> bool | None:
    """Whether the conjunct keeps the subject; None where it could say neither."""
    who = parts.who
    if who.prep is not None:
        return True
    bare = [c for c in earlier if c.prep is None and c.kind in ("np", "pronoun")]
    people = [
        c for c in bare
        if not tells_when(tokens, c) and label(tokens, c) not in MEASURES
        and (c.kind == "pronoun" or label(tokens, c) in _BY_CAR or somebody(c))
    ]  # fmt: skip
    if not people:
        return None
    if not who.mask & NOMINATIVE:
        return True
    if not who.mask & ~NOMINATIVE:
        return False
    acting = [c for c in people if c.mask & NOMINATIVE]
    if len(people) > 1:
        # `überholte ihn A, dann B`: a pronoun that cannot act was passed
        return (
            len(acting) != 1
            or acting[0].kind == "pronoun"
            or all(c.kind != "pronoun" for c in people)
        )
    if draft.items[0][0] == "F" or not acting:
        return True
    rival = any(c.prep in RIVALS and label(tokens, c) not in MEASURES for c in earlier)
    # Zunächst stoppte A, dann B und schließlich C
    opening = tokens.classes["first-of-all"]
    counted = any(loose(c) and tokens.lower[c.head] in opening for c in earlier)
    if any(tokens.lower[c.head] in tokens.classes["front"] for c in earlier):
        return False if parts.firm or counted else None
    # schied nach einem Unfall aus, später auch B
    as_well = tokens.lower[who.start - 1] in tokens.classes["as-well"]
    return False if parts.firm or rival or parts.first or as_well or counted else None
