"""Where the patterns lie, and how their lines are read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson

from .errors import PatternError

#: files of classes of words
_CLASSES = ("clause-words.jsonl", "event-words.jsonl")


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


def word_classes(folder: Path) -> dict[str, frozenset[str]]:
    """Lower-case words by class: of clauses, of events, of whatever else goes by them.

    Args:
        folder: a patterns directory; files that it leaves out are empty.

    Raises:
        PatternError: RB101 where a line is not a JSON object.
    """
    found: dict[str, frozenset[str]] = {}
    for name in _CLASSES:
        path = folder / "language" / name
        for _, record in read_jsonl(path) if path.is_file() else ():
            kind = record["class"]
            found[kind] = found.get(kind, frozenset()) | frozenset(record["words"])
    return found


@cache
def shipped_class(name: str) -> frozenset[str]:
    """A class of words of the shipped patterns, for code that no other folder can be given to."""
    return _shipped_classes()[name]


@cache
def _shipped_classes() -> dict[str, frozenset[str]]:
    return word_classes(patterns_dir())


def digest(folder: Path) -> str:
    """Hex SHA-256 over all pattern files, names and contents, in the order of their names."""
    total = sha256()
    for path in sorted(folder.rglob("*.jsonl")):
        total.update(path.relative_to(folder).as_posix().encode())
        total.update(path.read_bytes())
    return total.hexdigest()
