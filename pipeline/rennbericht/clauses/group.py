"""A phrase with its conjuncts."""

from __future__ import annotations

from .agreement import CASE_MASK, PLURAL
from .chunk import Chunk


class Group:
    """A phrase with its conjuncts: `vor A, B und C` is one group of three chunks."""

    __slots__ = (
        "apposed",
        "chunks",
        "conjunction",
        "crew",
        "either",
        "first",
        "index",
        "listed",
        "maybe",
        "of",
    )

    def __init__(self, chunk: Chunk) -> None:
        self.chunks = [chunk]
        #: the conjunct that carries preposition and determiner
        self.first = chunk
        self.conjunction = -1
        #: token this phrase depends on, or -1
        self.of = chunk.of
        self.index = -1
        #: the group that this one will join where a conjunction follows
        self.listed: Group | None = None
        #: joined by `oder` or `noch`, so that the verb may be singular
        self.either = False
        #: one crew by its noun, which has the number of that: `das Audi-Duo A und B`
        self.crew = False
        #: taken for a genitive attribute, but a nominative by its form
        self.maybe = False
        #: whether a name or role stands in apposition to it
        self.apposed = False

    def named_by(self, chunk: Chunk) -> None:
        """Take in the name (or the role) that stands in apposition to the last conjunct."""
        last = self.chunks[-1]
        self.apposed = True
        if last.mention < 0:
            last.mention = chunk.mention
        last.end = chunk.end
        if last.mask & chunk.mask:
            last.mask &= chunk.mask


def cases_of(mask: int) -> int:
    """The cases of a mask as four bits, nominative lowest."""
    return (
        (1 if mask & 0xF else 0)
        | (2 if mask & 0xF0 else 0)
        | (4 if mask & 0xF00 else 0)
        | (8 if mask & 0xF000 else 0)
    )


def joint_mask(group: Group) -> int:
    """Cells of the whole group: conjuncts agree in case, and together they are plural."""
    if len(group.chunks) == 1:
        return group.first.mask
    cases = 0b1111
    for chunk in group.chunks:
        both = cases & cases_of(chunk.mask)
        cases = both or cases
    mask = sum(CASE_MASK["nadg"[i]] for i in range(4) if cases >> i & 1)
    if group.crew:
        return mask & group.first.mask or mask
    return mask if group.either else mask & PLURAL
