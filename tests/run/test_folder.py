"""A run in a folder: whatever stops it, the same command goes on and gives the same bytes."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner, Result

from rennbericht.cli import app
from rennbericht.contract.schema import json_schema
from rennbericht.run import folder as folder_run
from rennbericht.run.ledger import Ledger
from rennbericht.sinks.lines import LinesFile

FILES = ("events.jsonl", "entities.jsonl", "articles.jsonl", "deadletter.jsonl")
ROOT = Path(__file__).parents[2]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["extract", *map(str, arguments)])


def outcome(folder: Path) -> dict[str, bytes]:
    return {n: (folder / n).read_bytes() for n in FILES if (folder / n).exists()}


def articles(path: Path, count: int, **changes: str) -> Path:
    """JSON Lines of so many articles, every seventh without text."""
    rows = []
    for number in range(count):
        text = changes.get(f"a{number}", f"Heute holte F{number} Pole.")
        rows.append({"id": f"a{number}", "text": "" if number % 7 == 6 else text})
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.mark.usefixtures("small", "folder")
def test_a_finished_folder_is_left_as_it_is() -> None:
    articles(Path("in.jsonl"), 20)
    first = run("in.jsonl", "-o", "out")
    before, told = outcome(Path("out")), Path("out/run.json").stat().st_mtime_ns
    again = run("in.jsonl", "-o", "out")
    assert (first.exit_code, again.exit_code) == (1, 0)  # two articles without text failed
    assert "finished in an earlier run" in again.stderr
    assert outcome(Path("out")) == before
    assert Path("out/run.json").stat().st_mtime_ns == told


@pytest.mark.usefixtures("small", "folder")
def test_an_interrupted_run_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    articles(Path("in.jsonl"), 30)
    run("in.jsonl", "-o", "whole")
    add, done = Ledger.add, 0

    def interrupted(ledger: Ledger, *arguments: Any) -> None:
        nonlocal done
        done += 1
        if done == 12:
            os.kill(os.getpid(), signal.SIGINT)
        add(ledger, *arguments)

    monkeypatch.setattr(Ledger, "add", interrupted)
    stopped = run("in.jsonl", "-o", "out")
    assert stopped.exit_code == 130
    assert "the same command goes on" in stopped.stderr
    assert not (Path("out") / "events.jsonl").exists()
    monkeypatch.setattr(Ledger, "add", add)
    rest = run("in.jsonl", "-o", "out")
    assert "done in an earlier run" in rest.stderr
    assert outcome(Path("out")) == outcome(Path("whole"))


@pytest.mark.usefixtures("small", "folder")
def test_another_run_in_the_folder_is_refused_unless_redone() -> None:
    articles(Path("in.jsonl"), 5)
    run("in.jsonl", "-o", "out")
    refused = run("in.jsonl", "-o", "out", "--published", "2024-05-05")
    assert refused.exit_code == 2
    assert "RB601" in refused.stderr and "published" in refused.stderr
    assert run("in.jsonl", "-o", "out", "--published", "2024-05-05", "--redo").exit_code == 0
    row = json.loads(Path("out/articles.jsonl").read_text().splitlines()[0])
    assert row["published"] == "2024-05-05"


@pytest.mark.usefixtures("small", "folder")
def test_failed_ones_are_tried_again_on_demand() -> None:
    Path("a.txt").write_text("Heute holte Adler Pole.")
    assert run("a.txt", "b.txt", "-o", "out").exit_code == 1
    Path("b.txt").write_text("Heute holte Brandt Pole.")
    assert run("a.txt", "b.txt", "-o", "out").exit_code == 0  # finished, so left as it is
    again = run("a.txt", "b.txt", "-o", "out", "--retry-failed")
    assert again.exit_code == 0
    assert not Path("out/deadletter.jsonl").exists()
    run("a.txt", "b.txt", "-o", "whole")
    assert outcome(Path("out")) == outcome(Path("whole"))


@pytest.mark.usefixtures("small", "folder")
def test_an_article_that_comes_again_with_another_text_is_told() -> None:
    Path("in.jsonl").write_text(
        '{"id": "x", "text": "Adler Pole."}\n{"id": "x", "text": "Brandt Pole."}\n'
    )
    assert (
        "1 x same id as an earlier article and another text"
        in run("in.jsonl", "none.txt", "-o", "out").stderr
    )
    Path("in.jsonl").write_text(
        '{"id": "x", "text": "Adler Pole."}\n{"id": "x", "text": "Conti Pole."}\n'
    )
    changed = run("in.jsonl", "none.txt", "-o", "out", "--retry-failed")
    assert "1 x came again with another text and done anew" in changed.stderr
    assert "Conti" in (Path("out") / "events.jsonl").read_text()
    assert "Brandt" not in (Path("out") / "events.jsonl").read_text()


@pytest.mark.usefixtures("small", "folder")
def test_two_processes_do_not_share_a_folder() -> None:
    articles(Path("in.jsonl"), 3)
    with closing(Ledger(Path("out"))):
        second = run("in.jsonl", "-o", "out")
    assert second.exit_code == 2
    assert "RB602" in second.stderr


@pytest.mark.usefixtures("small", "folder")
def test_a_damaged_ledger_is_an_error_that_says_so() -> None:
    articles(Path("in.jsonl"), 3)
    Path("out").mkdir()
    Path("out/ledger.sqlite").write_bytes(b"no ledger at all" * 100)
    damaged = run("in.jsonl", "-o", "out")
    assert damaged.exit_code == 2
    assert "RB603" in damaged.stderr


@pytest.mark.usefixtures("small", "folder")
@pytest.mark.parametrize("where", ["ledger", "files"])
def test_a_full_disk_loses_nothing(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    articles(Path("in.jsonl"), 30)
    run("in.jsonl", "-o", "whole")

    def full(*arguments: Any, **options: Any) -> None:
        if where == "ledger":
            raise sqlite3.OperationalError("database or disk is full")
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(*((Ledger, "commit") if where == "ledger" else (LinesFile, "write")), full)
        stopped = run("in.jsonl", "-o", "out")
    assert stopped.exit_code == 3
    assert "RB604" in stopped.stderr and "the same command goes on" in stopped.stderr
    run("in.jsonl", "-o", "out")
    assert outcome(Path("out")) == outcome(Path("whole"))


@pytest.mark.usefixtures("small", "folder")
def test_words_stay_out_of_every_record_on_demand() -> None:
    Path("a.txt").write_text("Gestern holte Zwetschgenmus Pole.")
    run("a.txt", "-o", "out", "--no-text")
    for name in ("events.jsonl", "entities.jsonl", "articles.jsonl"):
        for line in (Path("out") / name).read_text().splitlines():
            assert '"text":' not in line and "Gestern" not in line
            record = json.loads(line)
            kind = record["schema"].split("/")[1].split("@")[0]
            Draft202012Validator(json_schema(kind)).validate(record)


@pytest.mark.usefixtures("small", "folder")
def test_keys_of_a_spider_are_named() -> None:
    row = {"nr": "n7", "felder": {"inhalt": "Heute holte Adler Pole."}, "tag": "2024-05-05"}
    Path("in.jsonl").write_text(json.dumps(row) + "\n")
    keys = ("--text-key", "felder.inhalt", "--id-key", "nr", "--date-key", "tag")
    (article,) = map(json.loads, run("in.jsonl", "--emit", "articles", *keys).stdout.splitlines())
    told = article["doc_id"], article["events"], article["published"]
    assert told == ("n7", 1, "2024-05-05")


@pytest.mark.usefixtures("small", "folder")
def test_an_assumed_date_and_the_own_id_of_a_record_are_told() -> None:
    row = {"id": "a", "text": "Heute holte Adler Pole.", "date_download": "2024-05-06 08:00:00"}
    Path("in.jsonl").write_text(json.dumps(row) + "\n" + json.dumps({"text": "Brandt Pole."}))
    command = ("in.jsonl", "--emit", "articles", "--assume-published", "retrieved")
    first, second = map(json.loads, run(*command).stdout.splitlines())
    told = first["published"], first["published_precision"], first["published_assumed"]
    assert told == ("2024-05-06", "day", True)
    assert "published" not in second and "published_assumed" not in second
    crawl = ROOT / "tests/fixtures/inputs/crawl.warc.wet.gz"
    rows = [*map(json.loads, run(crawl, "--emit", "articles").stdout.splitlines())]
    assert {row["source"]["record"] for row in rows if row["status"] == "done"} == {
        row["doc_id"] for row in rows if row["status"] == "done"
    }
    assert rows[0]["source"]["record"].startswith("<urn:uuid:")


@pytest.mark.usefixtures("small", "folder")
def test_of_articles_that_come_again_one_is_kept() -> None:
    rows = [{"id": "x", "text": f"Heute holte {who} Pole."} for who in ("Adler", "Brandt")]
    rows.append({"id": "y", "text": "Heute  holte Brandt\nPole."})
    Path("in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    for options, kept, code in (
        ((), ["x", "x~2", "y"], None),
        (("--same-id", "first"), ["x", "y"], "RB015"),
        (("--same-id", "last"), ["x~2", "y"], "RB015"),
        (("--same-text", "first"), ["x", "x~2"], "RB016"),
    ):
        out = Path("out" + "".join(options))
        assert run("in.jsonl", "-o", out, *options).exit_code == 0
        found = [json.loads(line) for line in (out / "articles.jsonl").read_text().splitlines()]
        assert [row["doc_id"] for row in found if row["status"] == "done"] == kept
        assert json.loads((out / "run.json").read_text())["codes"] == ({code: 1} if code else {})
    assert run("-", "--same-id", "last").exit_code == 2


def test_the_key_of_an_input_is_its_place_and_id() -> None:
    from rennbericht.sources.article import ArticleInput, Provenance

    one = ArticleInput("x", "t", source=Provenance("a.jsonl", line=3))
    other = ArticleInput("x", "t", source=Provenance("a.jsonl", line=4))
    assert folder_run.key_of(one) != folder_run.key_of(other)
    assert folder_run.digest_of(one) == folder_run.digest_of(other)


def command(source: Path, out: Path, workers: int) -> list[str]:
    return [
        sys.executable, "-m", "rennbericht.cli", "extract", str(source), "-o", str(out),
        "--model", "embedded", "--workers", str(workers),
    ]  # fmt: skip


@pytest.mark.parametrize("workers", [1, 2])
def test_killed_at_any_moment_it_goes_on_to_the_same_bytes(tmp_path: Path, workers: int) -> None:
    texts = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "corpus/reports").glob("*"))]
    source = tmp_path / "in.jsonl"
    with source.open("w", encoding="utf-8") as lines:
        for number in range(60):
            row = {"id": f"a{number}", "text": texts[number % len(texts)]}
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")
    whole, out = tmp_path / "whole", tmp_path / "out"
    subprocess.run(command(source, whole, 1), check=True, capture_output=True)
    draw = random.Random(workers)
    for _ in range(2):
        process = subprocess.Popen(command(source, out, workers), stderr=subprocess.DEVNULL)
        time.sleep(draw.uniform(1.0, 4.0))
        process.send_signal(signal.SIGKILL)
        process.wait()
    subprocess.run(command(source, out, workers), check=True, capture_output=True)
    assert outcome(out) == outcome(whole)
    ids = [json.loads(x)["doc_id"] for x in (out / "articles.jsonl").read_bytes().splitlines()]
    assert ids == [f"a{number}" for number in range(60)]
