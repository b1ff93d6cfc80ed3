"""Cars told by what those in them are: `der siegreiche Porsche`, `der führende Audi`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.model import Member
from ..entities.model import Mention
from .people import Participant
from .ties import vehicle_keys

if TYPE_CHECKING:
    from .references import Resolver

#: roles of the race state, and the classes of the adjectives that tell them
ROLES = (("winner", "winning-adjective"), ("leader", "leading-adjective"))


def by_role(resolver: Resolver, member: Member, mention: Mention) -> list[Participant]:
    """Who won or leads, where an adjective says so and the text has put them into such a car."""
    reading, state = resolver.reading, resolver.state
    before = set(reading.lemmas_lower[member["start"] : mention["start"]])
    for role, adjectives in ROLES:
        if before.isdisjoint(reading.classes[adjectives]):
            continue
        people = state.holders.get(role, ())
        tied = {
            person.participant
            for key in vehicle_keys(reading, mention)
            for person in state.roster.tied_people(key)
        }
        return list(people) if tied.issuperset(people) else []
    return []
