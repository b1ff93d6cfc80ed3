"""Articles that give no event by a cheap test are skipped, counted, and told with a reason."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from typer.testing import CliRunner, Result

import rennbericht
from rennbericht import api
from rennbericht.cli import app

NORACE = sorted((Path(__file__).parents[2] / "corpus/norace").glob("*.txt"))
COUNCIL = "Der Rat hat das Gesetz nach langer Debatte mit großer Mehrheit beschlossen. " * 4
ENGLISH = "The council has passed the law, and the mayor of the town was there with all of them."
RACE = "Hamilton überholte Vettel in der letzten Kurve."


@pytest.fixture
def inputs(nlp: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(api, "load", lambda *args, **kwargs: nlp)
    rows = [
        {"id": "rat", "text": COUNCIL, "title": "Aus dem Rat", "url": "https://zeitung.invalid/1"},
        {"id": "rennen", "text": RACE},
        {"id": "englisch", "text": ENGLISH},
    ]
    file = tmp_path / "in.jsonl"
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    return file


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["extract", *map(str, arguments)])


def articles(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "articles.jsonl").read_text().splitlines()]


def test_skips_stand_in_records_and_counts(inputs: Path, tmp_path: Path) -> None:
    result = run(inputs, "-o", tmp_path / "out")
    assert result.exit_code == 0
    council, race, english = articles(tmp_path / "out")
    assert [a["status"] for a in (council, race, english)] == ["skipped", "done", "skipped"]
    assert council["reason"].startswith("RB012 no_race")
    assert english["reason"].startswith("RB010 language")
    # what is known of the article stays known
    assert (council["title"], council["url"]) == ("Aus dem Rat", "https://zeitung.invalid/1")
    assert (council["chars"], council["words"]) == (len(COUNCIL), len(COUNCIL.split()))
    told = json.loads((tmp_path / "out/run.json").read_text())
    assert told["codes"] == {"RB010": 1, "RB012": 1}
    assert told["articles"] == {"done": 1, "skipped": 2, "failed": 0}
    assert told["words"] == len(RACE.split())
    assert "no_race" in result.stderr and "RB012" in result.stderr
    assert not (tmp_path / "out/deadletter.jsonl").exists()


def test_all_turns_it_off(inputs: Path, tmp_path: Path) -> None:
    run(inputs, "-o", tmp_path / "out")
    events = (tmp_path / "out/events.jsonl").read_bytes()
    assert run(inputs, "-o", tmp_path / "out", "--all").exit_code == 2  # another run
    assert run(inputs, "-o", tmp_path / "every", "--all").exit_code == 0
    assert [a["status"] for a in articles(tmp_path / "every")] == ["done"] * 3
    assert (tmp_path / "every/events.jsonl").read_bytes() == events


def test_all_reads_what_says_it_is_in_another_language(inputs: Path, tmp_path: Path) -> None:
    row = {"id": "englisch", "text": ENGLISH, "language": "en"}
    inputs.write_text(json.dumps(row), encoding="utf-8")
    run(inputs, "-o", tmp_path / "out")
    assert articles(tmp_path / "out")[0]["reason"].startswith("RB010 language")
    run(inputs, "-o", tmp_path / "every", "--all", "--same-id", "last")
    (article,) = articles(tmp_path / "every")
    assert (article["status"], article["language"]) == ("done", "en")
    (result,) = rennbericht.extract([row], nlp=api.load(), every=True)
    assert result.problem is None


def test_of_a_file_that_is_not_about_racing_that_is_said(inputs: Path, tmp_path: Path) -> None:
    file = tmp_path / "rat.txt"
    file.write_text(COUNCIL, encoding="utf-8")
    result = run(file)
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"{file}: RB012 no_race" in result.stderr


def test_the_same_from_python(nlp: Language) -> None:
    council, race = rennbericht.extract([COUNCIL, RACE], nlp=nlp)
    assert council.problem is not None and council.problem.code == "RB012"
    assert race.problem is None and race.events
    council, _ = rennbericht.extract([COUNCIL, RACE], nlp=nlp, every=True)
    assert council.problem is None


def test_no_event_is_lost(nlp: Language) -> None:
    texts = [path.read_text(encoding="utf-8") for path in NORACE]
    screened = list(rennbericht.extract(texts, nlp=nlp))
    every = list(rennbericht.extract(texts, nlp=nlp, every=True))
    assert [r.events for r in screened] == [r.events for r in every]
    assert sum(r.problem is not None for r in screened) > len(texts) / 4


def test_the_title_alone_can_be_about_a_race(nlp: Language) -> None:
    record = {"text": "Er sprach nicht mit der Presse.", "title": "Hamilton gewinnt in Monza"}
    (result,) = rennbericht.extract([record], nlp=nlp)
    assert result.problem is None
