"""The catalogue of constructions: three sentences each, all of them in the reports they name."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from rennbericht.curation.corpus import read_report

ROOT = Path(__file__).resolve().parents[2] / "corpus"
_QUOTE = re.compile(r"- (.+) \(`([\w-]+)`\)$")


def constructions() -> dict[str, list[str]]:
    """The lines of each construction by its name."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in (ROOT / "CONSTRUCTIONS.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("### "):
            name = line.removeprefix("### ")
            assert name not in found, f"{name} stands twice"
            found[name] = []
        elif line.startswith("## "):
            name = ""
        elif name and line:
            found[name].append(line)
    return found


CATALOGUE = constructions()


def quotes(name: str) -> list[tuple[str, str]]:
    """Sentence and report of each quotation."""
    lines = [line for line in CATALOGUE[name] if line.startswith("- ")]
    matches = [_QUOTE.match(line) for line in lines]
    assert all(matches), f"{name}: a quotation without its report"
    return [match.groups() for match in matches if match]  # type: ignore[misc]


def test_there_are_constructions() -> None:
    assert len(CATALOGUE) >= 100


@pytest.mark.parametrize("name", CATALOGUE)
def test_each_is_told_and_shown_three_times(name: str) -> None:
    told = [line for line in CATALOGUE[name] if not line.startswith("- ")]
    assert told, f"{name}: what is it?"
    assert len({sentence for sentence, _ in quotes(name)}) >= 3


def test_sentences_stand_in_their_reports() -> None:
    splits = json.loads((ROOT / "splits.json").read_text(encoding="utf-8"))
    open_parts = {*splits["train"], *splits["dev"]}
    reports: dict[str, str] = {}
    wrong = []
    for name in CATALOGUE:
        for sentence, doc_id in quotes(name):
            if doc_id not in open_parts:
                wrong.append(f"{name}: {doc_id} is no report of train or dev")
                continue
            text = reports.setdefault(doc_id, read_report(ROOT, doc_id))
            if sentence not in text:
                wrong.append(f"{name}: {doc_id} does not hold {sentence!r}")
    assert wrong == []
