"""Whom a relative clause is about where its antecedent is a list or the car of somebody."""

from __future__ import annotations

from ..clauses.model import Clause, Phrase
from .people import Argument
from .reading import Reading
from .ties import VEHICLES

#: relative pronouns that tell the number themselves
PLURAL_RELATIVES = frozenset({"denen", "deren"})
SINGULAR_RELATIVES = frozenset({"dem", "den", "dessen"})


def seated(reading: Reading, clause: Clause, phrase: Phrase) -> Phrase | None:
    """Of `Kerbrat im Alpine, der ...` the driver, whom the relative clause is about as well."""
    owner = phrase["attribute_of"]
    if phrase["prep"] != "in" or owner < 0 or reading.label_at(owner) != "DRIVER":
        return None
    mention = reading.mention_of(phrase)
    if mention is None or mention["label"] not in VEHICLES:
        return None
    for other in clause["phrases"]:
        if other["start"] <= owner < other["end"] and len(other["members"]) == 1:
            return other
    return None


def nearest(
    reading: Reading, clause: Clause, phrase: Phrase, found: list[Argument]
) -> list[Argument]:
    """Of a list that relative clauses part those right before one: `vor A, der ..., und B`."""
    start, opening = reading.clause_start(clause), own_part(reading, clause, phrase)
    return [a for a in found if opening <= a.start and a.end <= start] or found


def last_unit(reading: Reading, found: list[Argument]) -> list[Argument]:
    """The last of a list, with whom a slash joins to one car: `die Mannschaft A/B, die ...`."""
    start = len(found) - 1
    while start > 0 and reading.words[found[start - 1].end : found[start].start] == ["/"]:
        start -= 1
    return found[start:]


def own_part(reading: Reading, clause: Clause, phrase: Phrase) -> int:
    """Where the part of a list begins that a relative clause hangs on.

    Behind a relative clause inside the list, and behind the joint of two crews: `A und B sowie
    C und D, die ...`.
    """
    start, first = reading.clause_start(clause), phrase["start"]
    inner = [
        max(end for _, end in other["spans"])
        for other in reading.by_sentence[clause["sentence"]]
        if other["kind"] == "relative" and first < reading.clause_start(other) < start
    ]
    opening = max((end for end in inner if end <= start), default=first)
    for token in range(start - 1, opening, -1):
        if reading.lower[token] == "sowie":
            crews = "und" in reading.lower[opening:token], "und" in reading.lower[token:start]
            return token if all(crews) else opening
    return opening


def singular(reading: Reading, clause: Clause) -> bool:
    """Whether a relative clause is about one: by its pronoun, else by its finite verb."""
    form, finite = relative_form(reading, clause), clause["finite"]
    if form in PLURAL_RELATIVES or form in SINGULAR_RELATIVES:
        return form in SINGULAR_RELATIVES
    subject = clause["subject"]
    if form == "die" and subject >= 0:
        head = clause["phrases"][subject]["head"]
        if not reading.tags[head].startswith("PREL"):
            # `A und B, die ein Defekt stoppte`
            return False
    return finite >= 0 and not reading.lower[finite].endswith("n")


def of_crew(reading: Reading, clause: Clause, phrase: Phrase) -> bool:
    """Whether it is about a crew by its noun: `das Audi-Duo A und B, das`, `die Crew A/B, die`."""
    crew = tuple(reading.classes["crew-noun"])
    nouns = reading.lower[phrase["start"] : phrase["members"][0]["head"] + 1]
    return relative_form(reading, clause) in ("das", "die", "dem") and any(
        noun.endswith(crew) for noun in nouns
    )


def relative_form(reading: Reading, clause: Clause) -> str:
    """The relative pronoun of a clause as it stands there."""
    return next(
        (
            reading.lower[token]
            for token in reading.tokens(clause)
            if reading.tags[token].startswith("PREL")
        ),
        "",
    )
