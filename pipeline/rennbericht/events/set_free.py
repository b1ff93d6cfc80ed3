"""Who was stuck and got free again was not out: `steckte fest, bis ihn Fans zurückschoben`."""

from __future__ import annotations

from ..clauses.model import Clause, Phrase
from ..discourse.reading import Reading
from ..discourse.slots import fill, subject_of
from ..discourse.state import RaceState
from ..discourse.ties import VEHICLES, known
from ..discourse.vocabulary import Vocabulary


def got_free(reading: Reading, state: RaceState, vocabulary: Vocabulary, clause: Clause) -> bool:
    """Whether the sentence tells that whoever is stuck in a clause went on.

    In `A blieb im Kies stecken, B fand zurück auf die Strecke` only B did.

    Args:
        reading: the document.
        state: knows whom names mean.
        vocabulary: words of being stuck and of getting free.
        clause: the clause, of any verb.
    """
    if vocabulary.words["stuck-verb"].isdisjoint((clause["verb"], clause["infinitive"])):
        return False
    subject = subject_of(reading, clause)
    stuck = _named(reading, state, subject.phrase) if subject is not None else set()
    for other in reading.by_sentence.get(clause["sentence"], ()):
        told = reading.clause_words(other)
        if vocabulary.words["set-free"].isdisjoint(told) or "nicht" in told:
            continue
        freed = _freed(reading, vocabulary, other) if other is not clause else None
        named = _named(reading, state, freed) if freed is not None else set()
        if not named or not named.isdisjoint(stuck):
            return True
    return False


def _freed(reading: Reading, vocabulary: Vocabulary, clause: Clause) -> Phrase | None:
    """The phrase of whom a clause tells to be set free: its object, else its subject."""
    for filler in fill(reading, clause, "accusative"):
        phrase = filler.phrase
        mention = reading.mention_of(phrase)
        label = mention["label"] if mention is not None else ""
        car = label in VEHICLES or phrase["lemma"].lower() in vocabulary.vehicle_nouns
        pronoun = phrase["kind"] == "pronoun" and not clause["reflexive"]
        if car or pronoun or label == "DRIVER":
            return phrase
    subject = subject_of(reading, clause)
    return subject.phrase if subject is not None else None


def _named(reading: Reading, state: RaceState, phrase: Phrase) -> set[str]:
    """Keys of the drivers that a phrase names."""
    found: set[str] = set()
    for member in phrase["members"]:
        mention = reading.mentions[member["mention"]] if member["mention"] >= 0 else None
        if mention is not None and mention["label"] == "DRIVER":
            person = known(state, mention)
            found.add(person.participant.key if person is not None else mention["name"] or "")
    return found
