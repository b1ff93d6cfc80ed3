"""Words folded so that spellings of one name meet: accents, umlauts, apostrophes, dots."""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.lang.char_classes import UNITS

from rennbericht.bounds import KEPT_WORDS

from ..contract.slug import fold

#: letters that have no decomposition
_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "ð": "d", "æ": "ae", "Æ": "ae", "œ": "oe",
     "ı": "i", "þ": "th", "'": "", "’": "", "‘": "", "`": "", "´": "", "‑": "-", "–": "-"}
)  # fmt: skip
_DIGRAPHS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ø": "oe", "Ø": "Oe",
     "å": "aa"}
)  # fmt: skip


#: where the tokenizer cuts inside: `183T` (a measure), `F1-75`, `O’Ward`
_CUT = re.compile(
    rf"(?<=[0-9])(?=(?:{UNITS})(?:\s|$))|(?<=[0-9])(?=-[0-9])|(?<=[0-9]-)(?=[0-9])"
    r"|(?<=\w)(?=’\w)|(?<=\w’)(?=\w)"
)
_DIGITS = frozenset("0123456789’")


@lru_cache(maxsize=KEPT_WORDS)
def key(word: str) -> str:
    """The form under which a word is looked up: `Pérez`, `Perez` and `PEREZ` are one.

    Dots inside or behind a longer word go as well (`C6.R`, `M3.` at the end of a sentence).
    """
    folded = fold(word.translate(_LETTERS))
    return (folded.replace(".", "") if len(folded) > 1 else folded) or word


def words(name: str) -> list[str]:
    """A name cut as the tokenizer cuts it."""
    for mark in "/()":
        if mark in name:
            name = name.replace(mark, f" {mark} ")
    if not _DIGITS.isdisjoint(name):
        name = _CUT.sub(" ", name)
    return name.split()


@lru_cache(maxsize=KEPT_WORDS)
def keys(name: str) -> tuple[str, ...]:
    """The keys of a name's words."""
    return tuple(key(word) for word in words(name))


def spellings(name: str) -> list[str]:
    """A name with its other spellings: umlauts as two letters, hyphens as blanks, `’`."""
    forms = [name, name.replace("'", "’")] if "'" in name else [name]
    digraphs = [d for form in forms if (d := form.translate(_DIGRAPHS)) != form]
    forms += digraphs
    forms += [form.replace("-", " ") for form in forms if "-" in form]
    return forms


def without_genitive(folded: str) -> str | None:
    """The key without a final -s (`hamiltons`), or None where it can have none."""
    return folded[:-1] if len(folded) > 3 and folded[-1] == "s" and folded[-2] != "s" else None
