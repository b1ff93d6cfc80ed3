"""Gaps in which the race or class is told anew: `In der LMP2 siegte A, in der GT3 B`."""

from __future__ import annotations

from itertools import pairwise

from ..german.dates import weekday
from .chunk import Chunk, Item
from .kinds import RACING, counts_on, label, loose, tells_when
from .tokens import Tokens

#: what a race is one of several by
_PARTS = {"CLASS": "CLASS", "SERIES": "CLASS", "TRACK": "TRACK", "SESSION": "SESSION"}

#: in what people sit: `Im BMW führte A, im Ferrari B`
_CARS = frozenset({"CAR", "MANUFACTURER"})
#: for what people drive: `A startet für Manthey, B für Audi`
_SEATS = _CARS | {"TEAM"}


def without_measure(tokens: Tokens, items: list[Item]) -> list[Chunk]:
    """The phrases of a conjunct from when on: of `wenig später von A` those from `später` on."""
    chunks = [c for letter, _t, c in items if letter == "c" and c is not None]
    measured = len(chunks) > 2 and loose(chunks[0]) and loose(chunks[1])
    if measured and not tells_when(tokens, chunks[0]) and tells_when(tokens, chunks[1]):
        return chunks[1:]
    return chunks


def one_of_several(tokens: Tokens, before: list[Item], after: list[Item]) -> bool:
    """Whether both halves name a race or class and who: `In der LMP2 siegte A, in der GT3 B`.

    So too `Schnellster in der GT3 war A, Schnellste in der GT4 B`.
    """
    chunks = [c for letter, _t, c in after if letter == "c" and c is not None]
    earlier = [c for letter, _t, c in before if letter in "cx" and c is not None]
    told = [c for c in earlier if not _fastest(tokens, c)]
    if len(chunks) > 2 and len(told) < len(earlier) and _fastest(tokens, chunks[0]):
        chunks = chunks[1:]
    earlier = told
    if len(chunks) < 2 or len(earlier) < 2:
        return False
    first, holder = chunks[0], chunks[1]
    topic = _same_part(tokens, first, earlier)
    if topic is None:
        return False
    earlier = [topic, *(c for c in earlier if c is not topic)]
    if label(tokens, holder) not in RACING:
        return False
    if holder.prep is not None:
        return any(c.prep == holder.prep and label(tokens, c) in RACING for c in earlier[1:])
    listed = {at for (letter, _t, _c), (_l, at, _x) in pairwise(before) if letter in "K,"}
    who = [c for c in earlier[1:] if c.prep is None and c.kind in ("np", "pronoun")]
    heads = [c for c in who if c.start not in listed and not tells_when(tokens, c)]
    # im Gold Cup hatten A und B die Nase vorn, im Bronze Cup C und D
    heads = [c for c in heads if label(tokens, c) in RACING] or heads
    return len(heads) == 1 and heads[0].kind == "np"


def _same_part(tokens: Tokens, first: Chunk, earlier: list[Chunk]) -> Chunk | None:
    """The race or class of the first half that another one in the second is told against."""
    for topic in earlier:
        part = part_of(tokens, topic)
        if first.prep != topic.prep:
            continue
        if topic is earlier[0] and counts_on(tokens, topic) and counts_on(tokens, first):
            # `Zwei Läufe: Den ersten gewann A, den zweiten B`
            return topic
        if not part:
            continue
        if part_of(tokens, first) == part or (topic is earlier[0] and counts_on(tokens, first)):
            return topic
    return None


def _fastest(tokens: Tokens, chunk: Chunk) -> bool:
    """Whether a phrase is `Schnellster`, `Bester`, `Beste`: a superlative without a noun."""
    return chunk.prep is None and tokens.lower[chunk.head] in tokens.classes["superlative"]


def part_of(tokens: Tokens, chunk: Chunk) -> str:
    """What a phrase tells several races apart by: `CAR`, `DAY` (`am Samstag`), ..."""
    named = _PARTS.get(label(tokens, chunk))
    if named is not None:
        return named
    if chunk.prep == "in" and label(tokens, chunk) in _CARS:
        return "CAR"
    day = chunk.prep is not None and weekday(tokens.words[chunk.head]) is not None
    return "DAY" if day else ""


def same_seat(tokens: Tokens, earlier: list[Chunk], chunks: list[Chunk]) -> bool:
    """Whether both halves say who drives what: `A fährt einen Audi, B einen BMW`, `B für BMW`."""
    if len(chunks) != 2 or chunks[1].prep not in (None, "für"):
        return False
    people = [c for c in earlier if label(tokens, c) == "DRIVER"]
    if len(people) != 1 or label(tokens, chunks[0]) != "DRIVER":
        return False
    if people[0].prep is not None or chunks[0].prep is not None:
        return False
    cars = [c for c in (*earlier, chunks[1]) if label(tokens, c) in _SEATS]
    return len(cars) == 2 and cars[0].prep == chunks[1].prep and cars[1] is chunks[1]
