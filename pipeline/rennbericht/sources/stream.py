"""Opening inputs: compression is taken off by magic bytes, the format judged by content."""

from __future__ import annotations

import bz2
import gzip
import importlib
import lzma
import shutil
import sys
import tempfile
from pathlib import Path
from typing import IO, Literal, cast

from rennbericht.errors import InputError, RennberichtError

Format = Literal["txt", "jsonl", "json"]

_HEAD = 65536
_BOM = b"\xef\xbb\xbf"
_SPOOL = 16 * 1024 * 1024
_COMPRESSED = (".gz", ".zst", ".xz", ".bz2", ".lzma")


def open_input(path: str) -> IO[bytes]:
    """Open a file, or standard input for `-`, decompressed and able to seek.

    Raises:
        InputError: RB001 no such file; RB008 a refused format.
        RennberichtError: RB401 zstandard is not installed.
    """
    raw: IO[bytes]
    if path == "-":
        raw = _spool()
        shutil.copyfileobj(sys.stdin.buffer, raw)
        raw.seek(0)
    else:
        try:
            raw = Path(path).open("rb")  # noqa: SIM115 - the caller closes it
        except OSError as error:
            raise InputError("RB001", error.strerror or "cannot be opened", path=path) from error
    head = raw.read(8)
    raw.seek(0)
    if head[:1] == b"\x80" and head[1:2] in (b"\x02", b"\x03", b"\x04", b"\x05"):
        raw.close()
        raise InputError("RB008", "pickled data runs code when read; export JSON Lines", path=path)
    return _decompressed(raw, head)


def _decompressed(raw: IO[bytes], head: bytes) -> IO[bytes]:
    if head.startswith(b"\x1f\x8b"):
        return cast(IO[bytes], gzip.GzipFile(fileobj=raw))
    if head.startswith(b"\xfd7zXZ\x00"):
        return cast(IO[bytes], lzma.LZMAFile(raw))
    if head.startswith(b"BZh"):
        return cast(IO[bytes], bz2.BZ2File(raw))
    if head.startswith(b"\x28\xb5\x2f\xfd"):
        return _zstd(raw)
    return raw


def _spool() -> IO[bytes]:
    """Return a temporary file that stays in memory while it is small."""
    return cast(IO[bytes], tempfile.SpooledTemporaryFile(max_size=_SPOOL))


def _zstd(raw: IO[bytes]) -> IO[bytes]:
    try:
        zstandard = importlib.import_module("zstandard")
    except ImportError as error:
        raw.close()
        raise RennberichtError(
            "RB401", "zstandard reads .zst files: pip install 'rennbericht[zst]'"
        ) from error
    # its reader cannot go back, and the format is judged before the file is read
    spool = _spool()
    zstandard.ZstdDecompressor().copy_stream(raw, spool)
    raw.close()
    spool.seek(0)
    return spool


def sniff(stream: IO[bytes]) -> Format:
    """Return the format of a stream by its content, and rewind it.

    `{` before a quotation mark or `}` opens JSON: lines, or one object over several lines;
    `[` before `{` or `]` opens an array. Everything else is text.

    Raises:
        InputError: RB009, HTML or WARC, which need readers of their own.
    """
    head = stream.read(_HEAD)
    stream.seek(0)
    start = head.removeprefix(_BOM).lstrip()
    if start.startswith(b"WARC/"):
        raise InputError("RB009", "a WARC file")
    if start[:15].lower().startswith((b"<!doctype html", b"<html")):
        raise InputError("RB009", "an HTML page: extract its text first")
    first, second = start[:1], start[1:].lstrip()[:1]
    if first == b"[" and second in (b"{", b"]"):
        return "json"
    if first == b"{" and second in (b'"', b"}"):
        return _lines_or_object(start)
    return "txt"


def _lines_or_object(start: bytes) -> Format:
    """Tell lines from one object that runs over several lines: its first line is not closed."""
    first, _, rest = start.partition(b"\n")
    closed = first.rstrip().endswith(b"}") or len(start) == len(first)
    return "jsonl" if closed or rest.lstrip(b"\r\n").startswith(b"{") else "json"


def stem(path: str) -> str:
    """Return the name of a file without its ending, and without that of its compression."""
    name = Path(path)
    if name.suffix.lower() in _COMPRESSED:
        name = name.with_suffix("")
    return name.stem
