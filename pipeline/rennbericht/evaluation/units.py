"""Gold and output events as the scorer sees them: units of participants.

Persons with mentions of their own are a unit each, agents by patients; persons that share one
mention are one unit. A gold event is one unit; an output event may hold several. The smallest
thing an output says is an *atom*: one participant for each core role of its type.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Any

from rennbericht.contract.slug import fold
from rennbericht.contract.types import TYPES

Atom = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Participant:
    """One argument of an output event; `mention` tells arguments of one mention together."""

    name: str
    mention: object
    known: bool


class GoldEvent:
    """One event of a gold file."""

    __slots__ = ("attributes", "data", "optional", "roles", "status", "type")

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        self.type: str = data["type"]
        self.status: str = data["status"]
        self.roles: dict[str, list[str]] = {r: n for r, n in data["roles"].items() if n}
        self.attributes: dict[str, Any] = data.get("attributes") or {}
        self.optional = bool(data.get("optional"))

    @property
    def apart(self) -> bool:
        """Whether the type is reported apart."""
        return TYPES[self.type].apart

    @property
    def crew(self) -> bool:
        """Whether a role is filled by several people, who are one unit."""
        return any(len(names) > 1 for names in self.roles.values())


class OutputEvent:
    """One event of the output, with its atoms and units."""

    __slots__ = ("attributes", "data", "index", "people", "status", "type", "units")

    def __init__(self, index: int, data: dict[str, Any]) -> None:
        self.index = index
        self.data = data
        self.type: str = data["type"]
        self.status: str = data["status"]
        self.attributes: dict[str, Any] = data.get("attributes") or {}
        #: participants of every role; of the core roles these are what atoms point to
        self.people = {role: _people(members) for role, members in data["roles"].items()}
        self.units = self._units()

    @property
    def apart(self) -> bool:
        """Whether the type is reported apart."""
        return TYPES[self.type].apart

    def names(self, role: str) -> list[str]:
        """Return the names of the participants in a role."""
        return [person.name for person in self.people.get(role, ())]

    def atoms(self, chosen: dict[str, set[int]]) -> frozenset[Atom]:
        """Return the atoms whose participants are among the chosen ones; other roles are free."""
        core = TYPES[self.type].core_roles
        return frozenset(product(*(sorted(chosen.get(r, self._indices(r))) for r in core)))

    def _indices(self, role: str) -> set[int]:
        return set(range(len(self.people.get(role, ())))) or {-1}

    def _units(self) -> list[frozenset[Atom]]:
        """Group the atoms: by shared mentions; the parties of a collision all together."""
        groups: dict[object, set[Atom]] = {}
        core = TYPES[self.type].core_roles
        for atom in self.atoms({}):
            key: object = None
            if self.type != "collision":
                key = tuple(
                    self.people[role][i].mention if i >= 0 else None
                    for role, i in zip(core, atom, strict=True)
                )
            groups.setdefault(key, set()).add(atom)
        return [frozenset(atoms) for atoms in groups.values()]


def _people(members: list[dict[str, Any]]) -> list[Participant]:
    """Return the participants of a role: those known, or else what stands for the unknown."""
    people: dict[str, Participant] = {}
    for number, member in enumerate(members):
        entity = member.get("entity")
        name = entity["name"] if entity else member["text"]
        mention = (member["start"], member["end"]) if "start" in member else number
        people.setdefault(fold(name), Participant(name, mention, bool(entity)))
    known = [person for person in people.values() if person.known]
    return known or list(people.values())[:1]
