"""Pronouns of a subordinate clause that stand for the subject of the clause it hangs on.

`A und B schieden aus, als sie auf Rang vier lagen`, `der Porsche erbte Platz drei, obwohl er
Achter gewesen war`, `Dritte wurden, obwohl sie von hinten kamen, die Schweizer A und B`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.model import Clause, Phrase
from .people import Argument, Participant, participants
from .slots import is_subject
from .ties import VEHICLES

if TYPE_CHECKING:
    from .references import Resolver

#: kinds of links from a clause to the one it hangs on
HANGING = frozenset({"subordinate", "relative"})
#: ways in which a car stands for its people
ABOARD = frozenset({"car", "team", "crew"})
#: what opens a clause that may tell of somebody else than its main clause
MEANWHILE = frozenset({"als", "während", "wenn"})
#: pronouns of whom something befalls
OBJECTS = frozenset({"ihn", "ihm"})
GENDERS = {"er": "m", "sie": "f"}


def of_matrix(resolver: Resolver, clause: Clause, phrase: Phrase) -> list[Argument]:
    """Whom the subject of the matrix clause stands for, where a pronoun must mean the same."""
    reading = resolver.reading
    if not is_subject(clause, phrase):
        return []
    for link in clause["links"]:
        if link["kind"] not in HANGING or link["clause"] < 0:
            continue
        matrix = reading.clauses[link["clause"]]
        if matrix["subject"] < 0:
            continue
        subject = matrix["phrases"][matrix["subject"]]
        if subject["kind"] != "np" or not _agrees(phrase, subject):
            continue
        if subject["start"] > phrase["start"]:
            if reading.clause_start(matrix) > reading.clause_start(clause):
                # `als sie stoppten, führten A und B`: others may be meant
                continue
            return _people(resolver.resolve(matrix, subject))
        if link["kind"] == "relative":
            continue
        found = _people(resolver.resolve(matrix, subject))
        if _plural(subject):
            return found
        fitting = subject["gender"] in ("", GENDERS[reading.lower[phrase["head"]]])
        if fitting and found and (found[0].via in ABOARD or _is_car(found[0])):
            return found
    return []


def of_main_clause(resolver: Resolver, clause: Clause, phrase: Phrase) -> tuple[Participant, ...]:
    """Who is named only behind: `Weil er gedrängelt hatte, erhielt Norris eine Strafe`.

    But `Als er stoppte, führte Norris`: others may be meant.
    """
    if clause["introducer"] in MEANWHILE:
        return ()
    for link in clause["links"]:
        if link["kind"] != "subordinate" or link["clause"] < 0:
            continue
        matrix = resolver.reading.clauses[link["clause"]]
        subject = matrix["phrases"][matrix["subject"]] if matrix["subject"] >= 0 else None
        if subject is None or subject["start"] < phrase["start"] or not _agrees(phrase, subject):
            continue
        if resolver.reading.label_at(subject["head"]) == "DRIVER":
            return participants(resolver.resolve(matrix, subject))
    return ()


def same_as_before(
    resolver: Resolver, clause: Clause, word: str, barred: set[str]
) -> tuple[Participant, ...]:
    """Whom such a pronoun in the clause before stands for: `A überholte ihn und B ihn`.

    `A zog an ihm vorbei, danach ließ ihn auch B stehen` as well.
    """
    reading = resolver.reading
    for link in clause["links"]:
        if link["kind"] not in ("coordinated", "elided") or link["clause"] < 0:
            continue
        other = reading.clauses[link["clause"]]
        for phrase in other["phrases"]:
            form = reading.lower[phrase["head"]]
            if phrase["kind"] == "pronoun" and (form == word or {form, word} <= OBJECTS):
                people = participants(resolver.resolve(other, phrase))
                if not {p.key for p in people} & barred:
                    return people
        if word == "ihn" and "auch" in reading.clause_words(clause):
            return _object_of(resolver, other, barred)
    return ()


def _object_of(resolver: Resolver, clause: Clause, barred: set[str]) -> tuple[Participant, ...]:
    """Who suffers in a clause: `A zog an B vorbei, und auch C ließ ihn hinter sich`."""
    for at, phrase in enumerate(clause["phrases"]):
        if at == clause["subject"] or phrase["attribute_of"] >= 0:
            continue
        if resolver.reading.label_at(phrase["head"]) == "DRIVER" and len(phrase["members"]) == 1:
            people = participants(resolver.resolve(clause, phrase))
            return () if {p.key for p in people} & barred else people
    return ()


def _people(found: list[Argument]) -> list[Argument]:
    return found if any(a.participant is not None for a in found) else []


def _is_car(argument: Argument) -> bool:
    """Whether a car of which nobody knows who drives is meant."""
    return argument.participant is not None and argument.participant.label in VEHICLES


def _plural(subject: Phrase) -> bool:
    return subject["number"] == "pl" or len(subject["members"]) > 1


def _agrees(phrase: Phrase, subject: Phrase) -> bool:
    if not phrase["number"]:
        return False
    return (phrase["number"] == "pl") == _plural(subject)
