"""People named by the place they come from: `der Berliner`, `die Münchnerin`."""

from __future__ import annotations

import re
from functools import lru_cache

from ..bounds import KEPT_WORDS
from ..contract.slug import fold
from ..german.lexicon import lexicon
from .vocabulary import Vocabulary

#: an inhabitant's name and its stem, which with or without `-en` is the place
INHABITANT = re.compile(r"^([A-ZÄÖÜ]\w{2,}?)er(?:s|n|in)?$")
_OF_HOME = re.compile(r"^([A-ZÄÖÜ][\w-]{2,}?)er(?:s|n|in)?$")
#: of a place behind the stem of its inhabitant's name
PLACE_ENDINGS = ("", "en", "n", "e")


def is_inhabitant(vocabulary: Vocabulary, word: str) -> bool:
    """Whether a noun names somebody by the place: `Berliner`, `Flensburger`, `Münchnerin`.

    The stem is a proper name of the lexicon, or the noun a listed one, or it has the ending of
    such names and is no other noun.
    """
    known = vocabulary.inhabitant_like.get(word)
    if known is None:
        if len(vocabulary.inhabitant_like) >= KEPT_WORDS:
            vocabulary.inhabitant_like.clear()
        known = vocabulary.inhabitant_like[word] = _is_inhabitant(vocabulary, word)
    return known


def _is_inhabitant(vocabulary: Vocabulary, word: str) -> bool:
    match = INHABITANT.match(word)
    if inhabitant(vocabulary, word) in vocabulary.inhabitants:
        return True
    if match is None:
        return False
    if _is_place(match[1]):
        return True
    nominative = match[1] + "er"
    return nominative.endswith(vocabulary.inhabitant_endings) and not lexicon().knows(nominative)


def of_home(homes: set[str], word: str) -> bool:
    """Whether a noun names who comes from one of the places: `der Kamp-Lintforter`."""
    match = _OF_HOME.match(word)
    return match is not None and any(match[1] + ending in homes for ending in PLACE_ENDINGS)


@lru_cache(maxsize=4096)
def _is_place(stem: str) -> bool:
    return any("NE" in lexicon().tags(stem + ending) for ending in PLACE_ENDINGS)


def inhabitant(vocabulary: Vocabulary, word: str) -> str:
    """The folded name, `elsasser` of `des Elsässers` where the nominative is listed."""
    name = fold(word)
    woman = name.removesuffix("nen").removesuffix("in") if "in" in name[-5:] else name
    forms = (name, name[:-1], name.removesuffix("en") + "e", woman, woman + "e")
    return next((form for form in forms if form in vocabulary.inhabitants), name)


def place_of(vocabulary: Vocabulary, noun: str) -> str:
    """The folded place of an inhabitant's folded name, listed or by its ending."""
    return vocabulary.inhabitants.get(noun, _stem_of(noun))


def _stem_of(inhabitant: str) -> str:
    """`berliner`, `kolnerin` without the ending; a plain place name as it is."""
    word = inhabitant.removesuffix("innen").removesuffix("in")
    return re.sub(r"er[ns]?$", "", word)
