"""The words that measured expressions are made of, from `patterns/language`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from ...errors import PatternError
from ...patterns import patterns_dir, read_jsonl

Facts = dict[str, Any]
_KEYS = {
    "rank-nouns.jsonl": {"kind", "words", "plural", "session", "championship", "overall", "class",
                         "within", "places", "note"},
    "units.jsonl": {"unit", "words", "plural", "seconds", "from_end", "is", "formation", "note"},
    "sessions.jsonl": {"session", "words", "code", "numbered", "note"},
    "measure-cues.jsonl": {"cue", "words", "note"},
}  # fmt: skip
#: keys of a rank noun or prefix that its mention's value takes over
RANK_KEYS = ("session", "championship", "overall", "class")


@dataclass(slots=True)
class Vocabulary:
    """Word tables; words of cues and nouns as written in the files, prefixes in lower case."""

    ranks: dict[str, Facts] = field(default_factory=dict)
    prefixes: dict[str, Facts] = field(default_factory=dict)
    rank_guards: dict[str, frozenset[str]] = field(default_factory=dict)
    units: dict[str, Facts] = field(default_factory=dict)
    sessions: dict[str, Facts] = field(default_factory=dict)
    session_codes: dict[str, str] = field(default_factory=dict)
    cues: dict[str, frozenset[str]] = field(default_factory=dict)
    #: what `find_measures` has found out about single words, see `dispatch`
    seen: dict[str, Any] = field(default_factory=dict)


_GUARDS = frozenset(
    {
        "foreign-prefix",
        "name-after",
        "not-after",
        "outsiders-after",
        "lower-after",
        "people",
        "time-noun",
    }
)


@lru_cache(maxsize=4)
def load_vocabulary(folder: Path | None = None) -> Vocabulary:
    """Read the word tables.

    Args:
        folder: the patterns folder, or None for the shipped one.

    Raises:
        PatternError: RB102 or RB103 with file and line.
    """
    language = (folder or patterns_dir()) / "language"
    made = Vocabulary()
    for line in _lines(language / "rank-nouns.jsonl", "kind"):
        kind, words = line["kind"], line["words"]
        if kind in _GUARDS:
            made.rank_guards[kind] = made.rank_guards.get(kind, frozenset()) | frozenset(words)
        elif kind == "prefix":
            made.prefixes.update({word.lower(): line for word in words})
        else:
            made.ranks.update({word: line for word in words})
    for line in _lines(language / "units.jsonl", "unit"):
        made.units.update({word: line for word in line["words"]})
    for line in _lines(language / "sessions.jsonl", "session"):
        if line.get("code"):
            made.session_codes.update({word: line["session"] for word in line["words"]})
        else:
            made.sessions.update({word: line for word in line["words"]})
    for line in _lines(language / "measure-cues.jsonl", "cue"):
        made.cues[line["cue"]] = frozenset(line["words"])
    return made


def _lines(path: Path, name: str) -> Iterator[Facts]:
    known = _KEYS[path.name]
    for number, record in read_jsonl(path):
        for key in sorted(record.keys() - known):
            raise PatternError("RB102", repr(key), path=path, line=number)
        for key in (name, "words"):
            if key not in record:
                raise PatternError("RB103", repr(key), path=path, line=number)
        yield record
