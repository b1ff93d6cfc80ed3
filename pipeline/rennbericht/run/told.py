"""`run.json`: what a run in a folder was asked to do, and what has come of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson

from rennbericht.run.job import Job, Summary
from rennbericht.run.outputs import RUN
from rennbericht.sinks.lines import LinesFile


def write_run(job: Job, folder: Path, producer: str, summary: Summary, seconds: float) -> None:
    """Write all that differs between runs and so is in no record."""
    told: dict[str, Any] = {
        **job.told(producer),
        "articles": {k: summary.articles[k] for k in ("done", "skipped", "failed")},
        "codes": dict(sorted(summary.codes.items())),
        "events": summary.events,
        "words": summary.words,
        "warnings": {kind: number for kind, number in summary.warnings.items() if number},
        "engine": job.engine,
        "workers": job.workers,
        "seconds": round(seconds, 1),
    }
    with LinesFile(folder / RUN) as file:
        file.write([orjson.dumps(told, option=orjson.OPT_INDENT_2).decode()])
