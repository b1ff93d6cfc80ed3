"""Names of meetings as a text gives them: `Großer Preis von Spanien`, `24 Stunden von Spa`."""

from __future__ import annotations

from ..discourse.meeting_words import MeetingWords
from ..discourse.reading import Reading

#: a name has no more words behind its opening
LONGEST = 4


def meeting_name(reading: Reading, words: MeetingWords, sentences: list[int]) -> str | None:
    """The first name of a meeting in some sentences, its opening in the nominative."""
    for sentence in sentences:
        start, end = reading.sentences[sentence]
        for token in range(start, end):
            word = reading.words[token]
            if reading.silent[token]:
                continue
            name = None
            if word in words.opened_by:
                name = _opened(reading, words, token, end)
            if not name and not word[0].isalpha():
                name = _hours(reading, words, token, end)
            if not name and "-" in word:
                name = _compound(reading, words, token)
            if name:
                return name
    return None


def _opened(reading: Reading, words: MeetingWords, token: int, end: int) -> str | None:
    """`dem Großen Preis von Spanien`, `der Rallye Finnland`, `beim E-Prix von Rom`."""
    for opening in words.opened_by.get(reading.words[token], ()):
        name = words.openings[opening]
        behind = token + len(opening)
        if tuple(reading.words[token:behind]) != opening:
            continue
        rest = _place(reading, words, behind, end)
        if rest:
            return f"{name} {rest}"
    return None


def _hours(reading: Reading, words: MeetingWords, token: int, end: int) -> str | None:
    """`die 24 Stunden von Le Mans`, `die 1.000 Kilometer von Spa`."""
    figure = reading.words[token].replace(".", "")
    if not figure.isdigit() or reading.words[token + 1 : token + 2] == []:
        return None
    unit = reading.words[token + 1]
    if unit not in words.hours or reading.lower[token + 2 : token + 3] not in (["von"], ["vom"]):
        return None
    rest = _place(reading, words, token + 2, end)
    return f"{reading.words[token]} {unit} {rest}" if rest else None


def _compound(reading: Reading, words: MeetingWords, token: int) -> str | None:
    """`im Italien-Grand-Prix`, `die Lausitz-Rallye`."""
    word = reading.words[token]
    for ending in words.endings:
        place = word.removesuffix("-" + ending)
        if place != word and place[:1].isupper() and place not in words.not_places:
            return word
    return None


def _place(reading: Reading, words: MeetingWords, token: int, end: int) -> str | None:
    """The words that name the place: `von Spanien`, `der Emilia Romagna`, `Finnland`."""
    at = token
    while at < end and reading.lower[at] in words.joins:
        at += 1
    first = at
    while at < end and at - first < LONGEST and _is_name(reading, at, at == first):
        at += 1
    return reading.span_text(token, at) if at > first else None


def _is_name(reading: Reading, token: int, first: bool) -> bool:
    word = reading.words[token]
    if not word[:1].isupper() or not word.replace("-", "").isalpha():
        return False
    label = reading.label_at(token)
    if label and label != "TRACK":
        return False
    return first or reading.tags[token] == "NE" or label == "TRACK"
