"""JSON objects out of a stream that is no file of lines: arrays, broken arrays, single objects.

Scraper output is often no valid JSON: two arrays in one file, brackets inside a list, a last
record cut off. So objects are taken one after the other, whatever stands between them, and what
is damaged is reported and passed over. The search runs over bytes taken for Latin-1, where every
sign of JSON is itself and a character is a byte; what it cuts out is decoded on its own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

from rennbericht.errors import InputError
from rennbericht.sources.article import Provenance, Warnings
from rennbericht.sources.found import BYTE_LIMIT, Found, Stream, bad
from rennbericht.sources.parse import parse

_CHUNK = 1 << 20
#: What may stand between two objects: brackets, commas, blanks, a byte order mark, and before an
#: object its address, where articles are kept by that.
_BETWEEN = re.compile(r'[ \t\r\n,\[\]}\xef\xbb\xbf]*(?:"(https?://[^"]*)"\s*:\s*)?')
#: Where the next object may begin behind a damaged one.
_RESUME_AT = r"[\[\],}\n]\s*(\{\s*%s)"
_RESUME = re.compile(_RESUME_AT % '"')
_FIRST_KEY = re.compile(r'\{\s*("[^"\n]*")')
#: Characters kept while that is looked for: the match may lie across two chunks.
_TAIL = 200
#: The opening of an object that holds all articles by their address.
_BY_URL = re.compile(r'[\xef\xbb\xbf\s]*\{(?=\s*"https?://[^"\n]*"\s*:\s*\{)')


class _Window:
    """The part of a stream that is looked at."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._size = _CHUNK
        self.text = ""
        self.at = 0
        self.done = False
        #: first key of the first object that was whole
        self.key: str | None = None
        self._before = 0

    def more(self) -> None:
        """Forget what lies before the present place, and read on: more, each time in a row."""
        self._before += self.at
        data = self._stream.read1(self._size)
        self.text = self.text[self.at :] + data.decode("latin-1")
        self.at = 0
        self.done = not data
        self._size *= 2

    def pass_to(self, place: int) -> None:
        """Go to a place of the text."""
        self.at = place
        self._size = _CHUNK

    def offset(self, place: int) -> int:
        """Return the byte offset of a place of the text."""
        return self._before + place


def read_objects(stream: Stream, source: Provenance, warnings: Warnings) -> Iterator[Found]:
    """Yield the objects of a stream as records."""
    window = _Window(stream)
    number = 0

    def here(place: int) -> Provenance:
        return replace(source, record=number, byte_offset=window.offset(place))

    try:
        window.more()
        if opened := _BY_URL.match(window.text):
            window.pass_to(opened.end())
        while True:
            start = window.text.find("{", window.at)
            if start < 0 and not window.done and len(window.text) - window.at < _CHUNK:
                window.more()
                continue
            between = window.text[window.at : start if start >= 0 else None]
            gap = _BETWEEN.fullmatch(between)
            if gap is None:
                number += 1
                detail = "no record where one should stand"
                yield bad(here(window.at), "RB005", detail, between.strip().encode("latin-1"))
            if start < 0:
                if window.done:
                    return
                window.pass_to(len(window.text))
                continue
            window.at = start
            number += 1
            try:
                end = _end(window)
            except json.JSONDecodeError as error:
                start = window.at
                data = window.text[start : start + 1000].encode("latin-1")
                yield bad(here(start), "RB005", f"damaged or unfinished: {error.msg}", data)
                _resume(window, error.pos)
                continue
            data = window.text[window.at : end].encode("latin-1")
            yield _found(data, here(window.at), gap[1] if gap else None, warnings)
            if window.key is None and (key := _FIRST_KEY.match(window.text, window.at)):
                window.key = key[1]
            window.pass_to(end)
    except InputError as error:
        number += 1
        yield Found(here(len(window.text)), problem=error)


def _end(window: _Window) -> int:
    """Return where the object at the present place ends, reading on as far as that asks.

    Raises:
        json.JSONDecodeError: it is damaged or too long.
    """
    while True:
        text, start = window.text, window.at
        try:
            return _DECODER.raw_decode(text, start)[1]
        except json.JSONDecodeError as error:
            goes_on = error.msg.startswith("Unterminated") or error.pos >= len(text) - 16
            if window.done or not goes_on:
                raise
            if len(text) - start > BYTE_LIMIT:
                detail = f"an object of more than {BYTE_LIMIT} bytes"
                raise json.JSONDecodeError(detail, text, start) from error
        except RecursionError as error:
            raise json.JSONDecodeError("nested too deeply", text, start) from error
        window.more()


_DECODER = json.JSONDecoder(strict=False)


def _resume(window: _Window, place: int) -> None:
    """Go to where the next object may begin, behind a damaged one.

    Behind the place of damage that is any object. Before it, where a quotation mark too few or too
    many has let the damaged one run into the next, it is one that begins with the same key as it,
    or as the first whole one.
    """
    start = window.at
    place = max(place - 1, start + 1)
    found = None
    own = _FIRST_KEY.match(window.text, start)
    keys = {key for key in (window.key, own and own[1]) if key}
    if keys:
        alike = re.compile(_RESUME_AT % rf"(?:{'|'.join(map(re.escape, keys))})\s*:")
        found = alike.search(window.text, start + 1, place + 100)
    while (found := found or _RESUME.search(window.text, place)) is None and not window.done:
        window.pass_to(max(window.at + 1, len(window.text) - _TAIL))
        window.more()
        place = 0
    window.pass_to(found.start(1) if found else len(window.text))


def _found(data: bytes, source: Provenance, url: str | None, warnings: Warnings) -> Found:
    try:
        value = parse(data, warnings)
    except InputError as error:
        return bad(source, error.code, error.detail, data)
    if url is not None and value:
        value = {"url": url, **value}
    return Found(source, value)
