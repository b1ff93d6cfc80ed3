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
    paired = _pair(golds, outputs)
    counts: dict[str, Counter[str]] = {}
    for event, output_event in paired:
        for role, members in output_event.data["roles"].items():
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


def _pair(
    golds: Sequence[GoldEvent], outputs: Sequence[OutputEvent]
) -> list[tuple[GoldEvent, OutputEvent]]:
    """Pair events of one type and sentence: first those that share all names, then the others."""
    pairs: list[tuple[GoldEvent, OutputEvent]] = []
    for needed in (1.0, 0.0):
        edges = [
            [
                output.index
                for output in sorted(outputs, key=lambda output: _distance(gold, output))
                if _shared(gold, output) >= needed
                and same_sentence(gold.data, output.data)
                and role_map(gold, output) is not None
            ]
            for gold in golds
        ]
        by_index = {output.index: output for output in outputs}
        found = [
            (gold, by_index[index])
            for gold, index in zip(golds, maximum_matching(edges), strict=True)
            if index is not None
        ]
        pairs += found
        golds = [gold for gold in golds if all(gold is not pair[0] for pair in found)]
        outputs = [o for o in outputs if all(o is not pair[1] for pair in found)]
    return pairs


def _shared(gold: GoldEvent, output: OutputEvent) -> float:
    """Return the share of gold's participants that the output names in their roles."""
    wanted = {(role, fold(name)) for role, names in gold.roles.items() for name in names}
    given = {(role, fold(p.name)) for role, people in output.people.items() for p in people}
    return len(wanted & given) / len(wanted) if wanted else 1.0


def _distance(gold: GoldEvent, output: OutputEvent) -> tuple[bool, float, int]:
    """Order of the outputs that may tell of a gold event: those that share most names first."""
    distance = abs(gold.data["trigger"]["start"] - output.data["trigger"]["start"])
    return (gold.type != output.type, -_shared(gold, output), distance)
