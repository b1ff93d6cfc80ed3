"""What the user can ask of reading: formats, keys, dates, libraries that may be missing."""

from __future__ import annotations

import importlib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from rennbericht.sources.article import ArticleInput, Problem, Warnings
from rennbericht.sources.read import read_inputs

FIXTURES = Path(__file__).parents[1] / "fixtures" / "inputs"
TEXT = "Adler überholte Brandt."


def read(*paths: Path | str, **options: Any) -> list[Any]:
    return list(read_inputs(map(str, paths), **options))


def put(path: Path, data: bytes | str) -> Path:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_own_keys_go_before_the_usual_ones() -> None:
    path = FIXTURES / "own-keys.jsonl"
    first, second = read(
        path, text_key="felder.volltext", id_key="meta.nummer", date_key="meta.stand"
    )
    assert (first.text, first.doc_id) == ("Ida Adler überholte Bo Brandt.", "7")
    assert (first.published, first.published_precision) == ("2011-10-15", "day")
    # where the own key is missing the usual ones are taken
    assert (second.text, second.doc_id) == ("Erster Absatz.\n\nZweiter Absatz.", "8")
    assert (second.published, second.published_precision) == ("2011", "year")


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("felder.x.y", "anderes"),
        ("felder.fehlt", "Vorschau"),
        ("meta", "Vorschau"),
        ("meta.nummer", "7"),
    ],
)
def test_paths_of_keys(key: str, text: str) -> None:
    assert read(FIXTURES / "own-keys.jsonl", text_key=key)[0].text == text


def test_a_number_takes_one_of_a_list() -> None:
    assert read(FIXTURES / "own-keys.jsonl", text_key="absaetze.1")[1].text == (
        "Emil Östrand fiel aus."
    )


def test_retrieval_stands_in_for_the_date_only_where_asked() -> None:
    path = FIXTURES / "dates.jsonl"
    assert read(path)[-1].published is None
    warnings: Warnings = Counter()
    items = read(path, assume_published="retrieved", warnings=warnings)
    assert (items[-1].published, items[-1].published_precision) == ("2011-10-16", "day")
    assert [item.published_assumed for item in items] == [False] * (len(items) - 1) + [True]
    assert warnings["published_assumed"] == 1
    # a date that the user gives goes behind what the article tells of itself
    assert read(path, published="2012-01-01")[-1].published == "2012-01-01"


@pytest.mark.parametrize(
    ("format", "data", "text"),
    [
        ("txt", '{"text": "a"}', '{"text": "a"}'),
        ("txt", "<!DOCTYPE html><p>a</p>", "<!DOCTYPE html><p>a</p>"),
        ("json", 'var data = {"text": "Adler"}', "RB005"),
        ("jsonl", '[{"text": "Adler"}]', "Adler"),
        ("csv", "spalte;text\r\n1;Adler\r\n", "Adler"),
        ("csv", "eins;zwei\r\n", "RB006"),
        ("xml", "<alle><a><text>Adler</text></a></alle>", "Adler"),
    ],
)
def test_format_overrides(tmp_path: Path, format: Any, data: str, text: str) -> None:
    item = read(put(tmp_path / "a.dat", data), format=format)[0]
    assert (item.text if isinstance(item, ArticleInput) else item.code) == text


def test_what_is_refused_stays_refused(tmp_path: Path) -> None:
    for format in ("txt", "jsonl", "json", "csv", "warc"):
        (item,) = read(FIXTURES / "scrapy.pickle", format=format)
        assert item.code == "RB008"


def test_columns_without_names_are_called_by_number(tmp_path: Path) -> None:
    path = put(tmp_path / "a.csv", "7,Adler überholte Brandt.\n8,Brandt fiel aus.\n")
    items = read(path, text_key="2", id_key="1")
    assert [(item.doc_id, item.text) for item in items] == [("7", TEXT), ("8", "Brandt fiel aus.")]


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [
        ("page.html", "trafilatura", "html"),
        ("crawl.warc", "trafilatura", "html"),
        ("feed.jsonl.zst", "zstandard", "zst"),
        ("memory://a.txt", "fsspec.core", "remote"),
        ("memory://*.txt", "fsspec.core", "remote"),
    ],
)
def test_a_missing_library_names_its_extra(
    monkeypatch: pytest.MonkeyPatch, name: str, module: str, extra: str
) -> None:
    real = importlib.import_module

    def missing(wanted: str, package: str | None = None) -> Any:
        if wanted == module:
            raise ImportError(wanted)
        return real(wanted, package)

    monkeypatch.setattr(importlib, "import_module", missing)
    path = name if "://" in name else FIXTURES / name
    problem = read(path)[-1]
    assert isinstance(problem, Problem)
    assert problem.code == "RB401"
    assert f"rennbericht[{extra}]" in problem.detail


def test_remote_files_folders_and_patterns() -> None:
    fsspec = pytest.importorskip("fsspec")
    memory = fsspec.filesystem("memory")
    for name, data in {
        "/lauf/r10.txt": TEXT.encode(),
        "/lauf/r2.jsonl.gz": (FIXTURES / "feed.jl.gz").read_bytes(),
        "/lauf/.verborgen": b"x",
    }.items():
        memory.pipe(name, data)
    assert [i.doc_id for i in read("memory://lauf/r10.txt")] == ["r10"]
    assert [i.text for i in read("memory://lauf/r10.txt")] == [TEXT]
    assert [i.doc_id for i in read("memory://lauf")] == ["feed-1", "feed-2", "feed-3", "r10"]
    assert [i.doc_id for i in read("memory://lauf/*.txt")] == ["r10"]
    (problem,) = read("memory://lauf/fehlt.txt")
    assert problem.code == "RB001"
    (problem,) = read("unbekannt://lauf/fehlt.txt")
    assert problem.code == "RB001"


def test_too_long_is_set_aside_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = '{"text": "Adler überholte Brandt."}\n'
    path = tmp_path / "a.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.write(good + '{"text": "')
        for _ in range(60):
            file.write("Adler. " * 149_796)
        file.write('"}\n' + good)
    first, problem, last = read(path)
    assert (first.text, last.text) == (TEXT, TEXT)
    assert (problem.code, problem.source.line, problem.source.byte_offset) == ("RB007", 2, 37)
    assert (last.source.line, last.source.byte_offset) == (3, path.stat().st_size - 37)
    assert len(problem.excerpt) == 200
