"""The pass over a Doc that finds its measured expressions."""

from __future__ import annotations

from pathlib import Path

from spacy.tokens import Doc

from ..model import Mention
from .dispatch import Matcher, matchers
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
    placed = 0
    for position, known in _openers(stream):
        if position < stream.taken:
            continue
        for matcher in known:
            result = matcher(stream, position)
            if result is not None:
                found += result[0]
                if result[0] and result[0][0]["label"] == "POSITION":
                    among_all(stream, result[0][0], position, result[1], placed)
                    placed = result[1]
                stream.taken = result[1]
                break
    return found


def _openers(stream: Stream) -> list[tuple[int, tuple[Matcher, ...]]]:
    """The words that may open an expression, and the matchers of each; the walls behind do not."""
    words, vocabulary = stream.words[:-2], stream.vocabulary
    try:
        each = list(map(vocabulary.seen.__getitem__, words))
    except KeyError:
        each = [matchers(word, vocabulary) for word in words]
    return [(position, known) for position, known in enumerate(each) if known]
