"""The sinks that a run writes to."""

from __future__ import annotations

from pathlib import Path
from typing import IO, Literal

from rennbericht.sinks.base import KINDS, Emit, Sink, kinds_of
from rennbericht.sinks.jsonl import DeadLetters, KindSink, StreamSink
from rennbericht.sinks.parquet import ParquetSink
from rennbericht.sinks.results import ResultsFile, ResultsStream

#: how records are written in a folder
Form = Literal["jsonl", "zst", "parquet"]
_ENDINGS: dict[Form, str] = {"jsonl": ".jsonl", "zst": ".jsonl.zst", "parquet": ".parquet"}
RESULTS, DEAD_LETTERS = "results.csv", "deadletter.jsonl"
_NAMES = (
    ("results", RESULTS), *((kind, kind + ending) for kind in KINDS for ending in _ENDINGS.values())
)  # fmt: skip
#: where the final files of a run stand in its folder, as patterns
FINAL = tuple(
    pattern
    for kind, name in _NAMES
    for pattern in (name, f"{kind}/date=*/{name}", f"{kind}/part-*/{name}")
)


def folder_sinks(
    folder: Path, emit: Emit, form: Form = "jsonl", *, words: bool = True, part: str | None = None
) -> list[Sink]:
    """The sinks of a run in a folder: a file for each kind of record.

    Args:
        folder: where to.
        emit: which records.
        form: how they are written.
        words: whether records quote the article's words.
        part: a partition, `date=2024-05-05`: the files stand in `KIND/date=2024-05-05/`.
    """
    paths = final_paths(folder, emit, form, part)
    if emit == "results":
        return [ResultsFile(path) for path in paths]
    sinks: list[Sink] = []
    for kind, path in zip(kinds_of(emit), paths, strict=True):
        if form == "parquet":
            sinks.append(ParquetSink(path, kind, words=words))
        else:
            sinks.append(KindSink(path, (kind,), words=words))
    return sinks


def final_paths(
    folder: Path, emit: Emit, form: Form = "jsonl", part: str | None = None
) -> list[Path]:
    """The files of `folder_sinks`, in their order; arguments as there."""
    names = (
        [("results", RESULTS)]
        if emit == "results"
        else [(kind, kind + _ENDINGS[form]) for kind in kinds_of(emit)]
    )
    return [folder / kind / part / name if part else folder / name for kind, name in names]


def dead_letters(folder: Path) -> Sink:
    """The sink of inputs that could not be read."""
    return DeadLetters(folder / DEAD_LETTERS)


def stream_sink(stream: IO[bytes], emit: Emit, *, words: bool = True) -> Sink:
    """The sink of a stream."""
    return ResultsStream(stream) if emit == "results" else StreamSink(stream, emit, words=words)


def file_sink(path: Path, emit: Emit, *, words: bool = True) -> Sink:
    """The sink of one file."""
    if emit == "results":
        return ResultsFile(path)
    return KindSink(path, kinds_of(emit), words=words)
