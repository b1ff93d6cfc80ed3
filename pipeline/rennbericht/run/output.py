"""Results to standard output, to one file, or to a folder."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any, Literal, Protocol

import orjson

from rennbericht.contract.records import Record
from rennbericht.run.process import Result
from rennbericht.sinks.lines import LinesFile

Emit = Literal["events", "entities", "articles", "all"]
_KINDS: tuple[Emit, ...] = ("events", "entities", "articles")


class Output(Protocol):
    """Where results go. `write` is called in order, `finish` once with what is told of the run."""

    def write(self, result: Result) -> None:
        """Write the records of one result."""

    def finish(self, run: dict[str, Any]) -> None:
        """Write what is told of the run as a whole."""


def open_output(out: Path | None, emit: Emit | None, stdout: IO[bytes], stack: ExitStack) -> Output:
    """Return the output for `out`: None is standard output, `*.jsonl` a file, else a folder.

    Args:
        out: where to.
        emit: which records; all of them in a folder, events elsewhere, where None.
        stdout: the binary standard output.
        stack: closes the files.
    """
    if out is None:
        return StreamOutput(stdout, emit or "events")
    if out.suffix == ".jsonl":
        return FileOutput(stack.enter_context(LinesFile(out)), emit or "events")
    return FolderOutput(out, emit or "all", stack)


def lines_of(result: Result, emit: Emit) -> list[str]:
    """Return the chosen records of a result as lines."""
    records: dict[str, list[Any]] = {
        "events": result.events,
        "entities": result.entities,
        "articles": [result.article],
    }
    chosen = _KINDS if emit == "all" else (emit,)
    found: list[Record] = [record for kind in chosen for record in records[kind]]
    return [record.as_line() for record in found]


class StreamOutput:
    """Records as lines on a binary stream."""

    def __init__(self, stream: IO[bytes], emit: Emit) -> None:
        self.stream = stream
        self.emit = emit

    def write(self, result: Result) -> None:
        """Write the records of one result."""
        for line in lines_of(result, self.emit):
            self.stream.write(line.encode("utf-8") + b"\n")
        self.stream.flush()

    def finish(self, run: dict[str, Any]) -> None:
        """Do nothing: what is told of the run stands on standard error."""


class FileOutput:
    """Records as lines of one file."""

    def __init__(self, file: LinesFile, emit: Emit) -> None:
        self.file = file
        self.emit = emit

    def write(self, result: Result) -> None:
        """Write the records of one result."""
        self.file.write(lines_of(result, self.emit))

    def finish(self, run: dict[str, Any]) -> None:
        """Do nothing: what is told of the run stands on standard error."""


class FolderOutput:
    """A folder: a file for each kind of record, dead letters where there are any, `run.json`."""

    def __init__(self, folder: Path, emit: Emit, stack: ExitStack) -> None:
        self.folder = folder
        self.stack = stack
        kinds = _KINDS if emit == "all" else (emit,)
        folder.mkdir(parents=True, exist_ok=True)
        self.files = {k: stack.enter_context(LinesFile(folder / f"{k}.jsonl")) for k in kinds}
        self.dead: LinesFile | None = None
        (folder / "deadletter.jsonl").unlink(missing_ok=True)  # of an earlier run

    def write(self, result: Result) -> None:
        """Write the records of one result, and its dead letter."""
        for kind, file in self.files.items():
            file.write(lines_of(result, kind))
        if result.problem is not None and result.problem.dead:
            if self.dead is None:
                self.dead = self.stack.enter_context(LinesFile(self.folder / "deadletter.jsonl"))
            self.dead.write([orjson.dumps(result.problem.dead_letter()).decode()])

    def finish(self, run: dict[str, Any]) -> None:
        """Write `run.json`."""
        with LinesFile(self.folder / "run.json") as file:
            file.write([orjson.dumps(run, option=orjson.OPT_INDENT_2).decode()])
