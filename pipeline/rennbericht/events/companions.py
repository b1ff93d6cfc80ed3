"""The noun that goes with a frame's verb: `Führung` beside `übernehmen`."""

from __future__ import annotations

from ..clauses.model import Clause, Member, Phrase
from ..discourse.reading import Reading
from ..discourse.slots import fill, subject_of
from ..discourse.stand_ins import stands_for
from .epithets import alone, is_person
from .frames import Frame, FrameSet

#: mentions that tell when and where
SETTINGS = frozenset(
    {"LAP", "CLOCK", "CORNER", "TRACK", "DAYTIME", "DATE", "SESSION", "SERIES", "TIME", "GAP"}
    | {"COUNT"}
)

#: mentions that are no noun of a frame: who, when and where
NO_COMPANIONS = SETTINGS | {"DRIVER", "PERSON", "TEAM", "CAR"}


def companions(frames: FrameSet, reading: Reading, clause: Clause) -> frozenset[str]:
    """The nouns of verbs that head a phrase of the clause."""
    found: frozenset[str] = frozenset()
    tags = reading.tags
    for phrase in clause["phrases"]:
        for member in stands_for(reading, clause, phrase)["members"]:
            for noun in _nouns(reading, member):
                keys = frames.companion_keys(noun)
                if keys:
                    found |= keys
        if tags[phrase["head"]] == "CARD":
            for noun in _counted(reading, clause, phrase):
                found |= frames.companion_keys(noun)
    conjunct = reading.elided_from(clause)
    return found if conjunct is None else found | companions(frames, reading, conjunct)


def _counted(reading: Reading, clause: Clause, phrase: Phrase) -> list[str]:
    """What a number counts from: `gewann drei der vier Prüfungen`, `zwei von drei Rennen`."""
    if reading.tags[phrase["head"]] != "CARD":
        return []
    return [
        other["lemma"]
        for other in clause["phrases"]
        if other["attribute_of"] == phrase["head"] and other["prep"] in (None, "von")
    ]


def _nouns(reading: Reading, member: Member) -> tuple[str, ...]:
    """The nouns of a conjunct; of a race's name (`die Rallye Finnland`) its first word too."""
    if is_person(reading, member):
        return ()
    if member["mention"] >= 0:
        mention = reading.mentions[member["mention"]]
        first = mention["start"]
        if mention["label"] == "SERIES" and first < member["head"] and reading.tags[first] == "NN":
            return (member["lemma"], reading.lemmas[first])
        if mention["label"] == "CLASS":
            # `Die SP7 gewannen A und B`
            return (member["lemma"], "CLASS")
        if mention["label"] == "CAR" and first < member["head"]:
            # `der Porsche 935 Turbo`: no part that fails
            return ()
    return (member["lemma"],)


def companion(frames: FrameSet, reading: Reading, clause: Clause, frame: Frame) -> Phrase | None:
    """The phrase headed by the frame's companion noun, in one of its slots."""
    if frame.noun_in:
        candidates = [
            filler.phrase
            for slot in frame.noun_in
            for filler in fill(reading, clause, slot)
            if not filler.elided
        ]
    else:
        candidates = clause["phrases"]
    for candidate in candidates:
        phrase = stands_for(reading, clause, candidate)
        for at, member in enumerate(phrase["members"]):
            nouns = [
                *_nouns(reading, member),
                *(_counted(reading, clause, phrase) if not at else ()),
            ]
            if any(not frame.nouns.isdisjoint(frames.companion_keys(noun)) for noun in nouns):
                # erhielt drei Strafpunkte und eine Rückversetzung: each noun tells its own
                return alone(phrase, member) if at else phrase
    return _elided_companion(frames, reading, clause, frame)


def _elided_companion(
    frames: FrameSet, reading: Reading, clause: Clause, frame: Frame
) -> Phrase | None:
    """The companion noun in the conjunct before: `machte mit A kurzen Prozess, dann mit B`."""
    conjunct = reading.elided_from(clause)
    if conjunct is None:
        return None
    if frame.type == "lead" and any(
        reading.label_at(phrase["head"]) == "POSITION" for phrase in clause["phrases"]
    ):
        # in Führung lag A, auf Rang zwei B
        return None
    found = companion(frames, reading, conjunct, frame)
    subject = subject_of(reading, conjunct)
    if found is None:
        return None
    if subject is not None and found is subject.phrase and clause["subject"] >= 0:
        return None
    said = {
        phrase["prep"]
        for index, phrase in enumerate(clause["phrases"])
        # für A gab es zehn Sekunden, für B eine Verwarnung
        if (index != clause["subject"] or not phrase["definite"])
        # gewann drei Prüfungen, B zwei
        and (phrase["end"] - phrase["start"] > 1 or reading.tags[phrase["head"]] != "CARD")
        and phrase["kind"] in ("np", "pp")
        and phrase["attribute_of"] < 0
        and (
            reading.label_at(phrase["head"]) not in NO_COMPANIONS
            # bekam eine Durchfahrtsstrafe, B zehn Sekunden
            or (reading.label_at(phrase["head"]) == "TIME" and phrase["prep"] is None)
        )
    }
    causes = reading.classes["cause-preposition"]
    if found["prep"] in causes and said & causes:
        # a conjunct that has another cause: A fiel mit Motorschaden aus, B nach einem Unfall
        return None
    return found if found["prep"] not in said else _carried(reading, clause, found)


def _carried(reading: Reading, clause: Clause, found: Phrase) -> Phrase | None:
    """The place of a conjunct without its noun: `in der dritten Reihe A, in der vierten B`."""
    if reading.label_at(found["head"]) != "POSITION":
        return None
    for phrase in clause["phrases"]:
        place = reading.label_at(phrase["head"]) == "POSITION"
        if place and phrase["prep"] == found["prep"] and reading.tags[phrase["head"]] == "ADJA":
            return phrase
    return None
