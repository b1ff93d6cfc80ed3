"""Bytes to text: never silently wrong."""

from __future__ import annotations

import codecs

from rennbericht.errors import InputError
from rennbericht.sources.article import Warnings

#: What UTF-8 letters of German look like when they were decoded as Windows-1252 once too often.
_MOJIBAKE = ("Ã¼", "Ã¤", "Ã¶", "ÃŸ", "Ã„", "Ãœ", "Ã–", "â€ž", "â€œ", "â€“")
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
#: Control characters that no text holds (tab, line ends, form feed and escape are let through).
_CONTROL = bytes(b for b in range(32) if b not in (9, 10, 11, 12, 13, 26, 27))
_MAGIC = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x7fELF", b"Rar!")
_SAMPLE = 65536


def is_binary(data: bytes) -> bool:
    """Return whether `data` is no text: a known magic number or control characters."""
    sample = data[:_SAMPLE]
    if sample.startswith(_WIDE_MARKS):
        return False
    return sample.startswith(_MAGIC) or len(sample.translate(None, _CONTROL)) != len(sample)


def decode(data: bytes, warnings: Warnings) -> str:
    """Return the text of `data` without byte order mark, newlines as they are.

    Tries UTF-8, UTF-16 by its mark, then Windows-1252; counts `cp1252` and `mojibake` in
    `warnings`.

    Raises:
        InputError: RB003 binary data, RB004 no encoding fits.
    """
    if is_binary(data):
        raise InputError("RB003", "control characters or the mark of a binary format")
    if data.startswith(_WIDE_MARKS):
        return _strict(data, "utf-16")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _strict(data, "cp1252")
        warnings["cp1252"] += 1
        return text
    if any(mark in text for mark in _MOJIBAKE):
        warnings["mojibake"] += 1
    return text


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            "RB004", f"neither UTF-8 nor {encoding}; byte {error.start} does not fit"
        ) from error
