"""What a run is asked to do, and what has come of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from rennbericht.bounds import LEAST_CONFIDENCE
from rennbericht.run.outputs import no_inputs
from rennbericht.run.payload import Payload
from rennbericht.run.worker import Order
from rennbericht.sinks.base import Emit
from rennbericht.sinks.open import Form
from rennbericht.sources.again import Elsewhere, Hashes, SameId, SameText
from rennbericht.sources.article import WARNINGS as OF_READERS
from rennbericht.sources.article import Warnings
from rennbericht.sources.inputs import expand, shown
from rennbericht.sources.read import Item, read_hashes, read_inputs
from rennbericht.sources.sniff import Format

#: What a warning of the readers means, or of the run itself.
WARNINGS = {
    **OF_READERS,
    "text_changed": "came again with another text and done anew",
    "id_again": "same id as an earlier article and another text",
}


@dataclass(frozen=True)
class Job:
    """The options of `extract`."""

    inputs: list[str]
    out: Path | None = None
    format: Format | None = None
    published: str | None = None
    #: let the time of retrieval stand in for a date
    assume_published: Literal["retrieved"] | None = None
    #: where records hold their text, id and date
    text_key: str | None = None
    id_key: str | None = None
    date_key: str | None = None
    #: which articles of one id, and of one text, are kept
    same_id: SameId = "both"
    same_text: SameText = "both"
    emit: Emit | None = None
    #: put the article's text into its record
    with_text: bool = False
    #: let records quote the article's words
    words: bool = True
    #: how records are written in a folder
    form: Form = "jsonl"
    #: a folder for each day of publication
    by_day: bool = False
    #: work on articles too that give no event by a cheap test
    every: bool = False
    #: leave out events of less confidence
    min_confidence: float = LEAST_CONFIDENCE
    workers: int = 1
    engine: Literal["local", "ray"] = "local"
    #: seconds an article may take
    limit: float | None = None
    #: forget what an earlier run in the folder did
    redo: bool = False
    #: try those again that failed
    retry_failed: bool = False

    def read(
        self,
        warnings: Warnings,
        inputs: list[str] | None = None,
        elsewhere: Elsewhere | None = None,
    ) -> Iterator[Item]:
        """The articles of the inputs, or of these, and a problem for each that gives none."""
        return read_inputs(
            self.inputs if inputs is None else inputs,
            format=self.format,
            published=self.published,
            assume_published=self.assume_published,
            warnings=warnings,
            text_key=self.text_key,
            id_key=self.id_key,
            date_key=self.date_key,
            same_id=self.same_id,
            same_text=self.same_text,
            elsewhere=elsewhere,
            leave_out=no_inputs(self.out),
            every=self.every,
        )

    def paths(self) -> Iterator[str]:
        """The files of the inputs; what the run itself writes is none."""
        return expand(self.inputs, no_inputs(self.out))

    def hashes(self, path: str) -> Iterator[Hashes]:
        """By what the articles of an input are told apart."""
        return read_hashes(
            [path],
            format=self.format,
            text_key=self.text_key,
            id_key=self.id_key,
            texts=self.same_text != "both",
            every=self.every,
        )

    def told(self, producer: str) -> dict[str, Any]:
        """All that the records depend on: two runs that tell the same give the same."""
        return {
            "producer": producer,
            "inputs": [shown(name) for name in self.inputs],
            "format": self.format,
            "published": self.published,
            "assume_published": self.assume_published,
            "text_key": self.text_key,
            "id_key": self.id_key,
            "date_key": self.date_key,
            "same_id": self.same_id,
            "same_text": self.same_text,
            "emit": self.emit,
            "with_text": self.with_text,
            "no_text": not self.words,
            "form": self.form,
            "by_day": self.by_day,
            "every": self.every,
            "min_confidence": self.min_confidence,
        }

    @property
    def order(self) -> Order:
        """How workers treat the articles."""
        return Order(
            limit=self.limit,
            with_text=self.with_text,
            every=self.every,
            min_confidence=self.min_confidence,
        )


@dataclass
class Summary:
    """What a run has done so far."""

    articles: Counter[str] = field(default_factory=Counter)
    #: codes of what was skipped or failed
    codes: Counter[str] = field(default_factory=Counter)
    warnings: Warnings = field(default_factory=Counter)
    events: int = 0
    words: int = 0
    #: taken over from the ledger
    kept: int = 0
    interrupted: bool = False
    #: an earlier run had done everything
    finished_before: bool = False

    def add(self, payload: Payload) -> None:
        """Count one article."""
        self.articles[payload.status] += 1
        if payload.code:
            self.codes[payload.code] += 1
        self.events += len(payload.events)
        self.words += payload.words

    @property
    def total(self) -> int:
        """How many inputs were met."""
        return sum(self.articles.values()) + self.kept
