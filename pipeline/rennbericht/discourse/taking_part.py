"""Who takes part in a clause already, so that a pronoun or noun of it means somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.model import Clause, Phrase
from .seats import is_seat
from .slots import subject_of
from .ties import TIED, known

if TYPE_CHECKING:
    from .references import Resolver


def taking_part(resolver: Resolver, clause: Clause, phrase: Phrase) -> set[str]:
    """Keys of the people that the other phrases of a clause name or stand for."""
    keys: set[str] = set()
    reading, index = resolver.reading, clause["index"]
    subject = subject_of(reading, clause)
    # `Beim Überrunden von A traf B den Briten`: it may be A
    others = [
        other
        for other in clause["phrases"]
        if not _owns_before(other, phrase)
        and not _what_happened(other)
        and not _handed_over(resolver, clause, other)
    ]
    for other in others:
        if other is not phrase:
            _bar(resolver, keys, index, other)
    if subject is not None and subject.clause is not clause and subject.phrase is not phrase:
        _bar(resolver, keys, subject.clause["index"], subject.phrase)
    if phrase["attribute_of"] >= 0 and subject is not None and subject.clause is clause:
        # `A und B verloren ihn nach einem Ausritt der Schwedin`: one of the two
        own = resolver.resolved(index, subject.phrase)
        if len(own) > 1:
            keys -= {a.participant.key for a in own if a.participant is not None}
    for other in others:
        if other is phrase or (phrase["attribute_of"] >= 0 and len(other["members"]) > 1):
            continue
        for member in other["members"]:
            if member["mention"] >= 0:
                mention = reading.mentions[member["mention"]]
                if mention["label"] == "DRIVER":
                    person = known(resolver.state, mention)
                    if person is not None:
                        keys.add(person.participant.key)
    return keys


def _bar(resolver: Resolver, keys: set[str], clause: int, phrase: Phrase) -> None:
    """Add whom a phrase stands for, where it is resolved and no seat."""
    done = resolver.resolved(clause, phrase)
    if not done or is_seat(resolver.reading, phrase):
        return
    for argument in done:
        if argument.participant is not None:
            keys.add(argument.participant.key)


def _owns_before(other: Phrase, phrase: Phrase) -> bool:
    """Whether a phrase tells whose a noun is that stands before another phrase of the clause."""
    before = other["end"] <= phrase["start"] and phrase["attribute_of"] < 0
    if (
        before
        and other["prep"] == "zwischen"
        and (phrase["number"] == "pl" or other["attribute_of"] >= 0)
    ):
        # `Nach einem Unfall in Runde zwei zwischen A und B mussten beide aufgeben`, `das Duell
        # zwischen A und B ging an den Finnen`: one of the two
        return True
    return before and other["attribute_of"] >= 0 and other["prep"] in ("von", None)


def _what_happened(other: Phrase) -> bool:
    """Whether a pronoun stands for an event: `eine Berührung, infolge derer beide ausfielen`."""
    return other["kind"] == "pp" and other["case"] == "g" and other["lemma"].startswith("d")


def _handed_over(resolver: Resolver, clause: Clause, other: Phrase) -> bool:
    """Whether a car is given to the next driver: `übergab den Wagen an seinen Partner`."""
    vocabulary = resolver.vocabulary
    if other["prep"] is not None or clause["verb"] not in vocabulary.handing:
        return False
    mention = resolver.reading.mention_of(other)
    if mention is not None:
        return mention["label"] in TIED
    return other["lemma"].lower() in vocabulary.vehicle_nouns
