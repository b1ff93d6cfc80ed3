"""From what the user names to files: files, folders, patterns, addresses, standard input."""

from __future__ import annotations

import glob
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from rennbericht.sources.remote import expand_remote

_DIGITS = re.compile(r"(\d+)")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def is_remote(name: str) -> bool:
    """Return whether a name is an address with a scheme, as `s3://bucket/a.jsonl`."""
    return _SCHEME.match(name) is not None


def expand(inputs: Iterable[str]) -> Iterator[str]:
    """Yield the paths of all inputs in their order; what does not exist is yielded as it stands.

    A folder gives its files at any depth, hidden ones left out, in natural order (`2` before
    `10`); so does a pattern with `*`, `?` or `[...]`, here and at remote addresses.
    """
    for name in inputs:
        if is_remote(name):
            yield from sorted(expand_remote(name), key=natural)
            continue
        try:
            found = _expand(name)
        except (OSError, ValueError):  # no name that a file can have: told when it is opened
            found = [name]
        yield from found


def _expand(name: str) -> list[str]:
    path = Path(name)
    if name in ("", "-") or path.is_file():
        return [name]
    if path.is_dir():
        return _folder(path)
    matches = sorted(glob.glob(name, recursive=True), key=natural)  # noqa: PTH207
    return [
        file
        for match in matches or [name]
        for file in (_folder(Path(match)) if Path(match).is_dir() else [match])
    ]


def _folder(folder: Path) -> list[str]:
    files = [
        file
        for file in folder.rglob("*")
        if file.is_file()
        and not any(part.startswith(".") for part in file.relative_to(folder).parts)
    ]
    return sorted(map(str, files), key=natural)


def natural(name: str) -> list[tuple[int, int, str]]:
    """Return a sort key under which numbers in names count as numbers."""
    return [
        (0, int(part), "") if part.isdecimal() else (1, 0, part) for part in _DIGITS.split(name)
    ]
