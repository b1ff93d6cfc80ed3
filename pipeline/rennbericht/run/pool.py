"""Many processes: articles go to whoever is idle, a worker that dies costs a retry, not the run."""

from __future__ import annotations

import contextlib
import multiprocessing
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any

from rennbericht.errors import RennberichtError
from rennbericht.run.payload import Payload
from rennbericht.run.process import Item, batched, problem_result
from rennbericht.run.worker import Load, Order, serve
from rennbericht.sources.article import ArticleInput, Problem

#: beyond the limit of its articles a worker that does not answer is taken for hanging
_GRACE = 30.0
#: how often a worker is looked at
_LOOK = 1.0
Numbered = tuple[int, Item]


@dataclass(eq=False)
class _Worker:
    process: SpawnProcess
    connection: Connection
    batch: list[Numbered] = field(default_factory=list)
    #: when the batch in hand must be done, in seconds of the monotonic clock
    due: float = 0.0


class Pool:
    """Worker processes that load the pipeline once each.

    Args:
        load: gives the pipeline in a worker.
        order: how articles are worked on.
        size: how many workers.

    Raises:
        RennberichtError: the pipeline cannot be loaded.
    """

    def __init__(self, load: Load, order: Order, size: int) -> None:
        self._load, self._order = load, order
        self._workers = [self._start() for _ in range(size)]
        self.producer = ""
        for worker in self._workers:
            self.producer = self._greet(worker)

    def close(self) -> None:
        """End the workers."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.connection.close()

    def run(self, items: Iterable[Numbered]) -> Iterator[tuple[int, Payload]]:
        """Yield the payload of each item with its number, as they come.

        No more is taken from `items` than the workers have in hand and one batch beyond, so that a
        source of any length costs no memory.
        """
        source = batched(items, lambda numbered: numbered[1])
        again: deque[list[Numbered]] = deque()
        retried: set[int] = set()
        ready = next(source, None)
        while True:
            for worker in self._workers:
                if not worker.batch and (again or ready is not None):
                    if again:
                        self._send(worker, again.popleft())
                    elif ready is not None:
                        self._send(worker, ready)
                        ready = next(source, None)
            busy = [worker for worker in self._workers if worker.batch]
            if not busy:
                return
            for worker in self._answered(busy):
                try:
                    payloads = worker.connection.recv()
                except (EOFError, OSError):
                    yield from self._lost(worker, again, retried)
                    continue
                batch, worker.batch = worker.batch, []
                yield from ((n, p) for (n, _), p in zip(batch, payloads, strict=True))

    def _start(self) -> _Worker:
        context = multiprocessing.get_context("spawn")
        mine, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs, self._load, self._order), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, mine)

    def _greet(self, worker: _Worker) -> str:
        try:
            said: str | dict[str, Any] = worker.connection.recv()
        except EOFError:
            raise RennberichtError("RB902", "it ended before it had loaded the pipeline") from None
        if isinstance(said, dict):
            raise RennberichtError(
                said["code"], said["detail"], path=said["path"], line=said["line"]
            )
        return said

    def _send(self, worker: _Worker, batch: list[Numbered]) -> None:
        worker.batch = batch
        limit = self._order.limit
        worker.due = time.monotonic() + limit * (len(batch) + 1) + _GRACE if limit else float("inf")
        # the end of one that is dead is seen when it is looked at
        with contextlib.suppress(OSError):
            worker.connection.send([item for _, item in batch])

    def _answered(self, busy: list[_Worker]) -> list[_Worker]:
        """Workers that have answered or died; those that hang are killed, and so have died."""
        by_connection = {worker.connection: worker for worker in busy}
        found = [by_connection[c] for c in wait(list(by_connection), _LOOK)]  # type: ignore[index]
        for worker in busy:
            if worker not in found and time.monotonic() > worker.due:
                worker.process.kill()
        return found

    def _lost(
        self, worker: _Worker, again: deque[list[Numbered]], retried: set[int]
    ) -> Iterator[tuple[int, Payload]]:
        """Give the articles of a dead worker one more try each, alone, and start a new worker."""
        worker.connection.close()
        worker.process.join(_GRACE)
        worker.process.kill()
        worker.process.join()
        batch, code = worker.batch, worker.process.exitcode
        fresh = self._start()
        self._greet(fresh)
        self._workers[self._workers.index(worker)] = fresh
        for number, item in batch:
            if number in retried:
                yield number, Payload.of(problem_result(_died(item, code), self.producer, item))
            else:
                retried.add(number)
                again.append([(number, item)])


def _died(item: Item, code: int | None) -> Problem:
    if isinstance(item, ArticleInput):
        detail = f"twice on this article (exit code {code})"
        return Problem(item.doc_id, "RB902", detail, item.source, item.text[:200])
    return item
