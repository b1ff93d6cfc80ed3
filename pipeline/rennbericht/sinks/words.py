"""Records without the article's words: offsets, ids and names stay."""

from __future__ import annotations

from typing import Any

import orjson

from rennbericht.contract.serialise import dump_line

#: keys whose values are words of the article
_WORDS = frozenset({"text", "title"})


def without_words(line: str) -> str:
    """A record's line without the words of the article that it quotes."""
    return dump_line(_stripped(orjson.loads(line)))


def _stripped(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _stripped(inner) for key, inner in value.items() if key not in _WORDS}
    if isinstance(value, list):
        return [_stripped(inner) for inner in value]
    return value
