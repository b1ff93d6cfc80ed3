"""JSON Lines: a file for each kind of record, or all of one kind on a stream."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import IO

from rennbericht.sinks.base import Emit, Kind, Records, kinds_of, lines_of
from rennbericht.sinks.lines import LinesFile
from rennbericht.sinks.words import without_words


class KindSink:
    """The records of some kinds in one file."""

    def __init__(self, path: Path, kinds: tuple[Kind, ...], *, words: bool = True) -> None:
        self.kinds, self.words = kinds, words
        self._file = LinesFile(path)

    def write(self, records: Records) -> None:
        """Write the records of one article."""
        for kind in self.kinds:
            self._file.write(worded(lines_of(records, kind), self.words))

    def close(self, *, keep: bool = True) -> None:
        """End the file."""
        self._file.close(keep=keep)


class DeadLetters:
    """Inputs that could not be read; no file where there are none."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: LinesFile | None = None

    def write(self, records: Records) -> None:
        """Write the dead letter of an input, where it has one."""
        if records.dead is not None:
            if self._file is None:
                self._file = LinesFile(self._path)
            self._file.write([records.dead])

    def close(self, *, keep: bool = True) -> None:
        """End the file, and take away that of an earlier run."""
        if self._file is not None:
            self._file.close(keep=keep)
        elif keep:
            self._path.unlink(missing_ok=True)


class StreamSink:
    """Records as lines on a binary stream, out at once."""

    def __init__(self, stream: IO[bytes], emit: Emit, *, words: bool = True) -> None:
        self.stream, self.kinds, self.words = stream, kinds_of(emit), words

    def write(self, records: Records) -> None:
        """Write the records of one article."""
        for kind in self.kinds:
            for line in worded(lines_of(records, kind), self.words):
                self.stream.write(line.encode("utf-8") + b"\n")
        self.stream.flush()

    def close(self, *, keep: bool = True) -> None:
        """Leave the stream open: it is not ours."""


def worded(lines: Sequence[str], words: bool) -> list[str]:
    """Lines as they are, or without the article's words."""
    return list(lines) if words else [without_words(line) for line in lines]
