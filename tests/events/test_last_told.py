"""Places that the whole report settles, and places and leads told on from what was told before."""

from __future__ import annotations

import pytest
from spacy.language import Language
from tests.event_notation import results, told

VETTEL, HAMILTON, ALONSO, WEBBER = (
    "Sebastian Vettel", "Lewis Hamilton", "Fernando Alonso", "Mark Webber",
)  # fmt: skip
WON = "Das Rennen in Spa gewann Vettel. Zweiter wurde Hamilton. "

CASES = [
    # by how much who has just won was ahead, and a lead that he had on the way
    (
        "In Spa siegte Vettel. Nach 44 Runden hatte er acht Sekunden Vorsprung auf Hamilton.",
        [
            "result: holder Sebastian Vettel/pronoun; margin.seconds 8; position 1; also 1",
            "result: holder Lewis Hamilton; position 2",
        ],
    ),
    (
        "In Spa siegte Vettel. Nach zehn Runden hatte er schon acht Sekunden Vorsprung auf "
        "Hamilton.",
        [
            *results(VETTEL),
            "lead: holder Sebastian Vettel/pronoun; lap.number 10; margin.seconds 8",
            "position: holder Lewis Hamilton; lap.number 10; position 2",
        ],
    ),
    # behind the finish the last place that is told of somebody is his
    (
        WON + "Alonso kämpfte sich noch auf Rang sechs vor.",
        [
            *results(VETTEL, HAMILTON),
            f"result: holder {ALONSO}; direction gained; position 6",
        ],
    ),
    # but not where more is told of him
    (
        WON + "Alonso schob sich auf Rang sechs vor, musste aber aufgeben.",
        [
            *results(VETTEL, HAMILTON),
            f"position: holder {ALONSO}; direction gained; position 6",
            f"retirement: holder {ALONSO}/ellipsis",
        ],
    ),
    # and the other way round: he finished elsewhere
    (
        "Nach dem Neustart in Spa war Alonso Dritter. Das Rennen gewann Vettel, Alonso wurde"
        " Achter.",
        [
            "restart",
            f"position: holder {ALONSO}; position 3",
            *results(VETTEL),
            *results(ALONSO, first=8),
        ],
    ),
    # a place of a lap, and the next one told without a verb
    (
        "In Spa war Alonso nach zwei Runden Achter, nach fünf Sechster und am Ende Vierter.",
        [
            f"position: holder {ALONSO}; position 8",
            f"position: holder {ALONSO}/ellipsis; position 6",
            f"result: holder {ALONSO}/ellipsis; position 4",
        ],
    ),
    # who follows
    (
        "In Spa übernahm Vettel die Führung, hinter ihm Hamilton und Alonso.",
        [
            f"lead: holder {VETTEL}; how gained",
            f"position: holder {HAMILTON}; position 2",
            f"position: holder {ALONSO}; position 3",
        ],
    ),
    (
        "In Spa ging es in alter Reihenfolge weiter: Vettel vor Hamilton, Alonso und Webber.",
        [
            f"lead: holder {VETTEL}",
            f"position: holder {HAMILTON}; position 2",
            f"position: holder {ALONSO}; position 3",
            f"position: holder {WEBBER}; position 4",
        ],
    ),
    (
        "Zur Halbzeit führte in Spa Vettel, dahinter Hamilton, Dritter war Alonso.",
        [
            f"lead: holder {VETTEL}",
            f"position: holder {HAMILTON}; position 2",
            f"position: holder {ALONSO}; position 3",
        ],
    ),
    # stops told without the pits, and another's at another moment
    (
        "In Spa begannen die Boxenstopps: Vettel kam in Runde 21, Hamilton erst in der 23.",
        [
            f"pit_stop: holder {VETTEL}; lap.number 21",
            f"pit_stop: holder {HAMILTON}",
        ],
    ),
    # behind a neutralisation few words tell that it is over
    (
        "Das Rennen in Spa wurde abgebrochen. Dann ging es weiter.",
        ["neutralisation: kind red_flag", "restart"],
    ),
    # who leads goes on leading; who does not, does not
    (
        "In Spa führte Vettel vor Hamilton. Der Heppenheimer setzte sich um zwei Sekunden ab.",
        [
            f"lead: holder {VETTEL}",
            f"position: holder {HAMILTON}; position 2",
            f"lead: holder {VETTEL}/origin; margin.seconds 2",
        ],
    ),
    (
        "In Spa führte Vettel. Hamilton setzte sich von Alonso ab.",
        [f"lead: holder {VETTEL}"],
    ),
    # the table goes on behind a quotation, and what is counted in points is one
    (
        'In der Gesamtwertung führt Vettel. "Das wird eng", sagte er. Alonso ist auf Platz fünf'
        " abgerutscht.",
        [
            f"championship: holder {VETTEL}; outcome leads",
            f"championship: holder {ALONSO}; outcome standing; position 5",
        ],
    ),
    (
        "Vettel wurde in der Formel 1 mit 212 Zählern Vierter.",
        [f"championship: holder {VETTEL}; outcome standing; position 4"],
    ),
]


@pytest.mark.parametrize(("text", "events"), CASES)
def test_settled_by_the_report(nlp: Language, text: str, events: list[str]) -> None:
    assert told(nlp, text) == events
