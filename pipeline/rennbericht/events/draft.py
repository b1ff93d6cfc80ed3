"""An event in the making: what a frame found, before offsets and ids are written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..clauses.model import Clause
from ..contract.types import TYPES, core_attributes
from ..discourse.meetings import Race
from ..discourse.people import Argument
from .frames import Frame


@dataclass(slots=True)
class Draft:
    """One event as the walk builds it; offsets are token indices."""

    type: str
    status: str
    trigger: tuple[int, int]
    sentence: int
    clause: Clause
    frame: Frame
    roles: dict[str, list[Argument]] = field(default_factory=dict)
    attributes: dict[str, Any] = field(default_factory=dict)
    #: sentences that tell it again
    also: list[int] = field(default_factory=list)
    #: kinds of cues in its clause
    cues: frozenset[str] = frozenset()
    #: told by a noun with a definite article (`die Safety-Car-Phase`), so perhaps not new
    definite: bool = False
    #: a place that only follows from the one beside it (`vor A und B`)
    derived: bool = False
    #: a place on the grid told beside another place: the list in its clause is not its own
    aside: bool = False
    #: the place that a decision took from the holder of this one
    replaces: int | None = None
    #: token of the noun (or verb) that anchors it; one noun tells one event of a type
    anchor: int = -1
    #: the race it is told of, and its index where the article has several
    race: Race | None = None
    race_index: int | None = None
    #: how many other readings its clause had
    rivals: int = 0
    #: what speaks for and against it, see `evidence`
    evidence: dict[str, float] = field(default_factory=dict)
    #: share of events with such evidence that are right
    confidence: float | None = None

    def keys(self, role: str) -> frozenset[str]:
        """Keys of the known participants in a role."""
        return frozenset(
            a.participant.key for a in self.roles.get(role, ()) if a.participant is not None
        )

    def core(self) -> tuple[Any, ...]:
        """Type, core roles and core attributes: what makes two events the same."""
        spec = TYPES[self.type]
        return (
            self.type,
            tuple(self.keys(role) for role in spec.core_roles),
            tuple(
                str(self.attributes.get(key)) for key in core_attributes(self.type, self.attributes)
            ),
        )

    def weight(self) -> tuple[int, int, int, int]:
        """How much it tells; of two tellings the heavier is the main one."""
        named = sum(len(self.keys(role)) for role in self.roles)
        said = sum(a.via != "ellipsis" for arguments in self.roles.values() for a in arguments)
        return (named, said, len(self.attributes), self.frame.specificity)
