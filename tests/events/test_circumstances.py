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
    # a label dates its paragraph, and no more than that
    (
        "Runde 12: Hamilton überholte Vettel. Alonso drehte sich."
        "\n\nAm Ende führte Hamilton vor Alonso.",
        [
            f"{OVERTAKE}; lap.number 12",
            "off_track: holder Fernando Alonso; kind spin; lap.number 12",
            "lead: holder Lewis Hamilton",
            "position: holder Fernando Alonso; position 2",
        ],
    ),
    (
        "Letzte Runde: Hamilton überholte Vettel.\n\nAlonso fiel aus.",
        [f"{OVERTAKE}; lap.from_end 1", "retirement: holder Fernando Alonso"],
    ),
    (
        "14:05 Uhr - Vettel kam an die Box.\n\n14:09 Uhr - Hamilton drehte sich.",
        [
            "pit_stop: holder Sebastian Vettel; time_of_day 14:05",
            "off_track: holder Lewis Hamilton; kind spin; time_of_day 14:09",
        ],
    ),
    (
        "14:05: Vettel kam an die Box.\n\n[14:09] Hamilton drehte sich.",
        [
            "pit_stop: holder Sebastian Vettel; time_of_day 14:05",
            "off_track: holder Lewis Hamilton; kind spin; time_of_day 14:09",
        ],
    ),
    (
        "+++ 14:05 Vettel kommt an die Box +++",
        ["pit_stop: holder Sebastian Vettel; time_of_day 14:05"],
    ),
    # behind the last lap comes the finish
    (
        "In der letzten Runde überholte Hamilton Vettel. Alonso drehte sich. Hamilton siegte.",
        [
            f"{OVERTAKE}; lap.from_end 1",
            "off_track: holder Fernando Alonso; kind spin; lap.from_end 1",
            "result: holder Lewis Hamilton; position 1",
        ],
    ),
    # who wins after 44 laps wins the race, not its 44th lap
    (
        "Hamilton siegte nach 44 Runden vor Vettel.",
        [
            "result: holder Lewis Hamilton; position 1",
            "result: holder Sebastian Vettel; position 2",
        ],
    ),
    (
        "Als Alonso in Runde 15 von der Strecke abkam, überholte Hamilton Vettel.",
        [
            "off_track: holder Fernando Alonso; kind off; lap.number 15",
            f"{OVERTAKE}; lap.number 15",
        ],
    ),
    # a stretch ends a lead, it dates nothing else
    ("Bis zur achten Runde führte Vettel.", ["lead: holder Sebastian Vettel; lap.number 8"]),
    (
        "Vettel wehrte sich nach sechs Runden Gegenwehr nicht mehr und drehte sich.",
        ["off_track: holder Sebastian Vettel/ellipsis; kind spin"],
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
        ["result: holder Sebastian Vettel; position 1"],
    ),
    # what goes on in the sentence goes on at its place, but not before or behind it
    (
        "In der Corkscrew verlor Vettel die Kontrolle und schlug in die Mauer ein.",
        ["off_track: holder Sebastian Vettel; corner Corkscrew; kind crash"],
    ),
    ("Noch vor der Corkscrew lag Vettel in Führung.", ["lead: holder Sebastian Vettel"]),
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
    # a heading's class holds for its section
    (
        "Langstrecke\n\nLMP2: Zytek gewinnt\n\nZunächst führte Sébastien Buemi.\n\n"
        "Nick Tandy siegte.\n\nGesamtwertung\n\nMaro Engel siegte.",
        [
            "lead: holder Sébastien Buemi; class LMP2",
            "result: holder Nick Tandy; class LMP2; position 1",
            "result: holder Maro Engel; position 1",
        ],
    ),
    # a class named in passing is somebody else's
    (
        "Hamilton siegte, die LMP2-Wertung ging an Nick Tandy. Alonso wurde Dritter.",
        [
            "result: holder Lewis Hamilton; position 1",
            "result: holder Nick Tandy; class LMP2; position 1",
            "result: holder Fernando Alonso; position 3",
        ],
    ),
    (
        "Die TCR-Wertung gewann Luca Engstler.",
        ["result: holder Luca Engstler; class TCR; position 1"],
    ),
    # sessions; the race itself is not written
    (
        "Im Qualifying drehte sich Vettel.",
        ["off_track: holder Sebastian Vettel; kind spin; session qualifying"],
    ),
    ("Im Rennen drehte sich Vettel.", ["off_track: holder Sebastian Vettel; kind spin"]),
    (
        "Im Qualifying drehte sich Vettel in seiner zweiten Runde.",
        ["off_track: holder Sebastian Vettel; kind spin; session qualifying"],
    ),
    # no session is opened by what somebody did with it, nor by a way of riding
    (
        "Vettel verwandelte die Superpole in eine Führung. In Runde zwei überholte ihn Hamilton.",
        [
            "pole: holder Sebastian Vettel",
            "lead: holder Sebastian Vettel; how start",
            "overtake: agent Lewis Hamilton; patient Sebastian Vettel/pronoun; lap.number 2",
        ],
    ),
    ("Im Sprint zum Zielstrich überholte Hamilton Vettel.", [OVERTAKE]),
    (
        "In der WM führt Hamilton nach dem Sprint.",
        ["championship: holder Lewis Hamilton; outcome leads"],
    ),
    ("Auf WP 5 drehte sich Ogier.", ["off_track: holder Sébastien Ogier; kind spin"]),
    # a gap belongs to who has it
    (
        "Vettel wurde mit 1,3 Sekunden Rückstand Zweiter.",
        ["result: holder Sebastian Vettel; margin.seconds 1.3; position 2"],
    ),
    (
        "Vettel führte mit drei Sekunden Vorsprung vor Hamilton.",
        [
            "lead: holder Sebastian Vettel; margin.seconds 3",
            "position: holder Lewis Hamilton; position 2",
        ],
    ),
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
        ["penalty: holder Sebastian Vettel; kind time; reason Frühstart; time.seconds 10"],
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
    # whoever counts laps tells of a race, however often he speaks of the grid
    (
        "Max Verstappen startete von der Pole, Lando Norris von Startplatz neun. In Runde drei"
        " fiel Max Verstappen auf Platz vier zurück, acht Runden vor Schluss überholte er"
        " Lewis Hamilton. Die Startaufstellung war bunt.",
        [
            "pole: holder Max Verstappen",
            "result: holder Lando Norris; position 9; session qualifying",
            "position: holder Max Verstappen; direction lost; lap.number 3; position 4",
            "overtake: agent Max Verstappen/pronoun; patient Lewis Hamilton; lap.from_end 8",
        ],
    ),
    # the heading's session holds for its section
    (
        "Der Grand Prix von Spa hatte es in sich.\n\nDas Qualifying\n\nMax Verstappen fuhr"
        " Bestzeit.\n\nLando Norris wurde Zweiter.\n\nDas Rennen\n\nLando Norris wurde Dritter.",
        [
            "pole: holder Max Verstappen",
            "result: holder Lando Norris; position 2; session qualifying",
            "result: holder Lando Norris; position 3",
        ],
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
