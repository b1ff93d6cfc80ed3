"""The closed tables of the contract: event types, their roles and attributes, enumerations.

Read by the record models, the event component, the evaluator and the JSON Schema, so that each
fact about a type is written once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

EventType = Literal[
    "overtake", "battle", "lead", "position", "start", "pole", "result", "fastest_lap",
    "championship", "pit_stop", "driver_change", "technical", "repair", "puncture", "retirement",
    "off_track", "collision", "penalty", "neutralisation", "restart", "weather",
]  # fmt: skip
Status = Literal["asserted", "negated", "hypothetical", "attempted", "near_miss"]
Via = Literal[
    "name", "surname", "pronoun", "ellipsis", "nationality", "origin", "age", "role", "teammate",
    "crew", "car", "team", "list",
]  # fmt: skip
TextField = Literal["text", "title", "lead"]
EntityLabel = Literal[
    "DRIVER", "TEAM", "MANUFACTURER", "CAR", "TRACK", "CORNER", "SERIES", "CLASS",
    "POSITION", "LAP", "TIME", "GAP",
]  # fmt: skip
EntitySource = Literal["gazetteer", "ner", "cue", "rule"]
ArticleStatus = Literal["done", "skipped", "failed"]
Session = Literal["race", "sprint", "qualifying", "practice", "warm_up", "stage", "test"]
Direction = Literal["gained", "lost", "held"]
By = Literal["team_order", "race_control", "yielded"]
How = Literal["start", "gained", "held", "inherited"]
Outcome = Literal["won", "lost", "leads", "standing", "open"]
Quality = Literal["good", "bad"]

EVENT_TYPES: tuple[EventType, ...] = get_args(EventType)
STATUSES: tuple[Status, ...] = get_args(Status)

#: Attributes that may stand in the place of `position` as what decides about an event.
POSITION_KEYS = ("position", "position_from_end", "position_within", "direction")


@dataclass(frozen=True, slots=True)
class TypeSpec:
    """What one event type is made of.

    `core_roles` and `core_attributes` decide whether an event counts as found; `kinds` are the
    values its attribute `kind` may take (empty: the type has no kind).
    """

    roles: tuple[str, ...] = ()
    core_roles: tuple[str, ...] = ()
    core_attributes: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    #: reported apart, not in the overall figure
    apart: bool = field(default=False, kw_only=True)


_HOLDER = ("holder",)

TYPES: Mapping[str, TypeSpec] = {
    "overtake": TypeSpec(("agent", "patient"), ("agent", "patient")),
    "battle": TypeSpec(("attacker", "defender"), apart=True),
    "lead": TypeSpec(_HOLDER, _HOLDER),
    "position": TypeSpec(_HOLDER, _HOLDER, ("position",)),
    "start": TypeSpec(_HOLDER, apart=True),
    "pole": TypeSpec(_HOLDER, _HOLDER),
    "result": TypeSpec(_HOLDER, _HOLDER, ("position", "session")),
    "fastest_lap": TypeSpec(_HOLDER, _HOLDER),
    "championship": TypeSpec(_HOLDER, _HOLDER, ("outcome",)),
    "pit_stop": TypeSpec(_HOLDER, _HOLDER),
    "driver_change": TypeSpec(("from", "to"), ("to",)),
    "technical": TypeSpec(_HOLDER, _HOLDER),
    "repair": TypeSpec(_HOLDER, apart=True),
    "puncture": TypeSpec(_HOLDER, _HOLDER),
    "retirement": TypeSpec(_HOLDER, _HOLDER),
    "off_track": TypeSpec(_HOLDER, _HOLDER, (), ("spin", "slide", "off", "wide", "crash")),
    "collision": TypeSpec(("party",), ("party",)),
    "penalty": TypeSpec(
        _HOLDER,
        _HOLDER,
        ("kind",),
        (
            "drive_through", "stop_and_go", "time", "grid", "long_lap", "disqualification",
            "position_drop", "fine", "warning", "points", "ban", "investigation", "other",
        ),
    ),
    "neutralisation": TypeSpec(
        ("cause",),
        (),
        ("kind",),
        ("safety_car", "virtual_safety_car", "full_course_yellow", "slow_zone", "yellow",
         "red_flag"),
    ),
    "restart": TypeSpec(),
    "weather": TypeSpec(
        (), (), (), ("rain", "drying", "dry", "fog", "wind", "snow", "heat"), apart=True
    ),
}  # fmt: skip


def core_attributes(event_type: str, attributes: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the attributes that decide about an event of `event_type` with `attributes`.

    `position` is core unless one of the attributes that may stand in its place is given alone.
    """
    core = TYPES[event_type].core_attributes
    if "position" not in core or attributes.get("position") is not None:
        return core
    stand_in = next((key for key in POSITION_KEYS if attributes.get(key) is not None), "position")
    return tuple(stand_in if key == "position" else key for key in core)
