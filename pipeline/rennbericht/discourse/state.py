"""The race state: what the article has told so far, in one place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import final

from ..entities.model import Mention
from .meetings import Race
from .people import Participant, Person, Roster
from .watch import Watch

#: sentence of what has not been told
NEVER = -1_000


@dataclass(slots=True)
class Chain:
    """A running list of places: `vor A, B und C`, continued by `dahinter`."""

    type: str
    session: str
    position: int
    sentence: int
    cls: str | None = None


@final
class Mentioned:
    """People that one phrase stood for, as pronouns look back on them; never changed once made.

    Args:
        token, end: where the phrase stands.
        sentence, clause: where it belongs.
        people: whom it stood for.
        subject: it is its clause's subject.
        main: it stands in a main clause.
        attribute: it hangs on another one (`Topraks Teamkollege`).
        pronoun: it is a personal pronoun, so the text goes on about them.
        vehicle: gender of the words where they are one car, `?` where they do not tell it.
    """

    __slots__ = (
        "attribute", "clause", "end", "main", "people", "pronoun", "sentence", "subject", "token",
        "vehicle",
    )  # fmt: skip

    def __init__(
        self,
        token: int,
        end: int,
        sentence: int,
        clause: int,
        people: tuple[Participant, ...],
        subject: bool,
        main: bool = True,
        attribute: bool = False,
        pronoun: bool = False,
        vehicle: str = "",
    ) -> None:
        self.token = token
        self.end = end
        self.sentence = sentence
        self.clause = clause
        self.people = people
        self.subject = subject
        self.main = main
        self.attribute = attribute
        self.pronoun = pronoun
        self.vehicle = vehicle

    def of(self, people: tuple[Participant, ...]) -> Mentioned:
        """The same for some of the people only."""
        return Mentioned(
            self.token, self.end, self.sentence, self.clause, people, self.subject, self.main,
            self.attribute, self.pronoun, self.vehicle,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Move:
    """A chase, a try or a pass, or a slip (then nobody is the agent)."""

    agent: tuple[Participant, ...]
    patient: tuple[Participant, ...]
    sentence: int
    #: the pass has come off
    done: bool = False


@dataclass(slots=True)
class RaceState:
    """Explicit memory of the walk; one per article."""

    roster: Roster = field(default_factory=Roster)
    #: what the whole text tells of line-ups, see `ahead`
    ahead: Roster = field(default_factory=Roster)
    #: while the text is read ahead: who may drive the car told of before, and its keys
    deferred: list[tuple[list[tuple[Person, int]], list[str]]] | None = None
    #: session that the article as a whole is about
    main_session: str = "race"
    session: str = "race"
    #: the race goes on while the article tells of it
    interim: bool = False
    #: a rally rests before its last stages: where somebody `lag` he lies still
    rests: bool = False
    #: the article is of a rally, where who reads the notes is named only where he is meant
    rally: bool = False
    #: it is of a race with several drivers to a car
    crews: bool = False
    #: the sentence or the one before speaks of stops
    pits: bool = False
    #: sentence of the last change of drivers, and keys of who left the car there
    left_car: tuple[int, frozenset[str]] = (NEVER, frozenset())
    #: sentence of the neutralisation that no restart has ended
    stopped_at: int = NEVER
    #: the race is neutralised or stopped
    stopped: bool = False
    #: the table that the sentence speaks of is the rally's own, no season's
    rally_table: bool = False
    #: it is that of the race among all classes (`im Gesamtklassement Rang 38`)
    race_table: bool = False
    #: weekday that the sprint was told of, Monday 0
    sprint_day: int | None = None
    #: the session named last holds for its own sentence only
    session_ends: bool = False
    cls: str | None = None
    #: class and session that the section's heading names
    section_cls: str | None = None
    section_session: str | None = None
    #: race that the sentence is told of
    race: Race | None = None
    #: whom the heading of the section names alone: `Dario Castagneri (Ferrari): 2+`
    about: tuple[Participant, ...] = ()
    #: lap, clock or time of day in the label of the paragraph: `Runde 12: ...`
    moment: list[Mention] = field(default_factory=list)
    #: the last lap, where the paragraph has come to it
    last_lap: Mention | None = None
    #: who holds a role by what was told: leader, pole, winner, standings_leader, title_holder
    holders: dict[str, tuple[Participant, ...]] = field(default_factory=dict)
    #: who led last, by class
    led: dict[str | None, tuple[Participant, ...]] = field(default_factory=dict)
    #: noun told with a name (`Rookie Quartararo`) -> whom it means from then on
    epithets: dict[str, tuple[Participant, ...]] = field(default_factory=dict)
    #: place -> who holds it, by the last chain told in this session
    places: dict[int, tuple[Participant, ...]] = field(default_factory=dict)
    #: place at the finish of the race -> who took it
    finish: dict[int, tuple[Participant, ...]] = field(default_factory=dict)
    #: place in the season's table -> who holds it
    standings: dict[int, tuple[Participant, ...]] = field(default_factory=dict)
    #: place -> who holds it while the race goes on; passes change it
    running: dict[int, tuple[Participant, ...]] = field(default_factory=dict)
    #: session that these places were told of
    places_session: str = "race"
    chain: Chain | None = None
    #: the last chain of the race itself, not of the standings
    run: Chain | None = None
    #: the last place of a finish that somebody lost again, and the sentence that told so
    vacated: tuple[int, int] = (0, NEVER)
    #: sentence in which the winner was told last
    won_at: int = NEVER
    #: sentence in which somebody took the pole
    pole_won: int = NEVER
    #: the first place of a qualifying (`pole`) or a race (`winner`) is the last one told, or ""
    first_told: str = ""
    #: sentence in which a start or a lead was told last
    started_at: int = NEVER
    #: start of a surname that several bear -> key of whom the car beside it means
    meant: dict[int, str] = field(default_factory=dict)
    history: list[Mentioned] = field(default_factory=list)
    #: who chased, attacked and passed whom, in the order of the text
    moves: list[Move] = field(default_factory=list)
    #: who ran into somebody or pushed him off last, and whom
    offence: Move | None = None
    #: of two people the one whom `Ersterer` (agent) or `Letzterer` (patient) has not taken up yet
    two: Move | None = None
    #: key of who dropped out of the race -> sentence that told so
    retired: dict[str, int] = field(default_factory=dict)
    #: is told how references are resolved, where somebody wants to know
    watch: Watch | None = None

    def summary(self) -> dict[str, str]:
        """The state in words, entry by entry, for explanations."""

        def names(people: tuple[Participant, ...]) -> str:
            return ", ".join(person.name for person in people)

        found = {"session": self.session, "class": self.cls or ""}
        found.update({f"{role}": names(people) for role, people in self.holders.items()})
        found.update({f"place {place}": names(who) for place, who in self.places.items()})
        if self.chain is not None:
            found["chain"] = f"{self.chain.type} at place {self.chain.position}"
        for person in self.roster.people.values():
            told = [*person.cars, person.nation, str(person.age or ""), *sorted(person.origins)]
            found[f"known: {person.participant.name}"] = ", ".join(x for x in told if x)
        return found

    def told_before(self, token: int, sentence: int, reach: int = 1) -> Iterator[Mentioned]:
        """What was told before a token, the last first, no more than so many sentences back."""
        for entry in reversed(self.history):
            if entry.token < token and sentence - entry.sentence <= reach:
                yield entry

    def note(self, mentioned: Mentioned) -> None:
        """Remember that a phrase stood for these people."""
        if mentioned.people:
            self.history.append(mentioned)
            if len(self.history) > 64:
                del self.history[:32]
