"""The command `extract`: inputs to a stream, a file or a folder."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import orjson

from rennbericht.errors import RennberichtError
from rennbericht.run.engine import Engine, in_order, open_engine
from rennbericht.run.folder import run_folder
from rennbericht.run.interrupt import Stop, stoppable
from rennbericht.run.job import WARNINGS, Job, Summary
from rennbericht.run.pool import Numbered
from rennbericht.run.progress import Position, Report, Teller, closing, progress
from rennbericht.run.worker import Load
from rennbericht.sinks.base import Sink, whole
from rennbericht.sinks.lines import LinesFile
from rennbericht.sinks.open import file_sink, stream_sink
from rennbericht.sources.inputs import expand
from rennbericht.sources.published import parse_published

#: endings by which an output is one file; every other one is a folder
FILES = frozenset({".jsonl", ".zst", ".csv"})


def run_extract(job: Job, load: Load) -> Summary:
    """Extract from all inputs and write the records.

    Args:
        job: what to do.
        load: gives the pipeline; for several workers it must be found by name in another process.

    Returns:
        What was done; what failed is told in it, the rest is done.

    Raises:
        RennberichtError: the date given is none, the pipeline cannot be loaded, the folder holds
            another run or cannot be written.
    """
    if job.published is not None:
        parsed = parse_published(job.published)
        if parsed is None or parsed[1] != "day":
            raise RennberichtError("RB501", f"--published {job.published!r} is no YYYY-MM-DD")
    if job.same_id == "last" and "-" in job.inputs:
        raise RennberichtError("RB501", "--same-id last reads all twice, so not standard input")
    started = time.monotonic()
    folder = job.out if job.out is not None and job.out.suffix not in FILES else None
    if folder is None and (job.by_day or job.form != "jsonl"):
        raise RennberichtError("RB501", "--as and --partition go with -o FOLDER")
    if job.engine == "ray":
        if folder is None:
            raise RennberichtError("RB501", "--engine ray goes with -o FOLDER")
        from rennbericht.run.ray_engine import run_ray

        summary = run_ray(job, folder, load)
        for line in closing(summary, time.monotonic() - started):
            _tell(line)
        return summary
    with (
        open_engine(load, job.order, job.workers) as engine,
        stoppable() as stop,
        progress(partial(_position, job), plain=folder is not None) as report,
    ):
        if folder is not None:
            summary = run_folder(job, folder, engine, stop, report)
        else:
            summary = _run_stream(job, engine, stop, report)
    seconds = time.monotonic() - started
    if folder is None:
        for kind, number in summary.warnings.items():
            if number:
                _tell(f"warning: {number} x {WARNINGS[kind]}")
    elif summary.finished_before:
        _tell(f"{folder}: finished in an earlier run, left as it is")
    else:
        if not summary.interrupted:
            _write_run(job, folder, engine, summary, seconds)
        for line in closing(summary, seconds):
            _tell(line)
    if summary.interrupted:
        _tell("interrupted: the same command goes on" if folder else "interrupted")
    return summary


def _position(job: Job) -> Position | None:
    return Position(list(expand(job.inputs))) if "-" not in job.inputs else None


def _run_stream(job: Job, engine: Engine, stop: Stop, report: Report) -> Summary:
    """Write records as they come, in the order of the inputs, with no ledger."""
    summary = Summary()
    items = job.read(summary.warnings)

    def given() -> Iterator[Numbered]:
        for numbered in enumerate(items):
            if stop.asked:
                summary.interrupted = True
                return
            yield numbered

    teller = Teller()
    with whole([_stream_sink(job)]) as write:
        for payload in in_order(engine.run(given())):
            write(payload)
            summary.add(payload)
            report(summary, None)
            teller.tell(payload)
    return summary


def _stream_sink(job: Job) -> Sink:
    """Standard output, or one file that takes its name when it is whole."""
    emit = job.emit or "events"
    if job.out is None:
        return stream_sink(sys.stdout.buffer, emit, words=job.words)
    return file_sink(job.out, emit, words=job.words)


def _write_run(job: Job, folder: Path, engine: Engine, summary: Summary, seconds: float) -> None:
    """Write `run.json`: all that differs between runs and so is in no record."""
    told: dict[str, Any] = {
        **replace(job, out=None).told(engine.producer),
        "articles": {k: summary.articles[k] for k in ("done", "skipped", "failed")},
        "codes": dict(sorted(summary.codes.items())),
        "events": summary.events,
        "words": summary.words,
        "warnings": {kind: number for kind, number in summary.warnings.items() if number},
        "workers": job.workers,
        "seconds": round(seconds, 1),
    }
    file = LinesFile(folder / "run.json")
    file.write([orjson.dumps(told, option=orjson.OPT_INDENT_2).decode()])
    file.close()


def _tell(message: str) -> None:
    print(message, file=sys.stderr)
