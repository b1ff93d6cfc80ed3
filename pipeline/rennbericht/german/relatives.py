"""Relative pronouns and articles: which of the two `der` is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .lexicon import Lexicon
from .ordinals import ordinal
from .particles import FINITE, Particles

_RELATIVE_FORMS = frozenset({"der", "die", "das", "den", "dem", "denen", "deren", "dessen"})
_NOT_RELATIVE = frozenset({"ART", "PDS", "PDAT", "PIS"})
#: relative pronouns before which no name is an apposition of what stands there
_RELATIVE_OBJECTS = frozenset({"den", "dem", "das", "die"})
#: relative pronouns that no verb-final clause begins with where they are articles of a name
_OBLIQUE = frozenset({"den", "dem"})
#: articles of objects that look like relative pronouns
_OBJECT_ARTICLES = frozenset({"den", "dem", "die", "das"})
#: what begins a clause that is no main one
_OPENERS = frozenset({"KOUS", "PRELS", "PRELAT", "KOUI"})
#: particles that also stand before a verb they never leave: `übernahm`
_FIRM = frozenset({"über", "unter", "um", "durch", "wider", "hinter", "voll"})
#: articles of no plural but a genitive, which begins no verb-final clause
_SINGULAR = frozenset({"der", "das"})
#: words that are never part of an attribute
_FREE = frozenset({"PRF", "PPER", "PTKNEG", "ADV", "PROAV", "PTKVZ"})
NAMES = frozenset({"NE", "NN", "FM"})
GENITIVES = frozenset({"der", "des", "eines", "einer"})
NOMINAL = frozenset({"ADJA", "NN", "NE", "CARD", "FM", "TRUNC"})
PHRASE_OPENERS = frozenset({"APPR", "APPRART"})


def mend_over_lists(words: Sequence[str], tags: list[str], lexicon: Lexicon) -> None:
    """Opens clauses whose first chunks are filled with names.

    `der Porsche, den Jani, Lieb und Dumas auf Rang zwei fuhren`, `als Jani, Lieb und Dumas kamen`.
    """
    for index in range(len(tags) - 1):
        before = tags[index - 1] if index else "$."
        if tags[index] == "APPR":
            opens = before in ("$,", "$.", "_SP") and "KOUS" in lexicon.tags(words[index].lower())
            opener = "KOUS"
        else:
            comma = index - 1 - (before == "APPR")
            opens = comma > 0 and tags[comma] == "$," and tags[index] in _NOT_RELATIVE
            opens = opens and words[index] in _RELATIVE_OBJECTS
            opener = "PRELS"
        verb = _verb_behind_list(words, tags, lexicon, index + 1) if opens else -1
        if verb >= 0:
            tags[index] = opener
            if tags[verb] not in FINITE:
                tags[verb] = "VVFIN"


def _verb_behind_list(words: Sequence[str], tags: list[str], lexicon: Lexicon, first: int) -> int:
    """The verb at the end of a clause that begins here with a list of names, or -1."""
    at, commas = first, 0
    while at < len(tags) and (tags[at] in ("$,", "ART") or tags[at] in NAMES):
        commas += tags[at] == "$,"
        at += 1
    if not commas or at + 1 >= len(tags) or tags[at] != "KON":
        return -1
    end = _chunk_end(tags, at)
    chunk = Relatives(words, tags, at + 1, end, lexicon)
    opens = tags[at + 1] in NAMES or tags[at + 1] == "ART"
    closed = chunk.end - at > 2 and opens and chunk.verb_final(at + 1)
    return chunk.end - 1 if closed else -1


def _chunk_end(tags: Sequence[str], start: int) -> int:
    """The comma or stop that ends a chunk, or the end of all."""
    return next((i for i in range(start, len(tags)) if tags[i] in ("$,", "$.")), len(tags))


def mend_resumed(words: Sequence[str], tags: list[str], lexicon: Lexicon) -> None:
    """`musste A, der stark gefahren war, dem Finnen den Vortritt lassen`: no second relative.

    A verbal bracket that a modal or auxiliary opened before the first comma is closed by what
    stands behind the last one; what looks like a relative pronoun there is an article.
    """
    commas = [index for index, tag in enumerate(tags) if tag == "$,"]
    for before, behind in pairwise(commas):
        first = behind + 1
        if tags[first : first + 1] != ["PRELS"] or words[first] not in _OBJECT_ARTICLES:
            continue
        last = _chunk_end(tags, first) - 1
        start = max((i for i in range(before) if tags[i] in ("$,", "$.")), default=-1) + 1
        opened = tags[start:before]
        wanted = {"VMFIN": "VVINF", "VAFIN": "VVPP"}.get(_bracket(opened), "")
        if not wanted or last - first < 2 or wanted not in lexicon.tags(words[last]):
            continue
        tags[first], tags[last] = "ART", wanted


def _bracket(tags: Sequence[str]) -> str:
    """Tag of the one verb of a chunk that opens a bracket with a name behind it, or ""."""
    verbs = [index for index, tag in enumerate(tags) if tag[:1] == "V"]
    if len(verbs) != 1 or tags[-1] not in NAMES or not _OPENERS.isdisjoint(tags):
        return ""
    return tags[verbs[0]] if verbs[0] < len(tags) - 1 else ""


def _strong_place(word: str) -> bool:
    """Whether a word is a place as it stands without an article: `Zweiter`, `Letzter`."""
    found = ordinal(word) if word[:1].isupper() else None
    return found is not None and found.ending == "er"


class Relatives(Particles):
    """Adds which articles are relative pronouns, and the other way round."""

    def verb_final(self, first: int) -> bool:
        """Whether the only verb that is or may be finite from `first` on stands at the end.

        Of two joined by `und` each ends its part: `den Norris einholte und überholte`.
        """
        last = self.end - 1
        tag = self.tags[last]
        if "PTKZU" in self.tags[first:last] and tag == "VVINF":
            return False
        if tag not in FINITE and not (tag in {"VVINF", "VVPP"} and self._can(last, "VVFIN")):
            return False
        return all(
            self.tags[at] not in FINITE or self.tags[at + 1] == "KON" for at in range(first, last)
        )

    def mend_relative(self) -> None:
        """`, auf den Juden einen Anschlag planten`: an article that opens a verb-final clause."""
        first = self.start
        if not first or self.tags[first - 1] != "$,":
            return
        if self.words[first : first + 2] == ["die", "beiden"] and self.tags[first] == "PRELS":
            # die beiden berühren sich: of a relative clause it were `die beide`
            self.tags[first] = "ART"
            return
        if self.tags[first] == "PRELS" and self.words[first + 1] == "#":
            # die #8 fiel aus, die #7 siegte: a start number has an article
            self.tags[first] = "ART"
            return
        governed = self.tags[first] == "APPR" and first + 1 < self.end
        index = first + governed
        if self.tags[index] not in _NOT_RELATIVE or index + 1 >= self.end - 1:
            return
        if self.words[index] not in _RELATIVE_FORMS or not self.verb_final(index + 1):
            return
        after = index + 1
        while after < self.end and self.tags[after] in NOMINAL:
            after += 1
        if self.words[index] == "der" and _strong_place(self.words[index + 1]):
            # der Zweiter wurde: behind an article it were `Zweite`
            self.tags[index] = "PRELS"
            return
        counted = self.words[index] == "der" and self.tags[index + 1] == "CARD"
        bare = not governed and self.tags[first - 2] in NAMES
        if bare and (counted or (after == self.end - 1 and self._unparted(after))):
            # Norris, der sechs Sekunden an der Box stand, der neue Reifen abholte
            self.tags[index] = "PRELS"
            return
        oblique = self.words[index] in _OBLIQUE
        if self._ill_fitting(index) or self._has(index):
            self.tags[index] = "PRELS"
            return
        named = oblique and (
            set(self.tags[index + 1 : after]) == {"NE"} or self._nominative(index + 1, after)
        )
        if named or (after < self.end - 1 and (after == index + 1 or self._middle(after))):
            # den Hamilton überholte: the name has no article, it is the subject
            self.tags[index] = "PRELS"

    def _ill_fitting(self, index: int) -> bool:
        """Whether a noun is no nominative behind `der` or `das`: `der Probleme machte`."""
        noun = index + 1
        if self.words[index] not in _SINGULAR or self.tags[noun] != "NN":
            return False
        return {number for case, number, _g, _l in self._analyses(noun) if case == "n"} == {"pl"}

    def _has(self, index: int) -> bool:
        """Whether only one thing stands with `haben`: `der frische Reifen am Auto hatte`."""
        last = self.end - 1
        if self.tags[last] != "VAFIN" or self.lexicon.lemma(self.words[last], "VAFIN") != "haben":
            return False
        inside = self.tags[index + 1 : last]
        governed, things = False, 0
        for at, tag in enumerate(inside):
            if tag in PHRASE_OPENERS:
                governed = True
            elif tag in NAMES and inside[at + 1 : at + 2] != ["NE"]:
                things += not governed
                governed = False
            elif tag not in ("ADJA", "ADV", "CARD", "NE", "ART"):
                return False
        return things == 1 and inside[0] in ("ADJA", "NN", "CARD")

    def _analyses(self, at: int) -> tuple[tuple[str, str, str, str], ...]:
        return self.lexicon.analyses(self.words[at], "NN")

    def _nominative(self, at: int, end: int) -> bool:
        """Whether a name has a noun before it that no `den` can go with: `den Pilot Norris`."""
        if self.tags[at] != "NN" or at + 1 >= end or self.tags[at + 1] != "NE":
            return False
        return {case for case, _n, _g, _l in self._analyses(at)} == {"n"}

    def _unparted(self, index: int) -> bool:
        """Whether a finite verb has its particle before it, which only the last of a clause has."""
        word = self.words[index]
        lemma = self.lexicon.lemma(word, "VVFIN") or ""
        return any(
            word[:at] not in _FIRM
            and self.lexicon.is_particle(word[:at])
            and lemma[:at] == word[:at]
            and self.lexicon.is_verb(lemma[at:])
            for at in range(2, len(word) - 2)
        )

    def mend_article(self) -> None:
        """`als er an dem vor ihm liegenden Briten vorbeizog`: a relative clause has a comma.

        And `, der von Platz drei gestartete Button fiel aus` has the weak adjective of a noun.
        """
        tags = self.tags
        for index in range(self.start, self.end - 2):
            if tags[index] != "PRELS":
                continue
            noun = self._described(index)
            if noun < 0:
                continue
            before = tags[index - 1] if index else "$."
            if before == "APPR":
                bare = index > self.start + 1 and tags[index - 2] != "KON"
            elif before in ("$,", "$(", "KON"):
                bare = self._weak_subject(index, noun)
            else:
                bare = True
            if bare:
                tags[index] = "ART"

    def _described(self, index: int) -> int:
        """The first noun behind a token that has an adjective, before any finite verb, or -1."""
        tags = self.tags
        for at in range(index + 1, self.end):
            if tags[at] in FINITE:
                return -1
            if tags[at] in ("NN", "NE") and tags[at - 1] == "ADJA":
                return at
        return -1

    def _weak_subject(self, index: int, noun: int) -> bool:
        """Whether `der` and a noun have a phrase and a weak adjective between them."""
        if self.words[index] != "der" or self.tags[index + 1] not in PHRASE_OPENERS:
            return False
        if not self.words[noun - 1].endswith("e"):
            return False
        return self.tags[noun] == "NE" or not self.verb_final(index + 1)

    def _middle(self, after: int) -> bool:
        """Whether what follows the first nouns cannot be an attribute of them."""
        first = self.tags[after]
        if first == "ART":
            return self.words[after].lower() not in GENITIVES
        if first in {"APPR", "APPRART", "KON", "$("}:
            return any(t in _FREE for t in self.tags[after : self.end - 1])
        return True
