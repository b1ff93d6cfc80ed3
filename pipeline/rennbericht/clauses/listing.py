"""Verbless stretches between commas: lists of names that go on, places that interrupt."""

from __future__ import annotations

from .chunk import Chunk, Item
from .draft import Draft
from .kinds import ABOARD, CREWED, tells_when
from .segments import Segment
from .tokens import MEASURES, Tokens


def lists_on(tokens: Tokens, top: Draft, segment: Segment) -> bool:
    """Whether a verbless segment goes on with the names behind a participle.

    So in `wurde Vierter, gefolgt von A (BMW), B (Audi) und C`.

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


def crew_goes_on(tokens: Tokens, items: list[Item], mark: int, start: int) -> bool:
    """Whether the names behind a comma go on with a car's crew.

    So in `siegte der Ferrari mit A, B und C vor der Corvette mit D`: nobody but the Ferrari won.

    Args:
        tokens: the document.
        items: those of the clause.
        mark: the comma or `und`.
        start: what stands behind it.
    """
    first = mark - 1
    while first > 1 and items[first - 1][0] == "," and _is_bare_name(tokens, items[first]):
        first -= 2
    opener, car = items[first][2], items[first - 1][2] if first > 0 else None
    if opener is None or car is None or opener.prep not in ABOARD or opener.start != car.end:
        return False
    if car.prep == "von" and first > 1 and items[first - 2][2] is not None:
        # der Audi von Falkenried mit A
        car = items[first - 2][2]
    if car is None or not _is_name(tokens, opener):
        return False
    if tokens.label(car.mention) not in CREWED:
        return False
    if items[mark][0] == "K":
        return start < len(items) and _is_bare_name(tokens, items[start])
    at = start
    while at + 2 < len(items) and _is_bare_name(tokens, items[at]):
        if items[at + 1][0] == "K":
            return _is_bare_name(tokens, items[at + 2])
        if items[at + 1][0] != ",":
            break
        at += 2
    return False


def points_go_on(tokens: Tokens, items: list[Item], mark: int, start: int) -> bool:
    """Whether a list goes on in which each has his own figure.

    `führt vor Alt mit 153, Smits mit 140 und Soomer mit 121 Punkten`: nobody but the first leads.

    Args:
        tokens: the document.
        items: those of the clause.
        mark: the comma or `und`.
        start: what stands behind it.
    """
    if _with_figure(tokens, items, start) != "":
        return False
    first = mark - 2
    while (before := _with_figure(tokens, items, first)) == "":
        if first < 3 or items[first - 1][0] not in ",K":
            return False
        first -= 3
    return before in ("vor", "hinter")


def _with_figure(tokens: Tokens, items: list[Item], at: int) -> str | None:
    """The preposition (or "") of a name with what he has behind it: `vor Alt mit 153`."""
    if not 0 <= at < len(items) - 1:
        return None
    who, figure = items[at][2], items[at + 1][2]
    if who is None or figure is None or figure.prep != "mit" or figure.start != who.end:
        return None
    counted = any(tokens.tags[token] == "CARD" for token in range(figure.start, figure.end))
    return who.prep or "" if counted and _is_name(tokens, who) else None


def _is_bare_name(tokens: Tokens, item: Item) -> bool:
    chunk = item[2]
    return chunk is not None and chunk.prep is None and _is_name(tokens, chunk)


def places_between(tokens: Tokens, top: Draft, segment: Segment, following: Segment | None) -> bool:
    """Whether a place between commas interrupts a clause that has no verb so far.

    So in `der Franzose, im Qualifying Zweiter hinter Vettel, stürzte`.

    Args:
        tokens: the document.
        top: the clause before the segment.
        segment: what stands between the commas.
        following: the segment behind it.
    """
    if top.finite >= 0 or top.verbs or top.kind != "main" or not segment.comma:
        return False
    if following is None or not following.comma or following.kon >= 0 or following.finite != 0:
        return False
    first, ranks = top.items[0][2], [chunk for _l, _t, chunk in segment.items if chunk]
    if segment.kon >= 0 or first is None:
        return False
    if first.prep is not None and (len(top.items) > 1 or not _is_name(tokens, first)):
        # Hinter A, im Qualifying noch Siebter, wurde B Zweiter
        return False
    if first.mention < 0 and not (first.definite and first.kind == "np"):
        return False
    if tokens.label(first.mention) == "POSITION":
        return False
    for chunk in ranks:
        if chunk.prep in (None, "auf") and tokens.label(chunk.mention) == "POSITION":
            return True
        if chunk.prep is None and _figure(tokens.words[chunk.head]):
            # im Qualifying nur 16.
            return True
        if (
            chunk.prep is None
            and chunk.kind == "np"
            and tokens.label(chunk.mention) not in MEASURES
        ):
            # der Franzose, Favorit auf den zweiten Platz, ...
            return False
    return False


def place_behind(tokens: Tokens, top: Draft, segment: Segment, following: Segment | None) -> bool:
    """Whether a place behind the name that ends a clause is one that he had at another time.

    So in `Dritter wurde Vettel, in Runde zehn noch Siebter` and `Am Ende wurde Vettel, in Runde
    zehn noch Siebter, Dritter`.

    Args:
        tokens: the document.
        top: the clause before the segment.
        segment: what stands behind the comma.
        following: the segment behind it.
    """
    last = top.items[-1][2] if top.items else None
    if top.finite < 0 or top.verbs or last is None or last.prep is not None:
        return False
    if not segment.comma or segment.kon >= 0 or not _is_name(tokens, last):
        return False
    *when, rank = (chunk for _l, _t, chunk in segment.items)
    if rank is None or rank.prep is not None or tokens.label(rank.mention) != "POSITION":
        return False
    told_when = [c for c in when if c is not None and c.kind != "adverb"]
    if not told_when or not all(tells_when(tokens, c) for c in told_when):
        return False
    goes_on = following.items if following is not None and following.comma else []
    told = [*top.items, *goes_on]
    return any(c is not None and tokens.label(c.mention) == "POSITION" for _l, _t, c in told)


def place_before(tokens: Tokens, top: Draft) -> bool:
    """Whether a verbless clause says which place the subject of the next one had then.

    `In Runde zwei schon Vierter, griff Stoner nun an`, `Zunächst Achter, fuhr er auf Rang drei`.
    """
    if top.kind != "main" or len(top.items) < 2:
        return False
    places = 0
    for letter, _token, chunk in top.items:
        if letter != "c" or chunk is None:
            return False
        if chunk.prep is not None and tokens.lower[chunk.head] in tokens.classes["other-season"]:
            return False
        if chunk.prep is not None or chunk.kind in ("adverb", "adjective"):
            continue
        if tokens.label(chunk.mention) != "POSITION" or chunk.start != chunk.head:
            return False
        places += 1
    return places == 1


def says_place(tokens: Tokens, draft: Draft) -> bool:
    """Whether a clause of `werden` has its complement, a place: `Vettel wurde Fünfter`."""
    if tokens.lemmas[draft.finite] != "werden":
        return False
    chunks = [chunk for _l, _t, chunk in draft.items if chunk is not None and chunk.prep is None]
    return any(tokens.label(c.mention) == "POSITION" and not c.definite for c in chunks)


def _figure(word: str) -> bool:
    return word.endswith(".") and word[:-1].isdigit()


def _is_name(tokens: Tokens, chunk: Chunk) -> bool:
    return tokens.label(chunk.mention) in ("DRIVER", "PERSON")


def awaits_infinitive(
    tokens: Tokens, outer: Draft, segment: Segment, governing: frozenset[str]
) -> bool:
    """Whether the infinitive closes a clause that goes on with `und`.

    `blieben Alonso und Ocon im Kies stecken`, `ließ Norris und Piastri stehen`

    Args:
        tokens: the document.
        outer: the clause with the finite verb.
        segment: what stands from the conjunction on.
        governing: verbs that govern a bare infinitive.
    """
    if outer.finite < 0 or outer.verbs or outer.final or segment.zu or segment.comma:
        return False
    letter, last, _chunk = segment.items[-1]
    if segment.kon < 0 or letter != "V" or tokens.tags[last] != "VVINF":
        return False
    return segment.items[0][0] == "c" and tokens.lemmas[outer.finite] in governing
