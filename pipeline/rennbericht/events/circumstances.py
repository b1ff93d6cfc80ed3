"""When, where and in which class: what a clause says about its event beside the roles."""

from __future__ import annotations

from typing import Any

from ..clauses.model import Clause
from ..discourse.reading import Reading
from ..discourse.state import RaceState
from ..entities.model import Mention
from .frames import Frame

#: links along which laps and times of the earlier clause go on to hold
CARRIED = frozenset({"coordinated", "controlled", "elided", "subordinate"})
TIMED_TYPES = frozenset({"pole", "fastest_lap", "result"})
LASTING_TYPES = frozenset({"repair", "pit_stop", "penalty", "neutralisation"})
LAP_KEYS = ("number", "from_end", "after")


def circumstances(
    reading: Reading, state: RaceState, clause: Clause, event_type: str, frame: Frame
) -> dict[str, Any]:
    """Attributes that the clause (or the one it goes on from) gives its event.

    Args:
        reading: the document.
        state: the race state, for session and class.
        clause: clause of the event.
        event_type: its type; times belong to poles, results and fastest laps only.
        frame: the frame that fired.

    Returns:
        Keys of the contract's table of attributes.
    """
    found: dict[str, Any] = {}
    for mention in reading.clause_mentions(clause):
        if mention["label"] != "SESSION" or not reading.beyond(mention):
            _take(found, mention, event_type)
    if not {"lap", "clock"} & found.keys():
        for link in clause["links"]:
            if link["kind"] in CARRIED:
                for mention in reading.clause_mentions(reading.clauses[link["clause"]]):
                    if mention["label"] in ("LAP", "CLOCK"):
                        _take(found, mention, event_type)
                break
    if "class" not in found and state.cls and event_type in ("result", "lead", "position", "pole"):
        found["class"] = state.cls
    session = found.pop("session", state.session)
    if session and session != "race":
        found["session"] = session
    return found


def _take(found: dict[str, Any], mention: Mention, event_type: str) -> None:
    label, value = mention["label"], mention["value"] or {}
    if label == "LAP" and "lap" not in found:
        lap = {key: value[key] for key in LAP_KEYS if key in value}
        if lap:
            found["lap"] = lap
    elif label == "CLOCK" and "clock" not in found and value.get("anchor") in ("start", "end"):
        found["clock"] = {"seconds": value["seconds"], "anchor": value["anchor"]}
    elif label == "CORNER" and "corner" not in found:
        found["corner"] = {"id": mention["id"], "name": mention["name"] or ""}
    elif label == "TRACK" and "track" not in found:
        found["track"] = {"id": mention["id"], "name": mention["name"] or ""}
    elif label == "SERIES" and event_type == "championship" and "series" not in found:
        found["series"] = {"id": mention["id"], "name": mention["name"] or ""}
    elif label == "CLASS" and "class" not in found:
        found["class"] = mention["name"]
    elif label == "SESSION" and value.get("session"):
        found["session"] = value["session"]
    elif label == "DAYTIME" and value.get("time_of_day"):
        found["time_of_day"] = value["time_of_day"]
    elif label == "DATE" and value.get("date"):
        found["date"] = value["date"]
    elif label == "TIME":
        _time(found, value, event_type)
    elif label == "GAP" and event_type == "result" and "margin" not in found:
        found["margin"] = _amount(value)
    elif label == "COUNT" and event_type == "pit_stop" and "count" in value:
        found["count"] = value["count"]


def _time(found: dict[str, Any], value: dict[str, Any], event_type: str) -> None:
    if value.get("duration"):
        if event_type in LASTING_TYPES and "duration" not in found:
            found["duration"] = _amount(value)
    elif event_type in TIMED_TYPES and "time" not in found:
        found["time"] = _amount(value)


def _amount(value: dict[str, Any]) -> dict[str, Any]:
    return {key: value[key] for key in ("seconds", "laps") if key in value}
