"""Cars named by their start number: `die #8`, `das Auto mit der Startnummer 1`."""

from __future__ import annotations

from ..clauses.model import Clause, Member, Phrase
from ..entities.model import Mention
from .people import Participant
from .reading import Reading
from .ties import MAKES, VEHICLES

#: what may stand between a car and its number
BETWEEN = frozenset({"mit", "der", "("})


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
    for token in range(member["head"] + 1, min(member["end"] + 3, len(reading.words))):
        if reading.label_at(token) == "NUMBER":
            return reading.mentions[reading.mention_at[token]]
        if reading.lower[token] not in BETWEEN:
            break
    return None


def number_before(reading: Reading, mention: Mention) -> Mention | None:
    """The start number right before the name of a car: `der #31 Frikadelli-Porsche`."""
    at = _mention_at(reading, mention["start"] - 1)
    found = reading.mentions[at] if at >= 0 else None
    return found if found is not None and found["label"] == "NUMBER" else None


def number_behind(reading: Reading, member: Member) -> Mention | None:
    """The start number that goes with a car: `BMW #12`, `Ferrari mit der Startnummer 54`."""
    for token in range(member["end"] - 1, min(member["end"] + 6, len(reading.words))):
        at = reading.mention_at[token]
        if at >= 0 and reading.mentions[at]["label"] == "NUMBER":
            return reading.mentions[at]
        if token >= member["end"] and at >= 0 and reading.label_at(token) not in MAKES:
            return None
        if at < 0 and reading.lower[token] not in ("mit", "der", "(", "die"):
            return None
    return None


def number_of_subject(reading: Reading, clause: Clause, phrase: Phrase) -> Mention | None:
    """The start number told apart from the make: `Porsche holte mit der #6 Rang drei`."""
    at = clause["subject"]
    if at < 0 or clause["phrases"][at] is not phrase:
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
