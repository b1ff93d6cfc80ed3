"""The places that follow from one: those behind its holder, and those before him."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..clauses.model import Clause
from ..discourse.people import Argument
from ..discourse.reading import Reading
from ..discourse.references import Resolver
from .draft import Draft
from .place_types import CHAINED_TYPE, normalise
from .ranks import chained
from .units import crews, units

#: what the places of a chain share
KEPT = frozenset({"class", "session", "lap", "clock", "time_of_day", "background", "track", "date"})


def chain(
    reading: Reading, resolver: Resolver, first: Draft, event: Draft, source: Draft
) -> list[Draft]:
    """The places behind the last holder (`vor A, B und C`) and before the first (`hinter A`).

    Args:
        reading: the document.
        resolver: resolves the phrases of the chain.
        first: of events spread over several places the first.
        event: the last of them, which is the same where there is one.
        source: the event before it was spread.
    """
    position = event.attributes.get("position", 1)
    clause = _clause_of_holder(reading, event)
    used = {a.start for e in (first, event) for args in e.roles.values() for a in args}
    behind, before = chained(reading, clause, source.frame, used, source.anchor)
    kind = CHAINED_TYPE.get(event.type, event.type)
    if kind not in ("result", "position", "championship"):
        return []
    found: list[Draft] = []
    place = position
    crew = len(event.roles.get("holder", ()))
    for phrase in behind:
        arguments = _people(resolver.resolve(clause, phrase))
        for unit in crews(units(reading, arguments), crew):
            place += 1
            found.append(_at(event, kind, place, unit))
    ahead = crews(
        units(reading, [a for p in before for a in _people(resolver.resolve(clause, p))]), crew
    )
    front = first.attributes.get("position", 1) - len(ahead)
    # a whole list says it itself; of those just ahead it must not be told otherwise
    fits = front == 1 or (front > 1 and _fits_ahead(resolver, ahead, front))
    # `liegt als Vierter hinter A, B und C`: in a race the whole list only
    whole = event.type == "position" and front == 1 and len(ahead) > 1
    # the table of a rally that rests is as good as a result
    listed = event.type == "result" or (
        event.type == "position" and resolver.state.rally and resolver.state.interim
    )
    if ahead and ((listed and fits) or whole):
        found += [_at(event, kind, at, unit) for at, unit in enumerate(ahead, front)]
    return found


def _clause_of_holder(reading: Reading, event: Draft) -> Clause:
    """The clause that names who has the place: behind a colon it is another than the noun's.

    `Es ging in alter Reihenfolge weiter: A vor B und C`.
    """
    clause = event.clause
    follower = reading.clauses[clause["index"] + 1 : clause["index"] + 2]
    last = max((a.end for a in event.roles.get("holder", ())), default=-1)
    if not follower or follower[0]["kind"] != "fragment":
        return clause
    behind, end = (max((e for _, e in c["spans"]), default=0) for c in (clause, follower[0]))
    return follower[0] if behind < last <= end else clause


def _fits_ahead(resolver: Resolver, ahead: list[list[Argument]], front: int) -> bool:
    """Whether nothing told before puts those named behind `hinter` elsewhere than just ahead."""
    told = {person: place for place, people in resolver.state.places.items() for person in people}
    return all(
        told.get(argument.participant, place) == place
        for place, unit in enumerate(ahead, front)
        for argument in unit
        if argument.participant is not None
    )


def _people(arguments: list[Argument]) -> list[Argument]:
    return [a for a in arguments if a.participant is not None]


def _at(event: Draft, kind: str, place: int, unit: list[Argument]) -> Draft:
    kept = {k: v for k, v in event.attributes.items() if k in KEPT}
    attributes: dict[str, Any] = {**kept, "position": place}
    if event.type == "pole":
        attributes["session"] = "qualifying"
    if kind == "championship":
        attributes["outcome"] = "standing"
    derived = replace(
        event,
        type=kind,
        roles={"holder": unit},
        attributes=attributes,
        definite=False,
        derived=True,
    )
    normalise(derived)
    return derived
