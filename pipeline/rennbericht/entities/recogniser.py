"""The network that reads names where no rule does, by the words around them.

A small spaCy `ner`, trained on reports whose names were exchanged (`training/train_ner.py`).
It reads only sentences that hold a capitalised word nobody has claimed, in its own words alone,
whatever German model tags them. The gazetteer and the rules go first: it is believed for places to
race at, for full names of people and of teams, where nothing else stands.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from pathlib import Path

from ..columns import words_of
from ..contract.slug import entity_key
from .nameparts import PARTICLES
from .network import Network
from .places import enter_track, is_rally, may_be_track, spread
from .subject import about_racing
from .surnames import fixed_phrase
from .text import Claim, Text

_FOLDER = Path(__file__).parent.parent / "models" / "race_ner"
_MOST_WORDS = 4
#: behind these stand opponents
_BEFORE_DRIVERS = frozenset({"vor", "hinter", "gegen", "mit", "und", ","})


@lru_cache(maxsize=1)
def recogniser() -> Network | None:
    """The network; None where its files are not there."""
    if not (_FOLDER / "config.cfg").is_file():
        return None
    return Network(_FOLDER)


def claim_recognised(text: Text, network: Network) -> None:
    """Claim names that the network sees in sentences with words that no rule has claimed."""
    told = _surnames_told(text)
    open_words = [i for i in text.named if _open(text, i, told)]
    if not open_words or not about_racing(text, near=True):
        return
    tracks: dict[str, Claim] = {}
    rally = is_rally(text)
    for start, end, label in _read(text, network, open_words):
        if fixed_phrase(text, start):
            # `musste zwei Long Laps drehen`
            continue
        if label == "TRACK":
            if rally or not _placed(text, start, end):
                continue
            claim = enter_track(text, start, end, seen=True)
            tracks.setdefault(text.words[end - 1].key, claim)
        elif label in ("DRIVER", "TEAM") and _full(text, start, end, label, told):
            _enter(text, start, end, label)
    spread(text, tracks)


def _placed(text: Text, start: int, end: int) -> bool:
    """Whether words stand as a place may: not `vor X (BMW)`."""
    driver = text.lower(start - 1) in _BEFORE_DRIVERS or text.lower(end) == "("
    return not driver and may_be_track(text, start, end)


def _surnames_told(text: Text) -> set[str]:
    """Keys of the last words of the people whom the text names."""
    return {
        text.words[claim.end - 1].key
        for claim in text.standing()
        if claim.label in ("DRIVER", "PERSON") and not claim.parts
    }


def _open(text: Text, i: int, told: set[str]) -> bool:
    """Whether a word may be part of a name that nobody knows."""
    word = text.words[i]
    if text.owner[i] >= 0 or not word.name_like or word.cue or word.form.isupper():
        return False
    if word.key in told or word.base in told:
        return False
    if word.first:
        at = i + 1
        while at < text.size and text.words[at].lower in PARTICLES:
            at += 1  # Stef van Asten
        return at < text.size and text.owner[at] < 0 and text.words[at].name_like
    known = word.listed or word.surnames or word.base_surnames
    return not known and not text.vocabulary.composed(word.form)


def _read(text: Text, network: Network, open_words: list[int]) -> list[tuple[int, int, str]]:
    """What the network sees in the sentences of these words: first and last word, label."""
    opens, forms, place = text.opens, words_of(text.doc), text.place
    bounds: dict[int, int] = {}
    for i in open_words:
        start = text.place[i]
        while start > 0 and not opens[start]:
            start -= 1
        if start not in bounds:
            end = text.place[i] + 1
            while end < len(forms) and not opens[end]:
                end += 1
            bounds[start] = end
    found: list[tuple[int, int, str]] = []
    names = network.read([forms[start:end] for start, end in bounds.items()])
    for start, spans in zip(bounds, names, strict=True):
        for begin, end, label in spans:
            first = bisect_left(place, start + begin)
            last = bisect_left(place, start + end - 1)
            if (
                last < text.size
                and place[first] == start + begin
                and place[last] == start + end - 1
            ):
                found.append((first, last + 1, label))
    return found


def _full(text: Text, start: int, end: int, label: str, told: set[str]) -> bool:
    """Whether words are the full name of a person or team of whom nothing was known."""
    if not 1 < end - start <= _MOST_WORDS or not text.free(start, end):
        return False
    first, last = text.words[start], text.words[end - 1]
    if not (first.name_like and last.name_like) or first.form.isupper():
        return False
    if label == "TEAM":
        return not first.first
    plain = not (first.cue or last.cue or first.key in told or last.key in told)
    genitive = first.base in told or (
        first.base_surnames and not first.surnames and first.base in text.name_keys
    )
    # `Großes Drama um Rovanperä`
    noun = text.tags[start] == "ADJA" and first.ordinary and last.ordinary and not first.first
    plain = plain and not genitive and not noun
    return plain and not text.vocabulary.composed(last.form)


def _enter(text: Text, start: int, end: int, label: str) -> Claim:
    name = text.phrase(start, end)
    return text.claim(Claim(start, end, label, entity_key(label, name), name, "ner"))
