"""People named by a noun: role, nationality, origin, age, team-mate, crew, car.

`der Polesitter`, `der Brasilianer`, `der Berliner`, `der 23-Jährige`, `sein Teamkollege`,
`das Duo`, `der Mann aus Homestead`, `das Schwesterauto`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.model import Clause, Member, Phrase
from ..entities.model import Mention
from . import pronouns
from .appositions import AGE
from .compounds import siblings
from .crew_nouns import and_company, by_car, crew_noun, unlisted_team
from .described import described
from .epithets import called
from .inhabitants import inhabitant, is_inhabitant, of_home
from .kinds import is_plural, of_kind
from .lineups import past_bracket
from .numbered import by_start_number
from .owners import owners
from .people import Argument, Participant
from .several_cars import each_his_own
from .team_nouns import team_spoken_of
from .ties import VEHICLES, known
from .vehicle_nouns import aboard, indefinite

if TYPE_CHECKING:
    from .references import Resolver

#: numbers that stand for so many people, behind these words
COUNTED = {"zwei": 2, "drei": 3, "vier": 4, "fünf": 5}
COUNTING = frozenset({"die", "den", "der", "alle", "allen", "aller", "diese", "diesen", "dieser"})


def by_noun(
    resolver: Resolver, clause: Clause, phrase: Phrase, member: Member, mention: Mention | None
) -> list[Argument]:
    """Whom a phrase headed by a common noun stands for; empty where no participant.

    Args:
        resolver: what was told so far.
        clause: the clause.
        phrase: the phrase.
        member: the conjunct of it that the noun heads.
        mention: what the noun is in, as a start number or a class.
    """
    reading, head, lemma = resolver.reading, member["head"], member["lemma"].lower()
    one = phrase["definite"] and not is_plural(phrase)
    if lemma in resolver.vocabulary.words["and-company"] or reading.words[head] == "Co":
        return and_company(resolver, phrase, member)
    if mention is not None and mention["label"] == "NUMBER":
        return by_start_number(resolver, clause, phrase, member, mention)
    if mention is not None and mention["label"] == "CLASS" and one:
        # `der einzige LMP2 kam mit A, B und C ins Ziel`
        span = (member["start"], member["end"])
        if indefinite(resolver, member) and not owners(resolver, clause, phrase, member):
            # `der Ferrari mit der 51 kollidierte mit einem LMP2`
            return [Argument(*span, None, "car", unnamed=True)]
        return [Argument(*span, p, "car") for p in aboard(resolver, clause, phrase, member)]
    if mention is not None and mention["label"] == "CLASS" and phrase["definite"]:
        # `die beiden LMP2 von A und B kollidierten`
        return each_his_own(resolver, clause, member, "car")
    numbered = by_car(resolver, clause, phrase, member, lemma) if mention is None else []
    if numbered:
        return numbered
    if lemma in COUNTED and head and reading.lower[head - 1] in COUNTING:
        return _counted(resolver, clause, phrase, member)
    apposed = _apposed(resolver, clause, member) if one else []
    if apposed:
        return apposed
    noun = resolver.vocabulary.noun(lemma)
    if not noun.describes():
        # `Stallgefährte` is not the plural of `Stallgefährt`
        lemma = reading.lower[head]
        noun = resolver.vocabulary.noun(lemma)
    if mention is None and not one and "-" in lemma and noun.size is not None:
        team = unlisted_team(resolver, clause, phrase, member, noun.size)
        if team:
            return team
    age = AGE.match(reading.words[head]) if reading.words[head][0].isdigit() else None
    first, _, last = lemma.rpartition("-")
    kin = siblings(resolver, phrase, member, first, last) if first and mention is None else []
    if kin:
        return kin
    group = lemma.rsplit("-", 1)[-1] in resolver.vocabulary.words["crew-group"]
    told = crew_noun(resolver, clause, phrase, member) if group else []
    if told:
        return told
    if age or noun.describes():
        return described(resolver, clause, phrase, member, lemma, age[1] if age else "")
    if group:
        return team_spoken_of(resolver, clause, phrase, member)
    word = reading.words[head]
    if phrase["definite"] and (
        is_inhabitant(resolver.vocabulary, word) or of_home(reading.homes, word)
    ):
        return _inhabitant(resolver, clause, phrase, member)
    so_called = called(resolver, clause, phrase, member)
    if so_called:
        return [Argument(member["start"], member["end"], p, "role") for p in so_called]
    if reading.tags[head] == "NE" and mention is None:
        # `Masuokas Pajero`: a car that no list holds
        owner = _genitive(resolver, clause, head)
        return [Argument(member["start"], member["end"], p, "car") for p in owner]
    return []


def _counted(resolver: Resolver, clause: Clause, phrase: Phrase, member: Member) -> list[Argument]:
    """`für alle drei`, `die drei`: so many as the text told of last."""
    barred, size = resolver.barred(clause, phrase), COUNTED[member["lemma"].lower()]
    people = pronouns.several(resolver.state, phrase["start"], clause["sentence"], barred, size)
    return [Argument(member["start"], member["end"], p, "crew") for p in people]


def _inhabitant(
    resolver: Resolver, clause: Clause, phrase: Phrase, member: Member
) -> list[Argument]:
    """`der Berliner`: the latest of that town, but nobody whom the sentence names only later."""
    barred = resolver.barred(clause, phrase) | resolver.named_later(clause, phrase)
    span = (member["start"], member["end"])
    place = inhabitant(resolver.vocabulary, resolver.reading.words[member["head"]])
    return of_kind(resolver, clause, phrase, span, "origin", place, barred)


def _genitive(resolver: Resolver, clause: Clause, head: int) -> list[Participant]:
    """The driver whose name stands in the genitive right before a word."""
    for other in clause["phrases"]:
        before = other["end"] == head and other["attribute_of"] == head and other["prep"] is None
        if before and resolver.reading.label_at(other["head"]) == "DRIVER":
            found = resolver.resolve(clause, other)
            return [a.participant for a in found if a.participant is not None]
    return []


def _apposed(resolver: Resolver, clause: Clause, member: Member) -> list[Argument]:
    """Who is named behind a comma: `den Führenden der WRC2, Lars Nierhoff aus Bitburg, traf es`.

    A car may stand there as well: `der Titelverteidiger, der Ferrari von A und B, schied aus`.
    """
    reading = resolver.reading
    if reading.words[member["head"]][0].islower():
        return []
    words, end, starts = reading.words, member["end"], [member["end"]]
    comma = end < len(words) and words[end] == ","
    for other in clause["phrases"]:
        start = other["start"]
        if start == end and len(starts) < 2 and other["members"]:
            starts = [other["members"][0]["end"], end]
        elif comma and start == end + 1 and other["prep"] is None and other["definite"]:
            car = reading.mention_of(other)
            if car is not None and car["label"] in VEHICLES:
                return resolver.resolve(clause, other)
    for start in starts:
        if start + 1 >= len(words) or words[start] != ",":
            continue
        at = reading.mention_at[start + 1]
        mention = reading.mentions[at] if at >= 0 else None
        if mention is None or mention["label"] != "DRIVER":
            continue
        end = mention["end"]
        after = words[end : end + 1]
        # `das Auto von A (FR), B (CH) und C`: a list, whatever stands in brackets
        behind = past_bracket(reading, end)
        listed = words[behind : behind + 1] == ["und"] or (
            words[behind : behind + 1] == [","]
            and reading.tags[behind + 1 : behind + 2] in (["NE"], ["ART"], ["KON"])
        )
        if after in (["aus"], ["("], [","]) and not listed:
            person = known(resolver.state, mention)
            if person is not None:
                return [Argument(mention["start"], end, person.participant, "name")]
    return []
