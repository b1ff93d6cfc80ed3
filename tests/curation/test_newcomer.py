"""The walk of a newcomer in README.md, command by command, in a checkout of its own."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest
from tests.curation.editing import append
from typer.testing import CliRunner

from rennbericht.cli import app

ROOT = Path(__file__).parents[2]
_COMMAND = re.compile(r"^\.venv/bin/rennbericht (patterns .+)$", re.MULTILINE)
_SAID = re.compile(r"^```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINE = re.compile(r"^```json\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def walk() -> str:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return text.split("## Add a way of saying it")[1].split("Verbs match in every form")[0]


def test_the_walk(patterns: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checkout = patterns.parent
    (checkout / "corpus").symlink_to(ROOT / "corpus")
    monkeypatch.chdir(checkout)
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b.c"]
    for command in (["init", "-q"], ["add", "patterns"], ["commit", "-qm", "as it was"]):
        subprocess.run([*git, *command], check=True)
    first, *rest = _COMMAND.findall(walk())
    (line,) = _LINE.findall(walk())
    reason, *said = [part for block in _SAID.findall(walk()) for part in block.splitlines()]

    missed = CliRunner().invoke(app, shlex.split(first))
    assert reason in missed.stdout
    assert missed.stdout.rstrip().endswith("none")

    append(patterns, "events/overtake.jsonl", line.strip())
    assert [command.split()[1] for command in rest] == ["lint", "diff", "explain"]
    for command, words in zip(rest, said, strict=True):
        run = CliRunner().invoke(app, shlex.split(command))
        assert run.exit_code == 0, run.output
        assert words in run.stdout
