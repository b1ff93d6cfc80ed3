"""Verbless sentences that tell of several people one after the other.

`Norris innen, Sainz außen`, `Leclerc in der Mauer, Gasly mit Plattfuß an der Box`, `Kollision
zwischen Vergne und Bird, beide draußen`: each part is a fragment of its own.
"""

from __future__ import annotations

from .agreement import NOMINATIVE
from .chunk import Item
from .draft import Draft
from .kinds import NAMED, label
from .tokens import MEASURES, Tokens


def split_fragment(tokens: Tokens, draft: Draft) -> list[Draft]:
    """Take the later parts out of a verbless draft; they come back as drafts of their own."""
    if draft.kind != "fragment" or not any(item[0] == "," for item in draft.items):
        return []
    starts = [0]
    for at, item in enumerate(draft.items):
        if item[0] in ",K" and at + 1 < len(draft.items):
            starts.append(at + 1)
    parts = [
        (start, draft.items[start : _end(draft.items, start)])
        for start in starts
        if draft.items[start][0] not in ",K"
    ]
    found: list[Draft] = []
    cuts = [
        start
        for order, (start, part) in enumerate(parts)
        if order and _tells(tokens, part) and (_tells(tokens, parts[order - 1][1]) or _all(tokens, part))
    ]
    for start, following in zip(cuts, [*cuts[1:], len(draft.items)], strict=True):
        one = Draft("fragment", draft.matrix)
        one.items, one.quote = draft.items[start:following], draft.quote
        _strip(one.items)
        found.append(one)
    if cuts:
        del draft.items[cuts[0] :]
        _strip(draft.items)
    return found


def _strip(items: list[Item]) -> None:
    while items and items[-1][0] in ",K|":
        items.pop()


def _end(items: list[Item], start: int) -> int:
    end = start
    while end < len(items) and items[end][0] not in ",K":
        end += 1
    return end


def _tells(tokens: Tokens, part: list[Item]) -> bool:
    """Whether a part names somebody and says something: `Sainz außen`, `beide draußen`."""
    chunks = [chunk for letter, _token, chunk in part if letter == "c" and chunk is not None]
    if len(chunks) < 2 or part[0][2] is not chunks[0] or not chunks[0].mask & NOMINATIVE:
        return False
    first, rest = chunks[0], chunks[1:]
    if first.prep is not None or (label(tokens, first) not in NAMED and not _all(tokens, part)):
        return False
    says = [c for c in rest if c.prep is not None or c.kind in ("adverb", "adjective")]
    if len(says) != len(rest):
        return False
    # `Vettel vor Hamilton`, `Webber im Red Bull`, `Vettel auf Rang drei` are no news of their own
    return any(
        label(tokens, c) not in NAMED | MEASURES | {"MANUFACTURER", "CLASS", "SERIES"} for c in says
    )


def _all(tokens: Tokens, part: list[Item]) -> bool:
    return tokens.lower[part[0][1]] in tokens.classes["both-or-all"]
