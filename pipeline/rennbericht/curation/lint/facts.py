"""Facts: years in order, ids that exist, a source for each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .findings import Finding, Line, Lines

#: keys of facts whose values are ids
_REFERENCES = ("series", "team", "manufacturer", "track", "part_of", "shares_name")
_SPANS = ("seasons", "era")


def wrong_facts(lines: Lines) -> Iterator[Finding]:
    """Facts that end before they begin, point to ids that nothing has, or lack a source."""
    known = {str(record.get("id")) for _, record in lines.records("entities")}
    seen: dict[str, Line] = {}
    for line, record in lines.records("facts"):
        entity = str(record.get("id"))
        if entity in seen:
            first = seen[entity]
            yield line.finding(
                "RB105", f"{entity} has its facts already in {first.file}:{first.number}",
                "put both lines together",
            )  # fmt: skip
        seen.setdefault(entity, line)
        if "source" not in record:
            yield line.finding(
                "RB116", entity, "say where the facts come from: f1db, editors, a page's address"
            )
        for where, years in _spans(record):
            if years[1] < years[0]:
                yield line.finding(
                    "RB114", f"{where} of {entity}: {years[0]} to {years[1]}",
                    "write the first year first",
                )  # fmt: skip
        for key, target in _targets(record):
            if target not in known:
                yield line.finding(
                    "RB115", f"{key} of {entity} points to {target}",
                    "mend the id, or add a line to entities/ that has it",
                )  # fmt: skip
        if entity not in known:
            yield line.finding(
                "RB115", f"{entity} has facts and no name", "add a line to entities/ that has it"
            )


def _seats(record: dict[str, Any]) -> list[Any]:
    """Teams, and makes driven, by season."""
    return [*(record.get("teams") or ()), *(record.get("drives") or ())]


def _spans(record: dict[str, Any]) -> Iterator[tuple[str, tuple[int, int]]]:
    for key in _SPANS:
        match record.get(key):
            case [int(first), int(last)]:
                yield key, (first, last)
    for entry in _seats(record):
        match entry:
            case {"team": team, "from": int(first), "to": int(last)}:
                yield f"{team}", (first, last)


def _targets(record: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key in _REFERENCES:
        value = record.get(key)
        for target in value if isinstance(value, list) else [value]:
            if isinstance(target, str):
                yield key, target
    for entry in _seats(record):
        if isinstance(entry, dict) and isinstance(entry.get("team"), str):
            yield "teams", entry["team"]
    for entry in record.get("titles") or ():
        if isinstance(entry, dict) and isinstance(entry.get("series"), str):
            yield "titles", entry["series"]
