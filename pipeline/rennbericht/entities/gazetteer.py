"""The gazetteer: names of `patterns/entities` by their words, facts of `patterns/facts` by id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from rennbericht.bounds import KEPT_WORDS

from ..cache import kept
from ..patterns import patterns_dir
from .building import LABELS, build, digest
from .tables import Table, join, split


class Name(NamedTuple):
    """One way to write an entity, as a pattern line gives it."""

    label: str
    id: str
    #: an acronym (`BAR`) is no match for the word `Bar`
    capitals: bool
    #: each word's first character has to be a capital or digit where it is one in the pattern
    upper: tuple[bool, ...]


class Names(Mapping[str, str]):
    """Canonical names by id."""

    def __init__(self, entities: Table) -> None:
        self._entities = entities

    def __getitem__(self, entity: str) -> str:
        found = self._entities.get(entity)
        if found is None or found[0] is None:
            raise KeyError(entity)
        return str(found[0])

    def __iter__(self) -> Iterator[str]:
        return (entity for entity in self._entities if self._entities.get(entity)[0] is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Facts(Mapping[str, dict[str, Any]]):
    """What is known of an entity, by its id; those of which nothing is known are left out."""

    def __init__(self, entities: Table) -> None:
        self._entities = entities

    def __getitem__(self, entity: str) -> dict[str, Any]:
        found = self._entities.get(entity)
        if found is None or not found[1]:
            raise KeyError(entity)
        facts: dict[str, Any] = found[1]
        return facts

    def get(self, entity: str, default: Any = None) -> Any:
        """The facts, or something else where there are none."""
        found = self._entities.get(entity)
        return default if found is None or not found[1] else found[1]

    def __iter__(self) -> Iterator[str]:
        return (entity for entity in self._entities if self._entities.get(entity)[1])

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Gazetteer:
    """Names, surnames and facts, each read from its packed table when it is asked for.

    Args:
        packed: what `building.build` gives.
    """

    def __init__(self, packed: Sequence[bytes | memoryview]) -> None:
        self._entities, self.phrases, self.surnames = map(Table, packed)
        self.names: Mapping[str, str] = Names(self._entities)
        self.facts: Mapping[str, dict[str, Any]] = Facts(self._entities)
        self._phrase: dict[str, list[Name]] = {}

    def phrase(self, folded: str) -> list[Name]:
        """The names that are written with these folded words, a blank behind each."""
        found = self._phrase.get(folded)
        if found is None:
            if len(self._phrase) >= KEPT_WORDS:
                self._phrase.clear()
            found = self._phrase[folded] = [
                Name(
                    LABELS[label], self._entities.key(entity), capitals,
                    tuple([c == "1" for c in upper]),
                )
                for label, entity, capitals, upper in self.phrases.get(folded) or ()
            ]  # fmt: skip
        return found

    def bearers(self, folded: str) -> list[str]:
        """Ids of the people of that surname, its words folded, a blank behind each."""
        return [self._entities.key(entity) for entity in self.surnames.get(folded) or ()]

    def parts_of_tracks(self) -> dict[str, str]:
        """Track that is part of another (`Nordschleife`) -> that one."""
        return {
            entity: self.facts[entity]["part_of"]
            for entity in self._entities.keys("track:")
            if "part_of" in self.facts.get(entity, {})
        }

    def series(self, entity: str) -> frozenset[str]:
        """Ids of the series an entity is known from."""
        return frozenset(self.facts.get(entity, {}).get("series", ()))

    def seasons(self, entity: str) -> tuple[int, int] | None:
        """First and last year in which an entity may be met: its `era`, else its seasons."""
        facts = self.facts.get(entity, {})
        found = facts.get("era") or facts.get("seasons")
        return (int(found[0]), int(found[1])) if found else None


def load_gazetteer(folder: Path | None = None) -> Gazetteer:
    """The gazetteer of a patterns folder, the shipped one when None; built once, then cached.

    Raises:
        PatternError: a line lacks a key (RB103) or holds an unknown value (RB104).
    """
    return _load(patterns_dir(folder))


@lru_cache(maxsize=4)
def _load(root: Path) -> Gazetteer:
    return Gazetteer(split(kept("gazetteer", digest(root), lambda: join(build(root)))))
