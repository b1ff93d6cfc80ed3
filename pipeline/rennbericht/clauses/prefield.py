"""What stands before the verb of a later main clause, where the cut at commas parts it from there.

`Vettel siegte, Alonso und Webber folgten`, `Vettel siegte, und Webber, der lange geführt hatte,
wurde Vierter`, `Vettel siegte, und weil Alonso ausschied, wurde Webber Zweiter`.
"""

from __future__ import annotations

from ..german.lexicon import Lexicon
from .agreement import CASE_MASK, NOMINATIVE
from .chunk import Chunk, Item, can_be_subject
from .crews import crew_noun
from .draft import Draft
from .kinds import ABOARD, CREWED, NAMED
from .segments import Segment
from .tokens import Tokens


def join_prefield(tokens: Tokens, segments: list[Segment], position: int, lexicon: Lexicon) -> None:
    """Put what is listed before the verb of a later main clause into its segment, in place."""
    if not _join_subjects(tokens, segments, position, lexicon) and not _join_car(
        tokens, segments, position
    ):
        _join_prepositional(tokens, segments, position)


def _join_subjects(
    tokens: Tokens, segments: list[Segment], position: int, lexicon: Lexicon
) -> bool:
    """Put the first conjuncts of a subject before the segment with its last one and the verb.

    The verb must be a plural, so that `A, B und C folgten` is one clause after another one that
    is complete. The segments are joined in place.
    """
    first = segments[position]
    if not first.comma and first.kon < 0:
        return False
    end = position
    if first.items and tokens.lower[first.items[0][1]] in tokens.classes["as-well"]:
        # siegte, und auch A und B punkteten
        first = _without_first(first)
    while end < len(segments) and _is_conjunct(first if end == position else segments[end]):
        if end > position and segments[end].kon >= 0 and not segments[end].comma:
            return False
        end += 1
    if end == position or end == len(segments):
        return False
    last = segments[end]
    joins = last.kon >= 0 and not last.comma and last.lead < 0 and last.finite > 0
    contrast = tokens.classes["by-contrast"]
    named = [item for item in last.items[: last.finite] if tokens.lower[item[1]] not in contrast]
    if not joins or not _is_subject(named):
        return False
    if first.kon >= 0 and not first.comma and tokens.lower[last.kon] != "sowie":
        # `Vettel siegte und Alonso und Webber schieden aus`: Webber alone would be a singular
        chunk = last.items[0][2]
        if chunk is None or tokens.label(chunk.mention) != "DRIVER":
            return False
    if not _plural(tokens, last, lexicon):
        return False
    _put_before(segments, position, end)
    return True


def _without_first(segment: Segment) -> Segment:
    rest = Segment(segment.comma, segment.kon)
    rest.items, rest.finite, rest.verbs = segment.items[1:], segment.finite, segment.verbs
    rest.zu, rest.particle, rest.lead = segment.zu, segment.particle, segment.lead
    return rest


def _join_prepositional(tokens: Tokens, segments: list[Segment], position: int) -> bool:
    """Put `für A, B` before the segment with its last name and the verb, in place.

    `Vettel stürzte, (und) auch für Alonso und Webber war das Rennen beendet`: the names behind one
    preposition stand before the verb of a later main clause.
    """
    first = segments[position]
    if not first.comma or first.lead >= 0:
        return False
    if first.finite >= 0 or first.verbs or first.zu or first.particle or not first.items:
        return False
    phrase = first.items[-1][2]
    if phrase is None or phrase.prep not in tokens.classes["sharing-preposition"]:
        return False
    if any(chunk is None or chunk.kind != "adverb" for _l, _t, chunk in first.items[:-1]):
        return False
    end = position + 1
    while end < len(segments) and segments[end].kon < 0 and _is_conjunct(segments[end]):
        end += 1
    if end == len(segments):
        return False
    last = segments[end]
    joins = last.kon >= 0 and not last.comma and last.lead < 0 and last.finite >= 1
    # für Albers und Friesacher im Minardi kam das Aus
    if not joins or any(c is None or c.kind != "pp" for _l, _t, c in last.items[1 : last.finite]):
        return False
    named = [phrase, *(one.items[0][2] for one in segments[position + 1 : end + 1])]
    if any(one is None or not _one_of_names(tokens, one) for one in named):
        return False
    if any(one is not None and one.prep is not None for one in named[1:]):
        return False
    _put_before(segments, position, end)
    return True


def _join_car(tokens: Tokens, segments: list[Segment], position: int) -> bool:
    """Put a car with its crew before the segment with the last of them and the verb, in place.

    `Der BMW fiel aus, der Audi von Kolb, Lindblom und Hauer kam auf Rang neun`, `das Auto mit Kolb
    und Hauer`, `das Duo Kolb und Hauer`.
    """
    first, end = segments[position], position + 1
    if not _is_conjunct(first) or not (first.comma or first.kon >= 0):
        return False
    car, one = first.items[0][2], first.items[-1][2]
    if car is None or one is None or tokens.label(one.mention) != "DRIVER":
        return False
    if len(first.items) == 1:
        # das Duo Catsburg
        if not car.definite or not crew_noun(tokens, car.start + 1, car.end - 1):
            return False
    elif one.prep not in ABOARD or not (
        tokens.label(car.mention) in CREWED or crew_noun(tokens, car.start, car.end)
    ):
        return False
    while end < len(segments) and _lone_name(tokens, segments[end]):
        end += 1
    last = segments[end] if end < len(segments) else first
    if last.kon < 0 or last.comma or last.lead >= 0 or last.finite < 1:
        return False
    name = last.items[0][2]
    if name is None or name.prep is not None or tokens.label(name.mention) != "DRIVER":
        return False
    if not _is_subject(last.items[: last.finite]):
        return False
    _put_before(segments, position, end)
    return True


def _lone_name(tokens: Tokens, segment: Segment) -> bool:
    """Whether a segment is one more name of a list."""
    chunk = segment.items[0][2] if len(segment.items) == 1 else None
    if not segment.comma or segment.kon >= 0 or chunk is None or chunk.prep is not None:
        return False
    return _is_conjunct(segment) and tokens.label(chunk.mention) == "DRIVER"


def _put_before(segments: list[Segment], position: int, end: int) -> None:
    """Put segments into the one that goes on with them behind a conjunction, in place."""
    first, last = segments[position], segments[end]
    items: list[Item] = []
    for segment in segments[position:end]:
        items += [*segment.items, (",", -1, None)]
    items[-1] = ("K", last.kon, None)
    last.finite += len(items)
    last.items[:0] = items
    last.comma, last.kon = first.comma, first.kon
    del segments[position:end]


def _one_of_names(tokens: Tokens, chunk: Chunk) -> bool:
    return tokens.label(chunk.mention) in ("DRIVER", "PERSON", "") and (
        tokens.tags[chunk.head] == "NE"
    )


def _is_conjunct(segment: Segment) -> bool:
    if segment.finite >= 0 or segment.verbs or segment.zu or segment.particle or segment.lead >= 0:
        return False
    return _is_subject(segment.items)


def _is_subject(items: list[Item]) -> bool:
    """Whether items are one phrase that can be a subject, and what may hang on it."""
    if not items or not _can_be_subject(items[0]):
        return False
    return all(
        letter == "p"
        or (letter == "c" and chunk is not None and (chunk.kind == "pp" or _genitive(chunk)))
        for letter, _token, chunk in items[1:]
    )


def _genitive(chunk: Chunk) -> bool:
    """Whether a phrase may hang on a noun: `der Sieger des Vorjahres`."""
    return chunk.kind == "np" and bool(chunk.mask & CASE_MASK["g"]) and not chunk.mask & NOMINATIVE


def _can_be_subject(item: Item) -> bool:
    return item[0] == "c" and can_be_subject(item[2])


def move_prefield(tokens: Tokens, drafts: list[Draft], top: Draft, main: Draft) -> bool:
    """Give a clause that seems to begin with its verb what stands before an inner clause.

    Args:
        tokens: the document.
        drafts: all clauses so far, `main` the last of them.
        top: the main clause before.
        main: the new one, still without items.
    """
    inner = [draft for draft in drafts if draft.matrix is top and draft.before is None]
    for draft in inner:
        if draft.joined and draft.items[0][1] > top.finite:
            # und weil Alonso ausschied, wurde ...
            draft.matrix = main
            main.items.append(("|", -1, None))
            return True
    start = _stranded(tokens, top.items, top.finite)
    if start < 0:
        start = _conjoined(top)
    if start < 0:
        return False
    move(tokens, drafts, top, main, start)
    return True


def move(tokens: Tokens, drafts: list[Draft], top: Draft, main: Draft, start: int) -> None:
    """Move what stands behind a mark of one clause to the front of the next, in place.

    Args:
        tokens: the document.
        drafts: all clauses so far.
        top: the clause that loses its last items, and the clauses inside them.
        main: the clause that gets them.
        start: the item of `top` that is the mark.
    """
    moved = top.items[start + 1 :]
    while start > 0 and top.items[start - 1][0] in ",|":
        start -= 1
    del top.items[start:]
    main.items = [*_without_place(tokens, drafts, moved, main), ("|", -1, None)]
    for draft in drafts:
        inner = draft.matrix is top and draft.before is None and draft.items
        if inner and draft.items[0][1] > moved[0][1]:
            draft.matrix = main


def _without_place(
    tokens: Tokens, drafts: list[Draft], moved: list[Item], main: Draft
) -> list[Item]:
    """Part a place between commas from the name that has it: `und Ocon, Zehnter am Start, ...`."""
    mark = next((i for i, item in enumerate(moved) if item[0] in ",|"), len(moved))
    place = moved[mark + 1 :]
    first = place[0][2] if place else None
    if first is None or first.prep is not None or any(item[0] not in "cp" for item in place):
        return moved
    if tokens.label(first.mention) != "POSITION" or first.definite:
        return moved
    inner = Draft("participle", main)
    inner.items, inner.closed, inner.quote = place, True, main.quote
    drafts.append(inner)
    return moved[:mark]


def _conjoined(top: Draft) -> int:
    """Index of the conjunction before a subject that an inner clause parts from its verb, or -1."""
    start = max((i for i, item in enumerate(top.items) if item[0] == "K"), default=-1)
    moved = top.items[start + 1 :]
    if start < 1 or not moved or moved[0][1] < top.finite or not _is_subject(moved):
        return -1
    before = top.items[start - 1]
    # A und B, die ...: one list
    return -1 if before[0] not in ",|" and _can_be_subject(before) else start


def _stranded(tokens: Tokens, items: list[Item], finite: int) -> int:
    """Index of the mark before a name that an insertion parts from its verb, or -1.

    `Rossi wartete ab, Márquez, mit weichen Reifen unterwegs, überholte ...`, `und Lauda, im
    Vorjahr Zweiter, gewann`: what lies between the name and the verb can be no subject itself.
    """
    end = len(items)
    for mark in range(end - 1, 0, -1):
        letter, _token, _chunk = items[mark]
        if letter not in ",K|":
            continue
        part = items[mark + 1 : end]
        end = mark
        if not part:
            continue
        if part[0][1] < finite or any(item[0] not in "cp" for item in part):
            return -1
        owner = part[0][2]
        if owner is not None and tokens.label(owner.mention) == "MANUFACTURER" and part[1:]:
            # Kawasakis Iban Ezkerra
            part = part[1:]
        first = part[0][2]
        if first is None or not _can_be_subject(part[0]) or not _named(tokens, first):
            continue
        if letter == "K" and items[mark - 1][0] == "c":
            return -1
        # Márquez aber, der Polesitter, ...
        contrast = tokens.classes["by-contrast"]
        named = [item for item in part if tokens.lower[item[1]] not in contrast]
        return _titled(items, mark) if _is_subject(named) else -1
    return -1


def _titled(items: list[Item], mark: int) -> int:
    """The mark before the title of a name, where one stands: `und der Sieger, Vettel, sagte`."""
    start = mark
    while start > 0 and items[start - 1][0] not in ",K|":
        start -= 1
    titled = start > 1 and items[start - 1][0] == "K" and items[start - 2][0] in ",|"
    return start - 1 if titled and _is_subject(items[start:mark]) else mark


def _named(tokens: Tokens, chunk: Chunk) -> bool:
    return tokens.label(chunk.mention) in NAMED


def split_verbless(tokens: Tokens, top: Draft, segment: Segment, lexicon: Lexicon) -> int:
    """Index of the mark behind which a verb has its own subject, or -1.

    `Vettel vorn, Alonso sechs Sekunden dahinter, und Webber, der Pechvogel, hatte ...`: the verb is
    singular, so it tells of the last name alone.

    Args:
        tokens: the document.
        top: the clause so far, without a finite verb.
        segment: what begins with the verb, behind a comma.
        lexicon: tells the number of the verb.
    """
    if _plural(tokens, segment, lexicon):
        return -1
    start = _stranded(tokens, top.items, -1)
    return start if start > 0 and _tells(tokens, top.items[:start]) else -1


def own_subject(tokens: Tokens, segment: Segment, lexicon: Lexicon) -> bool:
    """Whether a conjunct completes a list before its plural verb.

    `A, der zuvor geführt hatte, und sein Teamkollege B kollidierten`: no second relative clause.
    """
    return _is_subject(segment.items[: segment.finite]) and _plural(tokens, segment, lexicon)


def _plural(tokens: Tokens, segment: Segment, lexicon: Lexicon) -> bool:
    readings = lexicon.finite(tokens.lower[segment.items[segment.finite][1]])
    return any(reading.number == "pl" for reading in readings)


def _tells(tokens: Tokens, items: list[Item]) -> bool:
    """Whether verbless phrases tell of somebody else: `Vettel vorn`, `Alonso dahinter`."""
    first = items[0][2]
    if first is None or first.prep is not None or not _named(tokens, first):
        return False
    return items[1:2] != [] and items[1][0] == "c"
