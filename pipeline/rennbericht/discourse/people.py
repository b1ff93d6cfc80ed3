"""Who takes part: the people, crews, cars and teams that the text has named so far."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from typing import final

from ..bounds import KEPT_WORDS
from ..contract.slug import fold

#: how the key of a start number begins
NUMBER = "number:"
#: behind every token
LAST = 1 << 60


@final
class Participant:
    """Somebody or something that an argument can stand for; never changed once made.

    `key` tells two participants apart: the id, else the folded name.
    """

    __slots__ = ("id", "key", "label", "name")

    def __init__(self, label: str, id: str | None, name: str) -> None:
        self.label = label
        self.id = id
        self.name = name
        self.key: str = id or f"{label}:{fold(name)}"

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return (
            isinstance(other, Participant)
            and self.label == other.label
            and self.id == other.id
            and self.name == other.name
        )

    def __hash__(self) -> int:
        return hash(self.key)

    def __repr__(self) -> str:
        return f"Participant({self.label!r}, {self.id!r}, {self.name!r})"


@final
class Argument:
    """One participant in a role: the words, whom they stand for, and why; never changed once made.

    `unnamed` is a group without names (`einige Konkurrenten`): somebody, but no argument.
    """

    __slots__ = ("end", "participant", "start", "unnamed", "via")

    def __init__(
        self,
        start: int,
        end: int,
        participant: Participant | None,
        via: str,
        unnamed: bool = False,
    ) -> None:
        self.start = start
        self.end = end
        self.participant = participant
        self.via = via
        self.unnamed = unnamed

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return (
            isinstance(other, Argument)
            and self.start == other.start
            and self.end == other.end
            and self.participant == other.participant
            and self.via == other.via
            and self.unnamed == other.unnamed
        )

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Argument({self.start}, {self.end}, {self.participant!r}, {self.via!r})"


def participants(arguments: Iterable[Argument]) -> tuple[Participant, ...]:
    """The known among these arguments."""
    return tuple(a.participant for a in arguments if a.participant is not None)


@dataclass(slots=True)
class Person:
    """What the text and the facts tell of one person."""

    participant: Participant
    gender: str = ""
    nation: str = ""
    #: folded names of places and regions the person comes from
    origins: set[str] = field(default_factory=set)
    age: int | None = None
    #: sits beside the driver (`sein Beifahrer Braun`), so is seldom spoken of alone
    beside: bool = False
    #: ids and folded names of cars, makes and teams that the text ties the person to
    cars: dict[str, int] = field(default_factory=dict)
    #: label of a noun for a driver by vehicle (`der Ducati-Pilot`) -> keys he was called by
    called: dict[str, list[str]] = field(default_factory=dict)
    #: tokens of the mentions, in text order
    tokens: list[int] = field(default_factory=list)

    def last_before(self, token: int) -> int:
        """Token of the last mention before a token, or -1."""
        at = bisect_left(self.tokens, token)
        return self.tokens[at - 1] if at else -1


def surname(name: str) -> str:
    """The folded surname: all behind the first name, particles kept (`van der linde`)."""
    parts = fold(name).split()
    return " ".join(parts[1:]) if len(parts) > 1 else (parts[0] if parts else "")


@lru_cache(maxsize=KEPT_WORDS)
def surnames(name: str) -> tuple[str, ...]:
    """The folded surname, and its last word where it has several."""
    return tuple({surname(name), fold(name).split()[-1]})


class Roster:
    """The people of one article, in the order in which the text brings them."""

    def __init__(self) -> None:
        self.people: dict[str, Person] = {}
        self._by_surname: dict[str, list[str]] = {}
        #: vehicle or team key -> person key -> token of the last tie
        self._crews: dict[str, dict[str, int]] = {}
        #: (vehicle or team key, person key) -> running number of the last boarding
        self._boarded: dict[tuple[str, str], int] = {}
        self._boardings = 0
        #: person key -> keys of the crew, in the order of the text
        self._crew_of: dict[str, list[str]] = {}
        #: person key -> key of a team-mate, who in a race of crews shares the car
        self._mates: dict[str, list[str]] = {}
        #: person key -> keys of team-mates, who may drive another car
        self._team: dict[str, list[str]] = {}
        #: person key -> who drives the car that is told to be the sister of his
        self.sisters: dict[str, tuple[Participant, ...]] = {}
        #: keys of people whose crew the text spells out
        self._certain: set[str] = set()
        #: the text speaks of changing drivers
        self.changes = False
        #: person key -> key of the one of the crew who drives
        self._wheel: dict[str, str] = {}
        #: role, or noun of a title -> whom the text calls so (`Polesitter A`)
        self.called: dict[str, list[Participant]] = {}
        #: sentence -> who drove in what it tells, where the text says so
        self.wheel_at: dict[int, Participant] = {}
        #: sentence -> who is the subject of a clause there without anybody beside
        self.alone: dict[int, list[Participant]] = {}

    def meet(self, participant: Participant, token: int, full: bool) -> Person:
        """Note a mention of a person; a full name makes it the bearer of its surname."""
        key = participant.key
        person = self.people.get(key)
        new = person is None
        if person is None:
            person = self.people[key] = Person(participant)
        person.tokens.append(token)
        if full or new:
            for part in surnames(participant.name):
                bearers = self._by_surname.setdefault(part, [])
                if key in bearers:
                    bearers.remove(key)
                # who comes in beside a namesake (`der Sohn von`) stays behind him
                bearers.insert(len(bearers) if full else 0, key)
        return person

    def known(self, people: Iterable[Participant]) -> list[Person]:
        """What the text has told of each of these people, where it has brought them."""
        return [self.people[one.key] for one in people if one.key in self.people]

    def in_order(self, people: AbstractSet[Participant]) -> list[Person]:
        """The same in the order in which the text brings them."""
        keys = {one.key for one in people}
        return [person for key, person in self.people.items() if key in keys]

    def by_surname(self, text: str) -> Person | None:
        """Of the people of one surname the one last written out in full."""
        form = fold(text)
        bearers = self._by_surname.get(form)
        if not bearers:
            parts = form.split()
            bearers = self._by_surname.get(parts[-1] if parts else "")
        return self.people[bearers[-1]] if bearers else None

    def bearers(self, text: str) -> list[Participant]:
        """All people of a surname, the one last written out in full first."""
        found = [
            k
            for form in (fold(text), *fold(text).split()[-1:])
            for k in reversed(self._by_surname.get(form, []))
        ]
        return [self.people[key].participant for key in dict.fromkeys(found)]

    def board(self, aboard: list[tuple[Person, int]], keys: list[str]) -> None:
        """Put people into one car (make, team) together: the crew that the text names there.

        Args:
            aboard: each with the token of the mention.
            keys: what the car, make or team is known by.
        """
        self._boardings += 1
        for person, token in aboard:
            for key in keys:
                person.cars[key] = token
                self._crews.setdefault(key, {})[person.participant.key] = token
                self._boarded[key, person.participant.key] = self._boardings

    def crew(self, keys: list[str], before: int) -> list[Person]:
        """The crew of a car, make or team: whom the text names last of those it put there.

        Who was put into the car together with that person belongs to the crew, and everybody
        ever put into a car of that start number.

        Args:
            keys: ids or folded names, every one of which must fit.
            before: token up to which mentions count.
        """
        groups = [self._crews.get(key, {}) for key in keys]
        if not groups or not all(groups):
            return []
        ties = {key: groups[0][key] for key in set(groups[0]).intersection(*groups[1:])}
        if not ties:
            return []
        ordered = sorted(ties, key=lambda key: (ties[key], key))
        if not any(key.startswith(NUMBER) for key in keys):
            latest = max(ties, key=lambda key: (self.people[key].last_before(before), ties[key]))
            boarding = self._boarded[keys[0], latest]
            together = [key for key in ordered if self._boarded[keys[0], key] == boarding]
            ordered = list(dict.fromkeys([*together, *self._crew_of.get(latest, ())]))
        return [self.people[key] for key in ordered]

    def only_crew(self, keys: list[str]) -> list[Person]:
        """The crew of a car where the text puts no other into it, else nobody."""
        groups = [self._crews.get(key, {}) for key in keys]
        if not groups or not all(groups):
            return []
        crew = self.crew(keys, LAST)
        everybody = set(groups[0]).intersection(*groups[1:])
        return crew if everybody <= {person.participant.key for person in crew} else []

    def crew_by_word(self, word: str) -> list[Participant]:
        """Everybody put into a team in whose key a word stands: `Bonk` of `Bonk Motorsport`."""
        keys = [key for key in self._crews if word in re.split(r"[:\s-]", key)]
        return [self.people[k].participant for k in self._crews[keys[0]]] if len(keys) == 1 else []

    def other_crew(self, key: str, but: set[str], before: int) -> list[Participant]:
        """The crew put last into another car of a make or team than these people's."""
        ties = {k: token for k, token in self._crews.get(key, {}).items() if k not in but}
        if not ties:
            return []
        latest = max(ties, key=lambda k: (self.people[k].last_before(before), ties[k]))
        boarding = self._boarded[key, latest]
        return [self.people[k].participant for k in ties if self._boarded[key, k] == boarding]

    def mates(self, participant: Participant) -> set[Participant]:
        """The others of somebody's crew."""
        keys = self._crew_of.get(participant.key, ())
        return {self.people[key].participant for key in keys if key != participant.key}

    def take_wheel(self, participant: Participant) -> None:
        """Note that of a crew this one drives from now on."""
        for member in self._crew_of.get(participant.key, ()):
            self._wheel[member] = participant.key

    def at_wheel(self, people: list[Participant]) -> Participant | None:
        """Who of a crew drives, as far as the text has told."""
        found = {self._wheel.get(participant.key) for participant in people}
        driver = next(iter(found)) if len(found) == 1 else None
        return self.people[driver].participant if driver is not None else None

    def share(self, people: list[Person], certain: bool = False) -> None:
        """Note that these people share one car as a crew.

        Args:
            people: the crew, in the order of the text.
            certain: the text says so in words (`mit seinen Teamkollegen A und B`).
        """
        if len(people) > 1:
            members = [person.participant.key for person in people]
            crew = self._crew_of.get(members[0], members)
            if set(members) < set(crew):
                # `B, der A abgelöst hatte`, of three who are known as one crew
                members = crew
            for key in members:
                self._crew_of[key] = members
            if certain:
                self._certain.update(members)

    def hand_over(self, one: Participant, other: Participant) -> None:
        """`A übergab an B`: they share a car, with whoever else is known to be in it."""
        if not all(p.key in self.people for p in (one, other)):
            return
        if other not in self.mates(one):
            crew = self.mates(one) | self.mates(other) | {one, other}
            self.share(self.in_order(crew), certain=True)
        cars = self.people[one.key].cars
        if cars and not cars.keys() <= self.people[other.key].cars.keys():
            aboard = self.known((one, other))
            self.board([(person, max(cars.values())) for person in aboard], list(cars))

    def pair(self, one: Person, other: Person) -> None:
        """Note team-mates: of one car where the race is one of crews, else of two."""
        for first, second in ((one, other), (other, one)):
            mates = self._mates.setdefault(first.participant.key, [])
            if second.participant.key not in mates:
                mates.append(second.participant.key)

    def sister_cars(self, one: Sequence[Participant], other: Sequence[Participant]) -> None:
        """Note that two crews drive the two cars of one team."""
        for crew, sister in ((one, other), (other, one)):
            if sister:
                self.sisters.update((person.key, tuple(sister)) for person in crew)

    def team_up(self, one: Person, other: Person) -> None:
        """Note team-mates of one car or of two: nobody knows which."""
        for first, second in ((one, other), (other, one)):
            self._team.setdefault(first.participant.key, []).append(second.participant.key)

    def paired(self, participant: Participant) -> list[Participant]:
        """Those of whom the text says that they are somebody's team-mates."""
        keys = (*self._mates.get(participant.key, ()), *self._team.get(participant.key, ()))
        return [self.people[key].participant for key in dict.fromkeys(keys)]

    @property
    def crewed(self) -> bool:
        """Whether the text is one of a race with several drivers to a car."""
        return self.changes or len({tuple(members) for members in self._crew_of.values()}) > 1

    def crew_of(self, participant: Participant, crewed: bool = False) -> list[Participant]:
        """Everybody who shares the car with somebody, that person included.

        Args:
            participant: the person.
            crewed: whether the race is known as one of crews from elsewhere.
        """
        crewed = crewed or self.crewed
        if participant.key not in self._certain and not crewed:
            return [participant]
        members = self._crew_of.get(participant.key)
        if members is None:
            members = [participant.key, *self._mates.get(participant.key, ())]
        return [self.people[key].participant for key in members if key in self.people]

    def tied_people(self, key: str) -> list[Person]:
        """Everybody that the text ever put into a car, make or team."""
        return [self.people[k] for k in self._crews.get(key, {})]

    def recent(self, before: int) -> list[Person]:
        """People by recency of their last mention before a token, latest first."""
        dated = [(p.last_before(before), p) for p in self.people.values()]
        return [p for at, p in sorted(dated, key=lambda pair: -pair[0]) if at >= 0]
