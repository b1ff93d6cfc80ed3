"""What the race state keeps of an event that has happened."""

from __future__ import annotations

from typing import Any

from ..discourse.people import Argument, Participant, participants
from ..discourse.state import NEVER, Chain, Move, RaceState
from .draft import Draft
from .roles import TRACK_TYPES

#: who acts on whom, by type
SIDES = {"overtake": ("agent", "patient"), "battle": ("attacker", "defender")}
#: what makes somebody easy prey
SLIPS = frozenset({"off_track", "technical", "puncture"})
#: sessions before the race
BEFORE = frozenset({"qualifying", "practice"})
#: who comes from the pole has taken it before
FROM = frozenset({"von", "aus"})
#: so many moves are remembered
MOVES = 16


def remember(state: RaceState, event: Draft) -> None:
    """Update the race state by an event.

    Args:
        state: what has been told so far.
        event: what is told now; of a denied one only the place lost is kept.
    """
    _remember_move(state, event)
    key = "position" if event.status == "negated" else "from_position"
    lost = event.replaces or event.attributes.get(key)
    here = event.type == "result" and not event.attributes.get("background")
    if here and isinstance(lost, int):
        state.vacated = lost, event.sentence
    if event.status != "asserted" or event.attributes.get("background"):
        return
    _remember_wheel(state, event)
    if event.type in ("neutralisation", "restart"):
        state.stopped_at = event.sentence if event.type == "neutralisation" else NEVER
    if event.type in ("start", "lead"):
        state.started_at = event.sentence
    people = participants(event.roles.get("holder", ()))
    if event.attributes.get("kind") == "disqualification":
        _vacate(state, people, event.sentence)
    if event.type == "lead":
        people = _by_now(state, event, people)
    if event.type == "retirement":
        state.retired.update(dict.fromkeys((p.key for p in people), event.sentence))
    position = event.attributes.get("position")
    if event.type in ("lead", "position") and event.attributes.get("session", "race") == "race":
        place = 1 if event.type == "lead" else position
        if isinstance(place, int) and people:
            _hold(state, place, people)
    if event.type in ("lead", "pole"):
        position = 1
    _remember_role(state, event, people, position)
    if event.type == "championship":
        if event.attributes.get("outcome") == "leads":
            position = 1
        if isinstance(position, int) and people:
            state.standings[position] = people
        chain = state.chain
        if not isinstance(position, int) and chain is not None and chain.type == "championship":
            # `In der WM führt A. B fehlen zehn Punkte. Dritter ist C`: of the same table
            position = chain.position
        if isinstance(position, int) and not _aside(state, event):
            state.chain = Chain("championship", "race", position, event.sentence)
    elif event.type in ("result", "position", "lead", "pole") and isinstance(position, int):
        _remember_place(state, event, people, position)


def _remember_role(
    state: RaceState, event: Draft, people: tuple[Participant, ...], position: Any
) -> None:
    """Who leads, won, has the pole or the points from here."""
    outcome = event.attributes.get("outcome")
    if event.type == "lead":
        state.holders["leader"] = people
        state.led[event.attributes.get("class")] = people
    elif event.type == "pole":
        state.holders["pole"] = people
        if event.frame.anchor == "verb" and FROM.isdisjoint(event.frame.noun_in):
            state.pole_won = event.sentence
    elif event.type == "result" and position == 1 and event.attributes.get("session") in BEFORE:
        # `Der Schnellste im Training war A`, later `der Polesitter`
        state.holders.setdefault("pole", people)
    elif event.type == "result" and position == 1:
        state.holders["winner"] = people
        if event.attributes.get("session") != "stage":
            # who wins a stage has won no rally
            state.won_at = event.sentence
    elif event.type == "championship" and outcome in ("leads", "won"):
        state.holders["standings_leader"] = people
        if outcome == "won":
            state.holders.setdefault("champion", people)


def _remember_place(
    state: RaceState, event: Draft, people: tuple[Participant, ...], position: int
) -> None:
    """Who has a place from here, and the list of places that goes on from it."""
    session = "qualifying" if event.type == "pole" else event.attributes.get("session", "race")
    if _from_where(state, event, session):
        return
    if session != state.places_session:
        state.places.clear()
        state.places_session = session
    state.places[position] = people
    if event.type == "result" and session == "race" and people:
        state.finish[position] = people
    if position == 2:
        state.holders["second"] = people
    kind = event.type
    if kind == "pole" and state.started_at == event.sentence:
        # `erwischte einen guten Start und setzte sich von der Pole ab. B folgte vor C.`
        kind, session = "lead", "race"
    last = state.chain
    if last is None or (last.sentence, last.session) != (event.sentence, session):
        last = None
    # `Zweiter wurde A hinter B`: the list goes on behind A
    if last is None or last.position < position or not event.derived:
        state.chain = state.run = Chain(
            kind, session, position, event.sentence, event.attributes.get("class")
        )


def _from_where(state: RaceState, event: Draft, session: str) -> bool:
    """Whether a place on the grid is told by the way: `raste von Startplatz elf zum Sieg`."""
    told = state.chain
    if told is None or session != "qualifying" or state.main_session != "race":
        return False
    return told.session == "race" and told.sentence == event.sentence and told.type == "result"


def _by_now(
    state: RaceState, event: Draft, people: tuple[Participant, ...]
) -> tuple[Participant, ...]:
    """Who leads when the sentence is over: `A überholte den führenden B`."""
    if event.frame.anchor == "adjective" or event.clause["kind"] == "attribute":
        for move in state.moves[-2:]:
            if move.done and move.sentence == event.sentence and move.patient == people:
                return move.agent or people
    return people


def _aside(state: RaceState, event: Draft) -> bool:
    """Whether the head of the table is told by the way: the race's list goes on behind it.

    `Dritter wurde Vettel, der die WM-Führung übernahm. Auf den weiteren Plätzen folgten ...`
    """
    told = state.chain is not None and state.chain.sentence == event.sentence
    return told and state.chain is state.run and event.clause["kind"] == "relative"


def _vacate(state: RaceState, people: tuple[Participant, ...], sentence: int) -> None:
    """Note the place that the disqualified lose, where one was told."""
    for place, who in state.places.items():
        if people and set(people) <= set(who):
            state.vacated = place, sentence
            return


def _remember_move(state: RaceState, event: Draft) -> None:
    """Keep who chased, attacked or passed whom, and who had a slip that others may use."""
    if event.status not in ("asserted", "attempted") or event.attributes.get("background"):
        return
    if event.type in SLIPS and event.status == "asserted":
        move = Move((), participants(event.roles.get("holder", ())), event.sentence)
    elif event.type in SIDES:
        agents, patients = (participants(event.roles.get(role, ())) for role in SIDES[event.type])
        if not patients and len(agents) > 1:
            # `A und B kämpften um Platz drei`
            agents, patients = agents[:1], agents[1:]
        done = event.type == "overtake" and event.status == "asserted"
        move = Move(agents, patients, event.sentence, done)
    else:
        return
    everybody = (*move.agent, *move.patient)
    drivers = all(person.label == "DRIVER" for person in everybody)
    if move.patient and drivers and "lapping" not in event.attributes:
        state.moves.append(move)
        del state.moves[:-MOVES]
        if move.done and event.attributes.get("session", "race") == "race":
            _change_places(state, move)


def _hold(state: RaceState, place: int, people: tuple[Participant, ...]) -> None:
    """Let somebody hold a place of the running race, and no other."""
    for other in [at for at, held in state.running.items() if set(held) & set(people)]:
        del state.running[other]
    state.running[place] = people


def _change_places(state: RaceState, move: Move) -> None:
    """Who passes takes the place of the other, who falls behind him."""
    at = {person: place for place, people in state.running.items() for person in people}
    spot = at.get(move.patient[0])
    if spot is None or not move.agent or at.get(move.agent[0], spot + 1) < spot:
        return
    _hold(state, spot, move.agent)
    _hold(state, spot + 1, move.patient)
    if spot == 1:
        state.holders["leader"], state.holders["second"] = move.agent, move.patient
    chain = state.chain
    if spot == 1 and chain is not None and (chain.type, chain.position) == ("lead", 1):
        # `B zog am führenden A vorbei. Dahinter folgte C`: he is third
        state.chain = state.run = Chain("position", "race", 2, move.sentence)


def _share_car(state: RaceState, before: list[Argument], after: list[Argument]) -> None:
    """Who hands over to one another is one crew, where it is one car."""
    one, other = ([a.participant for a in part if a.participant] for part in (before, after))
    if len(other) == 1 and all(person.label == "DRIVER" for person in (*one, *other)):
        for person in one:
            # `der von A und B übernommen hatte`
            state.roster.hand_over(person, other[0])


def _before_him(state: RaceState, after: list[Argument]) -> list[Argument]:
    """Who drove till then, where `B übernahm` does not say: who was told of last, in a car."""
    people = [a.participant for a in after if a.participant is not None]
    person = state.roster.people.get(people[0].key) if len(people) == 1 else None
    if person is None or person.cars or state.roster.mates(people[0]):
        return []
    for entry in reversed(state.history):
        if not entry.subject or people[0] in entry.people:
            continue
        told = state.roster.people.get(entry.people[0].key)
        alone = len(entry.people) == 1 and told is not None and bool(told.cars)
        near = entry.sentence >= state.history[-1].sentence - 1
        return [Argument(entry.token, entry.end, entry.people[0], "")] if alone and near else []
    return []


def _remember_wheel(state: RaceState, event: Draft) -> None:
    """Who changed into the car drives it, and who did or suffered something on the track alone."""
    if event.type == "driver_change":
        drivers = event.roles.get("to", [])
        left = event.roles.get("from", []) or _before_him(state, drivers)
        _share_car(state, left, drivers)
        gone = frozenset(a.participant.key for a in left if a.participant is not None)
        state.left_car = (event.sentence, gone)
    elif event.type in TRACK_TYPES and event.attributes.get("session", "race") == "race":
        drivers = [a for arguments in event.roles.values() for a in arguments]
    else:
        return
    named = [argument.participant for argument in drivers if argument.participant is not None]
    sentence, gone = state.left_car
    for participant in named:
        if sentence == event.sentence and participant.key in gone and event.type in TRACK_TYPES:
            # `A übergab den Wagen auf Platz drei an B`
            continue
        if named.count(participant) == 1 and not state.roster.mates(participant) & set(named):
            state.roster.take_wheel(participant)
