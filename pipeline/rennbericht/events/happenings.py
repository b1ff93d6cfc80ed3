"""What befell somebody has a moment of its own: `wurde nach einem Dreher in Runde eins Neunter`."""

from __future__ import annotations

from ..clauses.model import Clause
from ..discourse.reading import Reading
from .cues import Cues

#: what may stand between a happening and its moment: `nach einer Kollision mit Sainz in Runde drei`
BETWEEN = frozenset({"mit", "von", "gegen", None})
#: prepositions of the moment of a happening
WHEN = frozenset({"in", "bei"})


def own_moments(reading: Reading, clause: Clause) -> list[tuple[int, int]]:
    """Token spans in the clause that say when a happening told by the way was."""
    found: list[tuple[int, int]] = []
    ways, happenings = reading.classes["place-by-the-way"], reading.classes["race-happening"]
    phrases = sorted(clause["phrases"], key=lambda phrase: phrase["start"])
    told = -1
    for phrase in phrases:
        if phrase["prep"] in WHEN and phrase["start"] == told:
            found.append((phrase["start"], phrase["end"]))
        lemma = phrase["lemma"].lower().rsplit("-", 1)[-1]
        befell = phrase["prep"] in ways and lemma in happenings
        if befell or (phrase["start"] == told and phrase["prep"] in BETWEEN):
            told = phrase["end"]
    return found


def runs_by_happening(reading: Reading, cues: Cues, clause: Clause) -> bool:
    """Whether only the moment of a happening says that the race was under way."""
    running = [
        token
        for start, end in clause["spans"]
        for token in range(start, end)
        if cues.kind(token) == "running"
    ]
    moments = own_moments(reading, clause)
    return bool(running) and all(
        any(start <= token < end for start, end in moments) for token in running
    )
