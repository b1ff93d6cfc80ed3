"""Team-mates: `sein Teamkollege`, `Vettels Stallgefährte`, `Markenkollege Enzo Marchetti`."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from ..clauses.model import Clause, Member, Phrase
from ..entities.model import Mention
from . import pronouns
from .kinds import is_plural
from .owners import owners, people_of
from .people import Argument, Participant
from .slots import subject_of
from .ties import vehicle_keys

if TYPE_CHECKING:
    from .references import Resolver

#: articles of several
SEVERAL = frozenset({"die", "den", "der"})


def teammates(
    resolver: Resolver,
    clause: Clause,
    phrase: Phrase,
    member: Member,
    vehicle: Mention | None = None,
) -> list[Argument]:
    """`sein Teamkollege`, `Vettels Teamkollege`: the other one in the team of the named one.

    `sein Ducati-Teamkollege` may be known by that vehicle as well.
    """
    span = (member["start"], member["end"])
    barred = resolver.barred(clause, phrase)
    whose = _whose(resolver, clause, phrase, member)
    # of a crew (`A, B und C führen vor ihren Teamkollegen`) those in the other car
    crew = {person.key for person in whose} if len(whose) > 1 else frozenset()
    for person in whose:
        mates = mates_of(resolver, person, phrase["start"], crew)
        if resolver.state.watch is not None:
            rule = f"in the car or team of {person.name}, the last named first"
            resolver.state.watch.consider(rule, mates, barred)
        mates = [mate for mate in mates if mate.key not in barred]
        for key in vehicle_keys(resolver.reading, vehicle) if vehicle and not mates else ():
            tied = resolver.state.roster.tied_people(key)
            mates += [p.participant for p in tied if p.participant.key not in barred | {person.key}]
        if mates:
            count = max(2, len(crew)) if is_plural(phrase) else 1
            return [Argument(*span, mate, "teammate") for mate in mates[:count]]
    if resolver.reading.tags[member["start"]] == "ART" and not is_plural(phrase):
        # `A kam hinter B zurück, kassierte den Markenkollegen aber`: who was told of last
        free = barred | {person.key for person in whose}
        last = pronouns.told_last(
            resolver.state, phrase["start"], clause["sentence"], free, gender="m"
        )
        if last:
            return [Argument(*span, last[0], "teammate")]
    return [Argument(*span, None, "teammate")]


def mates_of(
    resolver: Resolver, of: Participant, before: int, crew: Set[str] = frozenset()
) -> list[Participant]:
    """Others in the same car or team, by what the text says first, then by the facts.

    Args:
        resolver: what the text told so far.
        of: whose mates.
        before: the token before which they are named.
        crew: keys of his own crew, where only others are meant.
    """
    roster = resolver.state.roster
    own = crew | {of.key}
    told = [p for p in roster.paired(of) or roster.mates(of) if p.key not in own]
    if told:
        return sorted(told, key=lambda p: (-roster.people[p.key].last_before(before), p.key))
    person = roster.people.get(of.key)
    found: dict[str, tuple[int, Participant]] = {}
    for key in person.cars if person is not None else ():
        for other in roster.tied_people(key):
            if other.participant.key not in own:
                found[other.participant.key] = (other.last_before(before), other.participant)
    if not found:
        # of one make are many, of one team two
        mine = {team for team in resolver.teams(of) if team.startswith("team:")}
        for other in roster.recent(before):
            if other.participant.key not in own and mine & resolver.teams(other.participant):
                found[other.participant.key] = (other.last_before(before), other.participant)
    return [p for _, p in sorted(found.values(), key=lambda pair: -pair[0])]


def learn_mate(resolver: Resolver, clause: Clause, phrase: Phrase, found: list[Argument]) -> None:
    """`Vettel siegte. Teamkollege Webber wurde Dritter`: whose team-mate somebody is told to be."""
    reading, roles = resolver.reading, resolver.vocabulary.roles
    _learn_plural(resolver, phrase, found)
    for member in phrase["members"]:
        at = member["mention"]
        if at < 0 or reading.mentions[at]["label"] != "DRIVER":
            continue
        noun = reading.mentions[at]["start"] - 1
        if noun < member["start"] or roles.get(reading.lemmas_lower[noun]) != "teammate":
            continue
        people = [a.participant for a in found if member["start"] <= a.start < member["end"]]
        mate = people[0] if len(people) == 1 else None
        of = [p for p in _whose(resolver, clause, phrase, member) if p != mate]
        if mate is None or len(of) != 1 or of[0].label != "DRIVER":
            continue
        roster = resolver.state.roster
        one, other = roster.people.get(of[0].key), roster.people.get(mate.key)
        if one is None or other is None:
            continue
        if reading.lemmas_lower[noun].endswith(tuple(resolver.vocabulary.words["car-partner"])):
            # `sein Partner Timo Falk`: of the same car
            roster.pair(one, other)
        else:
            roster.team_up(one, other)


def _learn_plural(resolver: Resolver, phrase: Phrase, found: list[Argument]) -> None:
    """`zwischen den Teamkollegen A und B`: each is the other's."""
    members = phrase["members"]
    if len(members) != 2 or len(found) != 2 or not phrase["definite"]:
        return
    first = phrase["start"] + (phrase["prep"] is not None)
    if resolver.reading.lower[first] not in SEVERAL:
        # `vor seinem Teamkollegen A und B`: B is another's
        return
    noun = found[0].start - 1
    if noun < members[0]["start"] or members[1]["start"] != found[1].start:
        return
    if resolver.vocabulary.roles.get(resolver.reading.lemmas_lower[noun]) != "teammate":
        return
    people = [a.participant and resolver.state.roster.people.get(a.participant.key) for a in found]
    one, other = people
    if one and other:
        resolver.state.roster.team_up(one, other)


def _whose(resolver: Resolver, clause: Clause, phrase: Phrase, member: Member) -> list[Participant]:
    """The one whose team-mate is meant: by genitive or possessive, else who is spoken of."""
    of = owners(resolver, clause, phrase, member)
    subject = subject_of(resolver.reading, clause) if not of else None
    if subject is not None and subject.phrase is not phrase:
        # `A lag vor Markenkollege B`
        of = people_of(resolver, subject.clause, subject.phrase)
    return of or list(
        pronouns.single(
            resolver.state, phrase["start"], clause["sentence"] + 1,
            gender="m", clause=-1, barred=set(),
        )
    )  # fmt: skip
