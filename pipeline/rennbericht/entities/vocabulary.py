"""What a form can be as part of a name, worked out once per form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rennbericht.bounds import KEPT_WORDS

from ..german.lexicon import Lexicon, lexicon
from ..german.ordinals import ordinal
from ..patterns import patterns_dir, read_jsonl, read_part, word_classes
from .composition import Composition
from .folding import key, without_genitive
from .gazetteer import Gazetteer, Name

#: spellings of one sound
_SOUNDS = (("ph", "f"), ("th", "t"), ("ck", "k"), ("c", "k"))
#: shorter names are known by their letters alone
_SOUNDING = 5
#: endings of nouns for people of a nation (`Brasilianers`, `Finnen`)
_DECLINED = ("", "s", "n", "nen")


@dataclass(slots=True)
class Word:
    """A form as names see it."""

    form: str
    lower: str
    key: str
    #: key without a genitive or plural -s, or None
    base: str | None
    upper: bool
    #: capitalised, letters, hyphens and apostrophes only
    name_like: bool
    #: listed in the lexicon as something else than a proper name
    ordinary: bool
    #: in the lexicon at all
    listed: bool
    first: bool
    #: a family name that the lexicon has as a word or another name (`Becker`, `Eberhardt`)
    family: bool
    #: names of this word alone, with and without its final -s
    phrases: list[Name]
    base_phrases: list[Name]
    #: whether longer names begin with it
    opens: bool
    #: whether any name of the gazetteer may
    named: bool
    #: ids of the people whose surname it is, with and without its final -s
    surnames: list[str]
    base_surnames: list[str]
    #: whether longer surnames begin with it
    opens_surname: bool
    #: class of the cue word it is: `driver`, `other`, `team-end`, `team-start`, `guard`
    cue: str
    #: worth looking at when names are sought
    live: bool
    #: begins with a blank or line break
    blank: bool


@dataclass(slots=True)
class Cues:
    """Word lists of `patterns/language` that concern names."""

    #: end of a word -> class (`Motorsportchef`)
    ends: dict[str, str] = field(default_factory=dict)
    #: whole word or what stands behind its last hyphen -> class (`BMW-Mann`, not `Brinkmann`)
    parts: dict[str, str] = field(default_factory=dict)
    #: whole word -> class
    whole: dict[str, str] = field(default_factory=dict)
    first_names: frozenset[str] = frozenset()
    #: how they sound, so that `Yanick` is known by `Yannick`
    first_sounds: frozenset[str] = frozenset()
    family_names: frozenset[str] = frozenset()
    #: words of fixed phrases in which a word that is a surname is none (`Hand in Hand`)
    fixed: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    #: names that are everyday words first (`Triumph`), names only where they stand as such
    words_first: set[str] = field(default_factory=set)
    longest_end: int = 0
    #: ends of surnames that look like compounds (`Grabenbauer`), ends of nouns (`Prellungen`)
    surname_ends: tuple[str, ...] = ()
    noun_ends: tuple[str, ...] = ()
    #: how words for a place begin that end in an ordinal (`Tagesvierter`, `Gesamtzweite`)
    place_starts: tuple[str, ...] = ()
    #: words that only a text about racing has
    racing: frozenset[str] = frozenset()
    #: nouns that frames know (`Reifenplatzer`), names to nobody who only has the lexicon
    nouns: frozenset[str] = frozenset()
    #: nouns behind which a relative's first name stands alone (`Bruder Sheldon`)
    kin: set[str] = field(default_factory=set)
    #: lower-case words by class
    classes: Mapping[str, frozenset[str]] = field(default_factory=dict)


def load_cues(folder: Path | None = None) -> Cues:
    """Read cues and first names; files that a patterns folder leaves out are empty."""
    language = patterns_dir(folder) / "language"
    cues = Cues(classes=word_classes(patterns_dir(folder)))
    first: set[str] = set()
    for path in (language / "name-cues.jsonl", language / "demonyms.jsonl"):
        for _, record in read_jsonl(path) if path.is_file() else ():
            if "nouns" in record:
                for noun in record["nouns"]:
                    cues.whole.update((key(noun + end), "driver") for end in _DECLINED)
                continue
            if record["cue"] == "kin":
                cues.kin.update(key(word) for word in record["words"])
                continue
            target = {"end": cues.ends, "part": cues.parts}.get(record.get("as", ""), cues.whole)
            target.update((key(word), record["cue"]) for word in record["words"])
    path = language / "first-names.jsonl"
    for _, record in read_jsonl(path) if path.is_file() else ():
        first.update(key(name) for name in record["names"].split())
    path = language / "family-names.jsonl"
    lines = [record for _, record in read_jsonl(path)] if path.is_file() else []
    cues.family_names = frozenset(key(name) for line in lines for name in line["names"].split())
    path = language / "name-guards.jsonl"
    for _, record in read_jsonl(path) if path.is_file() else ():
        if record.get("sense") == "word":
            cues.words_first.add(key(record["word"]))
        fixed = tuple(key(word) for word in record.get("phrase", "").split())
        for word in fixed:
            cues.fixed.setdefault(word, []).append(fixed)
    path = language / "name-endings.jsonl"
    for _, record in read_jsonl(path) if path.is_file() else ():
        ends = tuple(key(end) for end in record["endings"])
        if record["of"] == "surname":
            cues.surname_ends = ends
        else:
            cues.noun_ends = ends
    path = language / "rank-nouns.jsonl"
    ranks = [record for _, record in read_jsonl(path)] if path.is_file() else []
    cues.place_starts = tuple(
        word.lower() for line in ranks if line["kind"].endswith("prefix") for word in line["words"]
    )
    path = language / "racing-words.jsonl"
    words = [record["word"] for _, record in read_jsonl(path)] if path.is_file() else []
    cues.racing = frozenset(key(word.rstrip("*")) for word in words)
    cues.nouns = frozenset(_frame_nouns(patterns_dir(folder)))
    cues.first_names = frozenset(first)
    cues.first_sounds = frozenset(sound(name) for name in first)
    cues.longest_end = max((len(end) for end in cues.ends), default=0)
    return cues


def _frame_nouns(folder: Path) -> Iterator[str]:
    """The nouns of all frames and synonym sets."""
    for _, _, record in read_part(folder, "events"):
        nouns = record.get("noun") or record.get("words") or ()
        for noun in (nouns,) if isinstance(nouns, str) else nouns:
            if noun[:1].isupper():
                yield key(noun)


class Vocabulary:
    """Words by form, cached."""

    def __init__(self, gazetteer: Gazetteer, cues: Cues) -> None:
        self.gazetteer = gazetteer
        self.cues = cues
        self.lexicon: Lexicon = lexicon()
        self._words: dict[str, Word] = {}
        self._composition = Composition(self.lexicon)

    def all(self, forms: list[str]) -> list[Word]:
        """What is known of each of many forms."""
        try:
            return list(map(self._words.__getitem__, forms))
        except KeyError:
            return [self.word(form) for form in forms]

    def word(self, form: str) -> Word:
        """What is known of a form."""
        found = self._words.get(form)
        if found is None:
            if len(self._words) >= KEPT_WORDS:
                self._words.clear()
            found = self._words[form] = self._make(form)
        return found

    def compound(self, form: str) -> bool:
        """Whether an unlisted word can be a compound of common nouns (`Rundumtonkombination`)."""
        return any(reading.tag == "NN" for reading in self.lexicon.readings(form))

    def composed(self, form: str) -> bool:
        """Whether all parts of an unlisted word are listed; `compound` asks for the last alone."""
        return self._composition.composed(form)

    def ends_in_noun(self, form: str) -> bool:
        """Whether an unlisted word ends in a noun that is no short one (`Turboschaden`)."""
        return self._composition.ends_in_noun(form)

    def surname_like(self, form: str) -> bool:
        """Whether an unlisted word can be a surname: no compound, or one that ends as they do."""
        return not self.composed(form) or key(form).endswith(self.cues.surname_ends)

    def _make(self, form: str) -> Word:
        folded = key(form)
        head = form[:1]
        upper = head.isupper() or head.isdigit()
        base = without_genitive(folded)
        name_like = head.isupper() and len(form) > 1 and _is_name(form) and not self.counts(form)
        tags: frozenset[str] = frozenset()
        listed = head.isalpha() and self.lexicon.knows(form)
        if listed:
            tags = self.lexicon.tags(form)
        ordinary = bool(tags - {"NE", "FM", "XY", "VVIMP"})
        if not listed and "-" in form and upper:
            ordinary = self.compound(form)
        gazetteer = self.gazetteer
        alone = folded + " "
        phrases, surnames = gazetteer.phrase(alone), gazetteer.bearers(alone)
        opens, opens_surname = gazetteer.phrases.goes_on(alone), gazetteer.surnames.goes_on(alone)
        base_phrases: list[Name] = []
        base_surnames: list[str] = []
        if base is not None and upper:
            base_phrases = gazetteer.phrase(base + " ")
            base_surnames = gazetteer.bearers(base + " ")
        told = (folded in self.cues.nouns or base in self.cues.nouns) and upper
        if told and not (listed or phrases or base_phrases or surnames or base_surnames):
            # a noun that no lexicon has
            listed = ordinary = True
        first = upper and (folded in self.cues.first_names or self._double_first(folded))
        known = listed or surnames or base_surnames or phrases
        if name_like and not (first or known or folded.endswith(self.cues.surname_ends)):
            first = len(folded) >= _SOUNDING and sound(folded) in self.cues.first_sounds
        cue = self._cue(folded) if upper else ""
        live = upper or bool(phrases or surnames) or opens or opens_surname
        return Word(
            form, form.lower(), folded, base, upper, name_like, ordinary, listed, first,
            folded in self.cues.family_names, phrases, base_phrases, opens,
            bool(phrases or base_phrases) or opens, surnames, base_surnames, opens_surname, cue,
            live, head.isspace(),
        )  # fmt: skip

    def counts(self, form: str) -> bool:
        """Whether a word is a place: `Neunte`, `Tagesvierter`."""
        lower = form.lower()
        if not lower.endswith(("e", "er", "en")):
            return False
        starts = (start for start in self.cues.place_starts if lower.startswith(start))
        return ordinal(lower) is not None or any(ordinal(lower[len(s) :]) for s in starts)

    def _double_first(self, folded: str) -> bool:
        head, hyphen, tail = folded.partition("-")
        names = self.cues.first_names
        return bool(hyphen) and head in names and (tail in names or len(tail) <= 1)

    def _cue(self, folded: str) -> str:
        whole = self.cues.whole.get(folded)
        if whole is not None:
            return whole
        tail = folded.rsplit("-", 1)[-1]
        part = self.cues.parts.get(tail)
        if part is not None or folded + " " in self.gazetteer.surnames:
            return part or ""
        for start in range(max(0, len(tail) - self.cues.longest_end), len(tail) - 2):
            cue = self.cues.ends.get(tail[start:])
            if cue is not None:
                return cue
        return ""


def sound(folded: str) -> str:
    """A name's letters as they sound: `yannick` and `yanik` are one."""
    for written, spoken in _SOUNDS:
        folded = folded.replace(written, spoken)
    return re.sub(r"(.)\1", r"\1", folded)


def _is_name(form: str) -> bool:
    return all(c.isalpha() or c in "-'’.`´" for c in form) and form[-1] not in "-."
