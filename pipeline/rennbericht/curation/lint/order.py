"""The canonical form of pattern files: keys, blanks and lines in one order, for small diffs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rennbericht.events.line import FrameLine

from .findings import PARTS, Finding, Line, Lines
from .shapes import ENTITY, FACT, LANGUAGE

_ADVICE = "run `rennbericht patterns format`"


def canonical(part: str, name: str, record: dict[str, Any]) -> str:
    """One line as it should be written.

    Args:
        part: folder of the file, `entities`, `facts`, `events` or `language`.
        name: name of the file.
        record: the line's object.
    """
    order = _key_order(part, name)
    known = [key for key in order if key in record]
    rest = [key for key in record if key not in order]
    return json.dumps({key: record[key] for key in (*known, *rest)}, ensure_ascii=False)


def _key_order(part: str, name: str) -> list[str]:
    if part == "events":
        return [
            "set",
            "words",
            "gives",
            *(f.alias or key for key, f in FrameLine.model_fields.items()),
        ]
    if part == "entities":
        return list(ENTITY)
    if part == "facts":
        return [key.removesuffix("?") for key in FACT]
    shapes = LANGUAGE.get(name.removesuffix(".jsonl"), ())
    return [key.removesuffix("?") for shape in shapes for key in shape]


def sort_key(part: str, record: dict[str, Any]) -> tuple[Any, ...]:
    """What the lines of a file are sorted by.

    Entities stand by id and name, facts by id, synonym sets before the frames. Frames and words
    keep the order their editors gave them: of a group the first frame fires.
    """
    if part == "entities":
        return (str(record.get("id")), str(record.get("pattern")))
    if part == "facts":
        return (str(record.get("id")),)
    return (part == "events" and "set" not in record,)


def disordered(lines: Lines) -> Iterator[Finding]:
    """Lines that are not written, or do not stand, in canonical order."""
    for part in PARTS:
        last: tuple[str, tuple[Any, ...]] | None = None
        for line, record in lines.records(part):
            if line.raw.rstrip("\r") != canonical(part, line.name, record) or "\r" in line.raw:
                yield line.finding("RB118", "keys or blanks", _ADVICE)
            key = sort_key(part, record)
            if last is not None and last[0] == line.file and key < last[1]:
                yield line.finding("RB118", "the line stands behind one it belongs before", _ADVICE)
            else:
                last = (line.file, key)


def format_folder(folder: Path) -> list[str]:
    """Write all files of a patterns folder in canonical order.

    Returns:
        The files that were changed. A file with a line that is no JSON object is left alone.
    """
    changed: list[str] = []
    by_file: dict[str, list[Line]] = {}
    lines = Lines(folder)
    for part in PARTS:
        for line in lines.by_part[part]:
            by_file.setdefault(line.file, []).append(line)
    for file, found in by_file.items():
        part, name = file.split("/")
        records = [line.record for line in found if line.record is not None]
        if len(records) < len(found):
            continue
        records.sort(key=lambda record: sort_key(part, record))
        text = "".join(canonical(part, name, record) + "\n" for record in records)
        path = folder / file
        if path.read_bytes() != text.encode():
            path.write_bytes(text.encode())
            changed.append(file)
    return changed
