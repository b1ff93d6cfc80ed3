"""People who share a car, by one result that the text gives them: `A und B gewannen`."""

from __future__ import annotations

from ..clauses.model import Clause
from .people import Person
from .reading import Reading
from .state import RaceState
from .vocabulary import Vocabulary


def share_result(
    reading: Reading,
    state: RaceState,
    vocabulary: Vocabulary,
    clause: Clause,
    people: list[tuple[Person, int]],
) -> None:
    """Make one crew of those who have one result together, in a race of crews.

    Args:
        reading: the document.
        state: its roster learns of the crew.
        vocabulary: knows verbs of racing.
        clause: the clause.
        people: the drivers of its subject, each with the token of the name.
    """
    roster = state.roster
    if clause["verb"] not in vocabulary.joint_verbs or clause["negation"] >= 0:
        return
    together = not vocabulary.joint.isdisjoint(reading.clause_words(clause))
    if not (together or roster.crewed or state.ahead.crewed):
        return
    persons = [person for person, _ in people]
    if any(roster.mates(person.participant) for person in persons):
        return
    if not _one_car(persons) or _apart(reading, vocabulary, clause):
        return
    roster.share(persons, certain=together)


def _one_car(persons: list[Person]) -> bool:
    """Whether the text has put them into no different cars."""
    cars = [person.cars.keys() for person in persons if person.cars]
    return all(one == cars[0] for one in cars)


def _apart(reading: Reading, vocabulary: Vocabulary, clause: Clause) -> bool:
    """Whether each of them has his own: `A und B belegten die Plätze zwei und drei`."""
    if any("positions" in (m["value"] or {}) for m in reading.mentions_in(clause, "POSITION")):
        return True
    alone = vocabulary.words["each-alone"]
    return any(reading.lower[token] in alone for token in reading.tokens(clause))
