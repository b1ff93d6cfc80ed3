"""Who of a crew is meant: all of them where it is a result, who drives where it is the track."""

from __future__ import annotations

import itertools

from ..entities.model import Mention
from .people import Argument, Participant
from .reading import Reading
from .state import RaceState
from .ties import MAKES, vehicle_keys

#: ways in which a whole crew is meant by its car
ABOARD = frozenset({"car", "team"})
#: so many sentences on the text may name who drove
FOLLOWING = 1


class Crews:
    """The part of the resolver that knows of crews."""

    reading: Reading
    state: RaceState
    #: cars behind which the text lists their people itself, so all of them are meant
    spelled_out: set[tuple[int, int]]
    #: pronouns that stand for a car
    cars: set[int]

    def seat(self, people: list[Participant], mention: Mention) -> None:
        """`sein Toyota`, `der Toyota des Finnen`: who is put into a car by whose it is."""
        known = self.state.roster.known(people)
        if len(known) == 1 and not known[0].cars and mention["label"] in MAKES:
            self.board(people, mention)

    def board(self, people: list[Participant], mention: Mention) -> None:
        """`Porsche holte mit der #6 (A/B/C) Rang drei`: by its number and its make."""
        roster, keys = self.state.roster, vehicle_keys(self.reading, mention)
        roster.board([(person, mention["start"]) for person in roster.known(people)], keys)

    def with_crew(self, arguments: list[Argument], spelled_out: bool = False) -> list[Argument]:
        """The arguments and whoever shares their cars: a result belongs to the crew.

        Args:
            arguments: who is named.
            spelled_out: whether two named together are all: a title is not the third driver's.
        """
        found: list[Argument] = []
        named = {a.participant.key for a in arguments if a.participant is not None}
        for argument in arguments:
            found.append(argument)
            if argument.participant is None or self.state.rally:
                continue
            crew = self.crew_told(argument.participant)
            if spelled_out and len(named.intersection(member.key for member in crew)) > 1:
                continue
            for member in crew:
                if member.key not in named:
                    named.add(member.key)
                    found.append(Argument(argument.start, argument.end, member, "crew"))
        return found

    def crew_told(self, participant: Participant) -> list[Participant]:
        """Somebody's crew as told so far, else as the rest of the text will tell it."""
        roster, ahead = self.state.roster, self.state.ahead
        crew = roster.crew_of(participant, ahead.crewed)
        whole = ahead.crew_of(participant) if participant.key in ahead.people else []
        return whole if set(crew) < set(whole) else crew

    def at_wheel(self, arguments: list[Argument], sentence: int) -> list[Argument]:
        """The arguments with a car's crew narrowed to who drives it, where the text tells."""
        if len(arguments) < 2:
            return arguments.copy()
        found: list[Argument] = []
        for _, group in itertools.groupby(arguments, key=lambda a: (a.start, a.end, a.via)):
            aboard = list(group)
            people = [a.participant for a in aboard if a.participant is not None]
            driver = None
            spelled_out = (aboard[0].start, aboard[0].end) in self.spelled_out
            if len(people) > 1 and (aboard[0].via in ABOARD or self._one_crew(aboard)):
                told = self.state.ahead.wheel_at.get(sentence)
                driver = told if told in people else None
                if driver is None and not spelled_out:
                    driver = self._who_drives(people, sentence)
            found += [a for a in aboard if driver is None or a.participant == driver]
        return found

    def _one_crew(self, arguments: list[Argument]) -> bool:
        """Whether a crew is understood that nothing names: `Dann platzte ein Reifen`.

        Or a pronoun stands for its car: `Der Ferrari führte. Er verlor ein Rad`.
        """
        first, *others = [a.participant for a in arguments if a.participant is not None]
        car = arguments[0].start in self.cars
        understood = car or arguments[0].via == "ellipsis"
        return understood and set(others) <= self.state.roster.mates(first)

    def _who_drives(self, people: list[Participant], sentence: int) -> Participant | None:
        """Who of a crew drives in a sentence: by what went before, by what follows."""
        before = self.state.roster.at_wheel(people)
        if before is not None:
            return before
        for near in range(sentence, sentence + FOLLOWING + 1):
            alone = [p for p in self.state.ahead.alone.get(near, ()) if p in people]
            if len(alone) == 1:
                return alone[0]
        return None
