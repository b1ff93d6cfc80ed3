"""Who holds a place: `der Zweite`, `der Drittplatzierte`, `der WM-Dritte`, `der Zweite der WM`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.model import Clause, Member, Phrase
from ..entities.model import Mention
from .epithets import called
from .people import Argument

if TYPE_CHECKING:
    from .references import Resolver


def by_place(
    resolver: Resolver, clause: Clause, phrase: Phrase, member: Member, mention: Mention
) -> list[Argument]:
    """Who holds a place by the last list told, of the race or of the season's table.

    Args:
        resolver: what was told so far.
        clause: the clause.
        phrase: the phrase of the place.
        member: the noun's own part of it.
        mention: the place.
    """
    value = mention["value"] or {}
    if value.get("form") not in ("noun", "adjective") or not phrase["definite"]:
        return []
    end, reading = member["end"], resolver.reading
    at = reading.mention_at[end] if end < len(reading.words) else -1
    if at >= 0 and phrase["case"] != "n" and reading.mentions[at]["label"] == "DRIVER":
        # `überholte den Klassenersten Burzyński`
        return [resolver.driver(reading.mentions[at], member)]
    people, state = called(resolver, clause, phrase, member), resolver.state
    table = value.get("championship") or _of_table(resolver, clause, phrase)
    place = value.get("position", 0)
    if not people and table:
        people = state.standings.get(place, ())
    elif not people:
        # where the list told last is of another session: who came in there
        people = state.places.get(place) or state.finish.get(place, ())
    return [Argument(mention["start"], mention["end"], p, "role") for p in people]


def _of_table(resolver: Resolver, clause: Clause, phrase: Phrase) -> bool:
    """Whether it is a place of the season: `der Zweite der WM`, `der Dritte der Gesamtwertung`."""
    reading, cues = resolver.reading, resolver.vocabulary.cues
    for other in clause["phrases"]:
        behind = other["start"] == phrase["end"] and other["prep"] in (None, "in")
        if behind and (other["attribute_of"] >= 0 or other["prep"]):
            if reading.label_at(other["head"]) == "SERIES":
                return True
            return cues.get((reading.lower[other["head"]],)) == "standings"
    return False
