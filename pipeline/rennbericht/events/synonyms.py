"""Sets of words that frames name as one (`@place`), each resolved once: many frames share them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from .line import Words, as_list

#: before the name of a set
SIGN = "@"


class Synonyms:
    """Sets by their names.

    Args:
        sets: name -> words and names of other sets.
    """

    def __init__(self, sets: Mapping[str, Sequence[str]]) -> None:
        self._sets = sets
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

    def _of_set(self, name: str, written: Callable[[str], str]) -> list[str]:
        key = name, written
        words = self._resolved.get(key)
        if words is None:
            words = self._resolved[key] = self.words(list(self._sets[name]), written)
        return words
