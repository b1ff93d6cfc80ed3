"""What a run writes: it reads none of it, writes over nothing of others, leaves nothing old."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.run.test_folder import articles, outcome, run

from rennbericht.run import folder as folder_run
from rennbericht.run.job import Job
from rennbericht.sinks.lines import LinesFile

pytestmark = pytest.mark.usefixtures("small", "folder")


def paths(job: Job) -> list[str]:
    return list(job.paths())


@pytest.mark.parametrize("out", ["crawl", "crawl/run"])
def test_an_output_among_the_inputs_is_not_read(out: str) -> None:
    Path("crawl").mkdir()
    articles(Path("crawl/in.jsonl"), 6)
    Path(out, "tief").mkdir(parents=True)
    Path(out, "tief/a.txt").write_text("Heute holte Adler Pole.")
    asked = ("crawl", "-o", out, "--partition", "date")
    assert run(*asked).exit_code == 0
    before = run_files(Path(out))
    assert run(*asked, "--redo").exit_code == 0
    assert run_files(Path(out)) == before
    assert paths(Job(inputs=["crawl"], out=Path(out))) == sorted(
        ["crawl/in.jsonl", f"{out}/tief/a.txt"]
    )


def run_files(folder: Path) -> dict[str, bytes]:
    return {str(f): f.read_bytes() for f in folder.glob("*/date=*/*")}


def test_an_output_file_among_the_inputs_is_not_read() -> None:
    articles(Path("in.jsonl"), 6)
    for _ in range(2):
        assert run("*.jsonl", "-o", "out.jsonl").exit_code == 0
    assert paths(Job(inputs=["*.jsonl", "out.jsonl"], out=Path("out.jsonl"))) == [
        "in.jsonl", "out.jsonl",
    ]  # fmt: skip
    same = run("in.jsonl", "-o", "./in.jsonl")
    assert same.exit_code == 2
    assert "is an input as well" in same.stderr


def test_files_of_others_are_not_written_over() -> None:
    text = articles(Path("articles.jsonl"), 6).read_bytes()
    refused = run("articles.jsonl", "-o", ".")
    assert refused.exit_code == 2
    assert "RB601" in refused.stderr and "articles.jsonl" in refused.stderr
    assert Path("articles.jsonl").read_bytes() == text


def test_inputs_below_a_folder_of_partitions_stay() -> None:
    Path("articles").mkdir()
    articles(Path("articles/in.jsonl"), 6)
    assert run("articles", "-o", ".", "--partition", "date").exit_code == 0
    assert sorted(f.name for f in Path("articles").iterdir()) == ["date=unknown", "in.jsonl"]


def test_another_form_leaves_nothing_of_the_one_before() -> None:
    articles(Path("in.jsonl"), 6)
    assert run("in.jsonl", "-o", "out", "--partition", "date").exit_code == 0
    assert run("in.jsonl", "-o", "out", "--as", "zst", "--emit", "events", "--redo").exit_code == 0
    assert sorted(f.name for f in Path("out").iterdir() if not f.name.startswith(".")) == [
        "events.jsonl.zst", "ledger.sqlite", "run.json",
    ]  # fmt: skip


def test_run_json_tells_options_and_figures() -> None:
    articles(Path("in.jsonl"), 6)
    assert run("in.jsonl", "-o", "out", "--no-text").exit_code == 0
    told = json.loads(Path("out/run.json").read_text())
    assert (told["no_text"], told["words"], told["engine"]) == (True, 24, "local")


def test_a_folder_is_finished_with_its_run_json(monkeypatch: pytest.MonkeyPatch) -> None:
    articles(Path("in.jsonl"), 6)

    def full(*arguments: Any) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(folder_run, "write_run", full)
        stopped = run("in.jsonl", "-o", "out")
    assert stopped.exit_code == 3
    assert "RB604" in stopped.stderr
    assert run("in.jsonl", "-o", "out").exit_code == 0
    assert Path("out/run.json").exists()


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.zst", "out.csv"])
def test_a_full_disk_is_told_of_a_file_too(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    articles(Path("in.jsonl"), 6)
    Path(name).write_text("from before")

    def full(*arguments: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(LinesFile, "write", full)
    stopped = run("in.jsonl", "-o", name)
    assert stopped.exit_code == 3
    assert "RB604" in stopped.stderr
    assert Path(name).read_text() == "from before"


@pytest.mark.parametrize("out", ["s3://eimer/lauf", "memory://lauf", "file:///tmp/lauf.jsonl"])
def test_output_goes_to_no_address(out: str) -> None:
    articles(Path("in.jsonl"), 3)
    assert run("in.jsonl", "-o", out).exit_code == 2
    assert not Path(out).parent.exists()


def test_names_that_are_no_utf8_are_told() -> None:
    Path("ein").mkdir()
    Path("ein/M\udcfcller.txt").write_text("Heute holte Adler Pole.")
    Path("ein/größe & maß.txt").write_text("Heute holte Adler Pole.")
    assert run("ein", "ein/M\udcfcller.txt", "-o", "out").exit_code == 0
    rows = [json.loads(line) for line in Path("out/articles.jsonl").read_text().splitlines()]
    assert [row["doc_id"] for row in rows] == [
        "M\\xfcller", "größe & maß", "M\\xfcller~2",
    ]  # fmt: skip
    assert rows[0]["source"]["path"] == "ein/M\\xfcller.txt"
    again = outcome(Path("out"))
    assert run("ein", "ein/M\udcfcller.txt", "-o", "out").exit_code == 0
    assert outcome(Path("out")) == again


def test_of_a_finished_folder_not_even_the_ledger_is_written() -> None:
    articles(Path("in.jsonl"), 3)
    run("in.jsonl", "-o", "out")
    before = {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in Path("out").iterdir()}
    assert run("in.jsonl", "-o", "out").exit_code == 0
    assert before == {
        file: (file.read_bytes(), file.stat().st_mtime_ns) for file in Path("out").iterdir()
    }
