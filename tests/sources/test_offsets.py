"""Offsets count the code points of the text as it was read, whatever stands in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

import rennbericht
from rennbericht.sources.article import ArticleInput
from rennbericht.sources.read import read_inputs

FIXTURES = Path(__file__).parents[1] / "fixtures" / "inputs"
NAMES = "astral.txt", "nfd.txt", "nbsp.txt", "soft-hyphen.txt", "quotes.txt", "windows-lines.txt"


@pytest.mark.parametrize("name", NAMES)
def test_records_quote_the_text(nlp: Language, name: str) -> None:
    (article,) = read_inputs([str(FIXTURES / name)])
    assert isinstance(article, ArticleInput)
    # a text of its own about a race, so that there is something to be found behind the oddities
    text = article.text + "\n\nIn Runde 12 überholte Lewis Hamilton in Monza Sebastian Vettel.\n"
    (result,) = rennbericht.extract([ArticleInput("a", text)], nlp=nlp)
    assert "Lewis Hamilton" in {record.text for record in result.entities}
    for record in result.entities:
        assert text[record.start : record.end] == record.text
    for event in result.events:
        assert text[event.trigger.start : event.trigger.end] == event.trigger.text
        assert text[event.sentence.start : event.sentence.end] == event.sentence.text
    assert result.events
