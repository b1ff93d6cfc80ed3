"""Places settled in context: which type a rank is here, and who stands behind and before.

`place` frames leave open whether a rank is a result, a running position, a place in
qualifying or in the standings; session, cues and the chain told last decide.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..clauses.model import Clause
from ..contract.types import TYPES
from ..discourse.people import Argument
from ..discourse.reading import Reading
from ..discourse.references import Resolver
from ..discourse.state import NEVER, RaceState
from ..german.dates import weekday
from .bare import bare_topic, session_before
from .circumstances import fit
from .draft import Draft
from .finish import ahead_of_winner, at_the_end, next_behind, over, still_runs
from .frames import ANY_VERB, RANK_TYPES
from .rally import between_stages, settle_in_rally
from .ranks import chained, ranks_of
from .roles import CREW_TYPES
from .spread import CHAIN_REACH, spread
from .table import by_points, held_by_points, in_season_table
from .units import crews, units

#: what the places of a chain share
KEPT = frozenset({"class", "session", "lap", "clock", "time_of_day", "background", "track", "date"})
#: what the places behind and before a holder are, by the holder's own type
CHAINED_TYPE = {"lead": "position", "pole": "result"}
#: an article opens and closes with results; what it tells between runs in order
OPENING, CLOSING = 0.2, 0.7

#: sessions without places on the track
TIMED = frozenset({"qualifying", "practice", "warm_up", "test"})
#: sessions of which there are several, so that each names its own
SEVERAL = TIMED - {"qualifying"} | {"stage"}
#: sessions that one of a crew drives
SINGLE_SESSIONS = frozenset({"qualifying", "practice", "stage"})


def set_aside(drafts: list[Draft]) -> None:
    """Mark places on the grid told beside others: `gewann von Startplatz 13 aus vor A und B`."""
    grid = [d for d in drafts if d.frame.attributes.get("session") == "qualifying"]
    others = [d for d in drafts if d.type in RANK_TYPES and d not in grid and d.type != "pole"]
    for draft in grid:
        draft.aside = bool(others)


def settle(
    reading: Reading, resolver: Resolver, draft: Draft, standings: bool, standings_here: bool
) -> list[Draft]:
    """Give a draft its final type and spell out the chain of places it opens.

    Args:
        reading: the document.
        resolver: resolves the phrases of the chain.
        draft: what a frame found.
        standings: whether the sentence speaks of a championship table.
        standings_here: whether the clause does; then who leads, leads the table.

    Returns:
        The event itself and those its chain gives; empty where a place stays without a number.
    """
    state = resolver.state
    attributes = draft.attributes
    points = resolver.vocabulary.words["point-noun"]
    champion = attributes.pop("championship", False) or (
        by_points(reading, draft.clause, points)
        if draft.type == "lead" or (standings and draft.type == "position")
        else draft.type in ("place", "result", "position")
        and "session" not in attributes
        and held_by_points(reading, draft.clause, points)
    )
    ranked = draft.frame.type == "lead" and draft.frame.rank and "rank" in draft.frame.requires
    if ranked and attributes.get("position", 1) != 1:
        # `holte in Runde 1 den zweiten Platz`
        return []
    if draft.type in ("place", "result") and "session" not in draft.frame.attributes:
        _go_on_in_session(reading, state, draft)
    if draft.type == "place":
        standings = standings and not _podium(reading, draft)
        bare = draft.clause["verb"] is None or _apposed(draft)
        if bare_topic(draft):
            session_before(reading, draft)
        if bare and "qualifying_word" in draft.cues:
            # `Startaufstellung: 1. Vettel, 2. Alonso`, `Vettel, Dritter der Startaufstellung, ...`
            attributes.setdefault("session", "qualifying")
        if state.rally and between_stages(reading, resolver.vocabulary.words, draft.clause):
            # `Stand nach WP 7: 1. Evans`, `vor dem Schlusstag ist er Dritter`
            draft.type = "position"
        else:
            under_way = resolver.vocabulary.words["under-way"]
            draft.type = _type_in_context(reading, state, draft, standings or champion, under_way)
        holders, table = draft.roles.get("holder"), draft.type == "championship"
        if holders and draft.type in CREW_TYPES:
            draft.roles["holder"] = resolver.with_crew(holders, spelled_out=table)
        elif holders:
            draft.roles["holder"] = resolver.at_wheel(holders, draft.sentence)
    elif draft.type in ("lead", "position") and (
        standings_here or champion or _of_the_table(state, draft)
    ):
        draft.type = "championship"
        attributes.pop("how", None)
        if draft.frame.type == "lead":
            attributes["outcome"] = "leads"
    elif draft.type == "overtake" and in_season_table(reading, resolver, draft, standings_here):
        # `in der WM-Wertung zog er damit an Piastri vorbei`
        return []
    elif draft.type == "result" and champion:
        draft.type = "championship"
    elif draft.type == "result" and still_runs(reading, state, draft):
        draft.type = "position"
    elif draft.type == "lead" and ahead_of_winner(resolver, draft):
        draft.type = "result"
        attributes["position"] = 1
        attributes.pop("lap", None)
    elif (
        draft.type == "position"
        and attributes.get("session") in TIMED
        and {"position", "positions", "position_within"} & attributes.keys()
    ):
        # im Qualifying reihte er sich auf Rang sechs ein: a place there is a result
        draft.type = "result"
    elif draft.type == "position" and (
        over(resolver, draft) or next_behind(state, draft) or at_the_end(draft)
    ):
        draft.type = "result"
    if state.rally:
        settle_in_rally(reading, resolver, draft, standings)
    found = spread(reading, resolver, draft)
    for event in found:
        _normalise(event)
    chain = [
        event
        for event in found
        if event.type in ("lead", "pole")
        or event.attributes.get("outcome") == "leads"
        or isinstance(event.attributes.get("position"), int)
    ]
    if chain and draft.status == "asserted" and not draft.aside:
        found += _chain(reading, resolver, chain[0], chain[-1], draft)
    for event in found:
        fit(event.type, event.attributes)
        if event.attributes.get("session") in SINGLE_SESSIONS:
            _who_drove(event)
    return [event for event in found if _complete(event)]


def _podium(reading: Reading, draft: Draft) -> bool:
    """Whether the place is one of a podium: of the table nobody stands on one."""
    ranks = ranks_of(reading, draft.clause, ("accusative", "subject", "auf"))
    return bool(ranks) and all(rank.value.get("form") == "podium" for rank in ranks)


def _who_drove(event: Draft) -> None:
    """Of a name's crew leave who is named: a place on the grid is of who set the time."""
    holders = event.roles.get("holder", [])
    named = {(a.start, a.end) for a in holders if a.via != "crew"}
    event.roles["holder"] = [a for a in holders if a.via != "crew" or (a.start, a.end) not in named]


def _of_the_table(state: RaceState, draft: Draft) -> bool:
    """`In der Gesamtwertung führt A, B ist jetzt Vierter`: of the same table."""
    chain = state.chain
    if chain is None or chain.type != "championship" or draft.type != "position":
        return False
    return chain.sentence == draft.sentence and draft.clause["verb"] == "sein"


def _go_on_in_session(reading: Reading, state: RaceState, draft: Draft) -> None:
    """A list goes on in the session it began in: `gewann den Sprint. Zweiter wurde Alonso.`"""
    chain, attributes = state.chain, draft.attributes
    places = attributes.get("positions") or [attributes.get("position")]
    if chain is None or chain.type not in ("result", "pole"):
        return
    if draft.sentence == chain.sentence:
        # von der Pole ging A in den Sprint, daneben B; A hat Startplatz 5, B die 14. Position
        relative = isinstance(places[0], str)
        gap = any(link["kind"] == "elided" for link in draft.clause["links"])
        gap = gap or any(phrase["prep"] == "neben" for phrase in draft.clause["phrases"])
        if chain.session in SEVERAL:
            # `A gewann die Prüfung, B wurde Zweiter`, but `A gewann sie und ist Zweiter`
            last = frozenset(p.key for p in state.places.get(chain.position, ()))
            told = places[0] == chain.position and last == draft.keys("holder")
            gap = told or (
                places[0] == chain.position + 1 and last.isdisjoint(draft.keys("holder"))
            )
        elif chain.session != "qualifying":
            return
        if not (relative or gap):
            return
    else:
        goes_on = draft.sentence == chain.sentence + 1 and places[0] == chain.position + 1
        # behind the winner of the rally a stage won is told by the way
        goes_on = goes_on and not (chain.session == "stage" and state.won_at > NEVER)
        # A gewann. Er hatte die Pole geholt. B belegte Platz zwei: of the race
        won = chain.session == "qualifying" and state.won_at > NEVER
        goes_on = goes_on and not (won and chain.sentence - state.won_at <= 1)
        if not goes_on or reading.mentions_in(draft.clause, "SESSION"):
            return
    attributes.pop("session", None)
    if chain.session != "race":
        attributes["session"] = chain.session


def _type_in_context(
    reading: Reading,
    state: RaceState,
    draft: Draft,
    standings: bool,
    under_way: frozenset[str],
) -> str:
    chain = state.chain
    told_on = chain is not None and draft.sentence - chain.sentence <= 1
    # `Ergebnis: 1. Vettel, 2. Alonso` opens a list of its own
    told_on = told_on and not (
        draft.frame.rank_beside == "numbered" and draft.attributes.get("position") == 1
    )
    told_on = told_on and not bare_topic(draft)
    table_told = told_on and chain is not None and chain.type == "championship"
    if standings or (table_told and not draft.cues & {"race_word", "final"}):
        return "championship"
    session = draft.attributes.get("session", state.session)
    if session in ("qualifying", "practice", "warm_up", "test", "stage"):
        return "result"
    kinds = draft.cues
    if state.interim and session == "race" and draft.clause["tense"] != "past":
        return "position"
    if "final" in kinds and "running" not in kinds:
        return "result"
    if "running" in kinds or {"lap", "clock"} & draft.attributes.keys():
        return "position"
    if not reading.clause_words(draft.clause).isdisjoint(under_way):
        # `übergab als Fünfter an B`, `kam als Dritter an die Box`
        return "position"
    if draft.frame.rank_beside == "numbered":
        return "result"
    if _apposed(draft):
        # `Fernández, Vierter, rutscht aus`: where he was when it befell him
        return "result" if _of_a_day(reading, draft) else "position"
    if chain is not None and draft.sentence - chain.sentence <= CHAIN_REACH:
        return CHAINED_TYPE.get(chain.type, chain.type)
    told = draft.sentence / max(1, len(reading.sentences))
    since_win = draft.sentence - state.won_at
    open_verb = draft.frame.verbs == (ANY_VERB,) or draft.clause["verb"] == "sein"
    if open_verb and OPENING < told < CLOSING and since_win > CHAIN_REACH:
        return "position"
    return "result"


def _apposed(draft: Draft) -> bool:
    """Whether a place stands between commas behind who has it."""
    return draft.clause["kind"] == "participle" and draft.clause["verb"] == "sein"


def _of_a_day(reading: Reading, draft: Draft) -> bool:
    """Whether a place is that of a day or session: `am Samstag Fünfter`, `im Sprint Dritter`."""
    if any(phrase["prep"] == "bis" for phrase in draft.clause["phrases"]):
        # `Evans, bis Samstagmittag Dritter, ...`
        return False
    if reading.mentions_in(draft.clause, "SESSION", "DATE", "COUNT"):
        return True
    if "background" in draft.attributes:
        return True
    return any(weekday(reading.words[token]) is not None for token in reading.tokens(draft.clause))


def _normalise(event: Draft) -> None:
    """First in a race is a lead, first in qualifying a pole, first in the table leads it."""
    attributes = event.attributes
    position = attributes.get("position")
    given_up = attributes.get("from_position")
    if isinstance(position, int) and isinstance(given_up, int) and "direction" in attributes:
        # `rutschte von Platz fünf auf zehn`
        attributes["direction"] = "gained" if position < given_up else "lost"
    if position is not None:
        # `den letzten Podiumsplatz`: the place itself says more than the group
        attributes.pop("position_within", None)
    if event.type == "position" and position == 1:
        event.type = "lead"
    if event.type == "lead":
        attributes.pop("position", None)
    if event.type == "result" and position == 1 and attributes.get("session") == "qualifying":
        event.type = "pole"
        attributes.pop("position", None)
    if event.type == "championship":
        attributes.setdefault("outcome", "standing")
        if position == 1 and attributes["outcome"] == "standing":
            attributes["outcome"] = "leads"
    if event.type == "pole":
        attributes.pop("session", None)


def _complete(event: Draft) -> bool:
    """Whether the event has what its type cannot do without."""
    attributes = event.attributes
    if event.frame.type in RANK_TYPES and event.frame.roles and not event.keys("holder"):
        return False
    if event.type in ("result", "position"):
        keys = ("position", "position_within", "position_from_end", "direction", "change")
        return any(key in attributes for key in keys)
    if "kind" in TYPES[event.type].core_attributes:
        return "kind" in attributes
    return True


def _chain(
    reading: Reading, resolver: Resolver, first: Draft, event: Draft, source: Draft
) -> list[Draft]:
    """The places behind the last holder (`vor A, B und C`) and before the first (`hinter A`)."""
    position = event.attributes.get("position", 1)
    clause = _clause_of_holder(reading, event)
    used = {a.start for e in (first, event) for args in e.roles.values() for a in args}
    behind, before = chained(reading, clause, source.frame, used, source.anchor)
    kind = CHAINED_TYPE.get(event.type, event.type)
    if kind not in ("result", "position", "championship"):
        return []
    found: list[Draft] = []
    place = position
    crew = len(event.roles.get("holder", ()))
    for phrase in behind:
        arguments = _people(resolver.resolve(clause, phrase))
        for unit in crews(units(reading, arguments), crew):
            place += 1
            found.append(_at(event, kind, place, unit))
    ahead = crews(
        units(reading, [a for p in before for a in _people(resolver.resolve(clause, p))]), crew
    )
    front = first.attributes.get("position", 1) - len(ahead)
    # a whole list says it itself; of those just ahead it must not be told otherwise
    fits = front == 1 or (front > 1 and _fits_ahead(resolver, ahead, front))
    if event.type == "result" and ahead and fits:
        found += [_at(event, kind, at, unit) for at, unit in enumerate(ahead, front)]
    return found


def _clause_of_holder(reading: Reading, event: Draft) -> Clause:
    """The clause that names who has the place: behind a colon it is another than the noun's.

    `Es ging in alter Reihenfolge weiter: A vor B und C`.
    """
    clause = event.clause
    follower = reading.clauses[clause["index"] + 1 : clause["index"] + 2]
    last = max((a.end for a in event.roles.get("holder", ())), default=-1)
    if not follower or follower[0]["kind"] != "fragment":
        return clause
    behind, end = (max((e for _, e in c["spans"]), default=0) for c in (clause, follower[0]))
    return follower[0] if behind < last <= end else clause


def _fits_ahead(resolver: Resolver, ahead: list[list[Argument]], front: int) -> bool:
    """Whether nothing told before puts those named behind `hinter` elsewhere than just ahead."""
    told = {person: place for place, people in resolver.state.places.items() for person in people}
    return all(
        told.get(argument.participant, place) == place
        for place, unit in enumerate(ahead, front)
        for argument in unit
        if argument.participant is not None
    )


def _people(arguments: list[Argument]) -> list[Argument]:
    return [a for a in arguments if a.participant is not None]


def _at(event: Draft, kind: str, place: int, unit: list[Argument]) -> Draft:
    kept = {k: v for k, v in event.attributes.items() if k in KEPT}
    attributes: dict[str, Any] = {**kept, "position": place}
    if event.type == "pole":
        attributes["session"] = "qualifying"
    if kind == "championship":
        attributes["outcome"] = "standing"
    derived = replace(
        event,
        type=kind,
        roles={"holder": unit},
        attributes=attributes,
        definite=False,
        derived=True,
    )
    _normalise(derived)
    return derived
