"""Verbless sentences that tell of several people one after the other.

`Norris innen, Sainz außen`, `Leclerc in der Mauer, Gasly mit Plattfuß an der Box`, `Kollision
zwischen Vergne und Bird, beide draußen`: each part is a fragment of its own. So is each note about
one who is not named: `Startplatz acht, Dreher in der ersten Runde, Platz 14 im Ziel`.
"""

from __future__ import annotations

from ..german.lexicon import lexicon
from .agreement import NOMINATIVE
from .chunk import Chunk, Item
from .draft import Draft
from .kinds import NAMED, label, loose
from .segments import Segment
from .tokens import MEASURES, Tokens

#: what says nothing new of a name before it: `Vettel vor Hamilton`, `Webber im Red Bull`
_ATTRIBUTES = NAMED | MEASURES | {"MANUFACTURER", "CLASS", "SERIES"}
#: who may be told of in a list of notes: `Reifenschaden bei Norris, Platz zwölf`
_PEOPLE = NAMED | {"MANUFACTURER", "NUMBER"}
#: and before whom he is another one: `Kontakt mit Norris, Rad ab`
_AGAINST = frozenset({"mit", "gegen"})


def split_fragment(tokens: Tokens, draft: Draft) -> list[Draft]:
    """Take the later parts out of a verbless draft; they come back as drafts of their own."""
    verbless = draft.kind == "fragment" or (draft.kind == "participle" and draft.matrix is None)
    if not verbless or not any(item[0] == "," for item in draft.items):
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
    cuts: list[int] = []
    told = False
    for order, (start, part) in enumerate(parts):
        before, told = told, _tells(tokens, part)
        if order and told and part[-1][0] != "V" and (before or _all(tokens, part)):
            cuts.append(start)
    if not cuts and draft.kind == "fragment" and _notes(tokens, [part for _, part in parts]):
        cuts = [start for start, _ in parts[1:]]
    if not cuts:
        return []
    for start, following in zip(cuts, [*cuts[1:], len(draft.items)], strict=True):
        one = Draft("fragment", draft.matrix)
        one.items, one.quote = draft.items[start:following], draft.quote
        _strip(one.items)
        found.append(one)
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
    if part[-1][0] == "V" and chunks:
        # Norris mit Getriebeschaden ausgefallen
        return chunks[0].prep is None and label(tokens, chunks[0]) in NAMED
    if len(chunks) < 2 or part[0][2] is not chunks[0] or not chunks[0].mask & NOMINATIVE:
        return False
    first, rest = chunks[0], chunks[1:]
    if first.prep is not None or (label(tokens, first) not in NAMED and not _all(tokens, part)):
        return False
    says = [c for c in rest if c.prep is not None or loose(c)]
    if any(c not in says and label(tokens, c) not in MEASURES for c in rest):
        return False
    return any(label(tokens, c) not in _ATTRIBUTES for c in says)


def _notes(tokens: Tokens, parts: list[list[Item]]) -> bool:
    """Whether parts tell one thing each of who is not named: `Dreher in Stowe, nur Platz 15`."""
    for part in parts:
        chunks = [chunk for letter, _token, chunk in part if letter == "c" and chunk is not None]
        while chunks and loose(chunks[0]):
            del chunks[0]
        if not chunks or chunks[0].kind != "np" or chunks[0].prep is not None:
            return False
        if chunks[0].definite and chunks[0].start == part[0][1]:
            return False
        if any(label(tokens, chunk) in _PEOPLE and chunk.prep not in _AGAINST for chunk in chunks):
            return False
    return len(parts) > 1


def _all(tokens: Tokens, part: list[Item]) -> bool:
    return tokens.lower[part[0][1]] in tokens.classes["both-or-all"]


def complete(tokens: Tokens, top: Draft, segment: Segment) -> bool:
    """Whether verbless parts are told when a clause with its own subject begins.

    `Norris innen, Sainz außen, keiner steckt zurück`, `Fünf Sekunden Strafe für Stroll, er war in
    der Box zu schnell`.
    """
    if not segment.comma or segment.kon >= 0 or segment.finite < 1 or top.kind != "main":
        return False
    if _inverted(tokens, top, segment):
        return True
    subject = _subject(segment.items[: segment.finite])
    if subject is None:
        return False
    if _other(tokens, top, segment, subject):
        return True
    start = max((i + 1 for i, item in enumerate(top.items) if item[0] == ","), default=0)
    return start < len(top.items) and _tells(tokens, top.items[start:])


def _subject(items: list[Item]) -> Chunk | None:
    """The subject where nothing else stands before the verb: `auch Gasly`, `der BMW von Gasly`."""
    start = 0
    while start + 1 < len(items) and (first := items[start][2]) is not None and loose(first):
        start += 1
    subject = items[start][2]
    if subject is None or subject.prep is not None or not subject.mask & NOMINATIVE:
        return None
    if subject.kind not in ("np", "pronoun"):
        return None
    behind = all(
        letter == "p" or (letter == "c" and chunk is not None and chunk.kind == "pp")
        for letter, _token, chunk in items[start + 1 :]
    )
    return subject if behind else None


def _inverted(tokens: Tokens, top: Draft, segment: Segment) -> bool:
    """Whether a noun with its phrase stands before a clause whose subject is behind its verb.

    `Rang zwei für Norris, Dritter wurde Sainz`, `Sturz in Kurve eins, im Kies landeten auch Norris
    und Sainz`: a prefield holds one phrase only.
    """
    chunks = [chunk for letter, _token, chunk in top.items if letter == "c" and chunk is not None]
    if top.verbs or len(chunks) < 2 or len(chunks) < len(top.items):
        return False
    first, rest = chunks[0], chunks[1:]
    if first.kind != "np" or first.prep is not None or not first.mask & NOMINATIVE:
        return False
    if label(tokens, first) in NAMED or any(c.prep is None for c in rest):
        return False
    opening = segment.items[0][2]
    told = any(label(tokens, c) in NAMED for c in rest)
    if opening is None or opening.kind == "pronoun":
        # `Ein Sieg für Norris, das gab es noch nie`
        return False
    if not (told or opening.prep is not None or loose(opening)):
        return False
    behind = [c for letter, _token, c in segment.items[segment.finite + 1 :] if letter == "c"]
    return any(
        c is not None and c.kind in ("np", "pronoun") and c.prep is None and c.mask & NOMINATIVE
        for c in behind
    )


def _other(tokens: Tokens, top: Draft, segment: Segment, subject: Chunk) -> bool:
    """Whether nouns stand before a clause of somebody named: `Gelb in Sektor zwei, Gasly drehte`.

    But `Vettel, Alonso kommen` is a list, and so is what a plural verb tells.
    """
    first = top.items[0][2]
    if top.verbs or first is None:
        return False
    if tokens.tags[subject.head] == "PPER":
        return True
    if label(tokens, first) in NAMED or not (subject.definite or label(tokens, subject) in NAMED):
        return False
    readings = lexicon().finite(tokens.lower[segment.items[segment.finite][1]])
    return any(reading.number == "sg" for reading in readings)
