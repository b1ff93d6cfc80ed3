"""Files of lines that come into being whole: written beside, renamed when done."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import IO, Self


class LinesFile:
    """A file of lines under `<path>.part` until it is closed without an error.

    An interrupted run leaves the `.part` file, which holds whole lines, and the older file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.part = path.with_name(path.name + ".part")
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file: IO[bytes] = self.part.open("wb")

    def write(self, lines: list[str]) -> None:
        """Write lines, each without its newline, and let them reach the file together."""
        if lines:
            self._file.write(("\n".join(lines) + "\n").encode("utf-8"))
            self._file.flush()

    def close(self, *, keep: bool = True) -> None:
        """Close the file; with `keep` it takes its name."""
        self._file.close()
        if keep:
            self.part.replace(self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close(keep=kind is None)
