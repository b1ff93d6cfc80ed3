"""Several cars in one phrase: `die Ferraris von A und B`, `die beiden Porsche`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ..clauses.model import Clause, Member, Phrase
from ..entities.model import Mention
from .people import Argument

if TYPE_CHECKING:
    from .references import Resolver


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
