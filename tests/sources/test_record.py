"""Records of the usual scrapers: which key gives what."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from rennbericht.errors import InputError
from rennbericht.sources.article import ArticleInput, Provenance
from rennbericht.sources.published import parse_published
from rennbericht.sources.record import article_of, records_of

TEXT = "Adler gewann in Hockenheim vor Brandt. Çelik fiel aus."


def read(record: dict[str, Any]) -> ArticleInput:
    return article_of(record, Provenance(), Counter())


@pytest.mark.parametrize(
    "record",
    [
        {"maintext": TEXT, "text": None},
        {"maintext": "None", "text": TEXT},
        {"articleBody": TEXT, "content": "anderes"},
        {"plaintext": TEXT},
        {"body": TEXT},
        {"text": "", "content": TEXT},
        {"raw_text": TEXT, "comments": "Leserkommentar"},
    ],
    ids=lambda record: "+".join(record),
)
def test_text(record: dict[str, Any]) -> None:
    assert read(record).text == TEXT


def test_nested_body() -> None:
    sections = [
        {"headline": [], "paragraphs": ["Erster Absatz.", "Zweiter."]},
        {"headline": ["Zwischentitel"], "paragraphs": ["Dritter."]},
    ]
    article = read({"body": {"summary": ["Vorspann."], "sections": sections}, "lang": "de"})
    assert article.text == "Erster Absatz.\n\nZweiter.\n\nZwischentitel\n\nDritter."
    assert article.lead == "Vorspann."


def test_text_is_kept_as_it_stands() -> None:
    text = " \u00a0Über\u00adholmanöver\r\nin P\u00a03: 🏁 Mu\u0308ller „vorn“ "
    assert read({"text": text}).text == text


def test_half_a_surrogate_pair_keeps_the_offsets() -> None:
    assert read({"text": "a\ud83db"}).text == "a\ufffdb"


@pytest.mark.parametrize("value", [None, "", " ", "None", "null", "nan", 3.5, [], ["", None], {}])
def test_missing_text(value: Any) -> None:
    with pytest.raises(InputError, match="RB006"):
        read({"text": value, "title": "Titel"})


def test_empty_record() -> None:
    with pytest.raises(InputError, match="RB011"):
        read({})


@pytest.mark.parametrize("value", ["de", "de-DE", "de_AT", "DEU", "ger", "German", "deu,eng", None])
def test_german(value: str | None) -> None:
    assert read({"text": TEXT, "language": value}).language == (value and "de")


def test_other_languages_are_skipped() -> None:
    with pytest.raises(InputError, match=r"RB010.*'en'"):
        read({"text": TEXT, "inLanguage": "en-GB"})


def test_what_the_page_says_of_its_language_goes_before_the_scraper() -> None:
    assert read({"text": TEXT, "language": "en", "meta_lang": "de"}).language == "de"


@pytest.mark.parametrize(
    ("record", "doc_id"),
    [
        ({"id": 17, "dId": "x"}, "17"),
        ({"fingerprint": "abc", "url": "https://a.de/1"}, "abc"),
        ({"id": "null", "WARC-Record-ID": "<urn:uuid:1>"}, "<urn:uuid:1>"),
        # `printf https://a.de/1 | sha256sum`
        ({"url": "https://a.de/1"}, "sha256:64c3c3e86b8ae605"),
        ({}, "sha256:c9f3a9c3289bad2e"),
    ],
)
def test_id(record: dict[str, Any], doc_id: str) -> None:
    assert read({**record, "text": TEXT}).doc_id == doc_id


def test_source_is_an_address_only_where_it_looks_like_one() -> None:
    assert read({"text": TEXT, "source": "https://a.de/1"}).url == "https://a.de/1"
    assert read({"text": TEXT, "source": "Motorzeitung"}).url is None


def test_lead_that_only_opens_the_text_is_left_out() -> None:
    assert read({"text": TEXT, "description": "Adler gewann  in\nHockenheim ..."}).lead is None
    assert read({"text": TEXT, "description": "Sieg in Hockenheim"}).lead == "Sieg in Hockenheim"


def test_title() -> None:
    assert read({"text": TEXT, "title": None, "headline": "Sieg"}).title == "Sieg"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2011-10-15", ("2011-10-15", "day")),
        ("2011-10", ("2011-10", "month")),
        ("2011", ("2011", "year")),
        ("2011-10-15 14:32:05", ("2011-10-15T14:32:05", "second")),
        ("2011-10-15 14:32:05+00:00", ("2011-10-15T14:32:05+00:00", "second")),
        ("2011-10-15T14:32Z", ("2011-10-15T14:32Z", "minute")),
        ("2011-10-15T14:32:05.123+02:00", ("2011-10-15T14:32:05+02:00", "second")),
        ("15.10.2011", ("2011-10-15", "day")),
        ("5.1.2011, 9:05 Uhr", ("2011-01-05T09:05", "minute")),
        ("Sat, 15 Oct 2011 14:32:05 +0200", ("2011-10-15T14:32:05+02:00", "second")),
        ("2011-13-01", None),
        ("2011-13", None),
        ("31.02.2011", None),
        ("gestern", None),
    ],
)
def test_published(value: str, expected: tuple[str, str] | None) -> None:
    assert parse_published(value) == expected


def test_a_date_not_understood_is_counted() -> None:
    warnings: Counter[str] = Counter()
    article = article_of({"text": TEXT, "date": "gestern"}, Provenance(), warnings)
    assert article.published is None
    assert warnings["date_not_read"] == 1


def test_records_by_address() -> None:
    value = {"https://a.de/1": {"maintext": TEXT}, "https://a.de/2": {}}
    assert records_of(value) == [{"url": "https://a.de/1", "maintext": TEXT}, {}]
    assert records_of({"text": TEXT}) == [{"text": TEXT}]
