"""All checks of a patterns folder."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language

from .examples import wrong_examples
from .facts import wrong_facts
from .findings import PARTS, Finding, Lines
from .frames import FrameLint
from .names import repeated, repeated_classes, shared, unguarded
from .order import disordered
from .shapes import misshapen

#: faults for which a pipeline refuses a folder
_REFUSED = frozenset({"RB101", "RB102", "RB103", "RB104", "RB105", "RB107"})


def lint(folder: Path, model: str = "embedded", *, examples: bool = True) -> list[Finding]:
    """Everything that is wrong with the patterns of a folder, by file and line.

    Args:
        folder: a patterns folder.
        model: the German model that examples are run with.
        examples: whether to run the frames' examples, which takes most of the time.

    Raises:
        RennberichtError: the folder lacks the word lists without which nothing runs.
    """
    lines = Lines(folder)
    frames = FrameLint(folder, lines)
    found = [
        *lines.unreadable(),
        *misshapen(lines),
        *frames.findings(),
        *repeated(lines),
        *repeated_classes(lines),
        *shared(lines),
        *unguarded(lines),
        *wrong_facts(lines),
        *disordered(lines),
    ]
    if examples:
        found += _run_examples(folder, model, frames, found)
    return sorted(set(found))


def _run_examples(
    folder: Path, model: str, frames: FrameLint, found: Iterable[Finding]
) -> list[Finding]:
    """Run the examples, on a copy without the lines that a pipeline would refuse."""
    refused = {(f.file, f.line) for f in found if f.code in _REFUSED}
    # a line of several frames is run once
    lines = {(line.file, line.number): (line, parsed) for line, parsed, _ in frames.frames}
    known = [both for place, both in lines.items() if place not in refused]
    if not refused:
        return list(wrong_examples(_load(model, folder), known))
    with tempfile.TemporaryDirectory() as copy:
        for part in PARTS:
            shutil.copytree(folder / part, Path(copy) / part)
        for file in {file for file, _ in refused}:
            path = Path(copy) / file
            rows = path.read_bytes().split(b"\n")
            for name, number in refused:
                if name == file:
                    rows[number - 1] = b""
            path.write_bytes(b"\n".join(rows))
        return list(wrong_examples(_load(model, Path(copy)), known))


def _load(model: str, folder: Path) -> Language:
    from rennbericht.api import load  # the pipeline takes time that `format` need not spend

    return load(model, patterns=folder, announce=lambda line: None)
