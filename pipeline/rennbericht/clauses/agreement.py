"""Case, number and gender as sets of cells, so that agreement is the meeting of two bit masks.

A cell is a case and one of masculine, feminine, neuter, plural. Determiner, adjective, noun and
preposition each allow some cells; what all of them allow is what the phrase can be.
"""

from __future__ import annotations

from functools import cache

from ..german.lexicon import lexicon
from .words import Words

CASES = "nadg"
GENDERS = "mfnp"  # p: plural, where gender is not told


def _bit(case: str, gender: str) -> int:
    return 1 << (CASES.index(case) * 4 + GENDERS.index(gender))


def cells(text: str) -> int:
    """A mask from cells written `n.m a.f`; gender `1` stands for any singular."""
    mask = 0
    for cell in text.split():
        case, gender = cell.split(".")
        for one in "mfn" if gender == "1" else gender:
            mask |= _bit(case, one)
    return mask


ALL = (1 << 16) - 1
CASE_MASK = {case: 0b1111 << (4 * i) for i, case in enumerate(CASES)}
GENDER_MASK = {g: sum(_bit(c, g) for c in CASES) for g in GENDERS}
PLURAL = GENDER_MASK["p"]
SINGULAR = ALL & ~PLURAL
NOMINATIVE = CASE_MASK["n"]

_STRONG = {
    "er": cells("n.m d.f g.f g.p"),
    "e": cells("n.f a.f n.p a.p"),
    "es": cells("n.n a.n"),
    "en": cells("a.m d.p"),
    "em": cells("d.m d.n"),
}
_ENDINGS: dict[str, dict[str, int]] = {
    # dieser, jeder, welcher; genitive dieses
    "strong": {**_STRONG, "es": cells("n.n a.n g.m g.n"), "": ALL},
    # ein, kein, mein: no ending in three cells
    "mixed": {
        **_STRONG,
        "": cells("n.m n.n a.n"),
        "es": cells("g.m g.n"),
        "er": cells("d.f g.f g.p"),
    },
    "article": {
        "er": cells("n.m d.f g.f g.p"),
        "ie": cells("n.f a.f n.p a.p"),
        "as": cells("n.n a.n"),
        "en": cells("a.m d.p"),
        "em": cells("d.m d.n"),
        "es": cells("g.m g.n"),
    },
}
#: adjectives without a determiner, where their ending is all there is
_ADJECTIVE = {
    "er": cells("n.m d.f g.f g.p"),
    "es": cells("n.n a.n"),
    "em": cells("d.m d.n"),
    "e": cells("n.f a.f n.p a.p n.m n.n a.n"),
    "en": ALL & ~(cells("n.m n.f n.n a.f a.n")),
}
#: `Esten`, `Ungarn`; `Litauer`, whose plural is the same
_OBLIQUE = cells("a.m d.m g.m") | PLURAL
_SAME = cells("n.m a.m d.m n.p a.p g.p")
#: behind `der` and `die` an adjective in -e is a nominative or an accusative singular
_WEAK = cells("n.m n.f n.n a.f a.n")
#: nouns made of adjectives that no lexicon can list: `der 24-Jährige`
_AGED = ("jähriger", "jährige", "jährigen", "jährigem")


class Agreement:
    """Masks of words, each looked up once."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._lexicon = lexicon()
        self._determiners: dict[str, int] = {}
        self._nouns: dict[str, int] = {}
        self._adjectives: dict[str, int] = {}
        self._pronouns = {form: cells(text) for form, text in words.pronouns.items()}
        self._prepositions = {
            form: self._governed(cases) for form, (_prep, cases) in words.prepositions.items()
        }

    @staticmethod
    def _governed(cases: str) -> int:
        return sum(CASE_MASK[case] for case in cases) if cases else ALL

    def determiner(self, form: str) -> int:
        """Cells a lower-case determiner form allows; all where it is unknown."""
        mask = self._determiners.get(form)
        if mask is None:
            mask = self._determiners[form] = self._determiner(form)
        return mask

    def _determiner(self, form: str) -> int:
        stems = self._words.determiners
        if form in stems["fixed"] or form in stems["bare"]:
            return ALL
        for tail in ("selben", "selbe", "jenigen", "jenige"):
            if form.endswith(tail) and len(form) > len(tail):
                mask = self._determiner(form[: -len(tail)])
                # derselben Runde: `derselbe` alone is the nominative
                return mask & ~(NOMINATIVE & SINGULAR) if tail.endswith("n") else mask
        for declension in ("article", "strong", "mixed"):
            for size in (2, 1, 0):
                stem, ending = form[: len(form) - size], form[len(form) - size :]
                if stem in stems[declension] and ending in _ENDINGS[declension]:
                    mask = _ENDINGS[declension][ending]
                    return mask & SINGULAR if stem == "ein" else mask
        return ALL

    def pronoun(self, form: str) -> int:
        """Cells a lower-case pronoun allows."""
        return self._pronouns.get(form) or self.determiner(form)

    def preposition(self, form: str) -> int:
        """Cells of the cases a preposition governs."""
        return self._prepositions.get(form, ALL)

    def adjective(self, form: str) -> int:
        """Cells of an adjective that stands without a determiner."""
        mask = self._adjectives.get(form)
        if mask is None:
            mask = ALL
            for ending in ("er", "es", "em", "en", "e"):
                if form.endswith(ending):
                    mask = _ADJECTIVE[ending]
                    break
            self._adjectives[form] = mask
        return mask

    @staticmethod
    def weak(form: str) -> int:
        """Cells of an adjective behind `der` or `die`: `der schnelle`, `der schnellen`."""
        return _WEAK if form.endswith("e") else ALL & ~_WEAK if form.endswith("en") else ALL

    def noun(self, form: str) -> int:
        """Cells the lexicon gives a noun form; all where it knows none."""
        mask = self._nouns.get(form)
        if mask is None:
            mask = 0
            for case, number, gender, _lemma in self._lexicon.analyses(form, "NN"):
                for one in "p" if number == "pl" else "mfn" if gender == "*" else gender:
                    mask |= _bit(case, one)
            mask = self._native(form.lower(), mask) or mask
            if form.endswith(_AGED):
                mask = self.adjective(form)
            self._nouns[form] = mask = mask or ALL
        return mask

    def _native(self, form: str, known: int) -> int:
        """Cells of a masculine noun for who comes from somewhere; 0 for any other noun.

        The lexicon takes `Finne` for a fin first, and does not know `Este` nor `Litauer`.
        """
        natives = self._words.natives
        bare = form in natives
        if not bare and form[:-1] not in natives:
            return 0
        if known & GENDER_MASK["m"]:
            return known & (GENDER_MASK["m"] | PLURAL)
        if form.endswith("n") and (not bare or form[:-1] in natives):
            return _OBLIQUE
        if not bare:
            return cells("g.m") if form.endswith("s") else 0
        return cells("n.m") if form.endswith("e") else _SAME


def plural_of(mask: int) -> int:
    """The plural cells of the cases that a mask allows."""
    return sum(_bit(case, "p") for case in CASES if mask & CASE_MASK[case])


@cache
def case_letters(mask: int) -> str:
    """The cases a mask allows, of `nadg`; empty where it allows all of them."""
    found = "".join(case for case in CASES if mask & CASE_MASK[case])
    return "" if len(found) == 4 else found
