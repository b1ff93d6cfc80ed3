"""Whether a text is about racing, by its words and the names of the sport in it."""

from __future__ import annotations

from .text import Text

#: one word of racing or name of the sport in so many words makes a text one about racing
_DENSITY = 60
#: labels that other texts hardly have, and labels that they may have as well
_SPORT = frozenset({"CAR", "CORNER", "SERIES", "CLASS"})
_NEAR = _SPORT | {"TRACK", "TEAM", "MANUFACTURER"}


def about_racing(text: Text, *, near: bool = False) -> bool:
    """Whether words of racing and names of the sport stand close in a text.

    Args:
        text: the document.
        near: whether tracks, teams, makes and listed drivers count too.
    """
    labels = _NEAR if near else _SPORT
    hits = text.racing_words + sum(
        1
        for claim in text.standing()
        if claim.label in labels
        or (near and claim.label == "DRIVER" and claim.source == "gazetteer")
    )
    return hits > 0 and hits * _DENSITY >= text.size
