"""What a frame that fires fills in beside its roles: trigger, attributes, rank."""

from __future__ import annotations

from typing import Any

from ..clauses.model import Clause, Phrase
from ..discourse.reading import Reading
from ..discourse.references import Resolver
from ..discourse.slots import fill
from ..german.dates import weekday
from .class_lists import CONTESTS
from .draft import Draft
from .frames import ANY_VERB, RANK_TYPES, Frame
from .match import Match
from .ranks import change_of, joined_value, own_ranks, rank_value, ranks_of

#: sign of places counted, by their direction
SIGN = {"gained": 1, "lost": -1}
#: kinds of penalties that take places
PLACES_LOST = frozenset({"grid", "position_drop"})


def trigger_of(reading: Reading, match: Match) -> tuple[int, int]:
    """The tokens of the word that carries an event's meaning."""
    clause, token = match.clause, match.token
    if match.frame.anchor != "verb" or match.frame.verbs == (ANY_VERB,):
        return token, match.end
    inside = any(start <= token < end for start, end in clause["spans"])
    if match.noun is not None and match.frame.nouns:
        # gab die Führung ab, eroberte sie aber zurück: the verb carries it the second time
        before = clause["kind"] == "main" and match.noun["head"] < reading.clause_start(clause)
        if not (before and inside):
            return match.noun["head"], match.noun["head"] + 1
    if not inside:
        # an elided verb stands with somebody else: `A kam ins Ziel, dahinter B`
        # but its particle may be its own: `stieg A aus und B ein`
        own = reading.clause_start(clause)
        return max(own, clause["particle"]), max(own, clause["particle"]) + 1
    infinitive, particle = clause["infinitive_token"], clause["particle"]
    if infinitive >= 0:
        return (infinitive, token + 1) if token == infinitive + 1 else (
            infinitive, infinitive + 1
        )  # fmt: skip
    if particle > token:
        return token, particle + 1
    return token, token + 1


def slot_attributes(resolver: Resolver, match: Match) -> dict[str, Any]:
    """The attributes that a frame takes from the phrases of its clause."""
    found: dict[str, Any] = {}
    at = resolver.reading.mention_at[match.token] if match.frame.anchor == "noun" else -1
    if at >= 0 and resolver.reading.mentions[at]["label"] in CONTESTS:
        # `SP10 an A, TCR an B`: the class that anchors the frame
        found["class"] = resolver.reading.mentions[at]["name"]
    for key, slots in match.frame.attribute_slots:
        for slot in slots:
            for filler in fill(resolver.reading, match.clause, slot, match.noun):
                value = _noun_value(resolver, key, filler.clause, filler.phrase)
                if value is not None and not filler.elided:
                    found[key] = value
                    break
            if key in found:
                break
    return found


def _noun_value(resolver: Resolver, key: str, clause: Clause, phrase: Phrase) -> Any:
    """Head noun of a phrase as an attribute value; names and measures are none."""
    mention = resolver.reading.mention_of(phrase)
    if key in ("corner", "track") and mention is not None:
        if mention["label"] == key.upper():
            return {"id": mention["id"], "name": mention["name"] or ""}
        return None
    if mention is not None or phrase["kind"] not in ("np", "pp"):
        return None
    if key == "component" and phrase["prep"] == "an" and phrase["case"] == "a":
        # `mit Vibrationen an die Box`
        return None
    if key in ("component", "reason") and weekday(phrase["lemma"]) is not None:
        # `nach einem Turboschaden am Freitag`
        return None
    if key == "reason" and phrase["lemma"].lower() in resolver.vocabulary.no_reasons:
        return None
    if resolver.resolve(clause, phrase):
        return None
    return phrase["lemma"] if resolver.reading.tags[phrase["head"]] == "NN" else None


def write_rank(reading: Reading, match: Match, draft: Draft) -> None:
    """Write the clause's rank into the attributes where the type takes one."""
    frame: Frame = match.frame
    if match.place:
        draft.attributes["position"] = match.place
        return
    takes = frame.type in RANK_TYPES or frame.rank or "rank" in frame.requires
    if frame.type in ("pole", "lead") and not frame.rank:
        takes = False
    if takes and "position" not in frame.attributes and "positions" not in frame.attributes:
        found = own_ranks(reading, match.clause, frame, match.noun, match.token)
        if match.holder is not None:
            found = [rank for rank in found if rank.phrase is match.noun]
        elif frame.anchor == "noun":
            # `Platz fünf des Porsche und Platz sechs des Aston Martin`
            at = match.token
            own = [r for r in found if r.mention["start"] <= at < r.mention["end"]]
            found = own or found
        if found:
            draft.attributes.update(joined_value(found))
            if found[0].value.get("session"):
                draft.attributes["session"] = found[0].value["session"]
            classed = [rank for rank in found if not rank.value.get("overall")]
            if not classed or ("overall" in draft.cues and len(classed) == len(found)):
                # `wurde Gesamt-Achter` counts all classes, `Zweite und insgesamt Elfte` one of two
                draft.attributes.pop("class", None)
            if found[0].value.get("championship") and frame.type in RANK_TYPES:
                draft.attributes["championship"] = True
    elif takes and "rank" in frame.requires:
        # `verwies ihn auf den zweiten Startplatz`: his own place is one on the grid as well
        other = own_ranks(reading, match.clause, frame, match.noun, match.token)
        if other and other[0].value.get("session"):
            draft.attributes["session"] = other[0].value["session"]
    direction = draft.attributes.get("direction")
    if frame.type == "penalty" and draft.attributes.get("kind") in PLACES_LOST:
        # `muss drei Plätze zurück`
        direction = "lost"
    if direction in SIGN:
        counted = change_of(reading, match.clause)
        if counted:
            draft.attributes["change"] = SIGN[direction] * counted
    if frame.from_rank:
        given_up = ranks_of(reading, match.clause, frame.from_rank)
        if given_up and "position" in rank_value(given_up[0]):
            draft.attributes["from_position"] = rank_value(given_up[0])["position"]
