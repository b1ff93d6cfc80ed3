"""The cheap test refuses nothing that the pipeline reads for events."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.language import Language

from rennbericht.events import walk
from rennbericht.events.topic import Topic
from rennbericht.sources.article import ArticleInput
from rennbericht.sources.relevance import about_racing, reason_to_skip

CORPUS = Path(__file__).parents[2] / "corpus"


def _reports() -> list[str]:
    splits = json.loads((CORPUS / "splits.json").read_text("utf-8"))
    names = [name for part in ("train", "dev") for name in splits[part]]
    return [(CORPUS / "reports" / f"{name}.txt").read_text("utf-8") for name in names]


def _texts() -> Iterator[str]:
    """Reports and other texts as a whole; single sentences of reports, where little speaks."""
    for path in sorted((CORPUS / "norace").glob("*.txt")):
        yield path.read_text("utf-8")
    for report in _reports():
        yield report
        yield from re.split(r"(?<=[.!?])\s+", report)[::3]


def _disagreements(
    nlp: Language, texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> tuple[list[str], int]:
    """Texts that the pipeline takes to be about a race and the test does not; how many it takes."""
    topics: list[Topic] = []
    real = walk.topic_of

    def spy(*given: object) -> Topic:
        topics.append(real(*given))  # type: ignore[arg-type]
        return topics[-1]

    monkeypatch.setattr(walk, "topic_of", spy)
    wrong: list[str] = []
    taken = 0
    for text in texts:
        topics.clear()
        with nlp.memory_zone():
            nlp(text)
        if topics and topics[0].racing:
            taken += 1
            if not about_racing(text):
                wrong.append(text)
    return wrong, taken


def test_nothing_is_refused_that_the_pipeline_reads(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [text for text in _texts() if text.strip()]
    wrong, taken = _disagreements(nlp, texts, monkeypatch)
    assert not wrong
    assert taken > 200


def test_nor_any_ordinary_sentence(
    nlp: Language, monkeypatch: pytest.MonkeyPatch, shared: Path
) -> None:
    path = next((shared / "data" / "german" / "UD_German-PUD").glob("*.conllu"))
    lines = path.read_text("utf-8").splitlines()
    texts = [line[9:] for line in lines if line.startswith("# text = ")]
    wrong, _ = _disagreements(nlp, texts[::2], monkeypatch)
    assert not wrong
    long = ["\n".join(texts[i : i + 20]) for i in range(0, len(texts), 20)]
    assert sum(map(about_racing, long)) < len(long) / 3


def test_every_report_passes() -> None:
    assert all(map(about_racing, _reports()))


@pytest.mark.parametrize(
    ("text", "title", "language", "reason"),
    [
        ("Hamilton überholte Vettel in der letzten Kurve.", None, None, None),
        ("Der Rat hat das Gesetz nach langer Debatte mit Mehrheit beschlossen. " * 4, None, None,
         "no_race"),
        # so short a text may be known by its names alone
        ("Markus Weidner zog innen an Paul Krüger vorbei.", None, None, None),
        ("Er hat nach dem Sieg lange nicht gesprochen. " * 6, "Hamilton gewinnt in Monza", None,
         None),
        ("The race was won by Lewis Hamilton, who had passed his team mate at the start.", None,
         None, "language"),
        # what the record says goes before what the words say
        ("Lewis Hamilton, Monza: and the winner of the race is he who was first.", None, "de",
         None),
        ("1. Lewis Hamilton, 2. Sebastian Vettel, 3. Valtteri Bottas", None, None, None),
    ],
)  # fmt: skip
def test_reasons(text: str, title: str | None, language: str | None, reason: str | None) -> None:
    assert reason_to_skip(ArticleInput("a", text, title=title, language=language)) == reason
