"""Winners of several classes told by one verb, each beside the class.

`Klassensieger wurden A (LMP2) und B (GTE-Am)`, `es siegten in der LMP2 A und in der GTE-Am B`.
"""

from __future__ import annotations

from dataclasses import replace

from ..discourse.people import Argument
from ..discourse.reading import Reading
from ..discourse.references import Resolver
from .draft import Draft

#: names of what is run for
CONTESTS = frozenset({"CLASS", "SERIES"})
#: who may win
_WINNERS = frozenset({"DRIVER", "CAR", "TEAM", "MANUFACTURER"})


def by_class(resolver: Resolver, draft: Draft, holders: list[list[Argument]]) -> list[Draft]:
    """One event per class; empty where a draft is not of several classes.

    Args:
        resolver: resolves the phrases behind the classes.
        draft: what a frame found.
        holders: its holders by mention.
    """
    reading = resolver.reading
    if draft.attributes.get("position") != 1 or "position" not in draft.frame.attributes:
        return []
    pairs = _bracketed(reading, holders) if len(holders) > 1 else []
    pairs = pairs or _in_turn(resolver, draft)
    return [
        replace(
            draft,
            roles={**draft.roles, "holder": unit},
            attributes={**draft.attributes, "class": cls},
        )
        for cls, unit in pairs
    ]


def _bracketed(
    reading: Reading, holders: list[list[Argument]]
) -> list[tuple[str | None, list[Argument]]]:
    found: list[tuple[str | None, list[Argument]]] = []
    for unit in holders:
        end = unit[-1].end
        if reading.words[end : end + 1] != ["("] or reading.label_at(end + 1) not in CONTESTS:
            return []
        found.append((reading.mentions[reading.mention_at[end + 1]]["name"], unit))
    return found


def _in_turn(resolver: Resolver, draft: Draft) -> list[tuple[str | None, list[Argument]]]:
    reading, phrases = resolver.reading, draft.clause["phrases"]
    classes = [p for p in phrases if p["prep"] == "in" and reading.label_at(p["head"]) in CONTESTS]
    if len(classes) < 2:
        return []
    found: list[tuple[str | None, list[Argument]]] = []
    for phrase in classes:
        behind = [
            other
            for other in phrases
            if other["start"] == phrase["end"]
            and other["prep"] is None
            and reading.label_at(other["members"][0]["head"]) in _WINNERS
        ]
        for other in behind:
            unit = [a for a in resolver.resolve(draft.clause, other) if a.participant is not None]
            mention = reading.mentions[reading.mention_at[phrase["head"]]]
            found.append((mention["name"], resolver.with_crew(unit)))
    return found if len(found) == len(classes) else []
