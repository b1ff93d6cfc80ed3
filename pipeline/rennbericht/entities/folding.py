"""Words folded so that spellings of one name meet: accents, umlauts, apostrophes, dots."""

from __future__ import annotations

from functools import lru_cache

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


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """The form under which a word is looked up: `Pérez`, `Perez` and `PEREZ` are one.

    Dots inside or behind a longer word go as well (`C6.R`, `M3.` at the end of a sentence).
    """
    folded = fold(word.translate(_LETTERS))
    return folded.replace(".", "") if len(folded) > 1 and "." in folded else folded


def words(name: str) -> list[str]:
    """A name cut as the tokenizer cuts it."""
    for mark in "/()":
        if mark in name:
            name = name.replace(mark, f" {mark} ")
    return name.split()


def keys(name: str) -> tuple[str, ...]:
    """The keys of a name's words."""
    return tuple(key(word) for word in words(name))


def spellings(name: str) -> list[str]:
    """A name with its other spellings: umlauts as two letters, hyphens as blanks."""
    forms = [name]
    digraphs = name.translate(_DIGRAPHS)
    if digraphs != name:
        forms.append(digraphs)
    forms += [form.replace("-", " ") for form in forms if "-" in form]
    return forms


def without_genitive(folded: str) -> str | None:
    """The key without a final -s (`hamiltons`), or None where it can have none."""
    return folded[:-1] if len(folded) > 3 and folded[-1] == "s" and folded[-2] != "s" else None
