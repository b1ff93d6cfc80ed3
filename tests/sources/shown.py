"""What reading gives, as plain data that can stand in a file of expected results."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from rennbericht.sources.article import ArticleInput, Problem, Warnings
from rennbericht.sources.read import read_inputs

FIXTURES = Path(__file__).parents[1] / "fixtures" / "inputs"
_ARTICLE = ("doc_id", "text", "title", "lead", "url", "language", "published",
            "published_precision", "retrieved", "modified", "source_domain", "section")  # fmt: skip
_SOURCE = ("line", "record", "byte_offset", "format", "record_id")


def shown(path: Path, **options: Any) -> dict[str, Any]:
    """Items and warnings of an input; what is absent is left out."""
    warnings: Warnings = Counter()
    items = list(read_inputs([str(path)], warnings=warnings, **options))
    return {
        "file": path.name,
        "warnings": {kind: number for kind, number in sorted(warnings.items()) if number},
        "items": [_shown(item) for item in items],
    }


def _shown(item: ArticleInput | Problem) -> dict[str, Any]:
    place = {key: getattr(item.source, key) for key in _SOURCE}
    if isinstance(item, ArticleInput):
        told = {key: getattr(item, key) for key in _ARTICLE}
        told["authors"] = list(item.authors)
    else:
        told = {"doc_id": item.doc_id, "problem": item.reason, "start": item.excerpt}
    return {key: value for key, value in (told | place).items() if value not in (None, "", [])}
