"""The place that somebody lost by a decision: `wurde statt als Zehnter nur als Elfter gewertet`."""

from __future__ import annotations

from collections.abc import Sequence

from ..clauses.model import Clause
from ..discourse.reading import Reading
from .draft import Draft
from .ranks import INSTEAD

#: what stands between `statt` and the place: `statt auf dem fünften Platz`, `nicht als Dritter`
BETWEEN = frozenset({"APPR", "APPRART", "ART", "PPOSAT", "ADJA", "KOKOM"})
#: so many words of it
REACH = 4


def note_replaced(reading: Reading, drafts: Sequence[Draft], draft: Draft) -> None:
    """Note the place a finish replaces, where a penalty or a classing verb tells of a decision.

    `Statt Platz eins also Platz sechs` by itself tells of a hope.

    Args:
        reading: the document.
        drafts: what has been told last, with what the clause itself tells.
        draft: a place; its `replaces` is set.
    """
    clause, got = draft.clause, draft.attributes.get("position")
    if draft.type not in ("result", "place") or not isinstance(got, int):
        return
    if draft.attributes.get("session") == "qualifying":
        return
    decided = clause["verb"] in reading.classes["classing-verb"] or any(
        d.type == "penalty"
        and 0 <= draft.sentence - d.sentence <= 1
        and d.keys("holder") == draft.keys("holder")
        for d in drafts
    )
    lost = _instead(reading, clause) if decided else None
    if lost is not None and lost < got:
        draft.replaces = lost


def _instead(reading: Reading, clause: Clause) -> int | None:
    """The place behind `statt`, or `nicht` with `sondern` behind; `aus Platz drei wurde fünf`."""
    lower, start = reading.lower, reading.clause_start(clause)
    end = max(end for _, end in clause["spans"])
    for mention in reading.mentions_between(start, end, ("POSITION",)):
        nearest = mention["start"] - 1
        for token in range(nearest, max(start - 1, nearest - REACH), -1):
            word = lower[token]
            denied = word == "nicht" and "sondern" in lower[mention["end"] : end]
            turned = word == "aus" and clause["verb"] == "werden"
            if denied or turned or word in INSTEAD:
                place = (mention["value"] or {}).get("position")
                return place if isinstance(place, int) else None
            if reading.tags[token] not in BETWEEN:
                break
    return None
