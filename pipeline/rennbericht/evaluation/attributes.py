"""Comparing attribute values, and precision and recall of each attribute."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from rennbericht.contract.slug import fold, slug
from rennbericht.contract.types import core_attributes
from rennbericht.evaluation.units import GoldEvent, OutputEvent

#: Attributes whose value names a thing with an id.
_PLACES = frozenset({"series", "track", "corner"})
_SPANS = frozenset({"time", "margin", "duration"})
_TOLERANCE = 1e-3


def same_value(key: str, gold: Any, output: Any) -> bool:
    """Return whether an output's value of attribute `key` is the one of gold.

    Gold may give a place by its name or id alone, and a time span as plain seconds.
    """
    if output is None:
        return False
    if key in _PLACES:
        return bool(_place(gold) & _place(output))
    if key in _SPANS and not isinstance(gold, dict):
        gold = {"seconds": gold}
    if isinstance(gold, dict) and isinstance(output, dict):
        asked = [name for name in gold if name != "of"]
        return all(name in output and _same(gold[name], output[name]) for name in asked)
    return _same(gold, output)


def _same(gold: Any, output: Any) -> bool:
    if isinstance(gold, str) and isinstance(output, str):
        return fold(gold) == fold(output)
    if isinstance(gold, float) or isinstance(output, float):
        try:
            return bool(abs(gold - output) <= _TOLERANCE)
        except TypeError:
            return False
    return bool(gold == output)


def _place(value: Any) -> set[str]:
    """Return what a place may be known by: the slugs of its name and of its id."""
    parts = value.values() if isinstance(value, dict) else [value]
    return {slug(str(part).rpartition(":")[2]) for part in parts if part}


def attribute_counts(
    pairs: Iterable[tuple[GoldEvent, OutputEvent]],
) -> dict[str, Counter[str]]:
    """Count per attribute that is not core: right, missed and wrong, over found events.

    A wrong value is both missed and wrong, as in precision and recall.
    """
    counts: dict[str, Counter[str]] = {}
    for gold, output in pairs:
        core = core_attributes(gold.type, gold.attributes)
        for key in sorted({*gold.attributes, *output.attributes} - set(core)):
            wanted, given = gold.attributes.get(key), output.attributes.get(key)
            if key == "session":
                wanted, given = wanted or "race", given or "race"
                if wanted == given == "race":
                    continue
            count = counts.setdefault(key, Counter())
            if wanted and same_value(key, wanted, given):
                count["right"] += 1
                continue
            count["missed"] += bool(wanted)
            count["wrong"] += bool(given)
    return counts
