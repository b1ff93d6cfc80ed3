"""Case of a phrase from determiner, noun and preposition."""

from __future__ import annotations

import pytest

from rennbericht.german.case import phrase_case, phrase_cases


@pytest.mark.parametrize(
    ("phrase", "tags", "case"),
    [
        ("den Fahrern", "ART NN", "d"),
        ("den Führenden", "ART NN", "a"),
        ("den Wagen", "ART NN", "a"),
        ("den beiden Deutschen", "ART ADJA NN", "d"),
        ("den schnellen Boxenstopps", "ART ADJA NN", "d"),
        ("den Leitzinger", "ART NE", "a"),
        ("dem Polesitter", "ART NN", "d"),
        ("des Rennens", "ART NN", "g"),
        ("einen Plattfuß", "ART NN", "a"),
        ("einem Ferrari", "ART NE", "d"),
    ],
)
def test_case_of_a_bare_phrase(phrase: str, tags: str, case: str) -> None:
    assert phrase_case(phrase.split(), tags.split(), 0) == case


@pytest.mark.parametrize(
    ("words", "case"),
    [("für den Wagen", "a"), ("mit den Wagen", "d"), ("von den Führenden", "d")],
)
def test_preposition_decides(words: str, case: str) -> None:
    assert phrase_case(words.split(), ["APPR", "ART", "NN"], 1) == case


def test_all_readings_are_given() -> None:
    found = phrase_cases(["den", "Fahrer"], ["ART", "NN"], 0)
    assert found == (("a", "sg", "m", "Fahrer"),)
