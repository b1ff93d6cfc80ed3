"""Small words that the model takes for nouns, prepositions or particles."""

from __future__ import annotations

from collections.abc import Sequence

from .lexicon import Lexicon
from .ordinals import ordinal

#: endings of adverbs that no lexicon lists: `hinüber`, `seitwärts`
_ADVERB_ENDS = ("über", "wärts", "unter", "weise", "aus", "auf")
_FINITE = frozenset({"VVFIN", "VAFIN"})
_DETERMINED = frozenset({"APPR", "APPRART", "ART"})
#: no particle of a name is so long (`van`, `della`)
_SHORTEST = 6
#: articles behind which no finite verb stands
_OBLIQUE = frozenset({"den", "dem", "im", "am", "zum", "vom"})
_BOTH = frozenset({"beide", "beiden", "beider"})
#: what `beide` may stand before as an attribute
_COUNTED = frozenset({"NN", "NE", "FM", "ADJA", "CARD", "$(", "XY", "TRUNC", "ADJD", "ADV", "APPR"})
_ADJECTIVE_ENDS = ("e", "en", "er", "es", "em")
#: three small words that make one adverb
_STILL = ["nach", "wie", "vor"]
_BEFORE_ADJECTIVE = _DETERMINED | {"PPOSAT", "ADV", "ADJD", "ADJA", "PIAT", "PDAT"}


def mend_small_words(
    words: Sequence[str], tags: list[str], start: int, end: int, lexicon: Lexicon
) -> None:
    """Correct the tags of small words in a stretch of text.

    Args:
        words: the words of the document.
        tags: their STTS tags, changed in place.
        start: the first word of the stretch.
        end: behind its last word.
        lexicon: says what a form can be.
    """
    for index in range(start, end):
        word, tag = words[index], tags[index]
        if tag in {"NN", "NE"} and word.islower():
            tags[index] = _no_noun(word, tag, lexicon)
            if _attribute(words, tags, index, end, lexicon):
                tags[index] = "ADJA"
        if tag == "CARD" and word[-1] == "." and word[:-1].isdecimal():
            # `wurde 18. und damit Letzter`
            tags[index] = "ADJA"
        if tag == "VVFIN" and index and words[index - 1] in _OBLIQUE and ordinal(word) is not None:
            # `verlor den dritten Gang, Ocon den siebten`
            tags[index] = "ADJA"
        if word == "nach" and list(words[index : index + 3]) == _STILL:
            # `liegt nach wie vor in Führung`
            tags[index : index + 3] = ["ADV"] * 3
        if index == end - 1:
            continue
        after = tags[index + 1]
        if word in _BOTH and tag == "PIAT" and after not in _COUNTED:
            # `hinter den beiden landete A`
            tags[index] = "PIS"
        inner = index > start and tags[index - 1] in _DETERMINED
        behind_verb = index > start and tags[index - 1] in _FINITE
        article = word == "das" and tag == "ART" and after == "NN" and behind_verb
        if article and no_neuter(words[index + 1], lexicon):
            # `bedeutete das Rang vier`: no article of a noun that is no neuter
            tags[index] = "PDS"
        if word == "zu" and tag == "APPR" and after == "ADJA" and inner:
            # `mit zu hohen Temperaturen`
            tags[index] = "PTKA"
        if word == "ihr" and tag == "PPOSAT" and after == "ADJA" and words[index + 1][-1] in "en":
            # `die hinter ihr liegende Abbi`: a possessive without ending has `ihr schneller Audi`
            tags[index] = "PPER"
        passive = tag == "ADJD" and tags[index + 1 : index + 3] == ["PTKZU", "VAINF"]
        if passive and "VVPP" in lexicon.tags(word):
            # `ohne überholt zu werden`
            tags[index] = "VVPP"


def no_neuter(noun: str, lexicon: Lexicon) -> bool:
    """Whether `das` before a noun cannot be its article, by all that the lexicon knows of it."""
    genders = {found[2] for found in lexicon.analyses(noun, "NN")}
    return bool(genders) and not genders & {"n", "*"}


def _attribute(
    words: Sequence[str], tags: list[str], index: int, end: int, lexicon: Lexicon
) -> bool:
    """Whether an unknown word in small letters is an adjective: `der diesmal punktlose Rast`."""
    word = words[index]
    if len(word) < _SHORTEST or not word.endswith(_ADJECTIVE_ENDS) or lexicon.tags(word):
        return False
    named = index + 1 < end and tags[index + 1] in {"NN", "NE"} and words[index + 1][0].isupper()
    return named and index > 0 and tags[index - 1] in _BEFORE_ADJECTIVE


def _no_noun(word: str, tag: str, lexicon: Lexicon) -> str:
    """What a word in small letters is that was taken for a noun: `hinüber`."""
    known = lexicon.tags(word)
    if not known:
        return "ADV" if word.endswith(_ADVERB_ENDS) else tag
    if known & {"NN", "NE"}:
        return tag
    return next((other for other in ("ADV", "ADJD") if other in known), tag)
