"""The words by which zones are known, from `patterns/language/zones.jsonl`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ..errors import PatternError
from ..patterns import patterns_dir, read_jsonl

_FILE = "zones.jsonl"
_KEYS = {"zone", "match", "words"}
_MATCHES = {
    ("credit", "label"), ("credit", "sign"), ("credit", "house"), ("caption", "label"),
    ("byline", "label"), ("byline", "start"), ("byline", "from"), ("byline", "agency"),
    ("byline", "trailing"), ("byline", "inside"), ("byline", "particle"), ("link_list", "heading"),
    ("link_list", "line"), ("link_list", "bullet"), ("list_item", "bullet"),
    ("result_table", "header"), ("ticker", "label"),
    ("body", "numbered"),
    ("body", "lettered"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cues:
    """Compiled cue words, one matcher per kind of line."""

    credit_label: re.Pattern[str]
    credit_sign: tuple[str, ...]
    credit_house: re.Pattern[str]
    caption_label: frozenset[str]
    byline_label: frozenset[str]
    byline_start: tuple[str, ...]
    byline_from: frozenset[str]
    byline_trailing: tuple[str, ...]
    byline_inside: tuple[str, ...]
    byline_particle: frozenset[str]
    dateline: re.Pattern[str]
    agencies_only: re.Pattern[str]
    link_heading: frozenset[str]
    link_line: re.Pattern[str]
    link_bullet: tuple[str, ...]
    item_bullet: tuple[str, ...]
    table_header: frozenset[str]
    numbered: frozenset[str]
    lettered: frozenset[str]
    #: `14:32 Uhr:`, `[14:32]`, `14:32 Uhr - `, `Runde 12:`, `12. Runde -`
    ticker: re.Pattern[str]


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


@lru_cache(maxsize=4)
def load_cues(folder: Path | None = None) -> Cues:
    """Read and compile the cue words.

    Args:
        folder: the patterns folder, or None for the shipped one.

    Raises:
        PatternError: RB102, RB103 or RB104 with file and line.
    """
    path = (folder or patterns_dir()) / "language" / _FILE
    words: dict[tuple[str, str], list[str]] = {key: [] for key in _MATCHES}
    for number, record in read_jsonl(path):
        for key in record.keys() - _KEYS:
            raise PatternError("RB102", repr(key), path=path, line=number)
        for key in _KEYS.difference(record):
            raise PatternError("RB103", repr(key), path=path, line=number)
        kind = (record["zone"], record["match"])
        if kind not in words:
            raise PatternError("RB104", f"{kind[0]} by {kind[1]}", path=path, line=number)
        words[kind] += record["words"]
    agencies = _any(words["byline", "agency"])
    agency_list = rf"(?:{agencies})(?:\s?[/,+]\s?(?:{agencies}))*"
    credits = words["credit", "label"]
    labels = _any({*credits, *(word.upper() for word in credits)})
    label = _any(words["ticker", "label"])
    return Cues(
        credit_label=re.compile(rf"(?:^|(?<=[\s(,|/–—\[-]))(?:{labels})\s?:"),
        credit_sign=tuple(words["credit", "sign"]),
        credit_house=re.compile(rf"(?:{_any(words['credit', 'house'])})\)?\Z"),
        caption_label=_lower(words["caption", "label"]),
        byline_label=_lower(words["byline", "label"]),
        byline_start=tuple(words["byline", "start"]),
        byline_from=frozenset(words["byline", "from"]),
        byline_trailing=tuple(words["byline", "trailing"]),
        byline_inside=tuple(words["byline", "inside"]),
        byline_particle=frozenset(words["byline", "particle"]),
        dateline=re.compile(
            rf"[^.!?:;]{{2,60}}?\s?[(\[]{agency_list}[)\]]\s*[-–—:.]*\s*(?=\S)"
            # an agency that no list knows: a short word in brackets before a dash
            r"|[A-ZÄÖÜ][^.!?:;()]{1,40}?\s\([a-z]{2,5}(?:/[a-z]{2,5})*\)\s*[-–—]\s+(?=\S)"
            r"|[A-ZÄÖÜ]{3,}(?:[ /-][A-ZÄÖÜ]{2,})*\s+[-–—]\s+(?=[A-ZÄÖÜ„\"])"
        ),
        agencies_only=re.compile(rf"[(\[]?{agency_list}[)\]]?\Z"),
        link_heading=_lower(words["link_list", "heading"]),
        link_line=re.compile(rf"(?:{_any(words['link_list', 'line'])})(?!\w)", re.IGNORECASE),
        link_bullet=tuple(words["link_list", "bullet"]),
        item_bullet=tuple(words["list_item", "bullet"]),
        numbered=frozenset(words["body", "numbered"]),
        lettered=frozenset(words["body", "lettered"]),
        table_header=_lower(words["result_table", "header"]),
        ticker=re.compile(
            r"(?:[\[(]\d{1,2}[:.]\d\d\s?(?:Uhr|h)?[\])]\s*[:|–-]?"
            rf"|(?:\d{{1,2}}[:.]\d\d\s?(?:Uhr|h)?|(?:{label})\s?\d{{1,3}}(?:\s?/\s?\d{{1,3}})?"
            rf"|\d{{1,3}}\.\s(?:{label}))\s?(?::|[-–|](?=\s|\Z)|\Z))\s*"
        ),
    )


def _lower(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)
