"""Clauses that interrupt another one or are hung on it with a participle.

`Zweiter wurde, man glaubt es kaum, Russell`, `Im zweiten Lauf gewann, als wäre nichts gewesen,
Russell`, `Zweiter wurde, um Zehntel geschlagen, Russell`.
"""

from __future__ import annotations

from .agreement import NOMINATIVE
from .chunk import Chunk, Item, can_be_subject
from .draft import Draft
from .kinds import NAMED
from .segments import Segment
from .tokens import Tokens

#: items of a parenthesis such as `man höre und staune`
_BRIEF = 8


def comes_late(tokens: Tokens, outer: Draft | None, segment: Segment | None) -> bool:
    """Whether a verbless segment is the subject that a verb-second clause still lacks.

    Args:
        tokens: the document.
        outer: the clause that may be interrupted.
        segment: what stands behind the clause that interrupts it.
    """
    if outer is None or outer.kind != "main" or outer.finite < 0 or outer.verbs:
        return False
    if segment is None or not segment.comma or segment.kon >= 0 or not segment.items:
        return False
    if segment.finite >= 0 or segment.verbs or segment.lead >= 0:
        return False
    first = segment.items[0][2]
    if first is None or first.prep is not None or not first.mask & NOMINATIVE:
        return False
    if tokens.label(first.mention) not in NAMED:
        return False
    bare = [
        chunk
        for letter, _token, chunk in outer.items
        if letter == "c" and chunk is not None
        if chunk.prep is None and chunk.kind in ("np", "pronoun")
    ]
    return all(tokens.label(chunk.mention) == "POSITION" for chunk in bare)


def stays_verbless(top: Draft, segment: Segment, drafts: list[Draft]) -> bool:
    """Whether a subordinate clause without a finite verb is over where another verb begins.

    `Vettel, obwohl nur von Rang zehn gestartet, gewann`: its comma is the clause's own.
    """
    if top.kind != "subordinate" or top.closed or drafts[-1] is not top or not top.items:
        return False
    bare = segment.finite == 0 and segment.comma and segment.kon < 0
    last = top.items[-1]
    return bare and len(top.items) > 2 and (last[0] == "V" or _loose(last))


def _loose(item: Item) -> bool:
    chunk = item[2]
    return chunk is not None and chunk.kind in ("adverb", "adjective")


def brief(tokens: Tokens, inner: Draft) -> bool:
    """Whether a main clause is short and names nobody, as parentheses are."""
    named = any(
        chunk is not None and tokens.label(chunk.mention) in NAMED for _l, _t, chunk in inner.items
    )
    return not named and len(inner.items) <= _BRIEF


def as_if(tokens: Tokens, segment: Segment) -> bool:
    """Whether a verb-first clause is a comparison: `als wäre nichts gewesen`."""
    token = segment.items[segment.finite][1]
    return segment.finite == 0 and token > 0 and tokens.lower[token - 1] == "als"


def is_condition(tokens: Tokens, top: Draft, segment: Segment, drafts: list[Draft]) -> bool:
    """Whether a verb-first clause is the condition of the one that follows.

    So in `hätte er gebremst, wäre sie vorbeigekommen`; but who says no subject counts up what he
    did: `Startete von der Pole, führte 41 Runden`. `Kaum war sie vorbei, hatte er ...` says when.
    """
    if not any(can_be_subject(chunk) for _letter, _token, chunk in top.items):
        return False
    hardly = tokens.lower[top.items[0][1]] in tokens.classes["hardly"]
    opens = top.items[0][0] == "F" or (hardly and [i[0] for i in top.items[1:2]] == ["F"])
    if top.kind != "main" or top.before is not None or not opens:
        return False
    if segment.finite > 1 or any(draft.kind == "main" and draft is not top for draft in drafts):
        return False
    if any(draft.matrix is top for draft in drafts[: drafts.index(top)]):
        # als A bremste, drehte sich B, rutschte ins Kies und fiel aus: the prefield is filled
        return False
    return segment.finite == 0 or tokens.lower[segment.items[0][1]] in ("so", "dann")


def participle_between(tokens: Tokens, top: Draft, segment: Segment) -> bool:
    """Whether a participle between commas interrupts a clause that has no verb so far.

    So in `der Brasilianer, nur von Platz fünf gestartet, zog vorbei`, and in `musste A, von Platz
    fünf gestartet, weichen`, for a modal waits for an infinitive.
    """
    finite = top.finite >= 0 and tokens.tags[top.finite] != "VMFIN"
    if finite or top.verbs or top.closed or top.kind == "infinitive":
        return False
    if segment.zu or segment.verbs != 1 or not top.items:
        return False
    return any(
        letter == "V" and tokens.tags[token] == "VVPP" for letter, token, _c in segment.items
    )


def other_between(
    tokens: Tokens, top: Draft, segment: Segment, following: Segment | None
) -> Chunk | None:
    """Whose participle between commas it is, where a place behind it goes on with the verb.

    `Norris wurde Erster, Piastri, mit einer Zeitstrafe belegt, nur Sechster`: of Piastri. So too
    `Am Ende wurde Norris, von Rang acht gestartet, Dritter`.
    """
    if not segment.comma or segment.kon >= 0 or segment.zu or segment.verbs != 1:
        return None
    if following is None or not following.comma or following.kon >= 0 or following.lead >= 0:
        return None
    if top.finite < 0 or top.final or top.verbs or len(top.items) < 2 or following.finite >= 0:
        return None
    # Norris wurde, von Russell bedrängt, nur Vierter
    behind = top.items[-1][0] != "F"
    mark, last = top.items[-2][0], top.items[-1 if behind else -2][2]
    if last is None or last.prep is not None or following.verbs:
        return None
    waits = not _tells_place(tokens, top.items) and _tells_place(tokens, following.items)
    if not waits and (mark != "," or len(top.items) < 4):
        return None
    if tokens.label(last.mention) not in NAMED or tokens.tags[segment.items[-1][1]] != "VVPP":
        return None
    return last


def _tells_place(tokens: Tokens, items: list[Item]) -> bool:
    """Whether a place stands among the items."""
    return any(c is not None and tokens.label(c.mention) == "POSITION" for _l, _t, c in items)


def adds_participle(tokens: Tokens, top: Draft, segment: Segment) -> bool:
    """Whether a participle opens a clause of its own.

    `wird Zweiter, gefolgt von Alonso`, `wurde Dritter, geschlagen um 0,8 Sekunden von Ogier`.
    """
    if top.finite < 0 or len(segment.items) < 2 or segment.zu:
        return False
    letter, token, _c = segment.items[0]
    by = any(
        chunk is not None and chunk.prep in ("von", "durch") for _l, _t, chunk in segment.items
    )
    return letter == "V" and tokens.tags[token] == "VVPP" and by


def against(t: Tokens, segment: Segment) -> bool:
    """`das Rennen aber auf Rang drei beendet hatte`: against what stood before the comma."""
    words = t.classes["by-contrast"]
    return segment.comma and any(t.lower[token] in words for _, token, _ in segment.items[:2])
