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
    ("Vettel stand neben Räikkönens Lotus. Vettel führte. Der Lotus", "Kimi Räikkönen/car"),
    # a team's name with a masculine article is a car, whose the text goes on about
    ("Karl Wendlinger führte. Dann drehte er sich. Der Sauber", "Karl Wendlinger/car"),
    ("Timo Bernhard im Porsche #2 lag auf Rang drei. Die Nummer 2", "Timo Bernhard/car"),
    # whole crews
    (
        "Der BMW M3 von Joey Hand und Dirk Müller lag auf Rang drei. Der M3",
        "Joey Hand/car, Dirk Müller/car",
    ),
    # who sits beside the driver is aboard as well
    (
        "Rang drei ging an Timo Grün und Beifahrerin Ute Becker im BMW M3. Der M3",
        "Timo Grün/car, Ute Becker/car",
    ),
    (
        "Jörg Sauer und Lutz Ley kamen im Ford Escort von der Strecke ab. Das Auto",
        "Jörg Sauer/car, Lutz Ley/car",
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


#: two crews told of, so that the text is one of a race of crews
CREWED = "Vorn: Joey Hand/Dirk Müller und Jörg Bergmeister/Patrick Long. "

CREWS = [
    # who steers by a participle before the car
    (
        "Der von Marc Lieb und Timo Bernhard pilotierte Porsche wurde Zweiter.",
        "result: holder Marc Lieb/car, Timo Bernhard/car; position 2",
    ),
    (
        "Den dritten Platz belegte der von Joey Hand gesteuerte BMW.",
        "result: holder Joey Hand/car; position 3",
    ),
    # behind a number, the last with an apposition
    (
        "Die Nummer 8 mit Timo Bernhard und dem Briten Ben Barker schied aus.",
        "retirement: holder Timo Bernhard/car, Ben Barker/car",
    ),
    (
        "Der Ferrari #51 von Jaime Melo, Toni Vilander und dem Italiener Gianmaria Bruni "
        "gewann das Rennen.",
        "result: holder Jaime Melo/car, Toni Vilander/car, Gianmaria Bruni/car; position 1",
    ),
    # a relative pronoun before a list of names
    (
        "Zweiter wurde der Porsche. Dann kam der BMW, den Joey Hand, Dirk Müller und "
        "Bill Auberlen auf Rang vier fuhren.",
        "result: holder Joey Hand, Dirk Müller, Bill Auberlen; position 4",
    ),
    # whoever is named beside the holder
    (
        "Jaime Melo gewann gemeinsam mit dem Finnen Toni Vilander das Rennen.",
        "result: holder Jaime Melo, Toni Vilander; position 1",
    ),
    (
        "Für Jaime Melo war es bitter. Für ihn und seinen Partner Toni Vilander "
        "war das Rennen beendet.",
        "retirement: holder Jaime Melo/pronoun, Toni Vilander",
    ),
    (
        CREWED + "Melos Partner Toni Vilander führte lange. Jaime Melo schied aus.",
        "retirement: holder Jaime Melo, Toni Vilander/crew",
    ),
    # told only later
    (
        CREWED + "Melo schied aus. Jaime Melo/Toni Vilander hatten lange geführt.",
        "retirement: holder Jaime Melo, Toni Vilander/crew",
    ),
]


@pytest.mark.parametrize(("text", "event"), CREWS)
def test_crew(nlp: Language, text: str, event: str) -> None:
    assert event in told(nlp, text)


def test_a_place_on_the_grid_is_of_who_drove(nlp: Language) -> None:
    text = CREWED + "Im Qualifying wurde Dirk Müller Vierter."
    assert told(nlp, text)[-1] == ("result: holder Dirk Müller; position 4; session qualifying")


def test_an_unknown_number_is_not_the_car_of_the_subject(nlp: Language) -> None:
    text = "Jaime Melo profitierte vom Ausfall des Porsche mit der Startnummer 24."
    assert "retirement: holder Porsche #24" in told(nlp, text)


def test_a_make_without_an_article_is_no_car(nlp: Language) -> None:
    text = "Jaime Melo fiel zurück. Der Sieg ging an Ferrari."
    assert told(nlp, text)[-1] == "result: holder Ferrari; position 1"


#: words that only a race with several drivers to a car has
CHANGES = "Beim Fahrerwechsel verlor niemand Zeit. "

COMPANY = [
    (
        "Ayhancan Güven übergab an Thomas Preining. Am Ende wurde Preining Zweiter.",
        "result: holder Thomas Preining, Ayhancan Güven/crew; position 2",
    ),
    (
        CHANGES + "Maro Engel und sein Teamkollege Luca Stolz lagen vorn. Stolz siegte.",
        "result: holder Luca Stolz, Maro Engel/crew; position 1",
    ),
    (
        "Mit seinem Partner Luca Stolz kam Maro Engel im Rennen auf Platz vier ins Ziel.",
        "result: holder Maro Engel, Luca Stolz; position 4",
    ),
    # nor does somebody drive with whom he collides
    (
        "Nach einer Kollision mit seinem Teamkollegen Russell schied Hamilton aus.",
        "retirement: holder Lewis Hamilton; reason Kollision",
    ),
    (
        "Der Mercedes von Maro Engel, Luca Stolz und Adam Christodoulou führte vor dem BMW von "
        "Joey Hand und Dirk Müller. Dann drehte sich Engel. Das Trio kam als Zweiter ins Ziel.",
        "result: holder Maro Engel/crew, Luca Stolz/crew, Adam Christodoulou/crew; position 2",
    ),
    # where drivers do not change, a team-mate has a car of his own
    (
        "Hamilton und sein Teamkollege Russell lagen vorn. Russell siegte.",
        "result: holder George Russell; position 1",
    ),
]


@pytest.mark.parametrize(("text", "event"), COMPANY)
def test_company(nlp: Language, text: str, event: str) -> None:
    assert event in told(nlp, text)


def test_this_car_is_the_one_told_of_last(nlp: Language) -> None:
    text = (
        "Joey Hand im BMW M3 führte vor dem Porsche von Timo Bernhard. "
        "An diesem Porsche streikte das Getriebe."
    )
    assert told(nlp, text)[-1].startswith("technical: holder Timo Bernhard/car")


def test_a_class_goes_on_naming_the_car(nlp: Language) -> None:
    text = "Platz sechs ging an den #7 Aston Martin Vantage GT3 (Mücke/Turner/Lamy)."
    assert told(nlp, text)[-1].startswith("result: holder Stefan Mücke/car, Darren Turner/car")
