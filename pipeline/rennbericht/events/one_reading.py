"""Of the readings that frames give of one clause those that do not contradict each other."""

from __future__ import annotations

from .draft import Draft

#: a burst tyre is a defect told more exactly
BROADER = {"puncture": "technical"}
#: types that say of their holder one place
PLACED = frozenset({"result", "position"})
#: types of frames that tell a place
OF_PLACES = PLACED | {"place", "lead"}


def rivals_out(drafts: list[Draft]) -> list[Draft]:
    """Of the readings of one clause leave those that do not contradict each other.

    One noun tells one event of a type (`einen Sieg für Aston Martin einfahren`: the subject's,
    not the team's), one anchor one place of a holder; where a frame reads a denial as its own
    event (`nicht mehr gewinnen`: lost), the plain denial goes.
    """
    if len(drafts) == 1 and drafts[0].status != "negated":
        return drafts
    if any(d.type == "pit_stop" and d.frame.rank for d in drafts):
        # `kam als Erster`: who stopped first has no place by it
        drafts = [d for d in drafts if d.type not in OF_PLACES]
    drafts = _told_once(drafts)
    best: dict[tuple[str, int, bool], Draft] = {}
    for draft in drafts:
        rival = best.get(_told_of(draft))
        if rival is None or _worth(draft) > _worth(rival):
            best[_told_of(draft)] = draft
    kept = [d for d in drafts if best[_told_of(d)].roles == d.roles or d is best[_told_of(d)]]
    settled = {d.type for d in kept if d.frame.polarity == "negated"}
    kept = [d for d in kept if not (d.status == "negated" and d.type in settled)]
    return [d for d in kept if not any(_bounded(d, other) for other in kept)]


def _told_of(draft: Draft) -> tuple[str, int, bool]:
    """What only one of several readings may tell; who lost a place and who got it are two."""
    return draft.type, draft.anchor, draft.type == "result" and draft.frame.status == "negated"


def _worth(draft: Draft) -> tuple[int, int, int]:
    """Of two readings the one that knows who took more parts is better, then the more exact.

    Of a collision one that knows both: `traf den überrundeten Norris`.
    """
    known = sum(any(a.participant for a in arguments) for arguments in draft.roles.values())
    sides = sum(a.participant is not None for a in draft.roles.get("party", ()))
    return known, min(sides, 2), draft.frame.specificity


def _bounded(draft: Draft, other: Draft) -> bool:
    """Whether a plain telling of a noun is bounded by its verb: `setzte zum Überholmanöver an`."""
    same = (draft.type, draft.anchor, draft.roles) == (other.type, other.anchor, other.roles)
    return same and draft.status == "asserted" and other.status != "asserted"


def _told_once(drafts: list[Draft]) -> list[Draft]:
    """Of what one anchor tells twice of the same people leave the more exact telling."""
    kept: list[Draft] = []
    for draft in sorted(
        drafts, key=lambda d: (d.type not in BROADER, d.type == "place", -d.frame.specificity)
    ):
        if not any(_tells_more(other, draft) for other in kept):
            kept.append(draft)
    return [draft for draft in drafts if any(draft is other for other in kept)]


def _tells_more(first: Draft, second: Draft) -> bool:
    """Whether the second says nothing beside the first: a burst tyre as a defect, another place."""
    if first.anchor != second.anchor or first.roles != second.roles:
        return False
    places = first.attributes.get("position"), second.attributes.get("position")
    if {first.type, second.type} <= PLACED:
        # `siegten im Gold Cup als Gesamtelfte` is two places
        apart = first.attributes.get("class") != second.attributes.get("class")
        return None not in places and not (apart and places[0] != places[1])
    if first.type in PLACED and second.type == "place":
        # the frame that knows better which place it is
        return places[0] == places[1] and None not in places
    # `hinter ihm folgte`: the next place, and the one behind him
    relative = first.type == second.type == "place" and all(isinstance(p, str) for p in places)
    return relative or BROADER.get(first.type) == second.type
