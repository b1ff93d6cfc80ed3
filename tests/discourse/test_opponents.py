"""Nouns for the other one: opponent, man ahead, offender, compatriot, team-mate."""

from __future__ import annotations

import pytest
from spacy.language import Language
from tests.event_notation import told

RACE = "Das DTM-Rennen auf dem Nürburgring hatte es in sich. "

#: a text, and the beginning of the last event that it tells
LAST = [
    # the other of two who fight, who lies ahead, who was attacked
    (
        "Felix Orth und Luca Sorr kämpften um Rang drei. Bald ging Orth an seinem Rivalen vorbei.",
        "overtake: agent Felix Orth; patient Luca Sorr/role",
    ),
    (
        "Auf Platz fünf lag Henrik Staal, dahinter Bruno Kolk. In Runde 15 überholte Kolk seinen "
        "Vordermann.",
        "overtake: agent Bruno Kolk; patient Henrik Staal/role",
    ),
    (
        "Timo Karl fuhr Jan Pohl ins Heck. Der Verursacher bekam eine Durchfahrtsstrafe.",
        "penalty: holder Timo Karl/role",
    ),
    (
        "Ole Winther rammte Gianni Ferro. Der Leidtragende musste aufgeben.",
        "retirement: holder Gianni Ferro/role",
    ),
    # who passes the leader leads
    (
        "Emil Sarin führte. In Runde zwölf überholte ihn Nick Valen. Der neue Spitzenreiter "
        "rutschte ins Kiesbett.",
        "off_track: holder Nick Valen/role",
    ),
    (
        "Kurz nach dem Start überholte Milo Janda den führenden Erik Sundt. Der Spitzenreiter kam "
        "in Runde 14 an die Box.",
        "pit_stop: holder Milo Janda/role",
    ),
    # who follows and tries, and whom two pass
    (
        "Bastian Ruhl lag vor Omar Haddad. In Runde elf setzte Haddad zum Überholen an. Ruhl ließ "
        "den Verfolger passieren.",
        "overtake: agent Omar Haddad/role; patient Bastian Ruhl",
    ),
    (
        "Beim Restart zog Ben Haag an Lou Meert vorbei, und auch Sven Dahl ließ ihn hinter sich.",
        "overtake: agent Sven Dahl; patient Lou Meert/pronoun",
    ),
    # of a pair the other one
    (
        "Stefan Hauber und Jörg Peters kämpften. In Runde vier zog Peters vorbei.",
        "overtake: agent Jörg Peters; patient Stefan Hauber/ellipsis",
    ),
    (
        "Alain Brecht und der Brite Tom Hale führten vor dem Briten Sam Cole. Cole überholte "
        "seinen Landsmann.",
        "overtake: agent Sam Cole; patient Tom Hale/nationality",
    ),
    # team-mates told apart from the car, by apposition or by the line-up
    (
        "Max Kern siegte. Teamkollege Tim Rau wurde Dritter. Kerns Stallgefährte drehte sich.",
        "off_track: holder Tim Rau/teammate",
    ),
    (
        "Carlos Ibar (Ferrari) lag vor Markenkollege Enzo Marchi. In Runde neun überholte Marchi "
        "seinen Markenkollegen.",
        "overtake: agent Enzo Marchi; patient Carlos Ibar/teammate",
    ),
    # two nouns set against one another
    (
        "Philipp Enger aus Salzburg lag vor Lukas Auermann. Der Salzburger führte, der Tiroler "
        "folgte. In Runde drei stürzte der Tiroler.",
        "off_track: holder Lukas Auermann/origin",
    ),
    # an age told by the way
    (
        "Ralf Maask führte. Der 20-jährige Este lag vor Luke Brown. Der 20-Jährige schied aus.",
        "retirement: holder Ralf Maask/age",
    ),
    # each noun of its own name
    (
        "Der Rookie Kasper Lind und Routinier Georg Hank führten. In Runde drei stürzte der "
        "Rookie.",
        "off_track: holder Kasper Lind/role",
    ),
    # into whose car somebody runs
    (
        "Bruno Carval rumpelte dem Esten Kalev Maasing in den Porsche.",
        "collision: party Bruno Carval, Kalev Maasing/car",
    ),
    # of whom a try was
    (
        "Arno Kehler führte vor Leo Falk. Mehrfach versuchte Falk, Kehler auszubremsen.",
        "overtake attempted: agent Leo Falk; patient Arno Kehler",
    ),
    # whom a car meets is not its driver
    (
        "Jan Kolb saß im Porsche. In Runde drei kollidierte der Porsche mit Iwan Petrow.",
        "collision: party Jan Kolb/car, Iwan Petrow",
    ),
]


@pytest.mark.parametrize(("text", "event"), LAST)
def test_the_other_one(nlp: Language, text: str, event: str) -> None:
    assert told(nlp, RACE + text)[-1].startswith(event)
