"""Whose `dessen Ausritt`, `deren Vorsprung` is: no relative, but a demonstrative before a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.model import Clause
from ..entities.model import Mention
from . import pronouns
from .people import Participant
from .slots import subject_of
from .ties import known

if TYPE_CHECKING:
    from .references import Resolver

#: the genitives, with the gender of one who is meant; `deren` may be several people's
WHOSE = {"dessen": "m", "deren": "f"}


def whose(resolver: Resolver, clause: Clause, token: int, word: str) -> tuple[Participant, ...]:
    """Not the subject's, but who was told of last.

    `A lag hinter B und profitierte von dessen Ausritt`, `A überholte B und dessen Teamkollegen C`.
    """
    reading, state = resolver.reading, resolver.state
    subject = subject_of(reading, clause)
    barred: set[str] = set()
    if subject is not None and subject.phrase["end"] <= token:
        acting = resolver.resolve(subject.clause, subject.phrase)
        barred = {a.participant.key for a in acting if a.participant is not None}
    gender, opening = WHOSE[word], reading.clause_start(clause)
    # mypyc does not take `reversed` of what a call gives here
    for mention in sorted(
        reading.mentions_between(opening, token, ("DRIVER",)), key=_begin, reverse=True
    ):
        person = known(state, mention)
        if person is None or person.participant.key in barred:
            continue
        if pronouns.fits(state, person.participant, gender):
            return (person.participant,)
    if _newcomer(resolver, clause):
        return ()
    one = pronouns.told_last(state, token, clause["sentence"], barred, gender)
    if one or gender == "m":
        return one
    return pronouns.several(state, token, clause["sentence"], barred)


def _begin(mention: Mention) -> int:
    return mention["start"]


def _newcomer(resolver: Resolver, clause: Clause) -> bool:
    """Whether the conjunct before brings up somebody without name: `an einem Nachzügler vorbei`."""
    reading = resolver.reading
    for link in clause["links"]:
        other = reading.clauses[link["clause"]]
        if link["kind"] != "coordinated" or other["index"] > clause["index"]:
            continue
        for phrase in other["phrases"]:
            start = phrase["start"] + (phrase["prep"] is not None)
            article = reading.tags[start] == "ART" and not phrase["definite"]
            if article and reading.mention_of(phrase) is None:
                return True
    return False
