"""Noun and prepositional phrases, found left to right in one pass over a sentence.

The phrases are base phrases: determiner, adjectives with what depends on them, nouns, names in
apposition. What joins them (lists, attributes behind the noun) is settled clause by clause.
"""

from __future__ import annotations

from ..german.ordinals import ordinal
from .agreement import ALL, CASE_MASK, PLURAL, SINGULAR
from .chunk import Chunk, Item
from .prenominal import Prenominal, PrenominalReader
from .tokens import MEASURES, Tokens

#: tags of `mehr`, `weniger` before `als` and a number
_COMPARED = frozenset({"PIS", "PIAT", "PIDAT", "ADV"})
#: articles that say least of the case, so that the adjective behind them tells
_WEAKENING = frozenset({"der", "die"})


class Chunker(PrenominalReader):
    """Turns the tokens of a sentence into items: phrases, verbs, conjunctions and marks."""

    def items(self, tokens: Tokens, start: int, end: int) -> list[Item]:
        """The items of a token span, in order: (letter, token, phrase or None).

        The letters are those of `tokens`, `c` for a phrase, `x` for a phrase with a relative
        pronoun, `w` for one with an interrogative, `p` for text in parentheses.
        """
        self._t, self._end = tokens, end
        code = tokens.code
        found: list[Item] = []
        i = start
        while i < end:
            letter = code[i]
            if letter in "DACNEUuPHMY":
                chunk, after = self._phrase(i)
                if chunk is not None and self._behind(chunk, after):
                    chunk.prep, chunk.kind, chunk.end = tokens.lower[after], "pp", after + 1
                    after += 1
                if chunk is not None:
                    found.append((self._letter(chunk), i, chunk))
                    i = after
                    continue
                i += 1
            elif letter in "OBJ":
                kind = "pronoun" if letter == "O" else "adverb" if letter == "B" else "adjective"
                chunk = Chunk(i, i + 1, i, kind)
                if letter == "O" and self._measures_adverb(i):
                    chunk.kind = "adverb"
                elif letter == "O":
                    chunk.mask = self._agreement.pronoun(tokens.lower[i])
                    if tokens.lower[i][:4] in self._words.negative_stems:
                        chunk.negative = i
                    if i + 1 < end and tokens.lower[i + 1] in self._words.classes["self"]:
                        # er selbst und B: one phrase
                        chunk.end = i + 2
                found.append(("c", i, chunk))
                i = chunk.end
            elif letter in "XW":
                chunk = Chunk(i, i + 1, i, "adverb" if tokens.tags[i] == "PWAV" else "pronoun")
                if chunk.kind == "pronoun":
                    chunk.mask = self._agreement.pronoun(tokens.lower[i])
                found.append((letter.lower(), i, chunk))
                i += 1
            elif letter == "(":
                close = self._close(i)
                if close < 0:
                    i += 1
                    continue
                found.append(("p", i, None))
                i = close + 1
            else:
                if letter in 'FVZTSIKRG,;:-"':
                    found.append((letter, i, None))
                elif letter == "/" and code[i - 1 : i] == [")"]:
                    # Stolz (28, D)/Engel (34, D)
                    found.append(("K", i, None))
                i += 1
        return found

    def _measures_adverb(self, i: int) -> bool:
        t = self._t
        if t.lower[i] not in self._words.classes["degree"] or i + 1 >= self._end:
            return False
        return t.code[i + 1] in "JBP"

    def _letter(self, chunk: Chunk) -> str:
        code = self._t.code
        for i in range(chunk.start, chunk.head + 1):
            if code[i] in "XY":
                return "x"
            if code[i] == "W":
                return "w"
        return "c"

    def _close(self, i: int) -> int:
        code = self._t.code
        for j in range(i + 1, self._end):
            if code[j] == ")":
                return j
        return -1

    # -- phrases ---------------------------------------------------------------------------

    def _phrase(self, i: int) -> tuple[Chunk | None, int]:
        """A noun or prepositional phrase that begins at a token, and where it ends."""
        t, code = self._t, self._t.code
        letter = code[i]
        if letter == "u":
            return self._measured(i)
        if letter not in "PM":
            return self._noun_phrase(i, ALL)
        start, form = i, t.lower[i]
        prep, _cases = self._words.prepositions.get(form, (form, ""))
        governed = self._agreement.preposition(form)
        i += 1
        chunk: Chunk | None = None
        after = i
        if t.tags[start] == "APPRART" and i < self._end and code[i] == "P":
            chunk, after = self._governed_attribute(i, governed)
        if chunk is not None:
            pass
        elif i < self._end and code[i] == "P" and (letter == "M" or prep in ("bis", "von", "ab")):
            # bis auf Rang sechs, wie im Vorjahr: the second one governs
            inner, after = self._phrase(i)
            if inner is not None:
                inner.start = start
                if prep == "bis" and inner.prep in ("zu", "nach"):
                    inner.prep = "bis"
            return inner, after
        elif i < self._end:
            i = self._past_comparison(i)
            if code[i] == "D" and self._stands_alone(i):
                chunk, after = Chunk(i, i + 1, i, "pronoun"), i + 1
                chunk.mask = self._agreement.pronoun(t.lower[i])
            elif code[i] in "DACNEUHYq":
                chunk, after = self._noun_phrase(i, governed)
            elif code[i] == "u":
                chunk, after = self._measured(i)
            elif t.tags[start] == "APPRART" and code[i] in "Ra":
                # am sich drehenden, am zu weit geratenen Briten
                chunk, after = self._governed_adverb(i, governed)
            elif code[i] in "OXWR":
                chunk, after = Chunk(i, i + 1, i, "pronoun"), i + 1
                chunk.mask = self._agreement.pronoun(t.lower[i])
            elif code[i] in "BJ" or (code[i] == "A" and i + 1 == self._end):
                chunk, after = self._governed_adverb(i, governed)
                if chunk.kind == "adverb" and form == "am" and code[i] == "J":
                    # am besten
                    chunk.start, chunk.kind = start, "adjective"
                    return chunk, after
        if chunk is None:
            return None, i
        if t.tags[start] == "APPRART" and chunk.kind == "np":
            # am Briten vorbei, vom Führenden: the article stands in the preposition
            chunk.definite = True
            chunk.mask = chunk.mask & SINGULAR or chunk.mask
        chunk.start = start
        chunk.prep = prep
        chunk.kind = "pp"
        chunk.mask = chunk.mask & governed or governed
        if after < self._end and (code[after] == "r" or self._closes(chunk, after)):
            after += 1
            chunk.end = after
        return chunk, after

    def _past_comparison(self, i: int) -> int:
        """Behind what only says about how much: `mit (bereits) mehr als einer Minute Rückstand`."""
        t, code = self._t, self._t.code
        j = i
        while j < self._end and code[j] in "BJ":
            j += 1
        compared = j + 2 < self._end and t.tags[j] in _COMPARED and t.lower[j + 1] == "als"
        return j + 2 if compared and code[j + 2] in "UC" else i

    def _stands_alone(self, i: int) -> bool:
        """Whether `ihr` before a name is a pronoun: `während vor ihr Vettel stürzte`."""
        t = self._t
        if t.lower[i] != "ihr" or i + 1 >= self._end or t.code[i + 1] != "E":
            return False
        return t.label(t.unit[i + 1]) in ("DRIVER", "PERSON")

    def _governed_adverb(self, i: int, governed: int) -> tuple[Chunk, int]:
        """The adverb behind a preposition, or the noun phrase that it belongs to."""
        longer, far = self._adverb_before_noun(i, governed)
        if longer is None and self._t.tags[i - 1] == "APPRART" and self._attribute_begins(i):
            longer, far = self._governed_attribute(i, governed)
        if longer is not None:
            return longer, far
        return Chunk(i, i + 1, i, "adverb"), i + 1

    def _governed_attribute(self, i: int, governed: int) -> tuple[Chunk | None, int]:
        """The phrase of a participle behind an article in its preposition.

        So in `im von Hamilton gesteuerten Auto`, `vom überraschend von Rang drei vorstoßenden`.
        """
        within: list[Chunk] = []
        noun = self._attribute(i, within)
        if noun == i:
            return None, i
        longer, far = self._noun_phrase(noun, governed)
        if longer is not None:
            longer.inner = within + longer.inner
        return longer, far

    def _adverb_before_noun(self, i: int, governed: int) -> tuple[Chunk | None, int]:
        """The noun phrase behind adverbs: `im arg zerzausten Auto`, `mit nur zwei Runden`."""
        code = self._t.code
        j = i
        while j < self._end and code[j] in "BJa":
            j += 1
        if j == self._end or not 0 < j - i <= 3:
            return None, i
        if code[j] != "A" and self._t.lower[i] in self._words.classes["governed-adverb"]:
            # bis dahin ein gutes Rennen
            return None, i
        if code[j] == "E" and self._t.lower[j - 1] in self._words.classes["place-adverb"]:
            # von hinten Vettel: the adverb is all that the preposition governs
            return None, i
        if code[j] in "ACU" or (code[j] in "DNE" and "J" not in code[i:j]):
            return self._noun_phrase(j, governed)
        return None, i

    def _behind(self, chunk: Chunk, i: int) -> bool:
        """Whether `nach` stands behind its noun: `der Reihe nach`, `seiner Meinung nach`."""
        t = self._t
        if i >= self._end or t.lower[i] != "nach" or chunk.prep is not None:
            return False
        if t.code[chunk.start] != "D" or not chunk.mask & CASE_MASK["d"]:
            return False
        return t.lower[chunk.head] in self._words.classes["before-nach"]

    def _closes(self, chunk: Chunk, i: int) -> bool:
        """Whether a preposition is the second part of the one before (`von Anfang an`)."""
        t = self._t
        if chunk.prep != "von" or t.code[i] not in "PTB":
            return False
        if t.lower[i] == "her":
            # von der Seite her
            return True
        if t.code[i] == "B" or t.lower[i] not in ("an", "aus"):
            return False
        if t.label(chunk.mention) == "POSITION":
            # von Startplatz 13 aus
            return t.lower[i] == "aus"
        return t.lower[chunk.head] in self._words.classes["from-on"]

    def _noun_phrase(self, i: int, governed: int) -> tuple[Chunk | None, int]:
        """Determiners, attributes and noun from a token on, and where they end."""
        start, before = i, Prenominal(governed)
        i = self._determiners(i, before)
        if before.determined and i < self._end and self._attribute_begins(i):
            i = self._attribute(i, before.inner)
        i = self._attributes(start, i, before)
        chunk, i = self._headed(start, i, before)
        if chunk is None:
            return None, start + 1
        chunk.start = start
        chunk.definite = before.definite or (chunk.kind == "np" and self._is_name(chunk))
        chunk.negative = before.negative
        for one in before.inner:
            if one.of < 0:
                one.of = chunk.head
        chunk.inner = before.inner + chunk.inner
        return chunk, i

    def _headed(self, start: int, i: int, before: Prenominal) -> tuple[Chunk | None, int]:
        """The phrase by its head: a noun, a pronoun behind its article, or an adjective alone."""
        t, code = self._t, self._t.code
        adjective, mask = before.adjective, before.mask
        if adjective >= 0 and (not before.determined or before.bare):
            # ein defekter Sensor: behind an article without ending the adjective bears it
            mask = mask & self._agreement.adjective(t.lower[adjective]) or mask
        elif adjective > start and t.lower[start if before.inner else adjective - 1] in _WEAKENING:
            # der schnellen, der von Platz acht gestarteten Fahrerin: no nominative
            mask = mask & self._agreement.weak(t.lower[adjective]) or mask
        nounless = i < self._end and before.determined and code[i] == "O" and t.tags[i] == "PIS"
        if before.counted or self._plural(start, i + nounless):
            mask = mask & PLURAL or mask
        fused = start > 0 and t.tags[start - 1] == "APPRART"
        alone = self._without_noun(start, i) or (
            (before.determined or fused) and self._one_of_two(i, adjective)
        )
        if i < self._end and code[i] in "NEU" and not alone:
            if i == start and code[i] == "N":
                # holte sich Mediums: a bare noun is no genitive
                mask = mask & ~CASE_MASK["g"] or mask
            chunk, i = self._nominal(i, mask)
            return chunk, self._numbered(chunk, i)
        if nounless:
            # der eine, die beiden
            return Chunk(start, i + 1, i, "np", mask), i + 1
        if i > start and (adjective == i - 1 or code[i - 1] in "CDHY"):
            chunk = Chunk(start, i, i - 1, "np", mask)
            if t.unit[i - 1] >= 0:
                chunk.mention = t.unit[i - 1]
            if code[i - 1] == "D":
                chunk.kind = "pronoun"
            return chunk, i
        return None, i

    def _one_of_two(self, i: int, adjective: int) -> bool:
        """Whether an ordinal has no noun and a name follows: `den ersten Lauf A, den zweiten B`."""
        t = self._t
        if i >= self._end or adjective != i - 1 or t.code[i] != "E":
            return False
        if t.unit[adjective] >= 0 and t.label(t.unit[adjective]) != "POSITION":
            return False
        rank = ordinal(t.words[adjective])
        return rank is not None and rank.kind == "plain" and t.label(t.unit[i]) == "DRIVER"

    def _without_noun(self, start: int, i: int) -> bool:
        """Whether what counts has no noun: `nach zehn Sechster`, `die beiden 18 Sekunden vor B`."""
        t = self._t
        counts = i < self._end and i > start and t.code[i] == "U"
        if counts and t.tags[i] == "CARD" and t.lower[i - 1] in self._words.classes["plural-word"]:
            return True
        if counts and t.code[i - 1] == "A" and (self._strong_rank(i) or self._own_number(i)):
            # im zweiten Lauf Fünfter, im dritten Vierter: no weak ending, so no noun of `dritten`;
            # im zweiten Rang fünf: the place has a number of its own
            rank = ordinal(t.words[i - 1])
            return rank is not None and rank.kind == "plain"
        if i != start + 1 or t.code[start] != "C" or i >= self._end or t.unit[i] < 0:
            return False
        return t.label(t.unit[i]) == "POSITION" and ordinal(t.words[i]) is not None

    def _own_number(self, i: int) -> bool:
        """Whether a noun for a place has its number behind it: `Rang fünf`."""
        t = self._t
        place = t.label(t.unit[i]) == "POSITION" and t.tags[i] == "NN"
        return place and i + 1 < self._end and t.tags[i + 1] == "CARD"

    def _strong_rank(self, i: int) -> bool:
        t = self._t
        rank = ordinal(t.words[i]) if t.label(t.unit[i]) == "POSITION" else None
        return rank is not None and rank.ending == "er" and t.words[i][:1].isupper()

    def _is_name(self, chunk: Chunk) -> bool:
        mention = chunk.mention
        return mention >= 0 and self._t.mentions[mention]["label"] not in MEASURES

    def _plural(self, start: int, end: int) -> bool:
        """Whether a word makes the phrase plural: `den beiden Deutschen`."""
        return not self._words.classes["plural-word"].isdisjoint(self._t.lower[start:end])
