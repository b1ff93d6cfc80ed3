"""Abbreviations that the tokeniser should keep whole, the same for every model."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from spacy.language import Language
from spacy.util import compile_infix_regex

from rennbericht.bounds import KEPT_FORMS
from rennbericht.patterns import patterns_dir, read_jsonl


@lru_cache(maxsize=1)
def abbreviations() -> tuple[str, ...]:
    """The listed abbreviations, each with its full stop."""
    return tuple(line["abbreviation"] for line in _listed() if not line.get("name"))


@lru_cache(maxsize=1)
def names() -> frozenset[str]:
    """Abbreviations of spaCy's that are names at the end of a sentence: `vor Christian Abt.`"""
    return frozenset(line["abbreviation"] for line in _listed() if line.get("name"))


def _listed() -> list[dict[str, Any]]:
    path = patterns_dir() / "language" / "abbreviations.jsonl"
    return [record for _, record in read_jsonl(path)]


#: signs of smileys: what they are made of parts words in a report (`Hofer (Audi):`, `(Platz 8)`)
SMILEYS = frozenset("()[]:;=<>|")
#: `Stolz (28, D)/Engel (34, D)`: bracket and slash part two names
INFIXES = (r"\)(?=/\w)", r"(?<=\))/(?=\w)")


def add_exceptions(nlp: Language) -> None:
    """Adds the abbreviations, and the signs that part words, to a pipeline's tokeniser.

    It remembers the tokens of as many words as other tables do: by itself it keeps too few for a
    batch.
    """
    infixes = compile_infix_regex([*(nlp.Defaults.infixes or ()), *INFIXES])
    nlp.tokenizer.infix_finditer = infixes.finditer
    nlp.tokenizer.max_cache_size = KEPT_FORMS
    abt = names()
    nlp.tokenizer.rules = {
        form: rule
        for form, rule in nlp.tokenizer.rules.items()
        if form not in abt and SMILEYS.isdisjoint(form)
    }
    for text in abbreviations():
        nlp.tokenizer.add_special_case(text, [{"ORTH": text}])
