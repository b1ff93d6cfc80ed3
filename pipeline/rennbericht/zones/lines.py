"""Lines and paragraphs of a scraped text.

A newline is a paragraph's end in most scraped texts and a mere wrap in others; which it is can
be seen from how often a line goes on in lower case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

#: what ends a line: Unix, Windows and old Mac ends, form feeds, Unicode separators
_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
#: characters that take no room in a line: soft hyphen, zero width space, joiners, BOM
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
#: a wrapped text has no line longer than this (terminals, mail, PDF columns)
_WIDEST = 110
#: and at least this share of its single breaks goes on in lower case
_SHARE = 0.2
#: a line shorter than this share of the widest one was not wrapped but ended
_FULL = 0.6
_FINAL = tuple(".!?…:")
_CLOSING = "\"”“«»')]’‘›‹|"
_ITEM = re.compile(r"[-–—•*·▪■●»›→►+]|\d{1,3}[.):]\s|\(?\d{1,2}[:.]\d\d\b")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text: character offsets without surrounding blanks, and its words."""

    start: int
    end: int
    text: str
    #: no blank line between it and the one before
    follows: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A heading, paragraph, list item, table row or the like: one line, or several wrapped."""

    start: int
    end: int
    text: str
    #: stands directly under the one before, without a blank line
    follows: bool


def lines_of(text: str) -> list[Line]:
    """The lines that are not blank."""
    found: list[Line] = []
    position, follows = 0, False
    while position <= len(text):
        match = _BREAK.search(text, position)
        end = match.start() if match else len(text)
        raw = text[position:end]
        stripped = raw.strip().strip(INVISIBLE).strip()
        if stripped:
            start = position + raw.index(stripped)
            found.append(Line(start, start + len(stripped), stripped, follows))
        follows = bool(stripped)
        if match is None:
            break
        position = match.end()
    return found


def paragraphs_of(text: str) -> list[Paragraph]:
    """The paragraphs of a text, wrapped lines joined."""
    lines = lines_of(text)
    width = wrap_width(lines)
    found: list[Paragraph] = []
    group: list[Line] = []
    for line in lines:
        if group and not goes_on(group[-1], line, width):
            found.append(_paragraph(text, group))
            group = []
        group.append(line)
    if group:
        found.append(_paragraph(text, group))
    return found


def _paragraph(text: str, group: list[Line]) -> Paragraph:
    start, end = group[0].start, group[-1].end
    words = group[0].text if len(group) == 1 else " ".join(line.text for line in group)
    return Paragraph(start, end, words, group[0].follows)


def wrap_width(lines: list[Line]) -> int:
    """Width of the lines where the text is wrapped, else 0."""
    breaks = lower = widest = 0
    for before, line in pairwise(lines):
        if line.follows:
            breaks += 1
            lower += line.text[0].islower()
            widest = max(widest, len(before.text))
    wrapped = breaks >= 2 and widest <= _WIDEST and lower >= _SHARE * breaks
    return widest if wrapped else 0


def goes_on(before: Line, line: Line, width: int) -> bool:
    """Whether a line goes on with what the line before began, in a text of a width."""
    if not line.follows or "\t" in before.text or "\t" in line.text:
        return False
    ended = before.text.rstrip(_CLOSING + " ").endswith(_FINAL)
    if not width:
        # A single soft break inside a sentence.
        return line.text[0].islower() and not ended and len(before.text) > 20
    if _ITEM.match(line.text) and (ended or len(before.text) < _FULL * width):
        return False
    return len(before.text) >= _FULL * width or (line.text[0].islower() and not ended)


def is_finished(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return text.rstrip(_CLOSING + " ").endswith((".", "!", "?", "…"))
