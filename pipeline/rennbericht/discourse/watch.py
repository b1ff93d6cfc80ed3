"""What a reference was resolved from: the candidates and the rule that chose, for explanations.

Nothing is noted unless somebody watches; the resolver then tells each phrase as it is resolved.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from .people import Argument, Participant


@dataclass(slots=True)
class Consideration:
    """The people that one rule looked at, those it looks at first in front."""

    rule: str
    people: tuple[Participant, ...]


@dataclass(slots=True)
class Resolution:
    """One phrase, whom it stands for, and what was looked at on the way."""

    clause: int
    start: int
    end: int
    barred: frozenset[str] = frozenset()
    considered: list[Consideration] = field(default_factory=list)
    arguments: list[Argument] = field(default_factory=list)


class Watch:
    """Collects resolutions; phrases that lead to other phrases are told from the inside out."""

    def __init__(self) -> None:
        self.resolutions: list[Resolution] = []
        self._open: list[Resolution] = []

    def begin(self, clause: int, start: int, end: int) -> None:
        """A phrase (clause, token span) is about to be resolved."""
        self._open.append(Resolution(clause, start, end))

    def consider(
        self, rule: str, people: Iterable[Participant], barred: Iterable[str] = ()
    ) -> None:
        """A rule looks at these people for the phrase in hand; `barred` take part already."""
        if self._open:
            current = self._open[-1]
            current.considered.append(Consideration(rule, tuple(dict.fromkeys(people))))
            current.barred |= frozenset(barred)

    def end(self, arguments: list[Argument]) -> None:
        """The phrase begun last stands for these."""
        resolution = self._open.pop()
        resolution.arguments = arguments
        self.resolutions.append(resolution)
