"""Hard boundaries: quotations, colons, semicolons, parentheses and dashes with a clause in them."""

from __future__ import annotations

from dataclasses import dataclass, field

from .chunk import Item
from .chunks import Chunker
from .draft import Draft
from .kinds import label
from .tokens import Tokens
from .words import Words


@dataclass(slots=True)
class Run:
    """Items that are cut into clauses together."""

    items: list[Item]
    #: number of the quotation, 0 outside of one
    quote: int = 0
    drafts: list[Draft] = field(default_factory=list)


def split_runs(tokens: Tokens, items: list[Item], chunker: Chunker) -> list[Run]:
    """Split a sentence's items where no clause can go on."""
    letters = {item[0] for item in items}
    reasons = "denn" in tokens.lower[items[0][1] : items[-1][1]] if items else False
    if not letters & set('";:-p') and not reasons:
        return [Run(items)]
    runs: list[Run] = []
    if "p" in letters:
        items, inner = _parentheses(tokens, items, chunker)
        runs.extend(inner)
    if "-" in letters:
        items, inner = _dashes(tokens, items)
        runs.extend(inner)
    for quote, part in _quotations(items) if '"' in letters else [(0, items)]:
        pieces = _colons(tokens, part)
        for piece in _reasons(tokens, pieces) if reasons else pieces:
            if any(item[0] not in ",K" for item in piece):
                runs.append(Run(piece, quote))
    runs.sort(key=lambda run: run.items[0][1])
    return runs


def _has_verb(items: list[Item]) -> bool:
    return any(item[0] == "F" for item in items)


def _parentheses(
    tokens: Tokens, items: list[Item], chunker: Chunker
) -> tuple[list[Item], list[Run]]:
    """Take out parentheses that hold a clause; the others stay with their phrase."""
    kept: list[Item] = []
    inner: list[Run] = []
    for item in items:
        if item[0] == "p":
            end = item[1] + 1
            while end < len(tokens.code) and tokens.code[end] != ")":
                end += 1
            if any(tokens.code[i] == "F" for i in range(item[1] + 1, end)):
                inner.append(Run(chunker.items(tokens, item[1] + 1, end)))
                continue
        kept.append(item)
    return kept, inner


def _dashes(tokens: Tokens, items: list[Item]) -> tuple[list[Item], list[Run]]:
    """Take out a clause between two dashes that interrupts another one."""
    marks = [i for i, item in enumerate(items) if item[0] == "-"]
    if len(marks) != 2:
        return items, []
    left, inner, right = items[: marks[0]], items[marks[0] + 1 : marks[1]], items[marks[1] + 1 :]
    if not _has_verb(inner) or not left or not right:
        return items, []
    unfinished = not _has_verb(left) or (
        not any(item[0] in "VT" for item in left) and any(item[0] in "VT" for item in right)
        and not _has_verb(right)
    )  # fmt: skip
    return (left + right, [Run(inner)]) if unfinished else (items, [])


def _quotations(items: list[Item]) -> list[tuple[int, list[Item]]]:
    """Parts inside and outside of quotations that hold a clause; marks are dropped."""
    parts: list[tuple[int, list[Item]]] = []
    outside: list[Item] = []
    number = 0
    position = 0
    while position < len(items):
        item = items[position]
        if item[0] != '"':
            outside.append(item)
            position += 1
            continue
        close = position + 1
        while close < len(items) and items[close][0] != '"':
            close += 1
        inside = items[position + 1 : close]
        if not _has_verb(inside):
            # a name or a title: the marks change nothing
            outside.extend(inside)
            position = close + 1
            continue
        if close == len(items) and _has_verb(outside) and inside[0][0] == ",":
            # only the end of the quotation stands in this sentence
            number += 1
            parts.append((number, outside))
            outside = []
            position += 1
            continue
        if outside:
            parts.append((0, outside))
            outside = []
        number += 1
        parts.append((number, inside))
        position = close + 1
    if outside:
        parts.append((0, outside))
    return parts


def _colons(tokens: Tokens, items: list[Item]) -> list[list[Item]]:
    """Parts between semicolons, and between colons where one side holds a verb.

    `WP 4: Evans am schnellsten` is a note below the name of a stage.
    """
    parts: list[list[Item]] = [[]]
    for position, item in enumerate(items):
        if item[0] == ";":
            parts.append([])
        elif item[0] == ":":
            before = parts[-1]
            head = before[0][2] if len(before) == 1 else None
            heading = head is not None and label(tokens, head) == "SESSION"
            if heading or _has_verb(before) or _has_verb(items[position + 1 :]):
                parts.append([])
        else:
            parts[-1].append(item)
    return [part for part in parts if part]


def _reasons(tokens: Tokens, parts: list[list[Item]]) -> list[list[Item]]:
    """Parts parted again before `, denn`, which opens a main clause with whatever follows."""
    found: list[list[Item]] = []
    for part in parts:
        begin = 0
        for position in range(1, len(part)):
            opens = part[position][0] == "K" and tokens.lower[part[position][1]] == "denn"
            parted = opens and part[position - 1][0] == "," and _has_verb(part[position:])
            if parted and _has_verb(part[begin:position]):
                found.append(part[begin : position - 1])
                begin = position
        found.append(part[begin:])
    return found


def speech_links(tokens: Tokens, runs: list[Run], words: Words) -> None:
    """Tie the main clauses of quotations to the clause that says whose words they are."""
    for position, run in enumerate(runs):
        if not run.quote:
            continue
        speaker: Draft | None = None
        for other in (*runs[position + 1 : position + 2], *runs[max(position - 1, 0) : position]):
            if other.quote or not other.drafts:
                continue
            speaker = _speaker(tokens, other, words)
            if speaker is not None:
                break
        for draft in run.drafts:
            if draft.matrix is None and draft.kind in ("main", "fragment") and speaker is not None:
                draft.speech_of = speaker


def says(tokens: Tokens, items: list[Item], finite: int, words: Words) -> bool:
    """Whether a verb is one of saying, also with its particle: `gab Vettel zu`."""
    lemma = tokens.lemmas[finite].lower()
    particles = [tokens.lower[token] for letter, token, _c in items if letter == "T"]
    whole = particles[-1] + lemma if particles else lemma
    return lemma in words.verbs["speech"] or whole in words.verbs["speech"]


def _speaker(tokens: Tokens, run: Run, words: Words) -> Draft | None:
    for draft in run.drafts:
        first = next((item for item in draft.items if item[1] >= 0), None)
        if draft.kind == "fragment" and first is not None and tokens.lower[first[1]] == "so":
            return draft
        if draft.finite >= 0 and says(tokens, draft.items, draft.finite, words):
            return draft
        if draft.kind == "fragment" and len(run.drafts) == 1:
            return draft
    return None
