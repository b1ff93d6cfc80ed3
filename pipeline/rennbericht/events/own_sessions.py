"""The session that a clause sets itself in: `nachdem er im Qualifying noch Zehnter gewesen war`."""

from __future__ import annotations

from ..clauses.model import Clause
from ..discourse.reading import Reading
from ..discourse.stand_ins import stands_for
from ..german.dates import weekday
from .circumstances import INSIDE, session_of


def own_session(reading: Reading, clause: Clause) -> str:
    """The session that a clause sets itself in, wherever it stands in the sentence, or "".

    `nachdem er im Qualifying noch Zehnter gewesen war`, `das Qualifying, in dem er Zehnter war`.
    """
    for phrase in clause["phrases"]:
        if phrase["prep"] in INSIDE and phrase["attribute_of"] < 0:
            mention = reading.mention_of(stands_for(reading, clause, phrase))
            if mention is not None and session_of(mention):
                return session_of(mention)
    return "race" if _on_another_day(reading, clause) else ""


def _on_another_day(reading: Reading, clause: Clause) -> bool:
    """`Im Sprint am Samstag wurde er Dritter, am Sonntag siegte er`: the race is on another day."""
    sprints = [
        other
        for other in reading.by_sentence.get(clause["sentence"], ())
        if other["index"] < clause["index"] and other["kind"] == "main"
        if any(session_of(m) == "sprint" for m in reading.mentions_in(other, "SESSION"))
    ]
    if not sprints or reading.mentions_in(clause, "SESSION"):
        return False
    day = day_of(reading, clause)
    return day is not None and any(day_of(reading, other) not in (None, day) for other in sprints)


def day_of(reading: Reading, clause: Clause) -> int | None:
    """The first weekday that a clause names."""
    days = (weekday(reading.words[token]) for token in reading.tokens(clause))
    return next((day for day in days if day is not None), None)
