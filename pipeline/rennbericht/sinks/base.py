"""What is written: the records of one article as lines of JSON, and who takes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Literal, Protocol

Emit = Literal["events", "entities", "articles", "all", "results"]
Kind = Literal["events", "entities", "articles"]
KINDS: tuple[Kind, ...] = ("events", "entities", "articles")


class Records(Protocol):
    """The records of one article, each a line of JSON."""

    @property
    def article(self) -> str:
        """The article's own record."""

    @property
    def events(self) -> Sequence[str]:
        """Its events."""

    @property
    def entities(self) -> Sequence[str]:
        """Its entities."""

    @property
    def dead(self) -> str | None:
        """Line for the dead letters, where it could not be read."""


class Sink(Protocol):
    """Takes the records of articles one after the other, in their order."""

    def write(self, records: Records) -> None:
        """Write the records of one article."""

    def close(self, *, keep: bool = True) -> None:
        """End the file; without `keep` what was there before stays as it was."""


@contextmanager
def whole(sinks: list[Sink]) -> Iterator[Callable[[Records], None]]:
    """Give what writes records to all sinks; their files take their names only if all went well."""

    def write(records: Records) -> None:
        for sink in sinks:
            sink.write(records)

    keep = False
    try:
        yield write
        keep = True
    finally:
        for sink in sinks:
            sink.close(keep=keep)


def kinds_of(emit: Emit) -> tuple[Kind, ...]:
    """The kinds of records that are asked for."""
    return KINDS if emit == "all" else () if emit == "results" else (emit,)


def lines_of(records: Records, kind: Kind) -> Sequence[str]:
    """The lines of one kind."""
    if kind == "articles":
        return (records.article,)
    return records.events if kind == "events" else records.entities
