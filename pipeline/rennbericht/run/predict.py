"""What the extractor says of documents that have gold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from spacy.language import Language

from rennbericht.bounds import LEAST_CONFIDENCE
from rennbericht.contract.build import PRODUCER_META
from rennbericht.errors import RennberichtError
from rennbericht.run.process import process
from rennbericht.sources.article import ArticleInput, Provenance

Records = dict[str, list[dict[str, Any]]]


class HasText(Protocol):
    """A document of gold, as far as it is needed here."""

    @property
    def doc_id(self) -> str:
        """Its id."""

    @property
    def published(self) -> str | None:
        """Its date, ISO 8601."""

    def text(self) -> str:
        """Return its text."""


def predict(
    documents: Sequence[HasText], nlp: Language, *, min_confidence: float = LEAST_CONFIDENCE
) -> tuple[Records, Records]:
    """Return event and entity records by doc_id.

    Args:
        documents: what to read.
        nlp: a pipeline of `load`.
        min_confidence: events of less confidence are left out; 0 gives all.

    Raises:
        RennberichtError: a text cannot be read, or the pipeline fails on it.
    """
    articles = [
        ArticleInput(d.doc_id, d.text(), published=d.published, source=Provenance(format="gold"))
        for d in documents
    ]
    events: Records = {}
    entities: Records = {}
    producer = nlp.meta[PRODUCER_META]
    for result in process(nlp, articles, producer=producer, min_confidence=min_confidence):
        doc_id = result.article.doc_id
        if result.problem is not None:
            raise RennberichtError(result.problem.code, result.problem.detail, path=doc_id)
        events[doc_id] = [event.as_dict() for event in result.events]
        entities[doc_id] = [record.as_dict() for record in result.entities]
    return events, entities
