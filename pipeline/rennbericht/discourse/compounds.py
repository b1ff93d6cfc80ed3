"""People by a name and a noun in one word: `die Hanley-Mannschaft`, `die Schmidt-Brüder`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.model import Clause, Member, Phrase
from ..contract.slug import fold
from ..entities.model import Mention
from .kinds import is_plural
from .mates import mates_of
from .people import Argument, Participant
from .vocabulary import by_tail

if TYPE_CHECKING:
    from .references import Resolver

#: a crew told as a group is looked for so many sentences back
REACH = 2


def by_compound(
    resolver: Resolver, clause: Clause, phrase: Phrase, member: Member, mention: Mention
) -> list[Argument]:
    """Whom a noun means that begins with a surname or the name of a team."""
    span = (member["start"], member["end"])
    head = mention["parts"].get("head", "").lower()
    words = resolver.vocabulary
    first = resolver.reading.words[mention["start"]].rpartition("-")[0]
    if not head or not first or not phrase["definite"]:
        return []
    kin = siblings(resolver, phrase, member, first, head)
    if kin:
        return kin
    role, size = words.roles.get(head), by_tail(head, words.person_nouns)
    group = head in words.words["crew-group"] or (size or 0) > 1
    if role is None and size is None and not group:
        return []
    state = resolver.state
    person = state.roster.by_surname(first)
    if person is not None and role == "teammate":
        # `der Hamilton-Teamkollege`
        mates = mates_of(resolver, person.participant, phrase["start"])
        return [Argument(*span, mate, "teammate") for mate in mates[:1]]
    if person is not None and group:
        crew = resolver.crew_told(person.participant)
        if len(crew) < 2 and state.roster.mates(person.participant):
            # in no race of crews, but told to share his car
            crew = state.roster.crew_of(person.participant, crewed=True)
        if len(crew) < 2:
            crew = _told_with(resolver, person.participant) or crew
        return [Argument(*span, p, "crew") for p in crew if size in (None, 0, len(crew))]
    if person is None and (group or is_plural(phrase)):
        people = group_of(resolver, clause, phrase, first, size or 0)
        return [Argument(*span, p, "team") for p in people]
    return []


def siblings(
    resolver: Resolver, phrase: Phrase, member: Member, first: str, head: str
) -> list[Argument]:
    """`die Schmidt-Brüder`: those of the surname that the text has named."""
    if head not in resolver.vocabulary.words["siblings"] or not is_plural(phrase):
        return []
    kin = resolver.state.roster.bearers(first)[::-1]
    return [Argument(member["start"], member["end"], p, "crew") for p in kin if len(kin) > 1]


def _told_with(resolver: Resolver, person: Participant) -> list[Participant]:
    """The last group told that somebody is of: `von Hanley, A und B`."""
    for entry in reversed(resolver.state.history):
        if len(entry.people) > 1 and person in entry.people:
            return list(entry.people)
    return []


def group_of(
    resolver: Resolver, clause: Clause, phrase: Phrase, first: str, size: int
) -> list[Participant]:
    """Of `die Bonk-Piloten` whom the text has put into that team, else the group told last."""
    roster = resolver.state.roster
    tied = roster.crew_by_word(fold(first))
    if len(tied) > 1 and size in (0, len(tied)):
        return tied
    barred = resolver.barred(clause, phrase)
    for entry in resolver.state.told_before(phrase["start"], clause["sentence"], REACH):
        drivers = all(person.label == "DRIVER" for person in entry.people)
        free = drivers and not barred & {person.key for person in entry.people}
        if len(entry.people) > 1 and entry.subject and free and size in (0, len(entry.people)):
            return list(entry.people)
    return []
