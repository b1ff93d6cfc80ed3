"""Several cars in one phrase: `die Ferraris von A und B`, `die beiden Porsche`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ..clauses.model import Clause, Member, Phrase
from ..entities.model import Mention
from . import pronouns
from .people import LAST, Argument, Participant
from .reading import Reading
from .ties import ANOTHER, TIED
from .vocabulary import Vocabulary

if TYPE_CHECKING:
    from .references import Resolver

#: articles that no feminine has, and prepositions with one before which cars stand
MASCULINE = frozenset({"den", "dem", "des", "am", "im"})
#: adjectives before another car of a make than the one told of last
OTHER = frozenset({"ander", "andere"})
#: personal pronouns of one, by gender
GENDERS = {"er": "m", "ihn": "m", "ihm": "m", "sie": "f", "ihr": "f"}
#: prepositions before a car that a text goes on about (`für den BMW war Schluss`), none among them
TOLD_OF = (None, "für", "bei", "an")


def plural_cars(resolver: Resolver, phrase: Phrase, member: Member) -> bool:
    """Whether several cars are meant: `die Ferraris von A und B`, `die beiden Porsche`."""
    reading = resolver.reading
    if {"beide", "beiden", "zwei", "drei"} & set(reading.lower[phrase["start"] : member["head"]]):
        return True
    written = reading.words[member["head"]]
    name = reading.mentions[member["mention"]]["name"] or written
    more = written.endswith("s") and not name.lower().endswith("s")
    return more and phrase["prep"] is not None and phrase["definite"]


def crews_apart(resolver: Resolver, clause: Clause, member: Member) -> bool:
    """Whether several crews are named behind the cars: `die Mercedes von A/B und C/D`."""
    reading = resolver.reading
    for other in clause["phrases"]:
        if other["prep"] == "von" and other["start"] == member["end"]:
            between = {
                word
                for one, following in pairwise(other["members"])
                for word in reading.lower[one["end"] : following["start"]]
            }
            return "/" in between and bool(between & {"und", "sowie"})
    return False


def each_his_own(resolver: Resolver, clause: Clause, member: Member, via: str) -> list[Argument]:
    """One argument for each person named behind the cars, each with words of his own."""
    reading = resolver.reading
    found: list[Argument] = []
    for other in clause["phrases"]:
        if other["prep"] != "von" or other["start"] != member["end"]:
            continue
        for one in other["members"]:
            mention = reading.mentions[one["mention"]] if one["mention"] >= 0 else None
            if mention is not None and mention["label"] == "DRIVER":
                people = [a.participant for a in resolver.resolve(clause, other)]
                index = other["members"].index(one)
                if index < len(people):
                    found.append(Argument(mention["start"], mention["end"], people[index], via))
    return found


def both(resolver: Resolver, member: Member) -> bool:
    """Whether `beide` before the noun says that there are two."""
    return any(
        word.startswith("beide")
        for word in resolver.reading.lower[member["start"] : member["head"]]
    )


def plural_itself(resolver: Resolver, phrase: Phrase, member: Member, mention: Mention) -> bool:
    """Whether one of several named together is a plural itself: `vor den Corvette und Audis`."""
    words = resolver.reading.lower
    if phrase["case"] == "d" and "den" in words[member["start"] : member["head"]]:
        return True
    name, last = (mention["name"] or "").lower(), words[mention["end"] - 1]
    return bool(name) and last.endswith("s") and not name.endswith("s") and not mention["parts"]


def one_vehicle(reading: Reading, vocabulary: Vocabulary, phrase: Phrase) -> str:
    """The gender of words that stand for one car, `?` where they do not tell it, else nothing.

    `der Falken-Porsche mit der 44`, `die #44`, `der Wagen`; but not `Porsche`, `der Porsche-Mann`.
    """
    if len(phrase["members"]) != 1 or phrase["number"] == "pl" or phrase["kind"] == "pronoun":
        return ""
    mention = reading.mention_of(phrase)
    if mention is None:
        named = phrase["lemma"].lower() in vocabulary.vehicle_nouns
    else:
        named = mention["label"] in TIED and "head" not in mention["parts"]
    if not named or not phrase["definite"] or phrase["prep"] not in TOLD_OF:
        return ""
    if mention is not None and mention["label"] == "NUMBER":
        return "f"
    return phrase["gender"] or "?"


def car_told_of(
    resolver: Resolver, clause: Clause, phrase: Phrase, barred: set[str]
) -> tuple[Participant, ...]:
    """`Dritter ist der Porsche mit der 44. Er hatte geführt`: the car, with its crew."""
    token = phrase["head"]
    gender = GENDERS.get(resolver.reading.lower[token], "")
    if not gender or phrase["number"] == "pl" or (gender == "f" and phrase["number"] != "sg"):
        return ()
    found = pronouns.vehicle(
        resolver.state, token, clause["sentence"],
        gender=gender, clause=clause["index"], barred=barred,
    )  # fmt: skip
    if found:
        resolver.cars.add(token)
    return found


def other_one(reading: Reading, mention: Mention, keys: list[str]) -> bool:
    """Whether it is another car of the make than the one told of: `der zweite Toyota`."""
    return ANOTHER in keys or (
        mention["start"] > 0 and reading.lemmas_lower[mention["start"] - 1] in OTHER
    )


def in_other(
    resolver: Resolver, clause: Clause, mention: Mention, keys: list[str]
) -> list[Participant]:
    """Who is in that car: whom the text says to be, else another crew than the one told last."""
    state, token = resolver.state, mention["start"]
    driver = state.ahead.wheel_at.get(clause["sentence"])
    if driver is not None and driver in [p.participant for p in state.roster.tied_people(keys[0])]:
        # `Für den anderen BMW kam das Aus: Ferraz drehte sich`
        return [driver]
    crew = state.roster.crew(keys, token) if ANOTHER in keys else []
    if crew or (ANOTHER in keys and (crew := state.ahead.only_crew(keys))):
        return [person.participant for person in crew]
    told = state.roster.crew(keys[:1], token)
    people = {p.participant.key for p in told}
    for person in told:
        people.update(mate.key for mate in state.roster.mates(person.participant))
    found = state.roster.other_crew(keys[0], people, token)
    return found or (state.ahead.other_crew(keys[0], people, LAST) if told else [])


def one_car(resolver: Resolver, phrase: Phrase, mention: Mention) -> bool:
    """Whether an article makes a make or team one car: `der Ferrari`, but not `Sieg für Ferrari`.

    Of a team it must be masculine: `der Benetton`, `am Silberpfeil`, but `die Scuderia Ferrari`.
    """
    if phrase["number"] == "pl":
        return False
    start, reading = phrase["start"], resolver.reading
    if mention["label"] == "TEAM":
        article, named = reading.lower[start], reading.lower[mention["start"] : mention["end"]]
        masculine = article in MASCULINE or (article == "der" and phrase["case"] == "n")
        return masculine and "team" not in named
    return any(tag in ("ART", "APPRART", "PDAT") for tag in reading.tags[start : phrase["head"]])
