"""Several places told at once: `die Plätze vier und fünf gingen an`, `komplettierten die Top 5`.

Places that a frame leaves to what was told before (`dahinter`, `hinter ihm`) get their number here.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from ..discourse.lineups import past_bracket
from ..discourse.people import Argument
from ..discourse.reading import Reading
from ..discourse.references import Resolver
from .class_lists import by_class
from .draft import Draft
from .grid_rows import in_row
from .held import held_place
from .ranks import ranks_of
from .relative_places import CHAIN_REACH, relative_place
from .units import crews, units

#: values of `position` in a frame that a place told before makes a number
RELATIVE = frozenset({"first", "next", "behind", "between", "before", "vacated", "told", "rest"})
#: the place that was told of the holder just before, else the first
HELD = "held"
#: the place of who completes a group, counted from its size
LAST = "last"
#: all values of `position` that stand for a number told elsewhere
SETTLED = RELATIVE | {LAST, HELD}
#: so many places somebody has in two races
TWICE = 2
#: where the group stands that somebody completes
COMPLETED = ("accusative", "subject")


def spread(reading: Reading, resolver: Resolver, draft: Draft) -> list[Draft]:
    """One event per place where several are given: `die Plätze vier bis sechs gingen an ...`.

    Args:
        reading: the document.
        resolver: knows the race state, from which relative places are counted.
        draft: the event; its attributes `positions` and `grid_row` are taken out.

    Returns:
        The event itself where one place is given, none where nothing tells which.
    """
    attributes = draft.attributes
    given = attributes.pop("positions", None)
    holders = units(reading, draft.roles.get("holder", []))
    told = _told_places(reading, resolver, draft, holders, given)
    if told is None:
        return []
    holders, positions = told
    if positions is None:
        apart = _each_in_brackets(reading, draft, holders)
        return apart or by_class(resolver, draft, holders) or [draft]
    holders, positions = _matched(reading, draft, holders, positions)
    if len(positions) != len(holders):
        return []
    return [
        _with_place(draft, unit, position)
        for position, unit in zip(positions, holders, strict=True)
    ]


def _told_places(
    reading: Reading,
    resolver: Resolver,
    draft: Draft,
    holders: list[list[Argument]],
    positions: list[int] | None,
) -> tuple[list[list[Argument]], list[int] | None] | None:
    """The holders and their places, the places None where the draft's own is meant.

    None where a row, or a place by that of somebody else, gives no place.
    """
    attributes, state = draft.attributes, resolver.state
    row = attributes.pop("grid_row", 0)
    if row and "position" not in attributes:
        positions = in_row(reading, resolver, draft, row, len(holders))
        if positions is None:
            return None
    if attributes.get("position") == HELD:
        attributes["position"] = held_place(resolver, draft)
    if attributes.get("position") in RELATIVE:
        first = relative_place(resolver, draft, attributes.pop("position"), len(holders))
        if first is None:
            return None
        # behind a crew come crews: `Der Sieg ging an A und B, dahinter C und D`
        holders = crews(holders, len(state.places.get(first - 1, ())))
        positions = list(range(first, first + max(1, len(holders))))
        if state.chain is not None and state.chain.session != "race":
            attributes.setdefault("session", state.chain.session)
    if attributes.get("position") == LAST:
        attributes.pop("position")
        holders, first = _completed(reading, resolver, draft, holders)
        if first <= 0:
            return None
        positions = list(range(first, first + len(holders)))
    return holders, positions


def _each_in_brackets(reading: Reading, draft: Draft, holders: list[list[Argument]]) -> list[Draft]:
    """`holten A (5.), B (6.) und C auf Platz sieben`: A and B have their own places."""
    place = draft.attributes.get("position")
    if len(holders) < 2 or not isinstance(place, int):
        return []
    own = [_in_brackets(reading, unit) for unit in holders]
    if not any(own):
        return []
    return [
        _with_place(draft, unit, told or place)
        for unit, told in zip(holders, own, strict=True)
        if not (told and None in own)
    ]


def _with_place(draft: Draft, unit: list[Argument], place: int) -> Draft:
    """The same event of one car and its place."""
    return replace(
        draft,
        roles={**draft.roles, "holder": unit},
        attributes={**draft.attributes, "position": place},
    )


def _matched(
    reading: Reading, draft: Draft, holders: list[list[Argument]], positions: list[int]
) -> tuple[list[list[Argument]], list[int]]:
    """Holders and places cut so that one goes with one, where the text allows it."""
    if len(holders) > len(positions):
        return _by_conjunction(reading, holders, len(positions)), positions
    if len(holders) != 1:
        return holders, positions
    if len(holders[0]) == len(positions):
        # `sie belegten die Plätze vier und fünf`
        return [[argument] for argument in holders[0]], positions
    if len(holders[0]) == 1 and _is_team(holders[0][0]):
        # `auf den Plätzen zwei und drei die beiden BMW von Walkenhorst`
        return holders * len(positions), positions
    if len(positions) == TWICE and _one_twice(reading, draft):
        # `wurde Zwölfter und Vierzehnter`: in the one race and the other
        return holders * len(positions), positions
    if positions == draft.frame.attributes.get("positions") == [1, 2]:
        # `Wehrlein feierte einen Doppelsieg`: both races
        return holders, positions[:1]
    return holders, positions


def _in_brackets(reading: Reading, unit: list[Argument]) -> int | None:
    """The place that stands in brackets right behind a name: `Sainz (5.)`, `Sainz (Platz 5)`."""
    start = unit[-1].end + 1
    if start >= len(reading.words) or reading.words[start - 1] != "(":
        return None
    word, end, at = reading.words[start], start + 1, reading.mention_at[start]
    place = int(word[:-1]) if word[:-1].isdecimal() and word[-1] == "." else None
    if at >= 0 and reading.mentions[at]["label"] == "POSITION":
        place = (reading.mentions[at]["value"] or {}).get("position")
        end = reading.mentions[at]["end"]
    return place if reading.words[end : end + 1] == [")"] else None


def _is_team(argument: Argument) -> bool:
    participant = argument.participant
    return participant is not None and participant.label == "TEAM"


def _one_twice(reading: Reading, draft: Draft) -> bool:
    """Whether the verb speaks of one, so that two places are both his."""
    finite = draft.clause["finite"]
    if "positions" in draft.frame.attributes:
        return False
    return finite >= 0 and not reading.lower[finite].endswith("n")


def _by_conjunction(
    reading: Reading, holders: list[list[Argument]], count: int
) -> list[list[Argument]]:
    """Crews of a list for so many places: `A und B sowie C und D`, `A und B, C und D`."""
    share, over = divmod(len(holders), count)
    joints = [
        reading.lower[past_bracket(reading, one[-1].end) : other[0].start]
        for one, other in pairwise(holders)
    ]
    within = [joint for at, joint in enumerate(joints, 1) if at % share]
    between = [joint for at, joint in enumerate(joints, 1) if not at % share]
    told_apart = all(joint not in within for joint in between)
    if over or not told_apart or not all(joint[:1] in (["und"], [","]) for joint in within):
        return holders
    return [
        [argument for unit in holders[at : at + share] for argument in unit]
        for at in range(0, len(holders), share)
    ]


def _completed(
    reading: Reading, resolver: Resolver, draft: Draft, holders: list[list[Argument]]
) -> tuple[list[list[Argument]], int]:
    """Who fills up a group of places, and from which place on: `A und B komplettierten das Podium`.

    What was told before decides whether two names are a place each or one crew.

    Returns:
        The holders by place and the first place, 0 where nothing tells it.
    """
    size = 0
    for rank in ranks_of(reading, draft.clause, COMPLETED):
        size = rank.value.get("position_within", 0)
    chain = resolver.state.chain
    session = draft.attributes.get("session", resolver.state.session)
    told = chain.position if chain is not None and _goes_on(resolver, draft, session) else 0
    count = len(holders)
    open_places = size - told
    if size and told and 0 < open_places < count and count % open_places == 0:
        share = count // open_places
        holders = [
            [argument for unit in holders[at : at + share] for argument in unit]
            for at in range(0, count, share)
        ]
        return holders, told + 1
    if size and _is_crew(resolver, holders):
        holders = [[argument for unit in holders for argument in unit]]
    if size:
        return holders, max(0, size - len(holders) + 1)
    if session == "qualifying":
        return holders, max(told, 1) + 1
    return holders, told + 1 if told > 1 else 0


def _goes_on(resolver: Resolver, draft: Draft, session: str) -> bool:
    """Whether the last chain of places is one that the draft can complete."""
    chain = resolver.state.chain
    return (
        chain is not None
        and draft.sentence - chain.sentence <= CHAIN_REACH
        and chain.session == session
        and chain.type in ("result", "pole")
    )


def _is_crew(resolver: Resolver, holders: list[list[Argument]]) -> bool:
    """Whether single names are one car: the text said so, or it is of a race of crews."""
    roster = resolver.state.roster
    people = [a.participant for unit in holders for a in unit if a.participant is not None]
    if len(people) < 2 or len(people) > len(holders) or any(p.label != "DRIVER" for p in people):
        return False
    mates = [roster.mates(person) for person in people]
    return set(people[1:]) <= mates[0] or (roster.crewed and not any(mates))
