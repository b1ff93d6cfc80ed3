"""Who gets out of a car that goes on with the next driver has not given up the race."""

from __future__ import annotations

from ..discourse.people import Argument, Roster
from .draft import Draft

#: the next driver is told of no more than so many sentences behind
NEAR = 1


def without_handovers(roster: Roster, drafts: list[Draft]) -> list[Draft]:
    """Leave out retirements behind which somebody else drives the same car on.

    `Estre stieg nach zwei Stunden aus, für ihn stieg Vanthoor ein`: who got out is whom the next
    driver has the car from.

    Args:
        roster: who shares a car by what the text has told.
        drafts: the events in text order.
    """
    changes = [d for d in drafts if d.type == "driver_change" and d.status == "asserted"]
    if not changes:
        return drafts
    kept: list[Draft] = []
    for draft in drafts:
        change = _handed_on(roster, draft, changes) if draft.type == "retirement" else None
        if change is None:
            kept.append(draft)
        elif not change.roles.get("from"):
            change.roles["from"] = _out(draft)
    return kept


def _handed_on(roster: Roster, draft: Draft, changes: list[Draft]) -> Draft | None:
    """The change of drivers by which a car goes on that somebody got out of."""
    out = {a.participant.key for a in _out(draft) if a.participant is not None}
    for change in changes:
        if not 0 <= change.sentence - draft.sentence <= NEAR or change.anchor < draft.anchor:
            continue
        new = [a.participant for a in change.roles.get("to", ()) if a.participant is not None]
        given = {a.participant.key for a in change.roles.get("from", ()) if a.participant}
        shared = any(out & {mate.key for mate in roster.mates(person)} for person in new)
        # `stieg A aus und B ein`: one verb
        same = change.clause["finite"] == draft.clause["finite"]
        if out and (out & given or shared or same):
            return change
    return None


def _out(draft: Draft) -> list[Argument]:
    """Who got out by the words of the text, without those who share the car with him."""
    return [a for a in draft.roles.get("holder", ()) if a.via != "crew"]
