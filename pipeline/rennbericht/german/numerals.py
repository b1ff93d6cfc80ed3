"""German number words and figures as numbers.

text2num reads the cardinals; what its German lacks (inflected `eine`, `eineinhalb`,
`zweieinhalb`, `fuenf` for `fünf`, decimal figures) is filled in here.
"""

from __future__ import annotations

import re
from functools import lru_cache

from text_to_num import text2num  # type: ignore[attr-defined, unused-ignore]

from rennbericht.bounds import KEPT_WORDS

#: forms of the number one; whether they are an article is for the caller to judge
ONE = frozenset({"ein", "eine", "einen", "einem", "einer", "eines", "eins"})

#: irregular words of the closed class that text2num does not know
_IRREGULAR: dict[str, int | float] = {
    "anderthalb": 1.5,
    "halb": 0.5,
    "halbe": 0.5,
    "halben": 0.5,
    "halber": 0.5,
    "halbes": 0.5,
    "dreiviertel": 0.75,
    "beide": 2,
    "beiden": 2,
    "zweien": 2,
    "dreien": 3,
    "dutzend": 12,
    "½": 0.5,
    "¼": 0.25,
    "¾": 0.75,
}
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_DIGITS = re.compile(r"\d{1,9}\Z", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:[.\u202f\u00a0'’]\d{3})+\Z", re.ASCII)
_DECIMAL = re.compile(r"(\d{1,6})[.,](\d{1,6})\Z", re.ASCII)
#: no German number word below a million is longer
_LONGEST = 60
#: pieces of which all number words are made; turns other words away at little cost
_PIECES = re.compile(
    r"(?:eins?|zwei|zwo|zwan|drei|vier|fünf|sechs?|sieb(?:en)?|acht|neun|zehn|elf|zwölf|zig|ßig|und"
    r"|hundert|tausend)+\Z"
)


@lru_cache(maxsize=KEPT_WORDS)
def cardinal(word: str) -> int | float | None:
    """The number that one word or figure stands for, or None.

    Args:
        word: a single token: `drei`, `Zwölf`, `17`, `1,5`, `eineinhalb`, `1½`. A dot or comma
            parts decimals (`4.3`), but before three digits a dot groups thousands only where
            no other reading is likely (`1.000` is 1000; `4,300` is 4.3).

    Returns:
        An int where the number is whole, else a float. `ein` and its forms give 1.
    """
    if not word or len(word) > _LONGEST:
        return None
    if word[0].isdecimal():
        return _figure(word)
    lower = word.lower()
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if lower in ONE:
        return 1
    if lower.endswith("einhalb"):
        whole = _word(lower.removesuffix("einhalb"))
        return None if whole is None else whole + 0.5
    return _word(lower)


def whole_number(word: str, most: int) -> int | None:
    """The whole number from 1 to a bound that a word or figure stands for; an article is none.

    Args:
        word: a single token: `drei`, `17`; not `ein`, but `eins`.
        most: the highest number that counts.
    """
    value = cardinal(word)
    if not isinstance(value, int) or not 1 <= value <= most:
        return None
    lower = word.lower()
    return None if lower in ONE and lower != "eins" else value


def _figure(word: str) -> int | float | None:
    if _DIGITS.match(word):
        return int(word)
    if word[-1] in _FRACTIONS and _DIGITS.match(word[:-1]):
        return int(word[:-1]) + _FRACTIONS[word[-1]]
    if _GROUPED.match(word) and not word.startswith("0"):
        return int(re.sub(r"\D", "", word))
    decimal = _DECIMAL.match(word)
    if decimal:
        return float(f"{decimal[1]}.{decimal[2]}")
    return None


def _word(lower: str) -> int | None:
    plain = lower.replace("fuenf", "fünf").replace("zwoelf", "zwölf").replace("dreissig", "dreißig")
    if not _PIECES.match(plain):
        return None
    try:
        number = text2num(plain, "de")
    except ValueError:
        return None
    return int(number)
