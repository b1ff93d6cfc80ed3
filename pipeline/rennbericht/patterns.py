"""Where the patterns lie, and how their lines are read."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson

from .errors import PatternError


def patterns_dir(override: str | Path | None = None) -> Path:
    """The folder of patterns: the given one, else the shipped one.

    In an installed wheel the patterns lie beside this module, in a checkout at its root; an
    editable install leaves only the latter.

    Raises:
        PatternError: RB106 where no such folder exists.
    """
    here = Path(__file__).parent
    candidates = [Path(override)] if override else [here / "patterns", here.parents[1] / "patterns"]
    for folder in candidates:
        if folder.is_dir():
            return folder
    raise PatternError("RB106", "no such folder", path=candidates[-1])


def read_jsonl(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The lines of a pattern file with their 1-based numbers; blank lines are passed over.

    Raises:
        PatternError: RB101 where a line is not a JSON object.
    """
    for number, line in enumerate(path.read_bytes().split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            record = orjson.loads(line)
        except orjson.JSONDecodeError as error:
            raise PatternError("RB101", str(error), path=path, line=number) from error
        if not isinstance(record, dict):
            raise PatternError("RB101", "not an object", path=path, line=number)
        yield number, record


def read_part(folder: Path, part: str) -> Iterator[tuple[Path, int, dict[str, Any]]]:
    """The lines of one part of a patterns folder (`events`), each with file and 1-based number.

    Raises:
        PatternError: RB101 where a line is not a JSON object.
    """
    for path in sorted((folder / part).glob("*.jsonl")):
        for number, record in read_jsonl(path):
            yield path, number, record


def digest(folder: Path) -> str:
    """Hex SHA-256 over all pattern files, names and contents, in the order of their names."""
    total = sha256()
    for path in sorted(folder.rglob("*.jsonl")):
        total.update(path.relative_to(folder).as_posix().encode())
        total.update(path.read_bytes())
    return total.hexdigest()
