"""Gapping: clauses whose verb stands only in the conjunct before.

`A wurde Zweiter, B Dritter` and `konnte er an A, zwei Runden später an B vorbeigehen` are two
clauses each. The second half is known by its parallel: at least two phrases, of which one repeats
the form of a phrase in the first half.
"""

from __future__ import annotations

from ..german.lexicon import lexicon
from .agreement import NOMINATIVE
from .chunk import Chunk, Item, can_be_subject
from .draft import Draft
from .gap_ends import end_of_gap
from .gap_parts import one_of_several, same_seat, without_measure
from .gap_people import (
    also,
    among,
    as_well,
    domino,
    not_so,
    same_deed,
    same_fate,
    same_way,
    together,
)
from .gap_places import AT_PLACE, moment_again, place_again, place_of_another
from .gap_shared import shares_rival
from .kinds import (
    RACING,
    RIVALS,
    counts_on,
    label,
    loose,
    somebody,
    tells_setting,
    tells_when,
    tells_where,
)
from .listing import crew_goes_on, points_go_on
from .tails import tail
from .tokens import MEASURES, Tokens

COPULAS = frozenset({"sein", "werden"})
#: prepositions before whom a place goes to
_GIVEN = frozenset({"an", "für"})


def split_gaps(tokens: Tokens, draft: Draft, others: list[Draft]) -> list[Draft]:
    """Take elided conjuncts out of a draft; they come back as drafts with `elided` set.

    Args:
        tokens: the document.
        draft: the clause.
        others: the clauses of its run, of which relative ones may hang on a conjunct.
    """
    if draft.finite < 0 or draft.kind in ("infinitive", "participle"):
        return []
    marks = [i for i, item in enumerate(draft.items) if item[0] in ",K"]
    if not marks:
        return []
    if not draft.final:
        verb = next((i for i, item in enumerate(draft.items) if item[1] == draft.finite), -1)
        marks = [mark for mark in marks if mark > verb]
    found: list[Draft] = []
    cut: list[tuple[int, int]] = []
    many = _many_act(tokens, draft)
    for order, mark in enumerate(marks):
        if (order and marks[order - 1] == mark - 1) or (cut and mark < cut[-1][1]):
            continue
        start = mark + 1
        while start < len(draft.items) and draft.items[start][0] in ",KG":
            start += 1
        if crew_goes_on(tokens, draft.items, mark, start):
            continue
        if points_go_on(tokens, draft.items, mark, start):
            continue
        first_end = cut[0][0] if cut else mark
        if not cut and many and together(tokens, draft.items[:mark], draft.items[start:]):
            continue
        conjunct = _conjunct(tokens, draft, draft.items[:first_end], mark, start)
        if conjunct is not None:
            end, keeps, follows = conjunct
            found.append(_elided(draft, draft.items[start:end], keeps, follows, others))
            cut.append((mark, end))
    for start, end in reversed(cut):
        del draft.items[start:end]
    return found


def _conjunct(
    tokens: Tokens, draft: Draft, before: list[Item], mark: int, start: int
) -> tuple[int, bool, bool] | None:
    """Where an elided conjunct ends that begins behind a mark; None where none does.

    Args:
        tokens: the document.
        draft: the clause.
        before: its items up to the first conjunct.
        mark: the comma or conjunction.
        start: the first item behind it.

    Returns:
        Its end, whether it keeps the subject, and whether it is of who follows (`dahinter B`).
    """
    rest = draft.items[start:]
    follows, of_many = _behind(tokens, rest), among(tokens, rest)
    too = also(tokens, before, rest)
    if follows or of_many or too or _likewise(tokens, before, rest):
        # `Es traf fünf Autos, darunter A`: of the object
        keeps = not _many_act(tokens, draft) if of_many else _keeps(tokens, before, rest)
        return start + too if too else len(draft.items), keeps and not too, follows
    if not_so(tokens, draft, rest):
        return len(draft.items), False, False
    end = end_of_gap(tokens, draft.items, start)
    after = draft.items[start:end]
    if one_of_several(tokens, before, after):
        # auf WP 3 fuhr A die Bestzeit, auf WP 4 B
        return end, False, False
    if end == len(draft.items) or draft.items[end][0] in ",K":
        keeps_on = tail(tokens, draft, before, after, draft.items[mark][0] == "K")
        if keeps_on is not None:
            return end, keeps_on, False
    if _parallel(tokens, before, after) or (
        tokens.lemmas[draft.finite].lower() in COPULAS and _ranked(tokens, after)
    ):
        return end, _keeps(tokens, before, after), False
    return None


def _elided(
    draft: Draft, items: list[Item], keeps: bool, follows: bool, others: list[Draft]
) -> Draft:
    """The draft of a conjunct, with the relative clauses that hang on it."""
    gap = Draft(draft.kind, draft.matrix)
    gap.items = items
    gap.elided, gap.shared, gap.finite = draft, True, draft.finite
    gap.introducer, gap.quote = draft.introducer, draft.quote
    gap.keeps_subject = keeps
    gap.final, gap.closed = draft.final, True
    if follows:
        # `führte, dahinter B`: who follows does not do what the verb says
        gap.kind, gap.elided, gap.shared, gap.finite = "fragment", None, False, -1
    heads = [chunk for _letter, _token, chunk in items if chunk is not None]
    for other in others:
        if other.matrix is draft and other.antecedent in heads:
            other.matrix = gap
    return gap


def _many_act(tokens: Tokens, draft: Draft) -> bool:
    """Whether the subject is of the plural, by the finite verb (`begann` is none)."""
    numbers = {reading.number[0] for reading in lexicon().finite(tokens.lower[draft.finite])}
    return "p" in numbers and "s" not in numbers


def _parallel(tokens: Tokens, before: list[Item], after: list[Item]) -> bool:
    """Whether phrases without a verb say anew what those before the gap said of others."""
    chunks = without_measure(tokens, after)
    earlier = [c for letter, _t, c in before if letter in "cx" and c is not None]
    if len(chunks) > 1 and as_well(tokens, earlier, chunks):
        return True
    if len(chunks) < 2 or len(earlier) < 2:
        return False
    first, rest = chunks[0], chunks[1:]
    if _other_object(tokens, earlier, chunks):
        return True
    if shares_rival(tokens, earlier, chunks):
        return True
    if place_again(tokens, earlier, chunks) or moment_again(tokens, earlier, chunks):
        return True
    if place_of_another(tokens, earlier, chunks):
        return True
    sets = tells_when(tokens, first) or tells_where(tokens, first)
    if sets and first.kind != "adverb" and rest[0].prep is None:
        return _set_anew(tokens, earlier, first, rest) or (
            # verlor Platz vier an A, eine Runde später Platz fünf an B
            any(label(tokens, c) == "POSITION" for c in earlier)
            and any(label(tokens, c) == "POSITION" for c in rest)
            and _with_same_preposition(tokens, earlier, rest)
        )
    if _other_subject(tokens, earlier, chunks):
        return True
    if same_way(tokens, earlier, chunks) or same_deed(tokens, earlier, chunks):
        return True
    if same_fate(tokens, earlier, chunks) or domino(tokens, earlier, chunks):
        return True
    if same_seat(tokens, earlier, chunks):
        return True
    if _two_named(tokens, earlier, before) and _two_named(tokens, chunks, after):
        # A überholte B, C in Runde drei D
        return True
    if not any(one.kind == "pp" or label(tokens, one) in MEASURES for one in rest):
        return False
    if tells_when(tokens, first) or tokens.lower[first.head] in tokens.classes["side"]:
        return _with_same_preposition(tokens, earlier, rest)
    if first.kind not in ("np", "pronoun") or not first.mask & NOMINATIVE:
        return False
    return _nominative_anew(tokens, earlier, first, rest)


def _set_anew(tokens: Tokens, earlier: list[Chunk], first: Chunk, rest: list[Chunk]) -> bool:
    """`in Runde fünf überholte er A, in Runde sieben B`: another time or place, another object."""
    return (
        any(
            (tells_when(tokens, one) and first.prep in (None, one.prep)) or tells_where(tokens, one)
            for one in earlier
        )
        and earlier[-1].prep is None
        and label(tokens, rest[0]) == "DRIVER"
        and (label(tokens, earlier[-1]) == "DRIVER" or somebody(earlier[-1]))
    )


def _with_same_preposition(tokens: Tokens, earlier: list[Chunk], rest: list[Chunk]) -> bool:
    """`zwei Runden später an B`: the time is new, the preposition is the same."""
    return any(
        one.prep is not None
        and one.prep == other.prep
        and _named(tokens, one) == _named(tokens, other)
        and not tells_when(tokens, one)
        for one in rest
        for other in earlier[-2:]
    )


def _nominative_anew(tokens: Tokens, earlier: list[Chunk], first: Chunk, rest: list[Chunk]) -> bool:
    """Whether a nominative opens the gap, and what follows has its match: a place, a rival."""
    given = label(tokens, first) == "POSITION" or counts_on(tokens, first)
    if given and rest[0].prep in _GIVEN:
        # Platz zwei ging an A, Platz drei an B; der erste Lauf an A, der zweite an B
        return any(one.prep == rest[0].prep and _named(tokens, one) for one in earlier)
    if label(tokens, first) in MEASURES or not _has_subject(tokens, earlier):
        return False
    ranks = {
        one.prep
        for one in earlier
        if label(tokens, one) == "POSITION" or tokens.lower[one.head] in tokens.classes["front"]
    }
    if any(
        one.prep in ranks or (ranks and one.prep in AT_PLACE and label(tokens, first) in RACING)
        for one in rest
        if label(tokens, one) == "POSITION"
    ):
        # two ranks without a verb between them: nobody is second and third
        return True
    if any(_same_rival(tokens, one, other) for one in rest for other in earlier):
        return True
    last = earlier[-1]
    if label(tokens, last) == label(tokens, first) != "":
        return False
    return any(_same_form(tokens, one, last) for one in rest)


def _ranked(tokens: Tokens, after: list[Item]) -> bool:
    """Whether a place comes first and then who has it: `Sieger war A, Zweiter B, Dritter C`."""
    chunks = [c for letter, _t, c in after if letter == "c" and c is not None]
    if len(chunks) < 2 or chunks[0].prep is not None or label(tokens, chunks[0]) != "POSITION":
        return False
    # Sieger in der GT3 war A, Zweiter in der Klasse B
    holder = next((c for c in chunks[1:] if c.prep is None and not loose(c)), chunks[1])
    return _has_subject(tokens, [holder]) and holder.kind == "np"


def _likewise(tokens: Tokens, before: list[Item], rest: list[Item]) -> bool:
    """Whether the clause ends in `..., ebenso B`: of B the same is told as of its subject."""
    first = rest[0][2] if rest else None
    if first is None or tokens.lower[first.head] not in tokens.classes["likewise"] or len(rest) < 2:
        return False
    bare = [c for _l, _t, c in before if c is not None and c.prep is None and c.kind == "np"]
    holder = rest[1][2]
    if len(bare) != 1 or holder is None or not _has_subject(tokens, [holder]):
        return False
    return all(letter in "cpRK,|" for letter, _t, _c in rest)


def _behind(tokens: Tokens, rest: list[Item]) -> bool:
    """Whether the clause ends in who lies behind: `Vorn lag A, dahinter B, C und D`.

    So too `übernahm die Spitze, hinter ihm B`, `dicht auf seinen Fersen B`.
    """
    if rest and rest[0][2] is not None and loose(rest[0][2]):
        near = tokens.lower[rest[0][2].head] in tokens.classes["near"]
        rest = rest[1:] if near else rest
    first, named = (rest[0][2], rest[1][2]) if len(rest) > 1 else (None, None)
    if named is not None and named.prep in ("auf", "in") and label(tokens, named) == "POSITION":
        # dahinter auf Rang drei B, neben ihm in der ersten Reihe B
        named = rest[2][2] if len(rest) > 2 else None
    if first is None or named is None:
        return False
    word = tokens.lower[first.head]
    if first.prep in ("hinter", "neben"):
        if tokens.tags[first.head] != "PPER":
            return False
    elif word not in tokens.classes["behind" if first.prep is None else "heels"]:
        return False
    # im Schlepptau der Brite
    names = named.prep is None and (label(tokens, named) in RACING or somebody(named))
    return names and all(letter in "cpRK,|" for letter, _t, _c in rest)


def _chunks(items: list[Item]) -> list[Chunk]:
    return [c for letter, _t, c in items if letter in "cx" and c is not None]


def _keeps(tokens: Tokens, before: list[Item], after: list[Item]) -> bool:
    """Whether a conjunct has the subject of the one before."""
    earlier, chunks = _chunks(before), _chunks(after)
    if _other_subject(tokens, earlier, chunks) or moment_again(tokens, earlier, chunks):
        return False
    if shares_rival(tokens, earlier, chunks):
        return False
    if domino(tokens, earlier, chunks) or place_again(tokens, earlier, chunks):
        # belegte im ersten Lauf Rang drei, im zweiten Rang fünf
        return True
    first = next(iter(without_measure(tokens, after)), None)
    return (first is not None and tells_setting(tokens, first)) or _other_object(
        tokens, earlier, chunks
    )


def _other_object(tokens: Tokens, earlier: list[Chunk], chunks: list[Chunk]) -> bool:
    """Whether only whom and when are told anew: `A überholte B in Runde drei, C in Runde sechs`."""
    if len(chunks) < 2 or len(earlier) < 3 or not tells_setting(tokens, earlier[-1]):
        return False
    first, rest = chunks[0], chunks[1:]
    if first.prep is not None or label(tokens, first) != "DRIVER":
        return False
    bare = [c for c in earlier if c.prep is None and not tells_when(tokens, c)]
    people = [c for c in bare if label(tokens, c) == "DRIVER" or c.kind == "pronoun" or somebody(c)]
    return len(people) == len(bare) == 2 and all(tells_setting(tokens, one) for one in rest)


def _other_subject(tokens: Tokens, earlier: list[Chunk], chunks: list[Chunk]) -> bool:
    """Whether only who is told anew: `Zuerst zog A an C vorbei, dann B`."""
    if len(chunks) != 2 or not tells_when(tokens, chunks[0]) or chunks[0].prep is not None:
        return False
    if chunks[1].prep is not None or label(tokens, chunks[1]) != "DRIVER":
        return False
    bare = [c for c in earlier if c.prep is None and not tells_when(tokens, c)]
    rival = any(c.prep in RIVALS and label(tokens, c) not in MEASURES for c in earlier)
    people = [c for c in bare if c.kind in ("np", "pronoun")]
    return rival and len(people) == 1 and bool(people[0].mask & NOMINATIVE)


def _has_subject(tokens: Tokens, earlier: list[Chunk]) -> bool:
    return any(can_be_subject(c) and label(tokens, c) not in MEASURES for c in earlier)


def _same_form(tokens: Tokens, one: Chunk, other: Chunk) -> bool:
    """Whether two phrases play the same part; names behind prepositions may be attributes."""
    named = label(tokens, one)
    if one.prep is None or one.prep != other.prep or named != label(tokens, other):
        return False
    return named in MEASURES or (not named and one.prep not in ("von", "mit", "aus"))


def _acts(tokens: Tokens, chunk: Chunk) -> bool:
    """Whether a phrase is a name, or points to the one named last: `und dieser B`."""
    pointing = chunk.kind == "pronoun" and tokens.lower[chunk.head] in tokens.classes["named-last"]
    return pointing or label(tokens, chunk) == "DRIVER"


def _two_named(tokens: Tokens, chunks: list[Chunk], items: list[Item]) -> bool:
    """Whether subject and object are names and nothing joins the two: `Hamilton ... Vettel`."""
    named = [c for c in chunks if c.prep is None and _acts(tokens, c)]
    if len(named) != 2 or any(
        c.prep is None and c not in named and not (loose(c) or tells_when(tokens, c))
        for c in chunks
    ):
        return False
    # a comma that closes a list is an item without a token
    at = [i for i, (_letter, _token, chunk) in enumerate(items) if chunk in named]
    return not {",", "K"} & {letter for letter, _token, _c in items[at[0] : at[1]]}


def _same_rival(tokens: Tokens, one: Chunk, other: Chunk) -> bool:
    """Whether two people are passed in the same way: `ging an A vorbei und B an C`."""
    return (
        one.prep in RIVALS
        and one.prep == other.prep
        and label(tokens, one) == label(tokens, other) == "DRIVER"
    )


def _named(tokens: Tokens, chunk: Chunk) -> bool:
    return label(tokens, chunk) not in MEASURES
