"""Tables of strings packed into bytes: a trie for the keys, one JSON value a key.

A million entries load as fast as their bytes are read; values are parsed when asked for.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Any

import marisa_trie
import orjson

from rennbericht.bounds import KEPT_WORDS

_WIDTH = 8
_MISSING = object()


class Table:
    """Keys and their values, read only.

    Args:
        packed: bytes that `pack` has made.

    """

    def __init__(self, packed: bytes | memoryview) -> None:
        trie, places, self._values = split(packed)
        self._trie = marisa_trie.Trie()
        self._trie.frombytes(bytes(trie))
        self._places = places.cast("Q")
        self._cache: dict[str, Any] = {}
        self._reach: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._trie)

    def __contains__(self, key: object) -> bool:
        return key in self._trie

    def __iter__(self) -> Iterator[str]:
        return self.keys("")

    def get(self, key: str) -> Any:
        """The value of a key, None where there is none."""
        value = self._cache.get(key, _MISSING)
        if value is _MISSING:
            number = self._trie.get(key)
            value = None if number is None else self._value(number)
            if len(self._cache) >= KEPT_WORDS:
                self._cache.clear()
            self._cache[key] = value
        return value

    def goes_on(self, prefix: str) -> bool:
        """Whether a longer key begins so."""
        keys = self._trie.iterkeys(prefix)
        first = next(keys, None)
        return first is not None and (first != prefix or next(keys, None) is not None)

    def reach(self, key: str) -> int:
        """1 where there is such a key, and 2 more where a longer one begins so."""
        reach = self._reach.get(key, -1)
        if reach < 0:
            if len(self._reach) >= KEPT_WORDS:
                self._reach.clear()
            reach = self._reach[key] = (key in self) + 2 * self.goes_on(key)
        return reach

    def keys(self, prefix: str) -> Iterator[str]:
        """The keys that begin so."""
        found: Iterator[str] = self._trie.iterkeys(prefix)
        return found

    def number(self, key: str) -> int:
        """The number of a key, by which another table can name it."""
        number: int = self._trie[key]
        return number

    def key(self, number: int) -> str:
        """The key of a number."""
        found: str = self._trie.restore_key(number)
        return found

    def _value(self, number: int) -> Any:
        return orjson.loads(self._values[self._places[number] : self._places[number + 1]])


def pack(rows: Mapping[str, Any]) -> bytes:
    """The bytes of a table whose values can be written as JSON."""
    trie = marisa_trie.Trie(rows)
    values = [b""] * len(rows)
    for key, value in rows.items():
        values[trie[key]] = orjson.dumps(value)
    places = array("Q", [0])
    total = 0
    for value in values:
        total += len(value)
        places.append(total)
    return join([trie.tobytes(), places.tobytes(), b"".join(values)])


def join(parts: Sequence[bytes]) -> bytes:
    """Several strings of bytes as one."""
    sizes = array("Q", [len(parts), *map(len, parts)])
    return b"".join([sizes.tobytes(), *parts])


def split(joined: bytes | memoryview) -> list[memoryview]:
    """What was joined, without copying it."""
    view = memoryview(joined)
    count = array("Q", view[:_WIDTH].tobytes())[0]
    sizes = array("Q", view[_WIDTH : _WIDTH * (count + 1)].tobytes())
    ends = list(accumulate(sizes, initial=_WIDTH * (count + 1)))
    return [view[start:end] for start, end in pairwise(ends)]
