"""The records of a WARC file, and the answers of servers in them.

The container is simple enough to be read here: a record is its head, a blank line, and as many
bytes as the head says. So nothing must seek, damage costs one record and not the file, and a body
coded otherwise than its head says costs one page. (fastwarc 2.0 ends without a word behind a body
that is chunked and compressed, and asks for a stream that seeks.)
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from rennbericht.errors import InputError
from rennbericht.sources.found import BYTE_LIMIT, Stream

_LINE = 65536
_CHUNK = 1 << 18
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)

Headers = dict[str, str]


class Record:
    """A record of a WARC file, its block not yet read.

    Args:
        stream: where the block is read from.
        offset: of the record in the file, in bytes.
        headers: its head, names in lower case.
    """

    def __init__(self, stream: Stream, offset: int, headers: Headers) -> None:
        self._stream = stream
        self.offset = offset
        self.headers = headers
        length = headers.get("content-length", "")
        if not length.isdecimal() or len(length) > 15:
            raise InputError("RB004", f"a WARC record of length {length!r}")
        self.length = int(length)
        self.left = self.length

    @property
    def kind(self) -> str:
        """`response`, `conversion`, ..."""
        return self.headers.get("warc-type", "").lower()

    def read(self, size: int) -> bytes:
        """Return the next bytes of the block.

        Raises:
            InputError: RB004 the file ends within the block.
        """
        size = min(size, self.left)
        data = self._stream.read(size)
        self.left -= len(data)
        if len(data) < size:
            self.left = 0
            raise InputError("RB004", "the file ends within a WARC record")
        return data

    def whole(self, before: bytes = b"") -> bytes:
        """Return the rest of the block behind what was read of it.

        Raises:
            InputError: RB007 it is too long.
        """
        if len(before) + self.left > BYTE_LIMIT:
            raise InputError("RB007", f"a WARC record of more than {BYTE_LIMIT} bytes")
        return before + self.read(self.left)

    def skip(self) -> None:
        """Pass over what is left of the block."""
        while self.left:
            self.read(_CHUNK)


def read_records(stream: Stream) -> Iterator[Record | tuple[int, InputError]]:
    """Yield the records of a file, and offset and error where there is no record.

    Behind damage it goes on with the next line that opens a record.
    """
    offset = 0
    lost = False
    while line := stream.readline(_LINE):
        start = offset
        offset += len(line)
        if not line.startswith(b"WARC/"):
            if line.strip() and not lost:
                lost = True
                yield start, InputError("RB004", "no WARC record where one should begin")
            continue
        lost = False
        headers, size = read_head(stream)
        offset += size
        try:
            record = Record(stream, start, headers)
            yield record
            record.skip()
        except InputError as error:
            lost = True
            yield start, error
            continue
        offset += record.length


def read_head(stream: Stream) -> tuple[Headers, int]:
    """Return the headers up to the blank line, and how many bytes they are."""
    headers: Headers = {}
    size = 0
    name = ""
    while line := stream.readline(_LINE):
        size += len(line)
        text = line.decode("utf-8", "replace").strip("\r\n")
        if not text.strip():
            break
        if text[0] in " \t" and name:  # the value goes on
            headers[name] += " " + text.strip()
            continue
        name, colon, value = text.partition(":")
        name = name.strip().lower()
        if colon:
            headers[name] = value.strip()
        else:
            name = ""
    return headers, size


def charset_of(content_type: str) -> str | None:
    """Return the charset that a `Content-Type` names."""
    found = _CHARSET.search(content_type)
    return found[1] if found else None


def decoded(body: bytes, headers: Headers) -> bytes:
    """Return the body of an answer as the server meant it.

    Crawlers store bodies decoded and leave the headers, or as they came: what does not look coded
    is taken as it is.

    Raises:
        InputError: RB004 a coding that is not read, or damage; RB007 too long.
    """
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _joined(body)
    coding = headers.get("content-encoding", "").lower().strip()
    if coding in ("gzip", "x-gzip") and body.startswith(b"\x1f\x8b"):
        return _inflated(body, 31)
    if coding == "deflate":
        return _inflated(body, 15) if body[:1] == b"\x78" else body
    if coding in ("br", "zstd") and not body.lstrip()[:1] == b"<":
        raise InputError("RB004", f"a body in the coding {coding!r}")
    return body


def _joined(body: bytes) -> bytes:
    """Return a body that came in chunks; one that did not, or no longer, as it is."""
    parts: list[bytes] = []
    at = 0
    while (end := body.find(b"\n", at)) >= 0:
        size = body[at:end].partition(b";")[0].strip()
        if not re.fullmatch(rb"[0-9A-Fa-f]{1,8}", size):
            break
        length = int(size, 16)
        if length == 0:
            return b"".join(parts)
        parts.append(body[end + 1 : end + 1 + length])
        at = end + 1 + length
        at += 2 if body[at : at + 2] == b"\r\n" else 1
    return b"".join(parts) or body


def _inflated(body: bytes, bits: int) -> bytes:
    try:
        data = zlib.decompressobj(bits).decompress(body, BYTE_LIMIT + 1)
    except zlib.error as error:
        raise InputError("RB004", f"damaged body: {error}") from error
    if len(data) > BYTE_LIMIT:
        raise InputError("RB007", f"a page of more than {BYTE_LIMIT} bytes")
    return data
