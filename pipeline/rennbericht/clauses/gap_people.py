"""Gaps in which only who and how is told anew: `A fiel mit einem Defekt aus, B mit einem Riss`."""

from __future__ import annotations

from .agreement import CASE_MASK, NOMINATIVE, PLURAL
from .chunk import Chunk, Item, can_be_subject
from .draft import Draft
from .kinds import CREWED, RACING, WHEN, counts_on, label, loose, somebody, tells_setting
from .tokens import MEASURES, Tokens

_OBJECT = CASE_MASK["a"]
#: a noun, also one that somebody's name seems to stand in (`Long-Lap-Strafe`)
_THINGS = ("", "PERSON")
#: prepositions before whom something befalls
_CONCERNED = frozenset({"für", "bei", "an"})
#: what may belong to a name before it: `A im BMW, B im Audi`
_ATTRIBUTES = RACING | {"MANUFACTURER", "POSITION", "GAP"}


def same_way(tokens: Tokens, earlier: list[Chunk], chunks: list[Chunk]) -> bool:
    """Whether it befalls another in the same way.

    `A schied in der ersten, B in der letzten Runde aus`, `für A war in Kurve eins Schluss, für B
    nach einem Dreher`.
    """
    first, rest = chunks[0], chunks[1:]
    if label(tokens, first) not in RACING or first.prep not in (None, "für"):
        return False
    who = [c for c in earlier if c.prep == first.prep and not tells_setting(tokens, c)]
    if first.prep is None:
        who = [c for c in who if c.kind == "pronoun" or c.definite or label(tokens, c) in RACING]
        vehicles = tokens.classes["vehicle-noun"]
        who = [c for c in who if tokens.lemmas[c.head].lower() not in vehicles]
        # holte sich den Sieg im ersten Rennen, B im zweiten
        who = [c for c in who if c.mask & NOMINATIVE]
    if len(who) != 1 or label(tokens, who[0]) not in RACING:
        return False
    if any(
        c.prep is None
        and c.kind != "adverb"
        and not tells_setting(tokens, c)
        and tokens.tags[c.head] != "CARD"
        for c in rest
    ):
        return False
    return (
        first.prep is not None
        or _same_part(tokens, earlier, rest)
        or _other_cause(tokens, earlier, chunks)
    )


def _same_part(tokens: Tokens, earlier: list[Chunk], rest: list[Chunk]) -> bool:
    """Whether two phrases tell the same with the same preposition."""
    return any(
        one.prep == other.prep not in (None, "von", "aus")
        and (
            label(tokens, one) == label(tokens, other)
            or counts_on(tokens, other)
            or (counts_on(tokens, one) and label(tokens, other) in WHEN)
        )
        and label(tokens, one) not in _ATTRIBUTES
        for one in rest
        for other in earlier
    )


def _other_cause(tokens: Tokens, earlier: list[Chunk], chunks: list[Chunk]) -> bool:
    """Whether another cause is told: `A fiel nach einem Dreher aus, B mit einem Defekt`.

    But `siegte vor A, B mit einem Defekt` lists on.
    """
    last = earlier[-1]
    if label(tokens, last) in RACING and last.end + 1 >= chunks[0].start:
        return False
    before = tokens.classes["cause-preposition"]
    causes = [c for c in chunks[1:] if c.prep in before and c.mention < 0]
    told = [c for c in earlier if c.prep in before and c.mention < 0]
    settings = [c for c in earlier if tells_setting(tokens, c)]
    return bool(causes) and bool(told or settings)


def together(tokens: Tokens, before: list[Item], rest: list[Item]) -> bool:
    """Whether a name behind a mark is one more of those who act, the verb in the plural.

    `In Runde neun verloren A und B an der Box Zeit`: of A alone the verb is none.
    """
    first = rest[0][2] if rest else None
    if not can_be_subject(first) or first is None or label(tokens, first) not in RACING:
        return False
    listed: list[Chunk] = []
    for at in range(len(before) - 1, -1, -2):
        chunk = before[at][2]
        if chunk is None or label(tokens, chunk) != "DRIVER" or len(chunk.names) > 1:
            return False
        listed.append(chunk)
        if at == 0 or before[at - 1][0] not in ",K":
            break
    acting = [c for _l, _t, c in before if can_be_subject(c) and c is not None]
    acting = [c for c in acting if not tells_setting(tokens, c)]
    # das Podium vervollständigten A und B auf Rang drei: one thing is no subject of a plural
    acting = [c for c in acting if label(tokens, c) in RACING or c.mask & NOMINATIVE & PLURAL]
    return bool(listed) and len(acting) == len(listed)


def among(tokens: Tokens, rest: list[Item]) -> bool:
    """Whether the clause ends in who is of the many: `Fünf Autos standen, darunter der von B`."""
    first = rest[0][2] if rest else None
    if first is None:
        return False
    if tokens.lower[first.head] not in tokens.classes["among"] and not (
        first.prep == "unter" and tokens.tags[first.head] in ("PPER", "PRELS")
    ):
        return False
    named = [c for _l, _t, c in rest[1:] if c is not None and not loose(c)]
    if not named or named[0].prep is not None or label(tokens, named[0]) not in RACING:
        return False
    return bool(named[0].mask & NOMINATIVE) and all(letter in "cpRK,|" for letter, _t, _c in rest)


def also(tokens: Tokens, before: list[Item], rest: list[Item]) -> int:
    """Where the words end that tell whom it befalls later, 0 where none do.

    `A schied aus, kurz darauf auch B und C`; who gets past may be told without `auch`: `A zog
    vorbei, dann B und schließlich C`. Of an object too nobody knows more than of the subject:
    `ließ A vorbei, später auch B`.
    """
    at = _behind_adverbs(tokens, rest, 0)
    who = rest[at][2] if at < len(rest) else None
    if not at or who is None or who.prep is not None or label(tokens, who) not in RACING:
        return 0
    adverbs = [tokens.lower[c.head] for _l, _t, c in rest[:at] if c is not None]
    past = tokens.classes["past-particle"]
    passes = any(letter == "T" and tokens.lower[i] in past for letter, i, _c in before)
    told = "auch" in adverbs[-2:] or (
        passes and not tokens.classes["order-of-telling"].isdisjoint(adverbs)
    )
    if not told or not who.mask & NOMINATIVE:
        return 0
    # A und B are one
    joined = [False, *(letter in ",K" for letter, _t, _c in before)]
    bare = [c for (_l, _t, c), on in zip(before, joined, strict=False) if c is not None and not on]
    bare = [c for c in bare if c.prep is None and not loose(c) and not tells_setting(tokens, c)]
    if len(bare) != 1 or not all(letter in "cpRK,|" for letter, _t, _c in rest):
        return 0
    for i in range(at + 1, len(rest)):
        if rest[i][0] in ",K" and _behind_adverbs(tokens, rest, i + 1) > i + 1:
            return i
    return len(rest)


def _behind_adverbs(tokens: Tokens, items: list[Item], at: int) -> int:
    """Where adverbs and words that tell when or where end, from an item on."""
    while at < len(items):
        chunk = items[at][2]
        if chunk is None or not (loose(chunk) or tells_setting(tokens, chunk)):
            break
        at += 1
    return at


def as_well(tokens: Tokens, earlier: list[Chunk], chunks: list[Chunk]) -> bool:
    """Whether it befalls another as well: `A stürzte, B ebenfalls`."""
    people, likewise = chunks[:-1], chunks[-1]
    if tokens.lower[likewise.head] not in tokens.classes["as-well"] or len(people) > 2:
        return False
    if any(who.prep is not None or label(tokens, who) not in RACING for who in people):
        return False
    bare = [c for c in earlier if c.prep is None and c.kind in ("np", "pronoun")]
    bare = [c for c in bare if not tells_setting(tokens, c)]
    # A und B kollidierten, C und D ebenfalls
    return len(bare) == 1 or (len(bare) == len(people) == 2 and bare[0].end + 1 == bare[1].start)


def not_so(tokens: Tokens, draft: Draft, rest: list[Item]) -> bool:
    """Whether somebody else could not do the same: `A konnte weiterfahren, B nicht`."""
    who = rest[0][2] if rest else None
    if who is None or who.prep is not None or not who.mask & NOMINATIVE:
        return False
    if label(tokens, who) not in RACING | CREWED and not somebody(who):
        return False
    if not tokens.tags[draft.finite].startswith("VM"):
        return False
    behind = [item for item in rest[1:] if item[2] is None or not _of_who(tokens, item[2])]
    return [letter for letter, _token, _c in behind if letter not in "|,"] == ["G"]


def _of_who(tokens: Tokens, chunk: Chunk) -> bool:
    """Whether a phrase only adds to somebody: `der Audi von B dagegen`, `B im Audi`."""
    return loose(chunk) or (chunk.prep in ("von", "in") and label(tokens, chunk) in _ATTRIBUTES)


def same_deed(tokens: Tokens, earlier: list[Chunk], chunks: list[Chunk]) -> bool:
    """Whether who and what are told anew: `A kassierte eine Verwarnung, B eine Zeitstrafe`.

    So too `A gewann die Prüfungen vier und sechs, B die fünfte`, `A bekam eine Rüge, B zehn
    Sekunden`, `A gewann drei Prüfungen, B zwei`.
    """
    counted = any(_thing(tokens, c) and tokens.tags[c.start] == "CARD" for c in earlier)
    for half in (earlier, chunks):
        bare = [c for c in half if c.prep is None and c.kind in ("np", "pronoun")]
        bare = [c for c in bare if _thing(tokens, c) or not tells_setting(tokens, c)]
        # die Prüfungen vier und sechs, den zweiten und den sechsten
        bare = [c for c in bare if not _counts_again(tokens, c)]
        people = [c for c in bare if label(tokens, c) in RACING and c.mask & NOMINATIVE]
        things = [c for c in bare if _thing(tokens, c) or (counted and _number(tokens, c))]
        if len(people) != 1 or len(things) != 1 or len(bare) != 2:
            return False
    return label(tokens, chunks[0]) in RACING and chunks[0].prep is None


def _thing(tokens: Tokens, chunk: Chunk) -> bool:
    """Whether a phrase can be what somebody gets or does: `eine Strafe`, `zehn Sekunden`."""
    if chunk.start == chunk.head or not chunk.mask & _OBJECT:
        return False
    if tokens.lower[chunk.end] in tokens.classes["later"]:
        # zehn Sekunden später
        return False
    named = label(tokens, chunk)
    counted = named == "TIME" and tokens.code[chunk.start] in "CU"
    return named in _THINGS or counted or (named == "SESSION" and tokens.code[chunk.start] == "D")


def _number(tokens: Tokens, chunk: Chunk) -> bool:
    """Whether a phrase is a number alone, which counts what was told before."""
    return chunk.start == chunk.head and tokens.tags[chunk.head] == "CARD" and chunk.mention < 0


def _counts_again(tokens: Tokens, chunk: Chunk) -> bool:
    """Whether `und` joins a number or an ordinal to what was counted before it."""
    before = chunk.start - 1
    if before < 0 or tokens.code[before] != "K":
        return False
    return tokens.tags[chunk.head] == "CARD" or counts_on(tokens, chunk)


def same_fate(tokens: Tokens, earlier: list[Chunk], chunks: list[Chunk]) -> bool:
    """Whether for whom and what are told anew: `Für A gab es eine Strafe, für B eine Rüge`.

    So too `Bei A streikte die Bremse, bei B das Getriebe`.
    """
    first, rest = chunks[0], chunks[1:]
    if first.prep not in _CONCERNED or earlier[0].prep != first.prep or not rest:
        return False
    if first.prep != "für":
        whose = [label(tokens, c) for c in (first, earlier[0])]
        if any(one not in _ATTRIBUTES or one in MEASURES for one in whose):
            return False
    rest = [c for c in rest if c.prep != "von" or label(tokens, c) not in RACING]
    things = [c for c in rest if c.prep is None and c.kind == "np"]
    return len(things) == 1 and things[0] is rest[0] and label(tokens, things[0]) in _THINGS


def domino(tokens: Tokens, earlier: list[Chunk], chunks: list[Chunk]) -> bool:
    """Whether who was pushed into is pushed himself: `A schob B in C, C in die Mauer`."""
    if len(chunks) < 2:
        return False
    first, rest = chunks[0], chunks[1:]
    if first.prep is not None or label(tokens, first) not in RACING:
        return False
    hit = [c for c in earlier if c.prep is not None and label(tokens, c) in RACING]
    return (
        bool(hit)
        and tokens.lower[hit[-1].head] == tokens.lower[first.head]
        and rest[0].prep == hit[-1].prep
    )
