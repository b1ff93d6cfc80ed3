"""Cars named by their start number: `die #8`, `das Auto mit der Startnummer 1`."""

from __future__ import annotations

from ..clauses.model import Clause, Member, Phrase
from ..entities.model import Mention
from .people import Participant
from .reading import Reading
from .slots import is_subject
from .ties import MAKES, VEHICLES

#: what may stand between a car and its number
BETWEEN = frozenset({"mit", "der", "("})
BEHIND_NAME = BETWEEN | {"die"}
#: so many tokens behind a noun for a car, and behind the name of one, its number may stand
NOUN_REACH, NAME_REACH = 3, 6
_NONE: frozenset[str] = frozenset()


def by_number(reading: Reading, mention: Mention) -> Participant:
    """The car with a start number, by the fullest name that the text puts it beside."""
    number = number_of(mention)
    name = ""
    for other in reading.mentions:
        if other["label"] != "NUMBER" or number_of(other) != number:
            continue
        for token in (_before(reading, other["start"]), other["end"]):
            car = reading.mentions[at] if (at := _mention_at(reading, token)) >= 0 else None
            if car is not None and car["label"] in VEHICLES and "head" not in car["parts"]:
                written = reading.span_text(car["start"], car["end"])
                name = written if len(written) > len(name) else name
    return Participant("CAR", None, f"{name} #{number}".strip())


def _before(reading: Reading, token: int) -> int:
    """The token before a start number that may name its car: `Mercedes mit der Nummer 4`."""
    token -= 1
    while token > 0 and reading.lower[token] in BETWEEN:
        token -= 1
    return token


def told_number(reading: Reading, member: Member) -> Mention | None:
    """The start number behind a noun for a car: `das Auto mit der Startnummer 1`, `Wagen #7`."""
    return next_number(reading, member["head"] + 1, member["end"] + NOUN_REACH, words=BETWEEN)


def next_number(
    reading: Reading,
    start: int,
    end: int,
    labels: frozenset[str] = _NONE,
    *,
    words: frozenset[str] = _NONE,
    nouns: frozenset[str] = _NONE,
    tags: frozenset[str] = _NONE,
) -> Mention | None:
    """The first start number of a stretch in which nothing else stands before it.

    Args:
        reading: the document.
        start: where the stretch begins.
        end: behind its last token.
        labels: names and measures that may stand before the number.
        words: lower-case words that may.
        nouns: lower-case lemmas that may.
        tags: tags of words that may.
    """
    for token in range(start, min(end, len(reading.words))):
        label = reading.label_at(token)
        if label == "NUMBER":
            return reading.mentions[reading.mention_at[token]]
        if label:
            fits = label in labels
        else:
            fits = (
                reading.lower[token] in words
                or reading.tags[token] in tags
                or reading.lemmas_lower[token] in nouns
            )
        if not fits:
            return None
    return None


def numbered(reading: Reading, car: Mention) -> list[Mention]:
    """A car and the start number behind it: `der Glickenhaus mit der 708, in dem A saß`."""
    for token in range(car["end"], min(car["end"] + 3, len(reading.words))):
        at = reading.mention_at[token]
        if at >= 0 and reading.mentions[at]["label"] == "NUMBER":
            return [car, reading.mentions[at]]
        if reading.lower[token] not in BETWEEN:
            break
    return [car]


def number_before(reading: Reading, mention: Mention) -> Mention | None:
    """The start number right before the name of a car: `der #31 Frikadelli-Porsche`."""
    at = _mention_at(reading, mention["start"] - 1)
    found = reading.mentions[at] if at >= 0 else None
    return found if found is not None and found["label"] == "NUMBER" else None


def number_behind(reading: Reading, member: Member) -> Mention | None:
    """The start number that goes with a car: `BMW #12`, `Ferrari mit der Startnummer 54`."""
    # `#12` may be the last word of the name's phrase
    start = member["end"] - (reading.label_at(member["end"] - 1) in ("", "NUMBER"))
    return next_number(reading, start, member["end"] + NAME_REACH, MAKES, words=BEHIND_NAME)


def number_of_subject(reading: Reading, clause: Clause, phrase: Phrase) -> Mention | None:
    """The start number told apart from the make: `Porsche holte mit der #6 Rang drei`."""
    if not is_subject(clause, phrase):
        return None
    for other in clause["phrases"]:
        if other["prep"] != "mit" or reading.label_at(other["start"] - 1) in VEHICLES:
            # `Zakspeed brachte den Mercedes mit der #1 ins Ziel`: of another
            continue
        number = reading.mention_at[other["head"]]
        if number >= 0 and reading.mentions[number]["label"] == "NUMBER":
            return reading.mentions[number]
    return None


def number_of(mention: Mention) -> str:
    """The figures of a start number."""
    return str((mention["value"] or {}).get("number", ""))


def _mention_at(reading: Reading, token: int) -> int:
    return reading.mention_at[token] if 0 <= token < len(reading.words) else -1
