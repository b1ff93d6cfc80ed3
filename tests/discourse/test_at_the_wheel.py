"""Who of a crew drives, and line-ups that stand behind the event."""

from __future__ import annotations

import pytest
from spacy.language import Language
from tests.event_notation import told

CREW = "Luca Stolz/Maro Engel im Mercedes lagen auf Rang zwei, Jaime Melo/Joey Hand auf Rang drei. "

WHEEL = [
    # a crew that nobody says more of is meant as a whole
    (f"{CREW}Der Mercedes drehte sich.", "off_track: holder Luca Stolz/car, Maro Engel/car"),
    # the text says who drives: before, in the clause, behind
    (
        f"{CREW}Stolz übergab an Engel. Der Mercedes drehte sich.",
        "off_track: holder Maro Engel/car",
    ),
    (f"{CREW}Engel überholte Melo. Der Mercedes drehte sich.", "off_track: holder Maro Engel/car"),
    (f"{CREW}Mit Engel am Steuer drehte sich der Mercedes.", "off_track: holder Maro Engel/car"),
    (
        f"{CREW}Der Mercedes drehte sich. Am Steuer saß dabei Maro Engel.",
        "off_track: holder Maro Engel/car",
    ),
    # a car of which only who handed it over is known
    (
        "Luca Stolz führte und übergab den Mercedes an Maro Engel. Der Mercedes drehte sich.",
        "off_track: holder Maro Engel/car",
    ),
    # who is known by nothing yet is he who has just got in
    (
        "Nils Langbein übergab in Spa den Porsche auf Platz drei an Bjarne Krog. "
        "Der Norweger drehte sich.",
        "off_track: holder Bjarne Krog/nationality",
    ),
    # several at the wheel are the crew of the car told of last
    (
        "Der Ferrari von AF Corse führte. Am Steuer saßen Jaime Melo und Toni Vilander. "
        "In Stunde drei fiel der Ferrari aus.",
        "retirement: holder Jaime Melo/car, Toni Vilander/car",
    ),
    # a result is the crew's, whoever drove
    (
        f"{CREW}Stolz übergab an Engel. Am Ende gewann der Mercedes.",
        "result: holder Luca Stolz/car, Maro Engel/car; position 1",
    ),
    # of a car told of with all its people all are meant
    (
        f"{CREW}Engel drehte sich. Der Mercedes von Stolz und Engel bekam eine Zeitstrafe.",
        "penalty: holder Luca Stolz/car, Maro Engel/car; kind time",
    ),
]


@pytest.mark.parametrize(("text", "event"), WHEEL)
def test_wheel(nlp: Language, text: str, event: str) -> None:
    assert told(nlp, text)[-1].startswith(event)


AHEAD = [
    (
        "Die Nummer 7 schied aus. Mike Conway und Kamui Kobayashi fuhren den Toyota mit der "
        "Nummer 7.",
        "retirement: holder Mike Conway/car, Kamui Kobayashi/car",
    ),
    (
        "Der Ferrari schied aus. Jaime Melo im Ferrari hatte lange geführt.",
        "retirement: holder Jaime Melo/car",
    ),
    # of two crews of one make nobody knows which
    (
        "Der Ferrari schied aus. Jaime Melo im Ferrari und Gianmaria Bruni im Ferrari kamen "
        "aus Italien.",
        "retirement: holder Ferrari",
    ),
]


@pytest.mark.parametrize(("text", "event"), AHEAD)
def test_lineup_behind_the_event(nlp: Language, text: str, event: str) -> None:
    assert told(nlp, text)[0] == event
