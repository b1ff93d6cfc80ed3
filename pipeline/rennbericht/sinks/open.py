"""The sinks that a run writes to."""

from __future__ import annotations

from pathlib import Path

from rennbericht.sinks.base import Emit, Sink, kinds_of
from rennbericht.sinks.jsonl import DeadLetters, KindSink


def folder_sinks(folder: Path, emit: Emit, *, words: bool = True) -> list[Sink]:
    """The sinks of a run in a folder: a file for each kind of record, and the dead letters.

    Args:
        folder: where to.
        emit: which records.
        words: whether records quote the article's words.
    """
    sinks: list[Sink] = [
        KindSink(folder / f"{kind}.jsonl", (kind,), words=words) for kind in kinds_of(emit)
    ]
    return [*sinks, DeadLetters(folder / "deadletter.jsonl")]
