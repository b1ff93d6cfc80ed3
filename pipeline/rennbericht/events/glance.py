"""What a clause tells at a glance: enough to leave out most frames before they are tried."""

from __future__ import annotations

from functools import cache
from typing import final

from ..clauses.model import Clause
from ..discourse.reading import Reading
from ..discourse.state import RaceState
from .frames import Frame
from .ranks import has_rank

CONTEXTS = {
    "qualifying": "qualifying", "practice": "practice", "warm_up": "practice", "test": "practice",
}  # fmt: skip
#: what every sentence of a report of a rally tells of besides
RALLY = "rally"
#: the sentence goes on about stops, or the race is neutralised
PITS, STOPPED = "pits", "stopped"
#: the race has several drivers to a car
CREWS = "crews"


@final
class Glance:
    """What conditions of frames ask for that is known of the clause as a whole.

    Args:
        words: lower-case words and lemmas, also those understood, and labels of mentions.
        settings: what the sentence tells of (`race`, `qualifying`, `standings`, `rally`).
        bare: there is no verb.
        ranked: there may be a rank.
        every: somebody wants to know of every frame why not.
    """

    __slots__ = ("bare", "every", "ranked", "settings", "words")

    def __init__(
        self, words: frozenset[str], settings: frozenset[str], bare: bool, ranked: bool, every: bool
    ) -> None:
        self.words = words
        self.settings = settings
        self.bare = bare
        self.ranked = ranked
        self.every = every

    def rules_out(self, frame: Frame) -> bool:
        """Whether the clause fails a condition of the frame, wherever that is anchored."""
        if self.every:
            return False
        if frame.ranked and not self.ranked:
            return True
        if frame.fragment is not None and frame.fragment != self.bare:
            return True
        if frame.context and frame.context.isdisjoint(self.settings):
            return True
        if frame.labels and not frame.labels <= self.words:
            return True
        return bool(frame.beside) and frame.beside.isdisjoint(self.words)


def settings_of(state: RaceState, standings: bool) -> frozenset[str]:
    """What a sentence tells of, as frames name it in their context."""
    setting = "standings" if standings else CONTEXTS.get(state.session, "race")
    return _settings(setting, state.rally, state.pits, state.stopped, state.crews, state.first_told)


@cache
def _settings(
    setting: str, rally: bool, pits: bool, stopped: bool, crews: bool, first: str
) -> frozenset[str]:
    shared = crews and setting == "race"
    asides = (
        (RALLY, rally),
        (PITS, pits),
        (STOPPED, stopped),
        (CREWS, shared),
        (first, bool(first)),
    )
    return frozenset({setting, *(word for word, holds in asides if holds)})


def glance_of(
    reading: Reading,
    clause: Clause,
    understood: frozenset[str],
    settings: frozenset[str],
    every: bool,
) -> Glance:
    """What a clause tells at a glance.

    Args:
        reading: the document.
        clause: the clause.
        understood: lower-case words that the sentence goes on from without saying them.
        settings: what the sentence tells of, as frames name it in their context.
        every: whether no frame is to be ruled out.
    """
    words = reading.clause_words(clause)
    return Glance(
        words | understood if understood else words,
        settings,
        clause["verb"] is None,
        has_rank(reading, clause),
        every,
    )
