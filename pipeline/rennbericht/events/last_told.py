"""Places settled when all is told: the last one that somebody took is where he finished.

`Sieger wurde Vettel. Alonso kämpfte sich noch auf Rang sechs vor.`: nothing is told of Alonso
behind it, and the list of the finish is open at his place. The other way round `Vettel war
Dritter. ... Er wurde Fünfter.` tells where he ran before.
"""

from __future__ import annotations

from ..discourse.references import Resolver
from .circumstances import MOMENT
from .draft import Draft
from .frames import ANY_VERB
from .place_types import of_another_day
from .scene import RACES

#: what tells that somebody still raced
GOES_ON = frozenset({"position", "lead", "overtake", "pit_stop"})
#: the finish is told within so many sentences
REACH = 3
#: ways to a place that may be the last one
REACHED = frozenset({"gained", "held"})
#: from this share of the text on the race comes to its end
CLOSING = 0.75
#: when a place was held
MOMENTS = MOMENT - {"lap"}
#: a verb that tells a place and nothing of the finish
BARE_VERB = "sein"


def settle_finish(resolver: Resolver, drafts: list[Draft], sentences: int) -> None:
    """Write `result` or `position` where only the whole report tells which a place is.

    Args:
        resolver: knows who shares a car.
        drafts: all events in the order of the walk; their types are changed in place.
        sentences: how many the report has.
    """
    told = [d for d in drafts if d.status == "asserted" and "background" not in d.attributes]
    finish = [d for d in told if d.type == "result" and _of_race(d)]
    if not finish:
        return
    runs = {d.race.run for d in told if d.race is not None}
    for draft in told:
        if draft.type == "position" and _last(draft, told, finish, sentences):
            draft.type = "result"
            draft.roles["holder"] = resolver.with_crew(draft.roles["holder"])
        elif (
            draft.type == "result"
            and len(runs) <= 1
            and _on_the_way(draft, finish)
            and not of_another_day(resolver.reading, draft)
        ):
            draft.type = "position"
            holders = draft.roles["holder"]
            draft.roles["holder"] = [a for a in holders if a.via != "crew"] or holders


def _of_race(draft: Draft) -> bool:
    return draft.attributes.get("session", "race") in RACES


def _place(draft: Draft) -> int:
    place = draft.attributes.get("position")
    return place if isinstance(place, int) else 0


def _same_race(draft: Draft, other: Draft) -> bool:
    return draft.attributes.get("session") == other.attributes.get("session") and (
        draft.race is None or other.race is None or draft.race == other.race
    )


def _last(draft: Draft, told: list[Draft], finish: list[Draft], sentences: int) -> bool:
    """Whether a place taken is one of the finish, and the last that is told of its holder."""
    place, holder, attributes = _place(draft), draft.keys("holder"), draft.attributes
    if place < 2 or not holder or not _of_race(draft) or "running" in draft.cues:
        return False
    lap = attributes.get("lap")
    if not MOMENTS.isdisjoint(attributes) or (lap is not None and lap.get("from_end") != 1):
        return False
    reached = attributes.get("direction") in REACHED
    if draft.clause["perfect"] and draft.clause["tense"] == "past":
        return False
    if not reached and draft.frame.type != "place":
        return False
    race = [d for d in finish if _same_race(draft, d)]
    near = any(
        0 <= draft.sentence - d.sentence <= REACH and d.trigger < draft.trigger for d in race
    )
    if not near and not (reached and race and draft.sentence >= CLOSING * sentences):
        return False
    for other in told:
        if other is draft or not _same_race(draft, other):
            continue
        if other.type == "result":
            taken = _place(other) == place and other.attributes.get("class") == attributes.get(
                "class"
            )
            if taken or other.keys("holder") & holder:
                return False
        elif (
            other.type == "retirement" or (other.type in GOES_ON and other.trigger > draft.trigger)
        ) and any(other.keys(role) & holder for role in other.roles):
            return False
    return True


def _on_the_way(draft: Draft, finish: list[Draft]) -> bool:
    """Whether a place told by no verb of the finish is another than the one he finished in."""
    clause, frame = draft.clause, draft.frame
    open_verb = frame.verbs == (ANY_VERB,) or clause["verb"] == BARE_VERB
    if frame.type != "place" or not open_verb or "final" in draft.cues or not _of_race(draft):
        return False
    place, holder = _place(draft), draft.keys("holder")
    if place < 2 or not holder:
        return False
    return any(
        other.frame.type == "result"
        and other.keys("holder") == holder
        and _place(other) not in (0, place)
        and _same_race(draft, other)
        and other.attributes.get("class") == draft.attributes.get("class")
        for other in finish
    )
