"""HTML pages as records: the article and what the page says of it, by trafilatura."""

from __future__ import annotations

import codecs
import html
import logging
import re
from collections.abc import Iterator
from typing import Any

from rennbericht.optional import optional
from rennbericht.sources.article import Provenance, Warnings
from rennbericht.sources.found import BYTE_LIMIT, Found, Stream, bad
from rennbericht.sources.language import german_page, page_language
from rennbericht.sources.published import parse_published
from rennbericht.sources.stream import stem

_CHARSET = re.compile(rb"""<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""<\?xml\b[^>]*\bencoding\s*=\s*["']([\w-]+)""")
#: Where a page gives its time of publication.
_TIMES = (
    re.compile(r'"datePublished"\s*:\s*"([^"]+)"'),
    re.compile(
        r"<meta\b[^>]*\barticle:published_time[\"'][^>]*\bcontent\s*=\s*[\"']([^\"']+)", re.I
    ),
)
_WEB_NAMES = {"iso8859-1": "cp1252", "ascii": "cp1252"}  # as browsers take them
_HEAD = 4096


def read_page(stream: Stream, source: Provenance, warnings: Warnings) -> Iterator[Found]:
    """Yield the article of an HTML file; its id is the name of the file."""
    data = stream.read(BYTE_LIMIT + 1)
    if len(data) > BYTE_LIMIT:
        yield bad(source, "RB007", f"a page of more than {BYTE_LIMIT} bytes", data)
        return
    page = decode_page(data, None, warnings)
    record = page_record(page)
    if record is None:
        yield bad(source, "RB002", "no article text on the page", data)
    else:
        if record["language"] != "de" and german_page(page):
            record["language"] = None  # the template is in another language
        name = "stdin" if source.path in (None, "-") else stem(str(source.path))
        yield Found(source, {"id": name, **record})


def page_record(page: str, url: str | None = None) -> dict[str, Any] | None:
    """Return the article of a page with the keys of trafilatura, None where there is none.

    Raises:
        RennberichtError: RB401 trafilatura is not installed.
    """
    trafilatura = optional("trafilatura", "html", "reads HTML pages")
    for name in ("trafilatura", "htmldate"):  # they tell of every page they cannot read
        logging.getLogger(name).setLevel(logging.CRITICAL)
    found = trafilatura.bare_extraction(
        page,
        url=url,
        with_metadata=True,
        include_comments=False,
        # no guesses from footers and numbers: a wrong date is worse than none
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if found is None or not found.text or not found.text.strip():
        return None
    return {
        "title": found.title,
        "author": found.author,
        "hostname": found.hostname,
        "date": _finer(page, found.date),
        "text": found.text,
        "language": page_language(page),
        "url": found.url or url,
        "description": found.description,
        "categories": found.categories,
    }


def _finer(page: str, day: str | None) -> str | None:
    """Return the time that a page gives for the day found, or else the day."""
    for pattern in _TIMES if day else ():
        for match in pattern.finditer(page):
            given = parse_published(html.unescape(match[1]))
            if given and given[0].startswith(str(day)):
                return given[0]
    return day


def decode_page(data: bytes, charset: str | None, warnings: Warnings) -> str:
    """Return the text of a page: by its mark, the charset of HTTP, the one it declares, UTF-8.

    Bytes that do not fit are replaced and counted, as in a browser. What is valid UTF-8 is read so
    even where Latin-1 is declared, since Latin-1 is never valid UTF-8 but by chance.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    head = data[:_HEAD]
    declared = _CHARSET.search(head) or _XML_ENCODING.search(head)
    names = [charset, declared[1].decode("ascii") if declared else None, "utf-8"]
    name = next(found for given in names if (found := _codec(given)))
    if name in ("cp1252", "utf-8"):
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            name = "cp1252" if name == "cp1252" or not any(names[:2]) else name
    text = data.decode(name, "replace")
    if name == "cp1252" and _codec(charset) != name and not declared:
        warnings["cp1252"] += 1
    if "\ufffd" in text:
        warnings["bytes_replaced"] += 1
    return text


def _codec(name: str | None) -> str | None:
    """Return the codec of a charset, None where it is unknown or no encoding of text."""
    try:
        info = codecs.lookup(name or "")
    except (LookupError, ValueError):
        return None
    if not info._is_text_encoding:
        return None
    return _WEB_NAMES.get(info.name, info.name)
