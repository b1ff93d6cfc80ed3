"""Which verb a separated particle belongs to: `ging ... vorbei` is `vorbeigehen`.

Works on words, tags and lemmas alone, so that the clause component and the measurement of the
German layer use the same function.
"""

from __future__ import annotations

from collections.abc import Sequence

from .lexicon import Lexicon

_FINITE = frozenset({"VVFIN", "VVIMP", "VAFIN", "VAIMP", "VMFIN"})
_NONFINITE = frozenset({"VVPP", "VVINF", "VVIZU"})
_BORDERS = frozenset({"$,", "$."})


def find_base(
    index: int, words: Sequence[str], tags: Sequence[str], lemmas: Sequence[str], lexicon: Lexicon
) -> int:
    """The verb of the particle at `index`, or -1.

    The nearest finite verb to the left whose joined form is a listed verb is taken, else the
    nearest one; a non-finite verb written apart right after the particle comes first.

    Args:
        index: token index of the particle.
        words: forms of the sentence or text.
        tags: their STTS tags.
        lemmas: their lemmas.
        lexicon: tells which joined verbs exist.
    """
    particle = words[index].lower()
    apart = _written_apart(index, tags)
    if apart >= 0:
        return apart
    nearest = -1
    for i in range(index - 1, -1, -1):
        tag = tags[i]
        if tag == "$.":
            break
        if tag in _FINITE:
            if lexicon.knows(particle + lemmas[i].lower()):
                return i
            if nearest < 0 and tag[:2] == "VV":
                nearest = i
    if nearest < 0 and index + 1 < len(tags) and tags[index + 1] == "VVFIN":
        return index + 1
    return nearest


def _written_apart(index: int, tags: Sequence[str]) -> int:
    """The verb right after the particle (`zurecht gerückt`, `inne haben`), or -1.

    Of two joined particles (`hin und her bewegen`) the first has the verb as well.
    """
    after = index + 1
    if after + 1 < len(tags) and tags[after] == "KON" and tags[after + 1] in {"ADV", "PTKVZ"}:
        after += 2
    if after >= len(tags):
        return -1
    if tags[after] in _NONFINITE:
        return after
    last = after + 1 == len(tags) or tags[after + 1] in _BORDERS
    return after if last and tags[after] in {"VVFIN", "VAFIN"} else -1


def glued_verbs(
    words: Sequence[str], tags: Sequence[str], lemmas: Sequence[str], lexicon: Lexicon
) -> dict[int, tuple[int, str]]:
    """For each separated particle the index of its verb and the joined lemma."""
    found: dict[int, tuple[int, str]] = {}
    for index, tag in enumerate(tags):
        if tag == "PTKVZ":
            base = find_base(index, words, tags, lemmas, lexicon)
            if base >= 0:
                found[index] = (base, lexicon.glue(words[index], lemmas[base].lower()))
    return found
