"""Relative clauses that tell who is in a car: `der Audi, den sich A und B teilten`."""

from __future__ import annotations

from ..clauses.model import Clause, Phrase
from ..entities.model import Mention
from .reading import Reading
from .vocabulary import Vocabulary

#: `im BMW`, `in einem Ferrari`, `auf der Yamaha`: what somebody sits in, not what he runs into
SEATED = ("im", "in", "auf")
#: prepositions before whom a car is given to or taken over from
MATE = frozenset({"an", "von"})


def aboard_clause(reading: Reading, vocabulary: Vocabulary, clause: Clause) -> bool:
    """Whether a relative clause tells who is in the car: `den sich A und B teilten`."""
    for at, phrase in enumerate(clause["phrases"]):
        # the tagger may take it for an article: `den Max Marten und B fahren`
        opens = not at and clause["kind"] == "relative" and phrase["kind"] == "pronoun"
        if not (opens or reading.tags[phrase["head"]] == "PRELS") or clause["passive"]:
            continue
        if phrase["prep"] is None:
            driven = clause["verb"] in vocabulary.steering or clause["verb"] in vocabulary.handing
            return driven and at != clause["subject"] >= 0 and clause["negation"] < 0
        # der Audi, mit dem A und B nur knapp zurücklagen; but not: mit dem er kollidierte
        sits = phrase["prep"] == "mit" and clause["verb"] not in vocabulary.clashing
        return (sits or phrase["prep"] in SEATED) and clause["negation"] < 0
    return False


def aboard_phrases(
    reading: Reading, vocabulary: Vocabulary, clause: Clause
) -> list[tuple[Clause, Phrase]]:
    """The phrases of such a clause that name who is aboard beside its subject.

    `den A an B und C an D übergeben hatte`, `in dem A seinen Partner B ablöste`.
    """
    found: list[tuple[Clause, Phrase]] = []
    handed = clause["verb"] in vocabulary.handing
    for other in reading.by_sentence.get(clause["sentence"], ()):
        gap = other is not clause and any(
            link["kind"] in ("elided", "coordinated") and link["clause"] == clause["index"]
            for link in other["links"]
        )
        if not (other is clause or (gap and other["verb"] == clause["verb"])):
            continue
        found += [
            (other, phrase)
            for at, phrase in enumerate(other["phrases"])
            if at != other["subject"]
            and (
                phrase["prep"] in MATE
                if handed
                # `in dem A seinen Partner B ablöste`, `den er sich mit B teilt`
                else phrase["prep"] in (None, "mit") and drivers_in(reading, phrase)
            )
        ]
    return found


def antecedent_of(reading: Reading, clause: Clause) -> Phrase | None:
    """What a relative clause hangs on."""
    for link in clause["links"]:
        if link["kind"] == "relative" and link["phrase"] >= 0:
            return reading.clauses[link["clause"]]["phrases"][link["phrase"]]
    return None


def drivers_in(reading: Reading, phrase: Phrase) -> list[Mention]:
    """The drivers that a phrase names."""
    return [
        mention
        for member in phrase["members"]
        if member["mention"] >= 0
        and (mention := reading.mentions[member["mention"]])["label"] == "DRIVER"
    ]
