"""How a text was typed changes no event, and records quote the text as it was read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

import rennbericht
from rennbericht.run.process import Result
from rennbericht.sources.article import ArticleInput
from rennbericht.sources.plain import plain_of

REPORTS = Path(__file__).parents[2] / "corpus/reports"
TEXT = (REPORTS / "f1-suzuka-agentur.txt").read_text(encoding="utf-8")

TYPED: dict[str, Callable[[str], str]] = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "line separators": lambda text: text.replace("\n", "\u2028"),
    "no-break blanks": lambda text: text.replace(" ", "\u00a0"),
    "narrow blanks before figures": lambda text: re.sub(r" (?=\d)", "\u202f", text),
    "double blanks": lambda text: text.replace(" ", "  "),
    "soft hyphens": lambda text: re.sub(r"(\w{4})(\w{4})", "\\1\u00ad\\2", text),
    "places to break": lambda text: re.sub(r"([-/])", "\\1\u200b", text),
    "no-break hyphens": lambda text: text.replace("-", "\u2011"),
    "ligatures": lambda text: text.replace("fi", "\ufb01").replace("fl", "\ufb02"),
}


def told(result: Result) -> list[str]:
    """What the events say, apart from how it is written and where it stands."""
    found = []
    for event in result.events:
        who = [(role, [a.entity and a.entity.id for a in row]) for role, row in event.roles.items()]
        said = (event.type, event.status, event.sentence.index, event.pattern, who)
        found.append(re.sub("ev-[0-9a-f]+", "", repr((said, event.attributes))))
    return sorted(found)


@pytest.mark.parametrize("how", TYPED)
def test_the_same_events_however_a_text_is_typed(nlp: Language, how: str) -> None:
    text = TYPED[how](TEXT)
    assert text != TEXT
    plain, typed = rennbericht.extract(
        [ArticleInput("a", TEXT, title="Sieg"), ArticleInput("a", text, title="Sieg")], nlp=nlp
    )
    assert told(typed) == told(plain) and plain.events
    assert [(r.label, r.entity) for r in typed.entities] == [
        (r.label, r.entity) for r in plain.entities
    ]
    for record in typed.entities:
        assert text[record.start : record.end] == record.text
    for event in typed.events:
        spans = [event.trigger, event.sentence, *(a for row in event.roles.values() for a in row)]
        assert [text[span.start : span.end] for span in spans] == [span.text for span in spans]


def test_the_cheap_test_reads_plain_text(nlp: Language) -> None:
    text = "Lew\u00adis Ham\u00adil\u00adton ge\u00adwann in Mon\u00adza."
    (result,) = rennbericht.extract([text], nlp=nlp)
    assert result.problem is None
    assert [event.roles["holder"][0].text for event in result.events] == [
        "Lew\u00adis Ham\u00adil\u00adton"
    ]


def test_gaps_that_part_cells_are_left() -> None:
    assert plain_of("1.   Vettel   Ferrari\n2.\tAlonso") is None
    assert plain_of("Das war 1990.") is None


@given(
    st.text(
        st.sampled_from("aM\u0308\u00ad\u200b\u00a0 \r\n\u2028\u2011\ufb01🏁ü.") , min_size=1,
        max_size=30,
    )
)  # fmt: skip
def test_every_stretch_leads_back(source: str) -> None:
    plain = plain_of(source)
    if plain is None:
        return
    assert len(plain.text) == len(plain.starts) == len(plain.ends)
    assert plain_of(plain.text) is None or "  " in plain.text or "\u0308" in plain.text
    for at, sign in enumerate(plain.text):
        start, end = plain.span(at, at + 1)
        assert 0 <= start < end <= len(source)
        if plain.source[start:end].isalnum() and plain.source[start:end].isascii():
            assert plain.source[start:end] == sign
    assert plain.starts == sorted(plain.starts) and plain.ends == sorted(plain.ends)
