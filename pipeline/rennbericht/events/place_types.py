"""Which type a rank is in its context.

`place` frames leave open whether a rank is a result, a running position, a place in
qualifying or in the standings; session, cues and the chain told last decide.
"""

from __future__ import annotations

from ..discourse.reading import Reading
from ..discourse.references import Resolver
from ..discourse.state import NEVER, RaceState
from .bare import bare_topic, session_before
from .beside import CREW_TYPES
from .draft import Draft
from .finish import (
    ahead_of_winner,
    at_the_end,
    behind_winner,
    goes_on,
    next_behind,
    over,
    still_runs,
)
from .frames import ANY_VERB
from .own_sessions import day_of
from .rally import between_stages
from .ranks import ranks_of
from .relative_places import CHAIN_REACH
from .table import Words, behind_win, by_points, held_by_points

#: what the places behind and before a holder are, by the holder's own type
CHAINED_TYPE = {"lead": "position", "pole": "result"}
#: an article opens and closes with results; what it tells between runs in order
OPENING, CLOSING = 0.2, 0.7

#: sessions without places on the track
TIMED = frozenset({"qualifying", "practice", "warm_up", "test"})
#: sessions of which there are several, so that each names its own
SEVERAL = TIMED - {"qualifying"} | {"stage"}
#: contexts of frames that go on behind who was first
FIRST_TOLD = frozenset({"pole", "winner"})
#: attributes that tell a place
PLACED = frozenset({"position", "positions", "position_within"})


def give_type(
    reading: Reading, resolver: Resolver, draft: Draft, standings: bool, standings_here: bool
) -> None:
    """Settle the type of a draft about a rank by the table, the session and what was told.

    Args:
        reading: the document.
        resolver: knows the race state.
        draft: the draft; type and attributes change in place.
        standings: whether its sentence speaks of a championship table.
        standings_here: whether its own clause does.
    """
    if standings and not standings_here and of_another_day(reading, draft):
        # `Wittmann, im zweiten Lauf Dritter, übernahm die Tabellenführung`
        standings = False
    champion = _of_season(reading, resolver, draft, standings)
    if resolver.state.race_table and (champion or draft.type == "championship"):
        # `Platz 23 der Gesamtwertung und Rang zwei der Klasse`: of the race
        leads = draft.attributes.pop("outcome", None) == "leads"
        draft.type, champion = "lead" if leads else "place", False
        draft.attributes.pop("class", None)
    if draft.type in ("place", "result") and "session" not in draft.frame.attributes:
        _go_on_in_session(reading, resolver.state, draft)
    if draft.type == "place":
        _settle_place(reading, resolver, draft, standings or champion)
    elif draft.type in ("lead", "position") and (
        standings_here or champion or _of_the_table(resolver.state, draft)
    ):
        draft.type = "championship"
        draft.attributes.pop("how", None)
        if draft.frame.type == "lead":
            draft.attributes["outcome"] = "leads"
    elif draft.type == "result":
        if champion or (standings_here and _stands(resolver, draft)):
            draft.type = "championship"
        elif still_runs(reading, resolver.state, draft):
            draft.type = "position"
    elif draft.type == "lead" and ahead_of_winner(resolver, draft):
        draft.type = "result"
        draft.attributes["position"] = 1
        draft.attributes.pop("lap", None)
    elif draft.type == "lead" and _ahead_of_pole(resolver.state, draft):
        draft.type = "pole"
    elif draft.type == "position" and _of_finish(reading, resolver, draft):
        draft.type = "result"


def _ahead_of_pole(state: RaceState, draft: Draft) -> bool:
    """`A holte die Pole. Sein Vorsprung auf B betrug zwei Zehntel`: by so much he was faster."""
    pole = {person.key for person in state.holders.get("pole", ())}
    ahead = state.first_told == "pole" and draft.keys("holder") == pole
    return ahead and "margin" in draft.attributes and not draft.cues & {"running", "background"}


def _stands(resolver: Resolver, draft: Draft) -> bool:
    """Whether a place is told as one that somebody has: `Bester Deutscher bleibt er als Elfter`."""
    clause, verbs = draft.clause, resolver.vocabulary.words["standing-verb"]
    present = clause["tense"] == "present" and not clause["perfect"]
    told = "session" not in draft.attributes and not draft.cues & {"race_word", "final"}
    return present and told and clause["verb"] in verbs and "position" in draft.attributes


def _of_season(reading: Reading, resolver: Resolver, draft: Draft, standings: bool) -> bool:
    """Whether the frame, its rank or the points beside it say that it is of the season's table."""
    words = resolver.vocabulary.words
    if draft.attributes.pop("championship", False):
        return True
    if draft.type == "lead" or (standings and draft.type == "position"):
        return by_points(reading, draft.clause, words)
    return (
        draft.type in ("place", "result", "position")
        and "session" not in draft.attributes
        and held_by_points(reading, draft.clause, words)
    )


def _settle_place(reading: Reading, resolver: Resolver, draft: Draft, standings: bool) -> None:
    """Settle what a frame leaves open: the session, the type, who of a crew has the place."""
    words, state = resolver.vocabulary.words, resolver.state
    bare = draft.clause["verb"] is None or _apposed(draft)
    if bare_topic(draft):
        session_before(reading, draft)
    if bare and "qualifying_word" in draft.cues:
        # `Startaufstellung: 1. Vettel, 2. Alonso`, `Vettel, Dritter der Startaufstellung, ...`
        draft.attributes.setdefault("session", "qualifying")
    if state.rally and between_stages(reading, words, draft.clause):
        # `Stand nach WP 7: 1. Evans`, `vor dem Schlusstag ist er Dritter`
        draft.type = "position"
    else:
        draft.type = _type_in_context(reading, state, draft, standings, words)
    holders, table = draft.roles.get("holder"), draft.type == "championship"
    if holders and draft.type in CREW_TYPES:
        draft.roles["holder"] = resolver.with_crew(holders, spelled_out=table)
    elif holders:
        draft.roles["holder"] = resolver.at_wheel(holders, draft.sentence)


def _of_finish(reading: Reading, resolver: Resolver, draft: Draft) -> bool:
    """Whether a running position is told as a result: of a timed session, or at the end."""
    attributes = draft.attributes
    if attributes.get("session") in TIMED and not PLACED.isdisjoint(attributes):
        # im Qualifying reihte er sich auf Rang sechs ein: a place there is a result
        return True
    state = resolver.state
    if not (state.rally or state.crews) and of_another_day(reading, draft):
        # `Vettel, am Samstag noch Zweiter, schied aus`
        return True
    return (
        over(resolver, draft)
        or next_behind(state, draft)
        or at_the_end(draft)
        or behind_winner(state, draft)
    )


def podium(reading: Reading, draft: Draft) -> bool:
    """Whether the place is one of a podium: of the table nobody stands on one."""
    ranks = ranks_of(reading, draft.clause, ("accusative", "subject", "auf"))
    return bool(ranks) and all(rank.value.get("form") == "podium" for rank in ranks)


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
    if not FIRST_TOLD.isdisjoint(draft.frame.context):
        # `Norris holte die Pole, Verstappen fehlten zwei Zehntel`
        if chain.session != "race":
            attributes["session"] = chain.session
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
    words: Words,
) -> str:
    if _with_team(reading, draft):
        draft.attributes.pop("lap", None)
        return "result"
    chain = state.chain
    told_on = chain is not None and draft.sentence - chain.sentence <= 1
    # `Ergebnis: 1. Vettel, 2. Alonso` opens a list of its own
    told_on = told_on and not (
        draft.frame.rank_beside == "numbered" and draft.attributes.get("position") == 1
    )
    told_on = told_on and not bare_topic(draft)
    table_told = told_on and chain is not None and chain.type == "championship"
    clause = draft.clause
    # `A hat nun 97 Punkte Vorsprung auf B, der als Zehnter Boden verlor`: in the race
    aside = clause["kind"] == "relative" and clause["tense"] == "past" and not standings
    of_race = bool(draft.cues & {"race_word", "final"}) or (
        aside and chain is not None and chain.sentence == draft.sentence
    )
    of_race = of_race or (chain is not None and behind_win(state, words, clause, chain.sentence))
    if standings or (table_told and not of_race):
        return "championship"
    session = draft.attributes.get("session", state.session)
    if session in TIMED or session == "stage":
        return "result"
    kinds = draft.cues
    if state.interim and session == "race" and goes_on(state, draft):
        return "position"
    if "final" in kinds and "running" not in kinds:
        return "result"
    if "running" in kinds or {"lap", "clock"} & draft.attributes.keys():
        return "position"
    if not reading.clause_words(draft.clause).isdisjoint(words["under-way"]):
        # `übergab als Fünfter an B`, `kam als Dritter an die Box`
        return "position"
    if draft.frame.rank_beside == "numbered":
        return "result"
    if _apposed(draft):
        # `Fernández, Vierter, rutscht aus`: where he was when it befell him
        return "result" if of_another_day(reading, draft) else "position"
    if (
        chain is not None
        and draft.sentence - chain.sentence <= CHAIN_REACH
        # `A führt die Wertung an. Hinter B kam C ins Ziel`
        and not (of_race and chain.type == "championship")
    ):
        return CHAINED_TYPE.get(chain.type, chain.type)
    told = draft.sentence / max(1, len(reading.sentences))
    since_win = draft.sentence - state.won_at
    open_verb = draft.frame.verbs == (ANY_VERB,) or draft.clause["verb"] == "sein"
    if open_verb and OPENING < told < CLOSING and since_win > CHAIN_REACH:
        return "position"
    return "result"


def _with_team(reading: Reading, draft: Draft) -> bool:
    """Whether the place is added behind a team: `traf Leon (Prema; 27.)`, where he came in."""
    brackets = draft.frame.rank_beside == "brackets"
    return brackets and not reading.words[draft.trigger[0]][0].isdecimal()


def _apposed(draft: Draft) -> bool:
    """Whether a place stands between commas behind who has it."""
    return draft.clause["kind"] == "participle" and draft.clause["verb"] == "sein"


def of_another_day(reading: Reading, draft: Draft) -> bool:
    """Whether an apposition tells the place of a day or session: `Vettel, im Sprint Dritter`."""
    if not _apposed(draft):
        return False
    if any(phrase["prep"] == "bis" for phrase in draft.clause["phrases"]):
        # `Evans, bis Samstagmittag Dritter, ...`
        return False
    if reading.mentions_in(draft.clause, "SESSION", "DATE", "COUNT"):
        return True
    if "background" in draft.attributes:
        return True
    return day_of(reading, draft.clause) is not None


def normalise(event: Draft) -> None:
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
    timed = attributes.get("session") == "qualifying" and attributes.get("how") != "start"
    if event.type == "lead" and timed:
        # `lag nach dem ersten Versuch in Q3 an der Spitze`
        event.type = "result"
        attributes["position"] = position = 1
        attributes.pop("how", None)
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
