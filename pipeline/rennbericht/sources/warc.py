"""WARC and WET files: pages and texts of web crawls.

Of a WARC the HTML pages of responses count, and only those that may be German are extracted, since
extraction is what costs. A WET holds plain text with all menus: see `wet`. A WAT holds no text.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from rennbericht.errors import InputError
from rennbericht.sources.article import Provenance, Warnings
from rennbericht.sources.decode import decode
from rennbericht.sources.found import Found, Stream, bad
from rennbericht.sources.language import german_page, language_code, page_language, seems_german
from rennbericht.sources.page import decode_page, page_record
from rennbericht.sources.records import (
    Headers,
    Record,
    charset_of,
    decoded,
    read_head,
    read_records,
)
from rennbericht.sources.wet import running_text

_HTML = ("text/html", "application/xhtml+xml")
_LANGUAGE = "warc-identified-content-language"
#: Bytes in which the head of an answer is looked for.
_HEAD = 65536


def read_warc(stream: Stream, source: Provenance, warnings: Warnings) -> Iterator[Found]:
    """Yield the articles of a WARC or WET file as records.

    Raises:
        InputError: RB008 it is a WAT file.
        RennberichtError: RB401 trafilatura is not installed.
    """
    here = source
    number = 0
    try:
        for number, item in enumerate(read_records(stream), 1):
            if isinstance(item, tuple):
                here = replace(source, record=number, byte_offset=item[0])
                yield Found(here, problem=item[1])
                continue
            here = replace(
                source,
                record=number,
                record_id=item.headers.get("warc-record-id"),
                byte_offset=item.offset,
            )
            if (found := _read(item, here, warnings)) is not None:
                yield found
    except InputError as error:
        if error.code != "RB004":
            raise
        yield Found(replace(here, record=number + 1, record_id=None), problem=error)


def _read(record: Record, source: Provenance, warnings: Warnings) -> Found | None:
    content = record.headers.get("content-type", "").lower()
    if record.kind == "metadata" and content.startswith("application/json"):
        detail = "a WAT file holds metadata and no text: take the WET or the WARC file"
        raise InputError("RB008", detail)
    if record.kind == "conversion":
        if content.startswith("text/plain"):
            return _text(record, replace(source, format="wet"), warnings)
        warnings["not_an_article"] += 1
    elif record.kind in ("response", "resource"):
        return _page(record, content, source, warnings)
    elif record.kind == "revisit":
        warnings["revisit"] += 1
    return None


def _page(record: Record, content: str, source: Provenance, warnings: Warnings) -> Found | None:
    """Return the article of a page, a problem, or None where it is no page."""
    url = record.headers.get("warc-target-uri", "")
    http: Headers = {}
    status = "200"
    body = b""
    if content.startswith("application/http"):
        head = io.BytesIO(record.read(_HEAD))
        status = [*head.readline().split(), b"", b""][1].decode("ascii", "replace")
        http, _ = read_head(head)
        content = http.get("content-type", "")
        body = head.read()
    identified = record.headers.get("warc-identified-payload-type", "").strip().lower()
    if not (identified in _HTML if identified else any(kind in content.lower() for kind in _HTML)):
        warnings["not_an_article"] += 1
        return None
    if status != "200":
        warnings["http_status"] += 1
        return None
    try:
        data = decoded(record.whole(body), http)
    except InputError as error:
        return Found(source, problem=error, excerpt=url)
    page = decode_page(data, charset_of(content), warnings)
    if not german_page(page):
        declared = page_language(page)
        told = f"the page says {declared!r}" if declared not in (None, "de") else "by its words"
        return bad(source, "RB010", f"not German: {told}", url)
    found = page_record(page, url or None)
    if found is None:
        return bad(source, "RB002", "no article text on the page", url)
    found["language"] = "de" if found["language"] == "de" else None
    return Found(source, {**_of(record), **found})


def _text(record: Record, source: Provenance, warnings: Warnings) -> Found:
    said = record.headers.get(_LANGUAGE)
    if said and language_code(said) != "de":
        url = record.headers.get("warc-target-uri", "")
        return bad(source, "RB010", f"the record says {said!r}", url)
    try:
        data = record.whole()
        whole = decode(data, warnings)
    except InputError as error:
        return Found(source, problem=error)
    title, text = running_text(whole)
    if not said and not seems_german(text or whole):
        return bad(source, "RB010", "not German by its words", data)
    if not text:
        return bad(source, "RB002", "no paragraph of running German text", data)
    return Found(source, {**_of(record), "title": title, "text": text, "language": "de"})


def _of(record: Record) -> dict[str, Any]:
    """Return what the head of a record says of the article; its date is only that of retrieval."""
    names = ("WARC-Record-ID", "WARC-Target-URI", "WARC-Date")
    return {name: record.headers.get(name.lower()) for name in names}
