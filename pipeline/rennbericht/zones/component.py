"""The component `rennbericht_zones`: marks zones and presets sentence bounds."""

from __future__ import annotations

from bisect import bisect_left
from pathlib import Path

import numpy as np
from spacy.attrs import SENT_START
from spacy.tokens import Doc

from ..batches import Batched
from ..columns import blank_words_of, offsets_of, text_of
from .classify import stretches
from .cues import load_cues
from .figures import part_stops
from .model import FIELD, SILENT, ZONES, Zone
from .quotes import quotations

#: zones of one sentence each: nothing inside them opens another
_ONE_SENTENCE = frozenset({"title", "heading", "credit", "byline"})
#: -1 in a column of unsigned numbers
_NO_START = np.uint64(2**64 - 1)


class ZoneMarker(Batched):
    """Runs first, on a Doc without tags; the text is kept as it was read.

    Args:
        patterns: the patterns folder, or None for the shipped one.
    """

    def __init__(self, patterns: str | None = None) -> None:
        self.cues = load_cues(Path(patterns) if patterns else None)

    def __call__(self, doc: Doc) -> Doc:
        """Write `doc.user_data["rennbericht_zones"]` and `is_sent_start` at zone starts."""
        if not len(doc):
            doc.user_data[ZONES] = []
            return doc
        text = text_of(doc)
        marked = stretches(text, str(doc.user_data.get(FIELD, "text")), self.cues)
        part_stops(doc, text, {stretch.end for stretch in marked}, self.cues)
        size = len(doc)
        starts = offsets_of(doc)
        words = [True] * size
        for index in blank_words_of(doc):
            words[index] = False
        zones: list[Zone] = []
        spoken: list[Zone] = []
        for stretch in marked:
            first = _at(starts, words, stretch.start)
            if zones and first <= zones[-1]["start"]:
                continue
            if zones:
                zones[-1]["end"] = first
            zones.append({"kind": stretch.kind, "start": first if zones else 0, "end": size})
            if stretch.kind in SILENT:
                continue
            for start, end in quotations(text, stretch.start, stretch.end):
                spoken.append(
                    {
                        "kind": "quotation",
                        "start": _at(starts, words, start),
                        "end": bisect_left(starts, end),
                    }
                )
        if not zones:
            zones.append({"kind": "body", "start": 0, "end": size})
        _preset(doc, zones, words)
        doc.user_data[ZONES] = sorted(zones + spoken, key=lambda z: (z["start"], -z["end"]))
        return doc


def _at(starts: list[int], words: list[bool], position: int) -> int:
    """The token at a character, or the next one that is no blank."""
    token = bisect_left(starts, position)
    if token == len(starts) or starts[token] > position:
        token = max(token - 1, 0)
    while token + 1 < len(starts) and not words[token]:
        token += 1
    return token


def _preset(doc: Doc, zones: list[Zone], words: list[bool]) -> None:
    starts = doc.to_array(SENT_START)
    starts[1:][~np.array(words[1:], dtype=bool)] = _NO_START
    for zone in zones:
        if zone["kind"] in _ONE_SENTENCE:
            starts[zone["start"] + 1 : zone["end"]] = _NO_START
        starts[zone["start"]] = 1
    doc.from_array([SENT_START], starts.reshape(-1, 1))
