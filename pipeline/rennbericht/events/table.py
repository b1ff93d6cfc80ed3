"""The table of a championship: what tells that a clause speaks of it without naming it."""

from __future__ import annotations

from collections.abc import Sequence

from ..clauses.model import Clause
from ..discourse.reading import Reading
from .draft import Draft
from .status import Cues

#: mentions that speak of a race, not of a table
ON_TRACK = frozenset({"LAP", "CLOCK", "CORNER", "GAP", "TIME", "SESSION", "TRACK"})


def by_points(clause: Clause, points: frozenset[str]) -> bool:
    """Whether a place is held with so many points: `springt mit 76 Punkten auf Rang vier`."""
    return any(
        phrase["prep"] == "mit"
        and any(member["lemma"].lower() in points for member in phrase["members"])
        for phrase in clause["phrases"]
    )


def table_before(reading: Reading, cues: Cues, drafts: Sequence[Draft], clause: Clause) -> bool:
    """Whether the sentence spoke of the table before the clause.

    `In der WM hat A 219 Punkte und liegt an der Spitze`, `Der WM-Stand: A führt vor B`.
    """
    if any(mention["label"] in ON_TRACK for mention in reading.clause_mentions(clause)):
        return False
    last = drafts[-1] if drafts else None
    if last is not None and last.sentence == clause["sentence"]:
        return last.type == "championship" and last.status == "asserted"
    return any(
        other["verb"] is None and "standings" in cues.of(reading, other)
        for other in reading.by_sentence.get(clause["sentence"], ())
        if other["index"] < clause["index"]
    )
