"""The command `extract`: inputs to results to output, with progress and a summary."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language

from rennbericht.contract.build import PRODUCER_META
from rennbericht.errors import RennberichtError
from rennbericht.run.output import Emit, open_output
from rennbericht.run.process import Result, process
from rennbericht.sources.article import Warnings
from rennbericht.sources.published import parse_published
from rennbericht.sources.read import read_inputs
from rennbericht.sources.stream import Format

#: What a warning of the readers means.
_WARNINGS = {
    "cp1252": "read as Windows-1252, not being UTF-8",
    "mojibake": "decoded wrongly before, as it seems (Ã¼ for ü)",
    "date_not_read": "date of publication not understood",
}


@dataclass(frozen=True)
class Job:
    """What `extract` is asked to do: the options of the command."""

    inputs: list[str]
    out: Path | None = None
    format: Format | None = None
    published: str | None = None
    emit: Emit | None = None
    with_text: bool = False


@dataclass
class Summary:
    """What a run has done so far."""

    articles: Counter[str]
    warnings: Warnings
    events: int = 0
    words: int = 0

    def add(self, result: Result) -> None:
        """Count one result."""
        self.articles[result.article.status] += 1
        self.events += result.article.events
        self.words += result.article.words


def run_extract(job: Job, load: Callable[[], Language]) -> int:
    """Extract from all inputs and write the records.

    Args:
        job: what to do.
        load: gives the pipeline.

    Returns:
        how many inputs failed; the rest is done.

    Raises:
        RennberichtError: the date given is none, or the pipeline cannot be loaded.
    """
    if job.published is not None:
        parsed = parse_published(job.published)
        if parsed is None or parsed[1] != "day":
            raise RennberichtError("RB501", f"--published {job.published!r} is no YYYY-MM-DD")
    started = time.time()
    nlp = load()
    summary = Summary(Counter(), Counter())
    items = read_inputs(
        job.inputs, format=job.format, published=job.published, warnings=summary.warnings
    )
    results = process(nlp, items, producer=nlp.meta[PRODUCER_META], with_text=job.with_text)
    with ExitStack() as stack:
        output = open_output(job.out, job.emit, sys.stdout.buffer, stack)
        report = stack.enter_context(_progress())
        for result in results:
            output.write(result)
            summary.add(result)
            report(summary)
            if result.problem is not None:
                _tell(f"{result.problem.source.path}: {result.problem.reason}")
        output.finish(_run_record(job, nlp, summary, time.time() - started))
    for kind, number in summary.warnings.items():
        if number:
            _tell(f"warning: {number} x {_WARNINGS[kind]}")
    return summary.articles["failed"]


def _tell(message: str) -> None:
    print(message, file=sys.stderr)


def _run_record(job: Job, nlp: Language, summary: Summary, seconds: float) -> dict[str, Any]:
    """Return what `run.json` tells: all that differs between runs and so is in no record."""
    return {
        "producer": nlp.meta[PRODUCER_META],
        "inputs": job.inputs,
        "articles": {k: summary.articles[k] for k in ("done", "skipped", "failed")},
        "events": summary.events,
        "words": summary.words,
        "warnings": {kind: number for kind, number in summary.warnings.items() if number},
        "seconds": round(seconds, 1),
    }


@contextmanager
def _progress() -> Iterator[Callable[[Summary], None]]:
    """Show progress on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda summary: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading")

        def show(summary: Summary) -> None:
            total = sum(summary.articles.values())
            bar.update(task, description=f"{total} articles, {summary.events} events")

        yield show
