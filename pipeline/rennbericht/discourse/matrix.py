"""Pronouns of a subordinate clause that stand for the subject of the clause it hangs on.

`A und B schieden aus, als sie auf Rang vier lagen`, `der Porsche erbte Platz drei, obwohl er
Achter gewesen war`, `Dritte wurden, obwohl sie von hinten kamen, die Schweizer A und B`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.model import Clause, Phrase
from .people import Argument

if TYPE_CHECKING:
    from .references import Resolver

#: kinds of links from a clause to the one it hangs on
HANGING = frozenset({"subordinate", "relative"})
#: ways in which a car stands for its people
ABOARD = frozenset({"car", "team", "crew"})
GENDERS = {"er": "m", "sie": "f"}


def of_matrix(resolver: Resolver, clause: Clause, phrase: Phrase) -> list[Argument]:
    """Whom the subject of the matrix clause stands for, where a pronoun must mean the same."""
    reading = resolver.reading
    if clause["subject"] < 0 or clause["phrases"][clause["subject"]] is not phrase:
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
        if fitting and found and found[0].via in ABOARD:
            return found
    return []


def _people(found: list[Argument]) -> list[Argument]:
    return found if any(a.participant is not None for a in found) else []


def _plural(subject: Phrase) -> bool:
    return subject["number"] == "pl" or len(subject["members"]) > 1


def _agrees(phrase: Phrase, subject: Phrase) -> bool:
    if not phrase["number"]:
        return False
    return (phrase["number"] == "pl") == _plural(subject)
