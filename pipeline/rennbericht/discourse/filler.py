"""What fills a slot of a frame: a phrase of this clause or of another one."""

from __future__ import annotations

from typing import final

from ..clauses.model import Clause, Phrase

#: mentions that are adverbials of time or measure and fill no object (`zwei Runden später`);
#: a rank or a session does (`den dritten Platz holen`, `den Sprint gewinnen`)
MEASURES = frozenset({"LAP", "LAPS", "TIME", "GAP", "CLOCK", "DAYTIME", "DATE"})


@final
class Filler:
    """A phrase that stands in a slot, with the clause it stands in.

    `elided`: it is not said in the frame's own clause but understood along a link.
    """

    __slots__ = ("clause", "elided", "phrase")

    def __init__(self, clause: Clause, phrase: Phrase, elided: bool = False) -> None:
        self.clause = clause
        self.phrase = phrase
        self.elided = elided
