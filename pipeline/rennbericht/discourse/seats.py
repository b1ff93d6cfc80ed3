"""Cars of a clause that it says its people sit in, steer or race with."""

from __future__ import annotations

from collections.abc import Iterator

from ..clauses.model import Clause, Phrase
from ..entities.model import Mention
from .aboard import SEATED, drivers_in
from .lineups import crews
from .reading import Reading
from .start_numbers import told_number
from .ties import TIED, VEHICLES
from .vocabulary import Vocabulary

DATIVE = ("dem", "einem", "der", "einer", "seinem", "ihrem", "seiner", "ihrer", "diesem")


def own_cars(reading: Reading, vocabulary: Vocabulary, clause: Clause) -> Iterator[Mention]:
    """The cars that the clause says its subject sits in, steers or races with."""
    verb = clause["verb"] or ""
    # `Mit der Startnummer 20 waren A und B unterwegs`
    races = verb in vocabulary.racing_with or not vocabulary.together.isdisjoint(
        reading.clause_words(clause)
    )
    for phrase in clause["phrases"]:
        mention = reading.mention_of(phrase)
        if mention is None and phrase["lemma"].lower() in vocabulary.vehicle_nouns:
            # `den Schwesterwagen #7 teilten sich A und B`
            mention = told_number(reading, phrase["members"][0])
        if mention is None or mention["label"] not in TIED or phrase["attribute_of"] >= 0:
            continue
        opening = reading.lower[phrase["start"] : phrase["start"] + 2]
        # a text may end right here
        seated = opening[0] == "im" or (opening[0] in SEATED and opening[-1] in DATIVE)
        # `siegte vor dem Audi mit der Nummer 4`: the number is the Audi's
        goes_on = mention["label"] == "NUMBER" and behind_car(reading, clause, phrase)
        racing = phrase["prep"] == "mit" and races and not goes_on
        # `startete für Schnitzer`, `fährt in diesem Jahr für Audi`
        hired = phrase["prep"] == "für" and mention["label"] in ("TEAM", "MANUFACTURER")
        racing = racing or (hired and verb in vocabulary.racing_with)
        steered = phrase["prep"] is None and verb in vocabulary.steering and phrase["case"] == "a"
        if seated or racing or steered:
            yield mention
            at = reading.mention_at[mention["end"]] if mention["end"] < phrase["end"] else -1
            number = reading.mentions[at] if at >= 0 else told_number(reading, phrase["members"][0])
            if number is not None and number["label"] == "NUMBER":
                yield number
            yield from _owning_team(reading, clause, phrase)


def _owning_team(reading: Reading, clause: Clause, phrase: Phrase) -> Iterator[Mention]:
    """Whose a car is: `im BMW von Rowe Racing`, `im vom Team Rowe eingesetzten BMW`."""
    for other in clause["phrases"]:
        if other["prep"] in (None, "von") and other["attribute_of"] in range(
            phrase["start"], phrase["end"]
        ):
            team = reading.mention_of(other)
            if team is not None and team["label"] == "TEAM":
                yield team


def is_seat(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase is what somebody sits in: `Im Porsche setzte sich das Duo durch`."""
    mention = reading.mention_of(phrase) if phrase["prep"] == "in" else None
    if mention is None or mention["label"] not in VEHICLES:
        return False
    return reading.lower[phrase["start"]] == "im"


def behind_car(reading: Reading, clause: Clause, phrase: Phrase) -> bool:
    """Whether a phrase stands right behind one that names a car, make or team."""
    for other in clause["phrases"]:
        if other["end"] == phrase["start"]:
            mention = reading.mention_of(other)
            return mention is not None and mention["label"] in VEHICLES
    return False


def manning(
    reading: Reading, vocabulary: Vocabulary, clause: Clause
) -> Iterator[tuple[Mention, list[Mention]]]:
    """A car that is the subject, and its crew: `Die #31 ging mit A, B und C an den Start`."""
    if clause["subject"] < 0 or clause["negation"] >= 0:
        return
    if clause["verb"] not in vocabulary.words["manning-verb"]:
        return
    subject = clause["phrases"][clause["subject"]]
    car = reading.mention_of(subject)
    if car is None or car["label"] not in TIED or "head" in car["parts"]:
        return
    if len(subject["members"]) > 1 or subject["number"] == "pl":
        return
    for phrase in clause["phrases"]:
        if phrase["prep"] != "mit" or phrase["attribute_of"] >= 0:
            continue
        crew = drivers_in(reading, phrase)
        if crew and reading.tags[phrase["start"] + 1] in ("NE", "NN"):
            number = reading.mention_at[car["end"]] if car["end"] < len(reading.words) else -1
            yield car, crew
            if number >= 0 and reading.mentions[number]["label"] == "NUMBER":
                yield reading.mentions[number], crew


def in_rows(
    reading: Reading, vocabulary: Vocabulary, clause: Clause, named: list[Mention]
) -> list[tuple[Mention, list[Mention]]]:
    """Cars and their people one after the other: `Den Golf steuerte A, den roten Audi B`."""
    if clause["verb"] not in vocabulary.words["seating-verb"] or not named:
        return []
    cars = reading.mentions_in(clause, *TIED)
    runs = crews(reading, reading.mentions_in(clause, "DRIVER"))
    found = [(car, run) for car in cars for run in runs[1:] if run[0]["start"] == car["end"]]
    if found and cars[0] is not found[0][0] and runs[0][0]["start"] > cars[0]["end"]:
        found.insert(0, (cars[0], runs[0]))
    return found
