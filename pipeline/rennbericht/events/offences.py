"""Who is to blame for what was told: the stewards' verdict often names nobody."""

from __future__ import annotations

from ..discourse.people import participants
from ..discourse.references import Resolver
from ..discourse.slots import fill
from ..discourse.state import Move
from .draft import Draft

#: the roles of those who ran into one another, and of who was pushed off
SUFFERING = {"collision": "party", "off_track": "holder"}


def note_offence(resolver: Resolver, draft: Draft) -> None:
    """Keep who ran into somebody or pushed him off, and against whom the stewards inquire.

    Of two who collided nobody is to blame.

    `Verstappen drehte Norris um`, `Norris wurde von Verstappen ins Gras gedrängt`
    """
    if draft.type == "penalty" and draft.status in ("asserted", "hypothetical"):
        _note_sinner(resolver, draft)
        return
    role = SUFFERING.get(draft.type)
    if role is None or draft.status != "asserted" or draft.frame.anchor != "verb":
        return
    everybody = participants(draft.roles.get(role, ()))
    fillers = fill(resolver.reading, draft.clause, "subject")[:1]
    acting = participants(
        argument
        for filler in fillers
        for argument in resolver.resolve(filler.clause, filler.phrase)
    )
    suffering = tuple(person for person in everybody if person not in acting)
    if len(acting) == 1 and suffering and (draft.type == "collision" or acting[0] not in everybody):
        resolver.state.offence = Move(acting, suffering, draft.sentence, done=True)
    elif draft.type == "collision":
        resolver.state.offence = None


def _note_sinner(resolver: Resolver, draft: Draft) -> None:
    """Who is punished or inquired against is the one to blame.

    `Dennis bekam fünf Sekunden. Der Sünder ...`, `Gegen A und B wurde ermittelt, eine Strafe gab es
    nicht`
    """
    state, people = resolver.state, participants(draft.roles.get("holder", ()))
    if len(people) == 1 or (people and draft.status == "hypothetical"):
        told = state.offence
        patient = told.patient if told is not None and told.agent == people else ()
        state.offence = Move(people, patient, draft.sentence, done=True)
