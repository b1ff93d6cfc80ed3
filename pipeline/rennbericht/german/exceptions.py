"""Abbreviations that the tokeniser should keep whole, the same for every model."""

from __future__ import annotations

import json
from functools import lru_cache

from spacy.language import Language
from spacy.util import compile_infix_regex

from rennbericht.bounds import KEPT_FORMS
from rennbericht.patterns import patterns_dir


@lru_cache(maxsize=1)
def abbreviations() -> tuple[str, ...]:
    """The listed abbreviations, each with its full stop."""
    path = patterns_dir() / "language" / "abbreviations.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line)["abbreviation"] for line in lines if line.strip())


#: abbreviations of spaCy's that are names at the end of a sentence: `vor Christian Abt.`
NAMES = frozenset({"Abt.", "Max."})
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
    rules = nlp.tokenizer.rules
    if any(name in rules for name in NAMES):
        nlp.tokenizer.rules = {form: rule for form, rule in rules.items() if form not in NAMES}
    for text in abbreviations():
        nlp.tokenizer.add_special_case(text, [{"ORTH": text}])
