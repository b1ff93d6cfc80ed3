"""Noun and prepositional phrases, found left to right in one pass over a sentence.

The phrases are base phrases: determiner, adjectives with what depends on them, nouns, names in
apposition. What joins them (lists, attributes behind the noun) is settled clause by clause.
"""

from __future__ import annotations

from ..german.ordinals import ordinal
from .agreement import ALL, CASE_MASK, PLURAL, SINGULAR
from .chunk import Chunk, Item
from .participles import ParticipleReader
from .tokens import MEASURES, Tokens

#: labels of a noun that two ordinals may share
_WHEN_WHERE = frozenset({"SESSION", "LAP", "CORNER"})


class Chunker(ParticipleReader):
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
        if i < self._end and code[i] == "P" and (letter == "M" or prep in ("bis", "von", "ab")):
            # bis auf Rang sechs, wie im Vorjahr: the second one governs
            inner, after = self._phrase(i)
            if inner is not None:
                inner.start = start
                if prep == "bis" and inner.prep in ("zu", "nach"):
                    inner.prep = "bis"
            return inner, after
        chunk: Chunk | None = None
        after = i
        if i < self._end:
            if code[i] == "D" and self._stands_alone(i):
                chunk, after = Chunk(i, i + 1, i, "pronoun"), i + 1
                chunk.mask = self._agreement.pronoun(t.lower[i])
            elif code[i] in "DACNEUHYq":
                chunk, after = self._noun_phrase(i, governed)
            elif code[i] == "u":
                chunk, after = self._measured(i)
            elif code[i] in "OXWR":
                chunk, after = Chunk(i, i + 1, i, "pronoun"), i + 1
                chunk.mask = self._agreement.pronoun(t.lower[i])
            elif code[i] in "BJ" or (code[i] == "A" and i + 1 == self._end):
                chunk, after = Chunk(i, i + 1, i, "adverb"), i + 1
                longer, far = self._adverb_before_noun(i, governed)
                if longer is None and t.tags[i - 1] == "APPRART" and self._attribute_begins(i):
                    # vom überraschend von Rang drei vorstoßenden Italiener
                    within: list[Chunk] = []
                    noun = self._attribute(i, within)
                    if noun > i:
                        longer, far = self._noun_phrase(noun, governed)
                    if longer is not None:
                        longer.inner = within + longer.inner
                if longer is not None:
                    chunk, after = longer, far
                elif form == "am" and code[i] == "J":
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

    def _stands_alone(self, i: int) -> bool:
        """Whether `ihr` before a name is a pronoun: `während vor ihr Vettel stürzte`."""
        t = self._t
        if t.lower[i] != "ihr" or i + 1 >= self._end or t.code[i + 1] != "E":
            return False
        return t.label(t.unit[i + 1]) in ("DRIVER", "PERSON")

    def _adverb_before_noun(self, i: int, governed: int) -> tuple[Chunk | None, int]:
        """The noun phrase behind adverbs: `im arg zerzausten Auto`, `mit nur zwei Runden`."""
        code = self._t.code
        j = i
        while j < self._end and code[j] in "BJ":
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
        t, code, end = self._t, self._t.code, self._end
        agreement = self._agreement
        start = i
        mask = governed
        determined = definite = bare = False
        negative = -1
        inner: list[Chunk] = []
        adjective = -1
        counted = False
        while i < end and code[i] in "DY":
            form = t.lower[i]
            if not determined:
                narrowed = mask & agreement.determiner(form)
                mask = narrowed or mask
                bare = form.endswith(("ein", "unser", "euer"))
                definite = t.tags[i] in ("ART", "PDAT", "PPOSAT") and form[0] != "e"
                # beide Fahrer: those just told of
                definite = definite or form[:5] == "beide"
                stem = form[:4]
                if stem in self._words.negative_stems and not self._less_than(i):
                    negative = i
                if form in self._words.determiners["fixed"]:
                    # dessen Ausritt: whose it is, a phrase of its own
                    inner.append(Chunk(i, i + 1, i, "pronoun", CASE_MASK["g"]))
            determined = True
            i += 1
        if determined and i < end and self._attribute_begins(i):
            i = self._attribute(i, inner)
        while i < end:
            letter = code[i]
            if letter == "A":
                adjective = i
                i += 1
            elif letter == "C":
                counted = counted or self._several(i)
                i += 1
            elif (
                # von einem zu überrundenden Audi
                ((letter in "BJa" or (letter == "G" and i > start)) and self._modifies(i))
                or (letter == "D" and determined and t.tags[i] in ("PIDAT", "PIAT"))
                or (letter in ",K" and adjective == i - 1 and self._adjective_follows(i + 1))
            ) or letter == "q":
                i += 1
            elif letter == "K" and adjective == i - 1 and self._shares_noun(i + 1):
                i += 1 + (code[i + 1] == "D")
            elif letter == "H":
                i += 1
                if i < end and code[i] in "K,/":
                    i += 1
            elif letter == "N" and not determined and self._genitive_noun(i):
                name = Chunk(i, i + 1, i, "np", CASE_MASK["g"])
                inner.append(name)
                determined = definite = True
                i += 1
            elif letter == "E" and self._genitive(i):
                name, i = self._name(i)
                name.mask = CASE_MASK["g"]
                inner.append(name)
                determined = definite = True
            elif letter == "U" and self._numbers_next(i):
                # der #31 Frikadelli-Porsche, die Startnummer 8 Toyota
                number, i = self._unit(i, ALL)
                inner.append(number)
            else:
                break
        if adjective >= 0 and (not determined or bare):
            # ein defekter Sensor: behind an article without ending the adjective bears it
            narrowed = mask & agreement.adjective(t.lower[adjective])
            mask = narrowed or mask
        nounless = i < end and determined and code[i] == "O" and t.tags[i] == "PIS"
        if counted or self._plural(start, i + nounless):
            mask = mask & PLURAL or mask
        alone = self._without_noun(start, i) or (determined and self._one_of_two(i, adjective))
        if i < end and code[i] in "NEU" and not alone:
            if i == start and code[i] == "N":
                # holte sich Mediums: a bare noun is no genitive
                mask = mask & ~CASE_MASK["g"] or mask
            chunk, i = self._nominal(i, mask)
            i = self._numbered(chunk, i)
        elif nounless:
            # der eine, die beiden
            chunk = Chunk(start, i + 1, i, "np", mask)
            i += 1
        elif i > start and (adjective == i - 1 or code[i - 1] in "CDHY"):
            chunk = Chunk(start, i, i - 1, "np", mask)
            if t.unit[i - 1] >= 0:
                chunk.mention = t.unit[i - 1]
            if code[i - 1] == "D":
                chunk.kind = "pronoun"
        else:
            return None, start + 1
        chunk.start = start
        chunk.definite = definite or (chunk.kind == "np" and self._is_name(chunk))
        chunk.negative = negative
        for one in inner:
            if one.of < 0:
                one.of = chunk.head
        chunk.inner = inner + chunk.inner
        return chunk, i

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
        counts = i < self._end and i > start and t.code[i] == "U" and t.tags[i] == "CARD"
        if counts and t.lower[i - 1] in self._words.classes["plural-word"]:
            return True
        if i != start + 1 or t.code[start] != "C" or i >= self._end or t.unit[i] < 0:
            return False
        return t.label(t.unit[i]) == "POSITION" and ordinal(t.words[i]) is not None

    def _less_than(self, i: int) -> bool:
        """Whether `kein` bounds a figure: `keine 15 Minuten später`, `keine zwei Sekunden`."""
        return self._t.code[i] in "Un" or self._t.code[i + 1 : i + 2] in (["C"], ["U"])

    def _is_name(self, chunk: Chunk) -> bool:
        mention = chunk.mention
        return mention >= 0 and self._t.mentions[mention]["label"] not in MEASURES

    def _several(self, i: int) -> bool:
        """Whether a number counts more than one; a high one in digits may be a type of car."""
        form = self._t.lower[i]
        return form not in ("ein", "eine", "1") and not (form.isdigit() and len(form) > 2)

    def _plural(self, start: int, end: int) -> bool:
        """Whether a word makes the phrase plural: `den beiden Deutschen`."""
        return not self._words.classes["plural-word"].isdisjoint(self._t.lower[start:end])

    def _adjective_follows(self, i: int) -> bool:
        """Whether a second adjective begins: `einen hohen, (fast uneinholbaren) Vorsprung`."""
        code = self._t.code
        return i < self._end and (code[i] == "A" or (code[i] in "BJ" and self._modifies(i)))

    def _shares_noun(self, i: int) -> bool:
        """Whether a second attribute has the noun: `auf der dritten und (der) vierten Prüfung`."""
        t = self._t
        i += i < self._end and t.code[i] == "D"
        if i >= self._end or t.unit_end[i] - i < 2 or t.tags[i] != "ADJA":
            return False
        return t.label(t.unit[i]) in _WHEN_WHERE

    def _modifies(self, i: int) -> bool:
        """Whether an adverb stands before an adjective of the same phrase (`sehr guten`)."""
        code = self._t.code
        j = i + 1
        while j < self._end and code[j] in "BJa":
            j += 1
        return j < self._end and code[j] in "AC" and j - i <= 3
