"""Whose car a clause goes on about that explains the one before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.model import Clause, Phrase
from .aboard import drivers_in
from .people import Argument, Participant, Person
from .slots import subject_of
from .ties import known

if TYPE_CHECKING:
    from .references import Resolver


def told_before_colon(
    resolver: Resolver, clause: Clause, phrase: Phrase, keys: list[str]
) -> list[Participant]:
    """`Die Mannschaft um Lieb schied aus: Der Porsche blieb stehen`: whose car tells on of them."""
    start = resolver.reading.clause_start(clause)
    subject = phrase["start"] == start and phrase["definite"]
    if not subject or not start or resolver.reading.words[start - 1] != ":":
        return []
    for entry in resolver.state.told_before(start, clause["sentence"], 0):
        people = [resolver.state.roster.people.get(p.key) for p in entry.people]
        if not entry.subject or any(person is None for person in people):
            continue
        cars = [key for person in people if person is not None for key in person.cars]
        made = [key for key in cars if key in resolver.vocabulary.facts]
        return list(entry.people) if not made or not set(made).isdisjoint(keys) else []
    return []


def told_before(resolver: Resolver, clause: Clause, phrase: Phrase) -> tuple[Participant, ...]:
    """Whom the sentence before named last."""
    for entry in resolver.state.told_before(phrase["start"], clause["sentence"]):
        if entry.sentence < clause["sentence"] and all(p.label == "DRIVER" for p in entry.people):
            return entry.people
    return ()


def named_before_colon(resolver: Resolver, phrase: Phrase) -> Person | None:
    """`Bitter endete der Tag für Engel: Der Mercedes-Pilot ...`: who alone is named before."""
    reading, start = resolver.reading, phrase["start"]
    if not start or reading.words[start - 1] != ":":
        return None
    opening = reading.sentences[reading.sentence_of(start - 1)][0]
    named = reading.mentions_between(opening, start, ("DRIVER",))
    people = {
        person.participant.key: person
        for person in resolver.state.roster.recent(start)
        if any(m["start"] in person.tokens for m in named)
    }
    return next(iter(people.values())) if len(people) == 1 else None


def named_behind_colon(resolver: Resolver, clause: Clause, barred: set[str]) -> list[Argument]:
    """`Auf WP 11 kam das Aus: Tänak rutschte in einen Graben`: whom it is about is told behind."""
    reading = resolver.reading
    end = max(stop for _, stop in clause["spans"]) if clause["spans"] else 0
    if reading.words[end : end + 1] != [":"] or clause["index"] + 1 >= len(reading.clauses):
        return []
    following = reading.clauses[clause["index"] + 1]
    if following["kind"] != "main" or following["sentence"] != clause["sentence"]:
        return []
    filler = subject_of(reading, following)
    named = drivers_in(reading, filler.phrase) if filler is not None and not filler.elided else []
    person = known(resolver.state, named[0]) if len(named) == 1 else None
    if person is None or person.participant.key in barred:
        return []
    return [Argument(named[0]["start"], named[0]["end"], person.participant, "surname")]
