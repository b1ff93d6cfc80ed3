"""Articles as rows: CSV with a header, and the table of trafilatura, which has none.

Rows are split as bytes taken for Latin-1 and decoded cell by cell afterwards, so that one wrong
byte spoils one row at most, and places can be told in bytes.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace

from rennbericht.errors import InputError
from rennbericht.sources import keys
from rennbericht.sources.article import Provenance, Warnings
from rennbericht.sources.decode import decode, is_binary
from rennbericht.sources.found import BYTE_LIMIT, Found, Stream, bad

#: Columns of `trafilatura --csv`.
TRAFILATURA = ("url", "id", "fingerprint", "hostname", "title", "image", "date", "text", "comments",
               "license", "pagetype")  # fmt: skip
_DELIMITERS = "\t,;|"
_BOM = "\xef\xbb\xbf"
#: Keys by their lower case: a header may say `Title`.
_KNOWN = {key.lower(): key for key in keys.ALL}


def looks_like_table(start: bytes, ending: str) -> bool:
    """Return whether a file begins with a header of known names, or as trafilatura's rows do.

    A file named `.csv` or `.tsv` is a table wherever its first line can be split.
    """
    if is_binary(start):
        return False
    line = start.partition(b"\n")[0].decode("latin-1")
    cells = line.split(_delimiter(line))
    if len(cells) > 1 and ending in (".csv", ".tsv"):
        return True
    return _is_trafilatura(line.split("\t")) or len(_known(cells)) > 1


def read_table(stream: Stream, source: Provenance, warnings: Warnings) -> Iterator[Found]:
    """Yield the rows of a table as records.

    A header is a first row that names a known column; without one, and with eleven columns, the
    table is trafilatura's; else columns are called by their number, from `1`.
    """
    csv.field_size_limit(BYTE_LIMIT)
    lines = _Lines(stream)
    header: tuple[str, ...] | None = None
    rows = None
    number = 0
    while True:
        here = replace(source, line=lines.number + 1, byte_offset=lines.offset)
        lines.row.clear()
        try:
            if rows is None:
                rows = csv.reader(lines, delimiter=_delimiter(lines.peek()))
            row = next(rows)
        except InputError as error:
            yield Found(here, problem=error)
            return
        except csv.Error as error:
            number += 1
            yield bad(here, "RB014", str(error), lines.start())
            rows = None
            continue
        except StopIteration:
            return
        if not any(cell.strip() for cell in row):
            continue
        if header is None:
            header, is_header = _header(row)
            if is_header:
                continue
        number += 1
        here = replace(here, record=number)
        if len(row) != len(header):
            detail = f"{len(row)} cells where {len(header)} should stand"
            yield bad(here, "RB014", detail, lines.start())
        elif lines.unclosed():
            yield bad(here, "RB014", "a quotation mark that is never closed", lines.start())
        else:
            yield _record(here, header, row, warnings)


class _Lines:
    """Lines of a stream as Latin-1, with their places."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._ahead: str | None = None
        self.offset = 0
        self.number = 0
        #: lines of the present row
        self.row: list[str] = []
        self._size = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self.peek()
        self._ahead = None
        if not line:
            raise StopIteration
        self._size = len(line) + (self._size if self.row else 0)
        self.offset += len(line)
        self.number += line.endswith("\n")
        self.row.append(line)
        if self._size > BYTE_LIMIT:
            raise csv.Error(f"a row of more than {BYTE_LIMIT} bytes")
        return line.removeprefix(_BOM) if self.offset == len(line) else line

    def peek(self) -> str:
        """Return the next line without taking it."""
        if self._ahead is None:
            self._ahead = self._stream.readline(BYTE_LIMIT).decode("latin-1")
        return self._ahead

    def start(self) -> bytes:
        """Return the beginning of the present row."""
        return "".join(line[:1000] for line in self.row[:20]).encode("latin-1")

    def unclosed(self) -> bool:
        """Return whether the present row, the last one, ends within quotation marks."""
        return not self.peek() and sum(line.count('"') for line in self.row) % 2 == 1


def _record(
    source: Provenance, header: tuple[str, ...], row: list[str], warnings: Warnings
) -> Found:
    met: Warnings = Warnings()
    try:
        cells = [decode(cell.encode("latin-1"), met) for cell in row]
    except InputError as error:
        return bad(source, error.code, error.detail, " ".join(row))
    warnings.update(dict.fromkeys(met, 1))  # once a row, however many cells
    return Found(source, dict(zip(header, cells, strict=True)))


def _header(row: list[str]) -> tuple[tuple[str, ...], bool]:
    """Return the names of the columns, and whether the row is what gives them."""
    cells = [cell.strip() for cell in row]
    if _known(cells) and not _is_trafilatura(cells):
        return tuple(_KNOWN.get(cell.lower(), cell) for cell in cells), True
    if len(row) == len(TRAFILATURA):
        return TRAFILATURA, False
    return tuple(str(number) for number in range(1, len(row) + 1)), False


def _is_trafilatura(cells: list[str]) -> bool:
    """Return whether these are the first cells of a row of trafilatura's."""
    first = cells[0].strip('"')
    return len(cells) >= 8 and (first == "null" or first.startswith(("http://", "https://")))


def _known(cells: list[str]) -> set[str]:
    return {cell.strip().strip('"').lower() for cell in cells} & _KNOWN.keys()


def _delimiter(line: str) -> str:
    return max(_DELIMITERS, key=line.count)
