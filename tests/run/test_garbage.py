"""The collector stands still while a batch is worked on, and is left as it was."""

from __future__ import annotations

import gc

import pytest
from spacy.language import Language
from spacy.tokens import Doc
from tests.cli.conftest import small_pipeline

from rennbericht.run.process import process
from rennbericht.sources.article import ArticleInput

seen: list[int] = []


@Language.component("test_garbage")
def _look(doc: Doc) -> Doc:
    seen.append(gc.get_threshold()[0])
    if doc[0].text == "Kaputt":
        raise ValueError(doc.text)
    return doc


@pytest.mark.parametrize("before", [700, 0])
def test_as_it_was(before: int) -> None:
    nlp = small_pipeline()
    nlp.add_pipe("test_garbage")
    nlp("Start.")
    seen.clear()
    usual = gc.get_threshold()
    try:
        gc.set_threshold(before)
        texts = ("Adler Pole.", "Kaputt.")
        results = process(nlp, [ArticleInput(t, t) for t in texts], producer="p")
        assert [result.article.status for result in results] == ["done", "failed"]
        assert gc.get_threshold()[0] == before
    finally:
        gc.set_threshold(*usual)
    assert not any(seen[1:])  # the first text warms up what is made when first needed
