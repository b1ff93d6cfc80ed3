"""The table of a championship: what tells that a clause speaks of it without naming it."""

from __future__ import annotations

from collections.abc import Sequence

from ..clauses.model import Clause
from ..discourse.reading import Reading
from ..discourse.state import RaceState
from ..entities.model import Mention
from .draft import Draft
from .status import Cues

#: mentions that speak of a race, not of a table
ON_TRACK = frozenset({"LAP", "CLOCK", "CORNER", "GAP", "TIME", "SESSION", "TRACK"})
#: so many events back the one that spoke of the table is looked for
TABLE_REACH = 4
#: outcomes of a championship that a table goes on from
TABLE_OUTCOMES = frozenset({"leads", "standing"})


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


def table_goes_on(
    reading: Reading,
    state: RaceState,
    cues: Cues,
    drafts: Sequence[Draft],
    index: int,
    mentions: Sequence[Mention],
) -> bool:
    """Whether a sentence goes on with the table that the one before spoke of.

    `In der Meisterschaft führt A. B schob sich auf Rang drei.`: still, unless by the way, but not
    `B fiel nach einer Berührung auf Rang drei zurück.`
    """
    start, end = reading.sentences[index]
    told = any(
        d.type == "championship"
        and d.sentence == index - 1
        and d.status == "asserted"
        and d.attributes.get("outcome") in TABLE_OUTCOMES
        and (d.clause["kind"] != "relative" or state.chain is not state.run)
        for d in drafts[-TABLE_REACH:]
    )
    if not told or any(mention["label"] in ON_TRACK for mention in mentions):
        return False
    if not cues.words["race-happening"].isdisjoint(reading.lemmas_lower[start:end]):
        return False
    return not _list_goes_on(state, index, mentions) and "race_word" not in cues.at(start, end)


def _list_goes_on(state: RaceState, index: int, mentions: Sequence[Mention]) -> bool:
    """`Vierter wurde Evans. Er führt die WM an. Fünfter wurde Pajari.`: the race's list."""
    run = state.run
    place = next((m["value"] for m in mentions if m["label"] == "POSITION"), None)
    if run is None or place is None or index - run.sentence > TABLE_REACH:
        return False
    first = (place.get("positions") or [place.get("position")])[0]
    table = state.chain
    if table and table.type == "championship" and first == table.position + 1:
        return False
    if run.position < 2 or first != run.position + 1 or place.get("championship"):
        return False
    state.chain = run
    return True
