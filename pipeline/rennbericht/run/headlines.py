"""Headlines and leads: what they only repeat from the text is no event of its own."""

from __future__ import annotations

from collections.abc import Sequence

from rennbericht.contract.records import Event
from rennbericht.contract.slug import names_agree
from rennbericht.contract.types import TYPES, core_attributes


def repeats(event: Event, told: Sequence[Event]) -> bool:
    """Return whether one of the events already told says all that `event` says.

    That is: the same type, everybody it names in its core roles (a headline has the surname
    alone), the same core attributes.
    """
    return any(_covers(other, event) for other in told if other.type == event.type)


def _covers(other: Event, event: Event) -> bool:
    spec = TYPES[event.type]
    for role in spec.core_roles:
        known = _names(other, role)
        if not all(any(names_agree(name, k) for k in known) for name in _names(event, role)):
            return False
    mine = event.attributes.model_dump(by_alias=True, exclude_none=True)
    theirs = other.attributes.model_dump(by_alias=True, exclude_none=True)
    return all(mine.get(k) in (None, theirs.get(k)) for k in core_attributes(event.type, mine))


def _names(event: Event, role: str) -> list[str]:
    return [a.entity.name for a in event.roles.get(role, ()) if a.entity is not None]
