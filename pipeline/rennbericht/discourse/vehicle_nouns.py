"""Cars named by a common noun: `das Auto von Core`, `sein Wagen`, `das Schwesterauto`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.model import Clause, Member, Phrase
from . import pronouns
from .kinds import is_plural
from .mates import mates_of
from .owners import driver_of, owners, people_of
from .people import Argument, Participant
from .several_cars import both
from .slots import subject_of

if TYPE_CHECKING:
    from .references import Resolver


def _subject_before(resolver: Resolver, clause: Clause, phrase: Phrase) -> tuple[Participant, ...]:
    """The drivers who are the subject last told, no more than a sentence before."""
    for entry in resolver.state.told_before(phrase["start"], clause["sentence"]):
        if entry.subject and all(p.label == "DRIVER" for p in entry.people):
            return entry.people
    return ()


def _acting(resolver: Resolver, clause: Clause, phrase: Phrase) -> tuple[Participant, ...]:
    """The subject of the clause, where it is somebody else: `Glock überholte das Schwesterauto`."""
    subject = subject_of(resolver.reading, clause)
    if subject is None or subject.phrase is phrase:
        return ()
    people = people_of(resolver, subject.clause, subject.phrase)
    return tuple(people) if all(p.label == "DRIVER" for p in people) else ()


def _crew_before(resolver: Resolver, clause: Clause, phrase: Phrase) -> tuple[Participant, ...]:
    """The crew told of last: `A und B kamen im Escort von der Strecke ab. Das Auto ...`."""
    for entry in resolver.state.told_before(phrase["start"], clause["sentence"]):
        if entry.attribute or any(person.label != "DRIVER" for person in entry.people):
            continue
        first, *others = entry.people
        crew = bool(others) and set(others) <= resolver.state.roster.mates(first)
        return entry.people if crew else ()
    return ()


def vehicle_noun(
    resolver: Resolver, clause: Clause, phrase: Phrase, member: Member, barred: set[str]
) -> list[Argument]:
    """`das Auto von Brandt`, `sein Wagen`, `das Auto` behind a sentence about its driver."""
    span = (member["start"], member["end"])
    own = owners(resolver, clause, phrase, member)
    sister = tuple(resolver.vocabulary.words["sister-start"])
    possessed = resolver.reading.lemmas_lower[member["head"]].startswith(sister)
    if own:
        if possessed:
            # `Glock siegte. Das Schwesterauto von A und B wurde Dritter`
            resolver.state.roster.sister_cars(_subject_before(resolver, clause, phrase), own)
        return [Argument(*span, p, "car") for p in own]
    two = both(resolver, member)
    if not phrase["definite"] and not two:
        # `kollidierte mit einem langsameren Fahrzeug`
        return [Argument(*span, None, "car", unnamed=True)] if indefinite(resolver, member) else []
    driven = driver_of(resolver, clause, phrase)
    if driven is not None and not possessed:
        # `brachte den Wagen ins Ziel`; whose it is nobody knows where the driver is not known
        return [Argument(*span, p, "car") for p in driven] or [Argument(*span, None, "car")]
    state, token, sentence = resolver.state, phrase["start"], clause["sentence"]
    last: tuple[Participant, ...] = ()
    if possessed:
        # `Der BMW von A und B wurde Neunter, sein Schwesterauto Zwölfter`
        last = _acting(resolver, clause, phrase) or _subject_before(resolver, clause, phrase)
    if not last and not is_plural(phrase):
        last = (
            _crew_before(resolver, clause, phrase)
            or pronouns.vehicle(
                state, token, sentence, gender="", clause=clause["index"], barred=barred
            )
            or pronouns.single(
                state, token, sentence, gender="m", clause=clause["index"], barred=barred
            )
        )
    # `Beide Autos blieben liegen`
    last = last or pronouns.several(state, token, sentence, barred, 2 if two else 0)
    if is_plural(phrase) and not last:
        # `dahinter folgten die Rally2-Autos`
        return [Argument(*span, None, "car", unnamed=True)]
    if possessed and last:
        last = tuple(_in_sister_car(resolver, last, phrase["start"]))
        if not last:
            return [Argument(*span, None, "car")]
    return [Argument(*span, p, "car") for p in last]


def _in_sister_car(
    resolver: Resolver, people: tuple[Participant, ...], token: int
) -> list[Participant]:
    """Who drives the other car of somebody's team: told of before, else behind."""
    state = resolver.state
    told = state.roster.sisters.get(people[0].key)
    if told is not None:
        return list(told)
    own = {p.key for p in people} | {p.key for p in state.roster.mates(people[0])}
    person = state.roster.people.get(people[0].key)
    for roster in (state.roster, state.ahead):
        for key in person.cars if person is not None else ():
            crew = roster.other_crew(key, own, token)
            if crew:
                return crew
    return [mate for mate in mates_of(resolver, people[0], token) if mate.key not in own][:1]


def aboard(resolver: Resolver, clause: Clause, phrase: Phrase, member: Member) -> list[Participant]:
    """Who is named with a car that has no name of its own."""
    people = owners(resolver, clause, phrase, member)
    for other in clause["phrases"] if not people else ():
        if other["prep"] == "mit":
            people += [
                a.participant for a in resolver.resolve(clause, other) if a.participant is not None
            ]
    return people


def indefinite(resolver: Resolver, member: Member) -> bool:
    """Whether an indefinite article stands before it: `ein Mercedes`, `ein langsameres Auto`."""
    start = member["start"]
    return any(
        resolver.reading.tags[token] == "ART" and resolver.reading.lower[token].startswith("ein")
        for token in range(start, min(start + 2, member["head"]))
    )
