"""The base phrase, and the items a sentence is read as."""

from __future__ import annotations

from .agreement import ALL, NOMINATIVE

Item = tuple[str, int, "Chunk | None"]


class Chunk:
    """A base phrase; `mask` is the set of case cells it can have, see `agreement`."""

    __slots__ = (
        "definite", "end", "head", "inner", "kind", "mask", "mention", "names", "negative",
        "of", "prep", "start",
    )  # fmt: skip

    def __init__(self, start: int, end: int, head: int, kind: str, mask: int = ALL) -> None:
        self.start = start
        self.end = end
        self.head = head
        self.kind = kind
        self.mask = mask
        self.prep: str | None = None
        self.mention = -1
        #: (head token, mention) of each name where the phrase holds several (crews)
        self.names: list[tuple[int, int, int]] = []
        self.definite = False
        #: token that denies the phrase (`kein`), or -1
        self.negative = -1
        #: token the phrase depends on, where that is known from its place alone
        self.of = -1
        #: phrases inside this one or hanging on it
        self.inner: list[Chunk] = []


def can_be_subject(chunk: Chunk | None) -> bool:
    """Whether a base phrase stands without preposition and may be a nominative."""
    if chunk is None or chunk.prep is not None or chunk.kind not in ("np", "pronoun"):
        return False
    return bool(chunk.mask & NOMINATIVE)


def last_token(items: list[Item]) -> int:
    """The last token that items stand for, separators without one passed over; -1 without any."""
    return next((token for _letter, token, _chunk in reversed(items) if token >= 0), -1)
