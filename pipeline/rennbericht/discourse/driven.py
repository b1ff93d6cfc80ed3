"""Cars whose driver the text names only behind them.

`Der BMW bekam eine Strafe, weil Krohn zu schnell war`, `Der Lamborghini traf einen Cayman.
Bortolotti schleppte den Wagen zurück`, `Boxenstopp beim Mustang: Maini übergibt an Stippler`.
"""

from __future__ import annotations

from ..clauses.model import Clause
from ..entities.model import Mention
from .reading import Reading
from .slots import subject_of
from .ties import MAKES, TIED
from .vocabulary import Vocabulary

#: introducers of clauses that tell what the driver of a car in trouble did
WHY = frozenset({"weil", "da"})
#: labels of one car
CARS = MAKES | {"NUMBER"}


def car_before(reading: Reading, vocabulary: Vocabulary, clause: Clause) -> list[Mention]:
    """The names of the car told of before a clause whose subject drives it; empty where of none.

    Args:
        reading: the document.
        vocabulary: knows words of trouble, verbs of driving and nouns of vehicles.
        clause: a clause with one driver as its subject, and no car.
    """
    if reading.mentions_in(clause, *TIED):
        return []
    if clause["kind"] == "subordinate" and clause["introducer"] in WHY:
        for link in clause["links"]:
            if link["kind"] == "subordinate":
                matrix = reading.clauses[link["clause"]]
                trouble = vocabulary.trouble & reading.clause_words(matrix)
                return _car_of(reading, matrix) if trouble else []
        return []
    handed = clause["verb"] in vocabulary.handing
    if clause["kind"] != "main" or not (handed or _moves_car(reading, vocabulary, clause)):
        return []
    before = reading.by_sentence.get(clause["sentence"] - 1, ())
    if not before or clause["index"] != reading.by_sentence[clause["sentence"]][0]["index"]:
        return []
    return _car_of(reading, before[-1])


def _moves_car(reading: Reading, vocabulary: Vocabulary, clause: Clause) -> bool:
    """Whether somebody moves `den Wagen`, `das Auto`."""
    if clause["verb"] not in vocabulary.moving:
        return False
    return any(
        phrase["prep"] is None
        and phrase["definite"]
        and phrase["lemma"].lower() in vocabulary.vehicle_nouns
        for phrase in clause["phrases"]
    )


def _car_of(reading: Reading, clause: Clause) -> list[Mention]:
    """The car that a clause is about, with its number and team, where it names no driver."""
    if reading.mentions_in(clause, "DRIVER"):
        return []
    subject = subject_of(reading, clause)
    phrases = [subject.phrase] if subject is not None else []
    if clause["verb"] is None:
        phrases = [phrase for phrase in clause["phrases"] if phrase["prep"] in (None, "bei", "für")]
    for phrase in phrases:
        mention = reading.mention_of(phrase)
        if mention is not None and mention["label"] in CARS:
            found, end = [mention], mention["end"]
            for other in clause["phrases"]:
                more = reading.mention_of(other)
                if more is None or more is mention or more["label"] not in TIED:
                    continue
                if other["start"] in (end, phrase["end"]):
                    found.append(more)
                    end = other["end"]
            return found
    return []
