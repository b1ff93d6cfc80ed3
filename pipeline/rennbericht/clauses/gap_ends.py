"""Where an elided conjunct ends: behind the phrases that belong to it."""

from __future__ import annotations

from .chunk import Chunk, Item
from .gap_parts import part_of
from .kinds import ABOARD, CREWED, counts_on, label, loose
from .tokens import Tokens


def end_of_gap(tokens: Tokens, items: list[Item], start: int) -> int:
    """Where the phrases of a gapped conjunct end; its subject may be `A und B`."""
    end, phrases = start, 0
    first = items[start][2] if start < len(items) else None
    ranked = is_place(tokens, first) or (
        first is not None
        and (
            bool(part_of(tokens, first))
            or counts_on(tokens, first)
            # aus der dritten Reihe A und B
            or (first.prep in ("in", "aus") and label(tokens, first) == "POSITION")
        )
    )
    while end < len(items):
        letter, _token, last = items[end]
        if letter == "K" and _two_aboard(tokens, items, end):
            # der BMW von A und B Dritter
            pass
        elif letter == "K" and phrases in (1, 1 + ranked) and items[end + 1 : end + 2]:
            # A und B Dritte; Dritte A und B; in der LMP2 A und B
            chunk = items[end + 1][2]
            if chunk is None or chunk.prep is not None or loose(chunk) or is_place(tokens, chunk):
                break
        elif letter not in "cpR|":
            break
        phrases += letter == "c" and (last is None or not loose(last))
        end += 1
    return end + 2 * _two_at_end(tokens, items, end)


def _two_aboard(tokens: Tokens, items: list[Item], end: int) -> bool:
    """Whether a conjunction joins the two of a car's crew: `der BMW von A und B`."""
    if not 1 < end < len(items) - 1:
        return False
    car, one, other = items[end - 2][2], items[end - 1][2], items[end + 1][2]
    if car is None or one is None or other is None or other.prep is not None:
        return False
    named = label(tokens, one) == label(tokens, other) == "DRIVER"
    return named and one.prep in ABOARD and label(tokens, car) in CREWED


def _two_at_end(tokens: Tokens, items: list[Item], end: int) -> bool:
    """Whether a conjunct ends in two names: `ließ A passieren, später auch B und C`."""
    if not 0 < end < len(items) - 1 or items[end][0] != "K":
        return False
    one, other = items[end - 1][2], items[end + 1][2]
    if one is None or other is None or one.prep is not None or other.prep is not None:
        return False
    named = label(tokens, one) == label(tokens, other) == "DRIVER"
    return named and items[end + 2 : end + 3] in ([], [(",", -1, None)])


def is_place(tokens: Tokens, chunk: Chunk | None) -> bool:
    """Whether a phrase is a place by itself: `Dritter`, not `auf Rang drei`."""
    return chunk is not None and chunk.prep is None and label(tokens, chunk) == "POSITION"
