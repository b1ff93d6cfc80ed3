"""The crew by a noun for its team: `Nach dem Reifenschaden fiel das Team weit zurück`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.model import Clause, Member, Phrase
from ..contract.slug import fold
from .kinds import is_plural
from .owners import owners, possessive
from .people import Argument, Participant
from .state import Mentioned
from .ties import same_for_team

if TYPE_CHECKING:
    from .references import Resolver


def team_spoken_of(
    resolver: Resolver, clause: Clause, phrase: Phrase, member: Member
) -> list[Argument]:
    """The team whose the noun is, else the crew or team that the text goes on about.

    Of a race without crews a driver's team is not he himself.
    """
    if not phrase["definite"] or is_plural(phrase) or possessive(resolver, member) >= 0:
        return []
    span = (member["start"], member["end"])
    own = owners(resolver, clause, phrase, member)
    if own:
        return [Argument(*span, p, "team") for p in own if p.label == "TEAM"]
    barred = resolver.barred(clause, phrase)
    entry = _last_told(resolver, clause, phrase)
    if entry is None or barred & {p.key for p in entry.people}:
        return []
    if all(p.label == "TEAM" for p in entry.people):
        return [Argument(*span, p, "team") for p in _drivers(resolver, entry.people)]
    return [Argument(*span, p, "team") for p in _crew(resolver, entry)]


def _last_told(resolver: Resolver, clause: Clause, phrase: Phrase) -> Mentioned | None:
    """The subject told of last, else whoever was told of last."""
    told = list(resolver.state.told_before(phrase["start"], clause["sentence"]))
    subjects = (entry for entry in told if entry.subject and not entry.attribute)
    return next(subjects, told[0] if told else None)


def _drivers(resolver: Resolver, teams: tuple[Participant, ...]) -> list[Participant]:
    """The only crew of a team where the text names one, else the team."""
    ahead, found = resolver.state.ahead, list(teams)
    for team in teams if len(teams) == 1 else ():
        crew = ahead.only_crew([same_for_team(team.id or fold(team.name))])
        found = [person.participant for person in crew] or found
    return found


def _crew(resolver: Resolver, entry: Mentioned) -> list[Participant]:
    first, *others = entry.people
    state = resolver.state
    if state.rally or first.label != "DRIVER":
        return []
    if others and set(others) <= state.roster.mates(first):
        return [first, *others]
    crewed = state.roster.crewed or state.ahead.crewed
    return (list(entry.people) if others else resolver.crew_told(first)) if crewed else []
