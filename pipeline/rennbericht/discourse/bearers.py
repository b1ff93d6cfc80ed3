"""Whom a surname means: who bore it last when a name was written out."""

from __future__ import annotations

from ..contract.slug import fold
from ..entities.model import Mention
from ..entities.nameparts import is_initials
from .reading import Reading
from .vocabulary import Vocabulary

#: tags of what may stand between a relative and the name (`Bruder von Formel-1-Pilot`), and how far
KIN_BETWEEN = frozenset({"APPR", "APPRART", "ART", "ADJA", "NN"})
KIN_REACH = 4
#: letters of a surname that a name must have to be no nickname
MIN_NAME = 4


def is_bearer(reading: Reading, vocabulary: Vocabulary, mention: Mention) -> bool:
    """Whether a name written out makes its bearer the one whom the surname means from here.

    Not a nickname (`Schumi`), nor who only says whose relative somebody is (`der Sohn von ...`).
    """
    found = reading.bearers.get(mention["start"])
    if found is None:
        found = reading.bearers[mention["start"]] = _is_bearer(reading, vocabulary, mention)
    return found


def _is_bearer(reading: Reading, vocabulary: Vocabulary, mention: Mention) -> bool:
    start = mention["start"]
    written = fold(reading.span_text(start, mention["end"]))
    name = fold(mention["name"] or written).split()
    if mention["surname_only"] or name[-1][:MIN_NAME] not in written or " " not in written:
        return False
    if is_initials(reading.words[start]):
        # `A. Márquez` beside `Marc Márquez`
        return False
    for token in range(start - 1, max(-1, start - KIN_REACH - 1), -1):
        if vocabulary.roles.get(reading.lemmas_lower[token]) == "relative":
            return False
        if reading.tags[token] not in KIN_BETWEEN:
            break
    return True
