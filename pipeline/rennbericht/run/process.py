"""Articles through the pipeline, in batches, one result each, in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Any, TypeVar

from spacy.language import Language
from spacy.tokens import Doc

from rennbericht.bounds import KEPT_STRINGS, LEAST_CONFIDENCE
from rennbericht.contract import build
from rennbericht.contract.ids import text_sha256
from rennbericht.contract.records import Article, EntityRecord, Event, Race, Source
from rennbericht.contract.types import TextField
from rennbericht.run.entities import entity_records
from rennbericht.run.garbage import no_collection
from rennbericht.run.headlines import repeats
from rennbericht.run.limit import TimeUpError, time_limit
from rennbericht.run.plain import make_doc, restore
from rennbericht.run.races import races_of
from rennbericht.run.screen import Screen
from rennbericht.run.trusted import trusted
from rennbericht.sources.article import ArticleInput, Problem

#: Characters of text that are processed together (more cost memory and save no time); a batch
#: holds at least one article.
BATCH_CHARS = 30_000

Item = ArticleInput | Problem
T = TypeVar("T")


@dataclass
class Result:
    """What became of one article."""

    article: Article
    events: list[Event] = field(default_factory=list)
    entities: list[EntityRecord] = field(default_factory=list)
    problem: Problem | None = None


def process(
    nlp: Language,
    items: Iterable[Item],
    *,
    producer: str,
    with_text: bool = False,
    limit: float | None = None,
    screen: Screen | None = None,
    min_confidence: float = LEAST_CONFIDENCE,
) -> Iterator[Result]:
    """Yield one result for each article and each problem, in their order.

    Args:
        nlp: a pipeline that ends in `rennbericht_events`.
        items: articles, and problems that were met when reading.
        producer: the producer string of the records.
        with_text: whether article records carry the text.
        limit: seconds that a batch, and then an article alone, may take.
        screen: says of which articles the pipeline need not see; of none where None.
        min_confidence: events of less confidence are left out.

    An article that the pipeline fails on is a problem RB901, one that takes too long RB903; the
    others of its batch are done.
    """
    nlp("Start.")  # whatever a component builds when first needed must outlive the memory zones
    for batch in batched(items, lambda item: item):
        yield from process_batch(
            nlp,
            batch,
            producer,
            with_text=with_text,
            limit=limit,
            screen=screen,
            min_confidence=min_confidence,
        )


def process_batch(
    nlp: Language,
    batch: Sequence[Item],
    producer: str,
    *,
    with_text: bool = False,
    limit: float | None = None,
    screen: Screen | None = None,
    min_confidence: float = LEAST_CONFIDENCE,
) -> list[Result]:
    """The results of items that are worked on together, by a pipeline that has run before.

    Arguments as for `process`.
    """
    how = _How(producer, with_text, limit, min_confidence)
    skipped: list[Result | None] = []
    left: list[Item] = []
    for item in batch:
        problem = screen(item) if screen and isinstance(item, ArticleInput) else None
        if problem is None:
            skipped.append(None)
            left.append(item)
        else:
            skipped.append(problem_result(problem, producer, item, with_text=with_text))
    with _zone(nlp), no_collection():
        done = iter(_run_batch(nlp, left, how) if left else ())
    return [result or next(done) for result in skipped]


def _zone(nlp: Language) -> AbstractContextManager[object]:
    """Where the words of a batch live.

    In a memory zone they go with the batch, and the tokenizer learns none of them. So it learns
    those of the first batches, which are most of the words of any text.
    """
    known = len(nlp.vocab.strings)
    return nlp.memory_zone() if known > KEPT_STRINGS else nullcontext()


def batched(items: Iterable[T], inner: Callable[[T], Item]) -> Iterator[list[T]]:
    """Yield the items in batches of so many characters as are best worked on together.

    Args:
        items: articles, or something that holds one each.
        inner: gives the article of an item.
    """
    batch: list[T] = []
    size = 0
    for item in items:
        batch.append(item)
        article = inner(item)
        size += len(article.text) if isinstance(article, ArticleInput) else 0
        if size >= BATCH_CHARS or len(batch) >= 256:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


@dataclass(frozen=True, slots=True)
class _How:
    """What the articles of a batch share."""

    producer: str
    with_text: bool
    limit: float | None
    min_confidence: float


def _run_batch(nlp: Language, batch: Sequence[Item], how: _How) -> list[Result]:
    articles = [item for item in batch if isinstance(item, ArticleInput)]
    try:
        with time_limit(how.limit):
            docs = list(nlp.pipe([doc for a in articles for doc in _docs(nlp, a, how.producer)]))
        done = iter(docs)
        by_article = [[next(done) for _ in _fields(article)] for article in articles]
        made = [
            _result(article, group, how)
            for article, group in zip(articles, by_article, strict=True)
        ]
    except Exception as error:
        if len(batch) > 1:  # find the one that fails; the others are done
            return [r for item in batch for r in _run_batch(nlp, [item], how)]
        return [_failed(article, error, how.producer) for article in articles]
    results = iter(made)
    return [
        next(results) if isinstance(item, ArticleInput) else problem_result(item, how.producer)
        for item in batch
    ]


def _failed(article: ArticleInput, error: Exception, producer: str) -> Result:
    code, detail = "RB901", f"{type(error).__name__}: {error}"
    if isinstance(error, TimeUpError):
        code, detail = "RB903", str(error)
    problem = Problem(article.doc_id, code, detail, article.source, article.text[:200])
    return problem_result(problem, producer, article)


def _fields(article: ArticleInput) -> list[tuple[TextField, str]]:
    """Return the strings of an article: the text, then title and lead where there are any."""
    strings: list[tuple[TextField, str]] = [("text", article.text)]
    if article.title:
        strings.append(("title", article.title))
    if article.lead:
        strings.append(("lead", article.lead))
    return strings


def _docs(nlp: Language, article: ArticleInput, producer: str) -> Iterator[Doc]:
    """Yield a document for each string, with what its components may know beforehand."""
    day = article.published[:10] if article.published and len(article.published) >= 10 else None
    for name, string in _fields(article):
        doc = make_doc(nlp, string)
        doc.user_data[build.DOC_ID] = article.doc_id
        doc.user_data[build.FIELD] = name
        doc.user_data[build.PRODUCER] = producer
        doc.user_data[build.PUBLISHED] = day
        doc.user_data[build.TITLE] = article.title
        yield doc


def _result(article: ArticleInput, docs: Sequence[Doc], how: _How) -> Result:
    for doc in docs:
        restore(doc)
    told: list[Event] = []
    events: list[Event] = []
    entities: list[EntityRecord] = []
    for (name, _), doc in zip(_fields(article), docs, strict=True):
        new = [
            event for event in build.events_of(doc) if name == "text" or not repeats(event, told)
        ]
        told += new
        kept = trusted(new, how.min_confidence)
        events += kept
        entities += entity_records(doc, kept, doc_id=article.doc_id, field=name)
    events.sort(key=lambda event: (event.trigger.start, event.type, event.id))
    entities.sort(key=lambda record: (record.start, record.label, record.id))
    races = [Race.model_validate(race) for race in races_of(docs)]
    known = _known(article, with_text=how.with_text)
    record = Article(
        doc_id=article.doc_id, status="done", **known, events=len(events), races=races,
        producer=how.producer,
    )  # fmt: skip
    return Result(record, events, entities)


def problem_result(
    problem: Problem, producer: str, item: Item | None = None, *, with_text: bool = False
) -> Result:
    """Return the result of an input that gave nothing.

    Args:
        problem: why.
        producer: the producer string of the records.
        item: the article where there is one: what is known of it stands in its record.
        with_text: whether the record carries its text.
    """
    known: dict[str, Any] = {"source": _source(problem), "chars": 0, "words": 0}
    if isinstance(item, ArticleInput):
        known = _known(item, with_text=with_text)
    record = Article(
        doc_id=problem.doc_id,
        status="skipped" if problem.skipped else "failed",
        reason=problem.reason,
        **known,
        events=0,
        races=[],
        producer=producer,
    )
    return Result(record, problem=problem)


def _known(article: ArticleInput, *, with_text: bool) -> dict[str, Any]:
    """What the record of an article says whatever becomes of it."""
    return {
        "url": article.url,
        "title": article.title,
        "published": article.published,
        "published_precision": article.published_precision,
        "published_assumed": article.published_assumed or None,
        "language": article.language,
        "source": _source(article),
        "text_sha256": text_sha256(article.text),
        "chars": len(article.text),
        "words": len(article.text.split()),
        "text": article.text if with_text else None,
    }


def _source(item: Item) -> Source:
    source = item.source
    number = str(source.record) if source.record is not None else None
    record = source.record_id or number
    return Source(path=source.path, line=source.line, record=record, format=source.format)
