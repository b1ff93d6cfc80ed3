"""Parquet: every row a record. Its directory stands at its end, so it has to be a file, no pipe."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import IO, Any

from rennbericht.errors import InputError
from rennbericht.optional import optional
from rennbericht.sources.article import Provenance
from rennbericht.sources.found import Found
from rennbericht.sources.inputs import is_remote
from rennbericht.sources.remote import open_remote

#: what a Parquet file begins with
PARQUET = b"PAR1"
#: rows in memory, and bytes of a column that are read at once
_ROWS, _BUFFER = 64, 1 << 18


def read_rows(path: str, source: Provenance) -> Iterator[Found]:
    """Yield the rows of a Parquet file as records; dates as ISO 8601.

    Raises:
        InputError: RB008 it comes through a pipe or compressed as a whole.
        RennberichtError: RB401 pyarrow is not installed.
    """
    parquet = optional("pyarrow.parquet", "parquet", "reads Parquet")
    number = 0
    with _open(path) as file:
        try:
            table = parquet.ParquetFile(file, buffer_size=_BUFFER)
            for batch in table.iter_batches(_ROWS):
                for row in batch.to_pylist():
                    number += 1
                    record = {key: _plain(value) for key, value in row.items()}
                    yield Found(replace(source, record=number), record)
        except (OSError, ValueError, ArithmeticError) as error:  # pyarrow's own are among them
            problem = InputError("RB004", f"damaged or cut off: {error}")
            yield Found(replace(source, record=number + 1), problem=problem)


def _open(path: str) -> IO[bytes]:
    if path != "-":
        file = open_remote(path) if is_remote(path) else Path(path).open("rb")  # noqa: SIM115
        if file.read(len(PARQUET)) == PARQUET and file.seekable():
            file.seek(0)
            return file
        file.close()
    raise InputError("RB008", "Parquet in a pipe or compressed once more: name the file itself")


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
