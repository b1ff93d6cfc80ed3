"""The command `extract`: inputs to a stream, a file or a folder."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from rennbericht.errors import RennberichtError
from rennbericht.run.engine import Engine, in_order, open_engine
from rennbericht.run.folder import run_folder
from rennbericht.run.interrupt import Stop, stoppable
from rennbericht.run.job import WARNINGS, Job, Summary
from rennbericht.run.pool import Numbered
from rennbericht.run.progress import Position, Report, Teller, closing, progress
from rennbericht.run.worker import Load
from rennbericht.sinks.base import Sink, whole
from rennbericht.sinks.open import file_sink, stream_sink
from rennbericht.sources.published import parse_published

#: endings by which an output is one file; every other one is a folder
FILES = frozenset({".jsonl", ".zst", ".csv"})
#: an address, as a path writes it
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/")


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
    started = time.monotonic()
    folder = job.out if job.out is not None and job.out.suffix not in FILES else None
    _check(job, folder)
    if job.engine == "ray" and folder is not None:
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
            with _written_to(job.out):
                summary = _run_stream(job, engine, stop, report)
    seconds = time.monotonic() - started
    if folder is None:
        for kind, number in summary.warnings.items():
            if number:
                _tell(f"warning: {number} x {WARNINGS[kind]}")
    elif summary.finished_before:
        _tell(f"{folder}: finished in an earlier run, left as it is")
    else:
        for line in closing(summary, seconds):
            _tell(line)
    if summary.interrupted:
        _tell("interrupted: the same command goes on" if folder else "interrupted")
    return summary


def _check(job: Job, folder: Path | None) -> None:
    """Refuse what does not go together.

    Raises:
        RennberichtError: RB501.
    """
    out, wrong = job.out, None
    parsed = parse_published(job.published) if job.published is not None else (None, "day")
    if parsed is None or parsed[1] != "day":
        wrong = f"--published {job.published!r} is no YYYY-MM-DD"
    elif job.same_id == "last" and "-" in job.inputs:
        wrong = "--same-id last reads all twice, so not standard input"
    elif folder is None and (job.by_day or job.form != "jsonl"):
        wrong = "--as and --partition go with -o FOLDER"
    elif job.engine == "ray" and (folder is None or job.by_day):
        wrong = "--engine ray goes with -o FOLDER, and not with --partition"
    elif out is not None and _ADDRESS.match(str(out)):
        wrong = f"{out} is an address: output goes to a folder or file that is mounted here"
    elif out is not None and out.is_file() and any(_same(name, out) for name in job.inputs):
        wrong = f"{out} is an input as well"
    if wrong is not None:
        raise RennberichtError("RB501", wrong)


def _same(name: str, out: Path) -> bool:
    try:
        return out.samefile(name)
    except (OSError, ValueError):  # no file of this name
        return False


def _position(job: Job) -> Position | None:
    return Position(list(job.paths())) if "-" not in job.inputs else None


@contextmanager
def _written_to(out: Path | None) -> Iterator[None]:
    """Tell what keeps a file or standard output from being written as an error of its own."""
    try:
        yield
    except BrokenPipeError:  # who reads has read enough
        raise
    except OSError as error:
        raise RennberichtError("RB604", str(error), path=out or "standard output") from error


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


def _tell(message: str) -> None:
    print(message, file=sys.stderr)
