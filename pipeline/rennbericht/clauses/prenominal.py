"""What stands before the noun of a phrase: determiners, attributes, names in the genitive."""

from __future__ import annotations

from typing import final

from .agreement import ALL, CASE_MASK
from .chunk import Chunk
from .participles import ParticipleReader

#: labels of a noun that two ordinals may share
_WHEN_WHERE = frozenset({"SESSION", "LAP", "CORNER"})


@final
class Prenominal:
    """What the words before a noun tell of its phrase.

    Args:
        mask: the cases that a preposition governs; determiners narrow them.
    """

    __slots__ = (
        "adjective", "bare", "counted", "definite", "determined", "inner", "mask", "negative",
    )  # fmt: skip

    def __init__(self, mask: int) -> None:
        self.mask = mask
        self.determined = False
        self.definite = False
        #: the determiner has no ending: `ein`, `unser`
        self.bare = False
        #: token of a determiner that denies, or -1
        self.negative = -1
        #: phrases of their own: `Webers Schwesterauto`
        self.inner: list[Chunk] = []
        #: the last adjective, or -1
        self.adjective = -1
        #: a number counts more than one
        self.counted = False


class PrenominalReader(ParticipleReader):
    """Reads from the first word of a noun phrase to its noun."""

    def _determiners(self, i: int, before: Prenominal) -> int:
        """Read articles and pronouns that stand like them; where they end."""
        t, code, end = self._t, self._t.code, self._end
        while i < end and code[i] in "DY":
            form = t.lower[i]
            if not before.determined:
                before.mask = before.mask & self._agreement.determiner(form) or before.mask
                before.bare = form.endswith(("ein", "unser", "euer"))
                definite = t.tags[i] in ("ART", "PDAT", "PPOSAT") and form[0] != "e"
                # beide Fahrer: those just told of
                before.definite = definite or form[:5] == "beide"
                if form[:4] in self._words.negative_stems and not self._less_than(i):
                    before.negative = i
                if form in self._words.determiners["fixed"]:
                    # dessen Ausritt: whose it is, a phrase of its own
                    before.inner.append(Chunk(i, i + 1, i, "pronoun", CASE_MASK["g"]))
            before.determined = True
            i += 1
        return i

    def _attributes(self, start: int, i: int, before: Prenominal) -> int:
        """Read adjectives, numbers, parts of compounds and genitives; where they end."""
        t, code, end = self._t, self._t.code, self._end
        while i < end:
            letter = code[i]
            if letter == "A":
                before.adjective = i
                i += 1
            elif letter == "C":
                before.counted = before.counted or self._several(i)
                i += 1
            elif (
                # von einem zu überrundenden Audi
                ((letter in "BJa" or (letter == "G" and i > start)) and self._modifies(i))
                or (letter == "D" and before.determined and t.tags[i] in ("PIDAT", "PIAT"))
                or (letter in ",K" and before.adjective == i - 1 and self._adjective_follows(i + 1))
            ) or letter == "q":
                i += 1
            elif letter == "K" and before.adjective == i - 1 and self._shares_noun(i + 1):
                i += 1 + (code[i + 1] == "D")
            elif letter == "H":
                i += 1
                if i < end and code[i] in "K,/":
                    i += 1
            elif letter == "N" and not before.determined and self._genitive_noun(i):
                before.inner.append(Chunk(i, i + 1, i, "np", CASE_MASK["g"]))
                before.determined = before.definite = True
                i += 1
            elif letter == "E" and self._genitive(i):
                name, i = self._name(i)
                name.mask = CASE_MASK["g"]
                before.inner.append(name)
                before.determined = before.definite = True
            elif letter == "U" and self._numbers_next(i):
                # der #31 Frikadelli-Porsche, die Startnummer 8 Toyota
                number, i = self._unit(i, ALL)
                before.inner.append(number)
            else:
                break
        return i

    def _less_than(self, i: int) -> bool:
        """Whether `kein` bounds a figure: `keine 15 Minuten später`, `keine zwei Sekunden`."""
        return self._t.code[i] in "Un" or self._t.code[i + 1 : i + 2] in (["C"], ["U"])

    def _several(self, i: int) -> bool:
        """Whether a number counts more than one; a high one in digits may be a type of car."""
        form = self._t.lower[i]
        return form not in ("ein", "eine", "1") and not (form.isdigit() and len(form) > 2)

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
        if j >= self._end or j - i > 3:
            return False
        # der zuvor Führende
        return code[j] in "AC" or (code[j] == "N" and code[i - 1] == "D" and self._tells_of(j))
