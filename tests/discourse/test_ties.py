"""Ties of people to cars, makes, teams and numbers, as the text makes them."""

from __future__ import annotations

import pytest
from spacy.language import Language
from tests.event_notation import told

OUT = "schied aus."

TIES = [
    # the ways in which a text puts somebody into a car
    ("Jaime Melo im Ferrari führte. Der Ferrari", "Jaime Melo/car"),
    ("Jaime Melo (Ferrari) führte. Der Ferrari", "Jaime Melo/car"),
    ("Ferrari-Pilot Jaime Melo führte. Der Ferrari", "Jaime Melo/car"),
    ("Der Ferrari von Jaime Melo lag auf Rang drei. Der Ferrari", "Jaime Melo/car"),
    ("Jaime Melo am Steuer des Ferrari führte. Der Ferrari", "Jaime Melo/car"),
    ("Timo Bernhard im Porsche #2 lag auf Rang drei. Die Nummer 2", "Timo Bernhard/car"),
    # whole crews
    (
        "Der BMW M3 von Joey Hand und Dirk Müller lag auf Rang drei. Der M3",
        "Joey Hand/car, Dirk Müller/car",
    ),
    # of one make the car told of last
    (
        "Jaime Melo im Ferrari führte lange Zeit ungefährdet. "
        "Gianmaria Bruni im Ferrari fiel zurück. Der Ferrari",
        "Gianmaria Bruni/car",
    ),
    (
        "Jaime Melo im Ferrari führte. Gianmaria Bruni im Ferrari fiel zurück. Der Ferrari",
        "Gianmaria Bruni/car",
    ),
    # a car and its make
    ("Joey Hand im BMW M3 lag auf Rang drei. Der BMW", "Joey Hand/car"),
    # the other way round: the make alone
    ("Joey Hand im M3 lag auf Rang drei. Der BMW", "Joey Hand/car"),
    # over the verb, by the whole clause
    ("Joey Hand und Dirk Müller gewannen im BMW M3. Der M3", "Joey Hand/car, Dirk Müller/car"),
    ("Joey Hand siegte mit dem BMW M3 vor Jaime Melo. Der M3", "Joey Hand/car"),
    ("Am Steuer des BMW M3 saß lange Joey Hand. Der M3", "Joey Hand/car"),
    (
        "Der Manthey-Porsche lag vorn. Kévin Estre saß dabei am Steuer. Der Porsche",
        "Kévin Estre/car",
    ),
]


@pytest.mark.parametrize(("text", "holder"), TIES)
def test_tie(nlp: Language, text: str, holder: str) -> None:
    assert told(nlp, f"{text} {OUT}")[-1] == f"retirement: holder {holder}"


def test_a_car_named_with_others_is_not_theirs(nlp: Language) -> None:
    text = "Jaime Melo im Ferrari überholte Joey Hand im BMW. Der BMW schied aus."
    assert told(nlp, text)[-1] == "retirement: holder Joey Hand/car"


def test_crews_of_a_list_are_apart(nlp: Language) -> None:
    text = "Vorn: Joey Hand/Dirk Müller und Jörg Bergmeister/Patrick Long. Bergmeister schied aus."
    assert told(nlp, text)[-1] == "retirement: holder Jörg Bergmeister, Patrick Long/crew"


def test_drivers_of_a_sprint_have_no_crew(nlp: Language) -> None:
    text = "Vettel, Hamilton und Alonso fuhren vorn. Vettel schied aus."
    assert told(nlp, text)[-1] == "retirement: holder Sebastian Vettel"
