"""People by a noun that says what they are: role, nation, age, number of people, vehicle.

`der Polesitter`, `der Brasilianer`, `der 23-Jährige`, `der Pilot von Ferrari`, `das Quartett um
Zurfluh`, `das Auto mit der Startnummer 1`; nouns of towns are no such words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.model import Clause, Member, Phrase
from . import pronouns
from .epithets import EPITHETS, means
from .guesses import may_be
from .kinds import is_plural, learn_age, of_kind, place_of_origin, told_nation
from .mates import teammates
from .numbered import by_start_number
from .opponents import OPPOSED, compatriot, opposed
from .owners import owners, possessive
from .people import Argument, Participant
from .several_cars import both
from .start_numbers import told_number
from .ties import VEHICLES
from .titles import called_later, champion, counted
from .told_on import named_before_colon
from .vehicle_nouns import vehicle_noun

if TYPE_CHECKING:
    from .references import Resolver

#: so many tokens may stand between a crew and the one it is named by
NAMING = 5
#: tags of determiners that, where not definite, bring up somebody new (`einen`, `mehrere`)
INDEFINITE = frozenset({"ART", "PIAT"})


def described(
    resolver: Resolver, clause: Clause, phrase: Phrase, member: Member, lemma: str, age: str
) -> list[Argument]:
    """Whom a noun of one of these kinds stands for.

    Args:
        resolver: what was told so far.
        clause: the clause.
        phrase: the phrase of the noun.
        member: the noun's own part of it.
        lemma: the lower-case lemma that tells the kind.
        age: years in figures, empty where it tells none.
    """
    return _Description(resolver, clause, phrase, member, lemma).people(age)


def around_whom(resolver: Resolver, clause: Clause, member: Member) -> list[Participant]:
    """`das Quartett von Helvetia Sport um Zurfluh`: who is named of a crew, with the others."""
    for other in clause["phrases"]:
        if other["prep"] == "um" and 0 <= other["start"] - member["end"] <= NAMING:
            people = [a for a in resolver.resolve(clause, other) if a.participant is not None]
            crew = resolver.with_crew(people)
            return [a.participant for a in crew if a.participant is not None]
    return []


class _Description:
    """One such noun with its phrase."""

    def __init__(
        self, resolver: Resolver, clause: Clause, phrase: Phrase, member: Member, lemma: str
    ) -> None:
        self.resolver, self.state = resolver, resolver.state
        self.clause, self.phrase, self.member = clause, phrase, member
        self.span = (member["start"], member["end"])
        self.lemma = lemma
        self.noun = resolver.vocabulary.noun(self.lemma)
        self.definite, self.plural = phrase["definite"], is_plural(phrase)
        self.barred: set[str] = set()

    def people(self, age: str) -> list[Argument]:
        """Whom it stands for, by the first of these ways that knows somebody."""
        noun = self.noun
        role, size, country, vehicle = noun.role, noun.size, noun.country, noun.vehicle
        if role == "relative":
            return []
        self.barred = self.resolver.barred(self.clause, self.phrase)
        found = self._called_so()
        if not found and not self._newly():
            where = (self.resolver, self.clause, self.phrase, self.member)
            found = self._told(champion(*where, self.barred | self._called_beside()), "role")
        if not found and size is not None:
            found = self._of_told_nation(size)
        if not found and (role == "rival" or size is not None):
            found = self._of_owner(size or 0)
        if found:
            return found
        if role == "teammate":
            found = teammates(self.resolver, self.clause, self.phrase, self.member)
            return found if found[0].participant else self._introduced() or found
        if role is not None:
            found = self._in_role(role)
        if found:
            return found
        if country is not None:
            self.barred |= self.resolver.named_later(self.clause, self.phrase)
            return self._of_kind("nationality", country)
        if age:
            found = self._of_kind("age", age)
            learn_age(self.resolver, found, int(age), self._place())
            return found
        if vehicle:
            return self._vehicle()
        if self.lemma in self.resolver.vocabulary.words["compatriot"]:
            where = (self.resolver, self.clause, self.phrase, self.member)
            alone = len(self.phrase["members"]) == 1 and possessive(self.resolver, self.member) >= 0
            found = self._told(compatriot(*where, self.barred) if alone else (), "nationality")
            if found:
                return found
        return self._so_many(size) if size is not None else []

    def _told(
        self, people: tuple[Participant, ...] | list[Participant], via: str
    ) -> list[Argument]:
        return [Argument(*self.span, person, via) for person in people]

    def _free(self, people: tuple[Participant, ...]) -> bool:
        return not {person.key for person in people} & self.barred

    def _owners(self) -> list[Participant]:
        return owners(self.resolver, self.clause, self.phrase, self.member)

    def _of_kind(self, kind: str, value: str) -> list[Argument]:
        where = (self.resolver, self.clause, self.phrase, self.span)
        return of_kind(*where, kind, value, self.barred)

    def _place(self) -> str:
        return place_of_origin(self.resolver, self.clause, self.member)

    def _single(self) -> tuple[Participant, ...]:
        token, sentence, clause = (
            self.phrase["start"],
            self.clause["sentence"],
            self.clause["index"],
        )
        return pronouns.single(
            self.state, token, sentence, gender="m", clause=clause, barred=self.barred
        )

    def _several(self, size: int) -> tuple[Participant, ...]:
        token, sentence = self.phrase["start"], self.clause["sentence"]
        return pronouns.several(self.state, token, sentence, self.barred, size)

    def _called_so(self) -> list[Argument]:
        """`der Rookie`, behind `Rookie Quartararo`: who was told with the noun."""
        if self.noun.role == "standings_leader" and not self.plural and self.definite:
            # `A führt die Meisterschaft an`
            told = self.state.holders.get("standings_leader", ())
            if len(told) == 1 and self._free(told):
                return self._told(told, "role")
        if self.noun.role != "teammate":
            return self._introduced()
        # `der Teamkollege`, behind `der Teamkollege Perez`: not whose one of two he is
        own = possessive(self.resolver, self.member) >= 0 or self._owners()
        return [] if own else self._introduced()

    def _introduced(self) -> list[Argument]:
        epithets = self.state.epithets
        called = epithets.get(self.lemma) or epithets.get(self.lemma.rsplit("-", 1)[-1], ())
        if not called and not self.plural:
            called = means(epithets, self.resolver.vocabulary, self.lemma)
        fits = called and self.definite and (len(called) > 1) == self.plural
        via = "teammate" if self.noun.role == "teammate" else "role"
        return self._told(called, via) if fits and self._free(called) else []

    def _of_told_nation(self, size: int) -> list[Argument]:
        """`der finnische Rookie`."""
        nation = told_nation(self.resolver, self.member["start"], self.member["head"])
        if not nation or size > 1 or self.plural or not self.definite:
            return []
        self.barred |= self.resolver.named_later(self.clause, self.phrase)
        return self._of_kind("nationality", nation)

    def _of_owner(self, size: int) -> list[Argument]:
        """`am Hauptkonkurrenten von Muscle Milk`, `der Pilot von Ferrari`."""
        of = self._owners()
        if not of or not all(owner.label in VEHICLES for owner in of):
            return []
        who: tuple[Participant, ...] = ()
        if size > 1:
            who = self._several(size)
        elif self.noun.role != "rival" and not self.plural and self.definite:
            # of a team without known drivers it is whom the text goes on about
            who = may_be(self.resolver, self.clause, self.phrase, "car", "", self.barred)
        return self._told(who, "car") or self._told(of, "team")

    def _in_role(self, role: str) -> list[Argument]:
        """`der Polesitter`, `der Titelverteidiger`: who holds it by now."""
        if role == "winner" and self._of_earlier():
            role = "title_holder"
        owned = possessive(self.resolver, self.member) >= 0
        if not self.definite and not owned:
            new = self.resolver.reading.tags[self.member["start"]] in INDEFINITE
            return [Argument(*self.span, None, "role", unnamed=True)] if new else []
        aboard = [owner for owner in self._owners() if owner.label == "DRIVER"]
        if aboard and role in EPITHETS and not owned:
            # `die Titelverteidiger von X mit A am Steuer`
            return self._told(aboard, "role")
        if role in OPPOSED and not self.plural:
            where = (self.resolver, self.clause, self.phrase, self.member)
            others = opposed(*where, role, self.barred)
            return self._told(others, "role") or [Argument(*self.span, None, "role")]
        holders = self.state.holders.get(role) or self._by_outcome(role)
        if self.state.watch is not None:
            self.state.watch.consider(f"who is {role} by now", holders, self.barred)
        if self.plural and len(holders) < 2:
            # `die Polesitter von Walkenhorst`: the team, where it names no people
            of = self._owners()
            if of and all(owner.label in VEHICLES for owner in of):
                return self._told(of, "team")
        groups = self.resolver.vocabulary.person_nouns.items()
        size = next((n for noun, n in groups if n > 1 and self.lemma.endswith(noun)), len(holders))
        if holders and self._free(holders) and len(holders) == size:
            # `hinter dem Führungstrio`: three, or nobody knows who
            return self._told(holders, "role")
        if role == "second" and not self.plural:
            # `A ließ den Verfolger passieren`, who has tried before
            where = (self.resolver, self.clause, self.phrase, self.member)
            return self._told(opposed(*where, "attacker", self.barred), "role") or [
                Argument(*self.span, None, "role")
            ]
        last: tuple[Participant, ...] = ()
        if role == "title_holder" and self._newly():
            # `Van Dalen krönte sich zum Champion. B gewann. Der neue Champion ...`
            last = self.state.holders.get("champion", ())
        last = last or called_later(self.resolver, self.lemma, self.barred)
        if not last and (named := named_before_colon(self.resolver, self.phrase)):
            # `Ein schwarzer Tag für Auer: Der Polesitter blieb stehen`
            last = (named.participant,)
        if last:
            return self._told(last, "role")
        if role in EPITHETS and not self.plural:
            last = self._spoken_of()
        elif role in ("title_holder", "standings_leader") and self.plural:
            last = self._group_of_topic() or self._several(0)
        return self._told(last, "role") or [Argument(*self.span, None, "role")]

    def _by_outcome(self, role: str) -> tuple[Participant, ...]:
        """Of a text that has told the result alone: `A siegte. B griff den Führenden an`."""
        if role == "leader":
            return self.state.holders.get("winner", ())
        if role == "second":
            return self.state.finish.get(2, ())
        passed = [move for move in self.state.moves[-1:] if move.done]
        if role == "pole" and passed and self.clause["sentence"] - passed[0].sentence == 1:
            # `A zog in der ersten Kurve an B vorbei. Der Polesitter fiel zurück`
            return passed[0].patient
        return ()

    def _of_earlier(self) -> bool:
        """Whether it tells of another race: `der zweifache Sieger`, `der Daytona-Sieger`."""
        words = self.resolver.vocabulary
        past, first = words.words["past-adjective"], self.member["start"]
        reading = self.resolver.reading
        for token in range(first, self.member["head"]):
            if reading.lemmas_lower[token] in past or counted(reading.lower[token]):
                return True
        return "-" in self.lemma and self.lemma not in words.roles

    def _spoken_of(self) -> tuple[Participant, ...]:
        """Whom the text goes on about.

        Nobody told long ago where the topic takes part itself: `A kämpfte mit dem WM-Leader`.
        """
        taking_part = self.barred
        self.barred = self.barred | self._called_otherwise()
        last = self._single()
        if not taking_part or self._newly():
            return last
        told = self.state.told_before(self.phrase["start"], self.clause["sentence"])
        return last if any(p in last for entry in told for p in entry.people) else ()

    def _group_of_topic(self) -> tuple[Participant, ...]:
        """`A und B siegten vor C und D. Die Titelverteidiger ...`: who was the subject."""
        for entry in self.state.told_before(self.phrase["start"], self.clause["sentence"]):
            drivers = all(person.label == "DRIVER" for person in entry.people)
            if entry.subject and entry.main and len(entry.people) > 1 and drivers:
                return entry.people if self._free(entry.people) else ()
        return ()

    def _newly(self) -> bool:
        """Whether the title is one that the text has told of: `der neue Champion`."""
        words = self.resolver.vocabulary.words["new-adjective"]
        before = range(self.member["start"], self.member["head"])
        return any(self.resolver.reading.lemmas_lower[token] in words for token in before)

    def _called_beside(self) -> set[str]:
        """The subject of the clause before, by a role: `Der Sieger führte, der Meister ...`."""
        reading, words = self.resolver.reading, self.resolver.vocabulary
        for entry in self.state.told_before(self.phrase["start"], self.clause["sentence"], 0):
            span = range(entry.token, entry.end)
            named = any(reading.label_at(token) == "DRIVER" for token in span)
            roles = [words.noun(reading.lemmas_lower[token]).role for token in span]
            if entry.subject and not named and any(roles) and entry.clause != self.clause["index"]:
                return {person.key for person in entry.people}
        return set()

    def _called_otherwise(self) -> set[str]:
        """Whom another role stood for: `Der Sünder bekam ... Der Vorjahressieger kam ...`."""
        reading, words = self.resolver.reading, self.resolver.vocabulary
        for entry in self.state.told_before(self.phrase["start"], self.clause["sentence"]):
            if entry.subject and entry.main and entry.sentence < self.clause["sentence"]:
                nouns = [
                    n for n in reading.lemmas_lower[entry.token : entry.end] if n != self.lemma
                ]
                named = any(reading.label_at(t) == "DRIVER" for t in range(entry.token, entry.end))
                other = not named and any(words.noun(noun).role for noun in nouns)
                return {person.key for person in entry.people} if other else set()
        return set()

    def _vehicle(self) -> list[Argument]:
        """`das Auto mit der Startnummer 1`, `sein Wagen`."""
        where = (self.resolver, self.clause, self.phrase, self.member)
        number = told_number(self.resolver.reading, self.member)
        if number is not None:
            return by_start_number(*where, number)
        return vehicle_noun(*where, self.barred)

    def _so_many(self, size: int) -> list[Argument]:
        """`der Mann aus Homestead`, `das Duo`, `die beiden Piloten`."""
        place = self._place()
        if place and size < 2:
            return self._of_kind("place", place)
        two = both(self.resolver, self.member)
        if not self.definite or (self.plural and size < 2 and not two):
            return [Argument(*self.span, None, "role", unnamed=True)]
        if size >= 2:
            # `das Quartett um Zurfluh`
            own = self._named_behind(size) or around_whom(self.resolver, self.clause, self.member)
            own = own or self._owners()
            if not own or not all(person.label == "DRIVER" for person in own):
                own = self._crew_of_topic(size)
            if own:
                return self._told(own, "crew")
        if size >= 2 or self.plural:
            return self._told(self._several(max(size, 2)), "crew")
        return self._told(self._single(), "role") or [Argument(*self.span, None, "role")]

    def _named_behind(self, size: int) -> list[Participant]:
        """`die Paarung Kohler/Zimmer`: the names right behind the noun."""
        for other in self.clause["phrases"]:
            if other["start"] == self.member["end"] and other["prep"] is None:
                found = self.resolver.resolve(self.clause, other)
                people = [a.participant for a in found if a.participant is not None]
                return people if len(people) == size else []
        return []

    def _crew_of_topic(self, size: int) -> list[Participant]:
        """`Hennecke rutschte von der Bahn. Das Trio ...`: so many are in the last subject's car.

        Not where two or three were told of together since.
        """
        for entry in self.state.told_before(self.phrase["start"], self.clause["sentence"]):
            if len(entry.people) > 1:
                return []
            if entry.subject and entry.main and not entry.attribute:
                crew = self.resolver.crew_told(entry.people[0])
                free = not {person.key for person in crew} & self.barred
                return crew if len(crew) == size and free else []
        return []
