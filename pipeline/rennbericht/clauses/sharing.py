"""Whether a conjunct has the subject of the one before it."""

from __future__ import annotations

from .agreement import NOMINATIVE
from .draft import Draft
from .group import Group
from .groups import Grouper
from .kinds import RACING, label
from .model import Clause
from .predicate import Predicate, PredicateReader
from .subjects import SubjectFinder
from .tokens import Tokens
from .words import Words


class Sharing:
    """Tells whether the subject of a conjunct goes without saying.

    Args:
        words: word lists.
        predicates: tells which verbs build their perfect with `sein`.
        subjects: tells which phrases can only be subjects.
        grouper: tells which phrases name somebody.
    """

    def __init__(
        self,
        words: Words,
        predicates: PredicateReader,
        subjects: SubjectFinder,
        grouper: Grouper,
    ) -> None:
        self._words = words
        self._predicates = predicates
        self._subjects = subjects
        self._grouper = grouper

    def says_what(
        self, tokens: Tokens, draft: Draft, predicate: Predicate, subject: Group, earlier: Clause
    ) -> bool:
        """Whether a conjunct that begins with its copula says what the subject before is.

        `Wittmann wurde Sechster und ist damit neuer Tabellenführer`: its only nominative.
        """
        copula = predicate.verb in self._words.verbs["copula"] and predicate.infinitive is None
        opens = not draft.final and draft.elided is None and draft.items[0][0] == "F"
        if not copula or predicate.passive or not opens or earlier["subject"] < 0:
            return False
        named = tokens.label(subject.first.mention) in ("DRIVER", "PERSON", "TEAM", "CAR")
        return subject.first.kind == "np" and not named

    def shares(
        self,
        tokens: Tokens,
        draft: Draft,
        predicate: Predicate,
        subject: Group,
        groups: list[Group],
        earlier: Clause,
    ) -> bool:
        """Whether a conjunct has the subject of the one before, and what looks like it has not.

        A phrase that can only be nominative is a subject; any other one is an object where the
        form of the conjunct says that its subject is understood: it begins with its verb, or
        hangs with the first on one finite verb, or on one relative pronoun.
        """
        if draft.keeps_subject:
            return True
        if self._subjects.is_certain(subject):
            return False
        if draft.shared and draft.elided is None:
            if tokens.tags[draft.finite] == "VVFIN" and not draft.verbs:
                # stieg A aus und B ein
                return False
            # Vettel wurde Fünfter, seine Runde gestrichen: a passive has no object
            passive = predicate.passive == "event" and subject.first.definite
            return not passive and not self._acts_anew(tokens, draft, predicate, subject, groups)
        if draft.elided is not None:
            return False
        if not draft.final:
            if draft.items[0][0] != "F":
                return False
            if earlier["subject"] < 0 or not predicate.number:
                return True
            number = earlier["phrases"][earlier["subject"]]["number"]
            return not number or number[0] in predicate.number
        bare = sum(1 for g in groups if g.of < 0 and g.first.prep is None and g.first.kind == "np")
        if earlier["subject"] < 0:
            return False
        if self._object_opens(predicate, subject, groups):
            return True
        if bare > 1:
            return False
        if draft.kind == "relative" and earlier["phrases"][earlier["subject"]]["kind"] == "pronoun":
            return True
        if (
            not predicate.passive
            and predicate.verb in self._words.verbs["getting"]
            and not self._grouper.is_person(subject.first)
        ):
            # weil er stoppte und die Führung übernahm
            return True
        if predicate.passive or predicate.perfect or predicate.verb is None:
            return False
        if predicate.verb in self._words.verbs["acting-on"]:
            # als Bautista zu spät bremste und Rinaldi rammte: one name is the object
            return True
        intransitive = predicate.verb in self._words.verbs["copula"] or (
            self._predicates.takes_sein(predicate.verb)
        )
        pronoun = earlier["phrases"][earlier["subject"]]
        return pronoun["lemma"] in ("er", "sie") and not intransitive

    def _object_opens(self, predicate: Predicate, subject: Group, groups: list[Group]) -> bool:
        """Whether a verb-final conjunct opens with whom it befalls: nobody but who was told acts.

        `als Norris angriff und dem Spanier das Nachsehen gab`, `und Sainz Rang drei abjagte`.
        """
        verb = predicate.verb
        if predicate.passive or verb in self._words.verbs["copula"]:
            return False
        if any(self._words.is_a(verb, kind) for kind in ("dative-subject-thing", "place-subject")):
            return False
        objects = [g for g in groups if g.of < 0 and g.first.prep is None and g.first.kind == "np"]
        if len(objects) != 2:
            return False
        first, thing = objects
        if not self._grouper.is_named(first.first) or self._grouper.is_person(thing.first):
            return False
        if thing is subject:
            return not first.first.mask & NOMINATIVE
        takes = predicate.infinitive is None and self._words.is_a(verb, "taking-from")
        return first is subject and takes

    def _acts_anew(
        self,
        tokens: Tokens,
        draft: Draft,
        predicate: Predicate,
        subject: Group,
        groups: list[Group],
    ) -> bool:
        """Whether a name that opens a conjunct can only be who acts, by what its verb takes.

        `war A gestürzt, B ausgefallen`, `hatte A die Pole erobert, B den Start gewonnen`; but
        `hatte A überholt, B abgedrängt`.
        """
        first = next((chunk for _letter, _token, chunk in draft.items if chunk is not None), None)
        if predicate.infinitive is None and self._words.is_a(predicate.verb, "taking-from"):
            # musste nachgeben und Drudi den Vortritt lassen
            return False
        if first is not subject.first or label(tokens, subject.first) not in RACING:
            return False
        going = tokens.lemmas[draft.finite].lower() == "sein" and not predicate.passive
        if predicate.passive == "event" or going:
            return True
        bare = [g for g in groups if g is not subject and g.of < 0 and g.first.prep is None]
        return any(
            g.first.kind == "np" and g.first.start < g.first.head and not label(tokens, g.first)
            for g in bare
        )
