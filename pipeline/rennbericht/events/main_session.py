"""The session that an article as a whole tells of, and whether its race still goes on."""

from __future__ import annotations

from ..discourse.reading import Reading
from ..discourse.state import RaceState
from ..entities.model import Mention
from .circumstances import session_of
from .cues import Cues
from .rally import between_stages

#: the noun that makes a series' name one of a race (`Formel-1-Sprint`)
SPRINT = "Sprint"
#: so few words of a session do not make an article one of it
FEW_WORDS = 3
#: words of a qualifying prevail from this share of those of a race on
QUALIFYING_SHARE = 1.0
#: told so often in the present, the race goes on
FEW_LEAD = 2
#: an article of a sprint names it so often, and in its first sentences
FEW_SPRINTS, OPENING_SENTENCES = 2, 3
#: a headline ends within so many tokens
TITLE_WORDS = 40


def set_scene(reading: Reading, cues: Cues, state: RaceState) -> None:
    """Find the session that the article as a whole tells of, by the words of each.

    A race report names the qualifying in passing; a report of the qualifying looks ahead to the
    race, but its own words prevail.
    """
    race = cues.count("race_word") + cues.count("race_deed")
    qualifying = cues.count("qualifying_word")
    if qualifying > race:
        # `in Runde elf`, `sechs Runden vor Schluss`: no qualifying is told so
        race += sum(map(_of_race, reading.mentions))
    of_title = _of_title(reading) if qualifying >= race else ""
    if _practices(reading, cues, race):
        state.main_session = "practice"
    elif qualifying >= FEW_WORDS and qualifying > QUALIFYING_SHARE * race:
        state.main_session = "qualifying"
    elif of_title:
        state.main_session = of_title
    elif _sprints(reading, cues):
        state.main_session = "sprint"
    else:
        named = [
            (mention["value"] or {}).get("session")
            for mention in reading.mentions
            if mention["label"] == "SESSION"
        ]
        named += [
            "sprint" for mention in reading.mentions if mention["parts"].get("head") == SPRINT
        ]
        practice = named.count("practice") + named.count("test")
        if practice >= FEW_WORDS and practice > race:
            state.main_session = "practice"
        elif named.count("sprint") >= FEW_WORDS and named.count("sprint") > named.count("race"):
            state.main_session = "sprint"
    state.session = state.main_session
    state.interim = state.main_session == "race" and _interim(reading, cues)


def _of_race(mention: Mention) -> bool:
    """Whether a mention is a numbered lap of a race or one so many before its end."""
    value = mention["value"] or {}
    return mention["label"] == "LAP" and ("number" in value or value.get("from_end", 1) > 1)


def _interim(reading: Reading, cues: Cues) -> bool:
    """Whether the article tells of a race that goes on: `nach neun Stunden führt der Audi`."""
    leading = winning = 0
    kinds, wins = cues.words, tuple(cues.words["win-noun"])
    for clause in reading.clauses:
        if clause["kind"] != "main":
            continue
        words = reading.clause_words(clause)
        if clause["verb"] in kinds["winning-verb"] and not clause["modal"]:
            # `gewann vier Prüfungen` wins no rally
            winning += words.isdisjoint(kinds["rally-stage"])
        if (
            clause["verb"] in kinds["taking-verb"]
            and clause["tense"] == "present"
            and not clause["modal"]
        ):
            # `Bagnaia schnappt sich den Sieg`
            winning += any(
                p["prep"] is None and p["lemma"].lower().endswith(wins) for p in clause["phrases"]
            )
        if (
            clause["verb"] in kinds["leading-verb"]
            and clause["tense"] == "present"
            and clause["finite"] >= 0
        ):
            table = "standings" in cues.at(*reading.sentences[clause["sentence"]])
            if (
                table
                or not words.isdisjoint(kinds["point-noun"])
                or not (
                    clause["verb"] in kinds["leading-verb-alone"]
                    or not words.isdisjoint(kinds["front-word"])
                )
            ):
                continue
            # `nach 22 Stunden liegt der Audi vorn`, `vor den letzten Prüfungen führt` say it alone
            alone = reading.mentions_in(clause, "CLOCK") or between_stages(reading, kinds, clause)
            leading += FEW_LEAD if alone else 1
    return leading >= FEW_LEAD and not winning


def _sprints(reading: Reading, cues: Cues) -> bool:
    """Whether the article is one of a sprint: it opens with it and names it as often as the race.

    `Sprint Cup` is a series, `Formel-1-Sprint` a sprint.
    """
    tables = tuple(cues.words["sprint-table"])
    sprints = [
        token
        for token, word in enumerate(reading.lower)
        if "sprint" in word
        if word.endswith("-sprint")
        or (word.startswith("sprint") and reading.label_at(token) != "SERIES")
        if not word.endswith(tables)
    ]
    if len(sprints) < FEW_SPRINTS:
        return False
    opening = reading.sentences[:OPENING_SENTENCES]
    front = opening[-1][1] if opening else 0
    races = sum(word in cues.words["race-noun"] for word in reading.lower)
    # the headline and the first sentence are of it: `Bezzecchi gewinnt den Sprint`
    titled = reading.headline[sprints[0]] and any(
        token < front and not reading.headline[token] for token in sprints
    )
    return sprints[0] < front and (titled or len(sprints) >= races)


def _practices(reading: Reading, cues: Cues, race: int) -> bool:
    """Whether the article is one of free practice: it opens with it and speaks of little else.

    `Piastri hat im zweiten freien Training die Bestzeit erzielt.`
    """
    trials = [
        (mention["start"], session)
        for mention in reading.mentions
        if (session := session_of(mention)) in ("practice", "qualifying")
        if not reading.beyond(mention)
    ]
    opening = reading.sentences[:OPENING_SENTENCES]
    front = opening[-1][1] if opening else 0
    if not trials or trials[0][1] != "practice" or trials[0][0] >= front:
        return False
    words = sum(word in cues.words["practice-word"] for word in reading.lower)
    practice = sum(session == "practice" for _, session in trials)
    return words > 0 and practice + words > race and practice >= len(trials) - practice


def _of_title(reading: Reading) -> str:
    """The qualifying or practice that the headline names: `Qualifying Imola: ...`."""
    for mention in reading.mentions:
        if not reading.headline[mention["start"]] or mention["start"] > TITLE_WORDS:
            break
        session = (mention["value"] or {}).get("session")
        if mention["label"] == "SESSION" and session in ("qualifying", "practice"):
            return session if not reading.beyond(mention) else ""
    return ""
