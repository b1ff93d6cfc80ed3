"""What lint reports, and the lines it looks at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from rennbericht.errors import CATALOGUE

PARTS = ("entities", "events", "facts", "language")


class Finding(NamedTuple):
    """One fault; they sort by file and line."""

    file: str
    line: int
    code: str
    detail: str
    advice: str

    def as_dict(self) -> dict[str, Any]:
        """The finding as plain data, the meaning of its code beside it."""
        return {**self._asdict(), "means": CATALOGUE[self.code]}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a pattern file; `record` is None where it is no JSON object."""

    file: str
    number: int
    raw: str
    record: dict[str, Any] | None
    error: str = ""

    def finding(self, code: str, detail: str, advice: str) -> Finding:
        """A fault of this line."""
        return Finding(self.file, self.number, code, detail, advice)

    @property
    def name(self) -> str:
        """Name of the file without its folder."""
        return self.file.rsplit("/", 1)[-1]


class Lines:
    """All lines of a patterns folder, by part."""

    def __init__(self, folder: Path) -> None:
        self.by_part = {part: list(_read(folder, part)) for part in PARTS}

    def records(self, part: str) -> Iterator[tuple[Line, dict[str, Any]]]:
        """The readable lines of a part with their objects."""
        for line in self.by_part[part]:
            if line.record is not None:
                yield line, line.record

    def unreadable(self) -> list[Finding]:
        """Lines that are no JSON object."""
        advice = "write one JSON object on the line, as the lines beside it"
        return [
            line.finding("RB101", line.error, advice)
            for lines in self.by_part.values()
            for line in lines
            if line.record is None
        ]


def _read(folder: Path, part: str) -> Iterator[Line]:
    for path in sorted((folder / part).glob("*.jsonl")):
        file = f"{part}/{path.name}"
        for number, data in enumerate(path.read_bytes().split(b"\n"), start=1):
            if not data.strip():
                continue
            raw = data.decode("utf-8", "replace")
            try:
                record = orjson.loads(data)
            except orjson.JSONDecodeError as error:
                yield Line(file, number, raw, None, str(error))
                continue
            if isinstance(record, dict):
                yield Line(file, number, raw, record)
            else:
                yield Line(file, number, raw, None, "not an object")
