"""Whom a pass is of that the sentence leaves unsaid.

`Hamilton hing an Vettels Heck. In der Haarnadel ging er innen durch.`: it was Vettel. What the text
has told of two people since (a chase, a try, a pass, a slip) says more than who was named last.
"""

from __future__ import annotations

from collections.abc import Iterable

from .people import Argument, Participant
from .state import Mentioned, Move, RaceState

#: so many sentences on a chase, a try or a pass is still what the text goes on from
REACH = 2
#: so many sentences back somebody named last may be meant
NEAR = 1


def people_of(arguments: Iterable[Argument]) -> tuple[Participant, ...]:
    """The known among these arguments."""
    return tuple(a.participant for a in arguments if a.participant is not None)


def told_as(state: RaceState, people: tuple[Participant, ...], before: int) -> list[Argument]:
    """Arguments for people who are understood: their nearest earlier mention stands for them."""
    found = []
    for person in people:
        for entry in reversed(state.history):
            if person in entry.people and entry.token < before:
                found.append(Argument(entry.token, entry.end, person, "ellipsis"))
                break
    return found if len(found) == len(people) else []


def _free(people: tuple[Participant, ...], barred: set[str]) -> bool:
    return bool(people) and not any(person.key in barred for person in people)


def _other_side(
    move: Move, keys: frozenset[str] | set[str], distance: int
) -> tuple[Participant, ...]:
    """Who stands against somebody in a move; whom he has passed already is behind him."""
    if not move.agent:
        # who had a slip is everybody's prey, for a moment
        return move.patient if distance <= NEAR and len(move.patient) == 1 else ()
    if any(person.key in keys for person in move.agent):
        return () if move.done else move.patient
    if any(person.key in keys for person in move.patient):
        return move.agent if distance <= NEAR or not move.done else ()
    return ()


def passed(state: RaceState, sentence: int, barred: set[str]) -> tuple[Participant, ...]:
    """Whom somebody else has just passed: `Thackray zog vorbei, dann folgte Marescotti`."""
    for move in reversed(state.moves):
        if sentence - move.sentence > NEAR:
            break
        if move.done and move.agent and _free(move.patient, barred):
            return move.patient
    return ()


def passer(
    state: RaceState, sentence: int, keys: frozenset[str] | set[str]
) -> tuple[Participant, ...]:
    """Who passed somebody last: `doch Vettel holte sich den Platz zurück`."""
    for move in reversed(state.moves):
        if sentence - move.sentence > REACH:
            break
        if move.done and move.agent and keys & {p.key for p in move.patient}:
            return move.agent
    return ()


def last_try(state: RaceState, sentence: int) -> Move | None:
    """The last pass tried or chase told: `beim dritten Mal klappte es`."""
    for move in reversed(state.moves):
        if sentence - move.sentence > NEAR:
            break
        if move.agent and move.patient and not move.done:
            return move
    return None


def opponent(
    state: RaceState, sentence: int, keys: frozenset[str] | set[str]
) -> tuple[Participant, ...]:
    """With whom somebody fought last: `wobei sich der Spanier durchsetzte`."""
    for move in reversed(state.moves):
        if sentence - move.sentence > REACH:
            break
        other = _other_side(move, keys, sentence - move.sentence) if move.agent else ()
        if other:
            return other
    return ()


def by_moves(
    state: RaceState, slot: str, sentence: int, keys: frozenset[str] | set[str], barred: set[str]
) -> tuple[Participant, ...]:
    """Who fills a slot that only what was told of a pass can fill."""
    if slot == "passed":
        return passed(state, sentence, barred)
    if slot == "passer":
        return passer(state, sentence, keys)
    if slot == "opponent":
        people = opponent(state, sentence, keys)
        return people if _free(people, barred) else ()
    move = last_try(state, sentence)
    if move is None:
        return ()
    people = move.agent if slot == "attacker" else move.patient
    return people if _free(people, barred) else ()


def rival(
    state: RaceState,
    near: list[Mentioned],
    sentence: int,
    keys: frozenset[str] | set[str],
    barred: set[str],
) -> tuple[Participant, ...]:
    """Whom somebody passes or attacks, where the clause does not say.

    Args:
        state: the race state.
        near: who was named in this sentence and the one before, outside the clause.
        sentence: the sentence of the clause.
        keys: keys of those who pass; empty where they are unknown.
        barred: keys of those who take part already.
    """
    here = [entry for entry in near if entry.sentence == sentence]
    here = [entry for entry in here if not entry.attribute] or here
    named = {person for entry in here for person in entry.people}
    if len(named) == 1 and _free(tuple(named), barred):
        return here[-1].people
    for move in reversed(state.moves):
        if sentence - move.sentence > REACH:
            break
        other = _other_side(move, keys, sentence - move.sentence)
        if _free(other, barred) and (not here or set(other) <= named):
            return other
    if here:
        return here[-1].people
    followed = passed(state, sentence, barred)
    if followed:
        return followed
    return near[-1].people if near else ()
