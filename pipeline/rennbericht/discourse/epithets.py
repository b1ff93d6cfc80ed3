"""Nouns by which the text goes on calling somebody: `Rookie Bearman ...`, later `der Rookie`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.model import Clause, Member, Phrase
from .inhabitants import is_inhabitant
from .kinds import is_plural
from .people import Argument, Participant
from .vocabulary import Vocabulary

if TYPE_CHECKING:
    from .references import Resolver

#: roles of an earlier time, by which the text varies the name (`der Ex-Weltmeister`)
EPITHETS = frozenset({"title_holder", "runner_up", "winner", "standings_leader"})
#: classes of nouns that say the same of somebody: `Rookie` and `Neuling`
SAME = ("newcomer-noun", "veteran-noun", "local-noun", "champion-noun", "past-winner-noun")
#: tags of nouns, which the tagger may take for names (`Hotelier`)
NOUNS = frozenset({"NN", "NE"})
#: articles of one
SINGULAR = frozenset({"der", "dem", "des", "vom", "am", "im"})


def kinds_of(words: Vocabulary, noun: str) -> list[str]:
    """The classes of a lower-case noun, by which it may stand for whom others of them named."""
    tail = noun.rsplit("-", 1)[-1]
    found = [kind for kind in SAME if noun in words.words[kind] or tail in words.words[kind]]
    return found if not noun.startswith(tuple(words.words["former-start"])) else []


def mean(epithets: dict[str, tuple[Participant, ...]], kind: str, person: Participant) -> None:
    """Note that a class of nouns means somebody; two of them make it nobody."""
    known = epithets.get(kind, (person,))
    epithets[kind] = known if person in known else (*known, person)


def means(
    epithets: dict[str, tuple[Participant, ...]], words: Vocabulary, noun: str
) -> tuple[Participant, ...]:
    """The only one whom a noun means: it or another of its class was told of him."""
    for kind in kinds_of(words, noun):
        if len(epithets.get(kind, ())) == 1:
            return epithets[kind]
    return ()


def learn_epithet(resolver: Resolver, phrase: Phrase, found: list[Argument]) -> None:
    """`Titelverteidiger Verstappen`, `die Lokalmatadore A und B`: whom the noun means from here."""
    if not phrase["members"] or not found:
        return
    plural = phrase["number"] == "pl" and phrase["definite"] and _of_all(resolver, phrase)
    for index, member in enumerate(phrase["members"]):
        own = [a for a in found if member["start"] <= a.start < member["end"]]
        own = found if not index and plural else own
        if own and resolver.reading.label_at(own[0].start) == "DRIVER":
            people = tuple(a.participant for a in own if a.participant is not None)
            before = range(member["start"], own[0].start)
            learn_called(resolver, before, people, plural and not index)


def _of_all(resolver: Resolver, phrase: Phrase) -> bool:
    """Whether the noun before the first name is everybody's: `die Rookies A und B`.

    Not that of `der Rookie A und Routinier B`, nor of `Rookie A und sein Kollege B`.
    """
    reading, first = resolver.reading, phrase["start"] + (phrase["prep"] is not None)
    if reading.tags[first] in ("ART", "PPOSAT", "PDAT"):
        return reading.lower[first] not in SINGULAR
    others = [member["start"] for member in phrase["members"][1:]]
    return all(reading.label_at(start) == "DRIVER" for start in others)


def learn_called(
    resolver: Resolver, before: range, people: tuple[Participant, ...], plural: bool
) -> None:
    """Take the nouns before a name for what its bearer is called from here."""
    words = resolver.vocabulary
    anybody = tuple(words.words["anybody-noun"])
    for token in before:
        noun = resolver.reading.lemmas_lower[token]
        tail = noun.rsplit("-", 1)[-1]
        known = noun in words.roles or noun in words.person_nouns
        if not known and (tail in words.roles or tail in words.person_nouns):
            noun = tail
        role = words.roles.get(noun)
        epithet = role in EPITHETS or role == "teammate" or noun in words.person_nouns
        # `der Tabellenzweite A`, `Hotelier B`: whatever stands right before the name
        beside = token == before[-1] and _new_noun(resolver, token, noun)
        if (epithet or beside) and not noun.endswith(anybody):
            resolver.state.epithets[noun] = people if plural else people[:1]
            for kind in kinds_of(words, noun) if not plural else ():
                mean(resolver.state.epithets, kind, people[0])
            if words.roles.get(noun) == "standings_leader":
                # `WM-Leader Wehrlein`, later `der Tabellenführer`
                resolver.state.holders.setdefault("standings_leader", people[:1])


def _new_noun(resolver: Resolver, token: int, noun: str) -> bool:
    """Whether a noun is none by which people are known anyhow, as by nation or town."""
    words, reading = resolver.vocabulary, resolver.reading
    if reading.tags[token] not in NOUNS or words.noun(noun).describes():
        return False
    return not is_inhabitant(words, reading.words[token])


def called(
    resolver: Resolver, clause: Clause, phrase: Phrase, member: Member
) -> tuple[Participant, ...]:
    """Whom the text has called so: `der Hotelier`, behind `Hotelier Plattner`."""
    if not phrase["definite"] or resolver.reading.tags[member["head"]] not in NOUNS:
        return ()
    found = resolver.state.epithets.get(member["lemma"].lower(), ())
    if len(found) != 1 or is_plural(phrase):
        return ()
    return found if found[0].key not in resolver.barred(clause, phrase) else ()
