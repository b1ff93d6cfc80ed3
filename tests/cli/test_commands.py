"""`evaluate`, `schema`, `--version`, and how fast the command answers."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

import rennbericht
from rennbericht.cli import app


def gold(folder: Path) -> Path:
    """A corpus of two reports; of the second the small pipeline finds nothing right."""
    events = {
        "eins": [("Adler", 20)],
        "zwei": [("Brandt", 0)],
    }
    texts = {"eins": "Gestern holte Adler Pole.", "zwei": "Brandt stand vorn. Adler Pole."}
    for name, poles in events.items():
        data = {
            "doc_id": name,
            "events": [
                {
                    "type": "pole",
                    "status": "asserted",
                    "trigger": {"text": "Pole", "start": start, "end": start + 4},
                    "sentence": {"start": 0},
                    "roles": {"holder": [who]},
                    "attributes": {},
                }
                for who, start in poles
            ],
        }
        for part, suffix, content in (
            ("gold", "gold.json", json.dumps(data)),
            ("reports", "txt", texts[name]),
        ):
            (folder / part).mkdir(exist_ok=True)
            (folder / part / f"{name}.{suffix}").write_text(content, encoding="utf-8")
    parts = {"train": ["eins"], "dev": ["zwei"], "test": []}
    (folder / "splits.json").write_text(json.dumps(parts), encoding="utf-8")
    return folder


@pytest.mark.usefixtures("small")
def test_evaluate_a_corpus(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["evaluate", str(gold(tmp_path)), "--json"])
    assert result.exit_code == 0
    figures = json.loads(result.stdout)
    strict = figures["strict"]
    assert (strict["found"], strict["missed"], strict["wrong"]) == (1, 1, 1)
    assert strict["documents"]["eins"]["f1"] == 1
    assert strict["types"]["pole"]["recall"] == 0.5


@pytest.mark.usefixtures("small")
def test_evaluate_a_part_and_list_errors(tmp_path: Path) -> None:
    arguments = ["evaluate", str(gold(tmp_path)), "--split", "dev", "--errors"]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0
    assert "== zwei" in result.stdout
    assert "missed  pole “Pole”  holder: Brandt" in result.stdout
    assert "wrong   pole “Pole”  holder: Adler" in result.stdout
    assert "eins" not in result.stdout


@pytest.mark.usefixtures("small")
def test_evaluate_records_written_before(tmp_path: Path) -> None:
    corpus = gold(tmp_path)
    runner = CliRunner()
    out = str(tmp_path / "out")
    assert runner.invoke(app, ["extract", str(corpus / "reports"), "-o", out]).exit_code == 0
    fresh = runner.invoke(app, ["evaluate", str(corpus), "--json"])
    for pred in (out, f"{out}/events.jsonl"):
        written = runner.invoke(app, ["evaluate", str(corpus), "--json", "--pred", pred])
        assert json.loads(written.stdout) == json.loads(fresh.stdout)


def test_evaluate_what_is_not_there() -> None:
    result = CliRunner().invoke(app, ["evaluate", "none.gold.json"])
    assert result.exit_code == 2
    assert "RB001" in result.stderr


@pytest.mark.parametrize("record", ["event", "entity", "article"])
def test_schema(record: str) -> None:
    result = CliRunner().invoke(app, ["schema", record])
    schema = json.loads(result.stdout)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_version() -> None:
    result = CliRunner().invoke(app, ["--version"])
    assert result.stdout == f"rennbericht {rennbericht.__version__}\n"


def test_heavy_libraries_are_loaded_only_when_needed() -> None:
    code = (
        "import sys, rennbericht, rennbericht.cli\n"
        "print([m for m in ('spacy', 'pydantic', 'dateparser') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_reader_that_goes_away_leaves_no_trace() -> None:
    command = f"{sys.executable} -m rennbericht.cli schema event | true"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stderr == ""
