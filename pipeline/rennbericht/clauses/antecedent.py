"""Which phrase a relative clause is about."""

from __future__ import annotations

from collections.abc import Container, Sequence

from .chunk import Chunk, Item, can_be_subject
from .draft import Draft
from .tokens import MEASURES, Tokens

VEHICLES = frozenset({"CAR", "MANUFACTURER", "TEAM"})
PEOPLE = frozenset({"DRIVER", "PERSON"})


def find_antecedent(
    tokens: Tokens, draft: Draft, pronoun: Chunk, items: Sequence[Item], persons: Container[str]
) -> Chunk | None:
    """The nearest phrase before a relative clause that agrees with its pronoun.

    Args:
        tokens: the document.
        draft: the relative clause, whose matrix may change.
        pronoun: the relative pronoun.
        items: the stretch that the clause opens with.
        persons: nouns for people, lower case.
    """
    matrix = draft.matrix
    genders = _genders(pronoun, tokens)
    if tokens.lower[pronoun.head] == "der" and not _other_subject(tokens, pronoun, items):
        # traf Sainz an der Box, der danach ausfiel: der is who acts, no dative
        genders = _MASCULINE
    nearest: Chunk | None = None
    if tokens.lower[pronoun.head] == "was":
        # a whole clause is meant, but for `alles, was`
        last = matrix.items[-1][2] if matrix is not None and matrix.items else None
        return last if last is not None and last.kind == "pronoun" else None
    steps = 0
    while matrix is not None:
        for letter, _token, chunk in reversed(matrix.items):
            if chunk is None or letter not in "cxw" or chunk.kind in ("adverb", "adjective"):
                continue
            if chunk is matrix.relative and chunk.kind == "pronoun":
                continue
            if tokens.lower[chunk.head] == "es" and tokens.lower[pronoun.head] != "das":
                # Russell war es, der Hamilton traf
                continue
            if tokens.tags[chunk.head] == "PRF":
                # hatte Vettel vor sich, den er überholte
                continue
            if _bare_place(tokens, chunk) and not genders & _NEUTER:
                # es siegte Vettel in Spa, der nun führt: towns are neuter
                continue
            if not genders & _PLURAL and _of_two(tokens, matrix, chunk):
                continue
            if nearest is None:
                nearest = chunk
                draft.matrix = matrix
            if _agree(chunk.mask, genders):
                draft.matrix = matrix
                driver = _driver(tokens, matrix, chunk, persons)
                if driver is not None and _agree(driver.mask, genders):
                    return driver
                return chunk
            steps += 1
            if steps >= 4:
                return nearest
        matrix = matrix.matrix
    return nearest


def _of_two(tokens: Tokens, matrix: Draft, chunk: Chunk) -> bool:
    """Whether a phrase is one of two: `ein Unfall zwischen A und B, durch den beide ausfielen`."""
    if chunk.prep == "zwischen":
        return True
    if chunk.prep is not None or tokens.code[chunk.start - 1] != "K":
        return False
    before = [c for _, _, c in matrix.items if c is not None and c.end < chunk.start]
    return bool(before) and before[-1].prep == "zwischen"


def _driver(tokens: Tokens, matrix: Draft, car: Chunk, persons: Container[str]) -> Chunk | None:
    """The driver before the car he sits in: `Buri (LMS Racing) im Audi`, `der Brite im Audi`."""
    if car.prep not in ("in", "auf") or not _labelled(tokens, car, VEHICLES):
        return None
    before = [chunk for _, _, chunk in matrix.items if chunk is not None and chunk.end <= car.start]
    if not before:
        return None
    noun = tokens.lemmas[before[-1].head].lower().rpartition("-")[2]
    if not _labelled(tokens, before[-1], PEOPLE) and noun not in persons:
        return None
    gap = tokens.code[before[-1].end : car.start]
    bracketed = bool(gap) and gap[0] == "(" and gap[-1] == ")"
    return before[-1] if not gap or bracketed else None


def _other_subject(tokens: Tokens, pronoun: Chunk, items: Sequence[Item]) -> bool:
    """Whether another phrase of a relative clause can be its subject."""
    return any(
        chunk is not None
        and chunk is not pronoun
        and can_be_subject(chunk)
        and tokens.label(chunk.mention) not in MEASURES
        for _letter, _token, chunk in items
    )


def _labelled(tokens: Tokens, chunk: Chunk, labels: frozenset[str]) -> bool:
    return tokens.label(chunk.mention) in labels


def _agree(mask: int, genders: int) -> bool:
    """Whether a phrase can be the antecedent: gender and number, whatever the cases."""
    own = (mask | mask >> 4 | mask >> 8 | mask >> 12) & 0b1111
    return bool(own & genders)


def _genders(pronoun: Chunk, tokens: Tokens) -> int:
    form = tokens.lower[pronoun.head] if pronoun.end - pronoun.start <= 2 else ""
    return _PRONOUN_GENDERS.get(form, 0b1111)


def _bare_place(tokens: Tokens, chunk: Chunk) -> bool:
    """Whether a phrase is a town or track without an article: `in Spa`, `aus Köln`."""
    if chunk.prep not in _AT_PLACE or tokens.tags[chunk.head] != "NE":
        return False
    alone = chunk.head - chunk.start == 1 and tokens.tags[chunk.start] == "APPR"
    return alone and tokens.label(chunk.mention) in ("TRACK", "")


#: prepositions before the name of a town
_AT_PLACE = frozenset({"in", "aus", "bei"})
_MASCULINE, _NEUTER, _PLURAL = 0b0001, 0b0100, 0b1000
#: genders (m, f, n, plural from the lowest bit) of the relative pronouns
_PRONOUN_GENDERS = {
    "der": 0b0011, "die": 0b1010, "das": 0b0100, "den": 0b0001, "dem": 0b0101,
    "denen": 0b1000, "welcher": 0b0011, "welche": 0b1010, "welches": 0b0100,
}  # fmt: skip
