"""Every way from a mention to a person that the contract names, and what stays unknown."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.language import Language
from tests.event_notation import told


def arguments(nlp: Language, text: str) -> list[tuple[str, str | None, str]]:
    """Words, name and `via` of all arguments of the last event."""
    event: dict[str, Any] = nlp(text).user_data["rennbericht_events"][-1]
    return [
        (a["text"], a["entity"] and a["entity"]["name"], a["via"])
        for role in event["roles"].values()
        for a in role
    ]


VIAS = [
    ("Lewis Hamilton schied aus.", ("Lewis Hamilton", "Lewis Hamilton", "name")),
    ("Hamilton schied aus.", ("Hamilton", "Lewis Hamilton", "surname")),
    ("Hamilton lag in Führung. Er schied aus.", ("Er", "Lewis Hamilton", "pronoun")),
    ("Hamilton drehte sich und schied aus.", ("Hamilton", "Lewis Hamilton", "ellipsis")),
    (
        "Felipe Massa lag auf Rang drei. Der Brasilianer schied aus.",
        ("Der Brasilianer", "Felipe Massa", "nationality"),
    ),
    (
        "Sébastien Loeb lag vor Nasser Al-Attiyah. Der Dacia des Elsässers rollte aus.",
        ("Dacia", "Sébastien Loeb", "car"),
    ),
    (
        "Stefan Mücke lag auf Rang drei. Der Berliner schied aus.",
        ("Der Berliner", "Stefan Mücke", "origin"),
    ),
    (
        "Henrik Ohlsen lag auf Rang eins, Hamilton auf Rang drei. Der Sauerländer schied aus.",
        ("Der Sauerländer", "Henrik Ohlsen", "origin"),
    ),
    (
        "Der 23-jährige Vettel lag auf Rang drei. Der 23-Jährige schied aus.",
        ("Der 23-Jährige", "Sebastian Vettel", "age"),
    ),
    (
        "Vettel holte die Pole-Position. Der Polesitter schied aus.",
        ("Der Polesitter", "Sebastian Vettel", "role"),
    ),
    (
        "Webber und Vettel starten für Red Bull. Vettels Teamkollege schied aus.",
        ("Vettels Teamkollege", "Mark Webber", "teammate"),
    ),
    (
        "Jaime Melo im Risi-Ferrari führte. Der Ferrari schied aus.",
        ("Ferrari", "Jaime Melo", "car"),
    ),
    (
        "Joey Hand im RLL-BMW lag auf Rang drei. Das RLL-Team musste an die Box.",
        ("RLL-Team", "Joey Hand", "team"),
    ),
]


@pytest.mark.parametrize(("text", "argument"), VIAS, ids=[via for _, (_, _, via) in VIAS])
def test_via(nlp: Language, text: str, argument: tuple[str, str, str]) -> None:
    assert arguments(nlp, text) == [argument]


def test_a_crew_is_one_argument_per_driver(nlp: Language) -> None:
    text = "Hand/Müller führten die GT an. Das Duo schied aus."
    assert arguments(nlp, text) == [
        ("Das Duo", "Joey Hand", "crew"),
        ("Das Duo", "Dirk Müller", "crew"),
    ]


SURNAMES = [
    # of two of one surname the one last written out
    (
        "Jörg Müller führte. Dirk Müller fiel zurück. Müller schied aus.",
        "retirement: holder Dirk Müller",
    ),
    (
        "Dirk Müller fiel zurück. Jörg Müller führte. Müller schied aus.",
        "retirement: holder Jörg Müller",
    ),
    ("Dirk Müller überholte Jörg Müller.", "overtake: agent Dirk Müller; patient Jörg Müller"),
    (
        "Ralf Schumacher überholte seinen Bruder Michael Schumacher.",
        "overtake: agent Ralf Schumacher; patient Michael Schumacher",
    ),
    # a relative by whom somebody is introduced is not the one the surname means from then on
    (
        "Mick Schumacher, der Sohn von Michael Schumacher, führte. Schumacher schied aus.",
        "retirement: holder Mick Schumacher",
    ),
    (
        "Der Bruder von Ex-Weltmeister Michael Schumacher kam gut weg: Ralf Schumacher führte. "
        "Schumacher schied aus.",
        "retirement: holder Ralf Schumacher",
    ),
    (
        "Ralf Schumacher führte. Schumi drehte sich. Schumacher schied aus.",
        "retirement: holder Ralf Schumacher",
    ),
    (
        "Im Ziel überholte Vettel Hamilton erneut.",
        "overtake: agent Sebastian Vettel; patient Lewis Hamilton",
    ),
]


@pytest.mark.parametrize(("text", "last"), SURNAMES)
def test_one_surname(nlp: Language, text: str, last: str) -> None:
    assert told(nlp, text)[-1] == last


UNKNOWN = [
    # nobody is known, so there is no event
    ("Der Polesitter schied aus.", []),
    ("Der Franzose schied aus.", []),
    ("Das Auto schied aus.", []),
    ("Er schied aus.", []),
    ("Sie schieden aus.", []),
    # somebody else is known, so it stays with an open argument
    ("Der Franzose überholte Vettel.", ["overtake: agent ?/nationality; patient Sebastian Vettel"]),
    ("Vettel überholte den Polesitter.", ["overtake: agent Sebastian Vettel; patient ?/role"]),
    (
        "Vettel überholte seinen Teamkollegen.",
        ["overtake: agent Sebastian Vettel; patient ?/teammate"],
    ),
    # each car of a list is one
    (
        "In Spa siegte der Porsche vor dem Audi und dem Ferrari.",
        [
            "result: holder Porsche; position 1",
            "result: holder Audi; position 2",
            "result: holder Ferrari; position 3",
        ],
    ),
    (
        "In Spa siegte der Porsche vor den Audis und Corvettes.",
        ["result: holder Porsche; position 1"],
    ),
    # nobody sits in two cars, and who sits in one is meant behind it
    (
        "In Spa siegte Hamilton vor Josh Files (Target) im Honda und dem Audi von Luca Engstler.",
        [
            "result: holder Lewis Hamilton; position 1",
            "result: holder Josh Files; position 2",
            "result: holder Luca Engstler/car; position 3",
        ],
    ),
    (
        "Dritter wurde in Spa Vettel (Haas) im Ferrari, der in Runde vier einen Dreher hatte.",
        [
            "result: holder Sebastian Vettel; position 3",
            "off_track: holder Sebastian Vettel/pronoun; kind spin; lap.number 4",
        ],
    ),
    ("Vettel wurde in Spa abgeschlagen Neunter.", ["result: holder Sebastian Vettel; position 9"]),
    (
        "Keine 15 Minuten später schied Vettel in Spa aus.",
        ["retirement: holder Sebastian Vettel"],
    ),
    # an accident is no apposition to a driver
    (
        "In Spa hatte Vettel am Steuer des Ferrari, dem Auto von Ferrari, einen Unfall.",
        ["off_track: holder Sebastian Vettel; kind crash"],
    ),
    (
        "Die Porsche-Mannschaft mit der Startnummer 3 schied in Spa aus.",
        ["retirement: holder #3/car"],
    ),
    ("BMW DTM-Pilot Marco Wittmann schied in Spa aus.", ["retirement: holder Marco Wittmann"]),
    # a start number that nobody is known to drive under is the car's name
    ("In Spa schieden die #7 und die #9 aus.", ["retirement: holder #7, #9"]),
    (
        "In Spa übernahm das Auto mit der Startnummer 4 die Führung.",
        ["lead: holder #4; how gained"],
    ),
    (
        "Der #31 Frikadelli-Porsche kollidierte in Spa mit der #7. Der 99er-Audi schied aus.",
        ["collision: party Frikadelli-Porsche #31, #7", "retirement: holder Audi #99"],
    ),
    (
        "In Spa führte der Mercedes mit der Nummer 4. Dann drehte sich die #4er.",
        ["lead: holder Mercedes #4", "off_track: holder Mercedes #4; kind spin"],
    ),
    # a car without a known driver is the holder itself
    (
        "Der BMW mit der Startnummer 7 schied aus. Vettel gewann das Rennen.",
        ["retirement: holder BMW #7", "result: holder Sebastian Vettel; position 1"],
    ),
    (
        "Den dritten Platz sicherten sich die Titelverteidiger von Rowe Racing.",
        ["result: holder Rowe Racing/team; position 3"],
    ),
    ("Ferrari gewann das Rennen.", ["result: holder Ferrari; position 1"]),
]


@pytest.mark.parametrize(("text", "events"), UNKNOWN, ids=[text for text, _ in UNKNOWN])
def test_unknown_stays_open(nlp: Language, text: str, events: list[str]) -> None:
    assert told(nlp, text) == events


AFFECTED = [
    ("Vettel führte in Spa. Ein Getriebeschaden warf Hamilton weit zurück.", "Lewis Hamilton"),
    ("Vettel führte in Spa vor Hamilton, den ein defektes Getriebe stoppte.", "Lewis Hamilton"),
    ("Vettel führte in Spa vor Hamilton, der mit einem Elektronikdefekt parkte.", "Lewis Hamilton"),
]


@pytest.mark.parametrize(("text", "holder"), AFFECTED)
def test_a_defect_is_of_whom_its_clause_names(nlp: Language, text: str, holder: str) -> None:
    found = [event for event in told(nlp, text) if event.startswith("technical")]
    assert len(found) == 1
    assert f"holder {holder}" in found[0]
