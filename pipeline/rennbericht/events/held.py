"""The place that its holder has by what was told: `Vierter wurde A. Er landete vor B und C`."""

from __future__ import annotations

from ..discourse.people import Participant
from ..discourse.references import Resolver
from ..discourse.state import RaceState
from .draft import Draft


def held_place(resolver: Resolver, draft: Draft) -> int:
    """`Rang fünf ging an A, der im Ziel elf Sekunden vor B lag`: his place, by which B has six."""
    state = resolver.state
    near = state.chain is not None and draft.sentence - state.chain.sentence <= 1
    people = _holders(draft)
    if draft.type == "championship":
        # `In der Tabelle führt A. B liegt drei Zähler vor C`: B is second
        told_on = near and state.chain is not None and state.chain.type == "championship"
        # `Bei den Konstrukteuren liegt D vor E`: another table begins
        told_on = told_on and "standings" not in draft.cues
        leads = people & set(state.holders.get("standings_leader", ()))
        return state.chain.position + 1 if told_on and state.chain and not leads else 1
    if draft.type == "result" and state.chain is not None and state.chain.type != "result":
        # Fangio führte vor Hawthorn, der ging vorbei und rettete eine Sekunde ins Ziel
        return 1
    return (_lowest(state, people) if near else None) or 1


def told_place(resolver: Resolver, draft: Draft) -> int | None:
    """The holder's place that was told just before: `Vierter wurde A. Er landete vor B und C`."""
    state = resolver.state
    chain = state.chain
    if chain is None or draft.sentence - chain.sentence > 1 or chain.type not in ("result", "pole"):
        return None
    return _lowest(state, _holders(draft))


def _holders(draft: Draft) -> set[Participant]:
    """Who an event tells to hold the place, where that is known."""
    return {a.participant for a in draft.roles.get("holder", ()) if a.participant is not None}


def _lowest(state: RaceState, people: set[Participant]) -> int | None:
    """The first of the places told that these people have together."""
    places = [place for place, who in state.places.items() if people and people <= set(who)]
    return min(places) if places else None
