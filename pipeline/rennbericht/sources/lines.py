"""JSON Lines: a record a line."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

from rennbericht.errors import InputError
from rennbericht.sources.article import Provenance, Warnings
from rennbericht.sources.found import BYTE_LIMIT, Found, Stream, bad
from rennbericht.sources.parse import parse
from rennbericht.sources.scanner import read_objects


def read_lines(stream: Stream, source: Provenance, warnings: Warnings) -> Iterator[Found]:
    """Yield the records of a stream of lines; blank lines are passed over."""
    offset, number = 0, 0
    while True:
        number += 1
        here = replace(source, line=number, byte_offset=offset)
        try:
            data = stream.readline(BYTE_LIMIT + 1)
        except InputError as error:
            yield Found(here, problem=error)
            return
        if not data:
            return
        offset += len(data)
        if len(data) > BYTE_LIMIT:
            yield bad(here, "RB007", f"a line of more than {BYTE_LIMIT} bytes", data)
            offset += _skip_line(stream, data)
        elif data.strip():
            yield from _parsed(data, here, warnings)


def _skip_line(stream: Stream, data: bytes) -> int:
    """Read up to the end of a line; return how many bytes that were."""
    skipped = 0
    while not data.endswith(b"\n") and (data := stream.readline(1 << 20)):
        skipped += len(data)
    return skipped


def _parsed(data: bytes, source: Provenance, warnings: Warnings) -> Iterator[Found]:
    try:
        yield Found(source, parse(data, warnings))
    except InputError as error:
        # objects side by side, as when a feed is written on after a line without its end
        if error.detail.startswith("Extra data") and data.lstrip().startswith(b"{"):
            for found in read_objects(io.BytesIO(data), source, warnings):
                place = (source.byte_offset or 0) + (found.source.byte_offset or 0)
                yield found._replace(
                    source=replace(found.source, line=source.line, byte_offset=place)
                )
        else:
            yield bad(source, error.code, error.detail, data.strip())
