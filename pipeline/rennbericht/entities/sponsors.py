"""Unlisted names of teams and sponsors before a make: `der Ecke Motorsport Porsche`.

Between an article or a start number and the name of a make or car stands whose car it is.
"""

from __future__ import annotations

from ..contract.slug import entity_key
from .text import Claim, Text

_MOST = 4
_DETERMINERS = ("ART", "APPRART", "PPOSAT")
_TEAM_END = "team-end"


def claim_sponsors(text: Text) -> None:
    """Claim the words between a determiner and a make as the team of the car."""
    for car in text.standing():
        plain = car.label in ("MANUFACTURER", "CAR") and "head" not in car.parts
        if not plain or "TEAM" in car.parts or text.sentence_start(car.start):
            continue
        start, ended = car.start, False
        while start > 0 and car.start - start < _MOST and _sponsor(text, start - 1, ended):
            start -= 1
            ended = ended or text.words[start].cue == _TEAM_END
        if start < car.start and _determined(text, start):
            name = text.phrase(start, car.start)
            text.claim(Claim(start, car.start, "TEAM", entity_key("TEAM", name), name, "rule"))


def _sponsor(text: Text, i: int, ended: bool) -> bool:
    """Whether a word can belong to a team's name: any noun before `Racing`, else an unknown one."""
    word = text.words[i]
    if text.owner[i] >= 0 or not word.upper or text.tags[i].startswith("ADJ"):
        return False
    if word.cue == _TEAM_END or ended:
        return word.form[0].isalpha()
    fits = word.name_like and not word.listed and not word.cue and "-" not in word.form
    return fits and not text.vocabulary.composed(word.form)


def _determined(text: Text, i: int) -> bool:
    """Whether an article or a start number stands before a word."""
    if i == 0:
        return False
    number = i > 1 and text.words[i - 2].form == "#" and text.words[i - 1].form.isdecimal()
    return number or text.tags[i - 1] in _DETERMINERS
