"""Who only is somebody's opponent in a clause that tells of something else.

`Im Duell mit Norris brach die Aufhängung`: whose it was stands before.
"""

from __future__ import annotations

from ..clauses.model import Phrase
from .reading import Reading

#: prepositions before who is ahead, behind or against somebody
_BESIDE = frozenset({"hinter", "vor", "gegen"})
#: prepositions before an opponent, behind a noun for a contest
_OPPOSED = frozenset({"mit", "auf", "gegen"})


def faces(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase names the opponent of whom the clause is about.

    Args:
        reading: the document.
        phrase: the phrase: `hinter Norris`, `mit Norris` in `im Duell mit Norris`.
    """
    prep, owner = phrase["prep"], phrase["attribute_of"]
    if prep in _BESIDE:
        return True
    if owner < 0:
        return False
    noun = reading.lemmas_lower[owner]
    if prep in _OPPOSED:
        return noun in reading.classes["contest-noun"]
    return prep in (None, "von") and noun in reading.classes["passed-noun"]
