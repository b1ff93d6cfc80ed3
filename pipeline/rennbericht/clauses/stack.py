"""The stack of clauses that are open while a sentence is cut, and what is added to them."""

from __future__ import annotations

from .chunk import last_token
from .draft import Draft
from .model import ClauseKind
from .segments import Segment, Segmenter


class ClauseStack(Segmenter):
    """Opens, extends, shares and settles clause drafts."""

    #: those that are open, the innermost last
    _stack: list[Draft]
    #: all of the run
    _all: list[Draft]
    #: number of the quotation, 0 outside one
    _quote: int

    def _open(self, kind: ClauseKind, matrix: Draft | None) -> Draft:
        draft = Draft(kind, matrix)
        draft.quote = self._quote
        self._stack.append(draft)
        self._all.append(draft)
        return draft

    def _extend(self, draft: Draft, segment: Segment) -> None:
        """Add a segment to a clause, its boundary kept for the coordination of phrases."""
        t = self._t
        if draft.items:
            if segment.comma:
                # behind an inner clause the comma is that clause's own
                inner = last_token(self._all[-1].items) > last_token(draft.items)
                draft.items.append(("|" if inner else ",", -1, None))
            if segment.kon >= 0:
                draft.items.append(("K", segment.kon, None))
        zu = False
        for item in segment.items:
            letter, token, _chunk = item
            if letter == "F" and draft.finite < 0:
                draft.finite = token
            elif letter == "V":
                draft.verbs.append(token)
                if zu or t.tags[token] == "VVIZU":
                    draft.zu = token
            elif letter == "T" and (
                draft.particle < 0 or t.lower[token] in t.classes["fronted-particle"]
            ):
                # `zog locker an A vorbei`: the last one belongs to the verb
                draft.particle = token
            zu = letter == "Z"
            draft.items.append(item)
        if draft.kind == "infinitive":
            draft.closed = draft.zu >= 0
        elif draft.kind == "participle":
            draft.closed = True
        elif draft.final:
            draft.closed = draft.finite >= 0
        if draft.finite >= 0 and draft.final and draft.before is not None:
            earlier: Draft | None = draft.before
            while earlier is not None and earlier.finite < 0 and earlier.kind == draft.kind:
                earlier.finite, earlier.shared, earlier.closed = draft.finite, True, True
                earlier = earlier.before

    def _settle(self) -> Draft | None:
        """Leave closed clauses behind; the innermost one that is open, or the last main one."""
        while len(self._stack) > 1 and self._stack[-1].closed:
            self._stack.pop()
        return self._stack[-1] if self._stack else None

    def _conjunct(self, first: Draft, segment: Segment) -> None:
        """A second verb phrase under one subordinator or one finite verb."""
        if self._stack and self._stack[-1] is first and first.final:
            self._stack.pop()
        second = self._open(first.kind, first.matrix)
        second.before = first
        second.introducer = first.introducer
        second.antecedent = first.antecedent
        self._extend(second, segment)

    def _share(self, first: Draft, segment: Segment) -> None:
        """A second non-finite verb under the first one's finite verb."""
        if self._stack[-1] is first and first.closed:
            self._stack.pop()
        second = self._open(first.kind, first.matrix)
        second.before = first
        second.introducer = first.introducer
        second.antecedent = first.antecedent
        if first.kind not in ("infinitive", "participle"):
            second.finite, second.shared = first.finite, True
        self._extend(second, segment)
        second.closed = second.final
