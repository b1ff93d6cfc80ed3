"""Double telling: the same occurrence said twice becomes one event with `also`."""

from __future__ import annotations

from ..contract.types import TYPES
from ..discourse.reading import Reading
from .corrections import take_back
from .draft import Draft
from .one_reading import PLACED
from .stages import of_two_stages

#: told again anywhere in the article it is the same occurrence
ONCE = frozenset({"result", "pole", "retirement", "fastest_lap", "championship"})
#: told again shortly after, by a noun with a definite article, it is the same occurrence
INCIDENTS = frozenset(
    {
        "technical", "puncture", "off_track", "collision", "penalty", "pit_stop",
        "neutralisation", "restart", "start", "repair", "battle", "driver_change", "overtake",
    }
)  # fmt: skip
INCIDENT_REACH = 3
#: a neutralisation goes on until the restart, told within so many sentences
LASTING_REACH = 6
#: what the beginning of a report gives away and its story tells at length
AT_LENGTH = frozenset({"collision", "off_track", "technical", "penalty"})
#: so many sentences are the beginning
LEAD = 6
#: what nobody does twice within so few sentences
FALLS = frozenset({"off_track", "puncture", "repair"})
FALL_REACH = 2


def merge(reading: Reading, drafts: list[Draft], late: frozenset[str]) -> list[Draft]:
    """Join events that tell the same occurrence; the one that tells most is the main one.

    Args:
        reading: the document, for sentence bounds.
        drafts: events in the order of the walk.
        late: words of a penalty that comes when the race is over.

    Returns:
        The events that stay, ordered by trigger, `also` filled.
    """
    kept: list[Draft] = []
    for draft in drafts:
        for at in range(len(kept) - 1, -1, -1):
            if kept[at].type == draft.type and (
                (how := _how_passed(reading, kept[at], draft))
                or _behind_colon(reading, kept[at], draft)
                or (_same(kept[at], draft) and not of_two_stages(reading, kept[at], draft))
                or _lasting(kept, at, draft)
            ):
                if how:
                    passed = kept[at].roles["patient"]
                    kept[at].roles["patient"] = draft.roles.get("patient", passed)
                kept[at] = _join(kept[at], draft)
                break
        else:
            kept.append(draft)
    kept += take_back(reading, kept, late)
    kept = [
        draft
        for draft in kept
        if draft.status != "attempted"
        or not any(_tried_for(reading, draft, other) for other in kept)
    ]
    kept = [
        draft
        for draft in kept
        if not draft.derived or not any(_told_better(draft, other) for other in kept)
    ]
    kept = [
        d
        for d in kept
        if not (_spelled_out(d, kept) or _told_by_clause(d, kept) or _finished_there(d, kept))
    ]
    return sorted(kept, key=lambda d: (d.trigger, d.type))


def _lasting(kept: list[Draft], at: int, draft: Draft) -> bool:
    """Whether a noun speaks of the neutralisation that no restart has ended: `Unterbrechung`."""
    first = kept[at]
    if first.type != "neutralisation" or draft.type != "neutralisation":
        return False
    if first.status != draft.status:
        return False
    if draft.frame.anchor == "verb" and not _stopped_once(first, draft):
        return False
    ended = any(other.type == "restart" for other in kept[at:])
    near = draft.sentence - first.sentence <= LASTING_REACH
    return near and not ended and first.attributes.get("kind") == draft.attributes.get("kind")


def _how_passed(reading: Reading, first: Draft, second: Draft) -> bool:
    """Whether a clause tells how and whom: `fand den Weg vorbei: In der Eins bremste er B aus`."""
    passed = first.roles.get("patient", [])
    return (
        first.type == second.type == "overtake"
        and first.sentence == second.sentence
        and bool(passed)
        and all(a.via == "ellipsis" for a in passed)
        and first.keys("agent") == second.keys("agent")
        and _colon(reading, first, second)
    )


def _behind_colon(reading: Reading, first: Draft, second: Draft) -> bool:
    """Whether the clause tells the noun's: `sorgte der Abflug von A: Er kam von der Strecke ab`."""
    if first.type not in FALLS or first.frame.anchor != "noun" or second.frame.anchor != "verb":
        return False
    apart = first.sentence != second.sentence or first.status != second.status
    if apart or first.keys("holder") != second.keys("holder") or not first.keys("holder"):
        return False
    return _colon(reading, first, second)


def _colon(reading: Reading, first: Draft, second: Draft) -> bool:
    """Whether a colon parts the clauses of two events."""
    end = max((end for _, end in first.clause["spans"]), default=0)
    start = min((start for start, _ in second.clause["spans"]), default=0)
    return ":" in reading.words[end:start]


def _stopped_once(first: Draft, draft: Draft) -> bool:
    """Whether a stop is the one told just before: `sorgte für Rot. Der Lauf wurde unterbrochen`."""
    if draft.attributes.get("kind") != "red_flag" or "again" in draft.cues:
        return False
    laps = first.attributes.get("lap"), draft.attributes.get("lap")
    apart = None not in laps and laps[0] != laps[1]
    return not apart and draft.sentence - first.sentence <= FALL_REACH


def _told_better(draft: Draft, other: Draft) -> bool:
    """Whether a place that only follows is told otherwise: `vor Cortese, der Achter wurde`."""
    if not draft.derived or other.derived or draft.sentence != other.sentence:
        return False
    if draft.type not in PLACED or other.type != draft.type or other.status != "asserted":
        return False
    if draft.race and other.race and not draft.race.may_be(other.race):
        # im ersten Lauf siegte A vor B, im zweiten B vor A
        return False
    places = draft.attributes.get("position"), other.attributes.get("position")
    same = bool(draft.keys("holder")) and draft.keys("holder") == other.keys("holder")
    # vor Cortese, der von Startplatz acht kam: the grid says nothing of the finish
    same = same and draft.attributes.get("session") == other.attributes.get("session")
    return same and None not in places and places[0] != places[1]


def _told_by_clause(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether the clause tells the defect of its attribute: `schied mit gebrochener Achse aus`."""
    component = draft.attributes.get("component")
    if draft.type != "technical" or component is None or draft.clause["kind"] != "attribute":
        return False
    return any(
        d is not draft
        and d.type == "technical"
        and d.sentence == draft.sentence
        and d.attributes.get("component") == component
        and d.clause["kind"] != "attribute"
        for d in drafts
    )


def _finished_there(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether one word gives a place twice: `Bester Deutscher: Hülkenberg auf Platz neun`."""
    return draft.type == "position" and any(
        other.type == "result"
        and (other.anchor, other.status) == (draft.anchor, draft.status)
        and other.attributes.get("position") == draft.attributes.get("position")
        and other.keys("holder") == draft.keys("holder")
        for other in drafts
    )


def _spelled_out(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether of all who reached a group the places are told as well."""
    attributes = draft.attributes
    if draft.type not in PLACED or "position_within" not in attributes or "position" in attributes:
        return False
    placed = [
        d.keys("holder")
        for d in drafts
        if (d.type, d.status, d.sentence) == (draft.type, draft.status, draft.sentence)
        and "position" in d.attributes
        # `startete von Platz zwei und fuhr auf das Podium`: the place on the grid is another
        and all(d.attributes.get(key) == attributes.get(key) for key in ("session", "class"))
    ]
    return bool(draft.keys("holder")) and draft.keys("holder") <= frozenset().union(*placed)


def _tried_for(reading: Reading, draft: Draft, other: Draft) -> bool:
    """Whether the try succeeds later in the sentence: `griff an und ging vorbei`.

    Or before a colon that tells how: `da klappte es: A stach innen hinein`.
    """
    if draft.status != "attempted" or other.status != "asserted" or draft.type != other.type:
        return False
    acts = "subject" in dict(draft.frame.roles).get("agent", ())
    if draft.frame.polarity == "negated" or not acts:
        # `wehrte den Angriff ab, musste sich dann aber beugen`: that try was over
        return False
    told_on = draft.sentence == other.sentence and (
        draft.trigger < other.trigger or ":" in reading.words[other.anchor : draft.anchor]
    )
    roles = TYPES[draft.type].core_roles
    return told_on and all(draft.keys(role) == other.keys(role) for role in roles)


def _same(first: Draft, second: Draft) -> bool:
    if first.type != second.type or (first.status == "asserted") != (second.status == "asserted"):
        return False
    if first.attributes.get("background") != second.attributes.get("background"):
        return False
    if first.race and second.race and not first.race.may_be(second.race):
        return False
    if "again" in second.cues and second.race and second.race.run and first.race != second.race:
        # `Im zweiten Lauf ging Platz drei erneut an Alt`
        return False
    spec = TYPES[first.type]
    if first.sentence == second.sentence:
        if _numbered_apart(first, second):
            return False
        if _points_told(first, second):
            return True
        grouped = ["position" in d.attributes for d in (first, second)]
        if first.type in PLACED and any(grouped) and not all(grouped):
            # `in die Top Ten fuhren A (8.), B (9.) und C (10.)`: each has his own
            return first.keys("holder") == second.keys("holder") and _compatible(first, second)
        # `WRT feierte einen Doppelsieg: A und B gewannen`
        crewed = first.type == "result" and all("position" in d.attributes for d in (first, second))
        return _compatible(first, second) and (
            _roles_agree(first, second) or (crewed and _car_and_crew(first, second))
        )
    if first.type in ONCE:
        named = all(first.keys(role) for role in spec.core_roles)
        if first.type == "result" and first.attributes.get("position") is not None:
            # one place has one holder, so who shares a crew shares the result
            keys = first.keys("holder"), second.keys("holder")
            if (
                "class" in second.attributes
                and "class" not in first.attributes
                and keys[0] > keys[1]
            ):
                # A und B wurden Zweite. In der Junior-Wertung wurde B Zweiter: two tables
                return False
            return (
                first.attributes["position"] == second.attributes.get("position")
                and (
                    bool(first.keys("holder") & second.keys("holder"))
                    or _car_and_crew(first, second)
                )
                and _compatible(first, second)
            )
        return named and first.core() == second.core() and _compatible(first, second)
    if first.type == "penalty" and "other" in (
        first.attributes.get("kind"), second.attributes.get("kind"),
    ):  # fmt: skip
        # `seine Strafe`: the one told before, whatever its kind
        return _roles_agree(first, second) and bool(second.keys("holder"))
    distance = second.sentence - first.sentence
    if first.type in FALLS and distance <= FALL_REACH and first.keys("holder"):
        # `Sturz von Canet! In Kurve vier geht er zu Boden.`
        return first.keys("holder") == second.keys("holder") and _compatible(first, second)
    if _told_in_lead(first, second) or (distance > INCIDENT_REACH and _in_one_lap(first, second)):
        return True
    if first.type in INCIDENTS and distance <= INCIDENT_REACH and second.definite:
        return _compatible(first, second) and _roles_agree(first, second)
    return False


def _in_one_lap(first: Draft, second: Draft) -> bool:
    """Whether both tell the same incident of the same lap, the second far behind the first.

    `Norris überholte Russell in Runde neun. ... In der neunten Runde ging Norris vorbei.`
    """
    lap = first.attributes.get("lap")
    if first.type not in INCIDENTS or not lap or lap != second.attributes.get("lap"):
        return False
    known = "number" in lap and all(first.keys(role) for role in TYPES[first.type].core_roles)
    return known and first.core() == second.core() and _compatible(first, second)


def _told_in_lead(first: Draft, second: Draft) -> bool:
    """Whether the report tells at length what its beginning gave away: who fell, what broke.

    `Acosta gewann nach einem Sturz von Bagnaia. ... In Runde neun ging Bagnaia zu Boden.`
    """
    role = "party" if first.type == "collision" else "holder"
    keys = first.keys(role)
    if first.type not in AT_LENGTH or not keys or keys != second.keys(role):
        return False
    if first.type == "collision":
        # two who run into each other twice are rare
        return len(keys) > 1 and _compatible(first, second)
    return first.sentence < LEAD and _compatible(first, second)


def _numbered_apart(first: Draft, second: Draft) -> bool:
    """`lag auf Rang sechs, verlor dann aber Platz um Platz`: the place is not that of the loss."""
    apart = first.type == "position" and first.clause["index"] != second.clause["index"]
    told = {"position" in first.attributes, "position" in second.attributes}
    return apart and len(told) > 1


def _points_told(first: Draft, second: Draft) -> bool:
    """`es führt A, der nun 98 Punkte hat`: the points say nothing beside the place in the table."""
    drafts = (first, second)
    if first.type != "championship" or first.keys("holder") != second.keys("holder"):
        return False
    bare = [
        d.attributes.get("outcome") == "standing" and "position" not in d.attributes for d in drafts
    ]
    placed = [d.attributes.get("outcome") == "leads" or "position" in d.attributes for d in drafts]
    return any(bare) and any(placed) and bool(first.keys("holder"))


def _car_and_crew(first: Draft, second: Draft) -> bool:
    """Whether one names the car and the other shortly after who drove it (or the other way).

    `Der Ferrari mit der Nummer 54 hat gewonnen. A, B und C siegten mit acht Sekunden Vorsprung.`
    """
    labels = [
        {a.participant.label for a in draft.roles.get("holder", ()) if a.participant is not None}
        for draft in (first, second)
    ]
    near = abs(second.sentence - first.sentence) <= FALL_REACH
    people = {"DRIVER"} in labels and any(found and "DRIVER" not in found for found in labels)
    return near and people


def _roles_agree(first: Draft, second: Draft) -> bool:
    """Whether every core role is the same, or open in one of the two."""
    for role in TYPES[first.type].roles:
        a, b = first.keys(role), second.keys(role)
        if a and b and not (a <= b or b <= a):
            return False
    return True


def _compatible(first: Draft, second: Draft) -> bool:
    """Whether no attribute that tells occurrences apart differs."""
    for key in ("position", "outcome", "session", "lap", "direction", "position_within", "class"):
        a, b = first.attributes.get(key), second.attributes.get(key)
        if a is not None and b is not None and a != b:
            return False
    if first.type in ("result", "position") and first.attributes.get(
        "session"
    ) != second.attributes.get("session"):
        return False
    kinds = {first.attributes.get("kind"), second.attributes.get("kind")} - {None}
    if first.type == "penalty":
        kinds -= {"other"}
    if first.type == "off_track":
        # `drehte sich und schlug ein` is two, a verb and its noun are one
        return len(kinds) < 2 or first.clause["index"] == second.clause["index"]
    return len(kinds) < 2 or first.type not in ("penalty", "neutralisation")


def _join(first: Draft, second: Draft) -> Draft:
    main, other = (first, second) if first.weight() >= second.weight() else (second, first)
    if _points_told(first, second) and main.attributes.get("outcome") == "standing":
        main, other = other, main
    if main.attributes.get("kind") == "other" and "kind" in other.attributes:
        main.attributes["kind"] = other.attributes["kind"]
    for key, value in other.attributes.items():
        main.attributes.setdefault(key, value)
    for role, arguments in other.roles.items():
        main.roles.setdefault(role, arguments)
    if main.race is not None and other.race is not None and not main.race.run:
        main.race = other.race
    sentences = {first.sentence, second.sentence, *first.also, *second.also} - {main.sentence}
    main.also = sorted(sentences)
    return main
