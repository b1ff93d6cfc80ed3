"""Who is in a car that a start number names: `die #8`, `der Audi von Scherer mit der Nummer 16`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.model import Clause, Member, Phrase
from ..entities.model import Mention
from .kinds import is_plural
from .owners import owners
from .people import NUMBER, Argument, Participant, Person
from .start_numbers import by_number, number_of
from .ties import VEHICLES, number_key, vehicle_keys

if TYPE_CHECKING:
    from .references import Resolver


def by_start_number(
    resolver: Resolver, clause: Clause, phrase: Phrase, member: Member, mention: Mention
) -> list[Argument]:
    """Who is in the car with a start number, else the car itself."""
    reading, state = resolver.reading, resolver.state
    span = (member["start"], member["end"])
    own = owners(resolver, clause, phrase, member)
    if own:
        # `unsere Nummer 8 mit A und B`
        resolver.spelled_out.add(span)
        return [Argument(*span, p, "car") for p in own]
    keys = [number_key(mention)]
    crew = state.roster.crew(keys, phrase["start"]) or state.ahead.only_crew(keys)
    if crew:
        return [Argument(*span, p.participant, "car") for p in crew]
    at = reading.mention_at[span[1]] if span[1] < len(reading.words) else -1
    if at >= 0 and reading.mentions[at]["label"] in VEHICLES:
        # `der #8 Toyota`
        car = reading.mentions[at]
        name = f"{reading.span_text(car['start'], car['end'])} #{number_of(mention)}"
        return [Argument(*span, Participant(car["label"], None, name), "car")]
    if not phrase["definite"] or is_plural(phrase):
        return []
    return [Argument(*span, by_number(reading, mention), "name")]


def numbered_crew(resolver: Resolver, clause: Clause, member: Member) -> list[Participant]:
    """The crew by the start number that stands behind a car's team."""
    roster, ahead = resolver.state.roster, resolver.state.ahead
    end = member["end"]
    for other in sorted(clause["phrases"], key=lambda phrase: phrase["start"]):
        if other["start"] != end or other["prep"] not in ("von", "mit"):
            continue
        at = resolver.reading.mention_at[other["head"]]
        mention = resolver.reading.mentions[at] if at >= 0 else None
        if mention is not None and mention["label"] == "NUMBER":
            keys = [number_key(mention)]
            crew = roster.crew(keys, member["start"]) or ahead.only_crew(keys)
            return [person.participant for person in crew]
        end = other["end"]
    return []


def unnumbered(resolver: Resolver, mention: Mention, keys: list[str]) -> list[Person]:
    """Who is in a car of a number by its make alone: `der BMW #24`, later `A, der im BMW saß`."""
    if not keys[0].startswith(NUMBER):
        return []
    crew = resolver.state.ahead.only_crew(vehicle_keys(resolver.reading, mention))
    apart = any(key.startswith(NUMBER) for person in crew for key in person.cars)
    return [] if apart else crew
