"""Whom a relative clause is about where its antecedent is a list or the car of somebody."""

from __future__ import annotations

from ..clauses.model import Clause, Phrase
from .people import Argument
from .reading import Reading
from .ties import VEHICLES


def seated(reading: Reading, clause: Clause, phrase: Phrase) -> Phrase | None:
    """Of `Kerbrat im Alpine, der ...` the driver, whom the relative clause is about as well."""
    owner = phrase["attribute_of"]
    if phrase["prep"] != "in" or owner < 0 or reading.label_at(owner) != "DRIVER":
        return None
    mention = reading.mention_of(phrase)
    if mention is None or mention["label"] not in VEHICLES:
        return None
    for other in clause["phrases"]:
        if other["start"] <= owner < other["end"] and len(other["members"]) == 1:
            return other
    return None


def nearest(
    reading: Reading, clause: Clause, phrase: Phrase, found: list[Argument]
) -> list[Argument]:
    """Of a list that relative clauses part those right before one: `vor A, der ..., und B`."""
    start, first = reading.clause_start(clause), phrase["start"]
    inner = [
        max(end for _, end in other["spans"])
        for other in reading.by_sentence[clause["sentence"]]
        if other["kind"] == "relative" and first < reading.clause_start(other) < start
    ]
    opening = max((end for end in inner if end <= start), default=first)
    return [a for a in found if opening <= a.start and a.end <= start] or found
