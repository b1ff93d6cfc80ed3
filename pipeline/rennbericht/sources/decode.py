"""Bytes to text: never silently wrong."""

from __future__ import annotations

import codecs

from rennbericht.errors import InputError
from rennbericht.sources.article import Warnings

#: What UTF-8 letters of German look like when they were decoded as Windows-1252 once too often.
_MOJIBAKE = ("Ã¼", "Ã¤", "Ã¶", "ÃŸ", "Ã„", "Ãœ", "Ã–", "â€ž", "â€œ", "â€“")
#: Byte order marks of the wide encodings; UTF-32's begins like UTF-16's, so it goes first.
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Control characters that no text holds (tab, line ends, form feed and escape are let through).
_CONTROL = bytes(b for b in range(32) if b not in (9, 10, 11, 12, 13, 26, 27))
_MAGIC = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x7fELF", b"Rar!")
_SAMPLE = 65536


def wide_encoding(head: bytes) -> str | None:
    """Return `utf-16` or `utf-32` where a byte order mark says so."""
    return next((name for mark, name in _WIDE if head.startswith(mark)), None)


def is_binary(data: bytes) -> bool:
    """Return whether `data` is no text: a known magic number or control characters."""
    sample = data[:_SAMPLE]
    if wide_encoding(sample):
        return False
    return sample.startswith(_MAGIC) or len(sample.translate(None, _CONTROL)) != len(sample)


def decode(data: bytes, warnings: Warnings) -> str:
    """Return the text of `data` without byte order mark, newlines as they are.

    Tries UTF-8, the wide encodings by their mark, then Windows-1252; counts `cp1252` and `utf16`
    in `warnings`.

    Raises:
        InputError: RB003 binary data, RB004 no encoding fits.
    """
    if is_binary(data):
        raise InputError("RB003", "control characters or the mark of a binary format")
    if wide := wide_encoding(data):
        text = _strict(data, wide)
        warnings["utf16"] += 1
        return text
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _strict(data, "cp1252")
        warnings["cp1252"] += 1
        return text


def count_mojibake(text: str, warnings: Warnings) -> None:
    """Count a text that was decoded wrongly before it came here."""
    if ("Ã" in text or "â€" in text) and any(mark in text for mark in _MOJIBAKE):
        warnings["mojibake"] += 1


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            "RB004", f"neither UTF-8 nor {encoding}; byte {error.start} does not fit"
        ) from error
