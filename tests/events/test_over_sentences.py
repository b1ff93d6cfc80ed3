"""What whole reports tell over sentences, clauses and headings: who is meant, when it was."""

from __future__ import annotations

import pytest
from spacy.language import Language
from tests.event_notation import told

WON = "result: holder Lewis Hamilton; position 1"
CASES = [
    # a heading names whom its section is about
    (
        "Hamilton siegte in Monza.\n\nWarum verlor Vettel so viele Plätze?\n\n"
        "Der Weltmeister drehte sich in Runde vier.",
        [WON, "off_track: holder Sebastian Vettel/role; kind spin; lap.number 4"],
    ),
    # a series before the noun makes it no other noun
    (
        "Hamilton siegte in Monza. Bitter lief es für Vettel. Der Formel-1-Rekordmann und "
        "Formel-1-Champion schied aus.",
        [WON, "retirement: holder Sebastian Vettel/role"],
    ),
    # the table beside the race
    (
        "Hamilton musste den Mercedes in Monza abstellen, führt die Gesamtwertung aber weiter an.",
        [
            "retirement: holder Lewis Hamilton",
            "championship: holder Lewis Hamilton/ellipsis; outcome leads",
        ],
    ),
    # the session of a clause, wherever that stands
    (
        "Hamilton siegte in Monza, nachdem er im Qualifying noch Zehnter gewesen war.",
        [WON, "result: holder Lewis Hamilton/pronoun; position 10; session qualifying"],
    ),
    # who was excluded the day before keeps today's place
    (
        "Hamilton kam in Monza als Dritter ins Ziel, obwohl er zuvor disqualifiziert worden war.",
        [
            "result: holder Lewis Hamilton; position 3",
            "penalty: holder Lewis Hamilton/pronoun; kind disqualification",
        ],
    ),
    # two participles under one auxiliary
    (
        "Hamilton, der in Monza die Spitze erobert, sie aber wieder an Vettel verloren hatte, "
        "stoppte.",
        [
            "lead: holder Lewis Hamilton/pronoun; how gained",
            "lead: holder Sebastian Vettel; how gained",
            "overtake: agent Sebastian Vettel; patient Lewis Hamilton/ellipsis; position 1",
            "pit_stop: holder Lewis Hamilton",
        ],
    ),
    # a place given up is no car handed over
    (
        "Hamilton reihte sich in Monza auf Platz drei ein, den er an Vettel abgeben musste. "
        "Dritter wurde Vettel.",
        [
            "position: holder Lewis Hamilton; position 3",
            "overtake: agent Sebastian Vettel; patient Lewis Hamilton/pronoun; position 3",
            "result: holder Sebastian Vettel; position 3",
        ],
    ),
    # the group at the front, told before a line of the table
    (
        "Hamilton siegte in Monza. Alonso führt die Gesamtwertung an. "
        "Hinter dem Spitzentrio kamen Vettel und Ricciardo ins Ziel.",
        [
            WON,
            "championship: holder Fernando Alonso; outcome leads",
            "result: holder Sebastian Vettel; position 4",
            "result: holder Daniel Ricciardo; position 5",
        ],
    ),
    # who is hit lies there, not who hits
    (
        "Auf Platz vier liegend wurde Hamilton in Monza von Vettel getroffen.",
        [
            "position: holder Lewis Hamilton; position 4",
            "collision: party Sebastian Vettel, Lewis Hamilton",
        ],
    ),
    # the noun of a place stands before
    (
        "In Monza startete Hamilton von Platz drei, Vettel nur von 17.",
        [
            "result: holder Lewis Hamilton; position 3; session qualifying",
            "result: holder Sebastian Vettel; position 17; session qualifying",
        ],
    ),
    (
        "Aus der dritten Reihe starten in Monza Hamilton und Alonso, aus der vierten Russell und "
        "Norris.",
        [
            "result: holder Lewis Hamilton; position 5; session qualifying",
            "result: holder Fernando Alonso; position 6; session qualifying",
            "result: holder George Russell; position 7; session qualifying",
            "result: holder Lando Norris; position 8; session qualifying",
        ],
    ),
    # who left the team is not its driver
    (
        "Gasly führte in Monza vor Verstappen. Alonso drehte sich. Dann ging der "
        "Red-Bull-Pilot an Gasly vorbei.",
        [
            "lead: holder Pierre Gasly",
            "position: holder Max Verstappen; position 2",
            "off_track: holder Fernando Alonso; kind spin",
            "overtake: agent Max Verstappen/team; patient Pierre Gasly",
        ],
    ),
    # a surname that is a noun, counted in a list
    (
        "Hamilton siegte in Monza vor Bernd Schneider und Christian Abt. "
        "WM-Stand: 1. Hamilton 39, 2. Schneider 32, 3. Abt 28.",
        [
            WON,
            "result: holder Bernd Schneider; position 2",
            "result: holder Christian Abt; position 3",
            "championship: holder Lewis Hamilton; outcome leads",
            "championship: holder Bernd Schneider; outcome standing; position 2",
            "championship: holder Christian Abt; outcome standing; position 3",
        ],
    ),
    # told in the past behind a table in the present
    (
        "Hamilton war im Training von Monza der Schnellste. In der WM liegt Vettel mit 150 "
        "Punkten auf Rang acht. Ricciardo wurde Elfter.",
        [
            "result: holder Lewis Hamilton; position 1; session practice",
            "championship: holder Sebastian Vettel; outcome standing; position 8",
            "result: holder Daniel Ricciardo; position 11; session practice",
        ],
    ),
    # a headline that asks
    (
        "Hamilton crasht in Monza - und was wird aus Vettel?\n\nLewis Hamilton siegte in Monza "
        "vor vielen Zuschauern und feierte lange.",
        [WON],
    ),
    # a lap of a high number is of the race, though the qualifying was told before
    (
        "Hamilton siegte in Monza. Das Qualifying verlief für Vettel schlecht. In Runde fünf lag "
        "er auf Rang sieben. Dann ging er an Alonso vorbei.",
        [
            WON,
            "position: holder Sebastian Vettel/pronoun; lap.number 5; position 7",
            "overtake: agent Sebastian Vettel/pronoun; patient Fernando Alonso",
        ],
    ),
    # a pronoun takes up the place told last
    (
        "Hamilton lag in Monza auf Platz vier. Diesen verteidigte er bis ins Ziel. Vettel führte.",
        [
            "position: holder Lewis Hamilton; position 4",
            "result: holder Lewis Hamilton/pronoun; position 4",
            "lead: holder Sebastian Vettel",
        ],
    ),
    # but who is passed is somebody
    (
        "Hamilton kämpfte in Monza mit Vettel um Platz drei. Diesen überholte er.",
        [
            "battle: attacker Lewis Hamilton; defender Sebastian Vettel",
            "overtake: agent Lewis Hamilton/pronoun; patient Sebastian Vettel/pronoun",
        ],
    ),
    # whose race the subject is
    (
        "Hamilton führte in Monza. Die Fahrt von Vettel war nach einem Reifenplatzer vorbei.",
        [
            "lead: holder Lewis Hamilton",
            "retirement: holder Sebastian Vettel; reason Reifenplatzer",
            "puncture: holder Sebastian Vettel",
        ],
    ),
    # whom the end is about is told behind the colon, else before
    (
        "Vettel führte in Monza. In Runde zehn kam das Aus: Hamilton rutschte in das Kiesbett.",
        [
            "lead: holder Sebastian Vettel",
            "retirement: holder Lewis Hamilton; lap.number 10",
            "off_track: holder Lewis Hamilton; kind off",
        ],
    ),
    # the season's lead told with the win makes no table of what goes on
    (
        "Marc Márquez gewann in Assen und baute seine WM-Führung aus. Zweiter wurde Pecco Bagnaia.",
        [
            "result: holder Marc Márquez; position 1",
            "championship: holder Marc Márquez/ellipsis; outcome leads",
            "result: holder Francesco Bagnaia; position 2",
        ],
    ),
    # the start ends what was told of the grid
    (
        "Im Qualifying war Pecco Bagnaia Dritter. Der Start verlief reibungslos, Marc Márquez "
        "übernahm in Assen die Führung.",
        [
            "result: holder Francesco Bagnaia; position 3; session qualifying",
            "lead: holder Marc Márquez; how gained",
        ],
    ),
    # two finals are two races
    (
        "Das erste Finale in Ampfing gewann Lewis Hamilton. Im zweiten Finale siegte erneut "
        "Hamilton.",
        [WON, WON],
    ),
    # a sprint that headline and first sentence name
    (
        "MotoGP: Bagnaia holt Sprint-Sieg\n\nPecco Bagnaia gewinnt den Sprint in Misano. Platz "
        "zwei geht an Marc Márquez. Das Hauptrennen startet am Sonntag, das Rennen wird lang.",
        [
            "result: holder Francesco Bagnaia; position 1; session sprint",
            "result: holder Marc Márquez; position 2; session sprint",
        ],
    ),
    # a row of the grid is no car
    (
        "Álvaro Bautista teilte sich in Assen die erste Reihe mit Alex Lowes. In Kurve fünf "
        "stürzte Bautista.",
        ["off_track: holder Álvaro Bautista; corner Kurve 5; kind crash"],
    ),
    # the winning car is that of who won, whose make another drives too
    (
        "Hamilton gewann in Monza im Porsche #6. Der Porsche von Vettel schied aus. Der "
        "siegreiche Porsche kam nur einmal an die Box.",
        [
            "result: holder Lewis Hamilton; position 1; also 1",
            "retirement: holder Sebastian Vettel/car",
            "pit_stop: holder Lewis Hamilton/car",
        ],
    ),
    # of two of one surname the car beside it tells whom it means, from there on
    (
        "Kelvin van der Linde (Abt-Audi) führte in Assen vor Sheldon van der Linde im BMW. "
        "Abt-Pilot van der Linde stoppte in Runde vier. Van der Linde schied aus.",
        [
            "lead: holder Kelvin van der Linde",
            "position: holder Sheldon van der Linde; position 2",
            "pit_stop: holder Kelvin van der Linde; lap.number 4",
            "retirement: holder Kelvin van der Linde",
        ],
    ),
    # what befell a number of people befell nobody named before
    (
        "Hamilton siegte in Monza. Drei Fahrer mussten mit Reifenschaden an die Box.",
        [WON],
    ),
    # when a happening told by the way was is no moment of the finish
    (
        "Hamilton wurde in Monza nach einem Dreher in der ersten Runde nur Neunter.",
        [
            "result: holder Lewis Hamilton; position 9",
            "off_track: holder Lewis Hamilton; kind spin; lap.number 1",
        ],
    ),
    # points told without a place go on with the table
    (
        "In der WM führt Hamilton. Vettel hat zehn Punkte Rückstand. Sainz belegt Rang drei.",
        [
            "championship: holder Lewis Hamilton; outcome leads",
            "championship: holder Sebastian Vettel; outcome standing",
            "championship: holder Carlos Sainz; outcome standing; position 3",
        ],
    ),
    # no Briton comes from Franconia
    ("Hamilton führte in Monza. Der Franke rollte aus.", ["lead: holder Lewis Hamilton"]),
]


@pytest.mark.parametrize(("text", "events"), CASES, ids=[text for text, _ in CASES])
def test_over_sentences(nlp: Language, text: str, events: list[str]) -> None:
    assert told(nlp, text) == events
