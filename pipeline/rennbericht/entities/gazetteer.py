"""The gazetteer: names of `patterns/entities` by their words, facts of `patterns/facts` by id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import PatternError
from ..patterns import patterns_dir, read_jsonl
from .folding import keys, spellings, words

LABELS = frozenset(
    {"DRIVER", "PERSON", "TEAM", "MANUFACTURER", "CAR", "TRACK", "CORNER", "SERIES", "CLASS"}
)
_PARTICLES = (
    "van von vom der den de del della di da do dos du d' la le los el ten ter zu al bin ibn"
)
#: words that open a surname
PARTICLES = frozenset(_PARTICLES.split(" "))
#: these do where an apostrophe follows (`D’Ambrosio`, which the tokenizer cuts in three)
ELIDED = frozenset({"o", "d", "l", "dall", "dell"})
_CAPITALS = 5


class Name(NamedTuple):
    """One way to write an entity, as a pattern line gives it."""

    label: str
    id: str
    #: an acronym (`BAR`) is no match for the word `Bar`
    capitals: bool
    #: each word's first character has to be a capital or digit where it is one in the pattern
    upper: tuple[bool, ...]


@dataclass(slots=True)
class Gazetteer:
    """Names, surnames and facts."""

    #: first key -> the keys that follow and the names they make, longest first
    phrases: dict[str, list[tuple[tuple[str, ...], list[Name]]]] = field(default_factory=dict)
    #: first key of a surname -> the keys that follow and the ids of its bearers
    surnames: dict[str, list[tuple[tuple[str, ...], list[str]]]] = field(default_factory=dict)
    #: id -> canonical name
    names: dict[str, str] = field(default_factory=dict)
    facts: dict[str, dict[str, Any]] = field(default_factory=dict)

    def ids(self, name: str, label: str | None = None) -> set[str]:
        """Ids of the entities that go by a name, of one label where given."""
        folded = keys(name)
        return {
            one.id
            for rest, names in self.phrases.get(folded[0], ())
            if rest == folded[1:]
            for one in names
            if label is None or one.label == label
        }

    def series(self, entity: str) -> frozenset[str]:
        """Ids of the series an entity is known from."""
        return frozenset(self.facts.get(entity, {}).get("series", ()))

    def seasons(self, entity: str) -> tuple[int, int] | None:
        """First and last year in which an entity may be met: its `era`, else its seasons."""
        facts = self.facts.get(entity, {})
        found = facts.get("era") or facts.get("seasons")
        return (int(found[0]), int(found[1])) if found else None


def surname_words(name: str) -> list[str]:
    """The surname of a full name: from its first particle, else the last word."""
    parts = words(name)
    while len(parts) > 2 and parts[-1].rstrip(".").lower() in {"jr", "sr", "junior", "senior"}:
        parts.pop()
    for index in range(1, len(parts) - 1):
        if parts[index].lower() in PARTICLES:
            return parts[index:]
    return parts[-1:]


@lru_cache(maxsize=4)
def load_gazetteer(folder: Path | None = None) -> Gazetteer:
    """Read the gazetteer of a patterns folder, the shipped one when None.

    Raises:
        PatternError: a line lacks a key (RB103) or holds an unknown value (RB104).
    """
    root = patterns_dir(folder)
    gazetteer = Gazetteer()
    for path in sorted((root / "facts").glob("*.jsonl")):
        for number, record in read_jsonl(path):
            if "id" not in record:
                raise PatternError("RB103", "`id`", path=path, line=number)
            gazetteer.facts.setdefault(record["id"], {}).update(record)
    phrases: dict[tuple[str, ...], dict[tuple[str, str], Name]] = {}
    surnames: dict[tuple[str, ...], dict[str, None]] = {}
    for label, entity, pattern in _lines(root / "entities"):
        name = gazetteer.facts.get(entity, {}).get("name")
        gazetteer.names.setdefault(entity, name or pattern)
        for form in spellings(pattern):
            cut = words(form)
            capitals = len(cut) == 1 and len(form) <= _CAPITALS and form.isupper()
            upper = tuple(word[0].isupper() or word[0].isdigit() for word in cut)
            entry = Name(label, entity, capitals and form.isalpha(), upper)
            known = phrases.setdefault(keys(form), {})
            if (label, entity) not in known or known[label, entity].capitals:
                known[label, entity] = entry
    for entity, name in gazetteer.names.items():
        if entity.startswith(("driver:", "person:")):
            for surname in _surnames(name, gazetteer.facts.get(entity, {})):
                for form in spellings(surname):
                    surnames.setdefault(keys(form), {})[entity] = None
    for all_keys, found in phrases.items():
        gazetteer.phrases.setdefault(all_keys[0], []).append((all_keys[1:], list(found.values())))
    for all_keys, bearers in surnames.items():
        gazetteer.surnames.setdefault(all_keys[0], []).append((all_keys[1:], list(bearers)))
    for table in (gazetteer.phrases, gazetteer.surnames):
        for rows in table.values():
            rows.sort(key=lambda row: (-len(row[0]), row[0]))
    return gazetteer


def _surnames(name: str, facts: dict[str, Any]) -> list[str]:
    given = facts.get("surname")
    if given:
        return [given] if isinstance(given, str) else list(given)
    return [" ".join(surname_words(name))]


def _lines(folder: Path) -> Iterator[tuple[str, str, str]]:
    """(label, id, text) of the lines in EntityRuler form."""
    for path in sorted(folder.glob("*.jsonl")):
        for number, record in read_jsonl(path):
            for needed in ("label", "pattern", "id"):
                if needed not in record:
                    raise PatternError("RB103", f"`{needed}`", path=path, line=number)
            if record["label"] not in LABELS:
                raise PatternError("RB104", f"label {record['label']!r}", path=path, line=number)
            pattern = record["pattern"]
            if isinstance(pattern, list):
                pattern = " ".join(_token_text(token, path, number) for token in pattern)
            if not pattern.split():
                raise PatternError("RB104", "empty pattern", path=path, line=number)
            yield record["label"], record["id"], pattern


def _token_text(token: Any, path: Path, line: int) -> str:
    """The text of one token of a token pattern; only ORTH, TEXT, LOWER are names."""
    if isinstance(token, dict) and len(token) == 1:
        kind, text = next(iter(token.items()))
        if kind in {"ORTH", "TEXT", "LOWER"} and isinstance(text, str) and text.strip():
            return text
    raise PatternError("RB104", f"token {token!r}: give ORTH or LOWER", path=path, line=line)
