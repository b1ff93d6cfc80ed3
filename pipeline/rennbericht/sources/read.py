"""All inputs of a run as one stream of articles and problems."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import IO, Any

from rennbericht.contract.ids import text_sha256
from rennbericht.errors import InputError, RennberichtError
from rennbericht.sources.article import ArticleInput, Problem, Provenance, Warnings
from rennbericht.sources.decode import decode
from rennbericht.sources.inputs import expand
from rennbericht.sources.record import article_of, records_of
from rennbericht.sources.scanner import scan_objects
from rennbericht.sources.stream import Format, open_input, sniff, stem

#: Longest text that is processed, in characters (spaCy's own limit).
TEXT_LIMIT = 1_000_000
#: Longest line or text file that is read at all, in bytes.
BYTE_LIMIT = 50_000_000

Item = ArticleInput | Problem


def read_inputs(
    inputs: Iterable[str],
    *,
    format: Format | None = None,
    published: str | None = None,
    warnings: Warnings | None = None,
) -> Iterator[Item]:
    """Yield the articles of all inputs, in their order, and a problem for each that gives none.

    Args:
        inputs: files, folders, patterns, `-` for standard input.
        format: take this format instead of judging by content; `jsonl` takes arrays as well.
        published: date (ISO 8601) of articles that give none.
        warnings: counts what was read with doubt, by kind.
    """
    warnings = Counter() if warnings is None else warnings
    items = (item for path in expand(inputs) for item in _read_path(path, format, warnings))
    return prepared(items, published)


def prepared(items: Iterable[Item], published: str | None) -> Iterator[Item]:
    """Yield the items ready to be processed.

    An id met again gets `~2`, `~3` in their order; articles without a date get `published`; those
    without text, or with more than `TEXT_LIMIT` characters, become problems.
    """
    seen: Counter[str] = Counter()
    for item in items:
        if isinstance(item, ArticleInput):
            if item.published is None and published:
                item = replace(item, published=published, published_precision="day")
            item = _fitting(item)
        seen[item.doc_id] += 1
        times = seen[item.doc_id]
        yield replace(item, doc_id=f"{item.doc_id}~{times}") if times > 1 else item


def _read_path(path: str, format: Format | None, warnings: Warnings) -> Iterator[Item]:
    source = Provenance(path=path, format=format or "txt")
    try:
        with open_input(path) as stream:
            kind = sniff(stream)
            if format == "txt" or (kind == "txt" and format is None):
                yield _whole_text(stream, source, warnings)
                return
            source = replace(source, format="json" if kind == "json" else "jsonl")
            read = _objects if kind == "json" else _lines
            empty = True
            for item in read(stream, source, warnings):
                empty = False
                yield item
            if empty:
                raise InputError("RB002", "no record in it")
    except RennberichtError as error:
        yield Problem(_name(path), error.code, error.detail, source)
    except (OSError, EOFError, ValueError) as error:  # damaged compression among others
        yield Problem(_name(path), "RB004", str(error), source)


def _name(path: str) -> str:
    return "stdin" if path == "-" else stem(path)


def _whole_text(stream: IO[bytes], source: Provenance, warnings: Warnings) -> Item:
    data = stream.read(BYTE_LIMIT + 1)
    path = source.path or "-"
    try:
        text = decode(data, warnings)
    except InputError as error:
        return Problem(_name(path), error.code, error.detail, source, repr(data[:80]))
    doc_id = "sha256:" + text_sha256(text)[:16] if path == "-" else stem(path)
    return ArticleInput(doc_id, text, source=source)


def _fitting(article: ArticleInput) -> Item:
    if not article.text.strip():
        return Problem(article.doc_id, "RB002", "no character but blanks", article.source)
    if len(article.text) <= TEXT_LIMIT:
        return article
    detail = f"{len(article.text)} characters, at most {TEXT_LIMIT} are processed"
    return Problem(article.doc_id, "RB007", detail, article.source, article.text)


def _lines(stream: IO[bytes], source: Provenance, warnings: Warnings) -> Iterator[Item]:
    offset, number = 0, 0
    while data := stream.readline(BYTE_LIMIT + 1):
        number += 1
        here = replace(source, line=number, byte_offset=offset)
        offset += len(data)
        name = f"{_name(source.path or '-')}:{number}"
        if len(data) > BYTE_LIMIT:
            while not data.endswith(b"\n") and (rest := stream.readline(BYTE_LIMIT)):
                data = rest
                offset += len(rest)
            yield Problem(name, "RB007", f"a line of more than {BYTE_LIMIT} bytes", here)
            continue
        if not data.strip():
            continue
        text = ""
        try:
            text = decode(data, warnings)
            value = json.loads(text, strict=False)
        except InputError as error:
            yield Problem(name, error.code, error.detail, here, repr(data[:80]))
        except (ValueError, RecursionError) as error:
            yield Problem(name, "RB005", str(error), here, text.strip())
        else:
            yield from _articles(value, name, here, warnings)


def _objects(stream: IO[bytes], source: Provenance, warnings: Warnings) -> Iterator[Item]:
    for number, (offset, value, text) in enumerate(scan_objects(stream), 1):
        here = replace(source, record=number, byte_offset=offset)
        name = f"{_name(source.path or '-')}:{number}"
        if value is None:
            yield Problem(name, "RB005", "a damaged or unfinished object", here, text)
        else:
            yield from _articles(value, name, here, warnings)


def _articles(value: Any, name: str, source: Provenance, warnings: Warnings) -> Iterator[Item]:
    if not isinstance(value, dict):
        detail = f"{type(value).__name__} where an object should stand"
        yield Problem(name, "RB006", detail, source, str(value))
        return
    for record in records_of(value):
        try:
            yield article_of(record, source, warnings)
        except InputError as error:
            yield Problem(name, error.code, error.detail, source, str(record))
