"""Who finished before, behind and between others, winners by class, and both sides of a gap."""

from __future__ import annotations

import pytest
from spacy.language import Language
from tests.event_notation import results, told

VETTEL, HAMILTON, ALONSO, WEBBER = (
    "Sebastian Vettel", "Lewis Hamilton", "Fernando Alonso", "Mark Webber",
)  # fmt: skip
LEADS, STANDING = "championship: holder {}; outcome leads", "championship: holder {}; {}"
SECOND, THIRD = "outcome standing; position 2", "outcome standing; position 3"

CASES = [
    # the list is that of the verb, not of an attribute of its subject
    (
        "In Spa gewann der von der Pole gestartete Vettel vor Hamilton.",
        [*results(VETTEL, HAMILTON), f"pole: holder {VETTEL}"],
    ),
    # a colon behind brackets parts a heading from its list
    (
        "WM-Stand (nach sieben Rennen): 1. Vettel 161 Punkte, 2. Alonso 113.",
        [LEADS.format(VETTEL), STANDING.format(ALONSO, SECOND)],
    ),
    # another table begins anew
    (
        "In der WM führt Vettel vor Alonso. Bei den Konstrukteuren liegt Ferrari drei Punkte vor "
        "McLaren.",
        [
            LEADS.format(VETTEL),
            STANDING.format(ALONSO, SECOND),
            LEADS.format("Ferrari"),
            STANDING.format("McLaren", SECOND),
        ],
    ),
    # what had to come or was hoped for is no event
    ("In Spa musste Vettel gewinnen und hoffen, dass Alonso nicht Zweiter wird.", []),
    # an ordinal counts on from the race told before, in a gap and over sentences
    (
        "In Spa ging der erste Lauf an Vettel, der zweite an Webber.",
        [*results(VETTEL), *results(WEBBER)],
    ),
    (
        "In Spa gewann Vettel das erste Rennen. Das zweite ging an Webber vor Alonso.",
        [*results(VETTEL), *results(WEBBER, ALONSO)],
    ),
    # nobody else was faster than those whom a verb names
    (
        "Geschlagen geben musste sich Alonso in Spa nur Vettel und Hamilton.",
        [*results(ALONSO, first=3), *results(VETTEL, HAMILTON)],
    ),
    ("In Spa unterlag Alonso lediglich Vettel.", [*results(ALONSO, first=2), *results(VETTEL)]),
    # a gap with `nach` tells who came before
    (
        "In Spa wurde Webber drei Sekunden nach Alonso als Fünfter abgewinkt.",
        [*results(WEBBER, first=5), *results(ALONSO, first=4)],
    ),
    # in between is the gap that was told
    (
        "Vettel gewann in Spa, Alonso wurde Vierter. Dazwischen kamen Webber und Hamilton.",
        [*results(VETTEL), *results(ALONSO, first=4), *results(WEBBER, HAMILTON, first=2)],
    ),
    # who gains by a penalty told behind the flag has a place of the end
    (
        "Vettel wurde in Spa nachträglich disqualifiziert. Den zweiten Rang erbte Webber.",
        [
            "penalty: holder Sebastian Vettel; kind disqualification",
            "result: holder Mark Webber; direction gained; position 2",
        ],
    ),
    # each class has a winner
    (
        "Die Klassen in Spa: LMP2 an Vettel und Webber, LMP3 an den Ligier von Alonso.",
        [
            f"result: holder {VETTEL}, {WEBBER}; class LMP2; position 1",
            f"result: holder {ALONSO}/car; class LMP3; position 1",
        ],
    ),
    (
        "Klassensieger in Spa wurden Vettel (LMP2) und Alonso (LMP3).",
        [
            f"result: holder {VETTEL}; class LMP2; position 1",
            f"result: holder {ALONSO}; class LMP3; position 1",
        ],
    ),
    # both sides of a gap in points
    (
        "In der WM führt Vettel, sein Polster auf Alonso beträgt nun 40 Punkte.",
        [LEADS.format(VETTEL), STANDING.format(ALONSO, SECOND)],
    ),
    (
        "In der WM führt Vettel mit 98 Punkten. Alonso liegt drei Zähler vor Webber.",
        [
            LEADS.format(VETTEL),
            STANDING.format(ALONSO, SECOND),
            STANDING.format(WEBBER, THIRD),
        ],
    ),
    (
        "In der WM bleibt Vettel vorn, vier Punkte sind es vor Alonso.",
        [LEADS.format(VETTEL), STANDING.format(ALONSO, SECOND)],
    ),
    # what stands behind a name tells as much as what stands before it
    (
        "In Spa gab Webber, der Polesitter der Formel 1, die Führung nie ab.",
        [f"pole: holder {WEBBER}", f"lead: holder {WEBBER}; how held"],
    ),
    # without a verb it is of whom the text goes on about
    (
        "Webber flog im Qualifying von Spa früh raus. Nur Platz 18!",
        [
            f"off_track: holder {WEBBER}; kind crash; session qualifying",
            f"result: holder {WEBBER}/ellipsis; position 18; session qualifying",
        ],
    ),
    (
        "Alonso schonte in Spa. Neun Sekunden Vorsprung auf Renault-Pilot Webber, 14 auf Vettel.",
        [
            f"result: holder {ALONSO}/ellipsis; margin.seconds 9; position 1",
            *results(WEBBER, VETTEL, first=2),
        ],
    ),
    # what lies between two is no subject, and how somebody may become champion no predicate
    (
        "In der WM liegen Vettel und Webber nur noch drei Punkte hinter Alonso.",
        [f"championship: holder {VETTEL}, {WEBBER}; outcome standing"],
    ),
    (
        "Rein rechnerisch kann in der Formel 1 auch Alonso noch Weltmeister werden.",
        [f"championship: holder {ALONSO}; outcome open"],
    ),
    (
        "Meister der Formel 1 ist mit einem Punkt Vorsprung Alonso.",
        [f"championship: holder {ALONSO}; outcome won"],
    ),
    # a place on the grid told by the way
    (
        "Trotz Startplatz zwölf kam Alonso in Spa noch auf Rang drei.",
        [
            f"result: holder {ALONSO}; position 12; session qualifying",
            *results(ALONSO, first=3),
        ],
    ),
    (
        "Der von acht gestartete Webber wurde in Spa Vierter.",
        [
            f"result: holder {WEBBER}; position 8; session qualifying",
            *results(WEBBER, first=4),
        ],
    ),
    # behind a crew come crews
    (
        "In Spa siegten Vettel und Webber, dahinter kamen Hamilton und Alonso ins Ziel.",
        [
            f"result: holder {VETTEL}, {WEBBER}; position 1",
            f"result: holder {HAMILTON}, {ALONSO}; position 2",
        ],
    ),
    # a list of the finish goes on with who fought for the next place
    (
        "In Spa gewann Vettel vor Webber. Alonso arbeitete sich auf Rang drei vor.",
        [*results(VETTEL, WEBBER), f"result: holder {ALONSO}; direction gained; position 3"],
    ),
    # what somebody is left with is the subject
    (
        "In Spa blieb Alonso nur der undankbare vierte Rang.",
        results(ALONSO, first=4),
    ),
    # an adjective with another ending belongs to the noun behind it
    (
        "In Spa holte Alonso als Sechster wichtige Punkte für die Meisterschaft.",
        results(ALONSO, first=6),
    ),
    # in a table of makes the make is the holder
    (
        "In Spa siegte Alonso im Renault. In der Herstellerwertung führt Renault.",
        [*results(ALONSO), "championship: holder Renault; outcome leads"],
    ),
    # a pole told behind the winner opens no list
    (
        "Vettel gewann in Spa. Er hatte auch die Pole geholt. Alonso belegte den zweiten Platz.",
        [*results(VETTEL), f"pole: holder {VETTEL}/pronoun", *results(ALONSO, first=2)],
    ),
    # a number in the postfield is no predicate, an unknown adjective no name
    (
        "Neuer Tabellenführer der Formel 1 ist Vettel, der 98 Punkte hat, sieben mehr als Webber.",
        [LEADS.format(VETTEL)],
    ),
    # points say nothing beside the place; in a season's table nobody is passed on the track
    (
        "In der Meisterschaft der Formel 1 führt Vettel, der nun 98 Punkte auf dem Konto hat.",
        [LEADS.format(VETTEL)],
    ),
    ("In der WM-Wertung der Formel 1 zog Vettel damit an Webber vorbei.", []),
    (
        "In der Meisterschaft der Formel 1 verteidigte Vettel die Führung vor Alonso (112).",
        [LEADS.format(VETTEL), STANDING.format(ALONSO, SECOND)],
    ),
    ("Tabellenführer der WM bleibt der diesmal punktlose Vettel.", [LEADS.format(VETTEL)]),
    # a place among all classes beside that of the class
    (
        "Vettel und Webber siegten in Spa in der LMP2 als Gesamtelfte.",
        [
            f"result: holder {VETTEL}, {WEBBER}; class LMP2; position 1",
            f"result: holder {VETTEL}, {WEBBER}; position 11",
        ],
    ),
    (
        "Vettel und Webber gewannen in Spa die LMP2. Im Gesamtklassement bedeutete das Rang 18.",
        [
            f"result: holder {VETTEL}, {WEBBER}; class LMP2; position 1",
            f"result: holder {VETTEL}/ellipsis, {WEBBER}/ellipsis; position 18",
        ],
    ),
    # the best car of a class and its place among all is told once
    (
        "Bestes LMP2-Duo waren in Spa auf Rang zehn Vettel und Webber.",
        [
            f"result: holder {VETTEL}, {WEBBER}; class LMP2; position 1",
            f"result: holder {VETTEL}, {WEBBER}; class LMP2; position 10",
        ],
    ),
    (
        "Vettel wurde in Spa Neunter und bester Deutscher.",
        [f"result: holder {VETTEL}; position 9"],
    ),
    (
        "Als Zwölfter und bester Spanier kam Alonso in Spa ins Ziel.",
        [f"result: holder {ALONSO}; position 12"],
    ),
    (
        "In Spa wurde Alonso als Neunter bester Spanier.",
        [f"result: holder {ALONSO}; position 9"],
    ),
    (
        "Zwölfter und damit Sieger der LMP3 wurde in Spa Alonso.",
        [
            f"result: holder {ALONSO}; class LMP3; position 12",
            f"result: holder {ALONSO}; class LMP3; position 1",
        ],
    ),
    (
        "In Spa wurde der Audi von Alonso Zweiter der LMP2 und Zehnter im Gesamtklassement.",
        [f"result: holder {ALONSO}/car; position {place}" for place in (2, 10)],
    ),
]


@pytest.mark.parametrize(("text", "events"), CASES)
def test_result_lists(nlp: Language, text: str, events: list[str]) -> None:
    assert sorted(told(nlp, text)) == sorted(events)
