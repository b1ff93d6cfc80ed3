"""Crews by a noun: `die Mannschaft von Startnummer 17`, `die 8er-Crew`, `das Team um Krahe`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..clauses.model import Clause, Member, Phrase
from ..german.lexicon import lexicon
from .compounds import group_of
from .described import around_whom
from .numbered import by_start_number
from .owners import owners
from .people import NUMBER, Argument
from .start_numbers import next_number
from .ties import VEHICLES, known

if TYPE_CHECKING:
    from .references import Resolver

#: a start number as the first part of a noun: `8er-Crew`
NUMBERED = re.compile(r"^#?(\d{1,3})er-\w")
#: so many tokens behind such a noun its number may stand
REACH = 7
#: tags of what may stand there
JOINING = frozenset({"APPR", "APPRART", "ART", "$("})


def by_car(
    resolver: Resolver, clause: Clause, phrase: Phrase, member: Member, lemma: str
) -> list[Argument]:
    """`die 8er-Crew`, `das Duo mit der Startnummer 9`: who is in the car with the number."""
    reading, words = resolver.reading, resolver.vocabulary
    span = (member["start"], member["end"])
    word = reading.words[member["head"]]
    match = NUMBERED.match(word) if word[0] in "#0123456789" else None
    if match is not None:
        keys = [f"{NUMBER}{match[1]}"]
        state = resolver.state
        crew = state.roster.crew(keys, phrase["start"]) or state.ahead.only_crew(keys)
        return [Argument(*span, person.participant, "crew") for person in crew]
    if lemma not in words.words["crew-group"] and words.noun(lemma).size is None:
        return []
    # `die Crew des Audi mit der Nummer 4`
    start, nouns = member["head"] + 1, words.vehicle_nouns
    number = next_number(reading, start, start + REACH, VEHICLES, nouns=nouns, tags=JOINING)
    if number is None:
        return []
    found = by_start_number(resolver, clause, phrase, member, number)
    people = [a.participant for a in found if a.participant is not None]
    drivers = people and all(person.label == "DRIVER" for person in people)
    if drivers:
        return [Argument(*span, person, "crew") for person in people]
    return found if lemma in words.words["crew-group"] else []


def crew_noun(resolver: Resolver, clause: Clause, phrase: Phrase, member: Member) -> list[Argument]:
    """`das Team um Krahe`, `die Mannschaft des Audi`: a crew only where somebody of it is told."""
    people = around_whom(resolver, clause, member)
    if not people:
        of = owners(resolver, clause, phrase, member)
        alone = len(of) == 1 and of[0].label == "DRIVER"
        # `Morinagas Mannschaft`: all in his car
        people = resolver.crew_told(of[0]) if alone else of
        people = people if all(person.label == "DRIVER" for person in people) else []
    word = resolver.reading.words[member["head"]]
    if not people and "-" in word and phrase["definite"]:
        # `die Wagenstetter-Truppe`
        people = group_of(resolver, clause, phrase, word.rpartition("-")[0], 0)
    return [Argument(member["start"], member["end"], person, "crew") for person in people]


def and_company(resolver: Resolver, phrase: Phrase, member: Member) -> list[Argument]:
    """`Derani und Co.`: who shares the car of the one named before, himself if he stands apart."""
    reading, state = resolver.reading, resolver.state
    at = reading.mention_at[member["head"] - 2] if member["head"] > 1 else -1
    mention = reading.mentions[at] if at >= 0 else None
    person = known(state, mention) if mention is not None and mention["label"] == "DRIVER" else None
    if person is None or mention is None:
        return []
    crew = state.roster.mates(person.participant) or state.ahead.mates(person.participant)
    ordered = [other.participant for other in state.roster.in_order(crew)]
    inside = phrase["start"] <= mention["start"]
    found = ordered if inside else [person.participant, *ordered]
    return [Argument(member["start"], member["end"], p, "crew") for p in found]


def unlisted_team(
    resolver: Resolver, clause: Clause, phrase: Phrase, member: Member, size: int
) -> list[Argument]:
    """`die Sky-Tempesta-Piloten`, of a team that no list holds: the group told last."""
    first = resolver.reading.words[member["head"]].rpartition("-")[0]
    if not phrase["definite"] or first.isupper() or lexicon().knows(first):
        return []
    people = group_of(resolver, clause, phrase, first, size)
    return [Argument(member["start"], member["end"], person, "team") for person in people]
