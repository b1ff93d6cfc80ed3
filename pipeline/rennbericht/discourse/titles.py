"""Champions: `der Weltmeister`, `der DTM-Champion von 2017`, `der zweimalige Meister`.

Facts know who won which title when; of those whom the text has named of late it is one of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..clauses.model import Clause, Member, Phrase
from ..german.numerals import cardinal
from . import pronouns
from .kinds import is_plural
from .people import Participant, Person
from .ties import known

if TYPE_CHECKING:
    from ..entities.model import Mention
    from .reading import Reading
    from .references import Resolver
    from .state import RaceState
    from .vocabulary import Vocabulary

#: so many sentences back a champion was named of late
NEAR = 3
#: so many tokens behind the noun its year stands: `der Champion des Jahres 2017`
YEAR_WITHIN = 3
#: digits of a year
YEAR = 4
#: an adjective that counts
COUNTING = re.compile(r"(.*?-?)(?:malige|fache)[nrsm]?")
#: roles that hold for a whole text, so a name told later tells whom the noun meant
LASTING = frozenset({"pole", "standings_leader", "title_holder"})


def champion(
    resolver: Resolver, clause: Clause, phrase: Phrase, member: Member, barred: set[str]
) -> tuple[Participant, ...]:
    """The holder of a title whom a noun stands for, where facts know one; nobody otherwise.

    Args:
        resolver: what was told so far.
        clause: the clause.
        phrase: the phrase of the noun.
        member: the noun's own part of it.
        barred: keys of who cannot be meant.
    """
    lemma = member["lemma"].lower()
    nouns = tuple(resolver.vocabulary.words["champion-noun"])
    if not lemma.endswith(nouns) or resolver.vocabulary.noun(lemma).role == "runner_up":
        return ()
    if not phrase["definite"] or is_plural(phrase):
        return ()
    reading, before = resolver.reading, phrase["start"]
    year, count = _year(reading, member), _count(reading, member)
    titled = [
        person
        for person in resolver.state.roster.recent(before)
        if person.participant.key not in barred and _fits(resolver, person, year, count)
    ]
    if lemma.startswith(tuple(resolver.vocabulary.words["most-start"])):
        # `der Rekordweltmeister`: who has won most
        titled = sorted(titled, key=lambda person: -_most(resolver, person))[:1]
    if year:
        return tuple(person.participant for person in titled[:1])
    opening = reading.sentences[max(0, clause["sentence"] - NEAR)][0]
    topic = pronouns.single(
        resolver.state, before, clause["sentence"], gender="m", clause=clause["index"],
        barred=barred,
    )  # fmt: skip
    if any(person.participant in topic for person in titled):
        return topic
    return tuple(p.participant for p in titled if p.last_before(before) >= opening)[:1]


def _year(reading: Reading, member: Member) -> int:
    """The year behind the noun: `der Champion von 2017`, `der Meister 2019`; else 0."""
    for word in reading.words[member["head"] + 1 : member["head"] + 1 + YEAR_WITHIN]:
        if len(word) == YEAR and word.isdigit():
            return int(word)
    return 0


def _count(reading: Reading, member: Member) -> int:
    """How many titles the noun tells of: `der zweimalige Weltmeister`, `der 7-fache`; else 1."""
    for token in range(member["start"], member["head"]):
        found = COUNTING.fullmatch(reading.lower[token])
        if found:
            return int(cardinal(found[1].removesuffix("-")) or 1)
    return 1


def counted(word: str) -> bool:
    """Whether a lower-case adjective counts what somebody has won: `fünffache`, `zweimaliger`."""
    return COUNTING.fullmatch(word) is not None


def _fits(resolver: Resolver, person: Person, year: int, count: int) -> bool:
    """Whether somebody has won so many titles of one series, or one in that year."""
    return any(year in years if year else len(years) >= count for years in _won(resolver, person))


def _won(resolver: Resolver, person: Person) -> list[list[int]]:
    """The years in which somebody has won, series by series."""
    facts = resolver.vocabulary.facts.get(person.participant.id or "", {})
    return [title["years"] for title in facts.get("titles", ())]


def _most(resolver: Resolver, person: Person) -> int:
    """How often somebody has won the title that he has won most."""
    return max((len(years) for years in _won(resolver, person)), default=0)


def learn_called(
    reading: Reading, vocabulary: Vocabulary, state: RaceState, mention: Mention
) -> None:
    """Note whom the text calls `Polesitter Auer`, for what it tells before that.

    Args:
        reading: the document.
        vocabulary: nouns by role.
        state: its roster learns of it.
        mention: somebody's name.
    """
    at = mention["start"] - 1
    key = lasting(vocabulary, reading.lemmas_lower[at]) if at >= 0 else ""
    person = known(state, mention) if key else None
    if person is not None:
        bearers = state.roster.called.setdefault(key, [])
        if person.participant not in bearers:
            bearers.append(person.participant)


def called_later(resolver: Resolver, lemma: str, barred: set[str]) -> tuple[Participant, ...]:
    """`Der Polesitter` of a text that calls only one so, if later: `Polesitter Auer`."""
    key = lasting(resolver.vocabulary, lemma)
    bearers = resolver.state.ahead.called.get(key, ()) if key else ()
    return tuple(p for p in bearers if len(bearers) == 1 and p.key not in barred)


def lasting(vocabulary: Vocabulary, lemma: str) -> str:
    """The role that a noun tells of the whole text; of titles the noun itself; else nothing."""
    role = vocabulary.noun(lemma).role
    if role not in LASTING:
        return ""
    return lemma.rsplit("-", 1)[-1] if role == "title_holder" else role
