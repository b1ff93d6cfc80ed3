"""A cheap test before the model: whether an article is worth reading for events at all.

The pipeline reads an article where words of racing and names of the sport weigh enough for its
length (`events.topic`). Here the same is counted from above, by looking up words alone: every
evidence that the pipeline may find counts, and more. So what is refused here gives no event there;
what passes may still be refused there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from rennbericht.discourse.vocabulary import TopicWords, load_vocabulary
from rennbericht.entities.folding import key
from rennbericht.entities.gazetteer import Gazetteer, load_gazetteer
from rennbericht.entities.vocabulary import Vocabulary, load_cues
from rennbericht.events.topic import MOST, RACING_NAMES, WEIGHT, WORDS
from rennbericht.patterns import patterns_dir, read_jsonl
from rennbericht.sources.article import ArticleInput
from rennbericht.sources.language import language_of

_WORD = re.compile(r"\w[\w.’'‘`´-]*")
_PART = re.compile(r"\w[\w.’'‘`´]*")
#: A word at the beginning of what the tokenizer cuts further: never more of them than words.
_COUNTED = re.compile(r"(?<!\S)[^\W\d_]")
#: Letters and digits of `183T` may be cut.
_RUNS = re.compile(r"\d+|[^\d\W]+")
#: A time as on the timing screen: `1:23,4`, `+0,3`.
_TIME = re.compile(r"\d[:.,]\d|\+\s?\d")
_ENDINGS = ("", "e", "n", "s", "en", "er", "es", "ern", "ens", "t", "et", "st", "te", "ten", "end")
#: Characters before a name in which the word before it is looked for.
_BESIDE = 60
_BEHIND = re.compile(r"[\w.’'-]*\s*[/(]")
_MARKS = ".’'‘`´"
#: Words whose worth is kept.
_CACHED = 200_000


class _Piece(NamedTuple):
    """A word of a name, folded, and whether it has to be written with a capital or digit."""

    form: str
    capital: bool
    #: whether it is a surname alone, which asks for more where it is a word as well (`Land`)
    alone: bool = False


class _Phrase(NamedTuple):
    """A name as written, and what it weighs for each entity it may stand for."""

    pieces: frozenset[_Piece]
    weights: tuple[tuple[str, int], ...]


class _Known(NamedTuple):
    """What a word of the text may tell."""

    #: as a word of racing
    weight: int
    #: whether laps, times or lengths are counted in it
    unit: bool
    #: as part of a name
    pieces: frozenset[_Piece]
    #: as a surname, where the words beside it say so
    doubtful: frozenset[_Piece]


class Relevance:
    """The test, with its tables.

    Args:
        patterns: a patterns folder; the shipped one where None.
    """

    def __init__(self, patterns: Path | None = None) -> None:
        folder = patterns_dir(patterns)
        vocabulary = load_vocabulary(folder)
        gazetteer = load_gazetteer(patterns)
        self._vocabulary = Vocabulary(gazetteer, load_cues(patterns))
        self._only = _Words(vocabulary.racing_only)
        self._shared = _Words(vocabulary.racing)
        self._units = frozenset(
            _bare(word)
            for _, record in read_jsonl(folder / "language" / "units.jsonl")
            for word in record["words"]
        )
        phrases = list(_phrases(gazetteer))
        self._phrases = _by_rarest(phrases)
        self._in_names = frozenset(piece for phrase in phrases for piece in phrase.pieces)
        self._known: dict[str, _Known] = {}

    def about_racing(self, text: str) -> bool:
        """Return whether the pipeline may take a text to be about a race."""
        needed = max(1, min(MOST, len(_COUNTED.findall(text)) // WORDS))
        found = 0
        unit = False
        pieces: set[_Piece] = set()
        doubtful: list[str] = []
        for form in set(_WORD.findall(text)):
            known = self._known.get(form) or self._look_up(form)
            found += known.weight
            unit = unit or known.unit
            pieces |= known.pieces
            if known.doubtful:
                doubtful.append(form)
        if found >= needed:
            return True
        if unit or _TIME.search(text):
            found += 2  # a lap and a gap
        if found >= needed:
            return True
        for form in doubtful:
            if self._beside_person(form, text):
                pieces |= self._known[form].doubtful
        return found + self._names(pieces) >= needed

    def _look_up(self, form: str) -> _Known:
        """Return what a word may tell, and keep it."""
        words = {form.lower(), *form.lower().split("-")}
        parts = [part.rstrip(_MARKS) for part in form.split("-")]
        pieces = {piece for part in parts if part for piece in _pieces(part)}
        weight = WEIGHT * self._only.among(words) + self._shared.among(words)
        unit = any(piece.form in self._units for piece in pieces)
        alone = {
            _Piece(piece.form, True, alone=True)
            for part in parts
            if part[:1].isupper()
            for piece in _pieces(part)
        } & self._in_names
        # a compound (`Rast-Team`) may hold one whatever else the word means
        ordinary = "-" not in form and alone and self._vocabulary.word(parts[0]).ordinary
        sure, doubtful = (set(), alone) if ordinary else (alone, set())
        known = _Known(weight, unit, frozenset(pieces & self._in_names | sure), frozenset(doubtful))
        if len(self._known) >= _CACHED:
            self._known.clear()
        self._known[form] = known
        return known

    def _beside_person(self, form: str, text: str) -> bool:
        """Return whether a surname that is a word stands beside a crew or what drivers are called.

        `Pilot Rast`, `Rast/Mies`, `Rast (Audi)`.
        """
        at = -1
        while (at := text.find(form, at + 1)) >= 0:
            before = text[max(0, at - _BESIDE) : at].rstrip()
            if before.endswith("/") or _BEHIND.match(text, at + len(form)):
                return True
            driver = _PART.findall(before)[-1:]
            if driver and self._vocabulary.word(driver[0]).cue == "driver":
                return True
            parts = before.rsplit(None, 1)[-1:]
            if parts and self._vocabulary.word(parts[0].strip('„»"(')).cue == "driver":
                return True
        return False

    def _names(self, pieces: set[_Piece]) -> int:
        """Return what the names weigh that may stand in a text of these words."""
        met: dict[str, int] = {}
        for piece in pieces & self._phrases.keys():
            for phrase in self._phrases[piece]:
                if phrase.pieces <= pieces:
                    for name, weight in phrase.weights:
                        met[name] = max(weight, met.get(name, 0))
        return sum(met.values())


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


def _bare(word: str) -> str:
    return key(word).rstrip(_MARKS)


def _pieces(form: str) -> frozenset[_Piece]:
    """Return a word as it may be part of a name: whole, without a genitive -s, cut at digits."""
    capital = form[0].isupper() or form[0].isdigit()
    folded = _bare(form)
    forms = {folded, *_RUNS.findall(folded), *re.split("[’'‘`´]", form.lower())}
    forms |= {one.removesuffix("s") for one in forms if len(one) > 3}
    return frozenset(
        _Piece(one, flag)
        for one in forms - {""}
        for flag in ((True, False) if capital else (False,))
    )


def _phrases(gazetteer: Gazetteer) -> Iterator[_Phrase]:
    """Yield all names with what they weigh, and surnames, which weigh 1."""
    for folded in gazetteer.phrases:
        names = gazetteer.phrase(folded)
        upper = [all(flags) for flags in zip(*(name.upper for name in names), strict=False)]
        weights = {
            f"{name.label} {name.id}": WEIGHT if name.label in RACING_NAMES else 1 for name in names
        }
        yield _Phrase(_cut(folded, upper), tuple(weights.items()))
    for folded in gazetteer.surnames:
        pieces = _cut(folded, [True])
        if len(pieces) == 1:
            pieces = frozenset(piece._replace(alone=True) for piece in pieces)
        yield _Phrase(pieces, ((folded, 1),))


def _cut(folded: str, upper: list[bool]) -> frozenset[_Piece]:
    """Return the words of a name as the text is cut: at hyphens, and letters from digits."""
    pieces: set[_Piece] = set()
    for number, word in enumerate(folded.split()):
        capital = upper[number] if number < len(upper) else False
        for place, part in enumerate(_PART.findall(word)):
            bare = part.rstrip(_MARKS)
            runs = _RUNS.findall(bare) or [bare]
            for at, run in enumerate(runs):
                if run:
                    pieces.add(_Piece(run, capital and not place and not at))
    return frozenset(pieces)


def _by_rarest(phrases: list[_Phrase]) -> dict[_Piece, list[_Phrase]]:
    """Return the phrases by the word that the fewest others share."""
    count = Counter(piece for phrase in phrases for piece in phrase.pieces)
    found: dict[_Piece, list[_Phrase]] = {}
    for phrase in phrases:
        if phrase.pieces:
            rarest = min(phrase.pieces, key=lambda piece: (count[piece], piece))
            found.setdefault(rarest, []).append(phrase)
    return found


@lru_cache(maxsize=4)
def _relevance(patterns: Path | None) -> Relevance:
    return Relevance(patterns)


def about_racing(text: str, patterns: Path | None = None) -> bool:
    """Return whether the pipeline may take a text to be about a race.

    Args:
        text: the text.
        patterns: a patterns folder; the shipped one where None.
    """
    return _relevance(patterns).about_racing(text)


def reason_to_skip(article: ArticleInput, patterns: Path | None = None) -> str | None:
    """Return why an article need not be read for events: `language`, `no_race`, else None.

    Args:
        article: the article; its title and its lead are read for events as the text is.
        patterns: a patterns folder; the shipped one where None.
    """
    if article.language != "de" and language_of(article.text) not in ("de", None):
        return "language"
    fields = (article.text, article.title, article.lead)
    if not any(about_racing(field, patterns) for field in fields if field):
        return "no_race"
    return None
