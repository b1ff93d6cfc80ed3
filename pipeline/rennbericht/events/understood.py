"""Who takes part in an event without being named in its clause."""

from __future__ import annotations

from ..clauses.model import Clause, Phrase
from ..discourse.owners import possessive
from ..discourse.people import Argument, Participant
from ..discourse.reading import Reading
from ..discourse.references import Resolver
from ..discourse.rivals import UNDERSTOOD
from ..discourse.slots import fill, subject_of
from ..discourse.speakers import speaker
from .match import Match

#: types that befall whom the text goes on about, where the clause names nobody
TOPICAL = frozenset({"technical", "puncture", "repair"})
#: types that a note without a verb tells of whom the text goes on about
NOTED = frozenset({"off_track", "retirement", "fastest_lap", "pole", "pit_stop", "result"})
PEOPLE = ("DRIVER", "PERSON", "TEAM", "CAR", "MANUFACTURER", "NUMBER")
#: before the noun of people who are counted, not named: `vier Fahrer`, `mehrere Piloten`
COUNTING = frozenset({"CARD", "PIAT"})
#: kinds of penalties whose noun says that one is served: `zehn Strafsekunden warfen ihn zurück`
SERVED = frozenset({"time", "drive_through", "stop_and_go", "long_lap", "grid", "position_drop"})
#: what a table of makes or teams counts
MAKERS = frozenset({"MANUFACTURER", "TEAM"})


def all_drivers(arguments: list[Argument]) -> bool:
    """Whether none of the known is a car or team."""
    return all(a.participant.label == "DRIVER" for a in arguments if a.participant)


def befalls(match: Match, role: str) -> bool:
    """Whether it is told of the holder's trouble, whom the clause may name in any part."""
    frame = match.frame
    if role != "holder" or frame.type in TOPICAL:
        return role == "holder"
    served = frame.type == "penalty" and frame.attributes.get("kind") in SERVED
    if not served or match.noun is None or match.clause["negation"] >= 0:
        return False
    # `die Zeitstrafe gegen einen Rivalen` is another's
    heads = {member["head"] for member in match.noun["members"]}
    phrases = match.clause["phrases"]
    return not any(p["attribute_of"] in heads and p["prep"] == "gegen" for p in phrases)


class Understood:
    """Fills the roles that a clause leaves open from its other parts and from before."""

    def __init__(self, reading: Reading, resolver: Resolver) -> None:
        self.reading = reading
        self.resolver = resolver

    def untaken(
        self, clause: Clause, phrase: Phrase, taken: set[str], via: str | None = None
    ) -> list[Argument]:
        """Whom a phrase stands for, of the known who take no part yet; `via` as given, if so."""
        return [
            Argument(a.start, a.end, a.participant, via or a.via)
            for a in self.resolver.resolve(clause, phrase)
            if a.participant is not None and a.participant.key not in taken
        ]

    def affected(self, match: Match, role: str, taken: set[str]) -> list[Argument]:
        """Whom the clause of a defect names in some other part than its frame says.

        `ein Getriebeschaden warf ihn zurück`, `die mit einem Elektronikausfall parkte`.
        """
        if not befalls(match, role):
            return []
        owner = self._of_relative(match.clause, taken)
        if owner:
            return owner
        itself = match.noun is not None and match.noun["prep"] is None
        struck = match.clause["passive"] == "event"
        # `von einem Motorschaden betroffen war der McLaren`: the subject of a passive
        first = "accusative" if struck else "subject"
        for slot in ("accusative", "dative") if itself else (first, "accusative", "dative"):
            for filler in fill(self.reading, match.clause, slot, match.noun):
                if filler.phrase is match.noun:
                    continue
                via = "ellipsis" if filler.elided else None
                found = self.untaken(filler.clause, filler.phrase, taken, via)
                if not found and slot == "subject":
                    found = self._bearer_of(filler.clause, filler.phrase, taken)
                if found and all_drivers(found):
                    return found
        return []

    def _bearer_of(self, clause: Clause, phrase: Phrase, taken: set[str]) -> list[Argument]:
        """Whose race or chase the subject is: `Das Rennen von A endete nach einem Platzer`."""
        if self.reading.mention_of(phrase) is not None:
            return []
        owners = (f.phrase for f in fill(self.reading, clause, "of", phrase))
        named = (p for p in owners if self.reading.label_at(p["head"]) == "DRIVER")
        return next((self.untaken(clause, owner, taken) for owner in named), [])

    def owned(self, match: Match) -> bool:
        """Whether the noun of a frame is somebody's by a possessive: `sein Ausfall`."""
        noun = match.noun
        if noun is None or match.frame.anchor == "adjective":
            return False
        opener = possessive(self.resolver, noun["members"][0])
        third = self.resolver.vocabulary.words["third-possessive"]
        return opener >= 0 and self.reading.lower[opener] in third

    def owner(self, match: Match, slots: tuple[str, ...], taken: set[str]) -> list[Argument]:
        """Whose it is by a possessive, where the clause is about it: `Sein Vorsprung schmolz`."""
        if "of" not in slots or "both" in slots or not self.owned(match):
            return []
        return self.resolver.from_context("topic", match.clause, taken)

    def makers(self, clause: Clause, holders: list[Argument]) -> list[Argument]:
        """In a table of makes the make itself: `In der Herstellerwertung führt Toyota`."""
        tables = self.resolver.vocabulary.words["maker-table"]
        if tables.isdisjoint(self.reading.clause_words(clause)):
            return holders
        found: dict[int, Argument] = {}
        for argument in holders:
            at = self.reading.mention_at[argument.start]
            mention = self.reading.mentions[at] if at >= 0 else None
            if argument.via in ("car", "team") and mention and mention["label"] in MAKERS:
                make = Participant(mention["label"], mention["id"], mention["name"] or "")
                argument = Argument(argument.start, argument.end, make, "name")
                found.setdefault(argument.start, argument)
            else:
                found[id(argument)] = argument
        return list(found.values())

    def from_context(
        self,
        match: Match,
        role: str,
        slots: tuple[str, ...],
        taken: set[str],
        roles: dict[str, list[Argument]],
    ) -> list[Argument]:
        """A role that the clause leaves open and its frame (or type) takes from before.

        Args:
            match: the frame on its clause.
            role: the role.
            slots: those of the frame; only such as `topic` and `rival` are looked at.
            taken: keys of those who have another role.
            roles: the roles filled so far.
        """
        clause = match.clause
        asked = [slot for slot in slots if slot in UNDERSTOOD]
        end = max((stop for _, stop in clause["spans"]), default=0)
        if asked and clause["verb"] is None and self.reading.words[end : end + 1] == [":"]:
            # `Sechster: Auer`: who it is stands behind the colon
            return []
        about = not asked or self.resolver.state.about
        if about and "subject" in slots and self._tells_no_subject(clause):
            # `Norris fuhr stark. Als Neunter gestartet, als Dritter ins Ziel gekommen.`
            return self.resolver.from_context("topic", clause, taken)
        if not asked and self._noted(match, role):
            return self.resolver.from_context("topic", clause, taken)
        if not asked and befalls(match, role):
            if self._of_some(match):
                return []
            ahead = self._sufferer(clause, taken) or self._speaking(clause, taken)
            if ahead:
                return ahead
            asked = ["topic"] if match.frame.type in TOPICAL else ["offender", "topic"]
        if "rival" in asked and clause["subject"] >= 0 and self.reading.elided_from(clause):
            # `A zog vorbei, eine Kurve später auch B`: at the same man
            asked.insert(0, "passed")
        keys = {a.participant.key for args in roles.values() for a in args if a.participant}
        if "rival" in asked and match.frame.status == "attempted":
            answering = self._answering(clause, taken)
            if answering:
                return answering
        if "rival" in asked and not self.resolver.from_context("opponent", clause, taken, keys):
            explained = self._explained(clause, taken)
            if explained:
                return explained
        for slot in asked:
            found = self.resolver.from_context(slot, clause, taken, keys)
            if found:
                return found
        return self._answering(clause, taken) if "rival" in asked else []

    def _noted(self, match: Match, role: str) -> bool:
        """Whether it is a note without a verb that names nobody: `Dreher in Runde drei.`"""
        noun = match.noun
        if role != "holder" or noun is None or match.clause["verb"] is not None:
            return False
        told = match.frame.attributes
        if match.frame.type not in NOTED or noun["definite"] or noun["number"] == "pl":
            return False
        if match.frame.type == "result" and not ("position" in told or "session" in told):
            # `P18`: he may only lie there
            return False
        if "CARD" in self.reading.tags[noun["start"] : noun["head"]]:
            return False
        return not any(self.reading.mentions_in(match.clause, label) for label in PEOPLE)

    def _tells_no_subject(self, clause: Clause) -> bool:
        """Whether it is a note in participles, or begins with its verb, and says no subject."""
        if clause["passive"] or subject_of(self.reading, clause) is not None:
            return False
        if clause["kind"] == "main":
            return bool(self.resolver.state.about)
        return clause["kind"] == "participle" and clause["perfect"]

    def _answering(self, clause: Clause, taken: set[str]) -> list[Argument]:
        """Who answers a try in the next clause: `zweimal griff er an, zweimal parierte A`.

        An infinitive may say of whom the try was.
        """
        follower = self.reading.clauses[clause["index"] + 1 : clause["index"] + 2]
        if not follower or follower[0]["sentence"] != clause["sentence"]:
            return []
        answer, words = follower[0], self.resolver.vocabulary.words["defending-verb"]
        if answer["kind"] == "infinitive":
            # `hatte A versucht, B auszubremsen`
            return self._named_object(answer, taken)
        if answer["kind"] != "main":
            return []
        if answer["subject"] < 0 and answer["verb"] in self.resolver.vocabulary.acting:
            # `stach innen hinein, traf B`
            return self._named_object(answer, taken)
        if answer["subject"] < 0 or answer["verb"] not in words:
            return []
        subject = answer["phrases"][answer["subject"]]
        if subject["kind"] != "np":
            return []
        found = self.untaken(answer, subject, taken)
        return found if len(found) == 1 and all_drivers(found) else []

    def _explained(self, clause: Clause, taken: set[str]) -> list[Argument]:
        """Whose trouble, told behind, explains it: `zog vorbei, weil sich A verbremst hatte`."""
        words = self.resolver.vocabulary.words["explaining-opener"]
        for follower in self.reading.clauses[clause["index"] + 1 :]:
            if follower["sentence"] != clause["sentence"]:
                return []
            start, links = self.reading.clause_start(follower), follower["links"]
            of_this = any(link["clause"] == clause["index"] for link in links)
            opener = follower["introducer"] or self.reading.lower[start - 1]
            if opener in words and (of_this or not links) and follower["subject"] >= 0:
                subject = follower["phrases"][follower["subject"]]
                found = self.untaken(follower, subject, taken) if subject["kind"] == "np" else []
                return found if all_drivers(found) else []
        return []

    def _named_object(self, clause: Clause, taken: set[str]) -> list[Argument]:
        """Who is named as the object of a clause."""
        objects = (f.phrase for f in fill(self.reading, clause, "accusative"))
        named = (p for p in objects if self.reading.label_at(p["head"]) == "DRIVER")
        return next((self.untaken(clause, phrase, taken) for phrase in named), [])

    def _of_relative(self, clause: Clause, taken: set[str]) -> list[Argument]:
        """Whose part it is by the relative pronoun: `vor Alonso, dessen Turbolader streikte`."""
        if not any(self.reading.tags[token] == "PRELAT" for token in self.reading.tokens(clause)):
            return []
        return [
            Argument(a.start, a.end, a.participant, "ellipsis")
            for a in self.resolver.antecedent(clause)
            if a.participant is not None and a.participant.key not in taken
        ]

    def _speaking(self, clause: Clause, taken: set[str]) -> list[Argument]:
        """Who is quoted, of his own car: `Glock klagte: „Es lief gut. Dann ging der Motor aus.“`"""
        people = speaker(self.resolver, clause)
        if len(people) != 1 or people[0].label != "DRIVER" or people[0].key in taken:
            return []
        person = self.resolver.state.roster.people.get(people[0].key)
        at = person.last_before(clause["spans"][0][0]) if person is not None else -1
        mention = self.reading.mention_at[at] if at >= 0 else -1
        if mention < 0:
            return []
        return [Argument(at, self.reading.mentions[mention]["end"], people[0], "ellipsis")]

    def _of_some(self, match: Match) -> bool:
        """Whether it befell a number of people not named: `Vier Fahrer wurden belegt`."""
        subject = subject_of(self.reading, match.clause)
        if subject is None or subject.phrase is match.noun or subject.phrase["number"] != "pl":
            return False
        phrase, vocabulary = subject.phrase, self.resolver.vocabulary
        counted = COUNTING & set(self.reading.tags[phrase["start"] : phrase["head"]])
        lemma = phrase["lemma"].lower()
        people = lemma in vocabulary.person_nouns or lemma in vocabulary.vehicle_nouns
        return bool(counted) and people and self.reading.mention_of(phrase) is None

    def _sufferer(self, clause: Clause, taken: set[str]) -> list[Argument]:
        """Who suffers from a defect told first: `weil die Tür klemmte, musste er an die Box`."""
        for link in clause["links"]:
            matrix = self.reading.clauses[link["clause"]]
            if link["kind"] != "subordinate" or matrix["index"] < clause["index"]:
                continue
            if self.resolver.vocabulary.suffering.isdisjoint({matrix["verb"], matrix["modal"]}):
                continue
            subject = subject_of(self.reading, matrix)
            if subject is None:
                continue
            found = self.untaken(subject.clause, subject.phrase, taken, "ellipsis")
            if found and all_drivers(found):
                return found
        return []
