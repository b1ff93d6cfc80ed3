"""Whether a car and a name beside it are two: `kollidierte Hargrove mit dem Audi`."""

from __future__ import annotations

from ..clauses.model import Clause, Phrase
from ..entities.model import Mention
from .reading import Reading
from .vocabulary import Vocabulary


def meets(vocabulary: Vocabulary, clause: Clause, phrase: Phrase) -> bool:
    """Whether the other one is named: `kollidierte der Porsche mit Vettel`.

    So by `von` in a passive: `wurde der Porsche von Vettel überholt`.
    """
    if phrase["prep"] == "von" and phrase["field"] == "middle":
        return phrase["attribute_of"] < 0 and _by_whom(vocabulary, clause)
    if phrase["prep"] != "mit" or clause["verb"] not in vocabulary.clashing:
        return False
    if phrase["field"] != "middle":
        # `Der Porsche mit Vettel kollidierte`
        return False
    return sum(other["prep"] == "mit" for other in clause["phrases"]) == 1


def _by_whom(vocabulary: Vocabulary, clause: Clause) -> bool:
    """Whether `von` names who does it: `wurde Hargrove vom Audi überholt`."""
    return clause["passive"] == "event" and clause["verb"] in vocabulary.acting


def met_by(reading: Reading, vocabulary: Vocabulary, vehicle: Mention) -> bool:
    """Whether the car behind a name is the other's: `kollidierte Hargrove mit dem Audi`.

    So `wurde Hargrove vom Audi überholt`; but `Hargrove von Audi` drives for it.
    """
    for clause in reading.by_sentence[reading.sentence_of(vehicle["start"])]:
        for phrase in clause["phrases"]:
            if not phrase["start"] <= vehicle["start"] < phrase["end"] or not phrase["definite"]:
                continue
            if phrase["prep"] == "von" and phrase["field"] == "middle":
                return _by_whom(vocabulary, clause)
            return meets(vocabulary, clause, phrase)
    return False


def meets_one(reading: Reading, vocabulary: Vocabulary, vehicle: Mention, token: int) -> bool:
    """Whether the one named behind a car and `mit` or `von` is only whom it meets."""
    between = reading.lower[vehicle["end"] : token]
    if "mit" not in between and "von" not in between:
        return False
    return any(
        phrase["start"] <= token < phrase["end"] and meets(vocabulary, clause, phrase)
        for clause in reading.by_sentence[reading.sentence_of(token)]
        for phrase in clause["phrases"]
    )
