"""A worker process: loads the pipeline once, takes articles, gives back plain records."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from typing import Any

from spacy.language import Language

from rennbericht.bounds import LEAST_CONFIDENCE
from rennbericht.contract.build import PRODUCER_META
from rennbericht.errors import RennberichtError
from rennbericht.run.garbage import no_collection
from rennbericht.run.payload import Payload
from rennbericht.run.process import Item, process_batch
from rennbericht.run.screen import screen_of

#: gives the pipeline; must be found by name in another process
Load = Callable[[], Language]


@dataclass(frozen=True, slots=True)
class Order:
    """How articles are worked on."""

    #: seconds an article may take; None for no limit
    limit: float | None = None
    with_text: bool = False
    #: whether those are worked on too that give no event by a cheap test
    every: bool = False
    #: events below are left out
    min_confidence: float = LEAST_CONFIDENCE


def settled(load: Load) -> Language:
    """A pipeline as a batch uses it: all it holds stays, so the collector need not look at it.

    Half of the time that garbage collection takes goes into objects that never go.
    """
    with no_collection():
        nlp = load()
        nlp("Start.")
        screen_of(nlp)
        gc.freeze()
    return nlp


def work(nlp: Language, items: Sequence[Item], order: Order) -> list[Payload]:
    """The payload of each item of a batch, in their order, by a pipeline that is settled."""
    producer = nlp.meta[PRODUCER_META]
    screen = None if order.every else screen_of(nlp)
    results = process_batch(
        nlp,
        items,
        producer,
        with_text=order.with_text,
        limit=order.limit,
        screen=screen,
        min_confidence=order.min_confidence,
    )
    return [Payload.of(result) for result in results]


def serve(connection: Connection, load: Load, order: Order) -> None:
    """Serve until the parent says None or is gone.

    The first message back is the producer of the records, or the error that kept the pipeline from
    loading.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt ends
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        nlp = settled(load)
    except RennberichtError as error:
        connection.send(_plain(error))
        return
    connection.send(nlp.meta[PRODUCER_META])
    while True:
        try:
            items = connection.recv()
        except (EOFError, OSError):
            return
        if items is None:
            return
        connection.send(work(nlp, items, order))


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _plain(error: RennberichtError) -> dict[str, Any]:
    return {"code": error.code, "detail": error.detail, "path": error.path, "line": error.line}
