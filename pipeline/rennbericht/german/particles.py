"""Verb particles: which words are one, and which of two is the verb's."""

from __future__ import annotations

from collections.abc import Sequence

from .lexicon import Lexicon

FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN", "VVIMP", "VAIMP"})
_MAYBE_PARTICLE = frozenset(
    {"NE", "NN", "FM", "ADV", "ADJD", "APPR", "ITJ", "APZR", "APPO", "PROAV"}
)
#: particles that are adverbs where another one follows
_AGAIN = frozenset({"wieder", "weiter"})
#: adverbs of place, behind which another particle stands; a sentence begins so (`Außen herum`)
PLACE_ADVERBS = frozenset({"außen", "innen", "vorn", "vorne", "hinten"})
#: what stands between a verb and a particle with its aim behind (`rückte weit vor auf Rang zwei`)
_BEFORE_ONWARD = frozenset({"VVFIN", "ADV", "ADJD", "PRF", "NE", "NN", "PPER"})
_AFTER_PARTICLE = frozenset({"$.", "$(", "KON", "KOUS", "KOUI", "PTKZU", "PRELS"})


class Particles:
    """The tokens between two commas or stops; `tags` is changed in place."""

    def __init__(
        self, words: Sequence[str], tags: list[str], start: int, end: int, lexicon: Lexicon
    ) -> None:
        self.words = words
        self.tags = tags
        self.start = start
        self.end = end
        while self.end > start and tags[self.end - 1] == "$(":
            self.end -= 1
        self.lexicon = lexicon

    def _can(self, index: int, tag: str) -> bool:
        return tag in self.lexicon.tags(self.words[index])

    def mend_particles(self) -> None:
        """A bare word that ends the clause and makes a verb with the finite one is its particle.

        The end is a mark, a conjunction or the start of an infinitive clause; before a
        prepositional phrase (`kehrte zurück nach Spa`) only what is else no more than an adverb.
        """
        for index in range(self.start, self.end):
            tag = self.tags[index]
            if tag == "PTKVZ":
                self._no_particle(index)
            elif index == self.start:
                continue
            elif tag in _MAYBE_PARTICLE and self.lexicon.is_particle(self.words[index]):
                after = self.tags[index + 1] if index + 1 < self.end else "$."
                if self._written_apart(index):
                    self.tags[index] = "PTKVZ"
                elif after in _AFTER_PARTICLE or (
                    after in {"APPR", "APPRART"} and (self._adverb(index) or self._onward(index))
                ):
                    self._take_particle(index, after)
        self._one_particle()

    def _one_particle(self) -> None:
        """`kam schnell wieder an Webber vorbei`: of two particles the last is the verb's."""
        particle = -1
        for index in range(self.start, self.end):
            tag = self.tags[index]
            after = self.tags[index + 1] if index + 1 < self.end else "$."
            if tag == "PTKVZ" and after[:4] == "APPR" and self._of_phrase(index):
                self.tags[index] = "ADV"
            elif tag == "PTKVZ":
                beside = self.words[max(particle - 1, 0)] in PLACE_ADVERBS
                if particle >= 0 and (beside or self.words[particle] in _AGAIN):
                    self.tags[particle] = "ADV"
                particle = index
            elif tag in FINITE or tag == "KON":
                particle = -1

    def _of_phrase(self, index: int) -> bool:
        """Whether it goes with the phrase behind: `quer über die Bahn`, `fuhr zusammen mit A`."""
        word = self.words[index]
        return word == "quer" or (word == "zusammen" and self.words[index + 1] == "mit")

    def _written_apart(self, index: int) -> bool:
        """`zurecht gerückt`: no preposition, and no word that is else a particle alone."""
        rest = self.tags[index + 1 : self.end]
        if not rest or len(rest) > 3 or any(t[:1] != "V" for t in rest):
            return False
        return self.tags[index] == "APPR" or self.lexicon.tags(self.words[index]) == {"PTKVZ"}

    def _no_particle(self, index: int) -> None:
        """`mit und für ihn`, `durch und durch`; a form that is no particle at all."""
        word = self.words[index]
        joined = index + 2 < self.end and self.tags[index + 1] == "KON"
        if joined and self.tags[index + 2] in {"APPR", "PTKVZ"} and self._can(index, "APPR"):
            twice = self.words[index + 2] == word
            self.tags[index] = "ADV" if twice else "APPR"
            if twice:
                self.tags[index + 2] = "ADV"
        elif not self.lexicon.is_particle(word.lower()):
            possible = self.lexicon.tags(word)
            if possible and "PTKVZ" not in possible:
                self.tags[index] = min(possible)

    def _adverb(self, index: int) -> bool:
        """Whether a word before a preposition governs nothing: `zwischen A und B hindurch auf`."""
        possible = self.lexicon.tags(self.words[index])
        if self.tags[index] == "ADV":
            return possible <= {"ADV", "PTKVZ"}
        return self.tags[index] == "APPR" and possible == {"APZR"}

    def _onward(self, index: int) -> bool:
        """`schlüpfte durch auf Rang eins`: no preposition governs another, if the verb is known."""
        if self.tags[index] != "APPR" or self.tags[index - 1] not in _BEFORE_ONWARD:
            return False
        for at in range(index - 1, self.start - 1, -1):
            if self.tags[at] == "VVFIN":
                lemma = self.lexicon.lemma(self.words[at], "VVFIN") or ""
                return self.lexicon.knows(self.words[index] + lemma)
        return False

    def _take_particle(self, index: int, after: str) -> None:
        tag = self.tags[index]
        if tag in {"ADV", "PROAV"} and self.tags[index - 1] == "ADV":
            return
        for at in range(index - 1, self.start - 1, -1):
            if self.tags[at] in FINITE:
                if tag != "APPR" and self.tags[at][:2] != "VV":
                    return
                lemma = self.lexicon.lemma(self.words[at], self.tags[at]) or ""
                bare = tag == "APPR" and after[:4] in {"$.", "APPR"} and self.tags[at] == "VVFIN"
                if bare or self.lexicon.knows(self.words[index] + lemma):
                    self.tags[index] = "PTKVZ"
                return
