"""Abbreviations that the tokeniser should keep whole, the same for every model."""

from __future__ import annotations

import json
from functools import lru_cache

from spacy.language import Language

from rennbericht.patterns import patterns_dir


@lru_cache(maxsize=1)
def abbreviations() -> tuple[str, ...]:
    """The listed abbreviations, each with its full stop."""
    path = patterns_dir() / "language" / "abbreviations.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line)["abbreviation"] for line in lines if line.strip())


def add_exceptions(nlp: Language) -> None:
    """Adds the abbreviations to a pipeline's tokeniser."""
    for text in abbreviations():
        nlp.tokenizer.add_special_case(text, [{"ORTH": text}])
