"""Many machines: Ray Data with a pool of actors that hold the model, a part for each input file.

Every input file becomes a part with a name of its own (`events/part-00012/events.jsonl`), written
by the actor that read it, on storage that all machines share. A task that Ray repeats writes the
same part again, and a part that stands there whole is not made again, so a run that was stopped
goes on.
A part is that of its file: where others have come before it in the folder it is made anew. Ids are
those of one process: what comes again in another file is found by reading all files for their ids
first.
"""

from __future__ import annotations

import json
import logging
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rennbericht.contract.build import PRODUCER_META
from rennbericht.errors import RennberichtError
from rennbericht.optional import optional
from rennbericht.run.engine import Alone
from rennbericht.run.job import Job, Summary
from rennbericht.run.worker import Load, settled
from rennbericht.sinks.base import whole
from rennbericht.sinks.open import dead_letters, folder_sinks
from rennbericht.sources.again import Elsewhere, Hashes, around
from rennbericht.sources.inputs import expand

#: share of a processor that Ray reserves for an actor: with a whole one for each the tasks that
#: read starve, and the run hangs
_CPUS = 0.5
TOLD, PARTS = "ray.json", "parts"
Row = dict[str, Any]


class Extractor:
    """An actor: loads the pipeline once, then turns input files into parts."""

    def __init__(self, job: Job, folder: Path, load: Load) -> None:
        self._job, self._folder = job, folder
        self._engine = Alone(settled(load), job.order)

    def __call__(self, batch: Row) -> Row:
        """Extract from the files of a batch; their counts as JSON."""
        told = [
            self._part(int(number), str(path), pickle.loads(elsewhere))
            for number, path, elsewhere in zip(
                batch["number"], batch["path"], batch["elsewhere"], strict=True
            )
        ]
        return {"told": told}

    def _part(self, number: int, path: str, elsewhere: Elsewhere) -> str:
        """Make the part of one input file, unless it stands there already."""
        name = f"part-{number:05d}"
        done = self._folder / PARTS / f"{name}.json"
        if done.exists():
            before = done.read_text(encoding="utf-8")
            told = json.loads(before)
            if (told["path"], told["elsewhere"]) == (path, elsewhere.digest()):
                return before
            done.unlink()
        job, summary = self._job, Summary()
        sinks = [
            *folder_sinks(self._folder, job.emit or "all", job.form, words=job.words, part=name),
            dead_letters(self._folder / PARTS / name),
        ]
        with whole(sinks) as write:
            items = job.read(summary.warnings, [path], elsewhere)
            for _, payload in self._engine.run(enumerate(items)):
                summary.add(payload)
                write(payload)
        told = json.dumps(
            {
                "path": path,
                "elsewhere": elsewhere.digest(),
                "articles": summary.articles,
                "codes": summary.codes,
                "warnings": summary.warnings,
                "events": summary.events,
                "words": summary.words,
            }
        )
        beside = done.with_suffix(".part")
        beside.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(told, encoding="utf-8")
        beside.replace(done)
        return told


def run_ray(job: Job, folder: Path, load: Load) -> Summary:
    """Extract from all inputs on a Ray cluster, or on a local one where none is named.

    Args:
        job: what to do; its inputs and folder must be reached by every machine.
        folder: the run directory.
        load: gives the pipeline.

    Raises:
        RennberichtError: RB401 Ray is not installed, RB601 the folder holds another run.
    """
    ray = _ray()
    paths = list(expand(job.inputs))
    _same_run(job, folder, load)
    if not ray.is_initialized():
        ray.init(include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    logging.getLogger("ray").setLevel(logging.ERROR)
    ray.data.DataContext.get_current().enable_progress_bars = False
    rows = [{"number": n, "path": p} for n, p in enumerate(paths)]
    for row, elsewhere in zip(rows, _around(ray, job, rows), strict=True):
        row["elsewhere"] = pickle.dumps(elsewhere)
    done = (
        ray.data.from_items(rows)
        .repartition(max(1, len(paths)))
        .map_batches(
            Extractor,
            fn_constructor_args=(job, folder.absolute(), load),
            batch_size=1,
            compute=ray.data.ActorPoolStrategy(size=job.workers),
            num_cpus=_CPUS,
        )
    )
    summary = Summary()
    for row in done.iter_rows():
        told = json.loads(row["told"])
        summary.articles.update(told["articles"])
        summary.codes.update(told["codes"])
        summary.warnings.update(told["warnings"])
        summary.events += told["events"]
        summary.words += told["words"]
    return summary


def _around(ray: Any, job: Job, rows: list[Row]) -> list[Elsewhere]:
    """What stands in the other files; all are read once for their ids, which costs little."""
    if len(rows) < 2 and job.same_id != "last":
        return [Elsewhere() for _ in rows]
    task = ray.remote(num_cpus=_CPUS)(_hashes)
    found: list[list[Hashes]] = ray.get([task.remote(job, row["path"]) for row in rows])
    return around(found, job.same_id)


def _hashes(job: Job, path: str) -> list[Hashes]:
    return list(job.hashes(path))


def _ray() -> Any:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    purpose = "runs on many machines"
    optional("ray.data", "ray", purpose)
    return optional("ray", "ray", purpose)


def _same_run(job: Job, folder: Path, load: Callable[[], Any]) -> None:
    """Refuse to mix two runs in one folder."""
    told: Callable[[], str] | None = getattr(load, "producer", None)
    producer = told() if told is not None else load().meta[PRODUCER_META]
    now = {**job.told(producer), "engine": "ray"}
    file = folder / TOLD
    if file.exists() and json.loads(file.read_text(encoding="utf-8")) != now and not job.redo:
        raise RennberichtError("RB601", "take another folder, or --redo", path=folder)
    if job.redo:
        for part in (folder / PARTS).glob("*.json"):
            part.unlink()
    folder.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(now, ensure_ascii=False, indent=1), encoding="utf-8")
