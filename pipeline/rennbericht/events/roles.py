"""Who takes part in an event: the roles of a frame filled, in its clause and from before."""

from __future__ import annotations

from typing import final

from ..clauses.model import Clause, Phrase
from ..contract.types import TYPES
from ..discourse.described import INDEFINITE
from ..discourse.facing import faces
from ..discourse.filler import Filler
from ..discourse.lineups import in_brackets
from ..discourse.people import Argument
from ..discourse.rivals import UNDERSTOOD
from ..discourse.slots import fill
from .beside import COMPANY, CREW_TYPES, Beside
from .conjuncts import (
    from_first,
    of_conjunct,
    of_member,
    says_nobody,
    shared_object,
    subject_before,
)
from .epithets import alone
from .frames import PARTICIPANTS, RANK_TYPES, Frame
from .match import Match

#: types that people of one car share
SHARED = COMPANY | {"lead", "pole"}
#: types that befall whoever sits at the wheel
TRACK_TYPES = frozenset(
    {
        "overtake", "battle", "lead", "position", "start", "off_track", "collision", "technical",
        "puncture", "pit_stop", "penalty",
    }
)  # fmt: skip
#: types whose holder `mit` may name before what he is (`Mit Preining gewann ein Rookie`)
PRESENTED = RANK_TYPES | {"championship", "fastest_lap"}
#: types of which two verbs share their object
SHARING = frozenset({"overtake", "collision"})
#: slots of a group whose people may be listed behind a colon
BARE = frozenset({"accusative"})
LISTING = BARE | {"an"}
#: types that tell of somebody's trouble on the track, and of any trouble
MISHAPS = frozenset({"technical", "puncture", "off_track", "retirement"})
BEFALLING = MISHAPS | {"penalty"}
#: slots of whoever acts in a clause, and of whom it is understood
ACTING = UNDERSTOOD | {"subject", "accusative", "dative", "any"}
#: slots of who acts, in a passive those of whom it is done to
SUFFERING = {"subject": "accusative", "any": "accusative"}
#: slots of whom somebody fights with
OPPOSING = ("opponent", "rival")
#: types that befall several whom a colon counts
COUNTED = BEFALLING | {"collision", "pit_stop"}
#: how a car stands for its people
ABOARD = frozenset({"car", "team"})
#: slots of whom a possessive may stand for
OWNING = frozenset({"of", "subject", "dative", "accusative"})
#: roles that everybody in any of their slots takes together
COLLECTIVE = frozenset({"party"})


@final
class Cast:
    """Who takes part in an event so far."""

    __slots__ = ("open", "roles", "taken", "unknown", "unnamed", "used")

    def __init__(self) -> None:
        self.roles: dict[str, list[Argument]] = {}
        #: keys of those who take part
        self.taken: set[str] = set()
        #: where the phrases begin that have filled a role
        self.used: set[int] = set()
        #: roles of somebody whom the text does not name
        self.unnamed: set[str] = set()
        #: roles that nobody said fills, with their slots
        self.open: list[tuple[str, tuple[str, ...]]] = []
        #: who is said to take a role, but is not known
        self.unknown: dict[str, list[Argument]] = {}

    def add(self, role: str, arguments: list[Argument]) -> None:
        """Let all of them but the unnamed take the role."""
        self.roles.setdefault(role, []).extend(a for a in arguments if not a.unnamed)
        self.taken.update(a.participant.key for a in arguments if a.participant is not None)

    def take(self, role: str, arguments: list[Argument]) -> None:
        """Let a role be filled by those found, if anybody."""
        if arguments:
            self.roles[role] = arguments
            self.taken.update(a.participant.key for a in arguments if a.participant is not None)

    def empty(self, role: str) -> None:
        """Let those who have the role lose it."""
        self.taken -= {a.participant.key for a in self.roles.pop(role, ()) if a.participant}


def _usable(frame: Frame, roles: dict[str, list[Argument]]) -> dict[str, list[Argument]] | str:
    """The roles, or that nobody is known: such an event cannot be used by anybody."""
    core = TYPES[frame.type].core_roles if frame.type in TYPES else ("holder",)
    known = [a for role in core for a in roles.get(role, ()) if a.participant is not None]
    # but a place of somebody unknown still says who came behind
    chained = frame.type in RANK_TYPES and any(roles.get(role) for role in core)
    if core and frame.roles and not known and not chained:
        return f"roles: nobody known as {' or '.join(core)}"
    return roles


class Roles(Beside):
    """Fills the roles of matched frames."""

    def fill(self, match: Match) -> dict[str, list[Argument]] | str:
        """Find who takes part; the need that stays open where a needed role does."""
        frame, clause, cast = match.frame, match.clause, Cast()
        of_another, owned = self._of_another(match), self.owned(match)
        for role, slots in frame.roles:
            if of_another:
                slots = tuple(slot for slot in slots if slot not in ACTING)
            if self._suffers(match):
                # `wurde nach einem Dreher von Norris überholt`
                slots = tuple(dict.fromkeys(SUFFERING.get(slot, slot) for slot in slots))
            whose = owned and "of" in slots and role not in COLLECTIVE
            if whose:
                # `Sein Ausfall machte den Weg frei für Vettel`, `profitierte von seinem Ausfall`
                slots = tuple(slot for slot in slots if slot in OWNING)
            if not (whose and of_another):
                self._fill_role(match, cast, role, slots)
            listing = LISTING.intersection(slots)
            if role not in cast.roles and frame.type in SHARING and listing:
                cast.take(role, self._behind_colon(clause, listing, cast.taken))
            if role not in cast.roles and frame.type in COUNTED and "subject" in slots:
                self._take_counted(clause, cast, role)
            if role not in cast.roles and role not in cast.unnamed and (whose or not of_another):
                # who is understood depends on who is said
                cast.open.append((role, slots))
            two = role in COLLECTIVE and len(slots) > 1 and frame.anchor == "verb"
            sides = len(cast.roles.get(role, ()))
            if frame.reflexive is False:
                # `A und B rutschten in ...` into nobody, so not into each other
                sides = min(sides, len(cast.used))
            if two and sides + (role in cast.unnamed) < 2:
                if "topic" in slots and role in cast.roles:
                    continue
                if "both" not in slots:
                    return f"roles: only one {role}"
                # `ihre Räder berührten sich`
                cast.empty(role)
                cast.open.append((role, ("both",)))
        self._fill_open(match, cast)
        self._add_other_party(match, cast)
        missing = self._missing(match, cast)
        if missing is not None:
            return f"requires: {missing}"
        self._settle_crews(frame, clause, cast.roles)
        return _usable(frame, cast.roles)

    def _fill_role(self, match: Match, cast: Cast, role: str, slots: tuple[str, ...]) -> None:
        """Let those said in the slots take a role: the first of them, or all together."""
        together = role in COLLECTIVE or "list" in slots
        for filler in self._fillers(match, slots):
            if filler.phrase["start"] in cast.used and filler.clause is match.clause:
                continue
            arguments = self._stands_for(match.frame, filler, role, cast.taken)
            if not arguments and self._faces_own_car(match.frame, filler, role, cast):
                return
            if not arguments:
                continue
            cast.used.add(filler.phrase["start"])
            if "rival" in slots and all(a.participant is None for a in arguments):
                # `zog am Führenden vorbei`: whoever that is
                cast.unknown.setdefault(role, [a for a in arguments if not a.unnamed])
                continue
            if all(a.unnamed for a in arguments):
                cast.unnamed.add(role)
                if role in COLLECTIVE:
                    # `wurde von einem Porsche getroffen`: who was hit is still to come
                    continue
                return
            if filler.elided:
                arguments = [
                    Argument(a.start, a.end, a.participant, "ellipsis", a.unnamed)
                    for a in arguments
                ]
            arguments += self._others(match, filler, role, arguments, cast)
            cast.add(role, arguments)
            if not together or (match.frame.anchor == "noun" and len(cast.roles[role]) > 1):
                return

    def _take_counted(self, clause: Clause, cast: Cast, role: str) -> None:
        """Let those take a role whom a colon counts: `Drei Favoriten stürzten: A, B und C`."""
        named = self._behind_colon(clause, BARE, cast.taken)
        if len(named) > 1:
            cast.unnamed.discard(role)
            cast.take(role, named)

    def _faces_own_car(self, frame: Frame, filler: Filler, role: str, cast: Cast) -> bool:
        """Whether somebody would pass his own car: `der Finne ließ den BMW ziehen` is another's."""
        if frame.type != "overtake":
            return False
        own = [a for a in self.resolver.resolve(filler.clause, filler.phrase) if a.participant]
        if own and all(a.via in ABOARD for a in own):
            cast.open.append((role, OPPOSING))
            return True
        for other, arguments in cast.roles.items():
            same = {a.participant for a in arguments} == {a.participant for a in own}
            # `ging an den Schubert-BMW von A und B`: whose car it is
            owner = any(a.start <= filler.phrase["attribute_of"] < a.end for a in arguments)
            if own and same and not owner and all(a.via in ABOARD for a in arguments):
                cast.empty(other)
                cast.open.append((other, OPPOSING))
                cast.add(role, own)
                return True
        return False

    def _stands_for(
        self, frame: Frame, filler: Filler, role: str, taken: set[str]
    ) -> list[Argument]:
        """Whom a slot's phrase stands for, of those who take no part yet."""
        arguments = [
            a
            for a in self.resolver.resolve(filler.clause, filler.phrase)
            if a.participant is None or a.participant.key not in taken
        ]
        if role == "holder" and frame.type in PRESENTED:
            arguments = self._presented(filler, arguments)
        return arguments

    def _others(
        self, match: Match, filler: Filler, role: str, arguments: list[Argument], cast: Cast
    ) -> list[Argument]:
        """Who takes the role beside those of a phrase: listed on, of the crew, told alike."""
        frame, clause = match.frame, match.clause
        others = self._listed_on(filler, cast.taken, cast.used, frame.type == "overtake")
        if frame.type in SHARED and role == "holder" and not match.holder:
            others += self._mates(frame, clause, filler, arguments + others, cast.taken)
        if filler.clause is clause:
            others += self._alike(clause, filler, cast.taken)
        return others

    def _fill_open(self, match: Match, cast: Cast) -> None:
        """Fill the roles of which the clause says nobody from the rest of it and from before."""
        for role, slots in cast.open:
            told = self.affected(match, role, cast.taken) or self.owner(match, slots, cast.taken)
            told = told or self.from_context(match, role, slots, cast.taken, cast.roles)
            cast.take(role, told or cast.unknown.get(role, []))

    def _add_other_party(self, match: Match, cast: Cast) -> None:
        """Add whom the text goes on about to the one with whom: `es kam zum Kontakt mit Norris`."""
        for role, slots in match.frame.roles:
            told = cast.roles.get(role, ())
            if role not in COLLECTIVE or "topic" not in slots or role in cast.unnamed:
                continue
            if told and len({a.start for a in told}) == 1:
                cast.add(role, self.resolver.from_context("topic", match.clause, cast.taken))

    def _missing(self, match: Match, cast: Cast) -> str | None:
        """What the frame requires and nobody fills."""
        if not match.frame.requires:
            return None
        told = dict(match.frame.roles)
        for needed in match.frame.requires:
            if needed in told and needed not in cast.roles and needed not in cast.unnamed:
                return needed
            if needed in PARTICIPANTS and not self._takes_part(needed, match.clause, cast.roles):
                return needed
        return None

    def _settle_crews(self, frame: Frame, clause: Clause, roles: dict[str, list[Argument]]) -> None:
        """A result belongs to the crew, what befalls a car on the track to whoever drives it."""
        if frame.type in COMPANY and "holder" in roles:
            roles["holder"] = self.makers(clause, self._crew_of_team(clause, roles["holder"]))
        if frame.type in CREW_TYPES and "holder" in roles:
            roles["holder"] = self.resolver.with_crew(
                roles["holder"], spelled_out=frame.type == "championship"
            )
        elif frame.type in TRACK_TYPES:
            for role, arguments in roles.items():
                roles[role] = self.resolver.at_wheel(arguments, clause["sentence"])

    def _of_another(self, match: Match) -> bool:
        """Whether the clause tells who gains by it: `profitierte von einem Dreher`."""
        noun, verb = match.noun, match.clause["verb"]
        if noun is None or match.frame.anchor == "verb" or match.frame.type not in BEFALLING:
            return False
        return verb in self.resolver.vocabulary.words["profiting-verb"]

    def _suffers(self, match: Match) -> bool:
        """Whether the noun tells what befell whom something is done to, before it was done."""
        noun, clause = match.noun, match.clause
        if noun is None or clause["passive"] != "event" or match.frame.type not in BEFALLING:
            return False
        return not noun["definite"] and noun["prep"] in self.reading.classes["cause-preposition"]

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

    def _fillers(self, match: Match, slots: tuple[str, ...]) -> list[Filler]:
        found: list[Filler] = []
        if match.holder is not None:
            return [Filler(match.clause, match.holder)]
        bearer = self._bearer(match)
        if bearer is not None and "modified" not in slots and "named" not in slots:
            own = [
                filler
                for slot in slots
                if slot.startswith("of")
                for filler in fill(self.reading, match.clause, slot, match.noun)
            ]
            whole = any(role in COLLECTIVE for role, _slots in match.frame.roles)
            # schieden A (Motor) und B (Kollision mit C) aus
            return [*own, Filler(match.clause, bearer)] if whole or not own else own
        for slot in slots:
            if slot in UNDERSTOOD:
                continue
            fillers = fill(self.reading, match.clause, slot, match.noun)
            if slot.startswith("of") and match.noun is not None:
                fillers = of_member(match.noun, match.token, fillers)
            if match.frame.type in MISHAPS:
                fillers = [filler for filler in fillers if not faces(self.reading, filler.phrase)]
            if slot == "accusative" and match.frame.type in SHARING:
                words = self.resolver.vocabulary.words["list-word"]
                fillers = from_first(self.reading, fillers, words)
                fillers = fillers or shared_object(self.reading, match.clause)
            if not fillers and slot != "subject":
                fillers = of_conjunct(self.reading, match.clause, slot, match.noun)
            found.extend(fillers)
            # in a section that is one person's it is that one
            open_to_all = slot == "subject" and not self.resolver.state.about
            if open_to_all and says_nobody(self.reading, match.clause, match.noun, found):
                found.extend(subject_before(self.reading, match.clause))
        return found

    def _bearer(self, match: Match) -> Phrase | None:
        """Whose brackets a noun stands in: `Teuchert (Yamaha, von der Pole gestartet)`."""
        noun = match.noun
        if noun is None or noun["attribute_of"] < 0:
            return None
        if (
            match.frame.anchor == "verb"
            and noun["prep"] not in self.reading.classes["cause-preposition"]
        ):
            return None
        owner = noun["attribute_of"]
        if self.reading.tags[owner] == "ADJA":
            # `den von der Pole losgefahrenen Briten`
            around = [p for p in match.clause["phrases"] if p["start"] <= owner < p["end"]]
            return next((p for p in around if p is not noun and p["attribute_of"] < 0), None)
        bracketed = in_brackets(self.reading, noun["start"])
        if not bracketed and noun["prep"] not in self.reading.classes["cause-preposition"]:
            return None
        if bracketed and self.reading.label_at(owner) not in ("DRIVER", "PERSON"):
            return None
        for phrase in match.clause["phrases"]:
            if not bracketed and len(phrase["members"]) < 2:
                continue
            for member in phrase["members"]:
                if member["start"] <= owner < member["end"] and phrase is not noun:
                    # `sind A, B nach einem Unfall und C`
                    return alone(phrase, member)
        return None
