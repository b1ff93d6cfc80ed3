"""Champions by what facts know, roles told later or by the predicate, places of the season."""

from __future__ import annotations

import pytest
from spacy.language import Language
from tests.event_notation import told

CASES = [
    # facts know who has won titles: of the two named the one, or whom the text goes on about
    (
        "In Monza lag Ocon vor Verstappen. Kurz darauf schied der Weltmeister aus.",
        "retirement: holder Max Verstappen/role",
    ),
    (
        "In Monza führten René Rast und Thomas Preining. Der Champion von 2023 schied aus.",
        "retirement: holder Thomas Preining/role",
    ),
    (
        "In Finnland lag Kalle Rovanperä vor Sébastien Ogier. Der achtmalige Weltmeister "
        "schied aus.",
        "retirement: holder Sébastien Ogier/role",
    ),
    # a winner of other races is not who won this one
    (
        "In Monza siegte Vettel. Hamilton wurde Vierter. Der zweifache Sieger schied aus.",
        "retirement: holder Lewis Hamilton/role",
    ),
    # the text calls him so only later; the predicate names him; a colon before him
    (
        "In Monza schied der Polesitter aus. Für Polesitter Vettel war das bitter.",
        "retirement: holder Sebastian Vettel/role",
    ),
    (
        "In Monza schied Hamilton aus. Der Pechvogel hieß Vettel. Der Pechvogel schied aus.",
        "retirement: holder Sebastian Vettel/role",
    ),
    (
        "In Monza war es ein schwarzer Tag für Vettel: Der Polesitter schied aus.",
        "retirement: holder Sebastian Vettel/role",
    ),
    # who is punished is the sinner; who led until then
    (
        "In Monza erhielt Vettel eine Durchfahrtsstrafe. Der Sünder schied aus.",
        "retirement: holder Sebastian Vettel/role",
    ),
    (
        "In Monza führte Vettel. Der bis dahin Führende schied aus.",
        "retirement: holder Sebastian Vettel/role",
    ),
    # a place of the season is none of the race
    (
        "In Monza wurde Vettel Zweiter. In der WM ist Hamilton Zweiter. Der WM-Zweite schied aus.",
        "retirement: holder Lewis Hamilton/role",
    ),
    # of a text that has told the result alone; who was passed at the start; who came in second
    (
        "In Monza siegte Vettel vor Hamilton. In Runde acht drehte sich der Führende.",
        "off_track: holder Sebastian Vettel/role; kind spin; lap.number 8",
    ),
    (
        "In Monza zog Hamilton in der ersten Kurve an Vettel vorbei. Der Polesitter schied aus.",
        "retirement: holder Sebastian Vettel/role",
    ),
    (
        "In Monza siegte Vettel vor Hamilton. Im Qualifying wurde Ocon Sechster. "
        "Der Zweite drehte sich in Runde drei.",
        "off_track: holder Lewis Hamilton/role; kind spin; session qualifying",
    ),
    (
        "In Monza führte Vettel vor Hamilton. Der Rekordweltmeister schied aus.",
        "retirement: holder Lewis Hamilton/role",
    ),
    # two roles of one sentence are two people
    (
        "In Shanghai siegte Lewis Hamilton vor Max Verstappen. Der siebenmalige Weltmeister "
        "führte, während der Titelverteidiger ausschied.",
        "retirement: holder Max Verstappen/role",
    ),
    # of two each word takes one; who is called a driver of one make drives no other
    (
        "In Monza kollidierten Vettel und Hamilton. Ersterer wurde Vierter, Letzterer schied aus.",
        "retirement: holder Lewis Hamilton/pronoun",
    ),
    (
        "In Monza siegte Bernd Kistler. Der Iveco-Pilot überholte Karl Kaiser. "
        "Der MAN-Pilot schied aus.",
        "retirement: holder Karl Kaiser/car",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_title(nlp: Language, text: str, expected: str) -> None:
    kind = expected.partition(":")[0]
    found = [line for line in told(nlp, text) if line.startswith(kind)]
    assert expected in found, found
