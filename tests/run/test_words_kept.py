"""Words of the first batches stay with the vocabulary, later ones go with their batch."""

from __future__ import annotations

import pytest
from tests.cli.conftest import small_pipeline

from rennbericht.run import process as run
from rennbericht.sources.article import ArticleInput

TEXTS = [f"Adler gewann in Quaxenbold{number}." for number in range(40)]


def kept(monkeypatch: pytest.MonkeyPatch, strings: int) -> tuple[int, list[str]]:
    monkeypatch.setattr(run, "KEPT_STRINGS", strings)
    monkeypatch.setattr(run, "BATCH_CHARS", 100)
    nlp = small_pipeline()
    nlp("Start.")
    results = list(run.process(nlp, [ArticleInput(t, t) for t in TEXTS], producer="p"))
    told = [record.model_dump_json() for r in results for record in (r.article, *r.entities)]
    return len(nlp.vocab.strings), told


def test_few_words_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    all_strings, told = kept(monkeypatch, 1_000_000)
    no_strings, again = kept(monkeypatch, 0)
    few_strings, once_more = kept(monkeypatch, no_strings + 10)
    assert no_strings < few_strings < all_strings
    assert told == again == once_more
