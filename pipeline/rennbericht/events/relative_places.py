"""Places that a place told before makes a number: the next, who is behind or before somebody."""

from __future__ import annotations

from itertools import pairwise

from ..clauses.model import Phrase
from ..discourse.references import Resolver
from ..discourse.state import RaceState
from .draft import Draft
from .held import told_place
from .ranks import ahead_of, ranks_of
from .units import crews, units

#: a chain is continued within so many sentences
CHAIN_REACH = 3
#: so many places the podium has
PODIUM = 3


def _between(resolver: Resolver, draft: Draft, count: int) -> int | None:
    """The first place of so many that fill a gap: `Zweiter A, Fünfter B, dazwischen C und D`."""
    state, clause = resolver.state, draft.clause
    chain = state.chain
    if chain is None or draft.sentence - chain.sentence > CHAIN_REACH:
        return None
    around = [
        argument.participant
        for phrase in clause["phrases"]
        if phrase["prep"] == "zwischen"
        for argument in resolver.resolve(clause, phrase)
    ]
    told = sorted(p for p, who in state.places.items() if not around or set(who) & set(around))
    if not around:
        # the gap beside the place told last
        told = [p for p in told if abs(p - chain.position) in (0, count + 1)]
    gaps = [low + 1 for low, high in pairwise(told) if high - low == count + 1]
    return gaps[-1] if gaps else None


def _before(resolver: Resolver, draft: Draft, count: int) -> int | None:
    """The first of so many places just before somebody's: `Vor ihm landeten A und B`.

    Only where they follow, for `A startet vor B` may leave places between the two.
    """
    state, clause = resolver.state, draft.clause
    holders = draft.roles.get("holder", ())
    if not holders or state.chain is None or draft.sentence - state.chain.sentence > CHAIN_REACH:
        return None
    for phrase in clause["phrases"]:
        if phrase["prep"] != "vor" or phrase["start"] > holders[0].start:
            continue
        people = {a.participant for a in resolver.resolve(clause, phrase) if a.participant}
        told = [place for place, who in state.places.items() if people & set(who)]
        if told and min(told) > count:
            return min(told) - count
    return None


def _inherited(resolver: Resolver, draft: Draft) -> int | None:
    """The place somebody just lost to the next: `nur als Elfter gewertet. Den Punkt bekam so A`."""
    lost, when = resolver.state.vacated
    if not 0 <= draft.sentence - when <= 1 or not resolver.state.places.get(lost + 1):
        return None
    words = resolver.reading.clause_words(draft.clause)
    return None if words.isdisjoint(resolver.reading.classes["thereby"]) else lost


def _next(resolver: Resolver, draft: Draft) -> int | None:
    """The place behind the last chain, or its last place where its holder is told again."""
    state = resolver.state
    chain = state.chain
    if chain is None or draft.sentence - chain.sentence > CHAIN_REACH:
        return None
    if chain.session == "qualifying" and state.started_at > chain.sentence:
        # the grid was told, then the race began
        return None
    if draft.clause["kind"] == "participle" and chain.sentence < draft.sentence:
        # `fuhr die schnellste Runde, gefolgt von B`: of what its own sentence tells
        return None
    if draft.frame.attributes.get("session", chain.session) != chain.session:
        # `neben ihm stand ...` goes on with the grid, not with the race
        return None
    people = {a.participant for a in draft.roles.get("holder", ()) if a.participant is not None}
    if chain.type != "championship" and people:
        # `Die Pole holte A vor B. Neben ihm steht B`: told again
        last = state.places.get(chain.position, ())
        return chain.position if people == set(last) else chain.position + 1
    return chain.position + 1


def _rest(state: RaceState, count: int) -> int | None:
    """The place behind the podium, where the last place told leaves room for so many.

    `Das Podest komplettierte A. B wurde nur Elfter. Auf den weiteren Plätzen folgten C und D.`
    """
    chain, front = state.chain, 1
    while front in state.finish:
        front += 1
    if front <= PODIUM or chain is None or chain.session != "race":
        return None
    return front if chain.type == "result" and chain.position >= front + count else None


def relative_place(resolver: Resolver, draft: Draft, kind: str, count: int) -> int | None:
    """The place behind the last chain (`next`), behind somebody (`behind`) or in between."""
    state = resolver.state
    if kind == "between":
        return _between(resolver, draft, count)
    if kind == "first":
        return 1
    if kind == "told":
        return told_place(resolver, draft)
    if kind == "vacated":
        lost, sentence = state.vacated
        return lost if draft.sentence - sentence <= CHAIN_REACH else None
    if kind == "before":
        return _before(resolver, draft, count)
    if kind in ("next", "rest"):
        rest = _rest(state, count) if kind == "rest" else None
        return _inherited(resolver, draft) or rest or _next(resolver, draft)
    reading, clause, size = resolver.reading, draft.clause, len(draft.roles.get("holder", ()))
    starts = ahead_of(reading, clause, draft.frame)
    for phrase in clause["phrases"]:
        if phrase["start"] not in starts:
            continue
        front = _front_group(resolver, phrase)
        if front:
            return front + 1
        arguments = resolver.resolve(draft.clause, phrase)
        ahead = {a.participant for a in arguments if a.participant}
        told = [place for place, people in state.places.items() if ahead & set(people)]
        if draft.frame.ahead:
            if told and state.chain is not None and state.chain.type == "result":
                # `Vierter wurde A. B fehlten auf ihn drei Zehntel.`
                return max(told) + 1
            # `musste sich nur A und B geschlagen geben`: nobody else was faster
            return len(crews(units(reading, arguments), size)) + 1
        if told:
            several = len(phrase["members"]) > 1 or len(ahead) > 1
            if len(told) > 1 and len(ahead) > len(phrase["members"]) and 1 in told:
                # `hinter den beiden`: the first so many, whatever else they had before
                return len(ahead) + 1
            last = state.chain.position if state.chain is not None else 0
            if len(ahead) == 1 and last in told:
                # A, am Vormittag Zweiter, wurde nur Siebter. Hinter A landete B: Achter
                return last + 1
            return (max(told) if several else min(told)) + 1
        chain = state.chain
        if chain is not None and chain.type == "championship" and chain.position == 1:
            # `In der WM führt A, hinter ihm liegen B und C`
            leads = ahead == set(state.holders.get("standings_leader", ()))
            return 2 if leads and draft.sentence - chain.sentence <= 1 else None
        group = [rank.value.get("position_within") for rank in ranks_of(reading, clause, ("auf",))]
        if len(ahead) + size in group:
            # `hinter A fuhren B und C auf das Podest`
            return len(ahead) + 1
        cars = len(units(reading, arguments))
        if cars > 1 and len(ahead) == len(phrase["members"]):
            # `reihte sich hinter A, B und C ein`: the first three, where nothing else is told
            return cars + 1
    return None


def _front_group(resolver: Resolver, phrase: Phrase) -> int:
    """How many are in the group at the front: `hinter dem Spitzentrio`, `hinter dem Podium`."""
    mention = resolver.reading.mention_of(phrase)
    if mention is not None and mention["label"] == "POSITION":
        return int((mention["value"] or {}).get("position_within", 0))
    lemma = phrase["lemma"].lower()
    starts = resolver.vocabulary.words["front-start"]
    tails = (lemma.removeprefix(front) for front in starts if lemma.startswith(front))
    return max((resolver.vocabulary.person_nouns.get(tail, 0) for tail in tails), default=0)
