"""When, where and in which class: what a clause says about its event beside the roles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..clauses.model import Clause, Phrase
from ..discourse.reading import Reading
from ..discourse.stand_ins import stands_for
from ..discourse.state import RaceState
from ..entities.model import Mention, of_class
from ..german.ordinals import ordinal

#: links along which the time of the earlier clause goes on to hold
CARRIED = frozenset({"coordinated", "controlled", "elided", "subordinate"})
#: conjunctions of clauses that say when (`als er in Runde drei von der Linie abkam, ...`)
POINTS = frozenset({"als"})
LAP_KEYS = ("number", "from_end", "after")
#: what fixes the moment: where one is told, no other clause is asked
MOMENT = frozenset({"lap", "clock", "time_of_day"})
MOMENT_LABELS = frozenset({"LAP", "CLOCK", "DAYTIME"})
#: prepositions of a stretch of time, which is no moment: `bis zur fünften Runde`
STRETCH = frozenset({"bis", "seit"})
#: prepositions of the road to or from a corner; only who leaves the road does so before it
PASSED = frozenset({"vor", "nach", "bis"})
#: what happens at one place and so goes on at the place of the clause before
PLACED_TYPES = frozenset({"off_track", "collision", "overtake", "battle", "technical", "puncture"})
#: types told of a class
CLASS_TYPES = frozenset({"result", "lead", "position", "pole", "place", "overtake"})
#: which types a circumstance is told of, where it is not told of all
TAKEN_BY: dict[str, frozenset[str]] = {
    "time": frozenset({"pole", "fastest_lap", "result", "penalty"}),
    "duration": frozenset({"repair", "pit_stop", "neutralisation"}),
    "margin": frozenset({"result", "lead"}),
    "count": frozenset({"pit_stop"}),
    "corner": frozenset(
        {
            "overtake", "battle", "lead", "position", "off_track", "collision", "technical",
            "puncture", "retirement", "weather", "start",
        }
    ),
}  # fmt: skip
#: tags between a preposition and its noun
BEFORE_NOUN = frozenset({"ART", "ADJA", "PPOSAT", "CARD"})
#: prepositions of the session in which something happened
INSIDE = frozenset({"in", "im", "bei", "beim", "während", "an", "am", "auf"})
#: prepositions of a class that somebody else belongs to: `einem Porsche aus dem Bronze Cup`
OTHERS = frozenset({"aus", "von", "vom", "mit"})
#: types that say how a session ended
WON = frozenset({"result", "pole", "fastest_lap", "place"})
#: sessions in which laps are not counted
TRIALS = frozenset({"qualifying", "practice", "warm_up", "test"})
#: what is counted at the end, whenever it was decided: `siegte nach 35 Runden`
ENDING = frozenset({"result", "pole", "championship"})


def circumstances(
    reading: Reading, state: RaceState, clause: Clause, event_type: str
) -> dict[str, Any]:
    """Attributes that the clause (or the one it goes on from) gives its event.

    Args:
        reading: the document.
        state: the race state, for session, class and the moment of a ticker's label.
        clause: clause of the event.
        event_type: its type as the frame gives it.

    Returns:
        Keys of the contract's table of attributes; `fit` leaves those that the settled type takes.
    """
    found: dict[str, Any] = {}
    _take_all(reading, clause, found, event_type)
    if MOMENT.isdisjoint(found) and not _counts_on(reading, clause):
        for other in _told_with(reading, clause):
            _take_all(reading, other, found, event_type, MOMENT_LABELS)
            if not MOMENT.isdisjoint(found):
                break
        else:
            if not (clause["perfect"] and clause["tense"] == "past"):
                for mention in state.moment:
                    _take(found, mention)
                if state.last_lap is not None and not state.moment and event_type != "place":
                    _take(found, state.last_lap)
    if "corner" not in found and event_type in PLACED_TYPES:
        for other in _told_with(reading, clause):
            _take_all(reading, other, found, event_type, frozenset({"CORNER"}))
            break
    if "class" not in found and state.cls and event_type in CLASS_TYPES:
        found["class"] = state.cls
    session = found.pop("session", "") or _meant(reading, clause, event_type) or state.session
    if session and session != "race":
        found["session"] = session
    return found


def _meant(reading: Reading, clause: Clause, event_type: str) -> str:
    """The session that a phrase means without naming it, or "".

    `Der Sprint stand an. Den gewann A.`, `Den Sprint gewann A, das Rennen ging an B`.
    """
    for phrase in clause["phrases"]:
        if phrase["prep"] not in INSIDE and not (phrase["prep"] is None and event_type in WON):
            continue
        stood = stands_for(reading, clause, phrase)
        mention = reading.mention_of(stood)
        if mention is None:
            against = phrase["definite"] and phrase["lemma"].lower() in reading.classes["race-noun"]
            if against and _another_named(reading, clause):
                return "race"
        elif stood is not phrase and mention["label"] == "SESSION":
            return session_of(mention)
    return ""


def _another_named(reading: Reading, clause: Clause) -> bool:
    """Whether another main clause of the sentence names a session, so that the race is no more."""
    return any(
        session_of(mention) in ("sprint", "qualifying")
        for other in reading.by_sentence.get(clause["sentence"], ())
        if other is not clause and other["kind"] == "main"
        for mention in reading.mentions_in(other, "SESSION")
    )


def by_the_way(reading: Reading, mention: Mention) -> bool:
    """Whether a session is that of a noun told by the way: `Nach Rang fünf im Qualifying ...`."""
    before = mention["start"] - 2
    if before < 1 or reading.label_at(mention["start"]) != "SESSION":
        return False
    at = reading.mention_at[before]
    placed = at >= 0 and reading.mentions[at]["label"] == "POSITION"
    if not placed and reading.tags[before] != "NN":
        return False
    opening = reading.mentions[at]["start"] - 1 if placed else before - 1
    while opening > 0 and reading.tags[opening] in BEFORE_NOUN:
        opening -= 1
    if reading.lower[opening] in reading.classes["place-by-the-way"]:
        return True
    # `Vettel, der Sieger des Sprints, wurde Neunter`: he was not ninth in the sprint
    behind_name = reading.words[opening] == "," and reading.label_at(opening - 1) == "DRIVER"
    return behind_name and reading.lower[mention["start"] - 1] == "des"


def session_of(mention: Mention) -> str:
    """The session that a mention names, by itself or at its end (`MotoGP-Sprint`), or ""."""
    if mention["label"] == "POSITION":
        return ""
    return str((mention["value"] or {}).get("session") or "")


def session_of_noun(reading: Reading, clause: Clause, noun: Phrase) -> str:
    """The session that a noun told by the way has for itself, or "" (see `by_the_way`)."""
    for mention in reading.mentions_in(clause, "SESSION"):
        near = noun["start"] < mention["start"] <= noun["end"] + 1
        if near and by_the_way(reading, mention):
            return str((mention["value"] or {}).get("session") or "")
    return ""


def class_of(mention: Mention) -> str | None:
    """The class that a mention names: `LMP2`, `TCR-Wertung`."""
    if mention["label"] == "SERIES" and not of_class(mention):
        return None
    return (mention["name"] or None) if mention["label"] in ("CLASS", "SERIES") else None


def fit(event_type: str, attributes: dict[str, Any]) -> None:
    """Leave of an event's circumstances those that its type is told with, in place.

    A result is of the race's end, so no lap goes with it; a stage is a session for who wins it,
    while who goes off there goes off in the rally.
    """
    if event_type == "penalty" and "duration" in attributes:
        # `eine Zeitstrafe von zehn Sekunden`
        attributes["time"] = attributes.pop("duration")
    for key, types in TAKEN_BY.items():
        if key in attributes and event_type not in types:
            del attributes[key]
    if event_type in ENDING:
        for key in MOMENT:
            attributes.pop(key, None)
    if event_type == "championship" and attributes.get("outcome") == "leads":
        attributes.pop("position", None)
    session = attributes.get("session")
    if session in TRIALS:
        # `in seiner zweiten schnellen Runde` is an attempt
        attributes.pop("lap", None)
    if event_type == "championship" or (session == "stage" and event_type != "result"):
        attributes.pop("session", None)
    if not attributes.get("background"):
        attributes.pop("track", None)
    margin = attributes.pop("margin", None)
    if margin is not None:
        ahead = event_type == "lead" or attributes.get("position") == 1
        if margin.get("direction", "") in (("ahead", "") if ahead else ("behind",)):
            attributes["margin"] = {k: v for k, v in margin.items() if k != "direction"}


def _counts_on(reading: Reading, clause: Clause) -> bool:
    """Whether a clause without its verb has its own moment: `A kam in Runde 21, B in der 23.`"""
    if not any(link["kind"] == "elided" for link in clause["links"]):
        return False
    return any(
        reading.label_at(phrase["head"]) == ""
        and (
            reading.tags[phrase["head"]] in ("CARD", "PIS")
            or ordinal(reading.words[phrase["head"]])
        )
        for phrase in clause["phrases"]
        if phrase["prep"] in ("in", "nach", "ab", None)
    )


def _told_with(reading: Reading, clause: Clause) -> Iterator[Clause]:
    """The clauses of the sentence whose time and place hold for this one too, nearest first."""
    seen = {clause["index"]}
    current: Clause | None = clause
    while current is not None:
        follower = None
        for link in current["links"]:
            if link["kind"] in CARRIED and link["clause"] not in seen:
                follower = reading.clauses[link["clause"]]
                break
        if follower is None or follower["sentence"] != clause["sentence"]:
            break
        seen.add(follower["index"])
        yield follower
        current = follower
    for other in reading.by_sentence.get(clause["sentence"], ()):
        if other["introducer"] not in POINTS or other["index"] in seen:
            continue
        if any(k["kind"] == "subordinate" and k["clause"] in seen for k in other["links"]):
            yield other


def _take_all(
    reading: Reading,
    clause: Clause,
    found: dict[str, Any],
    event_type: str,
    labels: frozenset[str] | None = None,
) -> None:
    for mention in reading.clause_mentions(clause):
        label, value = mention["label"], mention["value"]
        if labels is not None and label not in labels:
            continue
        if value is not None and value.get("session") and label != "POSITION":
            if by_the_way(reading, mention):
                continue
            if _inside(reading, mention, event_type):
                found["session"] = value["session"]
            elif label == "SESSION":
                continue
        if label in MOMENT_LABELS and _stretches(reading, mention, event_type):
            continue
        if label == "CLASS" and reading.preposition(mention) in OTHERS:
            continue
        if label == "DATE" and reading.dates_noun(mention):
            continue
        if label == "DAYTIME" and _counted_from(reading, mention):
            continue
        if label == "CORNER" and _passed(reading, mention, event_type):
            continue
        _take(found, mention)


def _inside(reading: Reading, mention: Mention, event_type: str) -> bool:
    """Whether something happened in a session: `im Sprint`, but not `vor dem Sprint`.

    A session is won and lost without a preposition (`gewann das Qualifying`).
    """
    preposition = (mention["value"] or {}).get("prep")
    if reading.beyond(mention):
        return False
    return preposition in INSIDE or (preposition is None and event_type in WON)


def _counted_from(reading: Reading, mention: Mention) -> bool:
    """Whether a time of day is where an amount is counted from: `acht Minuten vor 16 Uhr`."""
    counted = reading.tags[max(0, mention["start"] - 3) : mention["start"] - 1]
    return "CARD" in counted and reading.preposition(mention) in PASSED


def _passed(reading: Reading, mention: Mention, event_type: str) -> bool:
    """Whether it was before or behind a corner; who brakes too late before it does so in it."""
    return event_type != "off_track" and reading.preposition(mention) in PASSED


def _stretches(reading: Reading, mention: Mention, event_type: str) -> bool:
    """Whether a lap ends a stretch and is no moment; a lead ends then too (`bis Runde acht`)."""
    preposition = reading.preposition(mention)
    return preposition in STRETCH and not (event_type == "lead" and preposition == "bis")


def _take(found: dict[str, Any], mention: Mention) -> None:
    label, value = mention["label"], mention["value"] or {}
    if label == "LAP" and "lap" not in found:
        lap = {key: value[key] for key in LAP_KEYS if key in value}
        if lap:
            found["lap"] = lap
    elif label == "CLOCK" and "clock" not in found and value.get("anchor") in ("start", "end"):
        found["clock"] = {"seconds": value["seconds"], "anchor": value["anchor"]}
    elif label == "CORNER" and "corner" not in found:
        found["corner"] = {"id": mention["id"], "name": mention["name"] or ""}
    elif label == "TRACK" and "track" not in found:
        found["track"] = {"id": mention["id"], "name": mention["name"] or ""}
    elif label in ("CLASS", "SERIES") and "class" not in found:
        cls = class_of(mention)
        if cls is not None:
            found["class"] = cls
    elif mention["parts"].get("CLASS") and "head" not in mention["parts"]:
        # `der Ligier JS P320 LMP3`
        found.setdefault("class", mention["parts"]["CLASS"])
    elif label == "SESSION" and value.get("session"):
        found["session"] = value["session"]
    elif label == "DAYTIME" and value.get("time_of_day"):
        found["time_of_day"] = value["time_of_day"]
    elif label == "DATE" and value.get("date"):
        found["date"] = value["date"]
    elif label == "TIME":
        found.setdefault("duration" if value.get("duration") else "time", _amount(value))
    elif label == "GAP" and "margin" not in found:
        found["margin"] = {**_amount(value), "direction": value.get("direction", "")}
    elif label == "COUNT" and "count" in value and "count" not in found:
        found["count"] = value["count"]


def _amount(value: dict[str, Any]) -> dict[str, Any]:
    return {key: value[key] for key in ("seconds", "laps") if key in value}
