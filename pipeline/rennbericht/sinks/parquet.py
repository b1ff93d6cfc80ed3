"""Parquet: a file for each kind of record, typed and nested."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

import orjson

from rennbericht.sinks.base import Kind, Records, lines_of
from rennbericht.sinks.jsonl import worded
from rennbericht.sinks.lines import take_name
from rennbericht.sinks.schema import arrow, arrow_row, arrow_schema

#: records of a row group
_GROUP = 10_000


class ParquetSink:
    """The records of one kind in a Parquet file, which takes its name when it is whole."""

    def __init__(self, path: Path, kind: Kind, *, words: bool = True) -> None:
        self.path, self.kind, self.words = path, kind, words
        self._part = path.with_name(path.name + ".part")
        path.parent.mkdir(parents=True, exist_ok=True)
        self._schema = arrow_schema(kind)
        self._writer = arrow().parquet.ParquetWriter(self._part, self._schema, compression="zstd")
        self._rows: list[dict[str, Any]] = []

    def write(self, records: Records) -> None:
        """Write the records of one article."""
        for line in worded(lines_of(records, self.kind), self.words):
            self._rows.append(arrow_row(orjson.loads(line)))
        if len(self._rows) >= _GROUP:
            self._flush()

    def close(self, *, keep: bool = True) -> None:
        """End the file."""
        if keep:
            self._flush()
            self._writer.close()
            take_name(self._part, self.path)
            return
        with suppress(OSError):  # what kept it from being written is told already
            self._writer.close()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(arrow().Table.from_pylist(self._rows, schema=self._schema))
            self._rows = []
