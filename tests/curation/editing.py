"""Edits of pattern files in tests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rennbericht.curation.lint.order import canonical, sort_key


def append(folder: Path, file: str, line: str | dict[str, Any]) -> int:
    """Add a line at the end of a pattern file; its number."""
    path = folder / file
    rows = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    text = line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)
    path.write_text("\n".join([*rows, text]) + "\n", encoding="utf-8")
    return len(rows) + 1


class Seeds:
    """Faults put into a copy of the patterns, each line where its order wants it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._expected: list[tuple[str, str, str]] = []

    def add(self, file: str, code: str, line: str | dict[str, Any]) -> None:
        """Add a line that lint must report under a code; with an empty code it is sound."""
        part, name = file.split("/")
        raw = line if isinstance(line, str) else canonical(part, name, line)
        rows = self._rows(file)
        at = len(rows)
        if isinstance(line, dict):
            key = sort_key(part, line)
            while at and sort_key(part, json.loads(rows[at - 1])) > key:
                at -= 1
        self._write(file, [*rows[:at], raw, *rows[at:]])
        self._expect(file, raw, code)

    def change(self, file: str, code: str, key: str, **changes: object) -> None:
        """Change keys of the line whose id is `key`, which lint must report then."""
        part, name = file.split("/")
        rows = self._rows(file)
        at = next(i for i, row in enumerate(rows) if json.loads(row).get("id") == key)
        rows[at] = canonical(part, name, {**json.loads(rows[at]), **changes})
        self._write(file, rows)
        self._expect(file, rows[at], code)

    def expected(self) -> set[tuple[str, int, str]]:
        """File, line and code of all that must be reported."""
        return {(file, self._rows(file).index(raw) + 1, code) for file, raw, code in self._expected}

    def _expect(self, file: str, raw: str, code: str) -> None:
        if code:
            self._expected.append((file, raw, code))

    def _rows(self, file: str) -> list[str]:
        return (self.folder / file).read_text(encoding="utf-8").rstrip("\n").split("\n")

    def _write(self, file: str, rows: list[str]) -> None:
        (self.folder / file).write_text("\n".join(rows) + "\n", encoding="utf-8")
