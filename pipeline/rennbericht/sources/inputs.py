"""From what the user names to files: files, folders, patterns, addresses, standard input."""

from __future__ import annotations

import glob
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from rennbericht.sources.remote import expand_remote

_DIGITS = re.compile(r"(\d+)")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")

#: says of a file in a folder whether it is no input
LeaveOut = Callable[[str], bool]


def is_remote(name: str) -> bool:
    """Return whether a name is an address with a scheme, as `s3://bucket/a.jsonl`."""
    return _SCHEME.match(name) is not None


def shown(name: str) -> str:
    """Return a file name as records can hold it: bytes that are no UTF-8 as `\\xfc`."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def expand(inputs: Iterable[str], leave_out: LeaveOut | None = None) -> Iterator[str]:
    """Yield the paths of all inputs in their order; what does not exist is yielded as it stands.

    A folder gives its files at any depth, hidden ones left out, in natural order (`2` before
    `10`); so does a pattern with `*`, `?` or `[...]`, here and at remote addresses. Linked folders
    are gone into, each once. A folder that cannot be read is yielded itself, and told when opened.

    Args:
        inputs: what the user names.
        leave_out: files in folders and by patterns that are no inputs.
    """
    for name in inputs:
        if is_remote(name):
            yield from sorted(expand_remote(name), key=natural)
            continue
        try:
            found = _expand(name)
        except (OSError, ValueError):  # no name that a file can have: told when it is opened
            found = [name]
        for path in found:
            if path == name or leave_out is None or not leave_out(path):
                yield path


def _expand(name: str) -> list[str]:
    path = Path(name)
    if name in ("", "-") or path.is_file():
        return [name]
    # folders gone into, by their place on the disk
    seen: set[tuple[int, int]] = set()
    if path.is_dir():
        return _folder(name, seen)
    matches = sorted(_matches(path, name), key=natural)
    files = (
        file
        for match in matches or [name]
        for file in (_folder(match, seen) if Path(match).is_dir() else [match])
    )
    return list(dict.fromkeys(files))  # `**` matches a folder and what is in it


def _matches(path: Path, name: str) -> list[str]:
    """What a pattern matches; `**` goes into no linked folder, which may lie in itself."""
    if "**" not in path.parts:
        return glob.glob(name)  # noqa: PTH207
    found = Path(path.anchor).glob(str(path.relative_to(path.anchor)))
    return [str(one) for one in found if not _hidden(one, path)]


def _hidden(found: Path, pattern: Path) -> bool:
    return any(part.startswith(".") and part not in pattern.parts for part in found.parts)


def _folder(folder: str, seen: set[tuple[int, int]]) -> list[str]:
    """The files in a folder at any depth, and folders in it that cannot be read."""
    files: list[str] = []
    if not _first(Path(folder), seen):
        return files

    def unread(error: OSError) -> None:
        files.append(str(error.filename))

    for at, folders, names in os.walk(folder, onerror=unread, followlinks=True):
        folders[:] = [
            name
            for name in sorted(folders, key=natural)
            if not name.startswith(".") and _first(Path(at, name), seen)
        ]
        files += (
            str(path)
            for name in names
            if not name.startswith(".") and _may_be_read(path := Path(at, name))
        )
    return sorted(files, key=natural)


def _may_be_read(path: Path) -> bool:
    """Whether it is a file, no pipe or the like; what cannot be known is told when opened."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return True


def _first(folder: Path, seen: set[tuple[int, int]]) -> bool:
    """Whether a folder is met for the first time, under whatever name."""
    try:
        status = folder.stat()
    except OSError:
        return True
    place = status.st_dev, status.st_ino
    known = place in seen
    seen.add(place)
    return not known


def natural(name: str) -> list[tuple[int, int, str]]:
    """Return a sort key under which numbers in names count as numbers."""
    return [
        (0, int(part), "") if part.isdecimal() else (1, 0, part) for part in _DIGITS.split(name)
    ]
