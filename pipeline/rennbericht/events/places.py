"""Places settled: their type in context, who stands behind and before, what must be known."""

from __future__ import annotations

from ..contract.types import TYPES
from ..discourse.reading import Reading
from ..discourse.references import Resolver
from .circumstances import fit
from .draft import Draft
from .frames import RANK_TYPES
from .place_chains import chain
from .place_types import give_type, normalise, podium
from .rally import settle_in_rally
from .spread import spread
from .table import in_season_table

#: sessions that one of a crew drives
SINGLE_SESSIONS = frozenset({"qualifying", "practice", "stage"})


def set_aside(drafts: list[Draft]) -> None:
    """Mark places on the grid told beside others: `gewann von Startplatz 13 aus vor A und B`."""
    grid = [d for d in drafts if d.frame.attributes.get("session") == "qualifying"]
    others = [d for d in drafts if d.type in RANK_TYPES and d not in grid and d.type != "pole"]
    for draft in grid:
        draft.aside = bool(others)


def settle(
    reading: Reading, resolver: Resolver, draft: Draft, standings: bool, standings_here: bool
) -> list[Draft]:
    """Give a draft its final type and spell out the chain of places it opens.

    Args:
        reading: the document.
        resolver: resolves the phrases of the chain.
        draft: what a frame found.
        standings: whether the sentence speaks of a championship table.
        standings_here: whether the clause does; then who leads, leads the table.

    Returns:
        The event itself and those its chain gives; empty where a place stays without a number.
    """
    ranked = draft.frame.type == "lead" and draft.frame.rank and "rank" in draft.frame.requires
    if ranked and draft.attributes.get("position", 1) != 1:
        # `holte in Runde 1 den zweiten Platz`
        return []
    if draft.type == "overtake" and in_season_table(reading, resolver, draft, standings_here):
        # `in der WM-Wertung zog er damit an Piastri vorbei`
        return []
    if draft.type == "place":
        standings = standings and not podium(reading, draft)
    give_type(reading, resolver, draft, standings, standings_here)
    if resolver.state.rally:
        settle_in_rally(reading, resolver, draft, standings)
    found = spread(reading, resolver, draft)
    for event in found:
        normalise(event)
    ends = [event for event in found if _ends_chain(event)]
    if ends and draft.status == "asserted" and not draft.aside:
        found += chain(reading, resolver, ends[0], ends[-1], draft)
    for event in found:
        fit(event.type, event.attributes)
        if event.attributes.get("session") in SINGLE_SESSIONS:
            _who_drove(event)
    return [event for event in found if _complete(event)]


def _ends_chain(event: Draft) -> bool:
    """Whether others may be told to stand behind and before the holder."""
    return (
        event.type in ("lead", "pole")
        or event.attributes.get("outcome") in ("leads", "won")
        or isinstance(event.attributes.get("position"), int)
    )


def _who_drove(event: Draft) -> None:
    """Of a name's crew leave who is named: a place on the grid is of who set the time."""
    holders = event.roles.get("holder", [])
    named = {(a.start, a.end) for a in holders if a.via != "crew"}
    event.roles["holder"] = [a for a in holders if a.via != "crew" or (a.start, a.end) not in named]


def _complete(event: Draft) -> bool:
    """Whether the event has what its type cannot do without."""
    attributes = event.attributes
    if event.frame.type in RANK_TYPES and event.frame.roles and not event.keys("holder"):
        return False
    if event.type in ("result", "position"):
        keys = ("position", "position_within", "position_from_end", "direction", "change")
        return any(key in attributes for key in keys)
    if "kind" in TYPES[event.type].core_attributes:
        return "kind" in attributes
    return True
