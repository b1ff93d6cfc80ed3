"""Who won the season before is `der Vorjahressieger`, `der Meister` in what the text tells on."""

from __future__ import annotations

from ..discourse.epithets import mean
from ..discourse.people import participants
from ..discourse.references import Resolver
from ..discourse.told_of import last_year
from .draft import Draft


def learn_past(resolver: Resolver, event: Draft) -> None:
    """`A hatte das Rennen im Vorjahr gewonnen`: whom `der Vorjahressieger` means from here.

    Args:
        resolver: its state learns of it.
        event: what is told, here or of another meeting.
    """
    if event.status != "asserted" or not event.attributes.get("background"):
        return
    people = participants(event.roles.get("holder", ()))
    if len(people) != 1 or people[0].label != "DRIVER":
        return
    if not last_year(resolver, *resolver.reading.sentences[event.sentence]):
        return
    if event.type == "result" and event.attributes.get("position") == 1:
        if event.attributes.get("session", "race") == "race":
            mean(resolver.state.epithets, "past-winner-noun", people[0])
    elif event.type == "championship" and event.attributes.get("outcome") == "won":
        mean(resolver.state.epithets, "champion-noun", people[0])
