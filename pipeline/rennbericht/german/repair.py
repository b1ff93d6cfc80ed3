"""The one place where tags that break the bracket structure are mended.

German closes its verbal brackets in the open, so some tags can be told wrong from their
neighbours and the lexicon. Used after every model and on the silver data it is trained on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .lexicon import Lexicon

_ENDS = frozenset({"$.", "$,"})


def repair(
    words: Sequence[str], tags: Sequence[str], lexicon: Lexicon
) -> Iterator[tuple[int, str]]:
    """Changes to make, as token index and new tag.

    Args:
        words: the forms of one or more sentences.
        tags: their STTS tags.
        lexicon: the full-form lexicon.
    """
    for index, tag in enumerate(tags):
        if tag == "PAV":
            yield index, "PROAV"
        elif tag == "NNE":
            yield index, "NE"
