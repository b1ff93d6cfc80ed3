"""What is told otherwise of a rally: whoever is fastest wins a stage, and its table is no season's.

`Schnellster war Evans` is pole in a qualifying and a stage won in a rally; `in der Gesamtwertung
liegt er auf Rang drei` tells where he runs, as long as nobody counts points.
"""

from __future__ import annotations

from ..clauses.model import Clause
from ..discourse.reading import Reading
from ..discourse.references import Resolver
from ..discourse.state import NEVER, RaceState
from .cues import Cues
from .draft import Draft

#: types of who is fastest, which in a rally is a stage won
FASTEST = frozenset({"pole", "fastest_lap"})
#: prepositions before the stages that a place is told between
BETWEEN = frozenset({"nach", "vor"})
#: what may stand between them and the stage: `nach sechs von 22 Prüfungen`
COUNTING = frozenset({"ART", "CARD", "ADJA", "PIAT", "PIDAT", "PPOSAT", "APPR"})
#: prepositions of a stage that a place is of, beside none: `gewann die Etappe`
ON_STAGE = frozenset({None, "auf", "in", "bei", "an"})
#: what a season's standing is in the table of a rally
IN_RALLY = {"leads": "lead", "won": "result", "standing": "position"}

Words = dict[str, frozenset[str]]


def tells_of_rally(reading: Reading, words: Words) -> bool:
    """Whether the article is of a rally: it numbers stages, or names the rally and its stages."""
    stages = sum(
        mention["label"] == "SESSION" and (mention["value"] or {}).get("session") == "stage"
        for mention in reading.mentions
    )
    if stages > 1:
        return True
    names, nouns = tuple(words["rally-noun"]), words["rally-part"]
    return not nouns.isdisjoint(reading.lemmas_lower) and any(
        word.startswith(names) or word.endswith(names) for word in reading.lower
    )


def own_table(reading: Reading, state: RaceState, words: Words, cues: Cues, sentence: int) -> bool:
    """Whether the only table that a sentence speaks of is the rally's: nobody counts points."""
    if not state.rally or (state.won_at != NEVER and not _looks_back(reading, words, sentence)):
        # behind the winner the season's table is told
        return False
    start, end = reading.sentences[sentence]
    lemmas = reading.lemmas_lower[start:end]
    named, begins = words["overall-noun"], tuple(words["overall-start"])
    overall = {lemma for lemma in lemmas if lemma in named or lemma.startswith(begins)}
    season = tuple(words["season-start"])
    # the table of a class: `in der Produktionswagen-Wertung`
    ends = tuple(words["class-table-end"])
    overall |= {m for m in lemmas if m.endswith(ends) and not m.startswith(season)}
    if not overall or not words["point-noun"].isdisjoint(lemmas):
        return False
    return not any(
        cues.kind(token) == "standings" and reading.lemmas_lower[token] not in overall
        for token in range(start, end)
    )


def _looks_back(reading: Reading, words: Words, sentence: int) -> bool:
    """Whether a sentence tells of a rally under way: `bis zur Mittagspause hatte A geführt`."""
    start, end = reading.sentences[sentence]
    moments = words["rally-moment"] | words["rally-part"]
    return not moments.isdisjoint(reading.lemmas_lower[start:end]) and any(
        clause["kind"] == "main" and clause["tense"] == "past"
        for clause in reading.by_sentence.get(sentence, ())
    )


def between_stages(reading: Reading, words: Words, clause: Clause) -> bool:
    """Whether a place is told between stages: `nach WP 7`, `vor den letzten beiden Prüfungen`."""
    start, end = reading.sentences[clause["sentence"]]
    lemmas = frozenset(reading.lemmas_lower[start:end])
    if not words["final-noun"].isdisjoint(lemmas):
        return False
    # `Stand zum Mittagsservice: 1. Evans`
    if words["interim-table"] & lemmas and words["rally-moment"] & lemmas:
        return True
    nouns = words["rally-part"] | words["rally-day"]
    for token in range(start, end):
        if reading.lemmas_lower[token] not in nouns:
            continue
        at = token - 1
        while at > start and reading.lower[at] not in BETWEEN and reading.tags[at] in COUNTING:
            at -= 1
        into = reading.lower[at] == "in" and reading.lower[at + 1] in ("den", "die")
        # `startete als Zweiter in den Schlusstag`
        if at >= start and (into or reading.lower[at] in BETWEEN):
            return True
    return False


def stages_ahead(reading: Reading, words: Words) -> bool:
    """Whether the report is of a rally with stages to come, and nobody has won it.

    `nach 16 von 20 Prüfungen`, `am Sonntag stehen noch vier Prüfungen an`, `geht als Zweiter in
    den Schlusstag`, `am Abend führt Evans`.
    """
    stages, ahead, wins = words["rally-part"], words["ahead-verb"], tuple(words["win-noun"])
    more, ends = words["stages-more"], tuple(words["stage-end"])
    to_come = False
    for clause in reading.clauses:
        if clause["kind"] != "main" or clause["modal"]:
            continue
        told = reading.clause_words(clause)
        of_stage = any(word in stages or word.endswith(ends) for word in told)
        to_come = (
            to_come
            or (
                of_stage
                and (
                    _of_so_many(reading, stages, clause)
                    or (clause["verb"] in ahead and not more.isdisjoint(told))
                )
            )
            or _rests(reading, words, clause)
        )
        if clause["perfect"] and clause["tense"] == "past":
            continue
        if clause["verb"] in words["winning-verb"] and not of_stage:
            return False
        if clause["verb"] in words["taking-verb"] and any(
            phrase["prep"] is None
            and phrase["lemma"].lower().endswith(wins)
            and phrase["lemma"].lower() not in words["stage-win"]
            for phrase in clause["phrases"]
        ):
            return False
    return to_come


def _rests(reading: Reading, words: Words, clause: Clause) -> bool:
    """Whether a clause tells of now what only a rally under way has: `geht in den Schlusstag`."""
    if clause["tense"] != "present" or clause["perfect"]:
        return False
    days, told = words["rally-day"], reading.clause_words(clause)
    leads = clause["verb"] in words["leading-verb-alone"] or (
        clause["verb"] in words["leading-verb"] and not words["front-word"].isdisjoint(told)
    )
    leads = leads and words["point-noun"].isdisjoint(told)
    for phrase in clause["phrases"]:
        lemma = phrase["lemma"].lower()
        if leads and phrase["prep"] and (lemma in days or lemma in words["rally-moment"]):
            # `nach dem ersten Tag führt A`, `am Freitagabend liegt B vorn`
            return True
        if clause["verb"] in words["setting-out-verb"] and phrase["prep"] == "in":
            # `geht in den Sonntag`, `startet in die letzte Etappe`: not `am Samstag`
            if lemma in days or lemma in words["rally-part"]:
                return True
        elif phrase["prep"] == "vor" and lemma in words["last-day"]:
            return True
    return False


def _of_so_many(reading: Reading, stages: frozenset[str], clause: Clause) -> bool:
    """Whether a clause counts `nach 16 von 20 Prüfungen`."""
    lower, lemmas = reading.lower, reading.lemmas_lower
    return any(
        lower[token] == "von"
        and reading.tags[token - 1] == reading.tags[token + 1] == "CARD"
        and lower[token - 1] != lower[token + 1]
        and lower[token - 2] == "nach"
        and not stages.isdisjoint(lemmas[token + 2 : token + 4])
        for start, end in clause["spans"]
        for token in range(start + 2, end - 2)
    )


def settle_in_rally(reading: Reading, resolver: Resolver, draft: Draft, standings: bool) -> None:
    """Make of what a circuit's words say what they say in a rally, in place.

    Args:
        reading: the document.
        resolver: knows the state and the vocabulary.
        draft: what a frame found, its type settled by the context.
        standings: whether the sentence speaks of a season's table.
    """
    state, attributes = resolver.state, draft.attributes
    if draft.type in FASTEST and attributes.get("session") != "qualifying":
        draft.type = "result"
        attributes.update(position=1, session="stage")
    elif draft.type in ("position", "result") and (
        _of_speed(reading, resolver, draft) or _of_stage(reading, resolver, draft)
    ):
        draft.type = "result"
        attributes["session"] = "stage"
    elif draft.type == "championship" and state.rally_table:
        outcome = attributes.get("outcome", "standing")
        if outcome == "standing" and attributes.get("position") == 1:
            outcome = "leads"
        if outcome not in IN_RALLY or (outcome == "standing" and "position" not in attributes):
            return
        draft.type = IN_RALLY[outcome]
        attributes.pop("outcome", None)
        attributes.pop("session", None)
        if draft.type == "position" and ("final" in draft.cues or _finishes(resolver, draft)):
            draft.type = "result"
        if outcome == "won":
            attributes["position"] = 1
    elif draft.type == "result" and attributes.get("session") == "qualifying":
        # no rally has a grid: `geht als Dritter in die letzte Etappe`
        if "qualifying_word" not in draft.cues:
            draft.type = "position"
            del attributes["session"]
    elif draft.type == "result" and not standings:
        _settle_result(reading, resolver, draft)


def _finishes(resolver: Resolver, draft: Draft) -> bool:
    """Whether a place is told by a verb of the finish: `landete im Gesamtklassement auf Rang 7`."""
    words, clause = resolver.vocabulary.words, draft.clause
    ended = clause["verb"] in words["finishing-verb"] and not resolver.state.rests
    return ended and not between_stages(resolver.reading, words, clause)


def _of_speed(reading: Reading, resolver: Resolver, draft: Draft) -> bool:
    """Whether the place is one by the time of a stage: `Neuville ist Zweitschnellster`."""
    words = resolver.vocabulary.words
    ends, times = tuple(words["fastest-end"]), words["stage-time"]
    return draft.attributes.get("position", 1) != 1 and any(
        reading.label_at(phrase["head"]) == "POSITION"
        # Zweitschnellster, mit der zweitbesten Zeit
        and (reading.lower[phrase["head"]].endswith(ends) or phrase["lemma"].lower() in times)
        for phrase in draft.clause["phrases"]
    )


def _of_stage(reading: Reading, resolver: Resolver, draft: Draft) -> bool:
    """Whether the place is one of the day's table: `Tagesvierter`, `als 18. der Tageswertung`."""
    words = resolver.vocabulary.words
    starts, tables, clause = tuple(words["stage-place"]), words["stage-table"], draft.clause
    for phrase in clause["phrases"]:
        if phrase["lemma"].lower() in tables:
            of = phrase["attribute_of"]
            ranks = reading.mentions_in(clause, "POSITION")
            if len(ranks) == 1 if of < 0 else reading.label_at(of) == "POSITION":
                return True
        elif reading.lower[phrase["head"]].startswith(starts):
            place = reading.mention_at[phrase["head"]]
            value = reading.mentions[place]["value"] if place >= 0 else None
            told = (value or {}).get("position")
            if told is not None and (told == draft.attributes.get("position")):
                return True
    return False


def _stage_told_before(resolver: Resolver, draft: Draft) -> bool:
    """Whether the sentence before told that the same one won a stage, and no noun tells a win."""
    chain, state = resolver.state.chain, resolver.state
    if chain is None or chain.session != "stage" or draft.attributes.get("position") != 1:
        return False
    first = {person.key for person in state.places.get(1, ())}
    # `verwies A auf Rang zwei`: told of A just now, so of the first as well
    near = chain.sentence < draft.sentence <= chain.sentence + 1 or (
        chain.sentence == draft.sentence and chain.position > 1
    )
    anchor = resolver.reading.lemmas_lower[draft.anchor]
    plain = draft.frame.anchor == "verb" or anchor not in resolver.vocabulary.words["win-noun"]
    return near and plain and first == draft.keys("holder")


def _settle_result(reading: Reading, resolver: Resolver, draft: Draft) -> None:
    """A place of a stage, of a day, or of the rally as a whole."""
    words = resolver.vocabulary.words
    attributes, clause = draft.attributes, draft.clause
    heads = {reading.lemmas_lower[phrase["head"]]: phrase for phrase in clause["phrases"]}
    anchor = reading.lemmas_lower[draft.anchor]
    whole = tuple(words["rally-noun"] | words["whole-start"])
    if anchor in words["stage-win"]:
        attributes["session"] = "stage"
    elif anchor.startswith(whole):
        # `sicherte sich auf der letzten Prüfung den Gesamtsieg`
        if attributes.get("session") == "stage":
            del attributes["session"]
    elif clause["verb"] in words["home-verb"] and not words["lead-left"].isdisjoint(heads):
        # `rettete auf der letzten Prüfung einen Vorsprung von acht Sekunden ins Ziel`
        if attributes.get("session") == "stage":
            del attributes["session"]
    elif anchor in words["win-noun"] and attributes.get("session") == "stage":
        # `auf WP 6 fiel A aus, B fuhr den Sieg nach Hause`
        if words["rally-stage"].isdisjoint(heads) and not reading.mentions_in(clause, "SESSION"):
            del attributes["session"]
    elif _stage_told_before(resolver, draft):
        # `feierte den Tagessieg. Er setzte sich vor Sainz durch`
        attributes["session"] = "stage"
    elif clause["verb"] in words["ending-verb"] and any(
        heads[day]["prep"] is None for day in words["rally-day"].intersection(heads)
    ):
        # `beendete den Freitag als Zweiter`
        draft.type = "position"
    elif attributes.get("session", "race") == "race" and not any(
        head.startswith(whole) for head in heads
    ):
        stages = [heads[stage] for stage in words["rally-stage"].intersection(heads)]
        if any(phrase["prep"] in ON_STAGE for phrase in stages):
            attributes["session"] = "stage"
