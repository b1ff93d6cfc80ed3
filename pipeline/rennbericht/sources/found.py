"""What the reader of a container gives: records with their places, or what is wrong there."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from rennbericht.errors import InputError
from rennbericht.sources.article import EXCERPT, Provenance, Warnings

#: Longest line, row, object or page that is read at all, in bytes.
BYTE_LIMIT = 50_000_000


class Found(NamedTuple):
    """A record as it stood there, or a problem in its place."""

    source: Provenance
    record: Any = None
    problem: InputError | None = None
    #: of what cannot be read: its beginning
    excerpt: str = ""


#: What readers read; `read1` gives what there is, so that nothing before damage is lost.
Stream = io.BufferedReader | io.BytesIO
Reader = Callable[[Stream, Provenance, Warnings], Iterator[Found]]


def bad(source: Provenance, code: str, detail: str, data: bytes | str = "") -> Found:
    """Return a problem with the beginning of what it is about."""
    if isinstance(data, bytes):
        data = data[: 4 * EXCERPT].decode("utf-8", "replace")
    return Found(source, problem=InputError(code, detail), excerpt=data[:EXCERPT])
