"""How often an argument was linked to the right participant, by the first step taken (`via`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from rennbericht.contract.slug import entity_key, fold
from rennbericht.evaluation.agreement import role_map, same_sentence
from rennbericht.evaluation.matching import maximum_matching
from rennbericht.evaluation.names import same_full_name
from rennbericht.evaluation.units import GoldEvent, OutputEvent


def link_counts(
    gold: Sequence[dict[str, Any]], output: Sequence[dict[str, Any]]
) -> dict[str, Counter[str]]:
    """Count per `via`: arguments, and those with gold's full name or id.

    Gold and output events are paired by type and sentence, whoever took part, so that a wrong
    name is counted and not left aside with the event that it spoils.
    """
    golds = [GoldEvent(event) for event in gold]
    outputs = [OutputEvent(index, event) for index, event in enumerate(output)]
    edges = [
        [o.index for o in sorted(outputs, key=lambda o, g=g: _distance(g, o))  # type: ignore[misc]
         if same_sentence(g.data, o.data) and role_map(g, o) is not None]
        for g in golds
    ]  # fmt: skip
    counts: dict[str, Counter[str]] = {}
    seen: set[int] = set()
    for event, index in zip(golds, maximum_matching(edges), strict=True):
        if index is None:
            continue
        seen.add(index)
        for role, members in outputs[index].data["roles"].items():
            names = event.roles.get(role)
            for member in members if names else ():
                count = counts.setdefault(member.get("via", "unknown"), Counter())
                count["arguments"] += 1
                count["right"] += _right(member.get("entity"), names or [])
    return counts


def _right(entity: dict[str, Any] | None, names: list[str]) -> bool:
    if entity is None:
        return False
    return any(
        same_full_name(entity["name"], name)
        or entity.get("id") == entity_key(entity["label"], name)
        for name in names
    )


def _distance(gold: GoldEvent, output: OutputEvent) -> tuple[bool, int, int]:
    """Order of the outputs that may tell of a gold event: those that share most names first."""
    wanted = {fold(name) for names in gold.roles.values() for name in names}
    given = {fold(person.name) for people in output.people.values() for person in people}
    distance = abs(gold.data["trigger"]["start"] - output.data["trigger"]["start"])
    return (gold.type != output.type, -len(wanted & given), distance)
