"""Whole inputs: formats, encodings, compression, damage."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import marshal
import os
import pickle
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rennbericht.sources.article import ArticleInput, Problem, Warnings
from rennbericht.sources.inputs import expand
from rennbericht.sources.read import TEXT_LIMIT, read_inputs

FIXTURES = Path(__file__).parents[1] / "fixtures" / "inputs"
TEXT = "Adler überholte Brandt."


def read(*paths: Path, **options: Any) -> list[ArticleInput | Problem]:
    return list(read_inputs(map(str, paths), **options))


def texts(*paths: Path, **options: Any) -> list[str]:
    """The texts of articles, and the codes of problems."""
    return [
        item.text if isinstance(item, ArticleInput) else item.code
        for item in read(*paths, **options)
    ]


def put(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def lines(*records: dict[str, Any]) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def test_place_of_a_damaged_object() -> None:
    path = FIXTURES / "damaged-in-the-middle.json"
    problem = read(path)[1]
    assert isinstance(problem, Problem)
    assert problem.source.record == 2
    assert path.read_bytes()[problem.source.byte_offset :].startswith(b'{"id": "kaputt"')
    assert problem.excerpt.startswith('{"id": "kaputt"')


def test_place_of_a_bad_line(tmp_path: Path) -> None:
    good = lines({"text": TEXT})
    path = put(tmp_path, "a.jsonl", good + '{"text": "ab\n' + good)
    _, problem, _ = read(path)
    assert isinstance(problem, Problem)
    assert problem.code == "RB005"
    assert (problem.source.line, problem.source.byte_offset) == (2, len(good.encode()))
    assert problem.dead_letter()["start"] == '{"text": "ab'


@pytest.mark.parametrize(
    ("data", "text", "warning"),
    [
        (TEXT.encode(), TEXT, None),
        (b"\xef\xbb\xbf" + TEXT.encode(), TEXT, None),
        (TEXT.encode("utf-16"), TEXT, "utf16"),
        (TEXT.encode("utf-32"), TEXT, "utf16"),
        (TEXT.encode("cp1252"), TEXT, "cp1252"),
        ("„Adler“ – vorn".encode("cp1252"), "„Adler“ – vorn", "cp1252"),
        ("Adler Ã¼berholte".encode(), "Adler Ã¼berholte", "mojibake"),
        (b"Adler\r\n\r\nBrandt\r\xc3\xbc\n", "Adler\r\n\r\nBrandt\rü\n", None),
    ],
    ids=["utf-8", "mark", "utf-16", "utf-32", "cp1252", "quotes", "mojibake", "line ends"],
)
def test_encodings(tmp_path: Path, data: bytes, text: str, warning: str | None) -> None:
    warnings: Warnings = Counter()
    assert texts(put(tmp_path, "a.txt", data), warnings=warnings) == [text]
    assert {kind for kind, number in warnings.items() if number} == ({warning} - {None})


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_text_is_read_as_it_stands(text: str) -> None:
    import tempfile

    if not text.strip() or text.startswith("\ufeff"):
        return
    with tempfile.TemporaryDirectory() as folder:
        assert texts(put(Path(folder), "a.txt", text), format="txt") == [text]
        record = lines({"text": text})
        if text not in ("None", "none", "null", "nan", "NaN"):
            assert texts(put(Path(folder), "a.jsonl", record)) == [text]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "RB002"),
        (b" \n\t\n", "RB002"),
        (b"abc\x00def", "RB003"),
        (b"%PDF-1.7 ...", "RB003"),
        (b"\x89PNG\r\n\x1a\n", "RB003"),
        (b"Stra\xdfe \x81", "RB004"),
        (pickle.dumps({"text": TEXT}), "RB008"),
        (marshal.dumps({"text": TEXT}), "RB008"),
        (b"PAR1" + bytes(20), "RB004"),
        (gzip.compress(b"PAR1" + bytes(20)), "RB008"),
        (b"PK\x03\x04" + bytes(20), "RB008"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n", "RB004"),
        (gzip.compress(TEXT.encode() * 50)[:-20], "RB004"),
    ],
)
def test_inputs_that_give_nothing(tmp_path: Path, data: bytes, code: str) -> None:
    good = put(tmp_path, "z.txt", TEXT)
    assert texts(put(tmp_path, "a.txt", data), good) == [code, TEXT]


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress])
def test_compression_is_found_by_content(tmp_path: Path, compress: Any) -> None:
    data = compress(lines({"text": TEXT}, {"text": TEXT}).encode())
    items = read(put(tmp_path, "a.dat", data), put(tmp_path, "race.jl.gz", data))
    assert [item.source.line for item in items] == [1, 2, 1, 2]
    (item,) = read(put(tmp_path, "bericht.txt.gz", compress(TEXT.encode())))
    assert item.doc_id == "bericht"


def test_format_is_judged_by_content_and_can_be_forced(tmp_path: Path) -> None:
    record = lines({"text": TEXT})
    path = put(tmp_path, "a.txt", record)
    assert texts(path) == [TEXT]
    assert texts(path, format="txt") == [record]
    assert texts(put(tmp_path, "b.jsonl", "[Update] Adler vorn\n")) == ["[Update] Adler vorn\n"]
    assert texts(put(tmp_path, "c.txt", "kein JSON\n"), format="jsonl") == ["RB005"]


def test_json_lines_that_are_no_objects(tmp_path: Path) -> None:
    path = put(tmp_path, "a.jsonl", lines({"text": TEXT}) + '"Text"\n[1]\n')
    assert texts(path) == [TEXT, "RB006", "RB006"]


def test_long_texts_are_skipped(tmp_path: Path) -> None:
    long = "Adler vorn. " * (TEXT_LIMIT // 12 + 1)
    items = read(put(tmp_path, "a.txt", long), put(tmp_path, "b.jsonl", lines({"text": long})))
    for item in items:
        assert isinstance(item, Problem)
        assert item.code == "RB007"
        assert item.skipped
        assert "too_long" in item.reason
        assert len(item.dead_letter()["start"]) == 200
    assert texts(put(tmp_path, "c.txt", "ä" * TEXT_LIMIT)) == ["ä" * TEXT_LIMIT]


def test_long_arrays_are_read_object_by_object(tmp_path: Path) -> None:
    records = [{"id": str(i), "text": f"{TEXT} {i} " + 'ü{}[]\\"' * 20_000} for i in range(30)]
    path = put(tmp_path, "a.json", json.dumps(records, ensure_ascii=False, indent=1))
    assert texts(path) == [record["text"] for record in records]


def test_ids_met_again(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    paths = [put(tmp_path, "a.txt", TEXT), put(tmp_path / "x", "a.txt", TEXT)]
    paths.append(put(tmp_path, "b.jsonl", lines({"id": "a", "text": TEXT})))
    assert [item.doc_id for item in read(*paths)] == ["a", "a~2", "a~3"]


def test_date_of_articles_that_give_none(tmp_path: Path) -> None:
    path = put(tmp_path, "a.jsonl", lines({"text": TEXT, "date": "2010-01-02"}, {"text": TEXT}))
    dates = [item.published for item in read(path, published="2011-10-15")]  # type: ignore[union-attr]
    assert dates == ["2010-01-02", "2011-10-15"]


def test_folders_patterns_and_order(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("r10.txt", "r2.txt", "x/r1.txt", ".hidden", ".git/config"):
        put(tmp_path, name, TEXT)

    def names(pattern: str) -> list[str]:
        return [str(Path(p).relative_to(tmp_path)) for p in expand([pattern])]

    assert names(str(tmp_path)) == ["r2.txt", "r10.txt", "x/r1.txt"]
    assert names(f"{tmp_path}/r*.txt") == ["r2.txt", "r10.txt"]
    assert names(f"{tmp_path}/**/r1.txt") == ["x/r1.txt"]
    assert texts(tmp_path / "none*.txt") == ["RB001"]
    assert texts(tmp_path / "none.txt") == ["RB001"]


def test_every_file_of_a_folder_once_whatever_is_linked(tmp_path: Path) -> None:
    (tmp_path / "a/tief").mkdir(parents=True)
    put(tmp_path, "a/r1.txt", TEXT)
    put(tmp_path, "a/tief/r2.txt", TEXT)
    (tmp_path / "a/tief/kreis").symlink_to("..")
    (tmp_path / "a/x").symlink_to("tief")
    (tmp_path / "a/selbst").symlink_to("selbst")
    (tmp_path / "aussen").mkdir()
    put(tmp_path, "aussen/r3.txt", TEXT)
    (tmp_path / "a/aussen").symlink_to(tmp_path / "aussen")
    wanted = ["aussen/r3.txt", "r1.txt", "selbst", "tief/r2.txt"]
    for pattern in ("", "/", "/**"):
        found = expand([f"{tmp_path}/a{pattern}"])
        assert [str(Path(p).relative_to(tmp_path / "a")) for p in found] == wanted
    assert texts(tmp_path / "a/selbst") == ["RB001"]


def test_a_folder_that_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "zu").mkdir()
    put(tmp_path, "r1.txt", TEXT)
    real = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("zu"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert texts(tmp_path) == [TEXT, "RB001"]


def test_a_file_that_vanishes_is_told(tmp_path: Path) -> None:
    put(tmp_path, "r1.txt", TEXT)
    put(tmp_path, "r2.txt", TEXT)
    items = read_inputs([str(tmp_path)])
    next(items)
    (tmp_path / "r2.txt").unlink()
    assert [i.code for i in items if isinstance(i, Problem)] == ["RB001"]


def test_rows_of_parquet(tmp_path: Path) -> None:
    rows = [
        {"text": TEXT, "url": "https://a.de/1", "date": datetime(2024, 5, 5, 14, tzinfo=UTC)},
        {"text": None, "url": "https://a.de/2", "date": None},
    ]
    path = tmp_path / "daten"
    pq.write_table(pa.Table.from_pylist(rows), path)
    one, other = read(path)
    assert isinstance(one, ArticleInput) and isinstance(other, Problem)
    assert (one.text, one.published) == (TEXT, "2024-05-05T14:00:00+00:00")
    assert (one.source.record, one.source.format) == (1, "parquet")
    assert (other.code, other.source.record) == ("RB006", 2)
    address = f"file://{path}"
    assert next(read_inputs([address])).doc_id == one.doc_id
    path.write_bytes(path.read_bytes()[:-9])
    assert texts(path) == ["RB004"]
    pq.write_table(pa.table({"text": pa.array([], pa.string())}), path)
    assert texts(path) == ["RB002"]
