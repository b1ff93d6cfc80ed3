"""JSON objects out of a stream that is no file of lines: arrays, broken arrays, single objects.

Scraper output is often no valid JSON: two arrays in one file, brackets inside a list, a last
record cut off. So objects are taken one after the other, whatever stands between them, and what
is damaged is reported and passed over.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import IO, Any

_CHUNK = 1 << 20
#: Largest object that is read, in characters.
OBJECT_LIMIT = 50_000_000
_OPEN = re.compile(r"\{")
#: Where the next object may begin behind a damaged one.
_RESUME = re.compile(r'[\[\],}\n]\s*(\{\s*")')

Scanned = tuple[int, dict[str, Any] | None, str]


def scan_objects(stream: IO[bytes]) -> Iterator[Scanned]:
    """Yield the objects of a stream.

    Yields:
        byte offset, object (None where it is damaged or too long), and for a damaged one the
        text that begins there.
    """
    encoding = _encoding(stream)
    decoder = codecs.getincrementaldecoder(encoding)()
    parse = json.JSONDecoder(strict=False).raw_decode
    buffer, done, size, offset = "", False, _CHUNK, 0

    def cut(position: int) -> None:
        nonlocal buffer, offset
        offset += len(buffer[:position].encode(encoding.removesuffix("-sig"), "surrogatepass"))
        buffer = buffer[position:]

    while True:
        opened = _OPEN.search(buffer)
        cut(opened.start() if opened else len(buffer))
        if buffer:
            try:
                value, end = parse(buffer)
                yield offset, value, ""
                cut(end)
                size = _CHUNK
                continue
            except json.JSONDecodeError as error:
                cut_off = error.msg.startswith("Unterminated") or error.pos >= len(buffer) - 16
                if done or not cut_off or len(buffer) > OBJECT_LIMIT:
                    yield offset, None, buffer[:1000]
                    resume = _RESUME.search(buffer, max(error.pos - 1, 1))
                    cut(resume.start(1) if resume else len(buffer))
                    continue
        if done:
            return
        data = stream.read(size)
        done, size = not data, size * 2
        buffer += decoder.decode(data, final=done)


def _encoding(stream: IO[bytes]) -> str:
    """Return the encoding of a stream, read once for that, and rewind it."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while data := stream.read(_CHUNK):
            decoder.decode(data)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    finally:
        stream.seek(0)
    return "utf-8-sig"
