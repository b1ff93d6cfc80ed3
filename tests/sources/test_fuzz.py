"""No input makes the readers fail, hang, or forget what they were given."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sources.mutated import account, damage, inputs

from rennbericht.sources.article import ArticleInput

IDS = [f"id-{number}" for number in range(12)]


@given(
    st.binary(max_size=2000),
    st.sampled_from(["a", "a.txt", "a.jsonl", "a.json", "a.csv", "a.xml", "a.gz", "a.warc"]),
)
@settings(max_examples=150, deadline=None)
def test_any_bytes(data: bytes, name: str) -> None:
    assert account(name, data)


def test_damaged_fixtures() -> None:
    whole = importlib.util.find_spec("trafilatura") and importlib.util.find_spec("zstandard")
    if not whole:
        pytest.skip("trafilatura or zstandard is not installed")
    for name, data in inputs(500, seed=7):
        account(name, data)


@pytest.mark.parametrize("form", ["lines", "array", "indented"])
def test_damage_in_one_record_costs_no_other(form: str) -> None:
    rng = random.Random(form)
    for _ in range(60):
        records = [{"id": i, "text": f"Adler überholte {i}.", "tags": [{"n": "x"}]} for i in IDS]
        indent = 1 if form == "indented" else None
        parts = [json.dumps(r, ensure_ascii=False, indent=indent).encode() for r in records]
        hit = rng.randrange(1, len(parts) - 1)
        parts[hit] = damage(parts[hit], rng)
        if form == "lines":
            parts[hit] = parts[hit].replace(b"\n", b" ")
            data = b"\n".join(parts)
        else:
            data = b"[" + b",\n".join(parts) + b"]"
        read = {i.doc_id for i in account("a.json", data) if isinstance(i, ArticleInput)}
        assert read >= set(IDS) - {IDS[hit]}, parts[hit]


def test_paths_that_are_none(tmp_path: Path) -> None:
    from rennbericht.sources.read import read_inputs

    names = ["", "\x00", "a" * 5000, "[", "*[", "://", "x://", str(tmp_path / "[a")]
    for name in names:
        (item,) = read_inputs([name])
        assert not isinstance(item, ArticleInput)
