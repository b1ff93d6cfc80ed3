"""All inputs of a run as one stream of articles and problems."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import IO, Literal

from rennbericht.contract.ids import text_sha256
from rennbericht.errors import InputError, RennberichtError
from rennbericht.sources.again import (
    Elsewhere,
    Hashes,
    SameId,
    SameText,
    id_hash,
    repeated,
    text_hash,
    told_apart,
)
from rennbericht.sources.article import EXCERPT, ArticleInput, Problem, Provenance, Warnings
from rennbericht.sources.decode import count_mojibake, decode
from rennbericht.sources.found import Found, Reader
from rennbericht.sources.inputs import LeaveOut, expand, shown
from rennbericht.sources.items import read_items
from rennbericht.sources.keys import Keys
from rennbericht.sources.lines import read_lines
from rennbericht.sources.page import read_page
from rennbericht.sources.record import article_of, records_of
from rennbericht.sources.rows import PARQUET, read_rows
from rennbericht.sources.scanner import read_objects
from rennbericht.sources.sniff import Format, refuse, sniff
from rennbericht.sources.stream import open_input, recoded, stem
from rennbericht.sources.table import read_table
from rennbericht.sources.warc import read_warc

#: Longest text that is processed, in characters (spaCy's own limit).
TEXT_LIMIT = 1_000_000
#: No longer text has fewer bytes: four a character, and a byte order mark.
_TEXT_BYTES = 4 * TEXT_LIMIT + 4

Item = ArticleInput | Problem

_READERS: dict[Format, Reader] = {
    "jsonl": read_lines,
    "json": read_objects,
    "csv": read_table,
    "xml": read_items,
    "html": read_page,
    "warc": read_warc,
}


def read_inputs(
    inputs: Iterable[str],
    *,
    format: Format | None = None,
    published: str | None = None,
    assume_published: Literal["retrieved"] | None = None,
    warnings: Warnings | None = None,
    text_key: str | None = None,
    id_key: str | None = None,
    date_key: str | None = None,
    same_id: SameId = "both",
    same_text: SameText = "both",
    elsewhere: Elsewhere | None = None,
    leave_out: LeaveOut | None = None,
    every: bool = False,
) -> Iterator[Item]:
    """Yield the articles of all inputs, in their order, and a problem for each that gives none.

    Args:
        inputs: files, folders, patterns, addresses (`s3://...`), `-` for standard input.
        format: take this format instead of judging by content; `jsonl` takes arrays as well.
        published: date (ISO 8601) of articles that give none.
        assume_published: let the time of retrieval stand in for the date where there is none; the
            article says so (`published_assumed`).
        warnings: counts what was read with doubt, by kind.
        text_key: where records hold their text; goes before the usual keys. A dot leads into an
            object (`fields.body`), a number takes one of a list.
        id_key: the same for their id.
        date_key: the same for their date of publication.
        same_id: which articles of one id are kept; the others are skipped (`RB015`). For `last` all
            is read twice.
        same_text: which articles of one text are kept; the others are skipped (`RB016`).
        elsewhere: what stands before and behind these inputs in a run that reads them in parts.
        leave_out: files in folders and by patterns that are no inputs.
        every: whether records are wanted too that say they are in another language.
    """
    inputs = list(inputs)
    warnings = Counter() if warnings is None else warnings
    keys = Keys(text_key, id_key, date_key, every)
    items: Iterator[Item] = (
        item
        for path in expand(inputs, leave_out)
        for item in _read_path(path, format, warnings, keys)
    )
    if assume_published:
        items = _assumed(items, warnings)
    if same_id == "last" and elsewhere is None:
        found = read_hashes(
            inputs,
            format=format,
            text_key=text_key,
            id_key=id_key,
            leave_out=leave_out,
            every=every,
        )
        elsewhere = Elsewhere(left=repeated(one.id for one in found if one.article))
    return told_apart(_ready(items, published), same_id, same_text, elsewhere)


def prepared(items: Iterable[Item], published: str | None) -> Iterator[Item]:
    """Yield the items ready to be processed.

    An id met again gets `~2`, `~3` in their order; articles without a date get `published`; those
    without text, or with more than `TEXT_LIMIT` characters, become problems.
    """
    return told_apart(_ready(items, published))


def _ready(items: Iterable[Item], published: str | None) -> Iterator[Item]:
    for item in items:
        if isinstance(item, ArticleInput) and item.published is None and published:
            item = replace(item, published=published, published_precision="day")
        yield _fitting(item)


def read_hashes(
    inputs: Iterable[str],
    *,
    format: Format | None = None,
    text_key: str | None = None,
    id_key: str | None = None,
    texts: bool = False,
    leave_out: LeaveOut | None = None,
    every: bool = False,
) -> Iterator[Hashes]:
    """Yield the hashes by which the articles of inputs are told apart; arguments as above.

    Args:
        texts: whether texts are hashed as well as ids.
    """
    keys = Keys(text_key, id_key, None, every)
    for path in expand(inputs, leave_out):
        for item in map(_fitting, _read_path(path, format, Counter(), keys)):
            article = isinstance(item, ArticleInput)
            text = text_hash(item.text) if texts and isinstance(item, ArticleInput) else 0
            yield Hashes(id_hash(item.doc_id), article, text)


def _assumed(items: Iterable[Item], warnings: Warnings) -> Iterator[Item]:
    for item in items:
        if isinstance(item, ArticleInput) and item.published is None and item.retrieved:
            warnings["published_assumed"] += 1
            day = item.retrieved[:10]
            precision = {4: "year", 7: "month"}.get(len(day), "day")
            item = replace(
                item, published=day, published_precision=precision, published_assumed=True
            )
        yield item


def _read_path(path: str, format: Format | None, warnings: Warnings, keys: Keys) -> Iterator[Item]:
    name = shown(path)
    source = Provenance(path=name, format=format or "txt")
    try:
        stream, head = open_input(path)
        with stream:
            refuse(head)
            if head.startswith(PARQUET):
                source = replace(source, format="parquet")
                yield from _records(read_rows(path, source), warnings, keys)
                return
            kind = _kind(path, head, format)
            source = replace(source, format=kind)
            if kind == "txt":
                yield _whole_text(stream, source, warnings)
                return
            if kind in ("jsonl", "json", "csv"):
                stream = recoded(stream, head)
            yield from _records(_READERS[kind](stream, source, warnings), warnings, keys)
    except RennberichtError as error:
        yield Problem(_name(name), error.code, error.detail, source)


def _kind(path: str, head: bytes, format: Format | None) -> Format:
    if format in (None, "jsonl"):
        judged = sniff(head, path)
        if format is None or judged == "json":
            return judged
    return format or "txt"


def _records(read: Iterator[Found], warnings: Warnings, keys: Keys) -> Iterator[Item]:
    empty = True
    for found in read:
        empty = False
        yield from _items(found, warnings, keys)
    if empty:
        raise InputError("RB002", "no record in it")


def _items(found: Found, warnings: Warnings, keys: Keys) -> Iterator[Item]:
    source = found.source
    number = source.line or source.record or 1
    name = source.record_id or f"{_name(source.path or '-')}:{number}"
    if found.problem is not None:
        problem = found.problem
        yield Problem(name, problem.code, problem.detail, source, found.excerpt)
        return
    value = found.record
    if not isinstance(value, dict):
        detail = f"{type(value).__name__} where an object should stand"
        yield Problem(name, "RB006", detail, source, _start(value))
        return
    for record in records_of(value):
        try:
            yield article_of(record, source, warnings, keys)
        except InputError as error:
            yield Problem(name, error.code, error.detail, source, _start(record))


def _start(value: object) -> str:
    """Return the beginning of a value as it is written, however large it is."""
    if isinstance(value, dict):
        parts = (f"{key!r}: {str(item)[:EXCERPT]}" for key, item in list(value.items())[:20])
        return ("{" + ", ".join(parts) + "}")[:EXCERPT]
    return str(value)[:EXCERPT]


def _name(path: str) -> str:
    return "stdin" if path == "-" else stem(path)


def _whole_text(stream: IO[bytes], source: Provenance, warnings: Warnings) -> Item:
    data = stream.read(_TEXT_BYTES + 1)
    path = source.path or "-"
    if len(data) > _TEXT_BYTES:
        start = data[: 4 * EXCERPT].decode("utf-8", "replace")
        detail = f"more than {_TEXT_BYTES} bytes, {TEXT_LIMIT} characters are processed at most"
        return Problem(_name(path), "RB007", detail, source, start[:EXCERPT])
    try:
        text = decode(data, warnings)
    except InputError as error:
        return Problem(_name(path), error.code, error.detail, source, repr(data[:80]))
    count_mojibake(text, warnings)
    doc_id = "sha256:" + text_sha256(text)[:16] if path == "-" else stem(path)
    return ArticleInput(doc_id, text, source=source)


def _fitting(article: Item) -> Item:
    if isinstance(article, Problem):
        return article
    if not article.text.strip():
        return Problem(article.doc_id, "RB002", "no character but blanks", article.source)
    if len(article.text) <= TEXT_LIMIT:
        return article
    detail = f"{len(article.text)} characters, at most {TEXT_LIMIT} are processed"
    return Problem(article.doc_id, "RB007", detail, article.source, article.text[:EXCERPT])
