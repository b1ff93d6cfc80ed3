"""The Python interface: load the pipeline, run articles through it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from spacy.language import Language

from rennbericht.contract.build import PRODUCER_META
from rennbericht.contract.ids import producer, text_sha256
from rennbericht.errors import InputError
from rennbericht.patterns import digest, patterns_dir
from rennbericht.run.process import Result, process
from rennbericht.sources.article import ArticleInput, Problem, Provenance
from rennbericht.sources.read import prepared
from rennbericht.sources.record import article_of

ArticleLike = str | Mapping[str, Any] | ArticleInput | Problem


def load(
    model: str = "auto",
    *,
    patterns: str | Path | None = None,
    notice: Callable[[str], None] | None = None,
) -> Language:
    """Return the whole pipeline: a German model with the components of this package.

    Args:
        model: `auto` (the best German spaCy model installed, else the embedded one), `embedded`,
            or the name or path of a model.
        patterns: a patterns folder instead of the shipped one.
        notice: is given one line that names the model taken; on standard error where None.

    Raises:
        ModelError: RB201 the named model is not installed, RB202 the embedded one is damaged.
        PatternError: a pattern file is wrong.
    """
    from rennbericht.german.load import load_german

    folder = patterns_dir(patterns)
    chosen = {"patterns": str(folder)} if patterns is not None else {}
    nlp = load_german(model, notice=notice)
    for name, settings in (
        ("rennbericht_zones", {}),
        ("rennbericht_lemmas", {}),
        ("rennbericht_entities", chosen),
        ("rennbericht_clauses", {}),
        ("rennbericht_events", chosen),
    ):
        if name not in nlp.pipe_names:
            nlp.add_pipe(name, config=settings, first=name == "rennbericht_zones")
    made_by = producer(model_name(nlp), digest(folder))
    nlp.meta[PRODUCER_META] = made_by
    nlp.get_pipe("rennbericht_events").producer = made_by
    return nlp


def model_name(nlp: Language) -> str:
    """Return `<name>/<version>` of the German model in a pipeline."""
    meta = nlp.meta
    name = str(meta["name"])
    if not name.startswith(f"{meta['lang']}_"):
        name = f"{meta['lang']}_{name}"
    return f"{name}/{meta['version']}"


def extract(
    articles: Iterable[ArticleLike],
    *,
    nlp: Language | None = None,
    model: str = "auto",
    published: str | None = None,
    with_text: bool = False,
) -> Iterator[Result]:
    """Yield one result for each article, in their order: records of events, entities, article.

    Args:
        articles: texts, records with the keys of the usual scrapers, or `ArticleInput`.
        nlp: a pipeline of `load`; loaded for `model` where None.
        model: see `load`.
        published: date (ISO 8601) of articles that give none.
        with_text: whether the article record carries the text.

    Articles that give nothing (no text, another language, too long) and articles on which the
    pipeline fails come as results with a `problem`; nothing is raised for them.

    Raises:
        ModelError, PatternError: see `load`.
    """
    if nlp is None:
        nlp = load(model)
    items = prepared(map(_item, articles), published)
    yield from process(nlp, items, producer=nlp.meta[PRODUCER_META], with_text=with_text)


def _item(article: ArticleLike) -> ArticleInput | Problem:
    if isinstance(article, ArticleInput | Problem):
        return article
    source = Provenance(format="python")
    if isinstance(article, str):
        return ArticleInput("sha256:" + text_sha256(article)[:16], article, source=source)
    try:
        return article_of(dict(article), source, Counter())
    except InputError as error:
        return Problem("python", error.code, error.detail, source, str(article))
