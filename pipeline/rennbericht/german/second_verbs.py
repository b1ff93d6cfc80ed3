"""Where the verb stands second: `und eroberte Rang vier`, `der konterte aber sofort`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rennbericht.patterns import shipped_class

from .lexicon import Lexicon

_FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN"})
_STOPS = frozenset({"$.", "$,"})
#: openers behind which the verb comes last
_VERB_LAST = frozenset({"KOUS", "PRELS", "PRELAT"})
#: what stands behind the verb of a main clause only
_MIDDLE_FIELD = frozenset({"ADV", "PRF", "PPER", "PTKNEG"})
_JOINTS = frozenset({"KON", "$,"})
_EITHER = _STOPS | _JOINTS
_NOUNS = frozenset({"NN", "NE"})
#: before and behind a participle that tells of the noun before it
_EDGES = frozenset({"$,", "$("})
_ARTICLES = frozenset({"ART", "PDAT", "PPOSAT"})
_PREPOSITIONS = frozenset({"APPR", "APPRART"})
_BY = frozenset({"von", "mit", "durch"})
_PARTICIPLES = frozenset({"ADJD", "VVPP"})
#: what names the object of a note, and what it does not stand behind then
_OBJECTS = frozenset({"NE", "ART", "PPOSAT"})
_INSIDE = frozenset({"APPR", "APPRART", "ADJA", "ART", "NE", "KON"})


def mend_second_verbs(words: Sequence[str], tags: list[str], lexicon: Lexicon) -> None:
    """Behind `und` or a comma an adjective may be the second verb of the sentence.

    `drängte sich dazwischen und eroberte Rang vier`; but `neue und eroberte Plätze`.
    """
    start, before, opening = 0, 0, 0
    for index, tag in enumerate(tags):
        if tag in _STOPS:
            start, before = index + 1, start
            opening = start if tag == "$." else opening
        elif index == opening and _is_first(words, tags, index, lexicon):
            tags[index] = "VVFIN"
        elif tag == "ADJA" and _is_second(words, tags, index, lexicon):
            # `startete von Platz neun, überholte Stroll und wurde Sechster`
            told = set(tags[start:index] if start < index else tags[before : index - 1])
            alone = start == index and tags[index + 1 : index + 2] != ["NE"]
            if not alone and _FINITE & told and not _VERB_LAST & told:
                tags[index] = "VVFIN"
        elif tag == "ADJA" and _behind_subject(words, tags, index, lexicon):
            tags[index] = "VVFIN"
        elif tag == "VVFIN" and index and tags[index - 1] in _EDGES:
            # `Der Audi, pilotiert von Rast, lag vorn`
            by = words[index + 1 : index + 3]
            named = len(by) > 1 and by[0] in _BY and by[1][0].isupper()
            first = named and not _FINITE & set(tags[opening:index])
            if first and words[index].endswith("t") and "VVPP" in lexicon.tags(words[index]):
                tags[index] = "VVPP"
    _mend_demonstratives(tags)
    _mend_contrasts(words, tags, lexicon)


def _is_first(words: Sequence[str], tags: list[str], index: int, lexicon: Lexicon) -> bool:
    """Whether a note begins with its verb: `Überholte Ocon am Ende der Geraden.`"""
    word = words[index].lower()
    end = next((at for at in range(index, len(tags)) if tags[at] in _STOPS), len(tags))
    if tags[index] in _PARTICIPLES:
        return _notes(words, tags, index, lexicon)
    return (
        tags[index] == "ADJA"
        and word.endswith("te")
        and tags[index + 1 : index + 2] == ["NE"]
        and not _FINITE & set(tags[index:end])
        and any(r.tag == "VVFIN" for r in lexicon.readings(word))
    )


def _is_second(words: Sequence[str], tags: list[str], index: int, lexicon: Lexicon) -> bool:
    """Whether an adjective behind `und` or a comma may be a verb in the past: no list of them."""
    word = words[index]
    return (
        index > 1
        and tags[index - 1] in _JOINTS
        and tags[index - 2] != "ADJA"
        and word.endswith("te")
        and word.islower()
        and tags[index + 1 : index + 2] != ["ADJA"]
        and any(r.tag == "VVFIN" for r in lexicon.readings(word))
        and bool(_NOUNS & set(tags[index + 1 : index + 2]))
    )


def _behind_subject(words: Sequence[str], tags: list[str], index: int, lexicon: Lexicon) -> bool:
    """Whether an adjective behind a name is the verb: `und Norris (McLaren) belegte Rang drei`.

    But `der von Norris (McLaren) belegte Rang`: there an article opens before a preposition.
    """
    word = words[index]
    if not word.endswith(("te", "ten")) or not word.islower():
        return False
    if not any(r.tag == "VVFIN" for r in lexicon.readings(word)):
        return False
    behind = index - 1
    if index and words[behind] == ")":
        behind = next((at for at in range(index - 2, 0, -1) if words[at] == "("), 0) - 1
    if behind < 0 or tags[behind] not in _NOUNS:
        return False
    start = next((at + 1 for at in range(behind, -1, -1) if tags[at] in _EITHER), 0)
    end = next((at for at in range(index, len(tags)) if tags[at] in _EITHER), len(tags))
    before = tags[start : behind + 1]
    attribute = any(a in _ARTICLES and b in _PREPOSITIONS for a, b in pairwise(before))
    if attribute or before[0] in _PREPOSITIONS:
        return False
    return not (_VERB_LAST | _FINITE) & set(before + tags[index:end])


def _mend_contrasts(words: Sequence[str], tags: list[str], lexicon: Lexicon) -> None:
    """`der die Pole geholt, das Rennen aber nur auf Rang drei beendet hatte`: no relative clause.

    The object before `aber` stands against the one before the comma, under one auxiliary.
    """
    against = shipped_class("set-against")
    for index in range(3, len(tags) - 3):
        if tags[index - 1] != "$," or against.isdisjoint(words[index : index + 3]):
            continue
        article = tags[index] == "PRELS" and tags[index + 1] == "NN"
        if tags[index] in _VERB_LAST and not article:
            continue
        if not _may_be_participle(words, tags, index - 2, lexicon):
            continue
        start = max(at for at in range(index - 1) if not at or tags[at - 1] in _STOPS)
        end = next((at for at in range(index, len(tags)) if tags[at] in _STOPS), len(tags))
        before = tags[start : index - 2]
        if "VAFIN" in before and _may_be_participle(words, tags, end - 1, lexicon):
            tags[end - 1] = "VVPP"
        elif _FINITE & set(before) or tags[end - 1] != "VAFIN" or not _VERB_LAST & set(before):
            continue
        tags[index - 2] = "VVPP"
        if article:
            tags[index] = "ART"


def _may_be_participle(words: Sequence[str], tags: list[str], at: int, lexicon: Lexicon) -> bool:
    if tags[at] == "VVPP":
        return True
    return tags[at] == "VVFIN" and any(r.tag == "VVPP" for r in lexicon.readings(words[at]))


def _mend_demonstratives(tags: list[str]) -> None:
    """A pronoun with the verb behind it is no relative: `, der konterte aber`, nor an article."""
    for index in range(len(tags) - 1):
        if tags[index] == "ART" and tags[index + 1] in _FINITE:
            # Der ging in der nächsten Runde wieder vorbei
            tags[index] = "PDS"
    for index in range(1, len(tags) - 2):
        opens = tags[index] == "PRELS" and tags[index - 1] == "$,"
        if opens and tags[index + 1] in _FINITE and tags[index + 2] in _MIDDLE_FIELD:
            tags[index] = "PDS"


def _notes(words: Sequence[str], tags: list[str], index: int, lexicon: Lexicon) -> bool:
    """Whether a note in the present tense begins with its verb: `Überholt am Start Norris.`

    Its form is the participle's as well; but the sentence has no other verb, and an object.
    """
    word = words[index].lower()
    end = next((at for at in range(index, len(tags)) if tags[at] == "$."), len(tags))
    if not word.endswith("t") or "VVFIN" not in lexicon.tags(word) or end - index < 3:
        return False
    told = tags[index + 1 : end]
    if words[index + 1] in _BY or "$(" in told or not _FINITE.isdisjoint(told):
        return False
    return any(a not in _INSIDE and b in _OBJECTS for a, b in pairwise(tags[index:end]))
