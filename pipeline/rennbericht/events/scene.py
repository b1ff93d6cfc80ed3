"""The scene of a sentence: which session, which class, and the moment that a label gives.

`Im Qualifying ...` opens a session, `Runde 12:` before a paragraph of a ticker the moment of all
that the paragraph tells.
"""

from __future__ import annotations

from ..clauses.model import Clause, Phrase
from ..discourse.meetings import Race
from ..discourse.reading import Reading
from ..discourse.state import NEVER, RaceState
from ..entities.model import Mention
from ..german.dates import weekday
from .circumstances import INSIDE, by_the_way, class_of, session_of
from .cues import Cues
from .own_sessions import own_session

#: sessions that go on over a paragraph's end
RACES = frozenset({"race", "sprint"})
#: `im Qualifying` opens a setting where it stands within so many tokens of the sentence's start
FRONT = 3
#: a lap of a higher number is no attempt in qualifying
ATTEMPTS = 3
#: what a label may give beside its figure
MOMENTS = frozenset({"LAP", "CLOCK", "DAYTIME"})
#: so few words at most has the heading of a section: `So lief das Qualifying`
HEADING_WORDS = 5
#: `am Start` the race begins
AT_START = frozenset({"an", "bei", "nach"})
#: words of a label in the line: `Letzte Runde: Vettel greift an`
LABEL_WORDS = 4


def enter_race(state: RaceState, race: Race) -> None:
    """Begin anew with places and chains where another race opens."""
    if state.race is not None and race != state.race:
        state.chain = state.run = None
        state.places.clear()
        state.running.clear()
        state.moves.clear()
        state.led.clear()
        state.retired.clear()
        state.offence = None
        state.vacated = (0, NEVER)
        state.won_at = state.stopped_at = NEVER
        if (race.series, race.track) != (state.race.series, state.race.track):
            state.holders.clear()
    state.race = race


def enter_sentence(
    reading: Reading, state: RaceState, start: int, end: int, mentions: list[Mention]
) -> None:
    """Follow the sentence's own words for session, class and moment.

    A new paragraph ends the class and the moment.
    """
    # `Im Sprint war alles gut gewesen. A hatte gewonnen`: still of it
    on = state.session in RACES and "\n" not in reading.blanks_before(start)
    if state.session_ends and not (on and _told_back(reading, start)):
        state.session = state.section_session or state.main_session
        state.session_ends = False
    blanks = reading.blanks_before(start)
    if reading.headline[start]:
        state.section_cls = state.section_session = None
    if blanks.count("\n") > 1:
        state.cls = state.section_cls
        if state.session not in RACES:
            state.session = state.section_session or state.main_session
    label = _label(reading, start, end)
    if label or "\n" in blanks:
        state.last_lap = None
        state.moment = [
            m for m in mentions if m["label"] in MOMENTS and start <= m["start"] < label
        ]
    there = _there(reading, start, end)
    if there and not reading.mentions_between(start, end, ("SESSION",)):
        state.session, state.session_ends = there, True
    for mention in mentions:
        value = mention["value"] or {}
        if value.get("from_end") == 1 and mention["label"] == "LAP" and _front(start, mention):
            # behind the last lap comes the finish, so what goes on goes on in it
            state.last_lap = mention
        cls = class_of(mention)
        if cls is not None and _opens(reading, start, mention):
            state.cls = cls
            if reading.headline[start]:
                state.section_cls = cls
        if session_of(mention) and _opens(reading, start, mention):
            state.session = value.get("session") or state.session
            # a stage is one of many, and what is told in the pluperfect lies before
            state.session_ends = state.session == "stage" or _looks_back(reading, mention["start"])
            if reading.headline[start] and start > 0 and end - start <= HEADING_WORDS:
                state.section_session = state.session
    _set_by_lead(reading, state, start)
    _follow_day(reading, state, start, end)


def _set_by_lead(reading: Reading, state: RaceState, start: int) -> None:
    """The first sentence sets its paragraph: `Lindt hat im Qualifying die schnellste Zeit ...`."""
    index = reading.sentence_of(start)
    first = start == 0 or reading.headline[start - 1]
    if not first or reading.headline[start]:
        return
    for clause in reading.by_sentence.get(index, ()):
        if clause["kind"] == "main" and not (clause["perfect"] and clause["tense"] == "past"):
            state.session = own_session(reading, clause) or state.session


def _follow_day(reading: Reading, state: RaceState, start: int, end: int) -> None:
    """The race is on another day: `gewann am Samstag den Sprint. Am Sonntag wurde er Dritter.`"""
    if state.session != "sprint":
        return
    days = [(t, day) for t in range(start, end) if (day := weekday(reading.words[t])) is not None]
    if not days:
        return
    if reading.mentions_between(start, end, ("SESSION",)):
        state.sprint_day = days[0][1]
    elif state.sprint_day not in (None, days[0][1]) and days[0][0] - start <= FRONT:
        state.session = "race"


def _there(reading: Reading, start: int, end: int) -> str:
    """The session that `dort` means: `Den Sprint gewann A. B war dort nur Neunzehnter.`, or ""."""
    index = reading.sentence_of(start)
    if reading.classes["session-there"].isdisjoint(reading.lower[start:end]) or not index:
        return ""
    told = reading.mentions_between(*reading.sentences[index - 1], ("SESSION", "TRACK"))
    last = told[-1] if told else None
    if last is None or last["label"] == "TRACK" or reading.beyond(last):
        return ""
    return session_of(last)


def enter_clause(reading: Reading, cues: Cues, state: RaceState, clause: Clause) -> None:
    """Behind the qualifying comes the race: `im Qualifying war er Dritter, am Start ...`.

    But where cars `sind am Start` it is any session.
    """
    if state.session != "qualifying" or state.main_session not in RACES:
        return
    if clause["verb"] is None:
        return
    starts = cues.words["start-noun"]
    began = _only_in_race(reading, cues, clause)
    if not began and clause["verb"] not in cues.words["present-verb"]:
        began = any(
            phrase["lemma"].lower() in starts
            and (phrase["prep"] in AT_START or _subject_itself(clause, phrase))
            for phrase in clause["phrases"]
        )
    if began:
        state.session = state.main_session
        if state.chain is not None and state.chain.session == "qualifying":
            # `auf Platz 21. Beim Start zog A an B vorbei, dahinter C`: no 22nd of the grid
            state.chain = None


def _subject_itself(clause: Clause, phrase: Phrase) -> bool:
    """`Der Start verlief reibungslos`."""
    own = clause["subject"] >= 0 and clause["phrases"][clause["subject"]] is phrase
    return own and phrase["definite"] and clause["kind"] == "main"


def _only_in_race(reading: Reading, cues: Cues, clause: Clause) -> bool:
    """Whether a clause tells what there is in a race only: `übernahm den Start`, a change.

    Or a lap of a number that no attempt has: `in Runde fünf`.
    """
    for mention in reading.mentions_in(clause, "LAP"):
        if (mention["value"] or {}).get("number", 0) > ATTEMPTS and clause["finite"] >= 0:
            return True
    if clause["negation"] >= 0 or clause["mood"] not in ("indicative", "") or clause["modal"]:
        return False
    words = reading.clause_words(clause)
    if "SESSION" in words:
        return False
    if clause["verb"] in cues.words["start-verb"] and "start" in words:
        return True
    if clause["kind"] == "main" and clause["subject"] >= 0 and clause["tense"] == "past":
        # `Das Rennen begann schlecht: ...`
        subject = clause["phrases"][clause["subject"]]
        if subject["definite"] and subject["lemma"].lower() in cues.words["race-noun"]:
            return True
    return not cues.words["race-only"].isdisjoint(words)


def _label(reading: Reading, start: int, end: int) -> int:
    """Where the label that a paragraph opens with ends (`Runde 12:`, `14:05 Uhr -`), or 0."""
    if reading.label[start]:
        return end
    if start and "\n" not in reading.blanks_before(start):
        return 0
    for token in range(start + 1, min(start + 1 + LABEL_WORDS, end)):
        if reading.words[token] == ":":
            return token
    return 0


def _front(start: int, mention: Mention) -> bool:
    return mention["start"] - start <= FRONT


def _opens(reading: Reading, start: int, mention: Mention) -> bool:
    """Whether the session is where the sentence is set, not what somebody does with it.

    `Im Qualifying ...`, `Das Qualifying gewann ...`, but not `Vettel verwandelte die Pole im ...`.
    """
    if reading.headline[start]:
        return not reading.beyond(mention)
    if not _front(start, mention) or reading.beyond(mention) or by_the_way(reading, mention):
        return False
    preposition = (mention["value"] or {}).get("prep") or reading.preposition(mention)
    if preposition:
        return preposition in INSIDE
    return not any(reading.tags[at].startswith("V") for at in range(start, mention["start"]))


def _told_back(reading: Reading, start: int) -> bool:
    """Whether all main clauses of a sentence are in the pluperfect."""
    clauses = reading.by_sentence.get(reading.sentence_of(start), ())
    tenses = [c["perfect"] and c["tense"] == "past" for c in clauses if c["kind"] == "main"]
    return bool(tenses) and all(tenses)


def _looks_back(reading: Reading, token: int) -> bool:
    """Whether the clause is in the pluperfect: it tells of before, and the next goes on."""
    for clause in reading.by_sentence.get(reading.sentence_of(token), ()):
        if any(start <= token < end for start, end in clause["spans"]):
            return clause["perfect"] and clause["tense"] == "past"
    return False
