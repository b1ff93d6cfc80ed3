"""The parts of a person's name: particles and surname."""

from __future__ import annotations

from ..patterns import shipped_class
from .folding import words

_PARTICLES = (
    "van von vom der den de del della di da do dos du d' la le los el ten ter zu al bin ibn"
)
#: words that open a surname
PARTICLES = frozenset(_PARTICLES.split(" "))
#: these do where an apostrophe follows (`D’Ambrosio`, which the tokenizer cuts in three)
ELIDED = frozenset({"o", "d", "l", "dall", "dell"})


def surname_words(name: str) -> list[str]:
    """The surname of a full name: from its first particle, else the last word."""
    parts = words(name)
    while len(parts) > 2 and parts[-1].lower() in shipped_class("generation"):
        parts.pop()
    for index in range(1, len(parts) - 1):
        if parts[index].lower() in PARTICLES:
            return parts[index:]
    return parts[-1:]


def is_initials(form: str) -> bool:
    """Whether a word is nothing but the initials of first names: `R.`, `J.-P.`, `A.J.`."""
    if form[-1:] != ".":
        return False
    letters = form[:-1].replace(".-", ".").split(".")
    return all(len(letter) == 1 and letter.isupper() for letter in letters)
