"""From what the user names to files: files, folders, patterns, standard input."""

from __future__ import annotations

import glob
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

_DIGITS = re.compile(r"(\d+)")


def expand(inputs: Iterable[str]) -> Iterator[str]:
    """Yield the paths of all inputs in their order; what does not exist is yielded as it stands.

    A folder gives its files at any depth, hidden ones left out, in natural order (`2` before
    `10`); so does a pattern with `*`, `?` or `[...]`.
    """
    for name in inputs:
        path = Path(name)
        if name == "-" or path.is_file():
            yield name
        elif path.is_dir():
            yield from _folder(path)
        elif found := sorted(glob.glob(name, recursive=True), key=natural):  # noqa: PTH207
            for match in found:
                yield from _folder(Path(match)) if Path(match).is_dir() else [match]
        else:
            yield name


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
