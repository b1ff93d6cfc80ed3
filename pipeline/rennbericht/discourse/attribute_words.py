"""Words that only tell more of somebody: `vor dem von Platz elf gestarteten Preining`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..clauses.model import Clause

if TYPE_CHECKING:
    from .reading import Reading


def inner_tokens(clauses: Sequence[Clause], clause: Clause) -> set[int]:
    """The tokens that attributes before the nouns of a clause say beside their participle."""
    inner: set[int] = set()
    if clause["kind"] == "attribute":
        return inner
    for other in clauses[clause["index"] + 1 :]:
        if other["sentence"] != clause["sentence"]:
            break
        if other["kind"] == "attribute":
            for phrase in other["phrases"]:
                if phrase["end"] <= other["verb_token"]:
                    inner.update(range(phrase["start"], phrase["end"]))
    return inner


def attribute_words(reading: Reading, clause: Clause) -> set[str]:
    """Lemmas, forms and labels of these tokens: `der in der WM führende Fahrer`."""
    inner = inner_tokens(reading.clauses, clause)
    words = {m["label"] for m in reading.clause_mentions(clause) if m["start"] in inner}
    for token in inner:
        words.update((reading.lemmas_lower[token], reading.lower[token]))
    return words
