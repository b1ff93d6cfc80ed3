"""A run in a folder: ledger first, final files from it in the end; stopped, it goes on."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import Any

from rennbericht.contract.ids import text_sha256
from rennbericht.errors import RennberichtError
from rennbericht.run.engine import Engine
from rennbericht.run.interrupt import Stop
from rennbericht.run.job import Job, Summary
from rennbericht.run.ledger import Ledger
from rennbericht.run.outputs import LEDGER, refuse_strangers, remove_finals
from rennbericht.run.payload import Payload
from rennbericht.run.pool import Numbered
from rennbericht.run.process import Item, problem_result
from rennbericht.run.progress import Report, Teller
from rennbericht.run.told import write_run
from rennbericht.sinks.base import whole
from rennbericht.sinks.open import dead_letters, final_paths, folder_sinks
from rennbericht.sources.article import ArticleInput, Provenance

TOLD, FINISHED = "told", "finished"
#: done anew where asked for
_FAILED = "failed"
#: inputs without result that are named on standard error
TOLD_ONE_BY_ONE = 20
#: partition of articles without a date
UNDATED = "unknown"


def run_folder(job: Job, folder: Path, engine: Engine, stop: Stop, report: Report) -> Summary:
    """Extract from all inputs into a run directory.

    What the ledger of the folder has done already is not done again; a finished folder is left as
    it is.

    Raises:
        RennberichtError: RB601 the folder holds another run, RB602 somebody works in it, RB603 its
            ledger is damaged, RB604 it cannot be written.
    """
    try:
        with closing(Ledger(folder)) as ledger:
            return _Run(job, folder, engine, ledger, stop, report).run()
    except (OSError, sqlite3.OperationalError) as error:
        detail = f"{error}; what is done is kept, the same command goes on"
        raise RennberichtError("RB604", detail, path=folder) from error


class _Run:
    """One pass over the inputs of a run directory."""

    def __init__(
        self,
        job: Job,
        folder: Path,
        engine: Engine,
        ledger: Ledger,
        stop: Stop,
        report: Report,
    ) -> None:
        self.job, self.folder, self.engine = job, folder, engine
        self.ledger, self.stop, self.report = ledger, stop, report
        self.summary = Summary()
        self._began = time.monotonic()
        #: inputs in the hands of workers: number -> key and digest
        self._given: dict[int, tuple[str, str]] = {}
        self._source: Provenance | None = None
        self._teller = Teller(TOLD_ONE_BY_ONE)

    def run(self) -> Summary:
        """Do what is left, then write the final files."""
        self._same_run()
        again = self.job.retry_failed
        if self.ledger.get(FINISHED) and not again:
            self.summary.finished_before = True
            self._count()
            return self.summary
        self.ledger.put(FINISHED, "")
        self.ledger.begin_pass()
        for number, payload in self.engine.run(self._left()):
            key, digest = self._given.pop(number)
            self.ledger.add(key, number, digest, payload)
            self._told(payload)
        self.ledger.commit()
        if self.stop.asked:
            self.summary.interrupted = True
            return self.summary
        self.ledger.drop_unmet()
        self._count()
        self._write()
        seconds = time.monotonic() - self._began
        write_run(self.job, self.folder, self.engine.producer, self.summary, seconds)
        self.ledger.put(FINISHED, "yes")
        return self.summary

    def _same_run(self) -> None:
        """Refuse to mix two runs: another model, other patterns, other options."""
        now = self.job.told(self.engine.producer)
        before: dict[str, Any] = json.loads(self.ledger.get(TOLD) or "{}")
        if not before:
            refuse_strangers(self.folder, LEDGER)
        if self.job.redo:
            self.ledger.clear()
        elif before and before != now:
            changed = [
                f"{key}: {before.get(key)!r} there, {now[key]!r} asked for"
                for key in now
                if before.get(key) != now[key]
            ]
            detail = f"{'; '.join(changed)}; take another folder, or --redo to do it anew"
            raise RennberichtError("RB601", detail, path=self.folder)
        if self.job.redo or not before:
            self.ledger.put(TOLD, json.dumps(now, ensure_ascii=False))

    def _left(self) -> Iterator[Numbered]:
        """The articles that are still to do; what needs no model is written at once."""
        job = self.job
        for number, item in enumerate(job.read(self.summary.warnings)):
            if self.stop.asked:
                return
            self._source = item.source
            key, digest = key_of(item), digest_of(item)
            known = self.ledger.known(key)
            if known is not None and known.digest == digest:
                if known.status != _FAILED or not job.retry_failed:
                    self.ledger.keep(key, number)
                    self.summary.kept += 1
                    continue
            elif known is not None:
                self.summary.warnings["text_changed"] += 1
            if isinstance(item, ArticleInput):
                self._given[number] = (key, digest)
                yield number, item
            else:
                payload = Payload.of(problem_result(item, self.engine.producer))
                self.ledger.add(key, number, digest, payload)
                self._told(payload)

    def _told(self, payload: Payload) -> None:
        self.summary.add(payload)
        self._teller.tell(payload)
        self.report(self.summary, self._source)

    def _count(self) -> None:
        """The figures of the whole folder, earlier passes included."""
        summary = self.summary
        summary.articles, summary.codes, summary.events, summary.words = self.ledger.counts()
        summary.warnings["id_again"] = self.ledger.other_texts()

    def _write(self) -> None:
        """Write the final files, each under its own name when it is whole."""
        job = self.job
        emit = job.emit or "all"
        written: set[Path] = set()
        for day, rows in groupby(
            self.ledger.rows(by_day=job.by_day), key=lambda row: row.day if job.by_day else ""
        ):
            part = f"date={day or UNDATED}" if job.by_day else None
            written.update(final_paths(self.folder, emit, job.form, part))
            sinks = folder_sinks(self.folder, emit, job.form, words=job.words, part=part)
            with whole(sinks) as write:
                for row in rows:
                    write(row)
        with whole([dead_letters(self.folder)]) as write:
            for row in self.ledger.rows():
                write(row)
        remove_finals(self.folder, keep=written)


def key_of(item: Item) -> str:
    """What tells an input from all others of a run: where it stands, and its id."""
    source = item.source
    place = source.line if source.line is not None else source.record
    return f"{source.path}\n{'' if place is None else place}\n{item.doc_id}"


def digest_of(item: Item) -> str:
    """A digest of all of an input that its records depend on."""
    if isinstance(item, ArticleInput):
        parts = [
            text_sha256(item.text), item.title, item.lead, item.published, item.published_precision,
            item.published_assumed, item.url, item.language,
        ]  # fmt: skip
    else:
        parts = [item.code, item.detail, item.excerpt]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
