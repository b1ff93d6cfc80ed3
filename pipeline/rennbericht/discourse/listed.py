"""The slot `list`: who is named behind an anchor, or before one that ends its stretch."""

from __future__ import annotations

from ..clauses.model import Clause, Phrase
from .filler import MEASURES, Filler
from .reading import Reading


def listed(reading: Reading, clause: Clause, start: int) -> list[Filler]:
    """All participants named directly behind a token: `dahinter A (Audi), B (BMW) und C`.

    A list behind a colon is a clause of its own; it belongs to the anchor before it.
    """
    while start < len(reading.words) and reading.tags[start].startswith("$"):
        if reading.words[start] == ",":
            # Zweiter wurde, eine Sekunde dahinter, Norris: no list begins
            return []
        start += 1
    follower = clause["index"] + 1
    if follower < len(reading.clauses) and reading.clauses[follower]["kind"] == "fragment":
        behind = reading.clauses[follower]
        first = behind["phrases"][0]["start"] if behind["phrases"] else -1
        if first == start or _opens_list(reading, clause, start, first):
            clause, start = behind, first
    fillers: list[Filler] = []
    if not any(phrase["start"] == start for phrase in clause["phrases"]):
        return fillers
    for phrase in clause["phrases"]:
        own = phrase["attribute_of"] < 0 or reading.words[phrase["start"] - 1] == ","
        if phrase["start"] >= start and own and phrase["prep"] is None:
            mention = reading.mention_of(phrase)
            if mention is not None and mention["label"] in ("DRIVER", "TEAM", "CAR"):
                fillers.append(Filler(clause, phrase))
    return fillers


def _opens_list(reading: Reading, clause: Clause, start: int, first: int) -> bool:
    """Whether a list opens behind the clause's colon: `lautete die Reihenfolge am Ende: A, B`."""
    if first < 1 or reading.words[first - 1] != ":":
        return False
    return all(
        reading.label_at(phrase["head"]) not in ("DRIVER", "TEAM", "CAR")
        for phrase in clause["phrases"]
        if phrase["start"] >= start
    )


def before(reading: Reading, clause: Clause, noun: Phrase) -> list[Filler]:
    """Who is named before an anchor that ends its stretch: `B zwei Sekunden dahinter`."""
    if reading.words[noun["end"] : noun["end"] + 1] not in ([","], ["."], [";"], ["!"], []):
        return []
    for phrase in reversed(clause["phrases"]):
        if phrase["end"] > noun["start"] or phrase["attribute_of"] >= 0:
            continue
        mention = reading.mention_of(phrase)
        if phrase["kind"] == "np" and phrase["prep"] is None and mention is not None:
            if mention["label"] in ("DRIVER", "TEAM", "CAR"):
                return [Filler(clause, phrase)]
            if mention["label"] in MEASURES:
                continue
        if phrase["kind"] not in ("adverb", "adjective"):
            break
    return []
