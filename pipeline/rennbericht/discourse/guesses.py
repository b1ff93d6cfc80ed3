"""Whom a noun may stand for of those of whom the text has told nothing of the kind.

By what the first name tells of the nation, and by whom the text goes on about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.model import Clause, Phrase
from . import pronouns
from .people import Participant, Person

if TYPE_CHECKING:
    from .references import Resolver

#: countries of those whom German texts name by a town or region that no list holds
HOME = frozenset({"DE", "AT", "CH", "LI"})
#: a noun of nation is looked for among so many people named last
NEAR_PEOPLE = 5
#: and among so many where the name speaks for it
FAR_PEOPLE = 8
#: kinds that tell where somebody comes from
PLACES = frozenset({"origin", "place"})


def may_be(
    resolver: Resolver,
    clause: Clause,
    phrase: Phrase,
    kind: str,
    value: str,
    barred: set[str],
    gender: str = "m",
) -> tuple[Participant, ...]:
    """Of those of whom nothing is known the one it can be: by first name, else the last subject.

    `Bernd Oelkers ... des Deutschen`: no list knows him, but the first name is at home there.

    Args:
        resolver: what was told so far.
        clause: the clause.
        phrase: the phrase that stands for somebody.
        kind: `nationality`, `origin`, `place`, `age` or `car`.
        value: countries, a folded place or years; empty of a car.
        barred: keys of who cannot be meant.
        gender: `m` or `f`, by the noun.
    """
    state, before = resolver.state, phrase["start"]
    last = pronouns.single(
        state,
        before,
        clause["sentence"],
        gender=gender or "m",
        clause=clause["index"],
        barred=barred,
    )
    if kind != "car" and last:
        # `A übergab an B. Der Sauerländer`, `doch der Norweger`: who drives by now
        roster = state.roster
        driver = roster.at_wheel([*last, *roster.mates(last[0])])
        later = driver is not None and _named_later(resolver, driver, last[0], before)
        if driver is not None and driver.key not in barred and (kind in PLACES or later):
            last = (driver,)
    countries = countries_of(resolver, kind, value)
    if countries:
        near = _near(resolver, clause, before, barred, gender, last)
        free = _at_home(resolver, near, kind, countries, last)
        person = _likeliest(resolver, clause, before, free, last, kind)
        if person is not None:
            if kind == "nationality" and " " not in value:
                person.nation = value
            return (person.participant,)
    known = state.roster.people.get(last[0].key) if last else None
    if kind == "car" and known is not None and known.cars:
        return _without_car(resolver, clause, before, barred, gender)
    if kind in PLACES:
        # `der Münchner`, later `der Bayer`; but no Briton is `der Bayer`
        nation = _nation(resolver, known) if known is not None else ""
        return () if countries and nation and nation not in countries else last
    return tuple(p for p in last if may_fit(state.roster.people.get(p.key), kind))


def _named_later(resolver: Resolver, one: Participant, other: Participant, before: int) -> bool:
    """Whether one was named behind the other: `A übergab an B`."""
    people = resolver.state.roster.people
    first, second = people.get(one.key), people.get(other.key)
    if first is None or second is None:
        return False
    return first.last_before(before) > second.last_before(before)


def _near(
    resolver: Resolver,
    clause: Clause,
    before: int,
    barred: set[str],
    gender: str,
    last: tuple[Participant, ...],
) -> list[Person]:
    """Those named last who may be meant.

    First whoever the clause itself names (`A und B ... nach einem Dreher des Schweden`), then whom
    the text goes on about.
    """
    opening = resolver.reading.clause_start(clause)
    near = [
        person
        for person in resolver.state.roster.recent(before)
        if person.participant.key not in barred
        and person.participant.label == "DRIVER"
        and of_gender(person, gender)
    ]
    near.sort(
        key=lambda person: (
            person.last_before(before) < opening,
            person.participant not in last,
        )
    )
    return near


def _at_home(
    resolver: Resolver, near: list[Person], kind: str, countries: frozenset[str],
    last: tuple[Participant, ...],
) -> list[tuple[int, Person]]:  # fmt: skip
    """Those of whom nothing else is known, with what nation or name says of the countries.

    And whom the text goes on about: `der Bamberger`, later `der Franke`.
    """
    free = [
        (at, person)
        for index, person in enumerate(near)
        for at in (likely(resolver, person, countries),)
        if may_fit(person, kind) or (kind in PLACES and at > 0 and person.participant in last)
        if index < NEAR_PEOPLE or (at > 0 and index < FAR_PEOPLE)
    ]
    if kind in PLACES and not any(at >= 0 for at, _ in free):
        return [(likely(resolver, person, countries), person) for person in near[:NEAR_PEOPLE]]
    return free


def _likeliest(
    resolver: Resolver,
    clause: Clause,
    before: int,
    free: list[tuple[int, Person]],
    last: tuple[Participant, ...],
    kind: str,
) -> Person | None:
    """Of those who may be meant the one whose name speaks for it, or whom the text is about."""
    if kind == "nationality":
        chosen = sorted((pair for pair in free if pair[0] >= 0), key=lambda pair: -pair[0])
        return chosen[0][1] if chosen else None
    # a first name from elsewhere is little against the subject before
    chosen = [
        (at, p) for at, p in free if at >= 0 or (p.participant in last and not _nation(resolver, p))
    ]
    against = chosen[0][1].last_before(before) if chosen and chosen[0][0] < 0 else before
    if not pronouns.spoken_of(resolver.state, last, clause["sentence"], before):
        chosen.sort(key=lambda pair: pair[0] < 0)
    elif any(at > 0 and person.last_before(before) > against for at, person in chosen):
        chosen.sort(key=lambda pair: pair[0] <= 0)
    return chosen[0][1] if chosen else None


def _without_car(
    resolver: Resolver, clause: Clause, before: int, barred: set[str], gender: str
) -> tuple[Participant, ...]:
    """`A im Toyota ... wegen B. Der Hyundai-Pilot`: who has no car yet."""
    opening = resolver.reading.sentences[max(0, clause["sentence"] - 1)][0]
    carless = [
        p.participant
        for p in resolver.state.roster.recent(before)
        if not p.cars
        and p.last_before(before) >= opening
        and of_gender(p, gender)
        and p.participant.key not in barred
        and p.participant.label == "DRIVER"
    ]
    return tuple(carless[:1])


def countries_of(resolver: Resolver, kind: str, value: str) -> frozenset[str]:
    """The countries in one of which whoever the noun names is at home."""
    if kind == "nationality":
        return frozenset(value.split())
    if kind == "origin":
        country = resolver.vocabulary.inhabitant_countries.get(value)
        return frozenset({country}) if country is not None else HOME
    return frozenset()


def _nation(resolver: Resolver, person: Person) -> str:
    """By the text, else by what is known of somebody."""
    facts = resolver.vocabulary.facts.get(person.participant.id or "", {})
    return person.nation or str(facts.get("nationality", ""))


def likely(resolver: Resolver, person: Person, countries: frozenset[str]) -> int:
    """How far nation or name speak for these countries, below 0 where against."""
    nation = _nation(resolver, person)
    if nation:
        return 1 if nation in countries else -1
    return resolver.vocabulary.names.likely(person.participant.name, countries)


def may_fit(person: Person | None, kind: str) -> bool:
    """Whether nothing of that kind is known of somebody yet."""
    if person is None:
        return True
    if kind == "nationality":
        return not person.nation
    if kind == "car":
        return not person.cars
    return not (person.age if kind == "age" else person.origins)


def of_gender(person: Person, gender: str) -> bool:
    """Whether somebody may be of that gender."""
    return not gender or not person.gender or person.gender == gender
