"""Who does the same as the subject, in a comparison or beside it.

`Wie Albon schied auch Sargeant aus`, `Sainz drehte sich ebenso wie Norris`, `Neben Norris mussten
auch Albon und Gasly aufgeben`.
"""

from __future__ import annotations

from .chunk import Chunk
from .group import Group
from .kinds import NAMED, label
from .tokens import Tokens

#: prepositions before whom the same befell as the subject
BESIDE = frozenset({"wie", "neben", "außer", "nach", "mit"})


def add_likewise(tokens: Tokens, groups: list[Group], subject: Group, finite: int) -> None:
    """Add whom a comparison names to the subject, in place.

    Args:
        tokens: the document.
        groups: the phrases of the clause.
        subject: its grammatical subject.
        finite: token of the finite verb.
    """
    for group in groups:
        chunk = group.first
        if chunk.prep == "mit" and _are(tokens, group, subject, finite):
            chunk.prep, chunk.kind, chunk.start = None, "np", chunk.start + 1
            subject.chunks, subject.first = group.chunks, chunk
            groups.remove(group)
            return
        if chunk.prep not in BESIDE or chunk.prep == "mit" or len(group.chunks) > 1:
            continue
        if chunk.prep != "wie" and label(tokens, chunk) != "DRIVER":
            continue
        if label(tokens, chunk) not in NAMED and not (chunk.definite and chunk.mention < 0):
            continue
        if not (chunk.prep == "wie" and _just_so(tokens, chunk, finite)) and not (
            chunk.start < finite < subject.first.start
            and tokens.lower[subject.first.start - 1] == "auch"
            and _alone(tokens, groups, group, finite)
        ):
            continue
        chunk.prep, chunk.kind, chunk.start = None, "np", chunk.start + 1
        subject.chunks.append(chunk)
        groups.remove(group)
        return


def _are(tokens: Tokens, group: Group, subject: Group, finite: int) -> bool:
    """Whether a phrase names who the many are: `Mit A und B schieden gleich zwei Ferrari aus`."""
    if not group.first.start < finite < subject.first.start or len(group.chunks) < 2:
        return False
    if any(label(tokens, chunk) != "DRIVER" or chunk.names for chunk in group.chunks):
        return False
    many = subject.first
    counted = "CARD" in tokens.tags[many.start : many.head] or tokens.lower[many.start] == "beide"
    return counted and label(tokens, many) not in ("DRIVER", "PERSON")


def _just_so(tokens: Tokens, chunk: Chunk, finite: int) -> bool:
    """Whether `wie` follows `ebenso`, or the verb itself: `A musste wie B aufgeben`."""
    named = label(tokens, chunk) in NAMED
    if (
        chunk.start == finite + 1
        and named
        and tokens.lemmas[finite] not in tokens.classes["manner-verb"]
    ):
        return True
    return chunk.start > 0 and tokens.lower[chunk.start - 1] in tokens.classes["likewise"]


def _alone(tokens: Tokens, groups: list[Group], group: Group, finite: int) -> bool:
    """Whether nothing tells when it befell the other: not `Wie schon A zuvor schied auch B aus`."""
    if tokens.code[group.first.start + 1] == "B":
        return False
    beside = [one.first for one in groups if one is not group and one.first.start < finite]
    return all(tokens.lower[c.head] in tokens.classes["likewise"] for c in beside)
