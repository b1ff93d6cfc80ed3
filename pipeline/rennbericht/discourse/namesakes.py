"""Of two people of one surname the one whose car stands beside it: `Abt-Pilot van der Linde`."""

from __future__ import annotations

from ..entities.model import Mention
from .reading import Reading
from .state import RaceState
from .ties import vehicle_keys

#: labels of what tells whose name it is
_VEHICLES = frozenset({"CAR", "TEAM", "MANUFACTURER"})


def settle_namesakes(reading: Reading, state: RaceState, mentions: list[Mention]) -> None:
    """Note whom surnames of a sentence mean that several people of the text bear.

    Else it is who was written out in full last.
    """
    for mention in mentions:
        if mention["label"] != "DRIVER" or not mention["surname_only"]:
            continue
        bearers = state.roster.known(state.roster.bearers(mention["name"] or ""))
        vehicle = _beside(reading, mention) if len(bearers) > 1 else None
        if vehicle is None:
            continue
        keys = vehicle_keys(reading, vehicle)
        fitting = [person for person in bearers if not person.cars.keys().isdisjoint(keys)]
        if len(fitting) == 1:
            state.meant[mention["start"]] = fitting[0].participant.key


def _beside(reading: Reading, mention: Mention) -> Mention | None:
    """The vehicle right before a name (`Abt-Pilot van der Linde`), or in brackets behind it."""
    before, behind = mention["start"] - 1, mention["end"] + 1
    if reading.lower[behind - 1 : behind] != ["("]:
        behind = -1
    for token in (before, behind):
        at = reading.mention_at[token] if 0 <= token < len(reading.mention_at) else -1
        if at >= 0 and reading.mentions[at]["label"] in _VEHICLES:
            return reading.mentions[at]
    return None
