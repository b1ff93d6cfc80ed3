"""Hard-wrapped text gives what the same text in one line a paragraph gives."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from spacy.language import Language

from rennbericht.api import extract
from rennbericht.zones.wraps import unwrap

_REPORTS = Path(__file__).parents[2] / "corpus" / "reports"


def _wrapped(text: str) -> str:
    """The text with a line break for a blank, so that all offsets stay."""
    return "\n".join(
        "\n".join(textwrap.wrap(line, 72, break_long_words=False, break_on_hyphens=False))
        for line in text.split("\n")
    )


@pytest.mark.parametrize("name", ["f1-spa-rennen", "gtmasters-spielberg", "lemans-nacht"])
def test_wrapped_reports_give_the_same_events(name: str, nlp: Language) -> None:
    plain = " ".join((_REPORTS / f"{name}.txt").read_text(encoding="utf-8").split(" "))
    body = "\n\n".join(p for p in plain.split("\n") if len(p) > 200)
    wrapped = _wrapped(body)
    assert len(wrapped) == len(body)
    assert wrapped.count("\n") > body.count("\n") + 10
    one, other = extract([body], nlp=nlp), extract([wrapped], nlp=nlp)
    flat, broken = next(one).events, next(other).events
    assert [(e.type, e.trigger.start, e.trigger.end) for e in flat] == [
        (e.type, e.trigger.start, e.trigger.end) for e in broken
    ]
    for event in broken:
        assert wrapped[event.sentence.start : event.sentence.end] == event.sentence.text


@pytest.mark.parametrize(
    "text",
    [
        "Ein Titel\nMit einer zweiten Zeile\n\nUnd Text.",
        "1. Vettel\n2. Hamilton\n3. Rosberg\n4. Alonso",
        "12. Runde: Adler führt.\n13. Runde: Bos ist vorbei.\n14. Runde: Aho stoppt.",
        "Ohne Umbruch",
    ],
)
def test_lines_that_end_stay(text: str) -> None:
    assert unwrap(text) == text


def test_a_wrap_is_a_blank() -> None:
    text = (
        "Der zuvor zweitplazierte Engelhart musste nach der Berührung an die Box\n"
        "und fiel mit einem Defekt am Getriebe seines Lamborghini auf den letzten\n"
        "Platz zurück, den er nicht mehr verließ."
    )
    assert unwrap(text) == text.replace("\n", " ")
