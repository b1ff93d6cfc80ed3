"""A clause while it is being put together."""

from __future__ import annotations

from .chunk import Chunk, Item
from .model import ClauseKind


class Draft:
    """A clause being put together.

    Attributes:
        items: its items in text order.
        introducer: token of the subjunction, relative or interrogative pronoun, or -1.
        matrix: the clause it depends on.
        before: the earlier conjunct it is coordinated with.
        finite: token of the finite verb, or -1; shared with `before` under one modal.
        shared: whether the finite verb stands in another conjunct.
        verbs: tokens of infinitives and participles, in text order.
        final: verb-final order (or an infinitive clause, closed by its infinitive).
        closed: nothing of its verb is missing.
        quote: number of the quotation it stands in, 0 outside.
        elided: the clause before whose verb it goes without saying.
        keeps_subject: whether that clause's subject goes without saying as well.
        joined: a conjunction before it joins it to no clause of its kind (`..., und weil ...`).
    """

    __slots__ = (
        "antecedent",
        "before",
        "closed",
        "elided",
        "final",
        "finite",
        "index",
        "introducer",
        "items",
        "joined",
        "keeps_subject",
        "kind",
        "matrix",
        "particle",
        "quote",
        "relative",
        "shared",
        "speech_of",
        "verbs",
        "zu",
    )  # fmt: skip

    def __init__(self, kind: ClauseKind, matrix: Draft | None = None) -> None:
        self.kind: ClauseKind = kind
        self.matrix = matrix
        self.items: list[Item] = []
        self.introducer = -1
        self.relative: Chunk | None = None
        self.antecedent: Chunk | None = None
        self.before: Draft | None = None
        self.finite = -1
        self.shared = False
        self.verbs: list[int] = []
        self.particle = -1
        self.final = kind not in ("main", "fragment")
        self.closed = False
        self.zu = -1
        self.quote = 0
        self.elided: Draft | None = None
        self.keeps_subject = False
        self.joined = False
        self.index = -1
        self.speech_of: Draft | None = None
