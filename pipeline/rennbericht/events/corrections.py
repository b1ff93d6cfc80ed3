"""Places lost again: `kam als Dritter ins Ziel, wurde aber disqualifiziert`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..clauses.model import Clause
from ..discourse.reading import Reading
from .draft import Draft
from .finish import LATE, fined
from .ranks import ranks_of

#: so many sentences behind the finish it may be told that somebody was excluded from it
REACH = 2


def take_back(reading: Reading, drafts: Sequence[Draft], late: frozenset[str]) -> list[Draft]:
    """Negate the results that a later decision took from those who had them.

    Args:
        reading: the document.
        drafts: its events, whose status may change.
        late: words of a penalty that comes when the race is over.

    Returns:
        Further events: the places lost that nothing else tells.
    """
    for draft in drafts:
        fined(drafts, draft)
    corrections = [
        d
        for d in drafts
        if d.status == "asserted"
        and (
            d.frame.corrects
            or d.replaces
            or _excluded(d)
            or _dropped(d, drafts)
            or _added(reading, d, late)
            or _reranked(d, drafts)
        )
    ]
    for draft in drafts:
        if any(_corrected(draft, other) for other in corrections):
            draft.status = "negated"
    return [
        lost for draft in corrections if (lost := _lost_place(reading, draft, drafts)) is not None
    ]


def _excluded(draft: Draft) -> bool:
    return draft.type == "penalty" and draft.attributes.get("kind") == "disqualification"


def _dropped(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a penalty told in its sentence or before made somebody fall to this place.

    `kamen als Erste ins Ziel, bekamen 65 Strafsekunden und rutschten auf Rang vier ab`.
    """
    if draft.type != "result" or draft.attributes.get("direction") != "lost":
        return False
    return any(
        d.type == "penalty"
        and 0 <= draft.sentence - d.sentence <= 1
        and (d.trigger < draft.trigger or d.clause is draft.clause)
        and d.keys("holder") == draft.keys("holder")
        for d in drafts
    )


def _reranked(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether one sentence tells two finishes of somebody, and a penalty.

    `sah als Zweiter die Flagge, musste wegen der Track-Limits einen Platz abgeben, wurde Dritter`
    """
    place, holder = draft.attributes.get("position"), draft.keys("holder")
    if draft.type != "result" or not isinstance(place, int):
        return False
    here = [d for d in drafts if d.sentence == draft.sentence and d.keys("holder") == holder]
    return any(d.type == "penalty" and d.attributes.get("kind") in LATE for d in here) and any(
        d.type == "result"
        and d.trigger < draft.trigger
        and isinstance(before := d.attributes.get("position"), int)
        and before < place
        for d in here
    )


def _lost_place(reading: Reading, draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The place a penalty took: `rutschte durch die Strafe von Platz vier auf neun ab`.

    Of who is excluded the one in the same clause: `wurde als Dritter disqualifiziert`.
    """
    if _excluded(draft):
        ranks = ranks_of(reading, draft.clause, ("als",))
        place = ranks[0].value.get("position") if ranks else None
    else:
        place = draft.replaces or draft.attributes.get("from_position")
        if draft.type != "result" or draft.status != "asserted":
            return None
    if not isinstance(place, int):
        return None
    holder, session = draft.keys("holder"), draft.attributes.get("session")
    told = (
        d.keys("holder") == holder and d.attributes.get("position") == place
        for d in drafts
        if d.type == "result" and d.attributes.get("session") == session
    )
    if session == "qualifying" or any(told):
        return None
    attributes = {"position": place} | ({"session": session} if session else {})
    return replace(draft, type="result", status="negated", attributes=attributes, also=[])


def _added(reading: Reading, draft: Draft, late: frozenset[str]) -> bool:
    """Whether seconds were added behind the flag: `bekam aber nachträglich fünf Sekunden`.

    But in `wurde nur Achter, weil er nachträglich fünf Sekunden bekam` the place counts them.
    """
    if draft.type != "penalty" or draft.attributes.get("kind") != "time":
        return False
    if draft.clause["introducer"] in reading.classes["reckoned-in"]:
        return False
    return not late.isdisjoint(reading.clause_words(draft.clause))


def _before(clause: Clause) -> bool:
    """Whether a subordinate clause tells of what lay before: `obwohl er verloren hatte`."""
    return clause["kind"] == "subordinate" and clause["perfect"] and clause["tense"] == "past"


def _corrected(draft: Draft, other: Draft) -> bool:
    """Whether another event takes a place back: of the same people, later, and not that place.

    `Als Dritter kam X ins Ziel. Die Kommissare schlossen ihn jedoch aus.`
    """
    if draft.type != "result" or draft.status != "asserted":
        return False
    if draft.race != other.race or draft.attributes.get("session") == "qualifying":
        return False
    if draft.attributes.get("class") != other.attributes.get("class"):
        # first of the class, eighth overall
        return False
    if other.attributes.get("background") and not draft.attributes.get("background"):
        # `wurde Sechster, nachdem er am Vortag disqualifiziert worden war`
        return False
    if _before(other.clause) and not _before(draft.clause):
        return False
    reach = REACH if _excluded(other) else 0
    later = 0 <= other.sentence - draft.sentence <= reach and draft.trigger < other.trigger
    place = other.attributes.get("position") if other.type == "result" else None
    same = bool(draft.keys("holder")) and draft.keys("holder") == other.keys("holder")
    return later and same and place != draft.attributes.get("position")
