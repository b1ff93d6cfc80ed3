"""German ordinals: `dritte(r/n/s)`, `17.`, `letzte`, `drittletzte`, `zweitplatzierte`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rennbericht.bounds import KEPT_WORDS

from .numerals import cardinal

_IRREGULAR = {"erst": 1, "dritt": 3, "siebt": 7, "siebent": 7, "acht": 8}
#: longest first, so that `dritten` is not read as `dritte` and an `n`
_ENDINGS = ("en", "em", "er", "es", "e")
_FIGURE = re.compile(r"(\d{1,3})\.\Z", re.ASCII)
#: last letters that an ordinal can have; most words are turned away by them
_LAST = frozenset("enmrs.")

Kind = Literal["plain", "placed", "superlative"]


@dataclass(frozen=True, slots=True)
class Ordinal:
    """One ordinal word.

    Attributes:
        number: 3 for `dritter`; for `drittletzter` 3 as well, counted from the end.
        from_end: counted from the end.
        ending: inflectional ending, "" for figures.
        kind: `plain`; `placed` for `drittplatziert`; `superlative` for `drittschnellste`.
    """

    number: int
    from_end: bool = False
    ending: str = ""
    kind: Kind = "plain"


def ordinal_stem(stem: str) -> int | None:
    """The number of an uninflected lower-case ordinal: `dritt` 3, `zwanzigst` 20."""
    if stem in _IRREGULAR:
        return _IRREGULAR[stem]
    if not stem.endswith("t"):
        return None
    if stem.endswith("st"):
        number = cardinal(stem[:-2])
        if isinstance(number, int) and number >= 20:
            return number
    number = cardinal(stem[:-1])
    if isinstance(number, int) and (2 <= number <= 19 or number > 100) and number not in (3, 7, 8):
        return number
    for irregular, unit in _IRREGULAR.items():
        if unit != 8 and stem.endswith(irregular) and len(stem) > len(irregular):
            base = cardinal(stem.removesuffix(irregular))
            if isinstance(base, int) and base >= 100 and base % 100 == 0:
                return base + unit
    return None


@lru_cache(maxsize=KEPT_WORDS)
def ordinal(word: str) -> Ordinal | None:
    """Read one token as an inflected ordinal, or None.

    Args:
        word: `dritte`, `Dritter`, `17.`, `vorletzten`, `allerletzte`, `Zweitplatzierter`,
            `Drittschnellster`. Uninflected stems (`zu dritt`) and comparatives of `letzter`
            (`Letzterer`) are no ordinals.
    """
    if not word or word[-1] not in _LAST or len(word) > 60:
        return None
    figure = _FIGURE.match(word)
    if figure:
        number = int(figure[1])
        return Ordinal(number) if number else None
    if not word.isalpha():
        return None
    lower = word.lower()
    for ending in _ENDINGS:
        if lower.endswith(ending):
            stem = lower[: -len(ending)]
            break
    else:
        return None
    return _inflected(stem, ending)


def _inflected(stem: str, ending: str) -> Ordinal | None:
    if stem.endswith("letzt"):
        before = stem.removesuffix("letzt")
        if before in ("", "aller"):
            return Ordinal(1, True, ending)
        if before in ("vor", "vorvor"):
            return Ordinal(2 if before == "vor" else 3, True, ending)
        number = ordinal_stem(before)
        return Ordinal(number, True, ending) if number else None
    if stem.endswith(("platziert", "plaziert")):
        before = stem.removesuffix("platziert").removesuffix("plaziert")
        if before == "letzt":
            return Ordinal(1, True, ending, "placed")
        number = ordinal_stem(before)
        return Ordinal(number, False, ending, "placed") if number else None
    if stem.endswith(("schnellst", "best")):
        before = stem.removesuffix("schnellst").removesuffix("best")
        number = ordinal_stem(before) if before else None
        return Ordinal(number, False, ending, "superlative") if number else None
    if stem.startswith("aller"):
        stem = stem.removeprefix("aller")
    number = ordinal_stem(stem)
    return Ordinal(number, False, ending) if number else None
