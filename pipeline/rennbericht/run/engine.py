"""Who works on the articles: this process alone, or a pool of others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, closing, nullcontext
from typing import Protocol

from spacy.language import Language

from rennbericht.contract.build import PRODUCER_META
from rennbericht.run.payload import Payload
from rennbericht.run.pool import Numbered, Pool
from rennbericht.run.process import batched
from rennbericht.run.worker import Load, Order, settled, work


class Engine(Protocol):
    """Works on articles; `producer` is told in their records."""

    producer: str

    def run(self, items: Iterable[Numbered]) -> Iterator[tuple[int, Payload]]:
        """Yield the payload of each item with its number, as they come."""


class Alone:
    """Works in this process, in the order of the items."""

    def __init__(self, nlp: Language, order: Order) -> None:
        self._nlp, self._order = nlp, order
        self.producer: str = nlp.meta[PRODUCER_META]

    def run(self, items: Iterable[Numbered]) -> Iterator[tuple[int, Payload]]:
        """Yield the payload of each item with its number, in order."""
        for batch in batched(items, lambda numbered: numbered[1]):
            payloads = work(self._nlp, [item for _, item in batch], self._order)
            yield from ((n, p) for (n, _), p in zip(batch, payloads, strict=True))


def open_engine(load: Load, order: Order, workers: int) -> AbstractContextManager[Engine]:
    """The engine for so many workers; with one it is this process.

    Args:
        load: gives the pipeline; for several workers it must be found by name in another process.
        order: how articles are worked on.
        workers: how many processes.

    Raises:
        RennberichtError: the pipeline cannot be loaded.
    """
    if workers > 1:
        return closing(Pool(load, order, workers))
    return nullcontext(Alone(settled(load), order))


def in_order(found: Iterable[tuple[int, Payload]]) -> Iterator[Payload]:
    """The payloads by number, each as soon as all before it are there."""
    waiting: dict[int, Payload] = {}
    following = 0
    for number, payload in found:
        waiting[number] = payload
        while following in waiting:
            yield waiting.pop(following)
            following += 1
