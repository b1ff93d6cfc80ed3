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
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from rennbericht.contract.build import PRODUCER_META
from rennbericht.errors import RennberichtError
from rennbericht.optional import optional
from rennbericht.run.engine import in_order
from rennbericht.run.job import Job, Summary
from rennbericht.run.ledger import hold
from rennbericht.run.outputs import TOLD_BY_RAY, refuse_strangers, remove_finals
from rennbericht.run.pool import Pool
from rennbericht.run.told import write_run
from rennbericht.run.worker import Load
from rennbericht.sinks.base import whole
from rennbericht.sinks.lines import LinesFile
from rennbericht.sinks.open import DEAD_LETTERS, dead_letters, final_paths, folder_sinks
from rennbericht.sources.again import Elsewhere, Hashes, around
from rennbericht.sources.inputs import shown

#: share of a processor that Ray reserves for an actor: with a whole one for each the tasks that
#: read starve, and the run hangs
_CPUS = 0.5
PARTS = "parts"
Row = dict[str, Any]


class Extractor:
    """An actor: turns input files into parts, by a process of its own that has the pipeline.

    Beside the actor, since that would neither outlive an article that kills it nor end one that
    takes too long.
    """

    def __init__(self, job: Job, folder: Path, load: Load) -> None:
        self._job, self._folder = job, folder
        self._engine = Pool(load, job.order, 1)

    def __call__(self, batch: Row) -> Row:
        """Extract from the files of a batch; their counts as JSON."""
        told = []
        for number, part in zip(batch["number"], batch["part"], strict=True):
            try:
                told.append(self._part(int(number), *pickle.loads(part)))
            except OSError as error:  # Ray would wrap it, and then print all it knows
                told.append(json.dumps({"unwritten": str(error)}))
        return {"told": told}

    def _part(self, number: int, path: str, elsewhere: Elsewhere) -> str:
        """Make the part of one input file, unless it stands there already."""
        name = _name(number)
        done = self._folder / PARTS / f"{name}.json"
        if done.exists():
            before = done.read_text(encoding="utf-8")
            told = json.loads(before)
            failed = self._job.retry_failed and told["articles"].get("failed")
            same = (told["path"], told["elsewhere"]) == (shown(path), elsewhere.digest())
            if same and not failed:
                return before
            done.unlink()
        job, summary = self._job, Summary()
        sinks = [
            *folder_sinks(self._folder, job.emit or "all", job.form, words=job.words, part=name),
            dead_letters(self._folder / PARTS / name),
        ]
        with whole(sinks) as write:
            items = job.read(summary.warnings, [path], elsewhere)
            for payload in in_order(self._engine.run(enumerate(items))):
                summary.add(payload)
                write(payload)
        told = json.dumps(
            {
                "path": shown(path),
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
        RennberichtError: RB401 Ray is not installed, RB601 the folder holds another run, RB602
            somebody works in it, RB604 it cannot be written.
    """
    ray = _ray()
    job = replace(job, out=folder)
    try:
        with hold(folder):
            return _run(ray, job, folder, load, list(job.paths()))
    except OSError as error:
        detail = f"{error}; what is done is kept, the same command goes on"
        raise RennberichtError("RB604", detail, path=folder) from error


def _run(ray: Any, job: Job, folder: Path, load: Load, paths: list[str]) -> Summary:
    producer = _same_run(job, folder, load)
    began = time.monotonic()
    if not ray.is_initialized():
        ray.init(include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    logging.getLogger("ray").setLevel(logging.ERROR)
    ray.data.DataContext.get_current().enable_progress_bars = False
    parts = zip(paths, _around(ray, job, paths), strict=True)
    rows = [{"number": n, "part": pickle.dumps(part)} for n, part in enumerate(parts)]
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
        if "unwritten" in told:
            raise OSError(told["unwritten"])
        summary.articles.update(told["articles"])
        summary.codes.update(told["codes"])
        summary.warnings.update(told["warnings"])
        summary.events += told["events"]
        summary.words += told["words"]
    _gather(job, folder, len(paths))
    write_run(job, folder, producer, summary, time.monotonic() - began)
    return summary


def _name(number: int) -> str:
    return f"part-{number:05d}"


def _gather(job: Job, folder: Path, count: int) -> None:
    """Put the dead letters of all parts into one file, and take away what is no part's any more."""
    names = [_name(number) for number in range(count)]
    emit = job.emit or "all"
    paths = {path for name in names for path in final_paths(folder, emit, job.form, name)}
    remove_finals(folder, keep=paths)
    dead: list[str] = []
    for file in sorted((folder / PARTS).glob(f"part-*/{DEAD_LETTERS}")):
        if file.parent.name in names:
            dead += file.read_text(encoding="utf-8").split("\n")[:-1]
        else:
            shutil.rmtree(file.parent)
    for file in (folder / PARTS).glob("part-*.json"):
        if file.stem not in names:
            file.unlink()
    if dead:
        with LinesFile(folder / DEAD_LETTERS) as letters:
            letters.write(dead)
    else:
        (folder / DEAD_LETTERS).unlink(missing_ok=True)


def _around(ray: Any, job: Job, paths: list[str]) -> list[Elsewhere]:
    """What stands in the other files; all are read once for their ids, which costs little."""
    if len(paths) < 2 and job.same_id != "last":
        return [Elsewhere() for _ in paths]
    task = ray.remote(num_cpus=_CPUS)(_hashes)
    found: list[list[Hashes]] = ray.get([task.remote(job, path) for path in paths])
    return around(found, job.same_id)


def _hashes(job: Job, path: str) -> list[Hashes]:
    return list(job.hashes(path))


def _ray() -> Any:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    purpose = "runs on many machines"
    optional("ray.data", "ray", purpose)
    return optional("ray", "ray", purpose)


def _same_run(job: Job, folder: Path, load: Callable[[], Any]) -> str:
    """Refuse to mix two runs in one folder; the producer of this one."""
    told: Callable[[], str] | None = getattr(load, "producer", None)
    producer = told() if told is not None else load().meta[PRODUCER_META]
    now = {**job.told(producer), "engine": "ray"}
    file = folder / TOLD_BY_RAY
    if not file.exists():
        refuse_strangers(folder)
    if file.exists() and json.loads(file.read_text(encoding="utf-8")) != now and not job.redo:
        raise RennberichtError("RB601", "take another folder, or --redo", path=folder)
    if job.redo:
        for part in (folder / PARTS).glob("*.json"):
            part.unlink()
    with LinesFile(file) as told_now:
        told_now.write([json.dumps(now, ensure_ascii=False, indent=1)])
    return producer
