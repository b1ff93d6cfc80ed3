"""A penalty is of the kind that its amount tells: `Strafe von fünf Sekunden`, `500 Euro Strafe`."""

from __future__ import annotations

from collections.abc import Mapping

from ..discourse.reading import Reading

#: tags of what stands between the link and the unit: `von je zehn Sekunden`
COUNTING = ("CARD", "ADJA", "ART", "ADV", "ADJD", "PIAT")


def kind_by_amount(reading: Reading, words: Mapping[str, frozenset[str]], head: int) -> str | None:
    """The kind of a penalty whose noun tells none, by its amount.

    Args:
        reading: the document.
        words: classes of words.
        head: the noun (`Strafe`).
    """
    start, end = reading.sentences[reading.sentence_of(head)]
    unit = head + 1
    while unit < end and reading.lower[unit] in words["amount-link"]:
        unit += 1
    if unit > head + 1:
        first = unit
        while unit < end and reading.tags[unit] in COUNTING and reading.label_at(unit) != "TIME":
            unit += 1
        if unit < end and (unit > first or reading.label_at(unit) == "TIME"):
            return _kind(reading, words, unit)
        return None
    if head - 2 >= start and reading.tags[head - 2] in ("CARD", "ART"):
        return _kind(reading, words, head - 1)
    return None


def _kind(reading: Reading, words: Mapping[str, frozenset[str]], unit: int) -> str | None:
    lemma = reading.lemmas_lower[unit]
    if reading.label_at(unit) == "TIME":
        return "time"
    if lemma in words["money-noun"]:
        return "fine"
    if lemma in words["grid-place"]:
        return "grid"
    return None
