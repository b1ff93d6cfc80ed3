"""Places told without a verb of whom the text goes on about: `Er flog raus. Nur Platz 18!`."""

from __future__ import annotations

from ..discourse.reading import Reading
from .draft import Draft


def bare_topic(draft: Draft) -> bool:
    """Whether a place stands without a verb for whom the text goes on about: `Nur Platz 18!`."""
    slots = dict(draft.frame.roles).get("holder", ())
    return draft.clause["verb"] is None and "topic" in slots


def session_before(reading: Reading, draft: Draft) -> None:
    """`Er flog im Qualifying raus. Nur Platz 18!`: a bare place goes on in the one session told."""
    if not draft.sentence or "session" in draft.attributes:
        return
    told = reading.mentions_between(*reading.sentences[draft.sentence - 1], ("SESSION",))
    sessions = {(mention["value"] or {}).get("session") for mention in told}
    if len(sessions) == 1 and not sessions & {"race", None}:
        draft.attributes["session"] = sessions.pop()
