"""Rows, headers and run-in lists of results."""

from __future__ import annotations

import re
from itertools import pairwise

_CELLS = re.compile(r"\t+|\s{3,}|\s*\|\s*")
_TIME = re.compile(r"\+?\d{1,2}:\d\d[.,:]\d+|\+\s?\d{1,3}[.,]\d{1,3}|\+\s?\d+\s?(?:Rd|Rnd|Runde)")
_PLACE = re.compile(r"(?:(?<=[\s:(;,])|^)(\d{1,2})[.)]\s(?=[A-ZÄÖÜ#])")
_NUMBERED = re.compile(r"(?:P?\d{1,3}[.):]?|DNF|DNS|DSQ|NC|[-–])\s")
_WORD = re.compile(r"[^\s:;,/|()]+\.?")
#: a run-in table names at least this many places
_FEWEST_PLACES = 4
#: words per place beyond which it is prose
_WORDS_PER_PLACE = 11


def is_row(text: str) -> bool:
    """A line of cells: tabs, pipes or wide gaps, or a place with a time and no sentence."""
    if len(text) > 200:
        return False
    cells = [cell for cell in _CELLS.split(text) if cell]
    if len(cells) >= 3:
        first = cells[0].rstrip(".):")
        figures = sum(cell[0] in "+-–0123456789" for cell in cells)
        return first.isdecimal() or figures >= 2 or max(map(len, cells)) <= 30
    if not _NUMBERED.match(text) or len(text) > 120:
        return False
    return bool(_TIME.search(text)) and not text.endswith((".", "!", "?"))


def is_table_header(text: str, header: frozenset[str]) -> bool:
    """`Pos. Fahrer Team Zeit`: three or more words, nearly all of them names of columns."""
    if len(text) > 120 or text.endswith((".", "!", "?")):
        return False
    words = [word.lower() for word in _WORD.findall(text)]
    known = sum(word in header or word.rstrip(".") in header for word in words)
    return known >= 3 and known >= 0.75 * len(words)


def run_in_table(text: str) -> bool:
    """`Ergebnis: 1. Vettel (Red Bull), 2. Hamilton (McLaren), 3. ...` in one paragraph."""
    places = [int(match[1]) for match in _PLACE.finditer(text)]
    if len(places) < _FEWEST_PLACES:
        return False
    steps = sum(after == before + 1 for before, after in pairwise(places))
    counted = steps >= 0.7 * (len(places) - 1) and places[0] <= 2
    return counted and len(text.split()) <= _WORDS_PER_PLACE * len(places)
