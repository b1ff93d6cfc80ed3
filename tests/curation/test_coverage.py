"""What coverage counts over texts with and without gold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from spacy.language import Language
from typer.testing import CliRunner

from rennbericht.cli import app
from rennbericht.contract.build import EVENTS
from rennbericht.curation.coverage.measure import measure
from rennbericht.curation.texts import CuratedText, read_texts

TEXT = (
    "In Spa überholte Lewis Hamilton in Runde drei Sebastian Vettel. "
    "In Runde vier filetierte Hamilton in der Eau Rouge Fernando Alonso. "
    "Der Polesitter führte danach bis ins Ziel."
)


def test_frames_words_and_open_references_are_counted(nlp: Language) -> None:
    found = measure(nlp, [CuratedText("spa", TEXT), CuratedText("again", TEXT)])
    assert (found.texts, found.gold) == (2, 0)
    assert found.frames["overtake.ueberholen"].events == 2
    assert "overtake.ueberholen" not in found.never
    assert "overtake.abluchsen" in found.never or len(found.never) > 1000
    assert found.unknown["verb filetieren"].count == 2
    assert found.unknown["verb filetieren"].sentences == [
        "In Runde vier filetierte Hamilton in der Eau Rouge Fernando Alonso."
    ]
    assert found.open_references["role"].sentences[0].startswith("Der Polesitter | ")
    assert found.names["driver:lewis-hamilton"] > 0


def test_gold_gives_precision_and_share_of_the_type(nlp: Language) -> None:
    events = nlp(TEXT).user_data[EVENTS]
    right = [
        {**e, "roles": {r: [a["entity"]["name"] for a in v] for r, v in e["roles"].items()}}
        for e in events
        if e["type"] == "overtake"
    ]
    missed = {**right[0], "roles": {"agent": ["Fernando Alonso"], "patient": ["Jenson Button"]}}
    found = measure(nlp, [CuratedText("spa", TEXT, [*right, missed])]).as_dict()
    row = found["frames"]["overtake.ueberholen"]
    assert (row["right"], row["wrong"], row["precision"], row["recall"]) == (1, 0, 1.0, 0.5)
    wrong = measure(nlp, [CuratedText("spa", TEXT, [missed])]).as_dict()
    assert wrong["frames"]["overtake.ueberholen"]["precision"] == 0.0


def test_raw_articles_and_corpora_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert [(t.doc_id, t.gold) for t in read_texts(tmp_path)] == [("a", None)]
    corpus = Path(__file__).parents[2] / "corpus"
    dev = list(read_texts(corpus, "dev"))
    assert dev and all(text.gold for text in dev)


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_command(tmp_path: Path, form: list[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    command = ["patterns", "coverage", str(tmp_path), "--model", "embedded", *form]
    run = CliRunner().invoke(app, command)
    assert run.exit_code == 0
    if form:
        assert json.loads(run.stdout)["unknown"]["verb filetieren"]["count"] == 1
    else:
        assert "verb filetieren" in run.stdout and "never fired" in run.stdout
