"""Hard-wrapped text: a line break inside a sentence is read as a blank.

Left in the text such a break is a token of its own: it parts a name from its surname, a
preposition from its noun, and no tagger knows what to make of it. The text is as long as before,
so every offset counts in both.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from spacy.tokens import Doc

from rennbericht.contract.build import SOURCE_TEXT

from .lines import goes_on, lines_of, wrap_width


def unwrap(text: str) -> str:
    """The text with a blank for every single line break that is a mere wrap."""
    if "\n" not in text:
        return text
    lines = lines_of(text)
    width = wrap_width(lines)
    breaks = [
        before.end
        for before, line in pairwise(lines)
        if line.start - before.end == 1 and goes_on(before, line, width)
    ]
    if not breaks:
        return text
    signs = list(text)
    for position in breaks:
        signs[position] = " "
    return "".join(signs)


class UnwrappingTokenizer:
    """A tokenizer for texts that may be wrapped; all else is the given tokenizer's.

    Args:
        tokenizer: spaCy's tokenizer of the pipeline.
    """

    def __init__(self, tokenizer: Any) -> None:
        self._tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        """Tokens of the unwrapped text; the text itself stays with the document."""
        flat = unwrap(text)
        doc: Doc = self._tokenizer(flat)
        if flat is not text:
            doc.user_data[SOURCE_TEXT] = text
        return doc

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self._tokenizer, name)
