"""What a place is in a race, a qualifying, a table or a lap, and places lost and gained."""

from __future__ import annotations

import pytest
from spacy.language import Language
from tests.event_notation import results, told

VETTEL, HAMILTON, ALONSO, WEBBER = (
    "Sebastian Vettel", "Lewis Hamilton", "Fernando Alonso", "Mark Webber",
)  # fmt: skip

CASES = [
    # qualifying
    (
        "Im Qualifying holte Vettel die Pole vor Hamilton und Webber.",
        [
            f"pole: holder {VETTEL}",
            *results(HAMILTON, WEBBER, first=2, extra="; session qualifying"),
        ],
    ),
    ("Im Qualifying war Vettel Erster.", [f"pole: holder {VETTEL}"]),
    ("Vettel startet von Platz eins.", [f"pole: holder {VETTEL}"]),
    (
        "Im Qualifying fuhr Hamilton auf Platz drei.",
        results(HAMILTON, first=3, extra="; session qualifying"),
    ),
    ("Alonso startete von Platz vier.", results(ALONSO, first=4, extra="; session qualifying")),
    # other sessions
    (
        "Im ersten Training war Hamilton Dritter.",
        results(HAMILTON, first=3, extra="; session practice"),
    ),
    (
        "Im Sprint war alles in Ordnung gewesen. Norris hatte sich vor Piastri durchgesetzt.",
        results("Lando Norris", "Oscar Piastri", extra="; session sprint"),
    ),
    ("Im Sprint wurde Norris Zweiter.", results("Lando Norris", first=2, extra="; session sprint")),
    ("Ogier gewann die erste Etappe.", results("Sébastien Ogier", extra="; session stage")),
    # the table
    (
        "In der GT3-Meisterschaft liegt Vettel auf Rang drei.",
        [f"championship: holder {VETTEL}; class GT3; outcome standing; position 3"],
    ),
    (
        "Auf Rang vier fuhr Vettel, der in der WM noch hoffen darf, vor Hamilton.",
        results(VETTEL, HAMILTON, first=4),
    ),
    (
        "Die Vizemeisterschaft ging an Vettel.",
        [
            f"championship: holder {VETTEL}; outcome standing; position 2",
        ],
    ),
    (
        "Vettel sicherte sich den Vize-Titel.",
        [f"championship: holder {VETTEL}; outcome standing; position 2"],
    ),
    ("Die Fahrerwertung gewann Vettel.", [f"championship: holder {VETTEL}; outcome won"]),
    (
        "Vettel führt die Gesamtwertung vor Hamilton an.",
        [
            f"championship: holder {VETTEL}; outcome leads",
            f"championship: holder {HAMILTON}; outcome standing; position 2",
        ],
    ),
    (
        "In der Gesamtwertung liegt Alonso auf Platz drei.",
        [f"championship: holder {ALONSO}; outcome standing; position 3"],
    ),
    # what befalls somebody on the track is no line of it
    (
        "Vettel führt die Gesamtwertung an. Alonso fiel nach einem Stopp auf Rang 14 zurück.",
        [
            f"championship: holder {VETTEL}; outcome leads",
            f"position: holder {ALONSO}; direction lost; position 14",
            f"pit_stop: holder {ALONSO}",
        ],
    ),
    # during the race
    (
        "In Runde 20 lag Alonso auf Platz drei.",
        [f"position: holder {ALONSO}; lap.number 20; position 3"],
    ),
    ("In Runde 20 lag Alonso auf Platz eins.", [f"lead: holder {ALONSO}; lap.number 20"]),
    (
        "Nach zehn Runden lag Vettel vor Hamilton und Alonso.",
        [
            f"lead: holder {VETTEL}; lap.number 10",
            f"position: holder {HAMILTON}; lap.number 10; position 2",
            f"position: holder {ALONSO}; lap.number 10; position 3",
        ],
    ),
    # lost and gained
    (
        "Vettel fiel von Rang zwei auf Rang sechs zurück.",
        [f"position: holder {VETTEL}; direction lost; from_position 2; position 6"],
    ),
    ("Vettel fiel zurück.", [f"position: holder {VETTEL}; direction lost"]),
    ("Vettel machte Boden gut.", [f"position: holder {VETTEL}; direction gained"]),
    ("Vettel machte drei Plätze gut.", [f"position: holder {VETTEL}; change 3; direction gained"]),
    (
        "Vettel fiel um zwei Plätze auf Rang fünf zurück.",
        [f"position: holder {VETTEL}; change -2; direction lost; position 5"],
    ),
    (
        "Vettel verlor die Führung an Hamilton.",
        [
            f"lead: holder {HAMILTON}; how gained",
            f"overtake: agent {HAMILTON}; patient {VETTEL}; position 1",
        ],
    ),
    # a place by a verb of its own is a position, as an adverbial it belongs to the overtake
    (
        "Hamilton ging an Vettel vorbei und übernahm damit Rang drei.",
        [
            f"overtake: agent {HAMILTON}; patient {VETTEL}",
            f"position: holder {HAMILTON}/ellipsis; direction gained; position 3",
        ],
    ),
    (
        "Hamilton ging an Vettel vorbei auf P2.",
        [f"overtake: agent {HAMILTON}; patient {VETTEL}; position 2"],
    ),
    # reclassified is a result, and no position beside it
    ("Nach der Disqualifikation rückte Hamilton auf Platz zwei vor.", results(HAMILTON, first=2)),
    # a race that goes on has no results yet
    (
        "Nach neun Stunden führt Vettel vor Hamilton. Alonso ist Dritter.",
        [
            f"lead: holder {VETTEL}; clock.seconds 32400; clock.anchor start",
            f"position: holder {HAMILTON}; clock.seconds 32400; clock.anchor start; position 2",
            f"position: holder {ALONSO}; position 3",
        ],
    ),
    # the place of whom `mit` names
    ("Mit Webber auf Rang zwei feierte Red Bull ein Fest.", results(WEBBER, first=2)),
    # those just ahead
    (
        "Vettel wurde hinter Hamilton und Alonso Fünfter.",
        [
            *results(VETTEL, first=5),
            *results(HAMILTON, ALONSO, first=3),
        ],
    ),
    # foretold, and it came
    (
        "Webber und Jenson Button sollten die Top 5 abrunden.",
        results(WEBBER, "Jenson Button", first=4),
    ),
    # at the start the qualifying is over
    (
        "Vettel führte in Spa. Im Qualifying war er Dritter, am Start zog er an Webber vorbei.",
        [
            f"lead: holder {VETTEL}",
            f"result: holder {VETTEL}/pronoun; position 3; session qualifying",
            f"overtake: agent {VETTEL}/pronoun; patient {WEBBER}",
        ],
    ),
    # places without a number
    ("Vettel wurde Vorletzter.", [f"result: holder {VETTEL}; position_from_end 2"]),
    ("Vettel schaffte es in die Top 5.", [f"result: holder {VETTEL}; position_within 5"]),
    ("Am Ende wurde Webber 18.", results(WEBBER, first=18)),
    # who had no place leaves none
    (
        "In Spa wurde Norris nach dem Rennen disqualifiziert. Piastri erbte den Platz.",
        ["penalty: holder Lando Norris; kind disqualification"],
    ),
    # nobody known, no place
    ("Ein Unbekannter wurde Dritter.", []),
]


@pytest.mark.parametrize(("text", "events"), CASES)
def test_places(nlp: Language, text: str, events: list[str]) -> None:
    assert told(nlp, text) == events
