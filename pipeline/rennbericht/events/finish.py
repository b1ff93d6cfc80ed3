"""Whether a place told as one of the finish is still run for, and the other way round."""

from __future__ import annotations

from collections.abc import Sequence

from ..discourse.reading import Reading
from ..discourse.references import Resolver
from ..discourse.state import Chain, RaceState
from .circumstances import MOMENT
from .draft import Draft
from .happenings import own_moments
from .relative_places import CHAIN_REACH

#: penalties that take a place when the race is over
LATE = frozenset({"time", "position_drop"})
#: so many drafts back stands the penalty that a sentence told before
PENALTY_REACH = 6


def still_runs(reading: Reading, state: RaceState, draft: Draft) -> bool:
    """Whether a place told as a result is one of a race that goes on."""
    if (
        draft.status != "asserted"
        or draft.attributes.get("session", state.session) != "race"
        or "background" in draft.cues
    ):
        return False
    if state.interim:
        return draft.clause["tense"] == "present" or (state.rests and goes_on(state, draft))
    # `Aktuell belegt Sordo den zweiten Platz`
    told = "position" in draft.attributes and "position" not in draft.frame.attributes
    if told and draft.clause["kind"] == "attribute" and not draft.clause["perfect"]:
        # `der auf Rang drei fahrende Hamilton`
        return not draft.clause["passive"]
    words = reading.clause_words(draft.clause)
    if "LAP" not in words and not reading.classes["finish-line"].isdisjoint(words):
        # `überquerte zunächst als Erster die Ziellinie`, whatever the stewards say then
        return False
    in_lap = told and (_in_lap(reading, draft) or _under_label(state, draft))
    running = in_lap or "running" in draft.cues
    return told and running and "final" not in draft.cues and not draft.clause["modal"]


def goes_on(state: RaceState, draft: Draft) -> bool:
    """Whether what is told in a race under way still holds, by its tense.

    In a rally that rests for the night the past tense tells it as well, but not the pluperfect.
    """
    past = draft.clause["tense"] == "past"
    return not past or (state.rests and not draft.clause["perfect"])


def _in_lap(reading: Reading, draft: Draft) -> bool:
    """Whether a place is that of a lap: `In der 20. Runde wurde er als Neunter notiert`."""
    conjunct = reading.elided_from(draft.clause)
    clauses = [draft.clause] if conjunct is None else [draft.clause, conjunct]
    aside = own_moments(reading, draft.clause)
    return any(
        "number" in (mention["value"] or {})
        and reading.preposition(mention) == "in"
        and not any(start <= mention["start"] < end for start, end in aside)
        for clause in clauses
        for mention in reading.clause_mentions(clause)
        if mention["label"] == "LAP"
    )


def _under_label(state: RaceState, draft: Draft) -> bool:
    """Whether a ticker's label gives a lap that is not the last: `11. Runde: ... P3 für Acosta`.

    Who `wird` something there is through.
    """
    laps = [m for m in state.moment if m["label"] == "LAP" and "number" in (m["value"] or {})]
    return bool(laps) and draft.clause["verb"] != "werden"


def over(resolver: Resolver, draft: Draft) -> bool:
    """Whether a place taken is one of the end: a penalty gave it, and the results are told."""
    reading, chain = resolver.reading, resolver.state.chain
    start, _ = reading.sentences[max(0, draft.sentence - 1)]
    _, end = reading.sentences[draft.sentence]
    words = reading.lemmas_lower[start:end]
    if resolver.state.interim or resolver.vocabulary.penalties.isdisjoint(words):
        return False
    position = draft.attributes.get("position")
    afterwards = not resolver.vocabulary.words["afterwards"].isdisjoint(words)
    if afterwards and "running" not in draft.cues:
        # `Nach seiner Disqualifikation erbte B Rang zwei`
        told = isinstance(position, int) and position > 1 and MOMENT.isdisjoint(draft.attributes)
        if told and draft.clause["verb"] in resolver.vocabulary.words["reclassing-verb"]:
            return True
    return (
        chain is not None
        and _goes_on(chain, draft)
        and 0 <= draft.sentence - chain.sentence <= CHAIN_REACH
        and isinstance(position, int)
        and position > 1
        and draft.attributes.get("direction") != "gained"
    )


def fined(drafts: Sequence[Draft], draft: Draft) -> None:
    """Turn a place that a penalty took or gave into one of the finish.

    `bekam fünf Sekunden und fiel von Platz vier auf neun`, `wurde disqualifiziert. Damit verlor er
    den neunten Platz`, `wurde um zwei Plätze zurückgestuft und war nur noch Zehnter`
    """
    attributes = draft.attributes
    if draft.type != "position" or not MOMENT.isdisjoint(attributes):
        return
    kinds = {
        d.attributes.get("kind"): d.sentence
        for d in drafts
        if d.type == "penalty" and d.status == "asserted" and 0 <= draft.sentence - d.sentence <= 1
        if d.keys("holder") == draft.keys("holder")
    }
    here = {kind for kind, sentence in kinds.items() if sentence == draft.sentence}
    lost = attributes.get("direction") == "lost" and isinstance(
        attributes.get("from_position"), int
    )
    if "position" in attributes:
        if "position_drop" in here or (lost and not LATE.isdisjoint(here)):
            draft.type = "result"
    elif lost and ("disqualification" in kinds or not LATE.isdisjoint(here)):
        draft.type, draft.status = "result", "negated"
        attributes["position"] = attributes.pop("from_position")
        del attributes["direction"]


def at_the_end(draft: Draft) -> bool:
    """`war nach zwei Runden Achter und am Ende Vierter`: the last of several moments."""
    bare = draft.clause["verb"] == "sein" and "position" in draft.attributes
    elided = any(link["kind"] == "elided" for link in draft.clause["links"])
    return bare and elided and "final" in draft.cues and MOMENT.isdisjoint(draft.attributes)


def behind_winner(state: RaceState, draft: Draft) -> bool:
    """`A gewann. Der zweitplatzierte B ...`: called by his place right behind the win."""
    told = state.won_at <= draft.sentence <= state.won_at + CHAIN_REACH
    return (
        told
        and draft.frame.anchor == "adjective"
        and "position" in draft.frame.attributes
        and not draft.cues & {"running", "background"}
        and MOMENT.isdisjoint(draft.attributes)
        and not state.interim
    )


def ahead_of_winner(resolver: Resolver, draft: Draft) -> bool:
    """`A gewann. Nach 42 Runden hatte er 18 Sekunden Vorsprung auf B`: by so much he won."""
    state, by_then = resolver.state, resolver.vocabulary.words["by-then"]
    winner = {person.key for person in state.holders.get("winner", ())}
    return (
        bool(winner)
        and draft.keys("holder") == winner
        and 0 <= draft.sentence - state.won_at <= 1
        and draft.status == "asserted"
        and "margin" in draft.attributes
        and not draft.cues & {"running", "background"}
        and not (draft.clause["perfect"] and draft.clause["tense"] == "past")
        and draft.attributes.get("session", "race") == "race"
        and "how" not in draft.attributes
        and resolver.reading.clause_words(draft.clause).isdisjoint(by_then)
    )


def next_behind(state: RaceState, draft: Draft) -> bool:
    """`A gewann, B musste sich als Zweiter einreihen`: the list of the finish goes on."""
    chain, attributes = state.chain, draft.attributes
    return (
        chain is not None
        and _goes_on(chain, draft)
        and draft.sentence - chain.sentence in (0, 1)
        and (attributes.get("positions") or [attributes.get("position")])[0]
        in (chain.position + 1, "behind", "next")
        and (chain.sentence < draft.sentence or "direction" not in attributes)
        and attributes.get("direction") != "lost"
        and draft.clause["kind"] == "main"
    )


def _goes_on(chain: Chain, draft: Draft) -> bool:
    """Whether a place may go on with a list of the finish: told of no moment, of nothing before."""
    return (
        chain.type == "result"
        and chain.session == draft.attributes.get("session", "race")
        and "running" not in draft.cues
        and MOMENT.isdisjoint(draft.attributes)
        and not (draft.clause["perfect"] and draft.clause["tense"] == "past")
    )
