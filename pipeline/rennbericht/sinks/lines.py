"""Files of lines that come into being whole: written beside, renamed when done."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from rennbericht.errors import RennberichtError
from rennbericht.optional import optional


class LinesFile:
    """A file of lines under `<path>.part` until it is closed without an error.

    A path that ends in `.zst` is compressed. An interrupted run leaves the `.part` file and the
    older file.

    Raises:
        RennberichtError: RB401 zstandard is not installed.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.part = path.with_name(path.name + ".part")
        path.parent.mkdir(parents=True, exist_ok=True)
        self._raw: IO[bytes] = self.part.open("wb")
        self._file: Any = _compressing(self._raw) if path.suffix == ".zst" else self._raw

    def write(self, lines: list[str]) -> None:
        """Write lines, each without its newline, and let them reach the file together."""
        if lines:
            self._file.write(("\n".join(lines) + "\n").encode("utf-8"))
            if self._file is self._raw:
                self._raw.flush()

    def close(self, *, keep: bool = True) -> None:
        """Close the file; with `keep` it takes its name."""
        if keep:
            self._file.close()
            self._raw.close()
            take_name(self.part, self.path)
            return
        for file in (self._file, self._raw):
            with suppress(OSError):  # what kept it from being written is told already
                file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close(keep=kind is None)


def take_name(part: Path, path: Path) -> None:
    """Let a file that is written take its name, once it is on the disk: the power may fail."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(path)


def _compressing(raw: IO[bytes]) -> Any:
    try:
        zstandard = optional("zstandard", "zst", "writes .zst files")
    except RennberichtError:
        raw.close()
        raise
    return zstandard.ZstdCompressor(level=6).stream_writer(raw)
