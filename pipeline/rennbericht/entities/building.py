"""The tables of the gazetteer, made from the lines of `patterns/entities` and `patterns/facts`."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

import spacy

from ..contract import slug
from ..errors import PatternError
from ..patterns import read_part
from . import folding, nameparts, tables
from .folding import keys, spellings, words
from .nameparts import surname_words

LABELS = (
    "DRIVER", "PERSON", "TEAM", "MANUFACTURER", "CAR", "TRACK", "CORNER", "SERIES", "CLASS",
)  # fmt: skip
_CAPITALS = 5
_NUMBERS = {label: number for number, label in enumerate(LABELS)}


def digest(root: Path) -> str:
    """Hex digest of all that the tables depend on: pattern lines, code, the tokenizer's units."""
    total = sha256(spacy.__version__.encode())
    for module in (slug, folding, nameparts, tables):
        total.update(Path(str(module.__file__)).read_bytes())
    total.update(Path(__file__).read_bytes())
    for part in ("facts", "entities"):
        for path in sorted((root / part).glob("*.jsonl")):
            total.update(path.name.encode())
            with path.open("rb") as file:
                file_digest(file, lambda: total)
    return total.hexdigest()


def build(root: Path) -> list[bytes]:
    """The packed tables of entities, phrases and surnames.

    A key of the latter two is the folded words of a name, a blank behind each. A phrase gives
    [number of the label, number of the entity, whether capitals are needed, `1` for each word
    that is capitalised], a surname the numbers of its bearers, an entity [its name, or None where
    no line of `entities` has it; its facts].

    Raises:
        PatternError: a line lacks a key (RB103) or holds an unknown value (RB104).
    """
    facts: dict[str, dict[str, Any]] = {}
    for path, number, record in read_part(root, "facts"):
        if "id" not in record:
            raise PatternError("RB103", "`id`", path=path, line=number)
        facts.setdefault(record.pop("id"), {}).update(record)
    names: dict[str, str] = {}
    phrases: dict[str, list[tuple[int, str, bool, str]]] = {}
    written: dict[str, list[str]] = {}
    for label, entity, pattern in _lines(root):
        written.setdefault(entity, []).append(pattern)
        names.setdefault(entity, facts.get(entity, {}).get("name") or pattern)
        for form in spellings(pattern):
            _enter(phrases.setdefault(_key(form), []), _NUMBERS[label], entity, form)
    surnames: dict[str, dict[str, None]] = {}
    for entity, name in names.items():
        if entity.startswith(("driver:", "person:")):
            known = facts.get(entity, {})
            for surname in [*_surnames(name, known), *_variants(name, written[entity], known)]:
                for form in spellings(surname):
                    surnames.setdefault(_key(form), {})[entity] = None
    entities = tables.pack(
        {one: [names.get(one), facts.get(one, {})] for one in dict.fromkeys([*names, *facts])}
    )
    number_of = tables.Table(entities).number
    numbered = {
        key: [(label, number_of(one), *rest) for label, one, *rest in row]
        for key, row in phrases.items()
    }
    bearers = {key: [number_of(one) for one in row] for key, row in surnames.items()}
    return [entities, tables.pack(numbered), tables.pack(bearers)]


def _key(form: str) -> str:
    return " ".join(keys(form)) + " "


def _enter(row: list[tuple[int, str, bool, str]], label: int, entity: str, form: str) -> None:
    """Add one way to write an entity, unless it is there without the need of capitals."""
    cut = words(form)
    capitals = len(cut) == 1 and len(form) <= _CAPITALS and form.isupper() and form.isalpha()
    upper = "".join("01"[word[0].isupper() or word[0].isdigit()] for word in cut)
    for place, known in enumerate(row):
        if known[:2] == (label, entity):
            if known[2]:
                row[place] = (label, entity, capitals, upper)
            return
    row.append((label, entity, capitals, upper))


def _surnames(name: str, facts: dict[str, Any]) -> list[str]:
    given = facts.get("surname")
    if given:
        return [given] if isinstance(given, str) else list(given)
    return [" ".join(surname_words(name))]


def _variants(name: str, written: list[str], facts: dict[str, Any]) -> list[str]:
    """Surnames of a name's other spellings beside the same first name: `Daniil Kwjat`."""
    first = name.split()[0]
    others = [one for one in written if one.split()[0] == first and len(one.split()) > 1]
    return [] if facts.get("surname") else [" ".join(surname_words(one)) for one in others]


def _lines(root: Path) -> Iterator[tuple[str, str, str]]:
    """(label, id, text) of the lines in EntityRuler form."""
    for path, number, record in read_part(root, "entities"):
        for needed in ("label", "pattern", "id"):
            if needed not in record:
                raise PatternError("RB103", f"`{needed}`", path=path, line=number)
        if record["label"] not in _NUMBERS:
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
