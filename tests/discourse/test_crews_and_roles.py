"""Crews, roles and team-mates by a noun, told in the sentences before."""

from __future__ import annotations

import pytest
from spacy.language import Language
from tests.event_notation import told

RACE = "Das Langstreckenrennen in Spa hatte es in sich. "

#: a text, and the beginning of the last event that it tells
LAST = [
    # a name before the verb says who the noun means
    (
        "Mit Ralf Kehr und Ulf Mosner gingen die Titelverteidiger ins Rennen. "
        "In Runde neun drehten sich die Titelverteidiger.",
        "off_track: holder Ralf Kehr/role, Ulf Mosner/role",
    ),
    ("Mit Ole Wenzel schied der Tabellenführer aus.", "retirement: holder Ole Wenzel/role"),
    # the crew of a car with a number
    (
        "Im Audi mit der Startnummer 17 saßen Jan Wollny und Per Almer. "
        "In Runde neun führte die Mannschaft von Startnummer 17.",
        "lead: holder Jan Wollny/crew, Per Almer/crew",
    ),
    (
        "Der Toyota #8 von Jan Wollny und Per Almer siegte. Zuvor drehte sich die 8er-Crew.",
        "off_track: holder Jan Wollny/crew, Per Almer/crew",
    ),
    (
        "Der Wagen mit der 24, pilotiert von Arno Hoff und Lukas Dunner, kam aus der Box. "
        "In Runde neun führte der Wagen mit der 24.",
        "lead: holder Arno Hoff/car, Lukas Dunner/car",
    ),
    (
        "Der BMW #31 ging mit Pepe Darin, Jan Aiken und Tom Blom an den Start. "
        "Am Ende belegten Darin und Co. Rang vier.",
        "result: holder Pepe Darin, Jan Aiken/crew, Tom Blom/crew",
    ),
    # two are a duo, never one
    (
        "Ole Ernst profitierte vom Pech von Max Enkel und Lutz Stolte. "
        "Das Mercedes-Duo hatte lange geführt.",
        "lead: holder Max Enkel/car, Lutz Stolte/car",
    ),
    # each has a noun of his own
    (
        "Rookie Ole Bärmann und Routinier Ferdi Alsen gerieten aneinander. Der Rookie schied aus.",
        "retirement: holder Ole Bärmann/role",
    ),
    (
        "Jan Kurth jagte den führenden Felix Moser. In Runde neun zog der Verfolger vorbei. "
        "Der Gejagte wurde Vierter.",
        "result: holder Felix Moser/role",
    ),
    (
        "Max Verhoff gewann, der Teamkollege Sergio Persch wurde Siebter. "
        "In Runde neun hatte sich der Teamkollege gedreht.",
        "off_track: holder Sergio Persch/teammate",
    ),
    # who reads the notes is not spoken of alone
    (
        "Der Norweger Anders Mikkel und sein Beifahrer Torstein Eriksen führten. "
        "Dann drehte sich der Norweger.",
        "off_track: holder Anders Mikkel/nationality",
    ),
    # a part of the world
    (
        "Den Sieg holte der Mexikaner Pato Corral vor dem Norweger Sebas Tovik. "
        "Der Skandinavier hatte sich gedreht.",
        "off_track: holder Sebas Tovik/nationality",
    ),
    (
        "Der Kroate Ivo Banic und Carina Walner führten. Dann drehte sich die Steirerin.",
        "off_track: holder Carina Walner/origin",
    ),
    # the team alone says whose the car is
    (
        "Jo Erikson startete für Schnitzer, Tim Linde für Phoenix. Der Schnitzer-BMW drehte sich.",
        "off_track: holder Jo Erikson/car",
    ),
    (
        "Alex Simms saß beim Start in der Corvette, Toni Gars übernahm nach 40 Minuten. "
        "Die Corvette kam auf Rang drei ins Ziel.",
        "result: holder Alex Simms/car, Toni Gars/car",
    ),
    # a name or a team and a noun in one word
    (
        "Zweite wurden Ben Hanlein, Job Uiter und Malte Jakobs. "
        "Die Hanlein-Mannschaft hatte lange geführt.",
        "lead: holder Ben Hanlein/crew, Job Uiter/crew, Malte Jakobs/crew",
    ),
    (
        "Chris Frogg und Jon Huller führten. "
        "Die Sky-Tempesta-Piloten wurden von Miguel Ramus überholt.",
        "overtake: agent Miguel Ramus; patient Chris Frogg/team, Jon Huller/team",
    ),
    # whatever noun stood before the name
    (
        "Hotelier Gernot Plattner führte vor Ole Bärmann. Dann schied der Hotelier aus.",
        "retirement: holder Gernot Plattner/role",
    ),
    (
        "Der Tabellenzweite Tim Reichert stand neben Tabellenführer Jan Spring. "
        "Beim Start überholte der Tabellenzweite den Tabellenführer.",
        "overtake: agent Tim Reichert/role; patient Jan Spring/role",
    ),
    # two roles in a row are two people
    (
        "Beim Start drehte Ricardo Fell Lutz Stolte um. "
        "Der Unfallverursacher bekam eine Strafe. Der Vorjahressieger wurde 14.",
        "result: holder Lutz Stolte/role",
    ),
    (
        "Zwischen den Teamkollegen Roland Aschen und Bernd Schnee krachte es. "
        "Aschen fuhr weiter. Sein Mercedes-Kollege schied aus.",
        "retirement: holder Bernd Schnee/teammate",
    ),
    # cars and their people one after the other, numbers at the end of a sentence
    (
        "Den Golf steuerte Ben Leuchten, den Audi Jean Verney. Der Audi drehte sich.",
        "off_track: holder Jean Verney/car",
    ),
    (
        "Nummer 18 fuhren Kim Schramm und Eli Ehrt, Nummer 27 Luca Engst und Hugo Kock. "
        "Dahinter lag der Audi mit der 27. Dann fiel die Nummer 27 aus.",
        "retirement: holder Luca Engst/car, Hugo Kock/car",
    ),
    # who does it, not whose it is
    (
        "Jochen Hahnle fuhr seinen Iveco auf die Pole. "
        "Der Iveco wurde von Norbert Kisch umgedreht.",
        "off_track: holder Jochen Hahnle/car",
    ),
    (
        "Leo Vettel und Tim Vettel lagen vorn. Später überholten die Vettel-Brüder auch Hamilton.",
        "overtake: agent Leo Vettel/crew, Tim Vettel/crew; patient Lewis Hamilton",
    ),
    # whoever comes from Zürich is a Swiss
    (
        "Christoph Kleiner lag vor dem Zürcher Fabio Leimer. Dann drehte sich der Schweizer.",
        "off_track: holder Fabio Leimer/nationality",
    ),
    (
        "Die Schnellste war Doriane Pinder. Beim Start drehte sich die Pariserin.",
        "off_track: holder Doriane Pinder/origin",
    ),
    (
        "Das Auto mit der Startnummer 16, das sich Luca Engst und Chris Mais teilten, kam herein. "
        "Gegen vier Uhr übernahm die 16 die Führung.",
        "lead: holder Luca Engst/car, Chris Mais/car",
    ),
]


@pytest.mark.parametrize(("text", "event"), LAST)
def test_last_event(nlp: Language, text: str, event: str) -> None:
    assert told(nlp, RACE + text)[-1].startswith(event)


#: a name with `mit` that is somebody else
APART = [
    "Mit Ole Wenzel schied auch der Tabellenführer aus.",
    "Mit Teamkollege Ole Wenzel gewann der Titelverteidiger.",
    "Mit Ole Wenzel kollidierte der Tabellenführer.",
]


@pytest.mark.parametrize("text", APART)
def test_somebody_else(nlp: Language, text: str) -> None:
    assert all("Ole Wenzel/role" not in event for event in told(nlp, RACE + text))
