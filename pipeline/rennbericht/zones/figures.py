"""Full stops that the tokeniser leaves at figures (`P2.`, `1:32,456.`, `Platz 3.`, `2009.`).

It keeps them as they may be ordinals (`3. Platz`), and a sentence that ends so would run on into
the next one. Where the figure can be no ordinal the stop is parted from it.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from spacy.tokens import Doc

from rennbericht.german.bounds import place_told
from rennbericht.patterns import shipped_class

from ..columns import offsets_of, words_of
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
    words, starts = words_of(doc), offsets_of(doc)
    became = shipped_class("became")
    found: list[int] = []
    for stop in stops:
        at = bisect_right(starts, stop - 1) - 1
        word = words[at]
        if starts[at] + len(word) != stop:
            continue
        last = stop in ends
        if not last and not _opens(words, at + 1):
            continue
        before = words[at - 1] if at > 0 else ""
        if (
            (before in cues.lettered and _LETTER.match(word))
            or _NO_ORDINAL.match(word)
            or (
                _ORDINAL.match(word)
                # wurde beim Heimrennen 17.: no number of the race
                and (before in cues.numbered or (last and not place_told(words, at, became)))
            )
        ):
            found.append(at)
    if not found:
        return
    with doc.retokenize() as retokenizer:
        for at in found:
            token = doc[at]
            retokenizer.split(token, [words[at][:-1], "."], heads=[(token, 0), (token, 1)])
    words = words_of(doc)
    # each split moves on what stands behind it
    for moved, at in enumerate(found):
        after = _next(words, at + moved + 2)
        if after < len(words) and words[after][0].isupper():
            doc[after].is_sent_start = True


def _next(words: list[str], index: int) -> int:
    while index < len(words) and words[index].isspace():
        index += 1
    return index


def _opens(words: list[str], index: int) -> bool:
    """Whether a sentence may begin there: a capital, a figure or an opening mark."""
    index = _next(words, index)
    if index == len(words):
        return True
    first = words[index][0]
    return not first.islower() and first not in ",;)-–/"
