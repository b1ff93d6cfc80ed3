"""The texts that curators look at: a corpus with gold, gold files, or raw articles of any kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rennbericht.evaluation.gold import read_gold
from rennbericht.evaluation.score import score_events
from rennbericht.sources.article import ArticleInput
from rennbericht.sources.read import read_inputs

Events = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class CuratedText:
    """A text, and its gold where there is any."""

    doc_id: str
    text: str
    gold: Events | None = None


def read_texts(path: Path, split: str | None = None) -> Iterator[CuratedText]:
    """The texts of a path, in its order.

    Args:
        path: a corpus or folder with gold, a gold file, or articles as `extract` reads them.
        split: only this part of a corpus.

    Raises:
        RennberichtError: a gold file is not valid, or its text is missing.
    """
    gold = path.name.endswith(".gold.json") or (
        path.is_dir() and next(path.rglob("*.gold.json"), None) is not None
    )
    if gold:
        for document in read_gold([path], split=split):
            yield CuratedText(document.doc_id, document.text(), document.events)
        return
    for item in read_inputs([str(path)]):
        if isinstance(item, ArticleInput):
            yield CuratedText(item.doc_id, item.text)


def verdicts(gold: Events, output: Events) -> list[bool]:
    """For each event of the output whether it is right, strictly by the rules of the contract."""
    wrong = {event.index for event in score_events(gold, output, strict=True).wrong}
    return [index not in wrong for index in range(len(output))]
