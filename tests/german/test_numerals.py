"""Number words and ordinals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rennbericht.german.numerals import cardinal
from rennbericht.german.ordinals import Ordinal, ordinal, ordinal_stem


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("eins", 1), ("ein", 1), ("einer", 1), ("zwei", 2), ("zwo", 2), ("Drei", 3),
        ("fünf", 5), ("fuenf", 5), ("sieben", 7), ("elf", 11), ("zwölf", 12), ("zwoelf", 12),
        ("siebzehn", 17), ("zwanzig", 20), ("einundzwanzig", 21), ("dreißig", 30),
        ("dreissig", 30), ("hundert", 100), ("zweihundertfünf", 205), ("tausend", 1000),
        ("eineinhalb", 1.5), ("anderthalb", 1.5), ("zweieinhalb", 2.5), ("dreieinhalb", 3.5),
        ("halben", 0.5), ("Dutzend", 12), ("17", 17), ("007", 7), ("1,5", 1.5), ("0.012", 0.012),
        ("1.000", 1000), ("4,300", 4.3), ("12.500", 12500), ("½", 0.5), ("1½", 1.5),
    ],
)  # fmt: skip
def test_cardinal(word: str, number: float) -> None:
    assert cardinal(word) == number
    assert type(cardinal(word)) is type(number)


@pytest.mark.parametrize(
    "word",
    ["", "und", "auf", "dritte", "Zehntel", "Viertel", "achten", "hunderte", "1:32", "3.", "P3",
     "einmal", "Einheit", "zweifeln", "Achtung", "Elfer", "1e5", "٣"],
)  # fmt: skip
def test_no_cardinal(word: str) -> None:
    assert cardinal(word) is None


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("erste", 1), ("Erster", 1), ("allerersten", 1), ("zweiten", 2), ("dritte", 3),
        ("Dritten", 3), ("viertes", 4), ("sechster", 6), ("siebte", 7), ("siebenten", 7),
        ("Achter", 8), ("neunten", 9), ("zwölfte", 12), ("dreizehnter", 13), ("siebzehnte", 17),
        ("zwanzigsten", 20), ("einundzwanzigster", 21), ("hundertste", 100),
        ("hunderterste", 101), ("17.", 17), ("1.", 1),
    ],
)  # fmt: skip
def test_ordinal(word: str, number: int) -> None:
    found = ordinal(word)
    assert found is not None
    assert (found.number, found.from_end, found.kind) == (number, False, "plain")


@pytest.mark.parametrize(
    ("word", "number"),
    [("letzte", 1), ("Letzter", 1), ("allerletzten", 1), ("vorletzten", 2), ("drittletzter", 3),
     ("viertletzte", 4), ("vorvorletzte", 3)],
)  # fmt: skip
def test_ordinal_from_the_end(word: str, number: int) -> None:
    assert ordinal(word) == Ordinal(number, True, ordinal(word).ending)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("zweitplatzierte", Ordinal(2, False, "e", "placed")),
        ("Siebtplatzierter", Ordinal(7, False, "er", "placed")),
        ("drittplazierten", Ordinal(3, False, "en", "placed")),
        ("Letztplatzierter", Ordinal(1, True, "er", "placed")),
        ("Zweitschnellster", Ordinal(2, False, "er", "superlative")),
        ("drittbeste", Ordinal(3, False, "e", "superlative")),
    ],
)
def test_compound_ordinal(word: str, wanted: Ordinal) -> None:
    assert ordinal(word) == wanted


@pytest.mark.parametrize(
    "word",
    ["", "Letzterer", "letztere", "dritt", "acht", "beste", "schnellster", "platzierte", "echte",
     "meisten", "Letten", "0.", "3", "ersetzen", "ernste", "Zehntel", "P3."],
)  # fmt: skip
def test_no_ordinal(word: str) -> None:
    assert ordinal(word) is None


@given(st.integers(min_value=1, max_value=999))
def test_figures_are_ordinals_with_a_full_stop(number: int) -> None:
    assert ordinal(f"{number}.") == Ordinal(number)
    assert cardinal(str(number)) == number


def test_every_ordinal_up_to_a_hundred_is_its_cardinal_with_an_ending() -> None:
    irregular = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}
    names = ["eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn",
             "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn",
             "achtzehn", "neunzehn"]  # fmt: skip
    for number, name in enumerate(names, start=1):
        assert cardinal(name) == number
        assert ordinal_stem(irregular.get(number, name + "t")) == number


@given(st.text(max_size=30))
def test_any_text_is_read_without_an_error(text: str) -> None:
    number = cardinal(text)
    assert number is None or number >= 0
    found = ordinal(text)
    assert found is None or found.number >= 1
