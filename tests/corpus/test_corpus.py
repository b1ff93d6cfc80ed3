"""The corpus of the repository itself keeps its own rules."""

from __future__ import annotations

from pathlib import Path

from rennbericht.curation.corpus import check, read_report, reports

ROOT = Path(__file__).resolve().parents[2] / "corpus"


def test_corpus_has_no_fault() -> None:
    assert check(ROOT) == []


def test_reports_are_of_a_size() -> None:
    sizes = {doc_id: len(read_report(ROOT, doc_id).split()) for doc_id in reports(ROOT)}
    assert sizes
    assert {doc_id: n for doc_id, n in sizes.items() if not 100 <= n <= 650} == {}
