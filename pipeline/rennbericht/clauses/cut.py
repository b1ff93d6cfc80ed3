"""Cutting a sentence into clauses.

Divide and conquer over topological fields: the sentence falls into segments at its commas,
conjunctions and subordinators; a stack of open clauses takes them up one after the other. A
verb-second clause is open until its right bracket is filled, a verb-final one until its finite
verb stands. (Neumann, Braun and Piskorski, A Divide-and-Conquer Strategy for Shallow Parsing of
German Free Texts, ANLP 2000, worked from the innermost clause outwards; one pass with a stack
gives the same cut in linear time.)
"""

from __future__ import annotations

from .antecedent import find_antecedent
from .chunk import Item
from .draft import Draft
from .finish import finish
from .fragments import complete
from .gap_shared import another_particle
from .interrupted import (
    adds_participle,
    against,
    as_if,
    brief,
    comes_late,
    is_condition,
    other_between,
    participle_between,
    stays_verbless,
)
from .listing import (
    awaits_infinitive,
    lists_on,
    place_before,
    place_behind,
    places_between,
    says_place,
)
from .model import ClauseKind
from .prefield import join_prefield, move, move_prefield, own_subject, split_verbless
from .segments import Segment
from .stack import ClauseStack
from .tokens import Tokens


class Cutter(ClauseStack):
    """Cuts the items of one sentence into clause drafts."""

    def cut(self, tokens: Tokens, items: list[Item], quote: int = 0) -> list[Draft]:
        """The clauses of a run of items without hard boundaries, in order of their begin.

        Args:
            tokens: the document.
            items: from `Chunker.items`.
            quote: number of the quotation the items stand in, 0 outside one.
        """
        self._t = tokens
        self._stack, self._all, self._quote = [], [], quote
        self._following: Segment | None = None
        self._rest: list[Segment] = []
        segments, position = self._segments(items), 0
        while position < len(segments):
            top = self._stack[-1] if self._stack else None
            if top is not None and (top.closed or (top.finite >= 0 and not top.final)):
                join_prefield(tokens, segments, position, self._lexicon)
            segment = segments[position]
            if segment.comma and len(segments) > position + 1:
                segment.zu = segment.zu or self._before_infinitive(segments, position)
            position += 1
            self._following = segments[position] if position < len(segments) else None
            self._rest = segments[position:]
            self._take(segment)
        return finish(tokens, self._all, self._lexicon)

    def _take(self, segment: Segment) -> None:
        if segment.lead >= 0:
            self._take_subordinate(segment)
        elif segment.finite >= 0:
            self._take_finite(segment)
        elif segment.verbs or segment.zu:
            self._take_nonfinite(segment)
        else:
            self._take_verbless(segment)

    def _take_subordinate(self, segment: Segment) -> None:
        t = self._t
        letter, token, chunk = segment.items[segment.lead]
        if t.lower[token] == "wie" and segment.finite < 0 and not segment.verbs:
            # wie so oft in diesem Jahr: no clause
            self._take_verbless(segment)
            if self._stack:
                self._stack[-1].items.append(("|", -1, None))
            return
        kind: ClauseKind = "relative" if letter == "x" else "subordinate"
        if letter == "I" or (t.lower[token] == "als" and segment.zu and segment.finite < 0):
            # `blieb nichts übrig, als A ziehen zu lassen`
            kind = "infinitive"
        top = self._stack[-1] if self._stack else None
        earlier: Draft | None = None
        if segment.kon >= 0 and top is not None:
            # und dass, und die: beside the last clause of its kind
            for draft in reversed(self._stack):
                if draft.kind == kind and draft.closed:
                    earlier = draft
                    break
        if earlier is not None:
            while self._stack and self._stack[-1] is not earlier:
                self._stack.pop()
            self._stack.pop()
            draft = self._open(kind, earlier.matrix)
            draft.before = earlier
            draft.antecedent = earlier.antecedent
        else:
            draft = self._open(kind, top)
            draft.joined = segment.kon >= 0
        draft.introducer = token
        if t.lower[token] == "wo" and segment.lead == 0 and top is not None and top.items:
            last = top.items[-1][2]
            if segment.comma and last is not None and last.kind in ("np", "pp"):
                kind = draft.kind = "relative"
        if kind == "relative" and chunk is not None:
            draft.relative = chunk
            for i in range(chunk.start, chunk.end):
                if t.code[i] in "XY":
                    draft.introducer = i
                    break
            if earlier is None:
                persons = self._words.persons
                draft.antecedent = find_antecedent(t, draft, chunk, segment.items, persons)
        self._extend(draft, segment)

    def _take_finite(self, segment: Segment) -> None:
        top = self._stack[-1] if self._stack else None
        if top is not None and (
            self._is_infinitive(segment) or self._made_participle(top, segment)
        ):
            _letter, token, chunk = segment.items[segment.finite]
            segment.items[segment.finite] = ("V", token, chunk)
            segment.finite, segment.verbs = -1, segment.verbs + 1
            self._take_nonfinite(segment)
            return
        if top is None:
            self._extend(self._open("main", None), segment)
            return
        if stays_verbless(top, segment, self._all):
            # obwohl von Rang zehn gestartet, gewann er
            top.closed, top.kind = True, "participle" if top.verbs else top.kind
        if top.final and not top.closed:
            self._take_final(top, segment)
            return
        if as_if(self._t, segment):
            self._extend(self._open("subordinate", self._settle()), segment)
            return
        if top.closed and self._one_of_several(top, segment):
            self._conjunct(top, segment)
            return
        if top.closed and segment.kon >= 0 and self._ends_with_verb(segment):
            outer = top.matrix
            lacking = outer is not None and not outer.final and outer.finite < 0
            if not segment.comma or (lacking and not own_subject(self._t, segment, self._lexicon)):
                self._conjunct(top, segment)
                return
        subordinate = top.closed
        top = self._settle()
        assert top is not None
        if top.final and not top.closed:
            self._take_final(top, segment)
        elif top.closed:
            # the sentence began with the subordinate clause: it is the prefield
            self._extend(self._open_behind_prefield(), segment)
        elif top.finite < 0 and (not subordinate or segment.finite <= 2 or segment.kon >= 0):
            if segment.finite == 0 and segment.comma and segment.kon < 0:
                top = self._apart(top, segment)
            elif complete(self._t, top, segment):
                top = self._open("main", None)
            self._extend(top, segment)
        elif segment.comma and segment.kon < 0 and self._reports(segment):
            # er sei abgedrängt worden, klagte Glock
            main = self._open("main", None)
            for draft in self._all:
                if draft.kind == "main" and draft is not main and draft.speech_of is None:
                    draft.speech_of = main
            self._extend(main, segment)
        elif segment.comma and segment.kon < 0 and is_condition(self._t, top, segment, self._all):
            # hätte er gebremst, wäre sie vorbeigekommen
            main = self._open("main", None)
            top.kind, top.matrix, top.closed = "subordinate", main, True
            self._stack.remove(top)
            self._extend(main, segment)
        else:
            self._extend(self._open_next(top, segment), segment)

    def _open_behind_prefield(self) -> Draft:
        """A main clause whose prefield are the clauses before."""
        main = self._open("main", None)
        for draft in self._all:
            if draft is not main and draft.matrix is None and draft.kind != "main":
                draft.matrix = main
        return main

    def _open_next(self, top: Draft, segment: Segment) -> Draft:
        """A main clause behind another, with what stands there of its prefield."""
        main = self._open("main", None)
        main.before = top
        main.matrix = top.matrix
        if segment.finite == 0 and segment.comma and segment.kon < 0:
            segment.comma = not move_prefield(self._t, self._all, top, main)
        return main

    def _apart(self, top: Draft, segment: Segment) -> Draft:
        """A clause of its own for a verb, where not all before it belongs to it."""
        if place_before(self._t, top):
            # am Start noch Letzter, holte er auf
            self._stack.remove(top)
            main = self._open("main", None)
            top.kind, top.matrix, top.closed = "participle", main, True
            return main
        start = split_verbless(self._t, top, segment, self._lexicon)
        if start < 0:
            return top
        main = self._open("main", None)
        move(self._t, self._all, top, main, start)
        return main

    def _is_infinitive(self, segment: Segment) -> bool:
        """Whether a verb tagged finite is the infinitive that an open modal waits for."""
        token = segment.items[segment.finite][1]
        if segment.finite != len(segment.items) - 1 or self._t.tags[token] != "VVFIN":
            return False
        return self._t.lower[token].endswith("n") and any(
            self._waits(draft) and self._t.tags[draft.finite] == "VMFIN" for draft in self._stack
        )

    def _take_final(self, top: Draft, segment: Segment) -> None:
        """A finite verb while a verb-final clause waits for one."""
        joined = segment.kon >= 0 or against(self._t, segment)
        if joined and top.verbs and segment.verbs and top.kind != "infinitive":
            self._conjunct(top, segment)
        elif top.kind == "infinitive":
            self._stack.pop()
            self._take_finite(segment)
        else:
            self._extend(top, segment)

    def _one_of_several(self, top: Draft, segment: Segment) -> bool:
        """Whether verbs at the end go on to the last: `der bremste, ihn traf und sich drehte`."""
        opens = segment.finite == 0 and top.kind != "relative"
        if not segment.comma or segment.kon >= 0 or opens or not self._ends_with_verb(segment):
            return False
        if top.kind not in ("relative", "subordinate"):
            return False
        for other in self._rest:
            if other.lead >= 0 or other.finite < 0 or not self._ends_with_verb(other):
                return False
            if other.kon >= 0:
                return not other.comma
        return False

    def _take_nonfinite(self, segment: Segment) -> None:
        top = self._stack[-1] if self._stack else None
        if top is None:
            kind: ClauseKind = "infinitive" if segment.zu else "participle"
            self._extend(self._open(kind, None), segment)
            return
        if segment.comma and segment.kon < 0 and participle_between(self._t, top, segment):
            self._extend(self._open("participle", top), segment)
            return
        other = other_between(self._t, top, segment, self._following)
        if other is not None:
            # Norris wurde Erster, Piastri, mit einer Strafe belegt, nur Sechster
            inner = self._open("participle", top)
            inner.antecedent = other
            self._extend(inner, segment)
            return
        if segment.comma and not segment.zu and comes_late(self._t, top, self._following):
            # Zweiter wurde, um Zehntel geschlagen, Russell
            self._extend(self._open("participle", top), segment)
            return
        if segment.comma and segment.kon < 0 and adds_participle(self._t, top, segment):
            settled = self._settle() or top
            self._extend(self._open("participle", settled), segment)
            return
        if top.final and not top.closed:
            if segment.kon >= 0 and top.verbs and top.kind != "infinitive":
                self._conjunct(top, segment)
            elif segment.zu and segment.comma and top.kind != "infinitive":
                # weil er bei dem Versuch, vorbeizugehen, abflog
                self._extend(self._open("infinitive", top), segment)
            else:
                self._extend(top, segment)
            return
        if segment.zu:
            if segment.kon >= 0 and not segment.comma and (top.kind == "infinitive" or top.zu >= 0):
                self._share(top, segment)
                return
            if segment.comma or not self._waits(top):
                self._extend(self._open("infinitive", top), segment)
                return
        if segment.kon >= 0 and top.verbs and not (segment.comma and top.closed):
            self._share(top, segment)
            return
        bare = self._words.verbs["bare-infinitive"]
        waiting = next((d for d in reversed(self._stack) if self._waits(d)), None)
        if waiting is not None and awaits_infinitive(self._t, top, segment, bare):
            # hatte Pech und ließ Ocon und Gasly ziehen
            waiting = top
        if waiting is not None:
            while self._stack[-1] is not waiting:
                self._stack.pop()
            # Vettel wurde Fünfter, seine Runde aber gestrichen
            apart = says_place(self._t, waiting) and segment.items[0][0] == "c"
            (self._share if apart else self._extend)(waiting, segment)
            return
        top = self._settle()
        assert top is not None
        loose = top.finite < 0 and not top.verbs
        if (loose and not top.final) or awaits_infinitive(self._t, top, segment, bare):
            self._extend(top, segment)
        elif top.verbs and (segment.kon >= 0 or (top.finite >= 0 and self._alike(top, segment))):
            self._share(top, segment)
        else:
            self._extend(self._open("participle", top), segment)

    def _take_verbless(self, segment: Segment) -> None:
        top = self._stack[-1] if self._stack else None
        if top is None:
            self._extend(self._open("main", None), segment)
            return
        between = places_between(self._t, top, segment, self._following)
        if between or place_behind(self._t, top, segment, self._following):
            inner = self._open("participle", top)
            inner.antecedent = top.items[-1][2]
            self._extend(inner, segment)
            return
        if segment.comma and lists_on(self._t, top, segment):
            self._extend(top, segment)
            return
        outer = top.before if top.kind == "main" and not top.shared else None
        if outer in self._stack and comes_late(self._t, outer, segment) and brief(self._t, top):
            # Zweiter wurde, man glaubt es kaum, Russell
            self._stack.remove(top)
            top.before = None
            self._extend(outer, segment)
            return
        if top.closed and (segment.comma or segment.particle):
            outer = self._settle()
            assert outer is not None
            if not outer.closed:
                top = outer
        if segment.particle:
            for depth in range(len(self._stack) - 1, -1, -1):
                draft = self._stack[depth]
                if draft.finite >= 0 and draft.particle < 0 and not draft.final:
                    top = draft
                    del self._stack[depth + 1 :]
                    break
            else:
                if another_particle(self._t, top, segment, self._lexicon):
                    self._share(top, segment)
                    self._stack[-1].closed = True
                    return
        self._extend(top, segment)
