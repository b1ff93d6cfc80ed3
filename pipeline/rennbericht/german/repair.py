"""The one place where tags that break the bracket structure are mended.

German closes its verbal brackets in the open: a clause that a subjunction or relative pronoun
opens ends in its finite verb, an open modal waits for an infinitive, nothing but a particle can
stand bare at the end of a clause. So some tags can be told wrong from the clause they stand in
and the lexicon. Used after every model and on the silver data the embedded model is trained on.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise

from .auxiliaries import BARE_INFINITIVE, mend_before_auxiliary
from .lexicon import Lexicon
from .particles import FINITE, PLACE_ADVERBS
from .relatives import (
    GENITIVES,
    NAMES,
    NOMINAL,
    PHRASE_OPENERS,
    Relatives,
    mend_over_lists,
    mend_resumed,
)
from .second_verbs import mend_second_verbs
from .small_words import mend_small_words, no_neuter

#: of tokens of white space, as in other German models
_BLANK = "_SP"
_RENAMED = {"PAV": "PROAV", "NNE": "NE", "PIDAT": "PIAT"}
_OPENERS = frozenset({"KOUS", "PRELS", "PRELAT", "PWS", "PWAV", "PWAT"})
#: prepositions that lexicon and models take for nouns or adverbs
_GENITIVE_PREPOSITIONS = frozenset({"ausgangs", "eingangs"})
#: so many words back `weder` is looked for before `noch`
_DENIED = 12
#: subjunctions that are nothing else; one the lexicon lacks is taken for a name
_SUBJUNCTIONS = frozenset({"sodass", "sodaß", "nachdem", "obwohl", "obgleich", "wenngleich", "ehe"})
#: adverbs of who is near, which a tagger takes for particles at the end of a clause
_PRONOMINAL = frozenset({"dahinter", "davor", "daneben", "danach", "dazwischen", "dazu"})
_AFTER_ADJECTIVE = NOMINAL | {"$(", "KON", "ADJD", "XY"}
_SUBJECTS = frozenset({"NE", "NN", "PPER", "PIS", "PRF"})
_ARTICLES = frozenset({"ART", "PPOSAT", "PDAT", "PIAT"})
_NOUN_BEFORE = _ARTICLES | PHRASE_OPENERS | {"ADJA", "KON", "$,"}
_NOUN_BEHIND = _ARTICLES | {"ADJA", "APPRART", "CARD"}
#: what stands between a verb and the last of those it governs
_IN_LIST = NAMES | {"$,", "ADV", "ART", "PPOSAT", "ADJA", "CARD", "APPR", "APPRART"}
#: what alone can fill a prefield
_ADVERBS = frozenset({"ADV", "PROAV"})
#: demonstratives that are articles of a neuter too
_NEUTERS = frozenset({"das", "dies"})
#: what a subject with all that belongs to it consists of
_WHOLE = _SUBJECTS | _ARTICLES | PHRASE_OPENERS | {"ADJA", "CARD", "KON", "ADV", "$("}


def repair(
    words: Sequence[str], tags: Sequence[str], lexicon: Lexicon, starts: Container[int] = ()
) -> list[tuple[int, str]]:
    """Changes to make, as token index and new tag.

    Args:
        words: the forms of one or more sentences.
        tags: their STTS tags.
        lexicon: the full-form lexicon.
        starts: indices of the tokens that begin a sentence, as far as known.
    """
    new = [_RENAMED.get(tag, tag) for tag in tags]
    for index, word in enumerate(words):
        if word.isspace():
            # the network takes a gap between paragraphs for some word
            new[index] = _BLANK
    start = 0
    for index, tag in enumerate(new):
        if index in starts and index > start:
            _Chunk(words, new, start, index, lexicon).mend()
            start = index
        if tag == "$," or tag == "$.":
            if index > start:
                _Chunk(words, new, start, index, lexicon).mend()
            start = index + 1
    if start < len(new):
        _Chunk(words, new, start, len(new), lexicon).mend()
    mend_over_lists(words, new, lexicon)
    mend_resumed(words, new, lexicon)
    mend_second_verbs(words, new, lexicon)
    return [(i, tag) for i, tag in enumerate(new) if tag != tags[i]]


class _Chunk(Relatives):
    """The tokens between two commas or stops, with all that is mended in them."""

    def mend(self) -> None:
        """Applies all repairs, the openers first since the others lean on them."""
        if self.end - self.start < 2:
            return
        self._small_words()
        mend_small_words(self.words, self.tags, self.start, self.end, self.lexicon)
        self._nominalised()
        self._missing_finite()
        mend_before_auxiliary(self.words, self.tags, self.start, self.end, self.lexicon)
        self.mend_relative()
        self.mend_article()
        self._subjunction()
        self._final_verb()
        self._final_participle()
        self._infinitive()
        self.mend_particles()
        self._behind()

    def _behind(self) -> None:
        """`landete direkt dahinter`: no particle, where it makes no verb that the lexicon knows."""
        inside = self.tags[self.start : self.end]
        if "PTKVZ" not in inside or "VVFIN" not in inside:
            return
        finite = self.start + inside.index("VVFIN")
        for index in range(finite, self.end):
            word = self.words[index].lower()
            if self.tags[index] == "PTKVZ" and word in _PRONOMINAL:
                lemma = self.lexicon.lemma(self.words[finite], "VVFIN") or ""
                if not self.lexicon.knows(word + lemma):
                    self.tags[index] = "PROAV"

    def _small_words(self) -> None:
        """Small words of another class: `Außen herum`, `ausgangs der Schikane`, `bis dahin`."""
        first = self.start
        if self.words[first].lower() in PLACE_ADVERBS and self.tags[first] in {"NN", "NE"}:
            self.tags[first] = "ADV"
        tags = self.tags
        for index in range(first, self.end - 1):
            word = self.words[index].lower()
            doubled = index > first and tags[index] == "VVFIN" and tags[index - 1] == "VVFIN"
            if doubled and self._can(index, "ADJD"):
                # siegte überlegen vor ...: no finite verb stands behind another
                tags[index] = "ADJD"
            if word == "noch" and tags[index] == "KON" and not self._denied_before(index):
                # in Runde zehn noch Siebter
                tags[index] = "ADV"
            if word in _SUBJUNCTIONS and tags[index] != "APPR":
                tags[index] = "KOUS"
            if word in _GENITIVE_PREPOSITIONS and (self.words[index + 1].lower() in GENITIVES):
                self.tags[index] = "APPR"
            if (
                self.tags[index] in {"KOUS", "KON"}
                and word == "bis"
                and self.tags[index + 1] in {"APPR", "APPRART", "PROAV", "ADV"}
                and not self.verb_final(index + 1)
            ):
                self.tags[index] = "APPR"

    def _denied_before(self, index: int) -> bool:
        """Whether `noch` goes on with what was denied: `weder A noch B`, `kein A noch B`."""
        before = [word.lower() for word in self.words[max(0, index - _DENIED) : index]]
        return any(word in ("weder", "nicht") or word.startswith("kein") for word in before)

    def _nominalised(self) -> None:
        """Capitalised words inside a sentence that are nouns: `als Zehnter`, `mit Heck`.

        An adjective with no noun after it (`am Führenden Max Berger`, before a name only a
        participle), a form tagged as verb that is a listed noun, a preposition behind an article
        (`nach dem Aus des Briten`).
        """
        for index in range(self.start + 1, self.end):
            tag = self.tags[index]
            if tag == "APPR" and self.words[index].istitle():
                if self.tags[index - 1] in _NOUN_BEHIND:
                    self.tags[index] = "NN"
                continue
            if (tag != "ADJA" and tag[:1] != "V") or not self.words[index][:1].isupper():
                continue
            if tag[:1] == "V":
                before = self.tags[index - 1]
                if before != "$(" and self._can(index, "NN"):
                    self.tags[index] = "NN"
                elif before != "$(" and tag == "VVIMP":
                    # für den letzten Turn, landete Garnier: no imperative is so written
                    self.tags[index] = "NN" if before in _NOUN_BEHIND else "NE"
                continue
            after = self.tags[index + 1] if index + 1 < self.end else "$."
            if after not in _AFTER_ADJECTIVE or (after == "NE" and self._participle(index)):
                self.tags[index] = "NN"

    def _participle(self, index: int) -> bool:
        if "NN" in self.lexicon.tags(self.words[index + 1]) or not self._can(index, "NN"):
            return False
        lemma = self.lexicon.lemma(self.words[index].lower(), "ADJA") or ""
        return lemma.endswith("nd") or "VVPP" in self.lexicon.tags(lemma)

    def _missing_finite(self) -> None:
        """`Krause überrundete Meier`: where nothing is finite, the adjective after a noun is.

        So is a participle between two nouns that is a finite form too (`Krause überholt in Kurve
        zwei Meier, ist Dritter`).
        """
        if not FINITE.isdisjoint(self.tags[self.start : self.end]):
            return
        if self._demonstrative():
            return
        for index in range(self.start + 1, self.end):
            if self._small_noun(index) or self._preterite(index):
                self.tags[index] = "VVFIN"
                return
            if self.tags[index] not in {"ADJA", "VVPP"} or self.tags[index - 1] not in _SUBJECTS:
                continue
            if self.tags[index] == "VVPP" and not self._between(index):
                continue
            attribute = index + 1 < self.end and self.tags[index + 1] in {"NN", "ADJA"}
            if attribute and not self._whole_subject(index):
                continue
            if self.words[index].islower() and self._can(index, "VVFIN"):
                self.tags[index] = "VVFIN"
                return

    def _preterite(self, index: int) -> bool:
        """Whether an adjective by its tag is a verb, by what stands beside it."""
        word = self.words[index]
        if self.tags[index] != "ADJA" or not word.endswith(("te", "ten")) or not word.islower():
            return False
        return self._can(index, "VVFIN") and (self._before_name(index) or self._second(index))

    def _second(self, index: int) -> bool:
        """Whether an adjective is the verb behind the prefield: `In Kurve neun überholte Weber A`.

        Only where the chunk is the whole sentence, in which nothing else is finite.
        """
        tags, start = self.tags, self.start
        alone = (not start or tags[start - 1] == "$.") and tags[self.end : self.end + 1] == ["$."]
        if not alone:
            return False
        adverb = index == start + 1 and tags[start] in _ADVERBS
        # `die Plätze drei und vier belegten ...`, but not `mit neun gestarteten Autos`
        last = index - 1
        while last > start and tags[last] in ("CARD", "KON"):
            last -= 1
        phrase = tags[last] in NAMES and (
            tags[start] in PHRASE_OPENERS
            or (tags[start] in _ARTICLES and PHRASE_OPENERS.isdisjoint(tags[start:index]))
        )
        return adverb or (phrase and (last == index - 1 or tags[index - 1] == "CARD"))

    def _demonstrative(self) -> bool:
        """`Das bedeutete Platz vier`: no article and adjective, for the noun is no neuter."""
        first, verb = self.start, self.start + 1
        if self.words[first].lower() not in _NEUTERS or self.tags[verb] != "ADJA":
            return False
        noun = verb + 1
        if self.tags[noun : noun + 1] != ["NN"] or not self._can(verb, "VVFIN"):
            return False
        if not no_neuter(self.words[noun], self.lexicon):
            return False
        self.tags[first], self.tags[verb] = "PDS", "VVFIN"
        return True

    def _small_noun(self, index: int) -> bool:
        """`In Runde zwölf rang Carlos Sainz ihn nieder`: a noun would have a capital letter."""
        word = self.words[index]
        return self.tags[index] in NAMES and word.islower() and self._can(index, "VVFIN")

    def _before_name(self, index: int) -> bool:
        """`doch bald überholte Lando Norris ihn`: no adjective stands alone before a name."""
        if self.tags[index - 1] in _NOUN_BEFORE or index + 1 >= self.end:
            return False
        name = self.words[index + 1]
        return self.tags[index + 1] in NAMES and not self._listed_noun(name) and name[:1].isupper()

    def _listed_noun(self, word: str) -> bool:
        return "NN" in self.lexicon.tags(word) or "NN" in self.lexicon.tags(word.rsplit("-")[-1])

    def _whole_subject(self, index: int) -> bool:
        """Whether all before may be the subject: `Der Mann aus Gera belegte Platz sechs`.

        But not where a phrase stands between an article and its noun: `der in Gera belegte Platz`.
        """
        before = self.tags[self.start : index]
        if set(before) <= _SUBJECTS:
            return True
        opens = not self.start or self.tags[self.start - 1] == "$."
        if not opens or before[0] in PHRASE_OPENERS or not self.words[index].endswith("te"):
            return False
        return set(before) <= _WHOLE and not any(
            first in _ARTICLES and second in PHRASE_OPENERS for first, second in pairwise(before)
        )

    def _between(self, index: int) -> bool:
        """Whether only names stand before the token, and one (or its particle) behind it."""
        before, after = self.tags[self.start : index], self.tags[index + 1 : self.end]
        if after[:1] == ["PTKVZ"] and "NE" in before and set(before) <= {"NE", "NN", "KON"}:
            # A und B geraten aneinander, ...
            return True
        if not set(before) <= {"NE", "NN"}:
            return False
        goes_on = self.tags[self.end : self.end + 1] == ["$,"]
        goes_on = goes_on and set(self.tags[self.end + 1 : self.end + 2]) <= FINITE
        return "NE" in after or ("NN" in after and goes_on)

    def _subjunction(self) -> None:
        """`Während Major ... sprach`: a preposition that opens a verb-final clause."""
        index = self.start
        if self.tags[index] in {"KON", "$("} and index + 1 < self.end:
            index += 1
        if self.tags[index] in {"ADV", "ADJD"} and index + 1 < self.end:
            # `Erst als Hamilton stoppte, übernahm Vettel die Führung`
            index += 1
        if self.tags[index] != "APPR" or not self._can(index, "KOUS"):
            return
        if self.verb_final(index + 1) and self.end - index > 3:
            self.tags[index] = "KOUS"

    def _opener(self) -> int:
        """Index of the subjunction or relative that opens the chunk, or -1."""
        for index in range(self.start, min(self.start + 3, self.end)):
            tag = self.tags[index]
            if tag in _OPENERS:
                return index
            if tag not in {"APPR", "KON", "ADV", "$("}:
                break
        return -1

    def _final_verb(self) -> None:
        """The last verb of an opened clause is finite, if no other can be."""
        opener = self._opener()
        if opener < 0:
            return
        last = self.end - 1
        if self.tags[last] not in {"VVINF", "VVPP", "ADJD"} or self.tags[last - 1] == "PTKZU":
            return
        if not any(t in FINITE for t in self.tags[opener + 1 : last]) and self._can(last, "VVFIN"):
            self.tags[last] = "VVFIN"

    def _final_participle(self) -> None:
        """`wurde aber disqualifiziert`: the bracket of an auxiliary ends in a participle."""
        last = self.end - 1
        if self.tags[last] != "VVFIN" or self.tags[last - 1] == "KON" or self._opener() >= 0:
            return
        weak = self.words[last].endswith("t")  # umkurvt: participle and finite form are one
        if not weak and self.lexicon.readings(self.words[last]) and not self._can(last, "VVPP"):
            return
        for tag in reversed(self.tags[self.start : last]):
            if tag in FINITE:
                if tag == "VAFIN":
                    self.tags[last] = "VVPP"
                return

    def _infinitive(self) -> None:
        """A finite form after `zu`, before a modal or last under an open one is an infinitive.

        `bleiben`, `lassen` and the like open the bracket as a modal does (`blieb im Kies stehen`,
        `weil sein Nachbar stehen blieb und ...`).
        """
        modal = self._open_before()
        opened = self._opener() >= 0
        for index in range(self.start, self.end):
            tag = self.tags[index]
            if tag == "VMFIN" or (tag == "VVFIN" and self._governs(index)):
                modal = True
            if tag == "VVFIN" and index > self.start and self._can(index, "VVINF"):
                after = self.tags[index + 1] if index + 1 < self.end else ""
                # ließ Norris und Piastri stehen und ging in Führung
                goes_on = after == "KON" and not FINITE.isdisjoint(self.tags[index + 2 : index + 3])
                closes = not after or goes_on
                last_under_modal = modal and not opened and closes and not self._governs(index)
                governed = after == "VMFIN" or (after == "VVFIN" and self._governs(index + 1))
                # um ihn stehen zu lassen
                zu = self.tags[index + 1 : index + 3] == ["PTKZU", "VVINF"]
                governed = governed or (zu and self._governs(index + 2))
                # nachdem er ihn hatte ziehen lassen
                perfect = not after and self.tags[max(index - 2, 0) : index] == ["VAFIN", "VVINF"]
                if self.tags[index - 1] == "PTKZU" or governed or last_under_modal or perfect:
                    self.tags[index] = "VVINF"

    def _open_before(self) -> bool:
        """Whether a list of names goes on here under a bracket: `blieben A, B und C stecken`."""
        tags, at = self.tags, self.start - 2
        if at < 1 or tags[at + 1] != "$," or tags[self.start] not in NAMES:
            return False
        if tags[at] not in NAMES:
            return False
        while at > 0 and tags[at] in _IN_LIST:
            at -= 1
        listed = "KON" in tags[self.start : self.end]
        return listed and (tags[at] == "VMFIN" or (tags[at] == "VVFIN" and self._governs(at)))

    def _governs(self, index: int) -> bool:
        return any(r.lemma in BARE_INFINITIVE for r in self.lexicon.readings(self.words[index]))
