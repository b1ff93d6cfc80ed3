"""A cheap test before the model: whether an article is worth reading for events at all.

The pipeline reads an article where words of racing and names of the sport weigh enough for its
length (`events.topic`). Here the same is counted from above, by looking up words alone: every
evidence that the pipeline may find counts, and more. So what is refused here gives no event there;
what passes may still be refused there. Names are looked for only where the other words do not
weigh enough. A note of a sentence or two is never refused: who passes whom may tell there, and that
no look-up finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from rennbericht.bounds import KEPT_WORDS
from rennbericht.discourse.vocabulary import TopicWords, load_vocabulary
from rennbericht.entities.folding import key
from rennbericht.entities.gazetteer import load_gazetteer
from rennbericht.entities.vocabulary import Vocabulary, load_cues
from rennbericht.events.topic import MOST, SHORT, WEIGHT, WORDS
from rennbericht.patterns import patterns_dir, read_jsonl
from rennbericht.sources.article import ArticleInput
from rennbericht.sources.language import language_of
from rennbericht.sources.names_apart import ALONE, MARKS, PART, Names, bare, forms_of, pieces_of
from rennbericht.sources.plain import plain_text

_WORD = re.compile(r"\w[\w.’'‘`´-]*")
#: A word at the beginning of what the tokenizer cuts further: never more of them than words.
_COUNTED = re.compile(r"(?<!\S)[^\W\d_]")
#: A time as on the timing screen: `1:23,4`, `+0,3`.
_TIME = re.compile(r"\d[:.,]\d|\+\s?\d")
_ENDINGS = ("", "e", "n", "s", "en", "er", "es", "ern", "ens", "t", "et", "st", "te", "ten", "end")
#: Characters before a name in which the word before it is looked for.
_BESIDE = 60
_BEHIND = re.compile(r"[\w.’'-]*\s*[/(]")


class _Word(NamedTuple):
    """What a word of the text may tell."""

    #: as a word of racing
    weight: int
    #: whether laps, times or lengths are counted in it
    unit: bool


class _Part(NamedTuple):
    """What a word of the text may be in a name."""

    pieces: frozenset[str]
    #: as a surname, where the words beside it say so
    doubtful: frozenset[str]


_NO_WORD = _Word(0, False)
_NO_PART = _Part(frozenset(), frozenset())


class Relevance:
    """The test, with its tables.

    Args:
        patterns: a patterns folder; the shipped one where None.
    """

    def __init__(self, patterns: Path | None = None) -> None:
        self._patterns = patterns
        folder = patterns_dir(patterns)
        vocabulary = load_vocabulary(folder)
        self._only = _Words(vocabulary.racing_only)
        self._shared = _Words(vocabulary.racing)
        self._units = frozenset(
            bare(word)
            for _, record in read_jsonl(folder / "language" / "units.jsonl")
            for word in record["words"]
        )
        self._words: dict[str, _Word] = {}
        self._parts: dict[str, _Part] = {}

    @cached_property
    def _names(self) -> Names:
        return Names(self._patterns)

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(load_gazetteer(self._patterns), load_cues(self._patterns))

    def about_racing(self, text: str) -> bool:
        """Return whether the pipeline may take a text to be about a race."""
        needed = max(1, min(MOST, len(_COUNTED.findall(text)) // WORDS))
        forms = set(_WORD.findall(text))
        found = 0
        unit = False
        for form in forms:
            word = self._words.get(form) or self._word(form)
            if word is not _NO_WORD:
                found += word.weight
                unit = unit or word.unit
                if found >= needed:
                    return True
        if unit or _TIME.search(text):
            found += 2  # a lap and a gap
        return found >= needed or found + self._weight_of_names(forms, text) >= needed

    def _weight_of_names(self, forms: set[str], text: str) -> int:
        pieces: set[str] = set()
        doubtful: list[str] = []
        for form in forms:
            part = self._parts.get(form) or self._part(form)
            if part is not _NO_PART:
                pieces |= part.pieces
                if part.doubtful:
                    doubtful.append(form)
        for form in doubtful:
            if self._beside_person(form, text):
                pieces |= self._parts[form].doubtful
        return self._names.weight(pieces)

    def _word(self, form: str) -> _Word:
        """Return what a word may tell, and keep it."""
        words = {form.lower(), *form.lower().split("-")}
        weight = WEIGHT * self._only.among(words) + self._shared.among(words)
        unit = any(
            not self._units.isdisjoint(forms_of(part))
            for part in map(_bare_part, form.split("-"))
            if part
        )
        word = _Word(weight, unit) if weight or unit else _NO_WORD
        if len(self._words) >= KEPT_WORDS:
            self._words.clear()
        self._words[form] = word
        return word

    def _part(self, form: str) -> _Part:
        """Return what a word may be in a name, and keep it."""
        parts = [part for part in map(_bare_part, form.split("-")) if part]
        pieces = self._names.known({piece for part in parts for piece in pieces_of(part)})
        alone = self._names.known(
            {
                ALONE + one
                for part in parts
                if part[0].isupper() or part[0].isdigit()
                for one in forms_of(part)
            }
        )
        # a compound (`Rast-Team`) may hold one whatever else the word means
        if alone and "-" not in form and self._vocabulary.word(parts[0]).ordinary:
            part = _Part(pieces, alone)
        else:
            part = _Part(pieces | alone, frozenset()) if pieces or alone else _NO_PART
        if len(self._parts) >= KEPT_WORDS:
            self._parts.clear()
        self._parts[form] = part
        return part

    def _beside_person(self, form: str, text: str) -> bool:
        """Return whether a surname that is a word stands beside a crew or what drivers are called.

        `Pilot Rast`, `Rast/Mies`, `Rast (Audi)`.
        """
        at = -1
        while (at := text.find(form, at + 1)) >= 0:
            before = text[max(0, at - _BESIDE) : at].rstrip()
            if before.endswith("/") or _BEHIND.match(text, at + len(form)):
                return True
            driver = PART.findall(before)[-1:]
            if driver and self._vocabulary.word(driver[0]).cue == "driver":
                return True
            parts = before.rsplit(None, 1)[-1:]
            if parts and self._vocabulary.word(parts[0].strip('„»"(')).cue == "driver":
                return True
        return False


class _Words:
    """Words of racing in any form."""

    def __init__(self, words: TopicWords) -> None:
        self._words = words
        self._stems = frozenset(
            stem for word in words.whole for stem in _stems(key(word)) if len(stem) > 2
        ) | {key(word) for word in words.whole}

    def among(self, lower: set[str]) -> int:
        """Return how many of the words may be words of racing."""
        return sum(
            word.startswith(self._words.starts)
            or word in self._words.whole
            or not self._stems.isdisjoint(_stems(key(word)))
            for word in lower
        )


def _stems(folded: str) -> Iterator[str]:
    """Yield a word without each of the endings that German words take, and the `ge` of verbs."""
    for start in (0, 2) if folded.startswith("ge") and folded.endswith(("t", "en")) else (0,):
        for ending in _ENDINGS:
            if folded.endswith(ending):
                yield folded[start : len(folded) - len(ending)]


def _is_note(text: str) -> bool:
    """Whether a text is so short that who passes whom may tell what it is about."""
    return next(islice(_COUNTED.finditer(text), SHORT - 1, None), None) is None


def _bare_part(part: str) -> str:
    return part.rstrip(MARKS)


@lru_cache(maxsize=4)
def relevance(patterns: Path | None) -> Relevance:
    """Return the test of a patterns folder, made once."""
    return Relevance(patterns)


def about_racing(text: str, patterns: Path | None = None) -> bool:
    """Return whether the pipeline may take a text to be about a race.

    Args:
        text: the text.
        patterns: a patterns folder; the shipped one where None.
    """
    return relevance(patterns).about_racing(text)


def reason_to_skip(article: ArticleInput, patterns: Path | None = None) -> str | None:
    """Return why an article need not be read for events: `language`, `no_race`, else None.

    Args:
        article: the article; its title and its lead are read for events as the text is.
        patterns: a patterns folder; the shipped one where None.
    """
    text = plain_text(article.text)
    if article.language != "de" and language_of(text) not in ("de", None):
        return "language"
    others = (plain_text(field) for field in (article.title, article.lead) if field)
    if not _is_note(text) and not any(about_racing(t, patterns) for t in (text, *others)):
        return "no_race"
    return None
