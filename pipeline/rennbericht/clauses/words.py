"""Closed-class words and verb classes the clause component goes by, read from `patterns`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..bounds import KEPT_WORDS
from ..patterns import patterns_dir, read_jsonl, word_classes

#: files of nouns for who comes from somewhere
_OF_SOMEWHERE = frozenset({"demonyms.jsonl", "inhabitants.jsonl"})


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of `patterns/language` that concern clauses.

    Attributes:
        verbs: class of verbs -> lemmas.
        classes: class of words -> lower-case forms.
        determiners: declension -> stems, and the stems that deny.
        pronouns: form -> cells such as `a.m`.
        prepositions: form -> (preposition, cases it governs).
        valency: noun lemma, lower case -> prepositions of its own.
        persons: nouns for people, lower case (`pilot`, `brasilianer`).
        natives: masculine nouns for who comes from somewhere, lower case (`este`, `berliner`).
        countries: nouns for who is of a country, lower case -> its codes (`estin` -> `EE`).
    """

    verbs: dict[str, frozenset[str]]
    classes: dict[str, frozenset[str]]
    determiners: dict[str, frozenset[str]]
    negative_stems: frozenset[str]
    pronouns: dict[str, str]
    prepositions: dict[str, tuple[str, str]]
    valency: dict[str, frozenset[str]]
    persons: frozenset[str]
    natives: frozenset[str]
    countries: dict[str, frozenset[str]]
    _valencies: dict[str, frozenset[str]] = field(default_factory=dict)

    def is_a(self, verb: str | None, kind: str) -> bool:
        """Whether the lemma belongs to the verb class."""
        return verb is not None and verb in self.verbs[kind]

    def valency_of(self, noun: str) -> frozenset[str]:
        """The prepositions of a noun and of those that it ends in: `Titelkampf` as `Kampf`.

        Args:
            noun: its lemma, lower case.
        """
        found = self._valencies.get(noun)
        if found is None:
            parts = [noun, *(noun[-size:] for size in range(3, len(noun)))]
            preps = {prep for part in parts for prep in self.valency.get(part, ())}
            if len(self._valencies) > KEPT_WORDS:
                self._valencies.clear()
            found = self._valencies[noun] = frozenset(preps)
        return found


def load_words(folder: Path | None = None) -> Words:
    """Read the word lists.

    Args:
        folder: a patterns directory; the shipped one when None.

    Raises:
        PatternError: a file is missing or a line is not valid.
    """
    language = patterns_dir(folder) / "language"
    determiners: dict[str, set[str]] = {}
    negative: set[str] = set()
    for line in _lines(language / "determiners.jsonl"):
        determiners.setdefault(line["declension"], set()).update(line["stems"])
        if line.get("negative"):
            negative.update(line["stems"])
    prepositions: dict[str, tuple[str, str]] = {}
    for line in _lines(language / "prepositions.jsonl"):
        for form in line.get("prepositions", ()):
            prepositions[form] = (form, line["case"])
        for form, preposition in line.get("forms", {}).items():
            prepositions[form] = (preposition, line["case"])
    valency: dict[str, set[str]] = {}
    for line in _lines(language / "noun-valency.jsonl"):
        for noun in line["nouns"]:
            valency.setdefault(noun, set()).update(line["prepositions"])
    classes = word_classes(patterns_dir(folder))
    persons = set(classes["apposition-noun"])
    natives: set[str] = set()
    countries: dict[str, frozenset[str]] = {}
    for name in ("role-nouns.jsonl", "person-nouns.jsonl", "demonyms.jsonl", "inhabitants.jsonl"):
        if (language / name).is_file():
            for line in _lines(language / name):
                nouns = [noun.lower() for noun in line.get("nouns", [line.get("noun", "")])]
                persons.update(nouns)
                if name in _OF_SOMEWHERE:
                    natives.update(noun for noun in nouns if _is_masculine(noun))
                codes = frozenset(str(line.get("country", "")).split())
                countries.update((noun, codes) for noun in nouns if codes)
    return Words(
        verbs=_verb_classes(language / "verb-classes.jsonl"),
        classes=classes,
        persons=frozenset(persons - {""}),
        natives=frozenset(natives),
        countries=countries,
        determiners={name: frozenset(stems) for name, stems in determiners.items()},
        negative_stems=frozenset(negative),
        pronouns={r["form"]: r["cells"] for r in _lines(language / "pronouns.jsonl")},
        prepositions=prepositions,
        valency={noun: frozenset(preps) for noun, preps in valency.items()},
    )


def _is_masculine(noun: str) -> bool:
    """Whether a noun is none of a woman (`estin`), nor one with the endings of an adjective."""
    return bool(noun) and not noun.endswith(("in", "innen")) and not noun.startswith("deutsche")


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    for _number, record in read_jsonl(path):
        yield record


def _verb_classes(path: Path) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for record in _lines(path):
        found.setdefault(record["class"], set()).update(record["verbs"])
    return {name: frozenset(words) for name, words in found.items()}
