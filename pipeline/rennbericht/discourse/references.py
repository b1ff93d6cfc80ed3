"""References: whom a phrase stands for, each resolved once, with the way it was resolved."""

from __future__ import annotations

from ..clauses.model import Clause, Member, Phrase
from ..entities.model import Mention
from ..german.bounds import OPENING
from . import mates, nouns, pronouns, relatives, rivals, told_on
from .bearers import is_bearer
from .compounds import by_compound
from .crews import Crews
from .epithets import learn_epithet
from .introduced import with_name
from .kinds import learn, learn_together, taught
from .matrix import of_main_clause, of_matrix, same_as_before
from .people import Argument, Participant, Person
from .placed import by_place
from .reading import Reading
from .several_cars import car_told_of, one_vehicle
from .slots import subject_of
from .speakers import speaker
from .stand_ins import stands_for
from .state import Mentioned, RaceState
from .taking_part import taking_part
from .ties import MAKES, VEHICLES, known, same_for_team
from .told_of import learn_behind, learn_of_subject
from .vehicles import named_vehicle
from .vocabulary import Vocabulary
from .whose import WHOSE, whose

#: personal pronouns by gender; the finite verb's number settles `sie`
MASCULINE = frozenset({"er", "ihn", "ihm", "seiner"})
FEMININE_OR_PLURAL = frozenset({"sie", "ihr", "ihnen", "ihrer"})
#: pronouns of a clause ahead of the one that names who is meant
NAMED_BEHIND = frozenset({"er", "sie", "ihn", "ihm"})
WE = frozenset({"wir", "uns"})
SPEAKER = WE | {"ich", "mich", "mir"}
#: so many tokens a heading has that is somebody's name, his car and little more
HEADING_WORDS = 12
#: so many tokens, the number of a list, stand before the name in it, and this behind it
ENTRY = 3
SETTING_OFF = frozenset("(:,;|/–—-\n")
#: pronouns for one of two people
OF_TWO = ("letztere", "erstere", "letztgenannte", "erstgenannte")
#: labels of mentions that may stand for somebody as a noun does; so does `Formel-2-Champion`
NOUNS = ("NUMBER", "CLASS")
#: kinds of phrases that may stand for somebody
REFERRING = frozenset({"np", "pp", "pronoun"})
PRONOUN_TAGS = frozenset({"PPER", "PRELS", "PDS", "PIS"})


class Resolver(Crews):
    """Resolves phrases over one race state; results are kept, so each is resolved once."""

    def __init__(self, reading: Reading, state: RaceState, vocabulary: Vocabulary) -> None:
        self.reading = reading
        self.state = state
        self.vocabulary = vocabulary
        #: cars behind which the text lists their people itself, so all of them are meant
        self.spelled_out: set[tuple[int, int]] = set()
        self.cars: set[int] = set()
        self._done: dict[tuple[int, int, int], list[Argument]] = {}

    def resolve(self, clause: Clause, phrase: Phrase) -> list[Argument]:
        """Whom a phrase stands for; empty where it is no participant at all."""
        key = (clause["index"], phrase["start"], phrase["end"])
        found = self._done.get(key)
        if found is None:
            self._done[key] = []  # a phrase that leads back to itself stays open
            watch = self.state.watch
            if watch is not None:
                watch.begin(*key)
            found = self._done[key] = self._resolve(clause, phrase)
            if watch is not None:
                watch.end(found)
        return found

    def note(self, clause: Clause, phrase: Phrase, subject: bool) -> None:
        """Put the people of a phrase into the history that pronouns look back on."""
        if (
            phrase["kind"] not in REFERRING
            and self.reading.tags[phrase["head"]] not in PRONOUN_TAGS
        ):
            return
        arguments = self.resolve(clause, phrase)
        people = tuple([a.participant for a in arguments if a.participant is not None])
        if people:
            start = phrase["start"]
            # who is quoted may speak of somebody else: `"Er hatte Glück", sagte B. Er ...`
            quoted = start > 0 and self.reading.words[start - 1] in OPENING
            self.state.note(
                Mentioned(
                    phrase["start"], phrase["end"], clause["sentence"], clause["index"], people,
                    subject, clause["kind"] == "main", phrase["attribute_of"] >= 0,
                    self.reading.tags[phrase["head"]] == "PPER" and not quoted,
                    one_vehicle(self.reading, self.vocabulary, phrase),
                )
            )  # fmt: skip

    def acting(self, clause: Clause) -> int:
        """Index of the phrase that the text goes on about: the subject, or -1.

        Of an infinitive where the clause's own subject is nobody: `Norris gelang es, A zu fangen`.
        """
        for other in self.reading.by_sentence.get(clause["sentence"], ()):
            for link in other["links"]:
                if link["kind"] != "controlled" or link["clause"] != clause["index"]:
                    continue
                phrase, subject = link["phrase"], clause["subject"]
                own = clause["phrases"][subject] if subject >= 0 else None
                if phrase >= 0 and own is not None and own["kind"] == "pronoun":
                    return subject if self.resolve(clause, own) else phrase
        return clause["subject"]

    def note_heading(self, sentence: int, mentions: list[Mention]) -> None:
        """`Dario Castagneri (Ferrari): 2+`, `Warum verlor Castagneri?` over what is about him."""
        self.state.about = ()
        drivers = [m for m in mentions if m["label"] == "DRIVER"]
        start, end = self.reading.sentences[sentence]
        if len(drivers) != 1 or not start or end - start > HEADING_WORDS:
            return
        person = known(self.state, drivers[0])
        if person is not None:
            behind = self.reading.words[drivers[0]["end"] : end][:1]
            if drivers[0]["start"] - start < ENTRY and (not behind or behind[0] in SETTING_OFF):
                self.state.about = (person.participant,)
            self.state.note(
                Mentioned(start, drivers[0]["end"], sentence, -1, (person.participant,), True)
            )

    def barred(self, clause: Clause, phrase: Phrase) -> set[str]:
        """Keys of the people that the clause's other phrases name or stand for."""
        return taking_part(self, clause, phrase)

    def resolved(self, clause: int, phrase: Phrase) -> list[Argument]:
        """Whom a phrase has been found to stand for so far."""
        return self._done.get((clause, phrase["start"], phrase["end"]), [])

    def named_later(self, clause: Clause, phrase: Phrase) -> set[str]:
        """Keys of those whom the rest of the sentence names: nobody is described before named.

        `Der Berliner dreht sich, Raabe ist Elfter`: two people.
        """
        end = self.reading.sentences[clause["sentence"]][1]
        drivers = self.reading.mentions_between(phrase["end"], end, ("DRIVER",))
        people = (known(self.state, mention) for mention in drivers)
        return {person.participant.key for person in people if person is not None}

    def _resolve(self, clause: Clause, phrase: Phrase) -> list[Argument]:
        # `an ihm`, `an dem`: a pronoun behind a preposition is a prepositional phrase
        # but the last word of a name is none: `Joan Mir`
        named = self.reading.mention_at[phrase["head"]] >= 0
        tag = "" if named else self.reading.tags[phrase["head"]]
        two = self.reading.lower[phrase["head"]].startswith(OF_TWO)
        if phrase["kind"] == "pronoun" or tag in PRONOUN_TAGS or two:
            found = self._pronoun(clause, phrase)
            if len(phrase["members"]) > 1:
                # `für ihn und seine Partnerin Liv Hartung`
                found += self._members(clause, phrase, 1)
            return found
        if phrase["kind"] not in REFERRING:
            return []
        found = with_name(self, clause, phrase) or self._members(clause, phrase)
        learn_epithet(self, phrase, found)
        learn_of_subject(self, clause, phrase)
        mates.learn_mate(self, clause, phrase, found)
        return found

    def _members(self, clause: Clause, phrase: Phrase, first: int = 0) -> list[Argument]:
        """Whom the members of a list stand for, from one of them on."""
        found: list[Argument] = []
        for index, member in enumerate(phrase["members"][first:], first):
            if index and self.reading.label_at(member["start"]) == "POSITION":
                # `Sieger wurde A, Zweiter B`: B has a place of his own
                break
            mention = self.reading.mentions[member["mention"]] if member["mention"] >= 0 else None
            if mention is not None and mention["label"] == "DRIVER":
                found.append(self.driver(mention, member))
                learn_together(self, phrase, found[-1])
            elif mention is not None and mention["label"] in VEHICLES:
                mate = self.vocabulary.roles.get(mention["parts"].get("head", "").lower())
                resolve = mates.teammates if mate == "teammate" else named_vehicle
                found.extend(resolve(self, clause, phrase, member, mention))
            elif mention is not None and mention["label"] == "POSITION":
                found.extend(by_place(self, clause, phrase, member, mention))
            elif mention is not None and mention["label"] == "PERSON":
                found.extend(by_compound(self, clause, phrase, member, mention))
            elif mention is None or mention["label"] in NOUNS or "head" in mention["parts"]:
                found.extend(
                    taught(self, member, nouns.by_noun(self, clause, phrase, member, mention))
                )
        if len(phrase["members"]) > 1 and self.reading.tags[phrase["start"]] != "ART":
            drivers = [a for a in found if a.participant and a.participant.label == "DRIVER"]
            if drivers:
                # `Toyota und Lokalheld Minamoto`: the maker wins with him
                found = [a for a in found if not a.participant or a.participant.label not in MAKES]
        return found

    def driver(self, mention: Mention, member: Member) -> Argument:
        """Whom a name stands for; what stands before it tells of the person."""
        start, end = mention["start"], mention["end"]
        person = known(self.state, mention)
        if self.state.watch is not None and mention["surname_only"]:
            bearers = self.state.roster.bearers(mention["name"] or "")
            self.state.watch.consider("surname: the bearer last written in full", bearers)
        if person is None:
            name = mention["name"] or self.reading.span_text(start, end)
            participant = Participant("DRIVER", mention["id"], name)
            bearer = is_bearer(self.reading, self.vocabulary, mention)
            person = self.state.roster.meet(participant, start, bearer)
        self._learn(person, member, mention)
        learn_behind(self, mention, person.participant)
        via = "surname" if mention["surname_only"] else "name"
        return Argument(start, end, person.participant, via)

    def _learn(self, person: Person, member: Member, mention: Mention) -> None:
        """Nation, age and origin from an apposition: `der Berliner Stefan Kolb`."""
        if not person.nation:
            facts = self.vocabulary.facts.get(person.participant.id or "", {})
            person.nation = facts.get("nationality") or ""
            person.gender = person.gender or facts.get("gender") or ""
        for token in range(member["start"], mention["start"]):
            learn(self, person, token)

    def _pronoun(self, clause: Clause, phrase: Phrase) -> list[Argument]:
        token = phrase["head"]
        word, tag = self.reading.lower[token], self.reading.tags[token]
        own = phrase["members"][0] if len(phrase["members"]) > 1 else phrase
        span = (own["start"], own["end"])
        if tag.startswith("PREL"):
            return [
                Argument(*span, a.participant, "pronoun", a.unnamed)
                for a in self.antecedent(clause)
            ]
        barred = self.barred(clause, phrase)
        sentence = clause["sentence"]
        people: tuple[Participant, ...] = ()
        if phrase["attribute_of"] >= 0 and tag == "PPER" and word in MASCULINE | FEMININE_OR_PLURAL:
            within = self._of_subject(clause, phrase)
            if within:
                return within
        if word in WHOSE:
            people = whose(self, clause, token, word)
            return [Argument(*span, p, "pronoun") for p in people] or [
                Argument(*span, None, "pronoun")
            ]
        matrix = of_matrix(self, clause, phrase) if word in ("er", "sie") else []
        if matrix:
            return [Argument(*span, a.participant, "pronoun", a.unnamed) for a in matrix]
        if word in SPEAKER:
            says = [Argument(*span, p, "pronoun") for p in speaker(self, clause)]
            # `wir hatten einen Reifenschaden`: whoever shares the car
            crew = self.with_crew(says) if word in WE else says
            return [Argument(*span, a.participant, "pronoun") for a in crew]
        if word.startswith(OF_TWO):
            people = pronouns.of_two(self.state, token, sentence, barred, word[0] == "l")
        elif word.startswith("beide"):
            people = pronouns.several(self.state, token, sentence, barred, 2)
        elif word in MASCULINE and (same := same_as_before(self, clause, word, barred)):
            people = same
        elif car := car_told_of(self, clause, phrase, barred):
            return [Argument(*span, p, "pronoun") for p in car]
        elif word in MASCULINE:
            people = pronouns.single(
                self.state, token, sentence, gender="m", clause=clause["index"], barred=barred,
                by_pronoun=True,
            )  # fmt: skip
        elif word in FEMININE_OR_PLURAL:
            if phrase["number"] != "sg":
                people = pronouns.several(self.state, token, sentence, barred)
            if phrase["number"] != "pl":
                one = pronouns.single(
                    self.state, token, sentence, gender="f", clause=clause["index"], barred=barred
                )
                people = pronouns.nearer(self.state, token, one, people)
        elif tag == "PDS" and word in ("der", "dieser", "diesen", "diesem", "den", "dem", "jener"):
            thing = stands_for(self.reading, clause, phrase) is not phrase
            if thing and clause["verb"] not in self.vocabulary.acting:
                # `lag auf Platz vier. Diesen verteidigte er`
                return []
            people = self._in_clause(clause, phrase) or pronouns.demonstrative(
                self.state, token, sentence, barred
            )
        elif tag == "PIS" and phrase["number"] == "pl":
            return [Argument(*span, None, "pronoun", unnamed=True)]
        else:
            return []
        if not people and word in NAMED_BEHIND:
            people = of_main_clause(self, clause, phrase)
        if not people:
            return [Argument(*span, None, "pronoun")] if word != "sie" else []
        return [Argument(*span, p, "pronoun") for p in people]

    def _in_clause(self, clause: Clause, phrase: Phrase) -> tuple[Participant, ...]:
        """Who stands before `diesen` in its clause: `Noch hinter A, griff B diesen an`."""
        subject = subject_of(self.reading, clause)
        if subject is None or subject.phrase is phrase or subject.clause is not clause:
            return ()
        found: tuple[Participant, ...] = ()
        for other in clause["phrases"]:
            named = self.reading.label_at(other["head"]) == "DRIVER"
            if named and other is not subject.phrase and other["end"] <= phrase["start"]:
                people = [a.participant for a in self.resolve(clause, other) if a.participant]
                found = tuple(people) if len(people) == 1 else found
        return found

    def _of_subject(self, clause: Clause, phrase: Phrase) -> list[Argument]:
        """A pronoun before a participle is the subject's: `A traf den vor ihm fahrenden B`."""
        subject = subject_of(self.reading, clause)
        if subject is None or subject.phrase["kind"] == "pronoun":
            return []
        inside = subject.phrase["start"] <= phrase["start"] < subject.phrase["end"]
        if inside or len(subject.phrase["members"]) != 1 or subject.clause is not clause:
            return []
        span = (phrase["start"], phrase["end"])
        people = self.resolve(clause, subject.phrase)
        return [Argument(*span, a.participant, "pronoun", a.unnamed) for a in people]

    def antecedent(self, clause: Clause) -> list[Argument]:
        """Whom the relative pronoun of a clause stands for."""
        for link in clause["links"]:
            if link["kind"] == "relative" and link["phrase"] >= 0:
                matrix = self.reading.clauses[link["clause"]]
                phrase = matrix["phrases"][link["phrase"]]
                phrase = relatives.seated(self.reading, matrix, phrase) or phrase
                found = relatives.nearest(
                    self.reading, clause, phrase, self.resolve(matrix, phrase)
                )
                if (
                    len(found) > 1
                    and len(phrase["members"]) > 1
                    and relatives.singular(self.reading, clause)
                    and not relatives.of_crew(self.reading, clause, phrase)
                ):
                    # `der Porsche von A und B, der ...`: not B alone
                    owner = self._owner(matrix, phrase)
                    return owner or relatives.last_unit(self.reading, found)
                return found
        return []

    def _owner(self, clause: Clause, phrase: Phrase) -> list[Argument]:
        """The car or team that a phrase with its people belongs to."""
        for other in clause["phrases"]:
            token = phrase["attribute_of"]
            if other is not phrase and other["start"] <= token < other["end"]:
                mention = self.reading.mention_of(other)
                if mention is None or mention["label"] in VEHICLES:
                    return self.resolve(clause, other)
        return []

    def from_context(
        self,
        slot: str,
        clause: Clause,
        barred: set[str],
        keys: frozenset[str] | set[str] = frozenset(),
    ) -> list[Argument]:
        """Somebody the clause does not name.

        Args:
            slot: `topic` (the last single subject), `rival` (who is passed or attacked), `passed`
                (by somebody else just now), `passer` and `victim` (of those known),
                `opponent` (theirs), `attacker` and `attacked` (of the last try), `both` (of a
                fight), `offender` (who ran into somebody last).
            clause: the clause with the gap.
            barred: keys of those who take part already.
            keys: keys of those in the other role.
        """
        behind = told_on.named_behind_colon(self, clause, barred) if slot == "topic" else []
        return behind or rivals.understood(self.reading, self.state, slot, clause, barred, keys)

    def drove_for(self, participant: Participant, keys: list[str], every: bool = False) -> bool:
        """Whether facts know somebody as a driver of one (or every one) of these teams or makes."""
        seats = self._seats(participant)
        return seats.issuperset(keys) if every else not seats.isdisjoint(keys)

    def drove_for_others(self, participant: Participant, keys: list[str]) -> bool:
        """Whether facts know somebody as a driver of other makes than the one asked for."""
        asked = {key for key in keys if key in self.vocabulary.facts}
        made = {key for key in self._seats(participant) if key in self.vocabulary.facts}
        return bool(asked and made) and asked.isdisjoint(made)

    def _seats(self, participant: Participant) -> set[str]:
        """Keys of teams and makes that somebody drives or drove for."""
        teams = self.teams(participant)
        facts = self.vocabulary.facts
        makes = {str(make) for t in teams if (make := facts.get(t, {}).get("manufacturer"))}
        return {same_for_team(team) for team in teams} | makes

    def teams(self, participant: Participant) -> set[str]:
        """Ids of the teams and makes that facts know somebody to drive or have driven for."""
        facts = self.vocabulary.facts.get(participant.id or "", {})
        entries = (*facts.get("teams", ()), *facts.get("drives", ()))
        return {entry["team"] for entry in entries if isinstance(entry, dict)}
