"""Who takes part in an event: the roles of a frame filled, in its clause and from before."""

from __future__ import annotations

from ..clauses.model import Clause, Phrase
from ..contract.types import TYPES
from ..discourse.described import INDEFINITE
from ..discourse.lineups import in_brackets
from ..discourse.people import Argument
from ..discourse.rivals import UNDERSTOOD
from ..discourse.slots import Filler, fill, subject_of
from ..discourse.wheel import hangs_elsewhere
from .companions import SETTINGS
from .conjuncts import of_conjunct, shared_object, subject_before
from .epithets import alone
from .frames import PARTICIPANTS, RANK_TYPES, Frame
from .match import Match
from .understood import Understood

#: types that belong to the crew, whoever sat at the wheel
CREW_TYPES = frozenset({"result", "championship", "retirement"})
#: types whose holder may be told with company: `kam mit seinem Partner B auf Platz drei`
COMPANY = CREW_TYPES | {"place"}
SHARED = COMPANY | {"lead", "pole"}
#: so many tokens reach from a name to what says that it only follows (`mit B direkt im Nacken`)
PURSUIT = 4
#: types that befall whoever sits at the wheel
TRACK_TYPES = frozenset(
    {
        "overtake", "battle", "lead", "position", "start", "off_track", "collision", "technical",
        "puncture", "pit_stop", "penalty",
    }
)  # fmt: skip
#: words before a further member of a list
LIST_WORDS = frozenset({",", "und", "sowie", "schließlich", "auch", "dann", "zuletzt"})
#: kinds of phrases that may stand between the members of a list (`und kurz darauf auch`)
BETWEEN = frozenset({"adverb", "adjective"})
#: types whose holder `mit` may name before what he is (`Mit Preining gewann ein Rookie`)
PRESENTED = RANK_TYPES | {"championship", "fastest_lap"}
#: types of which two verbs share their object
SHARING = frozenset({"overtake", "collision"})
#: roles of whoever does or suffers something, which others may do as well
DOING = frozenset({"holder", "agent"})
#: types that tell of somebody's trouble
BEFALLING = frozenset({"technical", "puncture", "off_track", "penalty", "retirement"})
#: slots of whoever acts in a clause, and of whom it is understood
ACTING = UNDERSTOOD | {"subject", "accusative", "dative", "any"}
#: slots of whom a possessive may stand for
OWNING = frozenset({"of", "subject", "dative", "accusative"})
#: roles that everybody in any of their slots takes together
COLLECTIVE = frozenset({"party"})


class Roles(Understood):
    """Fills the roles of matched frames."""

    def fill(self, match: Match) -> dict[str, list[Argument]] | str:
        """Find who takes part; the need that stays open where a needed role does."""
        frame, clause = match.frame, match.clause
        roles: dict[str, list[Argument]] = {}
        taken: set[str] = set()
        used: set[int] = set()
        unnamed: set[str] = set()
        open_roles: list[tuple[str, tuple[str, ...]]] = []
        unknown: dict[str, list[Argument]] = {}
        of_another, owned = self._of_another(match), self.owned(match)
        for role, slots in frame.roles:
            if of_another:
                slots = tuple(slot for slot in slots if slot not in ACTING)
            whose = owned and "of" in slots and role not in COLLECTIVE
            if whose:
                # `Sein Ausfall machte den Weg frei für Vettel`, `profitierte von seinem Ausfall`
                slots = tuple(slot for slot in slots if slot in OWNING)
            together = role in COLLECTIVE or "list" in slots
            for filler in () if whose and of_another else self._fillers(match, slots):
                if filler.phrase["start"] in used and filler.clause is clause:
                    continue
                arguments = [
                    a
                    for a in self.resolver.resolve(filler.clause, filler.phrase)
                    if a.participant is None or a.participant.key not in taken
                ]
                if role == "holder" and frame.type in PRESENTED:
                    arguments = self._presented(filler, arguments)
                if not arguments:
                    continue
                used.add(filler.phrase["start"])
                if "rival" in slots and all(a.participant is None for a in arguments):
                    # `zog am Führenden vorbei`: whoever that is
                    unknown.setdefault(role, [a for a in arguments if not a.unnamed])
                    continue
                if all(a.unnamed for a in arguments):
                    unnamed.add(role)
                    if role in COLLECTIVE:
                        # `wurde von einem Porsche getroffen`: who was hit is still to come
                        continue
                    break
                if filler.elided:
                    arguments = [
                        Argument(a.start, a.end, a.participant, "ellipsis", a.unnamed)
                        for a in arguments
                    ]
                arguments += self._listed_on(filler, taken, used, frame.type == "overtake")
                if frame.type in SHARED and role == "holder" and not match.holder:
                    arguments += self._mates(frame, match.clause, filler, arguments, taken)
                if role in DOING and filler.clause is clause:
                    arguments += self._alike(clause, filler, taken)
                roles.setdefault(role, []).extend(a for a in arguments if not a.unnamed)
                taken.update(a.participant.key for a in arguments if a.participant is not None)
                if not together or (frame.anchor == "noun" and len(roles[role]) > 1):
                    break
            if role not in roles and frame.type in SHARING and "accusative" in slots:
                self._take(roles, taken, role, self._behind_colon(clause, taken))
            if role not in roles and role not in unnamed and (whose or not of_another):
                # who is understood depends on who is said
                open_roles.append((role, slots))
            two = role in COLLECTIVE and len(slots) > 1 and frame.anchor == "verb"
            if two and len(roles.get(role, ())) + (role in unnamed) < 2:
                if "both" not in slots:
                    return f"roles: only one {role}"
                # `ihre Räder berührten sich`
                taken -= {a.participant.key for a in roles.pop(role, ()) if a.participant}
                open_roles.append((role, ("both",)))
        for role, slots in open_roles:
            told = self.affected(match, role, taken) or self.owner(match, slots, taken)
            told = told or self.from_context(frame, role, slots, clause, taken, roles)
            told = told or unknown.get(role, [])
            self._take(roles, taken, role, told)
        for needed in frame.requires:
            if needed in dict(frame.roles) and needed not in roles and needed not in unnamed:
                return f"requires: {needed}"
            if needed in PARTICIPANTS and not self._takes_part(needed, clause, roles):
                return f"requires: {needed}"
        if frame.type in COMPANY and "holder" in roles:
            roles["holder"] = self._crew_of_team(clause, roles["holder"])
        if frame.type in COMPANY and "holder" in roles:
            roles["holder"] = self.makers(clause, roles["holder"])
        if frame.type in CREW_TYPES and "holder" in roles:
            roles["holder"] = self.resolver.with_crew(
                roles["holder"], spelled_out=frame.type == "championship"
            )
        elif frame.type in TRACK_TYPES:
            for role, arguments in roles.items():
                roles[role] = self.resolver.at_wheel(arguments, clause["sentence"])
        core = TYPES[frame.type].core_roles if frame.type in TYPES else ("holder",)
        # an event of which nobody is known cannot be used by anybody
        known = [a for role in core for a in roles.get(role, ()) if a.participant is not None]
        # but a place of somebody unknown still says who came behind
        chained = frame.type in RANK_TYPES and any(roles.get(role) for role in core)
        if core and frame.roles and not known and not chained:
            return f"roles: nobody known as {' or '.join(core)}"
        return roles

    @staticmethod
    def _take(
        roles: dict[str, list[Argument]], taken: set[str], role: str, found: list[Argument]
    ) -> None:
        """Let a role be filled by those found, if anybody."""
        if found:
            roles[role] = found
            taken.update(a.participant.key for a in found if a.participant is not None)

    def _of_another(self, match: Match) -> bool:
        """Whether the clause tells who gains by it: `profitierte von einem Dreher`."""
        noun, verb = match.noun, match.clause["verb"]
        if noun is None or match.frame.anchor == "verb" or match.frame.type not in BEFALLING:
            return False
        return verb in self.resolver.vocabulary.words["profiting-verb"]

    def _crew_of_team(self, clause: Clause, holders: list[Argument]) -> list[Argument]:
        """Whose car a team brings home: `Zakspeed brachte den Mercedes (A/B) auf Rang zwei`."""
        if len(holders) != 1 or holders[0].participant is None:
            return holders
        if holders[0].participant.label != "TEAM":
            return holders
        for filler in fill(self.reading, clause, "accusative"):
            mention = self.reading.mention_of(filler.phrase)
            if mention is not None and mention["label"] in ("CAR", "MANUFACTURER", "NUMBER"):
                found = self.resolver.resolve(filler.clause, filler.phrase)
                people = [a for a in found if a.participant and a.participant.label == "DRIVER"]
                return people or holders
        return holders

    def _takes_part(self, label: str, clause: Clause, roles: dict[str, list[Argument]]) -> bool:
        """Whether somebody of a label is named in the clause or understood in it."""
        return bool(self.reading.mentions_in(clause, label)) or any(
            argument.via == "ellipsis"
            and argument.participant is not None
            and argument.participant.label == label
            for arguments in roles.values()
            for argument in arguments
        )

    def _presented(self, filler: Filler, arguments: list[Argument]) -> list[Argument]:
        """Whom `mit` names where the subject only says what he is.

        `Mit Preining gewann ein Österreicher`, `Dritter wurde mit Auer ein weiterer Mercedes`.
        """
        phrase = filler.phrase
        start, mention = phrase["start"], self.reading.mention_of(phrase)
        if phrase["prep"] is not None or phrase["kind"] != "np":
            return arguments
        if mention is not None and mention["label"] in ("DRIVER", "PERSON"):
            return arguments
        article = self.reading.tags[start] in INDEFINITE and self.reading.lower[start][0] == "e"
        open_ = article and all(a.unnamed for a in arguments)
        for other in filler.clause["phrases"]:
            # `kam mit Wickens der beste Kanadier ins Ziel`: side by side it may be definite
            if other["prep"] != "mit" or other["end"] > start:
                continue
            if other["end"] < start and not open_:
                continue
            mention = self.reading.mention_of(other)
            if mention is not None and mention["label"] == "DRIVER":
                named = self.resolver.resolve(filler.clause, other)
                return [a for a in named if a.participant is not None] or arguments
        return arguments

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
        after = when = False
        for phrase in filler.clause["phrases"]:
            if phrase is first:
                after = True
            elif after and phrase["attribute_of"] < 0 and phrase["kind"] not in BETWEEN:
                joined = when or self.reading.lower[phrase["start"] - 1] in LIST_WORDS
                if passing and joined and self._sets(phrase):
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

    def _behind_colon(self, clause: Clause, taken: set[str]) -> list[Argument]:
        """Who is listed behind a group without names: `kassierte das Feld: erst A, dann B`."""
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
            if phrase["prep"] is None and phrase["attribute_of"] < 0
            for argument in self.untaken(follower[0], phrase, taken)
        ]

    def _alike(self, clause: Clause, filler: Filler, taken: set[str]) -> list[Argument]:
        """Of whom the same is told as of the subject: `A drehte sich, ebenso wie B`."""
        subject = subject_of(self.reading, clause)
        if subject is None or subject.phrase is not filler.phrase:
            return []
        found: list[Argument] = []
        alike = self.resolver.vocabulary.words["alike"]
        for phrase in clause["phrases"]:
            if phrase["end"] <= filler.phrase["end"]:
                continue
            start = phrase["start"] + (phrase["prep"] == "wie")
            if " ".join(self.reading.lower[max(0, start - 2) : start]) in alike:
                found += [
                    a
                    for a in self.untaken(clause, phrase, taken)
                    if a.participant is not None and a.participant.label == "DRIVER"
                ]
        return found

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
            if phrase["prep"] != "mit" or phrase is filler.phrase:
                continue
            if hangs_elsewhere(self.reading, phrase, filler.phrase):
                continue
            before = self.reading.lemmas_lower[max(0, phrase["start"] - 1) : phrase["end"]]
            beside = phrase["start"] == filler.phrase["end"] and filler.clause is clause
            if self.resolver.state.rally and frame.type not in COMPANY:
                # who reads the notes leads no rally by himself
                continue
            said = any(w in words.together or words.roles.get(w) == "teammate" for w in before)
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
            people = [
                self.resolver.state.roster.people[a.participant.key]
                for a in (*arguments, *mates)
                if a.participant is not None
                and a.participant.key in self.resolver.state.roster.people
            ]
            if mates and len(people) == len(arguments) + len(mates):
                self.resolver.state.roster.share(people, certain=True)
                return mates
        return []

    def _accompanies(self, clause: Clause, phrase: Phrase) -> bool:
        """Whether a bare `mit B` says who shares the car: not `mit B im Nacken`."""
        if clause["verb"] is None or phrase["attribute_of"] >= 0 or not phrase["start"]:
            return False
        if not (self.resolver.state.roster.crewed or self.resolver.state.ahead.crewed):
            return False
        drivers = all(self.reading.label_at(m["head"]) == "DRIVER" for m in phrase["members"])
        drivers = drivers and self.reading.label_at(phrase["start"] + 1) == "DRIVER"
        level = self.reading.tags[phrase["start"] - 1] in ("ADJD", "NN")
        behind = self.reading.lemmas_lower[phrase["end"] : phrase["end"] + PURSUIT]
        return drivers and not level and not self.resolver.vocabulary.pursued & set(behind)

    def _fillers(self, match: Match, slots: tuple[str, ...]) -> list[Filler]:
        found: list[Filler] = []
        if match.holder is not None:
            return [Filler(match.clause, match.holder)]
        bearer = self._bearer(match)
        if bearer is not None and not {"modified", "named"} & set(slots):
            own = [
                filler
                for slot in slots
                if slot.startswith("of")
                for filler in fill(self.reading, match.clause, slot, match.noun)
            ]
            return own or [Filler(match.clause, bearer)]
        for slot in slots:
            if slot in UNDERSTOOD:
                continue
            fillers = list(fill(self.reading, match.clause, slot, match.noun))
            if slot == "accusative" and not fillers and match.frame.type in SHARING:
                fillers = shared_object(self.reading, match.clause)
            if not fillers and slot != "subject":
                fillers = of_conjunct(self.reading, match.clause, slot, match.noun)
            found.extend(fillers)
            if slot == "subject" and not found and match.clause["kind"] == "main":
                found.extend(subject_before(self.reading, match.clause))
        return found

    def _bearer(self, match: Match) -> Phrase | None:
        """Whose brackets a noun stands in: `Teuchert (Yamaha, von der Pole gestartet)`."""
        noun = match.noun
        if noun is None or noun["attribute_of"] < 0 or match.frame.anchor == "verb":
            return None
        owner = noun["attribute_of"]
        if self.reading.tags[owner] == "ADJA":
            # `den von der Pole losgefahrenen Briten`
            around = [p for p in match.clause["phrases"] if p["start"] <= owner < p["end"]]
            return next((p for p in around if p is not noun and p["attribute_of"] < 0), None)
        if self.reading.label_at(owner) not in ("DRIVER", "PERSON"):
            return None
        if not in_brackets(self.reading, noun["start"]):
            return None
        for phrase in match.clause["phrases"]:
            for member in phrase["members"]:
                if member["start"] <= owner < member["end"] and phrase is not noun:
                    return alone(phrase, member)
        return None
