"""When, where and in which class and session: laps, clock, corners, times, kinds of sitting."""

from __future__ import annotations

import pytest
from spacy.language import Language
from tests.event_notation import told

OVERTAKE = "overtake: agent Lewis Hamilton; patient Sebastian Vettel"

CASES = [
    # laps, counted from either end
    ("In Runde zwölf überholte Hamilton Vettel.", [f"{OVERTAKE}; lap.number 12"]),
    ("In der letzten Runde überholte Hamilton Vettel.", [f"{OVERTAKE}; lap.from_end 1"]),
    ("Zwei Runden vor Schluss überholte Hamilton Vettel.", [f"{OVERTAKE}; lap.from_end 2"]),
    (
        "Hamilton überholte in Runde zehn Vettel. Zwei Runden später drehte er sich.",
        [
            f"{OVERTAKE}; lap.number 10",
            "off_track: holder Lewis Hamilton/pronoun; kind spin; lap.after 2",
        ],
    ),
    # a lap holds for what the sentence goes on with, not for the next sentence
    (
        "In Runde zehn fiel Vettel zurück und drehte sich. Hamilton siegte.",
        [
            "position: holder Sebastian Vettel; direction lost; lap.number 10",
            "off_track: holder Sebastian Vettel/ellipsis; kind spin; lap.number 10",
            "result: holder Lewis Hamilton; position 1",
        ],
    ),
    # the clock
    (
        "Zwanzig Minuten vor dem Ende schied Vettel aus.",
        ["retirement: holder Sebastian Vettel; clock.seconds 1200; clock.anchor end"],
    ),
    (
        "Nach einer Stunde übernahm Vettel die Führung.",
        ["lead: holder Sebastian Vettel; clock.seconds 3600; clock.anchor start; how gained"],
    ),
    (
        "Um 14:30 Uhr kam Vettel an die Box.",
        ["pit_stop: holder Sebastian Vettel; time_of_day 14:30"],
    ),
    # corners and tracks: two names of one corner are one
    (
        "In der Corkscrew drehte sich Vettel.",
        ["off_track: holder Sebastian Vettel; corner Corkscrew; kind spin"],
    ),
    (
        "In der Korkenzieherkurve drehte sich Vettel.",
        ["off_track: holder Sebastian Vettel; corner Corkscrew; kind spin"],
    ),
    (
        "In Silverstone gewann Vettel das Rennen.",
        ["result: holder Sebastian Vettel; position 1; track Silverstone"],
    ),
    # classes; one lead each
    (
        "Sébastien Buemi führte in der LMP1, in der GT2 lag Jörg Bergmeister vorn.",
        [
            "lead: holder Sébastien Buemi; class LMP1",
            "lead: holder Jörg Bergmeister; class GT2",
        ],
    ),
    (
        "In der GT3-Klasse siegten Maro Engel und Luca Stolz.",
        ["result: holder Maro Engel, Luca Stolz; class GT3; position 1"],
    ),
    # the class goes on to the end of its paragraph
    (
        "In der LMP1 führte Sébastien Buemi. Timo Bernhard fiel auf Rang drei zurück."
        "\n\nAm Ende siegte Lewis Hamilton.",
        [
            "lead: holder Sébastien Buemi; class LMP1",
            "position: holder Timo Bernhard; class LMP1; direction lost; position 3",
            "result: holder Lewis Hamilton; position 1",
        ],
    ),
    # sessions; the race itself is not written
    (
        "Im Qualifying drehte sich Vettel.",
        ["off_track: holder Sebastian Vettel; kind spin; session qualifying"],
    ),
    ("Im Rennen drehte sich Vettel.", ["off_track: holder Sebastian Vettel; kind spin"]),
    # times and gaps where they belong
    (
        "Vettel holte in 1:31,706 Minuten die Pole-Position.",
        ["pole: holder Sebastian Vettel; time.seconds 91.706"],
    ),
    (
        "Die schnellste Runde drehte Vettel in 1:31,706 Minuten.",
        ["fastest_lap: holder Sebastian Vettel; time.seconds 91.706"],
    ),
    (
        "Vettel gewann mit 3,2 Sekunden Vorsprung vor Hamilton.",
        [
            "result: holder Sebastian Vettel; margin.seconds 3.2; position 1",
            "result: holder Lewis Hamilton; position 2",
        ],
    ),
    (
        "Vettel bekam eine Zeitstrafe von zehn Sekunden wegen eines Frühstarts.",
        ["penalty: holder Sebastian Vettel; duration.seconds 10; kind time; reason Frühstart"],
    ),
    (
        "Vettel stand wegen eines Getriebeschadens 20 Minuten an der Box.",
        [
            "technical: holder Sebastian Vettel; component Getriebe",
            "pit_stop: holder Sebastian Vettel; duration.seconds 1200; reason Getriebeschaden",
        ],
    ),
    (
        "Vettel kam zu seinem zweiten Boxenstopp.",
        ["pit_stop: holder Sebastian Vettel; count 2"],
    ),
]


@pytest.mark.parametrize(("text", "events"), CASES, ids=[text for text, _ in CASES])
def test_circumstances(nlp: Language, text: str, events: list[str]) -> None:
    assert told(nlp, text) == events


def test_a_corner_has_an_id(nlp: Language) -> None:
    ids = {
        nlp(f"In der {name} drehte sich Vettel.").user_data["rennbericht_events"][0]["attributes"][
            "corner"
        ]["id"]
        for name in ("Corkscrew", "Korkenzieherkurve")
    }
    assert len(ids) == 1 and None not in ids


def test_laps_later_name_the_event_they_count_from(nlp: Language) -> None:
    doc = nlp("Hamilton überholte in Runde zehn Vettel. Zwei Runden später drehte er sich.")
    lap = doc._.events[1].attributes.lap
    assert lap is not None and lap.after == 2
