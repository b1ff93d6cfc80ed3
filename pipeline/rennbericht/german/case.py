"""Case of a noun phrase from the form of its determiner, its noun and its preposition."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rennbericht.patterns import patterns_dir, read_jsonl

from .lexicon import Analysis, lexicon

_INNER = frozenset({"ADJA", "ADV", "CARD", "ADJD", "PIAT", "PIDAT", "PTKA", "$(", "KON", "TRUNC"})
_HEADS = frozenset({"NN", "NE", "FM"})
_LONGEST = 10


@lru_cache(maxsize=1)
def government() -> dict[str, str]:
    """Cases that each preposition governs (`mit`: `d`, `in`: `ad`)."""
    cases: dict[str, str] = {}
    path = patterns_dir() / "language" / "prepositions.jsonl"
    for _, line in read_jsonl(path):
        for word in [*line.get("prepositions", ()), *line.get("forms", {})]:
            cases[word] = cases.get(word, "") + line.get("case", "")
    return cases


def head_of(tags: Sequence[str], start: int) -> int:
    """Index of the noun of the phrase that a determiner at `start` opens, or -1."""
    for i in range(start + 1, min(len(tags), start + _LONGEST)):
        if tags[i] in _HEADS:
            return i
        if tags[i] not in _INNER:
            break
    return -1


def phrase_cases(words: Sequence[str], tags: Sequence[str], start: int) -> tuple[Analysis, ...]:
    """All (case, number, gender, lemma of the noun) that determiner, noun and preposition allow.

    Args:
        words: forms of the sentence or text.
        tags: their STTS tags.
        start: index of the determiner.
    """
    known = lexicon()
    determiner = known.analyses(words[start].lower(), "ART") or known.analyses(words[start].lower())
    head = head_of(tags, start)
    nouns: tuple[Analysis, ...] = ()
    if head >= 0:
        nouns = known.analyses(words[head], "NN") or known.analyses(words[head], "NE")
        if not nouns and tags[head] == "NE":
            nouns = tuple((c, "sg", "*", words[head]) for c in "nad")
    if head > start + 1 and any(_plural(words[i], tags[i]) for i in range(start + 1, head)):
        determiner = tuple(a for a in determiner if a[1] == "pl") or determiner
    agreeing = _agree(determiner, nouns)
    allowed = government().get(words[start - 1].lower(), "") if start else ""
    if start and tags[start - 1] not in {"APPR", "APPRART"}:
        allowed = ""
    governed = tuple(a for a in agreeing if a[0] in allowed) if allowed else agreeing
    return governed or agreeing


def _plural(word: str, tag: str) -> bool:
    """Whether a word before the noun makes the phrase plural: `beiden`, `drei`."""
    if tag == "CARD":
        return (word.isdigit() and int(word) > 1) or "CARD" in lexicon().tags(word)
    return {a[1] for a in lexicon().analyses(word) if tag in {"ADJA", "PIAT"}} == {"pl"}


def _agree(determiner: tuple[Analysis, ...], nouns: tuple[Analysis, ...]) -> tuple[Analysis, ...]:
    if not nouns:
        return determiner
    joint = {
        (case, number, n_gender if n_gender != "*" else gender, lemma)
        for case, number, gender, _ in determiner
        for n_case, n_number, n_gender, lemma in nouns
        if case == n_case
        and number == n_number
        and ("*" in (gender, n_gender) or gender == n_gender)
    }
    return tuple(sorted(joint)) or determiner


def phrase_case(words: Sequence[str], tags: Sequence[str], start: int) -> str:
    """The likeliest case, "n", "a", "d" or "g", of the phrase opened at `start`; "" if unknown.

    `den` with a noun that may be singular or plural (`den Wagen`) is taken as accusative singular.
    """
    cases = {a[0] for a in phrase_cases(words, tags, start)}
    return next((c for c in "nagd" if c in cases), "")
