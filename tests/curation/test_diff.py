"""What an edit of the patterns changes, with and without gold, between folders and revisions."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from tests.curation.editing import Seeds
from typer.testing import CliRunner

from rennbericht.cli import app

TEXT = (
    "In Spa überholte Lewis Hamilton in Runde drei Sebastian Vettel. "
    "In Runde vier filetierte Hamilton in der Eau Rouge Fernando Alonso.\n"
)
SLICED = {
    "id": "overtake.filetieren", "type": "overtake", "verb": "filetieren",
    "roles": {"agent": "subject", "patient": "accusative"},
    "example": "In Runde 31 filetierte Russell in der Parabolica Norris.",
    "expect": {"agent": ["Russell"], "patient": ["Norris"]},
}  # fmt: skip
GOLD = (
    "> In Spa überholte\n"
    'overtake "überholte" | Lewis Hamilton > Sebastian Vettel | lap=3\n\n'
    "> In Runde vier\n"
    'overtake "filetierte" | Lewis Hamilton > Fernando Alonso | lap=4\n'
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    for name, file, text in (("reports", "spa.txt", TEXT), ("gold", "spa.gold", GOLD)):
        (folder / name).mkdir(parents=True)
        (folder / name / file).write_text(text, encoding="utf-8")
    assert CliRunner().invoke(app, ["corpus", "build", str(folder)]).exit_code == 0
    return folder


@pytest.fixture
def edited(patterns: Path, tmp_path: Path) -> Path:
    """A second copy of the patterns, with one more frame."""
    copy = tmp_path / "edited"
    subprocess.run(["cp", "-r", str(patterns), str(copy)], check=True)
    Seeds(copy).add("events/overtake.jsonl", "", SLICED)
    return copy


def diff(*arguments: object) -> tuple[int, dict[str, object]]:
    command = ["patterns", "diff", *map(str, arguments), "--model", "embedded", "--json"]
    run = CliRunner().invoke(app, command)
    assert run.exit_code in (0, 1), run.output
    return run.exit_code, json.loads(run.stdout)


def test_gained_is_right_and_lost_is_worse(patterns: Path, edited: Path, corpus: Path) -> None:
    code, found = diff(patterns, edited, "--on", corpus)
    (gained,) = found["differences"]  # type: ignore[misc]
    assert (code, gained["kind"], gained["right_after"]) == (0, "gained", True)
    assert found["types"] == {
        "overtake": {"before": 1, "after": 2, "right_before": 1, "right_after": 2}
    }
    code, found = diff(edited, patterns, "--on", corpus)
    (lost,) = found["differences"]  # type: ignore[misc]
    assert (code, lost["kind"], lost["worse"]) == (1, "lost", True)


def test_changed_events_stand_side_by_side(patterns: Path, edited: Path, corpus: Path) -> None:
    swapped = {**SLICED, "roles": {"agent": "accusative", "patient": "subject"}}
    swapped["expect"] = {"agent": ["Norris"], "patient": ["Russell"]}
    Seeds(patterns).add("events/overtake.jsonl", "", swapped)
    code, found = diff(edited, patterns, "--on", corpus)
    (changed,) = found["differences"]  # type: ignore[misc]
    assert (code, changed["kind"], changed["worse"]) == (1, "changed", True)
    assert (changed["right_before"], changed["right_after"]) == (True, False)


def test_without_gold_nothing_is_judged(patterns: Path, edited: Path, corpus: Path) -> None:
    code, found = diff(edited, patterns, "--on", corpus / "reports")
    assert code == 0
    assert [d["right_before"] for d in found["differences"]] == [None]  # type: ignore[union-attr]


def test_revisions_of_a_checkout(
    patterns: Path, edited: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout = patterns.parent
    monkeypatch.chdir(checkout)
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b.c"]
    for command in (["init", "-q"], ["add", "patterns"], ["commit", "-qm", "as it was"]):
        subprocess.run([*git, *command], check=True)
    Seeds(patterns).add("events/overtake.jsonl", "", SLICED)
    _, found = diff("HEAD", "patterns", "--on", corpus)
    assert [d["kind"] for d in found["differences"]] == ["gained"]  # type: ignore[union-attr]
    run = CliRunner().invoke(app, ["patterns", "diff", "v9", "patterns", "--on", str(corpus)])
    assert run.exit_code == 2
    assert "RB106" in run.stderr


def test_shown_for_people(patterns: Path, edited: Path, corpus: Path) -> None:
    run = CliRunner().invoke(
        app, ["patterns", "diff", str(edited), str(patterns), "--on", str(corpus)]
    )
    assert "lost  worse" in run.stdout
    assert "- overtake asserted: agent Lewis Hamilton; patient Fernando Alonso" in run.stdout
    assert "(right)" in run.stdout
