"""Opening inputs: local, remote or standard input; compression is taken off by magic bytes.

Nothing is read ahead but the head by which the format is judged, so a pipe serves as well as a
file and memory does not grow with its size.
"""

from __future__ import annotations

import bz2
import codecs
import gzip
import io
import lzma
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, cast

from rennbericht.errors import InputError, RennberichtError
from rennbericht.optional import optional
from rennbericht.sources.decode import wide_encoding
from rennbericht.sources.inputs import is_remote
from rennbericht.sources.remote import open_remote

#: Bytes by which the format is judged.
HEAD = 65536
_CHUNK = 1 << 18
#: What zstandard is given at once: what it gives back is not limited, so this is little.
_FRAME_BYTES = 1 << 13
_COMPRESSED = (".gz", ".zst", ".xz", ".bz2", ".lzma")

Open = Callable[[IO[bytes]], IO[bytes]]


class Peeked(io.RawIOBase):
    """A stream whose head has been read and put back.

    Damage of any kind (compression, connection) is told as RB004 once all before it has been read.

    Args:
        stream: where to read.
        close: whether closing closes the stream.
    """

    def __init__(self, stream: IO[bytes], *, close: bool = True) -> None:
        self._stream = stream
        #: of one reading what came before damage is lost with it
        self._some: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
        self._close = close
        self._error: RennberichtError | None = None
        parts: list[bytes] = []
        size = 0
        try:
            while size < HEAD and (part := self._read(HEAD - size)):
                parts.append(part)
                size += len(part)
        except RennberichtError as error:
            self._error = error
        self.head = b"".join(parts)
        self._rest = self.head

    def _read(self, size: int) -> bytes:
        try:
            return self._some(size)
        except Exception as error:  # each library of compression and transport has its own
            raise InputError("RB004", f"damaged or cut off: {error}") from error

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer, the head first."""
        view = memoryview(buffer)
        if self._rest:
            data = self._rest[: len(view)]
            self._rest = self._rest[len(data) :]
        elif self._error is not None:
            raise self._error
        else:
            data = self._read(len(view))
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close the stream below as well."""
        if self._close and not self.closed:
            self._stream.close()
        super().close()


class _Chunks(io.RawIOBase):
    """What an iterator gives, as a stream."""

    def __init__(self, chunks: Iterator[bytes], below: IO[bytes]) -> None:
        self._chunks = chunks
        self._below = below
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer)
        while not self._ready:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._ready = chunk
        data, self._ready = self._ready[: len(view)], self._ready[len(view) :]
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._below.close()
        super().close()


def open_input(path: str) -> tuple[io.BufferedReader, bytes]:
    """Open an input, decompressed.

    Args:
        path: a file, an address with a scheme, or `-` for standard input.

    Returns:
        The stream, and its first `HEAD` bytes, which the stream gives again.

    Raises:
        InputError: RB001 no such file.
        RennberichtError: RB401 a library is not installed.
    """
    if path == "-":
        raw = Peeked(sys.stdin.buffer, close=False)
    elif is_remote(path):
        raw = Peeked(open_remote(path))
    else:
        try:
            raw = Peeked(Path(path).open("rb"))  # noqa: SIM115 - closed with the stream
        except (OSError, ValueError) as error:
            detail = getattr(error, "strerror", None) or "cannot be opened"
            raise InputError("RB001", detail, path=path) from error
    stream = _buffered(raw)
    expand = _decompressor(raw.head)
    if expand is None:
        return stream, raw.head
    plain = Peeked(expand(stream))
    return _buffered(plain), plain.head


def recoded(stream: io.BufferedReader, head: bytes) -> io.BufferedReader:
    """Return a stream of UTF-16 or UTF-32 as one of UTF-8, any other as it is."""
    wide = wide_encoding(head)
    return _buffered(_Chunks(_as_utf8(stream, wide), stream)) if wide else stream


def _as_utf8(stream: io.BufferedReader, encoding: str) -> Iterator[bytes]:
    decode = codecs.getincrementaldecoder(encoding)().decode
    data = b"."
    while data:
        data = stream.read1(_CHUNK)
        try:
            yield decode(data, not data).encode("utf-8", "surrogatepass")
        except UnicodeDecodeError as error:
            raise InputError("RB004", f"broken {encoding}: {error.reason}") from error


def _buffered(raw: io.RawIOBase) -> io.BufferedReader:
    return io.BufferedReader(raw, _CHUNK)


def _decompressor(head: bytes) -> Open | None:
    if head.startswith(b"\x1f\x8b"):
        return lambda stream: cast(IO[bytes], gzip.GzipFile(fileobj=stream))
    if head.startswith((b"\xfd7zXZ\x00", b"\x5d\x00\x00")):
        return lambda stream: cast(IO[bytes], lzma.LZMAFile(stream))
    if head.startswith(b"BZh"):
        return lambda stream: cast(IO[bytes], bz2.BZ2File(stream))
    if head.startswith(b"\x28\xb5\x2f\xfd"):
        return _zstd
    return None


def _zstd(stream: IO[bytes]) -> IO[bytes]:
    zstandard = optional("zstandard", "zst", "reads .zst files")
    return _buffered(_Chunks(_frames(stream, zstandard.ZstdDecompressor()), stream))


def _frames(stream: IO[bytes], decompressor: Any) -> Iterator[bytes]:
    """Yield what all frames hold; the library's own stream takes a cut off frame for whole."""
    frame = None
    while data := stream.read(_FRAME_BYTES):
        while data:
            frame = frame or decompressor.decompressobj()
            yield frame.decompress(data)
            data = frame.unused_data if frame.eof else b""
            frame = None if frame.eof else frame
    if frame is not None:
        raise EOFError("the last frame is not whole")


def stem(path: str) -> str:
    """Return the name of a file without its ending, and without that of its compression."""
    name = Path(path)
    if name.suffix.lower() in _COMPRESSED:
        name = name.with_suffix("")
    return name.stem
