"""Sets of words that frames name as one (`@place`), each resolved once: many frames share them.

A set may say what its words give an event (`@pen_time`: `"kind": "time"`), so that one line tells
of penalties of every kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from .line import BY_NOUN, FrameLine, Words, as_list

#: before the name of a set
SIGN = "@"


class Synonyms:
    """Sets by their names.

    Args:
        sets: name -> words and names of other sets.
        gives: name -> the attributes that its words give.
    """

    def __init__(
        self,
        sets: Mapping[str, Sequence[str]],
        gives: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> None:
        self._sets = sets
        self._gives = gives or {}
        self._resolved: dict[tuple[str, Callable[[str], str]], list[str]] = {}

    def words(self, value: Words | None, written: Callable[[str], str] = str.lower) -> list[str]:
        """The words that a key of a line gives.

        Args:
            value: words and names of sets.
            written: how a word is to be written.

        Raises:
            KeyError: with the name of a set that there is not.
        """
        found: list[str] = []
        for word in as_list(value):
            if word.startswith(SIGN):
                found += self._of_set(word, written)
            else:
                found.append(written(word))
        return found

    def apart(self, line: FrameLine) -> list[FrameLine]:
        """A line for each set of its nouns, where it leaves an attribute to them.

        Args:
            line: a frame; without such an attribute it comes back as it is.

        Raises:
            KeyError: with the word or set that does not give the attribute.
        """
        asked = [key for key, value in line.attributes.items() if value == BY_NOUN]
        if not asked:
            return [line]
        return [
            line.model_copy(update={"noun": name, "attributes": line.attributes | given})
            for name, given in self._giving(as_list(line.noun), asked)
        ]

    def _giving(self, nouns: Iterable[str], asked: list[str]) -> list[tuple[str, dict[str, Any]]]:
        found: list[tuple[str, dict[str, Any]]] = []
        for noun in nouns:
            gives = self._gives.get(noun, {})
            if all(key in gives for key in asked):
                found.append((noun, {key: gives[key] for key in asked}))
            elif self._sets.get(noun):
                found += self._giving(self._sets[noun], asked)
            else:
                raise KeyError(f"{noun} gives no {asked[0]}")
        return found

    def _of_set(self, name: str, written: Callable[[str], str]) -> list[str]:
        key = name, written
        words = self._resolved.get(key)
        if words is None:
            words = self._resolved[key] = self.words(list(self._sets[name]), written)
        return words
