"""Who takes part beside those of a slot: listed on, told alike, in the same car."""

from __future__ import annotations

from collections.abc import Set

from ..clauses.model import Clause, Phrase
from ..discourse.filler import Filler
from ..discourse.people import Argument, Participant, participants
from ..discourse.reading import Reading
from ..discourse.slots import fill, subject_of
from ..discourse.wheel import hangs_elsewhere
from .companions import SETTINGS
from .frames import Frame
from .understood import Understood

#: types that belong to the crew, whoever sat at the wheel
CREW_TYPES = frozenset({"result", "championship", "retirement"})
#: types whose holder may be told with company: `kam mit seinem Partner B auf Platz drei`
COMPANY = CREW_TYPES | {"place"}
#: so many tokens reach from a name to what says that it only follows (`mit B direkt im Nacken`)
PURSUIT = 4
#: labels of what has a crew, and prepositions before one that is another's
_CARS = frozenset({"CAR", "MANUFACTURER", "NUMBER"})
_VEHICLES = _CARS | {"TEAM"}
#: labels of who enters cars, and prepositions before who drives them
_OWNERS = frozenset({"TEAM", "MANUFACTURER"})
_ABOARD = frozenset({"mit", "durch", "in"})
_OTHERS = frozenset({"vor", "hinter", "gegen", "an", "von", "für", "nach"})
#: kinds of phrases that may stand between the members of a list (`und kurz darauf auch`)
BETWEEN = frozenset({"adverb", "adjective"})


class Beside(Understood):
    """Finds who shares a role with those whom a phrase of the clause stands for."""

    def _listed_on(
        self, filler: Filler, taken: set[str], used: set[int], passing: bool
    ) -> list[Argument]:
        """Further members of a list whose phrases stand apart.

        In `kassierte den McLaren von A, den Aston Martin von B und den Porsche von C` the owners
        part the cars; `an A und kurz darauf auch an B vorbei` says the preposition again.
        """
        first = filler.phrase
        found: list[Argument] = []
        if first["kind"] not in ("np", "pp") or filler.elided:
            return found
        listing = self.resolver.vocabulary.words["list-word"]
        after = when = False
        for phrase in filler.clause["phrases"]:
            if phrase is first:
                after = True
            elif after and phrase["attribute_of"] < 0 and phrase["kind"] not in BETWEEN:
                if phrase["prep"] == "um" and self._measures(phrase):
                    # verwies A um 1,1 und B um 2,2 Sekunden auf die Plätze
                    continue
                joined = when or self.reading.lower[phrase["start"] - 1] in listing
                if passing and joined and (self._sets(phrase) or self._loose(phrase)):
                    # `überholte erst A, in der Haarnadel B und eine Runde später C`
                    when = True
                    continue
                when = False
                if self.reading.label_at(phrase["start"]) == "POSITION":
                    # `Sieger wurde A, Zweiter B`: B is no winner
                    break
                fits = phrase["prep"] == first["prep"] and phrase["kind"] == first["kind"]
                if not (joined and fits and set(phrase["case"]) & set(first["case"])):
                    break
                more = self.resolver.resolve(filler.clause, phrase)
                found += [a for a in more if a.participant and a.participant.key not in taken]
                used.add(phrase["start"])
        return found

    def _behind_colon(self, clause: Clause, slots: Set[str], taken: set[str]) -> list[Argument]:
        """Who is listed behind a group without names: `kassierte das Feld: erst A, dann B`.

        `um an allen vorbeizugehen: an A in Kurve zwei, an B am Ausgang` says the preposition anew.
        """
        end = max((stop for _, stop in clause["spans"]), default=0)
        follower = [
            other
            for other in self.reading.clauses[clause["index"] + 1 : clause["index"] + 4]
            if other["verb"] is None and self.reading.clause_start(other) == end + 1
        ]
        if self.reading.lower[end : end + 1] != [":"] or not follower:
            return []
        return [
            argument
            for phrase in follower[0]["phrases"]
            if (phrase["prep"] or "accusative") in slots and phrase["attribute_of"] < 0
            for argument in self.untaken(follower[0], phrase, taken)
        ]

    def _alike(self, clause: Clause, filler: Filler, taken: set[str]) -> list[Argument]:
        """Of whom the same is told as of somebody: `A drehte sich, ebenso wie B`.

        Parted, it is told of the last before: `A hatte B ebenso überholt wie C`.
        """
        words, lower = self.resolver.vocabulary.words, self.reading.lower
        if words["just-as"].isdisjoint(self.reading.clause_words(clause)):
            return []
        subject = subject_of(self.reading, clause)
        acts = subject is not None and subject.phrase is filler.phrase
        found: list[Argument] = []
        for phrase in clause["phrases"]:
            if phrase["end"] <= filler.phrase["end"] or phrase["attribute_of"] >= 0:
                continue
            opens = phrase["start"] + (lower[phrase["start"]] == "wie")
            if " ".join(lower[max(0, opens - 2) : opens]) in words["alike"]:
                fits = acts
            else:
                fits = lower[opens - 1] == "wie" and self._compared(clause, filler, phrase, acts)
            if fits:
                found += [
                    a
                    for a in self.untaken(clause, phrase, taken)
                    if a.participant is not None and a.participant.label == "DRIVER"
                ]
        return found

    def _compared(self, clause: Clause, filler: Filler, phrase: Phrase, acts: bool) -> bool:
        """Whether `wie` compares a phrase with another: `ging an B ebenso vorbei wie an C`."""
        if phrase["field"] != "postfield":
            return False
        if phrase["prep"] != "wie":
            return phrase["prep"] == filler.phrase["prep"]
        bare = [p for p in clause["phrases"] if p["prep"] is None and p["attribute_of"] < 0]
        named = [p for p in bare if self.reading.label_at(p["head"]) == "DRIVER"]
        return filler.phrase["prep"] is None and (not acts or len(named) == 1)

    def _loose(self, phrase: Phrase) -> bool:
        """Whether a phrase names nobody: `und zu guter Letzt auch B`."""
        return phrase["prep"] is not None and self.reading.mention_of(phrase) is None

    def _measures(self, phrase: Phrase) -> bool:
        """Whether a phrase tells by how much: `um 1,1 und um 2,2 Sekunden`."""
        head = phrase["head"]
        return self.reading.label_at(head) == "GAP" or self.reading.tags[head] == "CARD"

    def _sets(self, phrase: Phrase) -> bool:
        """Whether a phrase tells when or where."""
        mention = self.reading.mention_of(phrase)
        return mention is not None and mention["label"] in SETTINGS

    def _mates(
        self,
        frame: Frame,
        clause: Clause,
        filler: Filler,
        arguments: list[Argument],
        taken: set[str],
    ) -> list[Argument]:
        """Who is named with the holder: `A mit B`, `gemeinsam mit B`, `mit seinem Partner B`.

        From then on they are one crew.
        """
        words = self.resolver.vocabulary
        subject = subject_of(self.reading, clause)
        acts = subject is not None and subject.phrase is filler.phrase
        taken = taken | {a.participant.key for a in arguments if a.participant is not None}
        for phrase in clause["phrases"]:
            side = _at_side(self.reading, phrase)
            if phrase is filler.phrase or not (phrase["prep"] == "mit" or side):
                continue
            if not side and hangs_elsewhere(self.reading, phrase, filler.phrase):
                continue
            before = self.reading.lemmas_lower[max(0, phrase["start"] - 1) : phrase["end"]]
            if of_rival(self.reading, clause, phrase):
                continue
            beside = phrase["start"] == filler.phrase["end"] and filler.clause is clause
            if self.resolver.state.rally and frame.type not in COMPANY:
                # who reads the notes leads no rally by himself
                continue
            said = side or any(
                w in words.together or words.roles.get(w) == "teammate" for w in before
            )
            named = frame.type in COMPANY and self._accompanies(clause, phrase)
            if not beside and not ((said or named) and acts):
                continue
            mates = [
                a
                for a in self.resolver.resolve(clause, phrase)
                if a.via in ("name", "surname", "teammate")
                and a.participant is not None
                and a.participant.label == "DRIVER"
                and a.participant.key not in taken
            ]
            together = (*arguments, *mates)
            roster = self.resolver.state.roster
            if self._apart(participants(arguments), participants(mates)):
                continue
            people = roster.known(a.participant for a in together if a.participant is not None)
            if mates and len(people) == len(together):
                roster.share(people, certain=True)
                return mates
        return []

    def _apart(self, people: tuple[Participant, ...], others: tuple[Participant, ...]) -> bool:
        """Whether both are crews already: `die #21 mit A und B, daneben die #33 mit C und D`."""
        roster = self.resolver.state.roster
        return any(
            one not in roster.mates(other)
            for one in people
            for other in others
            if roster.mates(one) and roster.mates(other)
        )

    def _accompanies(self, clause: Clause, phrase: Phrase) -> bool:
        """Whether a bare `mit B` says who shares the car: not `mit B im Nacken`."""
        crewed = self.resolver.state.roster.crewed or self.resolver.state.ahead.crewed
        return crewed and self._names_crew(clause, phrase)

    def _names_crew(self, clause: Clause, phrase: Phrase) -> bool:
        if clause["verb"] is None or phrase["attribute_of"] >= 0 or not phrase["start"]:
            return False
        drivers = all(self.reading.label_at(m["head"]) == "DRIVER" for m in phrase["members"])
        drivers = drivers and self.reading.label_at(phrase["start"] + 1) == "DRIVER"
        level = self.reading.tags[phrase["start"] - 1] in ("ADJD", "NN")
        behind = self.reading.lemmas_lower[phrase["end"] : phrase["end"] + PURSUIT]
        return drivers and not level and not self.resolver.vocabulary.pursued & set(behind)

    def _crew_of_team(self, clause: Clause, holders: list[Argument]) -> list[Argument]:
        """Whose car a team brings home.

        `Zakspeed brachte den Mercedes (A/B) auf Rang zwei`, `Rowe siegte mit A, B und C`, `Ferrari
        holte durch A und B die Plätze zwei und drei`.
        """
        if len(holders) != 1 or holders[0].participant is None:
            return holders
        if holders[0].participant.label not in _OWNERS:
            return holders
        for filler in fill(self.reading, clause, "accusative"):
            mention = self.reading.mention_of(filler.phrase)
            if mention is not None and mention["label"] in _CARS:
                found = self.resolver.resolve(filler.clause, filler.phrase)
                people = [a for a in found if a.participant and a.participant.label == "DRIVER"]
                return people or holders
        for phrase in clause["phrases"]:
            if phrase["prep"] not in _ABOARD or of_rival(self.reading, clause, phrase):
                continue
            if phrase["prep"] == "in" and self.reading.label_at(phrase["head"]) not in _CARS:
                continue
            if phrase["prep"] != "in" and not self._names_crew(clause, phrase):
                continue
            found = self.resolver.resolve(clause, phrase)
            people = [a for a in found if a.participant and a.participant.label == "DRIVER"]
            if people:
                return people
        return holders


def of_rival(reading: Reading, clause: Clause, phrase: Phrase) -> bool:
    """Whether `mit B` names the crew of somebody else's car: `siegte vor dem BMW mit B`."""
    end = phrase["start"]
    for other in sorted(clause["phrases"], key=lambda one: -one["start"]):
        if other["end"] != end:
            continue
        label = reading.label_at(other["head"])
        belongs = other["attribute_of"] >= 0 or other["prep"] == "von"
        if not belongs:
            return other["prep"] in _OTHERS and label in _VEHICLES
        # `vor der #12 von Jota mit B`
        end = other["start"]
    return False


def _at_side(reading: Reading, phrase: Phrase) -> bool:
    """`an der Seite von B`, `an der Seite seines Teamkollegen B`."""
    noun = phrase["attribute_of"]
    if noun < 1 or phrase["prep"] not in (None, "von"):
        return False
    before = reading.lower[max(0, noun - 2) : noun]
    return reading.lower[noun] in reading.classes["company-noun"] and "an" in before
