"""Whose a car, a team or a team-mate is: `Hands BMW`, `das Auto von Core`, `ihr Audi`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.model import Clause, Member, Phrase
from . import pronouns
from .people import Participant
from .slots import subject_of

if TYPE_CHECKING:
    from .references import Resolver

#: prepositions behind a car or team that name its people
OWNING = ("von", "mit", "um")


def owners(resolver: Resolver, clause: Clause, phrase: Phrase, member: Member) -> list[Participant]:
    """The people a car or team is said to belong to: `das Auto von Core`, `Hands BMW`."""
    heads = {member["head"]}
    by_prep: dict[str | None, list[Participant]] = {}
    for other in clause["phrases"]:
        beside = other["start"] == member["end"] and other["prep"] in OWNING
        if beside or (other["attribute_of"] in heads and other["prep"] in (None, *OWNING)):
            by_prep.setdefault(other["prep"], []).extend(
                a.participant for a in resolver.resolve(clause, other) if a.participant is not None
            )
    # `Hands Schwesterauto mit Auberlen`: who is with the car drives it, whosever it is
    people = next((by_prep[prep] for prep in ("mit", "von", "um", None) if by_prep.get(prep)), [])
    if not people and possessive(resolver, member) >= 0:
        people = _possessor(resolver, clause, phrase)
    if not people and resolver.reading.tags[member["start"]] == "PRELAT":
        people = [a.participant for a in resolver.antecedent(clause) if a.participant is not None]
    return people


def _possessor(resolver: Resolver, clause: Clause, phrase: Phrase) -> list[Participant]:
    """Whose `sein Ferrari` is: the clause's subject, else whom the text goes on about."""
    subject = subject_of(resolver.reading, clause)
    if subject is not None and subject.phrase is not phrase:
        people = people_of(resolver, subject.clause, subject.phrase)
        if people:
            return people
    word = resolver.reading.lower[possessive(resolver, phrase["members"][0])]
    if word.startswith("ihr"):
        # `Dritte wurden A und B, obwohl ihr Audi stehen blieb`
        token, sentence = phrase["start"], clause["sentence"]
        people = list(pronouns.several(resolver.state, token, sentence, set()))
        if people:
            return people
    found = resolver.from_context("topic", clause, set())
    return [a.participant for a in found if a.participant is not None]


def people_of(resolver: Resolver, clause: Clause, phrase: Phrase) -> list[Participant]:
    """The people (no teams or cars) that a phrase stands for."""
    found = resolver.resolve(clause, phrase)
    return [a.participant for a in found if a.participant and a.participant.label == "DRIVER"]


def possessive(resolver: Resolver, member: Member) -> int:
    """Token of the possessive (`sein`, `ihr`) before a noun, or -1."""
    for token in range(member["start"], member["head"]):
        if resolver.reading.tags[token] == "PPOSAT":
            return token
    return -1
