"""What stands in the files: the same records in every form, asked by the usual tools."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest
import zstandard
from spacy.language import Language
from typer.testing import CliRunner, Result

import rennbericht
from rennbericht import api
from rennbericht.cli import app
from rennbericht.run.payload import Payload
from rennbericht.sinks.results import rows_of
from rennbericht.sinks.schema import arrow_row, arrow_schema

REPORTS = Path(__file__).parents[2] / "corpus/reports"
TEXT = (
    "Beim Großen Preis von Belgien in Spa gewann Lewis Hamilton mit 4,3 Sekunden Vorsprung vor "
    "Sebastian Vettel. In Runde drei hatte Hamilton in der Eau Rouge Vettel überholt."
)


@pytest.fixture
def inputs(nlp: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(api, "load", lambda *args, **kwargs: nlp)
    rows = [
        {"id": "a", "text": TEXT, "date_publish": "2024-05-05"},
        {"id": "b", "text": (REPORTS / "f1-suzuka-agentur.txt").read_text(encoding="utf-8")},
        {"id": "c", "text": TEXT.replace("Hamilton", "Russell"), "date_publish": "2024-05-05"},
        {"id": "leer", "text": ""},
    ]
    file = tmp_path / "in.jsonl"
    file.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows))
    return file


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(app, ["extract", *map(str, arguments)])
    assert result.exit_code in (0, 1), result.output
    return result


def records(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def without_none(value: object) -> object:
    """A row of Parquet without its null fields and empty lists, as a record leaves them out."""
    if isinstance(value, dict):
        return {k: without_none(v) for k, v in value.items() if v is not None}
    if isinstance(value, list):
        return [without_none(v) for v in value]
    return value


def test_parquet_holds_the_same_records(inputs: Path, tmp_path: Path) -> None:
    run(inputs, "-o", tmp_path / "lines")
    run(inputs, "-o", tmp_path / "columns", "--as", "parquet")
    for kind in ("events", "entities", "articles"):
        table = pq.read_table(tmp_path / "columns" / f"{kind}.parquet")
        assert table.schema.equals(arrow_schema(kind))
        wanted = [without_none(arrow_row(r)) for r in records(tmp_path / "lines" / f"{kind}.jsonl")]
        assert [without_none(row) for row in table.to_pylist()] == wanted


def test_parquet_answers_the_usual_tools(inputs: Path, tmp_path: Path) -> None:
    run(inputs, "-o", tmp_path / "out", "--as", "parquet")
    events = tmp_path / "out/events.parquet"
    found = duckdb.sql(
        "SELECT r.entity.name AS who, attributes.position AS place FROM "
        f"(SELECT attributes, unnest(roles) AS r FROM '{events}' "
        "WHERE type = 'result' AND doc_id = 'a') ORDER BY place"
    ).fetchall()
    assert found == [("Lewis Hamilton", 1), ("Sebastian Vettel", 2)]
    frame = pd.read_parquet(events)
    assert set(frame[frame.type == "overtake"].doc_id) >= {"a", "c"}
    assert pl.read_parquet(events).height == len(frame)


def test_compressed_lines_are_the_same(inputs: Path, tmp_path: Path) -> None:
    run(inputs, "-o", tmp_path / "lines")
    run(inputs, "-o", tmp_path / "small", "--as", "zst")
    packed = (tmp_path / "small/events.jsonl.zst").read_bytes()
    plain = zstandard.ZstdDecompressor().decompressobj().decompress(packed)
    assert plain == (tmp_path / "lines/events.jsonl").read_bytes()
    assert len(packed) < len(plain) / 3


@pytest.mark.parametrize(
    ("form", "name"), [("jsonl", "events.jsonl"), ("parquet", "events.parquet")]
)
def test_a_folder_for_each_day(inputs: Path, tmp_path: Path, form: str, name: str) -> None:
    out = tmp_path / "out"
    run(inputs, "-o", out, "--partition", "date", "--as", form)
    days = sorted(path.name for path in (out / "events").iterdir())
    assert days == ["date=2024-05-05", "date=unknown"]
    assert (out / "events/date=2024-05-05" / name).exists()
    if form == "parquet":
        (counts,) = duckdb.sql(
            f"SELECT count(DISTINCT doc_id) FROM '{out}/events/*/*.parquet' "
            "WHERE date = '2024-05-05'"
        ).fetchall()
        assert counts == (2,)
    assert (out / "deadletter.jsonl").exists()


def test_results_are_a_table(inputs: Path, tmp_path: Path) -> None:
    run(inputs, "-o", tmp_path / "out", "--emit", "results")
    rows = list(csv.DictReader((tmp_path / "out/results.csv").open(encoding="utf-8")))
    first = [row for row in rows if row["doc_id"] == "a"]
    assert [(r["session"], r["position"], r["driver"], r["gap"]) for r in first] == [
        ("race", "1", "Lewis Hamilton", "4.3 s"),
        ("race", "2", "Sebastian Vettel", ""),
    ]
    stream = run(inputs, "--emit", "results").stdout.splitlines()
    assert stream == (tmp_path / "out/results.csv").read_text(encoding="utf-8").splitlines()


def test_results_leave_out_what_did_not_happen_here(nlp: Language) -> None:
    text = "In Monza gewann Hamilton vor Vettel. Alonso gewann in Monza nicht."
    (result,) = rennbericht.extract([text], nlp=nlp)
    assert [row["driver"] for row in rows_of(Payload.of(result))] == [
        "Lewis Hamilton", "Sebastian Vettel",
    ]  # fmt: skip


def test_forms_want_a_folder(inputs: Path) -> None:
    result = CliRunner().invoke(app, ["extract", str(inputs), "--as", "parquet"])
    assert result.exit_code == 2
    assert "RB501" in result.stderr
