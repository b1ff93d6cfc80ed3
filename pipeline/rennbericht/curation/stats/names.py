"""Names of the gazetteer and of participants, found in the words of a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rennbericht.patterns import read_part

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
#: stands for one name, or several on end
MASK = "‹›"

Words = tuple[str, ...]


def words(line: str) -> Words:
    """Return the words of a line; what a hyphen joins is one word."""
    return tuple(_WORD.findall(line))


class Names:
    """A table of names, each with the label it was listed under."""

    def __init__(self, names: Iterable[tuple[str, str]] = ()) -> None:
        self._by_first: dict[str, dict[Words, str]] = {}
        for label, name in names:
            self.add(label, name)

    def add(self, label: str, name: str) -> None:
        """List a name; the first label of a name stays."""
        parts = words(name)
        if parts:
            self._by_first.setdefault(parts[0], {}).setdefault(parts, label)

    def find(self, line: Words) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and label of the names of a line, the longest at each place."""
        at = 0
        while at < len(line):
            end, label = self._longest(line, at)
            if end > at:
                yield at, end, label
            at = max(end, at + 1)

    def _longest(self, line: Words, at: int) -> tuple[int, str]:
        best = at, ""
        for name, label in self._by_first.get(line[at], {}).items():
            end = at + len(name)
            if end > best[0] and line[at:end] == name:
                best = end, label
        return best

    def masked(self, line: Words) -> Words:
        """Return a line with every name, and names on end, as one mask; words in lower case."""
        result: list[str] = []
        done = 0
        for start, end, _ in self.find(line):
            result += [word.lower() for word in line[done:start]]
            if not result or start > done or result[-1] != MASK:
                result.append(MASK)
            done = end
        return (*result, *(word.lower() for word in line[done:]))


def listed_names(folder: Path) -> Names:
    """Return the names of a patterns folder."""
    return Names(
        (record["label"], record["pattern"])
        for _, _, record in read_part(folder, "entities")
        if isinstance(record["pattern"], str)
    )


def with_participants(names: Names, participants: Sequence[str]) -> Names:
    """Add participants of the gold: whole, and by each of their names."""
    for name in participants:
        names.add("DRIVER", name)
        for part in words(name):
            if part[0].isupper():
                names.add("DRIVER", part)
    return names
