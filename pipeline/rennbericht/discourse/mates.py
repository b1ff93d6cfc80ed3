"""Team-mates: `sein Teamkollege`, `Vettels Teamkollege`, `sein Ducati-Teamkollege`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.model import Clause, Member, Phrase
from ..entities.model import Mention
from . import pronouns
from .kinds import is_plural
from .owners import owners
from .people import Argument
from .ties import vehicle_keys

if TYPE_CHECKING:
    from .references import Resolver


def teammates(
    resolver: Resolver,
    clause: Clause,
    phrase: Phrase,
    member: Member,
    vehicle: Mention | None = None,
) -> list[Argument]:
    """`sein Teamkollege`, `Vettels Teamkollege`: the other one in the team of the named one.

    `sein Ducati-Teamkollege` may be known by that vehicle as well.
    """
    span = (member["start"], member["end"])
    barred = resolver.barred(clause, phrase)
    of = owners(resolver, clause, phrase, member)
    if not of:
        of = list(
            pronouns.single(
                resolver.state, phrase["start"], clause["sentence"] + 1,
                gender="m", clause=-1, barred=set(),
            )
        )  # fmt: skip
    for person in of:
        mates = resolver.teammates(person, phrase["start"])
        if resolver.state.watch is not None:
            rule = f"in the car or team of {person.name}, the last named first"
            resolver.state.watch.consider(rule, mates, barred)
        mates = [mate for mate in mates if mate.key not in barred]
        for key in vehicle_keys(resolver.reading, vehicle) if vehicle and not mates else ():
            tied = resolver.state.roster.tied_people(key)
            mates += [p.participant for p in tied if p.participant.key not in barred | {person.key}]
        if mates:
            count = 2 if is_plural(phrase) else 1
            return [Argument(*span, mate, "teammate") for mate in mates[:count]]
    return [Argument(*span, None, "teammate")]
