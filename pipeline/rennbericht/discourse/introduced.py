"""Who a noun means by a name before the verb: `Mit Rast schied der Titelverteidiger aus`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.model import Clause, Phrase
from .epithets import learn_called
from .inhabitants import is_inhabitant
from .kinds import learn
from .opponents import OPPOSED
from .people import Argument, Participant
from .slots import is_subject
from .vocabulary import by_tail

if TYPE_CHECKING:
    from .references import Resolver

#: roles of somebody beside another, so never of him who is named with `mit`
ANOTHER = OPPOSED | {"teammate", "relative"}


def with_name(resolver: Resolver, clause: Clause, phrase: Phrase) -> list[Argument]:
    """Whom the subject of a clause means that opens with `mit` and a name; empty elsewhere.

    `Mit Foster und Carrick standen die Vorjahressieger auf Pole`, `Mit Rast gewann ein Audi-Pilot`.
    """
    if not is_subject(clause, phrase):
        return []
    if clause["verb"] in resolver.vocabulary.words["naming-verb"]:
        return _named(resolver, clause, phrase)
    reading, words = resolver.reading, resolver.vocabulary
    opening = _with(clause, phrase)
    if opening is None or len(phrase["members"]) != 1:
        return []
    if clause["verb"] in words.clashing or clause["verb"] in words.steering or clause["reflexive"]:
        return []
    if opening["field"] == "prefield" and not reading.tags[opening["end"]].startswith("V"):
        return []
    if not _describes(resolver, phrase):
        return []
    if reading.lower[phrase["start"] - 1] in words.words["adding"]:
        # `Mit A schied auch der Polesetter aus`
        return []
    for member in opening["members"]:
        at = member["mention"]
        if at < 0 or reading.mentions[at]["label"] != "DRIVER":
            return []
        before = reading.lemmas_lower[member["start"] : reading.mentions[at]["start"]]
        if any(words.roles.get(lemma) in ANOTHER for lemma in before):
            # `Mit Teamkollege A gewann der Routinier`
            return []
    people = [a.participant for a in resolver.resolve(clause, opening) if a.participant is not None]
    several = phrase["number"] == "pl"
    if (len(people) > 1) != several or not people:
        return []
    _learn(resolver, phrase, people)
    return [Argument(phrase["start"], phrase["end"], person, "role") for person in people]


def _with(clause: Clause, phrase: Phrase) -> Phrase | None:
    """`Mit A` that opens the clause, or stands right before: `Dahinter lag mit A ein Rookie`."""
    for other in clause["phrases"]:
        before = other["end"] == phrase["start"] and not phrase["definite"]
        if other["prep"] == "mit" and (before or other["field"] == "prefield"):
            return other if before or other is clause["phrases"][0] else None
    return None


def _named(resolver: Resolver, clause: Clause, phrase: Phrase) -> list[Argument]:
    """`Der Pechvogel des Tages hieß Auer`, `Der Polesitter war Rast`: whom the predicate names."""
    if len(phrase["members"]) != 1 or not phrase["definite"] or not _describes(resolver, phrase):
        return []
    if resolver.reading.label_at(phrase["head"]) == "DRIVER":
        return []
    for other in clause["phrases"]:
        named = other["prep"] is None and other["attribute_of"] < 0 and other is not phrase
        if named and resolver.reading.label_at(other["head"]) == "DRIVER":
            people = [a.participant for a in resolver.resolve(clause, other) if a.participant]
            if people and (len(people) > 1) == (phrase["number"] == "pl"):
                _learn(resolver, phrase, people)
                return [Argument(phrase["start"], phrase["end"], one, "role") for one in people]
    return []


def _describes(resolver: Resolver, phrase: Phrase) -> bool:
    """Whether the subject is a noun for people: by role, nation, place, make."""
    reading, words = resolver.reading, resolver.vocabulary
    mention = reading.mention_of(phrase)
    if mention is not None:
        head = mention["parts"].get("head", "").lower()
        return bool(head) and by_tail(head, words.person_nouns) is not None
    noun = words.noun(phrase["lemma"].lower())
    if noun.role in ANOTHER:
        return False
    if noun.role is not None or noun.size is not None or noun.country is not None:
        return True
    return phrase["definite"] and is_inhabitant(words, reading.words[phrase["head"]])


def _learn(resolver: Resolver, phrase: Phrase, people: list[Participant]) -> None:
    """From here the noun means them: `Mit A gingen die Titelverteidiger an den Start`."""
    head = phrase["members"][0]["head"]
    learn_called(resolver, range(head, head + 1), tuple(people), len(people) > 1)
    for person in people:
        known = resolver.state.roster.people.get(person.key)
        if known is not None:
            learn(resolver, known, head)
