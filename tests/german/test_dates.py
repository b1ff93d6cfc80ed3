"""Dates at the precision said."""

from __future__ import annotations

import pytest

from rennbericht.german.dates import iso_date, weekday

MONDAY = "2011-10-17"


@pytest.mark.parametrize(
    ("said", "iso"),
    [
        ("17. Oktober 2010", "2010-10-17"), ("am 3. Mai 2011", "2011-05-03"),
        ("1. Jänner 2012", "2012-01-01"), ("Oktober 2010", "2010-10"), ("im März 2011", "2011-03"),
        ("17.10.2010", "2010-10-17"), ("17.10.10", "2010-10-17"), ("im Jahr 2009", "2009"),
        ("2009", "2009"), ("2009.", "2009"), ("2010-10-17", "2010-10-17"),
    ],
)  # fmt: skip
def test_absolute_dates_need_no_base(said: str, iso: str) -> None:
    assert iso_date(said) == iso
    assert iso_date(said, MONDAY) == iso


@pytest.mark.parametrize(
    ("said", "iso"),
    [
        ("17. Oktober", "2011-10-17"), ("18. Oktober", "2010-10-18"), ("im Oktober", "2011-10"),
        ("im November", "2010-11"), ("Mitte März", "2011-03"), ("17.10.", "2011-10-17"),
        ("24.12.", "2010-12-24"), ("am Sonntag", "2011-10-16"), ("am Montag", "2011-10-17"),
        ("am vergangenen Sonntag", "2011-10-16"), ("am vergangenen Montag", "2011-10-10"),
        ("am kommenden Samstag", "2011-10-22"), ("Sonntagabend", "2011-10-16"),
        ("Samstagnachmittag", "2011-10-15"), ("Sonnabend", "2011-10-15"), ("gestern", "2011-10-16"),
        ("heute", "2011-10-17"), ("vorgestern", "2011-10-15"), ("im Vorjahr", "2010"),
        ("des Vorjahres", "2010"), ("in der vergangenen Saison", "2010"), ("letztes Jahr", "2010"),
        ("in diesem Jahr", "2011"), ("im kommenden Jahr", "2012"),
    ],
)  # fmt: skip
def test_relative_dates_count_from_the_article(said: str, iso: str) -> None:
    assert iso_date(said, MONDAY) == iso
    assert iso_date(said) is None


@pytest.mark.parametrize("said", ["Mit", "Die", "So", "31. Februar 2010", "99.99.2010", "Runde"])
def test_no_date(said: str) -> None:
    assert iso_date(said, MONDAY) is None


def test_the_base_must_be_precise_enough() -> None:
    assert iso_date("am Samstag", "2011-10") is None
    assert iso_date("gestern", "2011") is None
    assert iso_date("im Vorjahr", "2011") == "2010"
    assert iso_date("am Samstag", "2011-10-17T14:32:00+02:00") == "2011-10-15"


def test_the_tense_decides() -> None:
    assert iso_date("am Samstag", MONDAY, future=True) == "2011-10-22"
    assert iso_date("17.10.", "2011-10-18", future=True) == "2012-10-17"


@pytest.mark.parametrize(
    ("word", "day"), [("Montag", 0), ("Sonntags", 6), ("Freitagabend", 4), ("Mit", None)]
)
def test_weekday(word: str, day: int | None) -> None:
    assert weekday(word) == day
