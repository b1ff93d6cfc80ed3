"""Full stops that the tokeniser leaves at figures (`P2.`, `1:32,456.`, `Platz 3.`, `2009.`).

It keeps them as they may be ordinals (`3. Platz`), and a sentence that ends so would run on into
the next one. Where the figure can be no ordinal the stop is parted from it.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from spacy.tokens import Doc, Token

from ..columns import offsets_of
from .cues import Cues

#: `P2.`, `Q3.`, `GT3.`, `Top-10.`; `1:32,456.`, `4,3.`; `2009.`
_NO_ORDINAL = re.compile(
    r"(?:[^\W\d]+-?\d{1,4}|\+?\d+(?:[:.,]\d+)*[:,]\d+|(?:19|20)\d\d)\.\Z", re.ASCII
)
_ORDINAL = re.compile(r"\d{1,3}\.\Z", re.ASCII)
#: `Formel E.`, `Gruppe B.`
_LETTER = re.compile(r"[A-Z]\.\Z", re.ASCII)
_STOP = re.compile(r"(?:\d|(?<=\s)[A-Z])\.(?!\d)", re.ASCII)


def part_stops(doc: Doc, text: str, ends: set[int], cues: Cues) -> None:
    """Split such tokens of a Doc into figure and full stop, in place.

    Where a word with a capital follows, it is marked as the start of a sentence.

    Args:
        doc: an untagged Doc.
        text: its text.
        ends: character offsets where zones end; a stop there ends a sentence.
        cues: gives the words behind which a figure is no ordinal (`Platz 3.`), and those behind
            which a letter is no abbreviation (`Formel E.`).
    """
    stops = [match.end() for match in _STOP.finditer(text)]
    if not stops:
        return
    starts = offsets_of(doc)
    found: list[Token] = []
    for stop in stops:
        token = doc[bisect_right(starts, stop - 1) - 1]
        word = token.text
        if token.idx + len(word) != stop:
            continue
        last = stop in ends
        if not last and not _opens(doc, token.i + 1):
            continue
        named = token.i > 0 and doc[token.i - 1].text in cues.numbered
        lettered = token.i > 0 and doc[token.i - 1].text in cues.lettered
        if (
            (lettered and _LETTER.match(word))
            or _NO_ORDINAL.match(word)
            or (_ORDINAL.match(word) and (named or last))
        ):
            found.append(token)
    if not found:
        return
    parted = {token.idx + len(token) - 1 for token in found}
    with doc.retokenize() as retokenizer:
        for token in found:
            parts = [token.text[:-1], "."]
            retokenizer.split(token, parts, heads=[(token, 0), (token, 1)])
    for token in doc:
        if token.idx in parted:
            after = _next(doc, token.i + 1)
            if after < len(doc) and doc[after].text[0].isupper():
                doc[after].is_sent_start = True


def _next(doc: Doc, index: int) -> int:
    while index < len(doc) and doc[index].is_space:
        index += 1
    return index


def _opens(doc: Doc, index: int) -> bool:
    """Whether a sentence may begin there: a capital, a figure or an opening mark."""
    index = _next(doc, index)
    if index == len(doc):
        return True
    first = doc[index].text[0]
    return not first.islower() and first not in ",;)-–/"
