"""Races with a name of their own: `12h Mugello`, `24-Stunden-Rennen von Spa`, `1000 Kilometer Spa`.

They are shown as series over the places in them, which stay mentions for whoever asks where a race
is run. A Grand Prix is one of a series and none itself.
"""

from __future__ import annotations

import re

from ..contract.slug import entity_key
from ..german.numerals import cardinal
from .text import Claim, Text

_OF = ("von", "vom", "der", "des", "of", "d", "de")
_HOURS = re.compile(r"\d+h", re.IGNORECASE)
_HOUR_RACE = re.compile(r"\w+-stunden-rennen")
#: how the words end that say all by themselves
_ENDS = ("h", "-stunden-rennen")
_FIGURE = re.compile(r"\d[\d.]*")


def race_names(text: Text) -> list[Claim]:
    """The races that a text names by more than the name of their series, in text order."""
    found: list[Claim] = []
    for i in text.live:
        if found and i < found[-1].end:
            continue
        end = _race(text, i)
        if not end:
            continue
        claim = text.at(i)
        if not (claim is not None and claim.label == "SERIES" and claim.end >= end):
            name = text.phrase(i, end).rstrip(".")
            found.append(Claim(i, end, "SERIES", entity_key("SERIES", name), name, "rule"))
    return found


def _race(text: Text, i: int) -> int:
    """The end of a race's name that begins with a word, or 0."""
    lower, behind, classes = text.lower(i), text.lower(i + 1), text.vocabulary.cues.classes
    measured = behind in classes["race-length"]
    if not measured and not lower.endswith(_ENDS):
        # most words: no race is named so
        return 0
    if _HOURS.fullmatch(lower):
        return _place(text, i + 1)
    if _HOUR_RACE.fullmatch(lower):
        return (_of_place(text, i + 1) if behind in ("von", "vom") else 0) or i + 1
    counted = _FIGURE.fullmatch(lower) or (behind in classes["race-hours"] and cardinal(lower))
    if measured and counted:
        return _of_place(text, i + 2) or _place(text, i + 2)
    return 0


def _of_place(text: Text, i: int) -> int:
    if text.lower(i) not in _OF:
        return 0
    article = text.lower(i + 1) in ("der", "den")
    return _place(text, i + 1 + article)


def _place(text: Text, i: int) -> int:
    """The end of a place that begins with a word, or 0."""
    if i >= text.size or text.sentence_start(i):
        return 0
    claim = text.at(i)
    if claim is not None and claim.label == "TRACK":
        return claim.end
    word = text.words[i]
    if not word.name_like or "NN" in text.vocabulary.lexicon.tags(word.form):
        return 0
    return i + 1
