"""The whole pipeline from outside: what it writes follows the contract, twice the same, quickly."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from spacy.language import Language

import rennbericht
from rennbericht.api import COMPONENTS
from rennbericht.bounds import LEAST_CONFIDENCE
from rennbericht.contract.schema import json_schema
from rennbericht.sources.article import ArticleInput

REPORTS = sorted((Path(__file__).parents[2] / "corpus" / "reports").glob("*.txt"))


def articles() -> list[ArticleInput]:
    return [ArticleInput(path.stem, path.read_bytes().decode()) for path in REPORTS]


@pytest.fixture(scope="module")
def results(nlp: Language) -> list[Any]:
    return list(rennbericht.extract(articles(), nlp=nlp))


def lines(results: list[Any]) -> list[str]:
    return [record.as_line() for r in results for record in (*r.events, *r.entities, r.article)]


def test_components_stand_in_their_order(nlp: Language) -> None:
    assert nlp.pipe_names[0] == COMPONENTS[0]
    assert [name for name in nlp.pipe_names if name.startswith("rennbericht_")] == [*COMPONENTS]


def test_every_report_is_done(results: list[Any]) -> None:
    assert {r.article.doc_id: r.article.reason for r in results if r.problem} == {}
    assert all(r.events for r in results)


def test_records_follow_the_schema(results: list[Any]) -> None:
    validators = {
        f"rennbericht/{name}@1": Draft202012Validator(json_schema(name))
        for name in ("event", "entity", "article")
    }
    for line in lines(results):
        record = json.loads(line)
        validators[record["schema"]].validate(record)


def test_offsets_hold_the_words(results: list[Any]) -> None:
    for article, result in zip(articles(), results, strict=True):
        for event in result.events:
            spans = [event.trigger, event.sentence]
            spans += [a for arguments in event.roles.values() for a in arguments]
            for span in spans:
                assert article.text[span.start : span.end] == span.text
            assert event.sentence.start <= event.trigger.start < event.sentence.end
        for record in result.entities:
            assert article.text[record.start : record.end] == record.text


def test_company_in_a_batch_changes_nothing(nlp: Language, results: list[Any]) -> None:
    backwards = list(rennbericht.extract(reversed(articles()), nlp=nlp))
    assert lines(list(reversed(backwards))) == lines(results)


def test_a_document_alone_gives_the_same_events(nlp: Language, results: list[Any]) -> None:
    doc = nlp(articles()[0].text)
    # of one trigger and type the ids decide the order, and they hold the document's own

    def told(events: Any) -> list[str]:
        return sorted(str((e.trigger.start, e.type, e.status, e.attributes)) for e in events)

    sure = [e for e in doc._.events if e.confidence is None or e.confidence >= LEAST_CONFIDENCE]
    assert told(sure) == told(results[0].events)
    assert len(sure) < len(doc._.events)
    assert {event.producer for event in doc._.events} == {results[0].article.producer}


def test_the_command_names_the_model_on_standard_error(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Lewis Hamilton gewann vor Sebastian Vettel.", encoding="utf-8")
    command = [sys.executable, "-m", "rennbericht.cli", "extract", str(path), "--model", "embedded"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout.splitlines()[0])["type"] == "result"
    assert "de_rennbericht_sm" in done.stderr


def test_model_info() -> None:
    command = [sys.executable, "-m", "rennbericht.cli", "model", "info", "--model", "embedded"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("de_rennbericht_sm/")
    assert "license: " in done.stdout


def test_a_model_that_is_missing_is_named_with_its_remedy() -> None:
    command = [sys.executable, "-m", "rennbericht.cli", "extract", "x", "--model", "de_none_sm"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "RB201" in done.stderr
    assert "python -m spacy download de_none_sm" in done.stderr
