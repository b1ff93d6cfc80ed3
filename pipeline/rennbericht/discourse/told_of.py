"""What the text tells of somebody by a noun that is no apposition before the name.

`A, der Titelverteidiger,`, `A reiste als Titelverteidiger an`, `A ist der Meister des Vorjahres`,
`A gab sein Debüt`: from there `der Titelverteidiger`, `der Debütant` is he.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.model import Clause, Phrase
from ..contract.slug import fold
from ..entities.model import Mention
from .appositions import is_age
from .epithets import kinds_of, learn_called, mean
from .people import Participant, Person
from .slots import subject_of

if TYPE_CHECKING:
    from .references import Resolver

#: tags of what may stand between a comma and the noun, and how many
BETWEEN = frozenset({"ART", "ADJA", "ADV", "PIAT"})
REACH = 4
#: what may follow a noun in apposition, so that it is no other's: `A, Meister des Vorjahres`
GOING_ON = frozenset(
    {",", ")", ".", ";", "–", "/", "der", "des", "dieser", "von", "vom"}
    | {"in", "im", "und", "auf", "mit", "seit"}
)
#: so many tokens behind the noun the season stands
SEASON = 4
#: who may be meant by a noun in the predicate
NAMING = frozenset({"np", "pronoun"})


def learn_behind(resolver: Resolver, mention: Mention, person: Participant) -> None:
    """`Rehwald, der Titelverteidiger, ...`, `Rehwald (Rookie)`, `Rehwald, Sieger des Vorjahres`.

    Args:
        resolver: its state learns of it.
        mention: the name.
        person: whose name it is.
    """
    reading, token = resolver.reading, mention["end"]
    size = len(reading.words)
    if token >= size or reading.words[token] not in ",(":
        return
    token += 1
    last = min(token + REACH, size - 1)
    while token < last and reading.tags[token] in BETWEEN:
        token += 1
    alone = token + 1 < size and reading.mention_at[token] < 0
    if alone and reading.words[token + 1] in GOING_ON:
        _learn(resolver, token, person)


def learn_of_subject(resolver: Resolver, clause: Clause, phrase: Phrase) -> None:
    """`A kam als Titelverteidiger`, `A ist der Meister`: of whom the clause says so.

    Args:
        resolver: its state learns of it.
        clause: the clause.
        phrase: the phrase with the noun.
    """
    if clause["negation"] >= 0 or len(phrase["members"]) != 1:
        return
    _learn_home(resolver, clause, phrase)
    _learn_years(resolver, clause, phrase)
    if phrase["number"] == "pl":
        return
    head = phrase["head"]
    noun = resolver.reading.lemmas_lower[head]
    if noun in resolver.vocabulary.words["debut-noun"] or _first(resolver, phrase):
        # `A gab sein Debüt`, `Für A war es das erste Rennen in der Serie`
        people = _subject(resolver, clause, phrase)
        if len(people) == 1:
            mean(resolver.state.epithets, "newcomer-noun", people[0])
    as_what = phrase["prep"] == "als" and not phrase["definite"]
    named = phrase["prep"] is None and clause["verb"] in resolver.vocabulary.words["naming-verb"]
    if not (as_what or named) or not _tells(resolver, noun):
        return
    saying = _said_to_be if as_what else _subject
    people = saying(resolver, clause, phrase)
    if len(people) == 1:
        _learn(resolver, head, people[0])


def last_year(resolver: Resolver, start: int, end: int) -> bool:
    """Whether words tell of the season before: `im Vorjahr`, `des vergangenen Jahres`."""
    words, lemmas = resolver.vocabulary.words, resolver.reading.lemmas_lower
    for token in range(start, end):
        if lemmas[token] in words["last-year"]:
            return True
        before = lemmas[token - 1] if token else ""
        if lemmas[token] in words["year-noun"] and before in words["last-adjective"]:
            return True
    return False


def _tells(resolver: Resolver, noun: str) -> bool:
    """Whether a noun says what somebody is known as, beyond a driver."""
    words = resolver.vocabulary
    if noun.endswith(tuple(words.words["anybody-noun"])):
        return False
    leads = words.noun(noun).role == "standings_leader"
    return leads or bool(kinds_of(words, noun)) or noun in words.person_nouns


def _learn(resolver: Resolver, token: int, person: Participant) -> None:
    """From here the noun means him; a year behind it tells of another time."""
    reading = resolver.reading
    noun = reading.lemmas_lower[token]
    behind = reading.words[token + 1 : token + 1 + SEASON]
    if any(len(word) == 4 and word.isdigit() for word in behind):
        return
    if resolver.vocabulary.roles.get(noun) == "winner":
        end = min(token + 1 + SEASON, len(reading.words))
        if last_year(resolver, token + 1, end):
            mean(resolver.state.epithets, "past-winner-noun", person)
    elif _tells(resolver, noun):
        learn_called(resolver, range(token, token + 1), (person,), False)


def _learn_home(resolver: Resolver, clause: Clause, phrase: Phrase) -> None:
    """`Rehwald stammt aus Kempten`; but `kommt aus Kurve drei`."""
    reading = resolver.reading
    verbs = resolver.vocabulary.words["descent-verb"]
    if phrase["prep"] != "aus" or clause["verb"] not in verbs or phrase["end"] < 2:
        return
    place = phrase["head"]
    if place != phrase["start"] + 1 or reading.tags[place] != "NE":
        return
    if reading.label_at(place) in ("", "PLACE", "TRACK"):
        for person in _persons(resolver, _subject(resolver, clause, phrase)):
            person.origins.add(fold(reading.words[place]))


def _learn_years(resolver: Resolver, clause: Clause, phrase: Phrase) -> None:
    """`Rehwald ist erst 24 Jahre alt`, `Rehwald ist mit 44 Jahren der Älteste`."""
    reading, head = resolver.reading, phrase["head"]
    if clause["verb"] != "sein" or reading.lemmas_lower[head] != "jahr" or not head:
        return
    figure = reading.words[head - 1]
    old = reading.lower[head + 1 : head + 2] == ["alt"] or phrase["prep"] == "mit"
    if old and is_age(figure):
        for person in _persons(resolver, _subject(resolver, clause, phrase)):
            person.age = person.age or int(figure)


def _persons(resolver: Resolver, people: list[Participant]) -> list[Person]:
    """What is known of the only one of these; of several it tells nothing."""
    return resolver.state.roster.known(people) if len(people) == 1 else []


def _first(resolver: Resolver, phrase: Phrase) -> bool:
    """`das erste Rennen in der Serie`, `sein erster Start im GT3`: where it says in what."""
    reading, end = resolver.reading, phrase["end"]
    if reading.lemmas_lower[phrase["head"]] not in resolver.vocabulary.words["first-race-noun"]:
        return False
    first = "erst" in reading.lemmas_lower[phrase["start"] : phrase["head"]]
    return first and reading.lower[end : end + 1] in (["in"], ["im"], ["auf"])


def _said_to_be(resolver: Resolver, clause: Clause, phrase: Phrase) -> list[Participant]:
    """Of whom `als Titelverteidiger` is said: who is named right before, else the subject."""
    reading, start = resolver.reading, phrase["start"]
    if clause["verb"] in resolver.vocabulary.words["replacing-verb"]:
        # `A löste B als Tabellenführer ab`
        return []
    for other in clause["phrases"]:
        if other["end"] == start and reading.label_at(other["end"] - 1) == "DRIVER":
            return _people(resolver, clause, other)
    return _subject(resolver, clause, phrase)


def _subject(resolver: Resolver, clause: Clause, phrase: Phrase) -> list[Participant]:
    """The subject, where it is a person, else whom `für` names: `Für A war es neu`."""
    subject = subject_of(resolver.reading, clause)
    if subject is not None and subject.phrase is not phrase:
        named = resolver.reading.label_at(subject.phrase["head"]) == "DRIVER"
        if named or subject.phrase["kind"] == "pronoun":
            found = _people(resolver, subject.clause, subject.phrase)
            if found:
                return found
    for other in clause["phrases"]:
        if other["prep"] == "für" and resolver.reading.label_at(other["head"]) == "DRIVER":
            return _people(resolver, clause, other)
    return []


def _people(resolver: Resolver, clause: Clause, phrase: Phrase) -> list[Participant]:
    found = [a.participant for a in resolver.resolve(clause, phrase) if a.participant is not None]
    return [person for person in found if person.label == "DRIVER"]
