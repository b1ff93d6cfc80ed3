"""The pass over a Doc that finds its measured expressions."""

from __future__ import annotations

from pathlib import Path

from spacy.tokens import Doc

from ..model import Mention
from .dispatch import matchers
from .overall import among_all
from .stream import Stream
from .vocabulary import load_vocabulary


def find_measures(doc: Doc, patterns: Path | None = None) -> list[Mention]:
    """All measured expressions of a Doc, in text order, none overlapping another.

    One pass over the words: each opens only the matchers that `dispatch` knows for it. Tags are
    used where they are there, and zones (`rennbericht_zones`) as walls that nothing reaches over.
    Relative dates need `doc.user_data["rennbericht_published"]`, an ISO date.

    Args:
        doc: the Doc, best tagged (`token.tag_`, STTS).
        patterns: the patterns folder, or None for the shipped one.

    Returns:
        Mentions of the labels POSITION, LAP, TIME, GAP, CLOCK, DAYTIME, DATE, SESSION, COUNT and
        NUMBER. Prepositions and articles before an expression do not belong to it; what anchors
        it behind does (`zwei Runden vor Schluss`).
    """
    stream = Stream(doc, load_vocabulary(patterns))
    found: list[Mention] = []
    position, size = 0, len(stream.words) - 2
    placed = 0
    words, vocabulary = stream.words, stream.vocabulary
    seen = vocabulary.seen
    while position < size:
        word = words[position]
        known = seen.get(word)
        for matcher in matchers(word, vocabulary) if known is None else known:
            result = matcher(stream, position)
            if result is not None:
                found += result[0]
                if result[0] and result[0][0]["label"] == "POSITION":
                    among_all(stream, result[0][0], position, result[1], placed)
                    placed = result[1]
                position = stream.taken = result[1]
                break
        else:
            position += 1
    return found
