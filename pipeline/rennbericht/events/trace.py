"""What the walk tried and why it did not fire, for explanations, coverage and curators."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..discourse.state import RaceState
from ..discourse.watch import Watch
from .draft import Draft
from .frames import Frame


@dataclass(frozen=True, slots=True)
class Attempt:
    """A frame that was indexed under a lemma of a clause, and what became of it."""

    frame: Frame
    clause: int
    #: token of the anchor, -1 where the frame was not anchored at all
    token: int
    #: the first condition that failed (`beside: Runde`); None where the frame fired
    failed: str | None
    draft: Draft | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the race state before and after a sentence."""

    sentence: int
    key: str
    before: str
    after: str


class Trace:
    """Collects what one walk tries; given to a `Walk`, which else notes nothing."""

    def __init__(self) -> None:
        self.attempts: list[Attempt] = []
        self.changes: list[Change] = []
        self.watch = Watch()
        #: sentence -> why it was not looked at for events
        self.passed_over: dict[int, str] = {}
        #: why the whole document was not looked at
        self.refused: str | None = None
        #: draft -> why it is no event of the output
        self.dropped: list[tuple[Draft, str]] = []
        #: what each settled event came from, by identity
        self.origin: dict[int, Draft] = {}
        self._state: dict[str, str] = {}

    def tried(
        self, frame: Frame, clause: int, token: int, failed: str | None, draft: Draft | None = None
    ) -> None:
        """Note a frame that was tried on a clause.

        Args:
            frame: the frame.
            clause: index of the clause.
            token: where its anchor stands.
            failed: the condition that did not hold, None where all did.
            draft: the event, where there is one.
        """
        self.attempts.append(Attempt(frame, clause, token, failed, draft))

    def misses(self, clause: int) -> Callable[[Frame, str], None]:
        """Notes frames of a clause that were not tried, and why."""
        return lambda frame, reason: self.tried(frame, clause, -1, reason)

    def drop(self, before: Iterable[Draft], after: Iterable[Draft], reason: str) -> None:
        """Note the drafts that a step left out."""
        kept = {id(draft) for draft in after}
        self.dropped += [(draft, reason) for draft in before if id(draft) not in kept]

    def settled(self, draft: Draft, events: list[Draft]) -> None:
        """Note the events that a draft became when its place was settled."""
        for event in events:
            self.origin[id(event)] = draft
        if not events:
            self.dropped.append((draft, "no place or participant could be settled"))

    def sentence_done(self, sentence: int, state: RaceState) -> None:
        """Compare the race state with that before the sentence."""
        now = state.summary()
        for key in sorted(self._state.keys() | now.keys()):
            before, after = self._state.get(key, ""), now.get(key, "")
            if before != after:
                self.changes.append(Change(sentence, key, before, after))
        self._state = now
