"""The one place where tags that break the bracket structure are mended.

German closes its verbal brackets in the open: a clause that a subjunction or relative pronoun
opens ends in its finite verb, an open modal waits for an infinitive, nothing but a particle can
stand bare at the end of a clause. So some tags can be told wrong from the clause they stand in
and the lexicon. Used after every model and on the silver data the embedded model is trained on.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise

from .lexicon import Lexicon
from .ordinals import ordinal
from .particles import FINITE, PLACE_ADVERBS, Particles
from .second_verbs import mend_second_verbs
from .small_words import mend_small_words

#: of tokens of white space, as in other German models
_BLANK = "_SP"
_RENAMED = {"PAV": "PROAV", "NNE": "NE", "PIDAT": "PIAT"}
#: full verbs that govern a bare infinitive
_BARE_INFINITIVE = frozenset({"bleiben", "lassen", "gehen", "sehen", "hören", "lernen"})
_OPENERS = frozenset({"KOUS", "PRELS", "PRELAT", "PWS", "PWAV", "PWAT"})
_RELATIVE_FORMS = frozenset({"der", "die", "das", "den", "dem", "denen", "deren", "dessen"})
_NOT_RELATIVE = frozenset({"ART", "PDS", "PDAT", "PIS"})
#: relative pronouns before which no name is an apposition of what stands there
_RELATIVE_OBJECTS = frozenset({"den", "dem", "das", "die"})
_NAMES = frozenset({"NE", "NN", "FM"})
_GENITIVES = frozenset({"der", "des", "eines", "einer"})
#: prepositions that lexicon and models take for nouns or adverbs
_GENITIVE_PREPOSITIONS = frozenset({"ausgangs", "eingangs"})
#: subjunctions that are nothing else; one the lexicon lacks is taken for a name
_SUBJUNCTIONS = frozenset({"sodass", "sodaß", "nachdem", "obwohl", "obgleich", "wenngleich", "ehe"})
#: relative pronouns that no verb-final clause begins with where they are articles of a name
_OBLIQUE = frozenset({"den", "dem"})
#: adverbs of who is near, which a tagger takes for particles at the end of a clause
_PRONOMINAL = frozenset({"dahinter", "davor", "daneben", "danach", "dazwischen"})
#: words that are never part of an attribute
_FREE = frozenset({"PRF", "PPER", "PTKNEG", "ADV", "PROAV", "PTKVZ"})
_NOMINAL = frozenset({"ADJA", "NN", "NE", "CARD", "FM", "TRUNC"})
_AFTER_ADJECTIVE = _NOMINAL | {"$(", "KON", "ADJD", "XY"}
_SUBJECTS = frozenset({"NE", "NN", "PPER", "PIS", "PRF"})
_ARTICLES = frozenset({"ART", "PPOSAT", "PDAT", "PIAT"})
_PHRASE_OPENERS = frozenset({"APPR", "APPRART"})
_NOUN_BEHIND = _ARTICLES | {"ADJA", "APPRART", "CARD"}
#: what a subject with all that belongs to it consists of
_WHOLE = _SUBJECTS | _ARTICLES | _PHRASE_OPENERS | {"ADJA", "CARD", "KON", "ADV", "$("}


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
    _relative_over_lists(words, new, lexicon)
    mend_second_verbs(words, new, lexicon)
    return [(i, tag) for i, tag in enumerate(new) if tag != tags[i]]


def _strong_place(word: str) -> bool:
    """Whether a word is a place as it stands without an article: `Zweiter`, `Letzter`."""
    found = ordinal(word) if word[:1].isupper() else None
    return found is not None and found.ending == "er"


def _relative_over_lists(words: Sequence[str], tags: list[str], lexicon: Lexicon) -> None:
    """`der Porsche, den Jani, Lieb und Dumas auf Rang zwei fuhren`: names fill the first chunks."""
    for index in range(2, len(tags) - 1):
        comma = index - 1 - (tags[index - 1] == "APPR")
        if tags[comma] != "$," or tags[index] not in _NOT_RELATIVE:
            continue
        if words[index] not in _RELATIVE_OBJECTS:
            continue
        at, commas = index + 1, 0
        while at < len(tags) and (tags[at] == "$," or tags[at] in _NAMES):
            commas += tags[at] == "$,"
            at += 1
        if not commas or at + 1 >= len(tags) or tags[at] != "KON":
            continue
        end = next((i for i in range(at, len(tags)) if tags[i] in ("$,", "$.")), len(tags))
        chunk = _Chunk(words, tags, at + 1, end, lexicon)
        opens = tags[at + 1] in _NAMES or tags[at + 1] == "ART"
        if chunk.end - at > 2 and opens and chunk.verb_final(at + 1):
            tags[index] = "PRELS"


class _Chunk(Particles):
    """The tokens between two commas or stops, with all that is mended in them."""

    def mend(self) -> None:
        """Applies all repairs, the openers first since the others lean on them."""
        if self.end - self.start < 2:
            return
        self._small_words()
        mend_small_words(self.words, self.tags, self.start, self.end, self.lexicon)
        self._nominalised()
        self._missing_finite()
        self._relative()
        self._no_relative()
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

    def verb_final(self, first: int) -> bool:
        """Whether the only verb that is or may be finite from `first` on stands at the end."""
        last = self.end - 1
        tag = self.tags[last]
        if "PTKZU" in self.tags[first:last] and tag == "VVINF":
            return False
        if tag not in FINITE and not (tag in {"VVINF", "VVPP"} and self._can(last, "VVFIN")):
            return False
        return FINITE.isdisjoint(self.tags[first:last])

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
            if word in _SUBJUNCTIONS and tags[index] != "APPR":
                tags[index] = "KOUS"
            if word in _GENITIVE_PREPOSITIONS and (self.words[index + 1].lower() in _GENITIVES):
                self.tags[index] = "APPR"
            if (
                self.tags[index] in {"KOUS", "KON"}
                and word == "bis"
                and self.tags[index + 1] in {"APPR", "APPRART", "PROAV", "ADV"}
                and not self.verb_final(index + 1)
            ):
                self.tags[index] = "APPR"

    def _nominalised(self) -> None:
        """Capitalised words inside a sentence that are nouns: `als Zehnter`, `mit Heck`.

        An adjective with no noun after it (`am Führenden Max Berger`, before a name only a
        participle), a form tagged as verb that is a listed noun.
        """
        for index in range(self.start + 1, self.end):
            tag = self.tags[index]
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
        for index in range(self.start + 1, self.end):
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

    def _whole_subject(self, index: int) -> bool:
        """Whether all before may be the subject: `Der Mann aus Gera belegte Platz sechs`.

        But not where a phrase stands between an article and its noun: `der in Gera belegte Platz`.
        """
        before = self.tags[self.start : index]
        if set(before) <= _SUBJECTS:
            return True
        opens = not self.start or self.tags[self.start - 1] == "$."
        if not opens or before[0] in _PHRASE_OPENERS or not self.words[index].endswith("te"):
            return False
        return set(before) <= _WHOLE and not any(
            first in _ARTICLES and second in _PHRASE_OPENERS for first, second in pairwise(before)
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

    def _relative(self) -> None:
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
        while after < self.end and self.tags[after] in _NOMINAL:
            after += 1
        if self.words[index] == "der" and _strong_place(self.words[index + 1]):
            # der Zweiter wurde: behind an article it were `Zweite`
            self.tags[index] = "PRELS"
            return
        named = self.words[index] in _OBLIQUE and set(self.tags[index + 1 : after]) == {"NE"}
        if named or (after < self.end - 1 and (after == index + 1 or self._middle(after))):
            # den Hamilton überholte: the name has no article, it is the subject
            self.tags[index] = "PRELS"

    def _no_relative(self) -> None:
        """`als er an dem vor ihm liegenden Briten vorbeizog`: a relative clause has a comma."""
        tags = self.tags
        for index in range(self.start + 2, self.end - 2):
            if tags[index] != "PRELS" or tags[index - 1] != "APPR" or tags[index - 2] == "KON":
                continue
            rest = tags[index + 1 : self.end]
            noun = next((at for at, tag in enumerate(rest) if tag in ("NN", "NE")), 0)
            if noun and rest[noun - 1] == "ADJA":
                tags[index] = "ART"

    def _middle(self, after: int) -> bool:
        """Whether what follows the first nouns cannot be an attribute of them."""
        first = self.tags[after]
        if first == "ART":
            return self.words[after].lower() not in _GENITIVES
        if first in {"APPR", "APPRART", "KON", "$("}:
            return any(t in _FREE for t in self.tags[after : self.end - 1])
        return True

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
                if self.tags[index - 1] == "PTKZU" or governed or last_under_modal:
                    self.tags[index] = "VVINF"

    def _open_before(self) -> bool:
        """Whether a list of names goes on here under a bracket: `blieben A, B und C stecken`."""
        tags, at = self.tags, self.start - 2
        if at < 1 or tags[at + 1] != "$," or tags[self.start] not in _NAMES:
            return False
        while at > 0 and (tags[at] in _NAMES or tags[at] == "$,"):
            at -= 1
        listed = "KON" in tags[self.start : self.end]
        return listed and (tags[at] == "VMFIN" or (tags[at] == "VVFIN" and self._governs(at)))

    def _governs(self, index: int) -> bool:
        return any(r.lemma in _BARE_INFINITIVE for r in self.lexicon.readings(self.words[index]))
