"""A small pipeline in place of the whole one: reading, running and writing are tested by it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from rennbericht import api
from rennbericht.contract.build import EVENTS, PRODUCER_META, events_of

#: confidence of who is on pole; of others null
SURE = {"Sicher": 0.9, "Knapp": 0.8, "Unsicher": 0.7999, "Kaum": 0.2999}
PRODUCER = "rennbericht/0.1.0 de_test/0 patterns/00000000"


@Language.component("test_events")
def _events(doc: Doc) -> Doc:
    """A pole for the word before every `Pole`; the word `Kollaps` is one the pipeline dies of."""
    found = []
    for sentence in doc.sents:
        for token in sentence:
            if token.text == "Kollaps":
                raise ZeroDivisionError("a fault of a component")
            if token.text != "Pole" or token.i == sentence.start:
                continue
            who = token.nbor(-1)
            entity = {"label": "DRIVER", "id": f"driver:{who.lower_}", "name": who.text}
            start, end = who.idx, who.idx + len(who)
            argument = {"text": who.text, "start": start, "end": end, "entity": entity}
            found.append(
                {
                    "type": "pole",
                    "status": "asserted",
                    "trigger": {"text": "Pole", "start": token.idx, "end": token.idx + 4},
                    "sentence": {
                        "index": 0,
                        "start": sentence.start_char,
                        "end": sentence.end_char,
                        "text": sentence.text,
                    },
                    "roles": {"holder": [{**argument, "via": "name"}]},
                    "attributes": {},
                    "confidence": SURE.get(who.text),
                    "pattern": "pole.test",
                }
            )
    doc.user_data[EVENTS] = found
    return doc


def small_pipeline() -> Language:
    """Blank German with sentence bounds and one rule."""
    Doc.set_extension("events", getter=events_of, force=True)
    nlp = spacy.blank("de")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("test_events")
    nlp.meta[PRODUCER_META] = PRODUCER
    return nlp


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Iterator[Language]:
    nlp = small_pipeline()
    monkeypatch.setattr(api, "load", lambda *args, **kwargs: nlp)
    yield nlp


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder, so that records hold short paths."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
