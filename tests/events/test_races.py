"""The races of an article, and which of them an event belongs to."""

from __future__ import annotations

from typing import Any

from spacy.language import Language

import rennbericht
from rennbericht.discourse.meetings import Race
from rennbericht.discourse.state import NEVER, RaceState
from rennbericht.events.scene import enter_race

ONE = (
    "Hamilton gewinnt in Silverstone\n\nLewis Hamilton gewann den Großen Preis von Großbritannien. "
    "Der Mercedes-Pilot siegte am Sonntag in Silverstone in der Formel 1 vor Sebastian Vettel."
)
TWO = (
    "DTM am Norisring\n\nDie DTM gastierte am Norisring.\n\nRennen 1\n\n"
    "Lucas Auer gewann vor Marco Wittmann. René Rast fiel aus.\n\nRennen 2\n\n"
    "René Rast siegte vor Lucas Auer. Auer führte in der Tabelle."
)
DAYS = (
    "DTM in Zandvoort\n\nIn der DTM in Zandvoort gab es zwei Sieger. Das Samstagsrennen gewann "
    "Lucas Auer. Im Sonntagsrennen siegte René Rast. Am Samstag drehte sich Marco Wittmann."
)
GRAND_PRIX = (
    "MotoGP in Assen\n\nDie MotoGP fuhr in Assen. Marc Márquez siegte vor Valentino Rossi.\n\n"
    "In der Moto2 gewann Álex Márquez vor Marcel Schrötter. Thomas Lüthi stürzte.\n\n"
    "Das Moto3-Rennen ging an Lorenzo Dalla Porta."
)
ROUND_UP = (
    "Motorsport kompakt\n\nADAC GT Masters, Oschersleben: Luca Stolz gewann das Rennen.\n\n"
    "Superbike-WM, Donington Park: Der Sieg ging an Toprak Razgatlıoğlu.\n\n"
    "Formel E, Monaco: Mitch Evans siegte."
)


def races(nlp: Language, text: str, **record: str) -> list[dict[str, Any]]:
    """The races of an article as plain data."""
    (result,) = rennbericht.extract([{"maintext": text, **record}], nlp=nlp)
    assert result.problem is None
    return list(result.article.as_dict()["races"])


def places(nlp: Language, text: str) -> list[tuple[int | None, str, str]]:
    """Race, type and first name of the events."""
    return [
        (event.race, event.type, names[0] if names else "?")
        for event in nlp(text)._.events
        for names in [
            [a.entity.name for arguments in event.roles.values() for a in arguments if a.entity]
        ]
    ]


def test_one_race_has_no_index(nlp: Language) -> None:
    assert races(nlp, ONE, date_publish="2019-07-15") == [
        {
            "series": "Formel 1", "track": "Silverstone",
            "event": "Großer Preis von Großbritannien", "date": "2019-07-14", "session": "race",
        }
    ]  # fmt: skip
    assert {race for race, _, _ in places(nlp, ONE)} == {None}


def test_without_a_date_of_the_article_no_date(nlp: Language) -> None:
    assert "date" not in races(nlp, ONE)[0]


def test_two_races_of_a_weekend(nlp: Language) -> None:
    assert races(nlp, TWO) == [
        {"series": "DTM", "track": "Norisring", "session": "race"},
        {"series": "DTM", "track": "Norisring", "session": "race"},
    ]
    assert sorted(places(nlp, TWO), key=str) == [
        (0, "result", "Lucas Auer"),
        (0, "result", "Marco Wittmann"),
        (0, "retirement", "René Rast"),
        (1, "result", "Lucas Auer"),
        (1, "result", "René Rast"),
        (None, "championship", "Lucas Auer"),
    ]


def test_races_by_their_days(nlp: Language) -> None:
    found = races(nlp, DAYS, date_publish="2019-07-15")
    assert [race.get("date") for race in found] == ["2019-07-13", "2019-07-14"]
    assert places(nlp, DAYS) == [
        (0, "result", "Lucas Auer"),
        (1, "result", "René Rast"),
        (0, "off_track", "Marco Wittmann"),
    ]


def test_classes_of_a_grand_prix(nlp: Language) -> None:
    assert [(race["series"], race["track"]) for race in races(nlp, GRAND_PRIX)] == [
        ("MotoGP", "Assen"),
        ("Moto2", "Assen"),
        ("Moto3", "Assen"),
    ]
    assert [race for race, _, _ in places(nlp, GRAND_PRIX)] == [0, 0, 1, 1, 1, 2]


def test_a_round_up_goes_from_track_to_track(nlp: Language) -> None:
    assert [(race["series"], race["track"]) for race in races(nlp, ROUND_UP)] == [
        ("ADAC GT Masters", "Oschersleben"),
        ("Superbike-WM", "Donington Park"),
        ("Formel E", "Monaco"),
    ]
    assert [race for race, _, _ in places(nlp, ROUND_UP)] == [0, 1, 2]


def test_sprint_and_race(nlp: Language) -> None:
    text = (
        "Formel 2 in Monza\n\nIn der Formel 2 in Monza gewann Mick Schumacher das Rennen.\n\n"
        "Im Sprint hatte Dan Ticktum gewonnen."
    )
    assert [race["session"] for race in races(nlp, text)] == ["race", "sprint"]


def test_a_qualifying_report(nlp: Language) -> None:
    text = (
        "Qualifying in Spa\n\nIm Qualifying der Formel 1 in Spa holte Hamilton die Pole. "
        "Im Qualifying wurde Vettel Zweiter. Das Qualifying beendete Alonso auf Rang drei."
    )
    assert [race["session"] for race in races(nlp, text)] == ["qualifying"]


def test_the_title_completes_what_the_text_leaves_open(nlp: Language) -> None:
    text = "Lewis Hamilton gewann das Rennen vor Sebastian Vettel."
    assert races(nlp, text) == []
    assert races(nlp, text, title="Formel 1 in Monza: Hamilton siegt") == [
        {"series": "Formel 1", "track": "Monza", "session": "race"}
    ]


def test_a_meeting_that_is_its_own_series(nlp: Language) -> None:
    text = "Audi gewann die 24 Stunden von Le Mans. Der Porsche wurde Zweiter."
    assert races(nlp, text)[0]["event"] == "24 Stunden von Le Mans"


def test_the_home_of_a_driver_is_no_track(nlp: Language) -> None:
    text = "In der DTM in Zandvoort siegte Marco Wittmann (Hockenheim)."
    assert [race["track"] for race in races(nlp, text)] == ["Zandvoort"]


def test_an_everyday_text_has_no_races(nlp: Language) -> None:
    assert races(nlp, "Der Bürgermeister gewann die Wahl in Spa. Er siegte am Sonntag.") == []


def test_a_win_in_each_race_stays_two(nlp: Language) -> None:
    text = "DTM am Norisring\n\nRennen 1\n\nLucas Auer gewann.\n\nRennen 2\n\nLucas Auer gewann."
    assert [race for race, _, _ in places(nlp, text)] == [0, 1]


def test_a_place_lost_in_one_race_is_free_in_no_other() -> None:
    state = RaceState(race=Race("series:dtm", "track:norisring", "1"), vacated=(2, 7))
    enter_race(state, Race("series:dtm", "track:norisring", "1"))
    assert state.vacated == (2, 7)
    enter_race(state, Race("series:dtm", "track:norisring", "2"))
    assert state.vacated == (0, NEVER)
