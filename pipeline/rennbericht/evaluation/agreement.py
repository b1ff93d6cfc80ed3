"""Whether an output event agrees with a gold event, and if not, in what they differ."""

from __future__ import annotations

from typing import Any

from rennbericht.contract.types import TYPES, core_attributes
from rennbericht.evaluation.attributes import same_value
from rennbericht.evaluation.names import pair_names
from rennbericht.evaluation.units import Atom, GoldEvent, OutputEvent

#: Kinds of neutralisation that agree with each other.
_YELLOW = frozenset({"yellow", "full_course_yellow"})


def same_sentence(gold: dict[str, Any], output: dict[str, Any]) -> bool:
    """Return whether an output event stands, or is told again, in the sentence of a gold event.

    The output's sentence holds the beginning of the gold sentence or of its trigger, so that two
    ways to cut sentences do not count as an error.
    """
    if gold.get("field", "text") != output.get("field", "text"):
        return False
    points = (gold["sentence"]["start"], gold["trigger"]["start"])
    spans = [output["sentence"], *(output.get("also") or ())]
    return any(span["start"] <= point < span["end"] for span in spans for point in points)


def share_trigger(one: GoldEvent | OutputEvent, other: GoldEvent | OutputEvent) -> bool:
    """Return whether the triggers of two events share a character."""
    left, right = one.data["trigger"], other.data["trigger"]
    return bool(left["start"] < right["end"] and right["start"] < left["end"])


def role_map(gold: GoldEvent, output: OutputEvent) -> dict[str, str] | None:
    """Return which role of the output answers which core role of gold; None if types disagree."""
    if gold.type == output.type:
        return {role: role for role in TYPES[gold.type].core_roles}
    types = {gold.type, output.type}
    if types == {"technical", "puncture"}:
        return {"holder": "holder"}
    if types == {"pole", "result"}:
        result = gold if gold.type == "result" else output
        first = result.attributes.get("position") == 1
        qualified = result.attributes.get("session") == "qualifying"
        return {"holder": "holder"} if first and qualified else None
    if types == {"overtake", "lead"}:
        overtake = gold if gold.type == "overtake" else output
        if overtake.attributes.get("position") != 1:
            return None
        if gold.type == "lead":
            return {"holder": "agent"}
        return {"agent": "holder"} if gold.roles.get("agent") else None
    if types == {"collision", "off_track"}:
        off_track = gold if gold.type == "off_track" else output
        if off_track.attributes.get("kind") != "crash":
            return None
        if gold.type == "collision":
            return {"party": "holder"} if len(gold.roles.get("party", ())) == 1 else None
        return {"holder": "party"} if len(output.people.get("party", ())) == 1 else None
    return None


def same_status(gold: GoldEvent, output: OutputEvent) -> bool:
    """Return whether both are asserted or both not; the status of a title is not compared."""
    if gold.type == output.type == "championship":
        return True
    return (gold.status == "asserted") == (output.status == "asserted")


def attribute_differences(gold: GoldEvent, output: OutputEvent) -> list[str]:
    """Return the core attributes that gold asks for and the output does not meet, as words."""
    if gold.type != output.type:  # the agreement between types has seen to them
        return []
    differences = []
    for key in core_attributes(gold.type, gold.attributes):
        wanted = gold.attributes.get(key)
        given = output.attributes.get(key)
        if key == "session":
            given = given or "race"
        if wanted is None or same_value(key, wanted, given):
            continue
        if key == "kind" and {wanted, given} <= _YELLOW:
            continue
        differences.append(f"{key} {_shown(given)}, gold {_shown(wanted)}")
    return differences


def claim(
    gold: GoldEvent, output: OutputEvent, *, strict: bool
) -> tuple[frozenset[Atom] | None, list[str]]:
    """Compare two events of one sentence.

    Returns:
        the atoms of the output that the gold event takes, or None where they disagree; and the
        differences as words.
    """
    roles = role_map(gold, output)
    if roles is None:
        return None, [f"type {output.type}, gold {gold.type}"]
    differences = attribute_differences(gold, output)
    if not same_status(gold, output):
        differences.append(f"status {output.status}, gold {gold.status}")
    chosen: dict[str, set[int]] = {}
    for role, answer in roles.items():
        wanted = gold.roles.get(role)
        if not wanted:
            continue
        given = output.names(answer)
        pairs = pair_names(wanted, given)
        met = {index for index in pairs if index is not None}
        complete = len(met) == len(wanted)
        if gold.type == output.type == "collision":
            complete = complete and len(given) == len(wanted)
        if not met or (strict and not complete):
            differences.append(f"{role} {_listed(given)}, gold {_listed(wanted)}")
        chosen[answer] = met
    if differences:
        return None, differences
    if gold.type == output.type == "collision":
        chosen = {}
    return output.atoms(chosen), []


def _listed(names: list[str]) -> str:
    return " + ".join(names) or "nobody"


def _shown(value: Any) -> str:
    return "missing" if value is None else str(value)
