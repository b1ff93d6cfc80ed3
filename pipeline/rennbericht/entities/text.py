"""A document as names are sought in it, and what has been claimed of it so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc

from ..columns import offsets_of, opens_sentence, tags_of, text_of, words_of
from .gazetteer import Name
from .model import Source
from .tables import Table
from .vocabulary import Vocabulary, Word


@dataclass(slots=True)
class Claim:
    """A stretch of words taken for a name."""

    start: int
    end: int
    label: str
    id: str | None
    name: str | None
    source: Source
    line: str | None = None
    candidates: list[str] = field(default_factory=list)
    readings: list[tuple[str, str]] = field(default_factory=list)
    surname_only: bool = False
    parts: dict[str, str] = field(default_factory=dict)

    @property
    def full_person(self) -> bool:
        """Whether this is a person written with more than a surname."""
        return self.label in ("DRIVER", "PERSON") and not self.surname_only and not self.parts


class Text:
    """Words of a document without the blanks between them, and the claims on them.

    Claims count in words; `place` gives the token of each.
    """

    def __init__(self, doc: Doc, vocabulary: Vocabulary) -> None:
        forms = words_of(doc)
        opens = opens_sentence(doc)
        self.vocabulary = vocabulary
        words = vocabulary.all(forms)
        self.place: list[int] = [
            index
            for index, word in enumerate(words)
            if not word.blank
            or (index + 1 < len(forms) and opens[index + 1])
            or word.form.count("\n") > 1
        ]
        if len(self.place) < len(words):
            words = [words[index] for index in self.place]
        self.words: list[Word] = words
        self.doc = doc
        self._forms, self.opens, self._starts = forms, opens, offsets_of(doc)
        self._string = text_of(doc)
        self._places: dict[str, list[int]] | None = None
        self.size = len(words)
        self.live = [i for i, word in enumerate(words) if word.live]
        #: those of them that look like names
        self.named = [i for i in self.live if words[i].name_like]
        #: keys of all words that look like names
        self.name_keys = {words[i].key for i in self.named}
        self._tags: list[str] | None = None
        self._racing_words = -1
        self.claims: list[Claim] = []
        self._standing: list[Claim] | None = None
        self.discarded: list[Claim] = []
        #: index of the claim that holds a word, or -1
        self.owner = [-1] * self.size

    @property
    def tags(self) -> list[str]:
        """STTS tags of the words."""
        if self._tags is None:
            tags = tags_of(self.doc)
            self._tags = [tags[place] for place in self.place]
        return self._tags

    @property
    def racing_words(self) -> int:
        """How many words of racing there are."""
        if self._racing_words < 0:
            racing = self.vocabulary.cues.racing
            own = [word for word in self.words if word.key in racing or word.base in racing]
            self._racing_words = len(own)
        return self._racing_words

    def places_of(self, key: str) -> list[int]:
        """Where the live words of a key stand."""
        if self._places is None:
            self._places = {}
            for index in self.live:
                self._places.setdefault(self.words[index].key, []).append(index)
        return self._places.get(key, [])

    def lower(self, index: int) -> str:
        """The word in lower case; empty outside the text."""
        return self.words[index].lower if 0 <= index < self.size else ""

    def sentence_start(self, index: int) -> bool:
        """Whether a sentence opens with this word."""
        return index == 0 or self.opens[self.place[index]]

    def free(self, start: int, end: int) -> bool:
        """Whether nothing has been claimed between two words."""
        return all(owner < 0 for owner in self.owner[start:end])

    def at(self, index: int) -> Claim | None:
        """The claim on a word."""
        if not 0 <= index < self.size or self.owner[index] < 0:
            return None
        return self.claims[self.owner[index]]

    def behind_article(self, i: int) -> bool:
        """Whether an article stands right before a word, alone or in a preposition (`im`)."""
        return i > 0 and self.tags[i - 1] in ("ART", "APPRART")

    def behind_cue(self, i: int) -> bool:
        """Whether a noun for a driver stands right before a word: `Pilot Delacroix`."""
        return i > 0 and self.words[i - 1].cue == "driver"

    def claim(self, claim: Claim) -> Claim:
        """Enter a claim; shorter ones that it overlaps are discarded."""
        self._standing = None
        for index in {o for o in self.owner[claim.start : claim.end] if o >= 0}:
            loser = self.claims[index]
            self.discarded.append(loser)
            for i in range(loser.start, loser.end):
                self.owner[i] = -1
        self.claims.append(claim)
        for i in range(claim.start, claim.end):
            self.owner[i] = len(self.claims) - 1
        return claim

    def standing(self) -> list[Claim]:
        """The claims that hold, in text order."""
        if self._standing is None:
            self._standing = [self.claims[o] for o in dict.fromkeys(self.owner) if o >= 0]
        return list(self._standing)

    def phrase(self, start: int, end: int) -> str:
        """The text of a run of words."""
        a, b = self.place[start], self.place[end - 1]
        return self._string[self._starts[a] : self._starts[b] + len(self._forms[b])]


@dataclass(slots=True)
class Match:
    """Names of the gazetteer that fit a run of words."""

    start: int
    end: int
    names: list[Name]


def find_phrases(text: Text) -> tuple[list[Match], list[Match]]:
    """All longest matches that do not overlap, and the losers; longer ones win."""
    words = text.words
    found: list[Match] = []
    for i in text.live:
        if words[i].named:
            match = _match_at(text, i)
            if match is not None:
                found.append(match)
    found.sort(key=lambda m: (m.start - m.end, m.start))
    taken = [False] * text.size
    kept, lost = [], []
    for match in found:
        if any(taken[match.start : match.end]):
            lost.append(match)
            continue
        taken[match.start : match.end] = [True] * (match.end - match.start)
        kept.append(match)
    kept.sort(key=lambda m: m.start)
    return kept, lost


def _match_at(text: Text, i: int) -> Match | None:
    words, word = text.words, text.words[i]
    gazetteer = text.vocabulary.gazetteer
    if word.opens:
        for end, folded in longer(gazetteer.phrases, words, i):
            names = gazetteer.phrase(folded)
            fitting = [name for name in names if _cased(words[i:end], name)]
            if fitting:
                return Match(i, end, fitting)
    fitting = [name for name in word.phrases if _cased(words[i : i + 1], name)]
    if not fitting:
        fitting = [n for n in word.base_phrases if not n.capitals or word.form[:-1].isupper()]
    return Match(i, i + 1, fitting) if fitting else None


def longer(table: Table, words: list[Word], i: int) -> list[tuple[int, str]]:
    """The end and key of each entry of more than one word that stands there, longest first.

    Its last word may bear a genitive -s.
    """
    found: list[tuple[int, str]] = []
    so_far = words[i].key + " "
    for n in range(i + 1, len(words)):
        word = words[n]
        if word.base is not None and word.upper and table.reach(so_far + word.base + " ") & 1:
            found.append((n + 1, so_far + word.base + " "))
        so_far += word.key + " "
        reach = table.reach(so_far)
        if reach & 1:
            found.append((n + 1, so_far))
        if not reach & 2:
            break
    return found[::-1]


def _cased(run: list[Word], name: Name) -> bool:
    if name.capitals:
        return run[0].form.rstrip(".").isupper()
    return all(word.upper or not upper for word, upper in zip(run, name.upper, strict=False))
