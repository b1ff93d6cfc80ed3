"""The cheap test before the model: articles that give no event are not worked on."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language

from rennbericht.sources.article import ArticleInput, Problem
from rennbericht.sources.relevance import reason_to_skip, relevance

#: gives the problem of an article that need not be worked on, else None
Screen = Callable[[ArticleInput], Problem | None]

_COMPONENT = "rennbericht_events"
_REASONS = {
    "language": ("RB010", "its words say so"),
    "no_race": ("RB012", "too few words of racing and names of the sport for its length"),
}


def screen_of(nlp: Language) -> Screen | None:
    """The test that goes with a pipeline, with the patterns that it has.

    It is made of what the component for events asks of a text; a pipeline without it has none.
    """
    if _COMPONENT not in nlp.pipe_names:
        return None
    patterns = nlp.get_pipe(_COMPONENT).folder
    relevance(patterns)  # makes the tables now

    def screen(article: ArticleInput) -> Problem | None:
        reason = reason_to_skip(article, patterns)
        if reason is None:
            return None
        code, detail = _REASONS[reason]
        return Problem(article.doc_id, code, detail, article.source)

    return screen
