"""The races that an article tells of, and which of them each event belongs to."""

from __future__ import annotations

from typing import Any

from ..discourse.meetings import Meetings, Race
from ..discourse.reading import Reading
from ..german.dates import iso_date
from .draft import Draft
from .meeting_names import meeting_name

#: types told of a season, not of a race
SEASON = frozenset({"championship"})
#: what an article is about where it is not about a race
TRIALS = frozenset({"qualifying", "practice", "warm_up", "test", "sprint"})
DAY_NAMES = {4: "Freitag", 5: "Samstag", 6: "Sonntag"}
SPRINT = "sprint"
#: sentences of a meeting that may name it and its day
OPENING = 4
#: length of an ISO date to the day
DAY = 10


def settle_races(
    reading: Reading, meetings: Meetings, drafts: list[Draft], main_session: str
) -> list[dict[str, Any]]:
    """Find the races that events are told of, and write each event's index where it is sure.

    Args:
        reading: the document.
        meetings: its meetings, by sentence.
        drafts: the merged events; `race_index` is written where there are several races.
        main_session: what the article as a whole is about.

    Returns:
        Races as plain dicts of the contract; empty where neither series nor track is known.
    """
    told = [race for draft in drafts if (race := _race_of(draft, main_session)) is not None]
    if not told and meetings.at and meetings.at[0].series:
        told = [meetings.at[0]]
    races: list[Race] = []
    for meeting in dict.fromkeys((race.series, race.track) for race in told):
        runs = sorted({race.run for race in told if (race.series, race.track) == meeting})
        if len(runs) > 1 and SPRINT not in runs:
            runs = [run for run in runs if run]
        races += [Race(*meeting, run) for run in runs]
    if len(races) > 1:
        for draft in drafts:
            race = _race_of(draft, main_session)
            if race in races:
                draft.race_index = races.index(race)
    found = [_record(reading, meetings, race, main_session, len(races) == 1) for race in races]
    for record in found[1:]:
        if not record.keys() & {"track", "event"} and "event" in found[0] and not meetings.round_up:
            # the second series of a rally drives the same rally
            record["event"] = found[0]["event"]
    return [record for record in found if record.keys() - {"session", "date"}]


def _race_of(draft: Draft, main_session: str) -> Race | None:
    """The race of an event; none for the table of a season and for other meetings."""
    if draft.type in SEASON or draft.attributes.get("background") or draft.race is None:
        return None
    if draft.attributes.get("session") == SPRINT != main_session:
        return draft.race._replace(run=SPRINT)
    return draft.race


def _record(
    reading: Reading, meetings: Meetings, race: Race, main_session: str, alone: bool
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    sentences = [
        index
        for index, other in enumerate(meetings.at)
        if (other.series, other.track) == (race.series, race.track)
    ]
    name = meetings.names.get(race.series or "")
    event = meeting_name(reading, meetings.words, sentences[:OPENING])
    if name and meetings.words.is_meeting(name):
        event = name
    elif name:
        found["series"] = name
    if race.track in meetings.names:
        found["track"] = meetings.names[race.track]
    if event:
        found["event"] = event
    date = _date(reading, meetings, race, sentences)
    if date:
        found["date"] = date
    found["session"] = SPRINT if race.run == SPRINT else "race"
    if alone and main_session in TRIALS:
        found["session"] = main_session
    return found


def _date(reading: Reading, meetings: Meetings, race: Race, sentences: list[int]) -> str | None:
    """The day of a race: the one its run has its number from, else the first one told."""
    published = reading.published
    days = [day for day, run in meetings.days.items() if run == race.run and day in DAY_NAMES]
    if days:
        return (
            iso_date(DAY_NAMES[days[0]], published) if published and days[0] is not None else None
        )
    for sentence in sentences[:OPENING] if not race.run else ():
        start, end = reading.sentences[sentence]
        for mention in reading.mentions:
            if mention["label"] == "DATE" and start <= mention["start"] < end:
                said = str((mention["value"] or {}).get("date") or "")
                if len(said) == DAY:
                    return said
    return None
