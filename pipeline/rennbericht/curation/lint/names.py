"""Names and classes: given twice, shared by two ids, and everyday words that nothing guards."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import Any

from rennbericht.entities.folding import keys, words
from rennbericht.german.lexicon import lexicon

from .findings import Finding, Line, Lines

#: labels whose single words count as names wherever they stand
UNGUARDED = frozenset({"SERIES", "CLASS", "MANUFACTURER", "PERSON"})
_NAME_TAGS = frozenset({"NE", "FM", "XY", "VVIMP"})


def repeated(lines: Lines) -> Iterator[Finding]:
    """The same name of the same id on two lines; spellings that fold to one are the same."""
    yield from _twice(
        (
            (line, (label, entity, keys(pattern)), repr(pattern))
            for line, label, entity, pattern in _names(lines)
        ),
        "take one of the lines out: accents, umlauts, hyphens need no lines of their own",
    )


def repeated_classes(lines: Lines) -> Iterator[Finding]:
    """A class of words on two lines, which the pipeline would take for one.

    Those of verbs have names of their own, those of other words share theirs over all files.
    """
    yield from _twice(
        (
            (line, ("verbs" in record, record["class"]), f"class {record['class']!r}")
            for line, record in lines.records("language")
            if isinstance(record.get("class"), str)
        ),
        "put all words into one line, or give this class a name of its own",
    )


def _twice(entries: Iterable[tuple[Line, Hashable, str]], advice: str) -> Iterator[Finding]:
    """Entries whose key an earlier line has, each with how to call it."""
    seen: dict[Hashable, Line] = {}
    for line, key, called in entries:
        first = seen.setdefault(key, line)
        if first is not line:
            where = f"{first.file}:{first.number}"
            yield line.finding("RB109", f"{called} stands already in {where}", advice)


def shared(lines: Lines) -> Iterator[Finding]:
    """One name under two ids of one label, unless the facts say that both bear it.

    Corners of different tracks may have one name; others need `shares_name` in their facts.
    """
    facts: dict[str, dict[str, Any]] = {}
    for _, record in lines.records("facts"):
        facts.setdefault(str(record.get("id")), {}).update(record)
    bearers: dict[tuple[str, tuple[str, ...]], dict[str, Line]] = {}
    for line, label, entity, pattern in _names(lines):
        bearers.setdefault((label, keys(pattern)), {}).setdefault(entity, line)
    for (label, _), by_id in bearers.items():
        ids = list(by_id)
        for at, entity in enumerate(ids[1:], start=1):
            for other in ids[:at]:
                if not _told_apart(label, facts.get(entity, {}), facts.get(other, {})):
                    yield by_id[entity].finding(
                        "RB110",
                        f"{by_id[entity].record['pattern']!r} is {entity} here and {other} in "  # type: ignore[index]
                        f"{by_id[other].file}:{by_id[other].number}",
                        "give both lines one id, or name the other id under `shares_name` in the "
                        "facts of one",
                    )


def _told_apart(label: str, one: dict[str, Any], other: dict[str, Any]) -> bool:
    if label == "CORNER" and one.get("track") != other.get("track"):
        return True
    return other.get("id") in one.get("shares_name", ()) or one.get("id") in other.get(
        "shares_name", ()
    )


def unguarded(lines: Lines) -> Iterator[Finding]:
    """Names of one word that the lexicon knows as an everyday word, and no guard speaks of."""
    declared = {str(r["word"]).lower() for _, r in lines.records("language") if "sense" in r}
    for line, label, _, pattern in _names(lines):
        cut = words(pattern)
        if label not in UNGUARDED or len(cut) != 1 or pattern.lower() in declared:
            continue
        tags = lexicon().tags(pattern) if lexicon().knows(pattern) else frozenset()
        if tags - _NAME_TAGS:
            yield line.finding(
                "RB117",
                f"{pattern!r} is in the lexicon as {', '.join(sorted(tags - _NAME_TAGS))}",
                'add {"word": "...", "sense": "word"} to language/name-guards.jsonl (a name only '
                'where it stands as one), or "sense": "name" where it means nothing else',
            )


def _names(lines: Lines) -> Iterator[tuple[Line, str, str, str]]:
    for line, record in lines.records("entities"):
        label, entity, pattern = (record.get(k) for k in ("label", "id", "pattern"))
        if isinstance(label, str) and isinstance(entity, str) and isinstance(pattern, str):
            yield line, label, entity, pattern
