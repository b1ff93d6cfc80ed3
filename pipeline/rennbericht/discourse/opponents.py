"""Nouns for the other one: `sein Gegner`, `der Vordermann`, `der Verursacher`, `sein Landsmann`.

Whom they mean follows from what was told of chases, tries, passes and crashes, else from who
stands ahead, behind or beside the one whose opponent it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.model import Clause, Member, Phrase
from . import pronouns
from .owners import owners
from .people import Participant
from .rivals import REACH, beside, last_try
from .state import RaceState

if TYPE_CHECKING:
    from .references import Resolver

#: roles that are somebody's against another
OPPOSED = frozenset({"rival", "ahead", "behind", "offender", "sufferer", "attacker", "attacked"})
#: step from somebody's place to the one ahead or behind
STEPS = {"ahead": -1, "behind": 1}
#: people of a pair
PAIR = 2


def opposed(
    resolver: Resolver, clause: Clause, phrase: Phrase, member: Member, role: str, barred: set[str]
) -> tuple[Participant, ...]:
    """Whom a noun for somebody's opponent stands for; nobody where the text does not say.

    Args:
        resolver: what was told so far.
        clause: the clause.
        phrase: the phrase of the noun.
        member: the noun's own part of it.
        role: `rival`, `ahead`, `offender`, ...: see `OPPOSED`.
        barred: keys of who cannot be meant.
    """
    state, sentence = resolver.state, clause["sentence"]
    found: tuple[Participant, ...] = ()
    if role in ("offender", "sufferer"):
        told = state.offence
        if told is not None and sentence - told.sentence <= REACH:
            found = told.agent if role == "offender" else told.patient
        return found if _free(found, barred) else ()
    own = {p.key for p in owners(resolver, clause, phrase, member) if p.label == "DRIVER"}
    if role in ("attacker", "attacked"):
        move = last_try(state, sentence)
        if role == "attacked":
            # `B zog vorbei. Der Gejagte ...`: who was chased, though he is passed
            chased = [m for m in state.moves if sentence - m.sentence <= REACH and m.agent]
            found = chased[-1].patient if chased else state.holders.get("leader", ())
        elif move is not None:
            found = move.agent
        if _free(found, barred | own):
            return found
    if not own:
        # `der Rivale`: of whoever takes part, else of whom the text goes on about
        topic = pronouns.single(
            state, phrase["start"], sentence, gender="m", clause=clause["index"], barred=set()
        )
        own = barred or {p.key for p in topic}
    if role in STEPS:
        found = beside(state, own, STEPS[role])
        if _free(found, barred | own):
            return found
    found = _other_side(state, sentence, own, role)
    if not _free(found, barred | own):
        found = _of_pair(state, sentence, phrase["start"], own)
    return found if _free(found, barred | own) else ()


def compatriot(
    resolver: Resolver, clause: Clause, phrase: Phrase, member: Member, barred: set[str]
) -> tuple[Participant, ...]:
    """`sein Landsmann`: the last named of the nation of the one whose he is."""
    roster = resolver.state.roster
    of = owners(resolver, clause, phrase, member)
    person = roster.people.get(of[0].key) if len(of) == 1 else None
    if person is None:
        return ()
    if person.nation:
        for other in roster.recent(phrase["start"]):
            key = other.participant.key
            if other is not person and other.nation == person.nation and key not in barred:
                return (other.participant,)
    return opposed(resolver, clause, phrase, member, "rival", barred)


def _free(people: tuple[Participant, ...], barred: set[str]) -> bool:
    return bool(people) and not any(p.key in barred or p.label != "DRIVER" for p in people)


def _other_side(
    state: RaceState, sentence: int, own: set[str], role: str
) -> tuple[Participant, ...]:
    """Who stood against somebody in the last chase, try or pass; behind him, who is passed."""
    for move in reversed(state.moves):
        if sentence - move.sentence > REACH:
            return ()
        acting = any(person.key in own for person in move.agent)
        suffering = any(person.key in own for person in move.patient)
        if acting == suffering or not move.agent:
            continue
        if role in STEPS and (acting == move.done) != (role == "behind"):
            continue
        return move.patient if acting else move.agent
    return ()


def _of_pair(state: RaceState, sentence: int, token: int, own: set[str]) -> tuple[Participant, ...]:
    """The other of two told of together: `A und B kämpften. A überholte seinen Rivalen.`"""
    for entry in reversed(state.history):
        if sentence - entry.sentence > REACH:
            return ()
        if entry.token < token and len(entry.people) == PAIR:
            others = tuple(person for person in entry.people if person.key not in own)
            if len(others) == 1:
                return others
    near = [e for e in state.history if sentence - e.sentence <= 1 and e.token < token]
    named = {p.key: p for e in near for p in e.people if p.label == "DRIVER"}
    others = tuple(person for key, person in named.items() if key not in own)
    return others if len(others) == 1 else ()
