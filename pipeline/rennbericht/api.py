"""The Python interface: load the pipeline, run articles through it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language

from rennbericht.bounds import LEAST_CONFIDENCE
from rennbericht.contract.build import PRODUCER_META
from rennbericht.contract.ids import producer, text_sha256
from rennbericht.errors import InputError
from rennbericht.german.load import load_german, model_version, version_of
from rennbericht.patterns import digest, patterns_dir
from rennbericht.run.garbage import no_collection
from rennbericht.run.process import Result, process
from rennbericht.run.screen import screen_of
from rennbericht.sources.article import ArticleInput, Problem, Provenance
from rennbericht.sources.keys import Keys
from rennbericht.sources.read import prepared
from rennbericht.sources.record import article_of
from rennbericht.zones.wraps import UnwrappingTokenizer

#: Components in their order; the German model's own stand behind the first.
COMPONENTS = (
    "rennbericht_zones",
    "rennbericht_lemmas",
    "rennbericht_entities",
    "rennbericht_clauses",
    "rennbericht_events",
)

ArticleLike = str | Mapping[str, Any] | ArticleInput | Problem


def load(
    model: str = "auto",
    *,
    patterns: str | Path | None = None,
    announce: Callable[[str], None] | None = None,
) -> Language:
    """Return the whole pipeline: a German model with the components of this package.

    Args:
        model: `auto` (the best German spaCy model installed, else the embedded one), `embedded`,
            or the name or path of a model.
        patterns: a patterns folder instead of the shipped one.
        announce: is given one line that names the model taken; standard error where None.

    Raises:
        ModelError: RB201 the named model is not installed, RB202 the embedded one is damaged.
        PatternError: a pattern file is wrong.
    """
    with no_collection():
        return _load(model, patterns, announce or _announce)


def _load(model: str, patterns: str | Path | None, announce: Callable[[str], None]) -> Language:
    folder = patterns_dir(patterns)
    nlp = load_german(model, announce=announce)
    nlp.tokenizer = UnwrappingTokenizer(nlp.tokenizer)
    for name in COMPONENTS:
        if name not in nlp.pipe_names:
            takes = "patterns" in Language.get_factory_meta(name).default_config
            config = {"patterns": str(folder)} if takes and patterns is not None else {}
            nlp.add_pipe(name, config=config, first=name == COMPONENTS[0] or None)
    made_by = producer(model_version(nlp), digest(folder))
    nlp.meta[PRODUCER_META] = made_by
    nlp.get_pipe("rennbericht_events").producer = made_by
    return nlp


@dataclass(frozen=True, slots=True)
class Loader:
    """Loads a pipeline, here or in another process; arguments as for `load`."""

    model: str = "auto"
    patterns: str | Path | None = None

    def __call__(self) -> Language:
        """The pipeline."""
        return load(self.model, patterns=self.patterns)

    def producer(self) -> str:
        """The producer string of its records, without loading it where that can be."""
        version = version_of(self.model)
        if version is None:
            return str(self().meta[PRODUCER_META])
        return producer(version, digest(patterns_dir(self.patterns)))


def _announce(line: str) -> None:
    print(line, file=sys.stderr)


def extract(
    articles: Iterable[ArticleLike],
    *,
    nlp: Language | None = None,
    model: str = "auto",
    published: str | None = None,
    with_text: bool = False,
    every: bool = False,
    min_confidence: float = LEAST_CONFIDENCE,
) -> Iterator[Result]:
    """Yield one result for each article, in their order: records of events, entities, article.

    Args:
        articles: texts, records with the keys of the usual scrapers, or `ArticleInput`.
        nlp: a pipeline of `load`; loaded for `model` where None.
        model: see `load`.
        published: date (ISO 8601) of articles that give none.
        with_text: whether the article record carries the text.
        every: work on articles too that a cheap test finds to be in another language (`RB010`) or
            not about racing (`RB012`). They give no events, but names and measures (`entities`).
        min_confidence: events of less confidence are left out; 0 gives all.

    Articles that give nothing (no text, another language, no race, too long) and articles on which
    the pipeline fails come as results with a `problem`; nothing is raised for them.

    Raises:
        ModelError, PatternError: see `load`.
    """
    if nlp is None:
        nlp = load(model)
    keys = Keys(every=every)
    items = prepared((_item(article, keys) for article in articles), published)
    yield from process(
        nlp,
        items,
        producer=nlp.meta[PRODUCER_META],
        with_text=with_text,
        screen=None if every else screen_of(nlp),
        min_confidence=min_confidence,
    )


def _item(article: ArticleLike, keys: Keys) -> ArticleInput | Problem:
    if isinstance(article, ArticleInput | Problem):
        return article
    source = Provenance(format="python")
    if isinstance(article, str):
        return ArticleInput("sha256:" + text_sha256(article)[:16], article, source=source)
    try:
        return article_of(dict(article), source, Counter(), keys)
    except InputError as error:
        return Problem("python", error.code, error.detail, source, str(article))
