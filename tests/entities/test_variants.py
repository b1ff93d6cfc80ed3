"""Names written in two ways: short forms, slips, genitives of names that no list holds."""

from __future__ import annotations

import pytest
from spacy.language import Language

from rennbericht.entities.model import MENTIONS
from rennbericht.entities.variants import is_slip

NAMES = [
    # a listed surname with a first name nearly its bearer's
    ("Sebastian Buemi führte in Spa das Rennen an.", ["Sébastien Buemi"]),
    ("In Le Mans rollte der Peugeot von Alex Wurz aus.", ["Alexander Wurz"]),
    # another first name is another person
    ("Kuno Buemi führte in Spa das Rennen an.", ["Kuno Buemi"]),
    # a slip in a surname of the text
    (
        "Toprak Razgatlioglu siegte in Most. Jonathan Rea fuhr im Rennen an Ratzgatlioglu vorbei.",
        ["Toprak Razgatlioğlu", "Jonathan Rea", "Toprak Razgatlioğlu"],
    ),
    (
        "Piet Bruckmann führte das Rennen in Spa an, dann drehte sich Bruckman in Runde zwei.",
        ["Piet Bruckmann", "Piet Bruckmann"],
    ),
    # a nickname is of the namesake that the text names
    (
        "Mick Schumacher führte in Spa das Rennen an. Schumi siegte vor Hamilton.",
        ["Mick Schumacher", "Mick Schumacher", "Lewis Hamilton"],
    ),
    (
        "Schumi siegte in Spa vor Hamilton.",
        ["Michael Schumacher", "Lewis Hamilton"],
    ),
    # the initial tells which bearer of a surname
    (
        "Marc Márquez siegte in Spielberg vor A. Marquez und P. Espargaro. Dann stürzte Marquez.",
        ["Marc Márquez", "Álex Márquez", "Pol Espargaró", "Marc Márquez"],
    ),
    (
        "Piet Bruckmann führte das Rennen in Spa an, dann überholte K. Schumacher P. Bruckmann.",
        ["Piet Bruckmann", "K. Schumacher", "Piet Bruckmann"],
    ),
    ("In Spa fuhr z. B. Schumacher. Vettel siegte.", ["Schumacher", "Sebastian Vettel"]),
    # two brothers are two
    (
        "Jonas Kellermann siegte in Spa vor Lukas Kellerman.",
        ["Jonas Kellermann", "Lukas Kellerman"],
    ),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_variant(nlp: Language, text: str, names: list[str]) -> None:
    mentions = nlp(text).user_data[MENTIONS]
    assert [m["name"] for m in mentions if m["label"] == "DRIVER"] == names


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("vetel", "vettel", True),
        ("alosno", "alonso", True),
        ("muller", "moller", False),
        ("hauser", "mauser", False),
        ("long", "lon", False),
        ("vettel", "vettel", False),
    ],
)
def test_slip(one: str, other: str, slip: bool) -> None:
    assert is_slip(one, other) is slip
