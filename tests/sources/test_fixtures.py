"""Every fixture of inputs: ids, dates, text, warnings, problems and their places.

`inputs-expected.jsonl` says what comes out, a line a fixture, written by hand and eye:

    python -m tests.sources.test_fixtures    # prints what comes out now
"""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.sources.shown import FIXTURES, shown

_PATH = FIXTURES.parent / "inputs-expected.jsonl"
EXPECTED: dict[str, dict[str, Any]] = {
    line["file"]: line for line in map(json.loads, _PATH.read_text("utf-8").splitlines())
}
NEEDS = {".html": "trafilatura", ".warc": "trafilatura", ".zst": "zstandard"}


def test_every_fixture_is_expected() -> None:
    assert {path.name for path in FIXTURES.iterdir()} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_fixture(name: str) -> None:
    for ending, module in NEEDS.items():
        if ending in Path(name).suffixes and importlib.util.find_spec(module) is None:
            pytest.skip(f"{module} is not installed")
    assert shown(FIXTURES / name) == EXPECTED[name]


@pytest.mark.parametrize(
    "name", [n for n in EXPECTED if Path(n).suffix in (".json", ".jl", ".jsonl")]
)
def test_offsets_lead_to_the_record(name: str) -> None:
    data = (FIXTURES / name).read_bytes()
    for item in EXPECTED[name]["items"] if not name.startswith("utf-16") else ():
        if "byte_offset" in item:
            assert data[item["byte_offset"] :].lstrip(b"\xef\xbb\xbf").startswith(b"{"), item


def test_one_crawl_however_it_is_packed() -> None:
    plain = EXPECTED["crawl.warc"]
    for name in ("crawl.warc.gz", "crawl-one-member.warc.gz"):
        assert EXPECTED[name] | {"file": ""} == plain | {"file": ""}


def _main() -> None:
    for path in sorted(FIXTURES.iterdir()):
        sys.stdout.write(json.dumps(shown(path), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    _main()
