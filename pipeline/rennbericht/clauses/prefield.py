"""What stands before the verb of a later main clause, where the cut at commas parts it from there.

`Vettel siegte, Alonso und Webber folgten`, `Vettel siegte, und Webber, der lange geführt hatte,
wurde Vierter`, `Vettel siegte, und weil Alonso ausschied, wurde Webber Zweiter`.
"""

from __future__ import annotations

from ..german.lexicon import Lexicon
from .agreement import NOMINATIVE
from .chunk import Chunk, Item
from .draft import Draft
from .segments import Segment
from .tokens import Tokens


def join_prefield(tokens: Tokens, segments: list[Segment], position: int, lexicon: Lexicon) -> None:
    """Put what is listed before the verb of a later main clause into its segment, in place."""
    if not _join_subjects(tokens, segments, position, lexicon):
        _join_prepositional(tokens, segments, position)


def _join_subjects(
    tokens: Tokens, segments: list[Segment], position: int, lexicon: Lexicon
) -> bool:
    """Put the first conjuncts of a subject before the segment with its last one and the verb.

    The verb must be a plural, so that `A, B und C folgten` is one clause after another one that
    is complete. The segments are joined in place.
    """
    first = segments[position]
    if not first.comma and first.kon < 0:
        return False
    end = position
    while end < len(segments) and _is_conjunct(segments[end]):
        if end > position and segments[end].kon >= 0 and not segments[end].comma:
            return False
        end += 1
    if end == position or end == len(segments):
        return False
    last = segments[end]
    joins = last.kon >= 0 and not last.comma and last.lead < 0 and last.finite > 0
    if not joins or not _is_subject(last.items[: last.finite]):
        return False
    if first.kon >= 0 and tokens.lower[last.kon] != "sowie":
        return False
    form = tokens.lower[last.items[last.finite][1]]
    if not any(reading.number == "pl" for reading in lexicon.finite(form)):
        return False
    items: list[Item] = []
    for segment in segments[position:end]:
        items += segment.items
        items.append((",", -1, None))
    items[-1] = ("K", last.kon, None)
    last.finite += len(items)
    last.items[:0] = items
    last.comma, last.kon = first.comma, first.kon
    del segments[position:end]
    return True


def _join_prepositional(tokens: Tokens, segments: list[Segment], position: int) -> bool:
    """Put `für A` before the segment with its last name and the verb, in place.

    `Vettel stürzte, auch für Alonso und Webber war das Rennen beendet`: two names behind one
    preposition stand before the verb of a later main clause.
    """
    first, last = segments[position], segments[position + 1 : position + 2]
    if not first.comma or first.kon >= 0 or first.lead >= 0 or not last:
        return False
    if first.finite >= 0 or first.verbs or first.zu or first.particle or not first.items:
        return False
    phrase = first.items[-1][2]
    if phrase is None or phrase.prep not in tokens.classes["sharing-preposition"]:
        return False
    if any(chunk is None or chunk.kind != "adverb" for _l, _t, chunk in first.items[:-1]):
        return False
    follower = last[0]
    joins = follower.kon >= 0 and not follower.comma and follower.lead < 0 and follower.finite == 1
    name = follower.items[0][2] if joins else None
    if name is None or name.prep is not None:
        return False
    if any(
        tokens.label(one.mention) not in ("DRIVER", "PERSON", "") or tokens.tags[one.head] != "NE"
        for one in (phrase, name)
    ):
        return False
    items: list[Item] = [*first.items, ("K", follower.kon, None)]
    follower.finite += len(items)
    follower.items[:0] = items
    follower.comma, follower.kon = first.comma, first.kon
    del segments[position]
    return True


def _is_conjunct(segment: Segment) -> bool:
    if segment.finite >= 0 or segment.verbs or segment.zu or segment.particle or segment.lead >= 0:
        return False
    return _is_subject(segment.items)


def _is_subject(items: list[Item]) -> bool:
    """Whether items are one phrase that can be a subject, and what may hang on it."""
    if not items or not _can_be_subject(items[0]):
        return False
    return all(
        letter == "p" or (letter == "c" and chunk is not None and chunk.kind == "pp")
        for letter, _token, chunk in items[1:]
    )


def _can_be_subject(item: Item) -> bool:
    chunk: Chunk | None = item[2]
    return (
        item[0] == "c"
        and chunk is not None
        and chunk.prep is None
        and chunk.kind in ("np", "pronoun")
        and bool(chunk.mask & NOMINATIVE)
    )


def move_prefield(drafts: list[Draft], top: Draft, main: Draft) -> bool:
    """Give a clause that seems to begin with its verb what stands before an inner clause.

    Args:
        drafts: all clauses so far, `main` the last of them.
        top: the main clause before.
        main: the new one, still without items.
    """
    inner = [draft for draft in drafts if draft.matrix is top and draft.before is None]
    for draft in inner:
        if draft.joined and draft.items[0][1] > top.finite:
            # und weil Alonso ausschied, wurde ...
            draft.matrix = main
            main.items.append(("|", -1, None))
            return True
    start = max((i for i, item in enumerate(top.items) if item[0] == "K"), default=-1)
    moved = top.items[start + 1 :]
    if start < 1 or not moved or moved[0][1] < top.finite or not _is_subject(moved):
        return False
    before = top.items[start - 1]
    if before[0] not in ",|" and _can_be_subject(before):
        # A und B, die ...: one list
        return False
    del top.items[start - (before[0] in ",|") :]
    main.items = [*moved, ("|", -1, None)]
    for draft in inner:
        if draft.items and draft.items[0][1] > moved[0][1]:
            draft.matrix = main
    return True
