"""Sentence bounds after a number: `Platz 4. Sein Teamkollege ...` against `am 4. Mai`.

The tokeniser gives `4.` as one token in both, so that no full stop marks the end. A capitalised
function word after it cannot belong to an ordinal.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

_FUNCTION = frozenset(
    {"ART", "PPER", "PPOSAT", "PDS", "PDAT", "PIS", "PIAT", "PROAV", "KOUS", "KON", "APPR"}
    | {"APPRART", "ADV", "PWAV", "PWS", "KOUI", "VAFIN", "VMFIN", "PTKNEG"}
)


def starts_after_numbers(
    words: Sequence[str], tags: Sequence[str], starts: Container[int]
) -> Iterator[int]:
    """Indices of tokens that begin a sentence because a number with full stop ends the last.

    Args:
        words: forms of a text.
        tags: their STTS tags.
        starts: indices of the sentence starts known already; a number that stands first in its
            sentence (`3. Der Reifen`: an enumeration) ends none.
    """
    for index in range(2, len(words)):
        number = words[index - 1]
        if number[-1:] != "." or not number[:1].isdigit() or tags[index] not in _FUNCTION:
            continue
        word = words[index]
        if index in starts or index - 1 in starts:
            continue
        if word[:1].isupper() and word[1:].islower():
            yield index
