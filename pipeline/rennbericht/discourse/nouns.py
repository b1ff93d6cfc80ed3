"""People named by a noun: role, nationality, origin, age, team-mate, crew, car.

`der Polesitter`, `der Brasilianer`, `der Berliner`, `der 23-Jährige`, `sein Teamkollege`,
`das Duo`, `der Mann aus Homestead`, `das Schwesterauto`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.model import Clause, Member, Phrase
from ..contract.slug import fold
from ..entities.model import Mention
from . import pronouns
from .inhabitants import is_inhabitant
from .kinds import AGE, is_plural, learn_age, may_be, of_kind, place_of_origin, told_nation
from .owners import owners, possessive
from .people import Argument, Participant
from .start_numbers import by_number, number_of, told_number
from .ties import VEHICLES, known, number_key, vehicle_keys
from .vehicles import aboard, vehicle_noun

if TYPE_CHECKING:
    from .references import Resolver

#: roles of an earlier time, by which the text varies the name (`der Ex-Weltmeister`)
EPITHETS = frozenset({"title_holder", "winner", "standings_leader"})
#: nouns that may mean whoever is spoken of
ANYBODY = ("pilot", "pilotin", "fahrer", "fahrerin", "mann", "duo", "trio", "quartett", "paarung")
#: numbers that stand for so many people, behind these words
COUNTED = {"zwei": 2, "drei": 3, "vier": 4, "fünf": 5}
COUNTING = frozenset({"die", "den", "der", "alle", "allen", "aller", "diese", "diesen", "dieser"})
#: so many tokens may stand between a crew and the one it is named by
NAMING = 5
#: tags of determiners that, where not definite, bring up somebody new (`einen`, `mehrere`)
INDEFINITE = frozenset({"ART", "PIAT"})


def by_noun(
    resolver: Resolver, clause: Clause, phrase: Phrase, member: Member, mention: Mention | None
) -> list[Argument]:
    """Whom a phrase headed by a common noun stands for; empty where no participant."""
    reading, state, words = resolver.reading, resolver.state, resolver.vocabulary
    head, lemma = member["head"], member["lemma"].lower()
    span = (member["start"], member["end"])
    token, sentence = phrase["start"], clause["sentence"]
    plural = is_plural(phrase)

    if mention is not None and mention["label"] == "NUMBER":
        own = owners(resolver, clause, phrase, member)
        if own:
            # `unsere Nummer 8 mit A und B`
            resolver.spelled_out.add(span)
            return [Argument(*span, p, "car") for p in own]
        keys = [number_key(mention)]
        crew = state.roster.crew(keys, token) or state.ahead.only_crew(keys)
        if crew:
            return [Argument(*span, p.participant, "car") for p in crew]
        at = reading.mention_at[span[1]] if span[1] < len(reading.words) else -1
        if at >= 0 and reading.mentions[at]["label"] in VEHICLES:
            # `der #8 Toyota`
            car = reading.mentions[at]
            name = f"{reading.span_text(car['start'], car['end'])} #{number_of(mention)}"
            return [Argument(*span, Participant(car["label"], None, name), "car")]
        if not phrase["definite"] or (plural and len(phrase["members"]) < 2):
            return []
        return [Argument(*span, by_number(reading, mention), "name")]

    if mention is not None and mention["label"] == "CLASS" and phrase["definite"] and not plural:
        # `der einzige LMP2 kam mit A, B und C ins Ziel`
        return [Argument(*span, p, "car") for p in aboard(resolver, clause, phrase, member)]

    if lemma in COUNTED and head and reading.lower[head - 1] in COUNTING:
        # `für alle drei`, `die drei`
        barred = resolver.barred(clause, phrase)
        people = pronouns.several(state, token, sentence, barred, COUNTED[lemma])
        return [Argument(*span, p, "crew") for p in people]
    apposed = _apposed(resolver, clause, member) if phrase["definite"] and not plural else []
    if apposed:
        return apposed
    role, size, country, vehicle = words.noun(lemma)
    age = AGE.match(reading.words[head]) if reading.words[head][0].isdigit() else None
    named = role is not None or size is not None or country is not None or age or vehicle
    if not named and not (
        phrase["definite"] and is_inhabitant(resolver.vocabulary, reading.words[head])
    ):
        # `Masuokas Pajero`: a car that no list holds
        unknown = reading.tags[head] == "NE" and mention is None
        owner = _genitive(resolver, clause, head) if unknown else []
        return [Argument(*span, p, "car") for p in owner]
    if role == "relative":
        return []
    barred = resolver.barred(clause, phrase)
    called = state.epithets.get(lemma) or state.epithets.get(lemma.rsplit("-", 1)[-1], ())
    called = called if phrase["definite"] else ()
    if called and (len(called) > 1) == plural and not {p.key for p in called} & barred:
        return [Argument(*span, p, "role") for p in called]
    nation = told_nation(resolver, member["start"], head)
    if nation and size is not None and size < 2 and not plural and phrase["definite"]:
        # `der finnische Rookie`
        barred |= resolver.named_later(clause, phrase)
        return of_kind(resolver, clause, phrase, span, "nationality", nation, barred)
    if role == "rival" or size is not None:
        # `am Hauptkonkurrenten von Muscle Milk`, `der Pilot von Ferrari`
        of = owners(resolver, clause, phrase, member)
        if of and all(p.label in VEHICLES for p in of):
            # of a team without known drivers it is whom the text goes on about
            one = role != "rival" and not plural and phrase["definite"]
            who = may_be(resolver, clause, phrase, "car", "", barred) if one else ()
            if size is not None and size > 1:
                who = pronouns.several(state, token, sentence, barred, size)
            if who:
                return [Argument(*span, p, "car") for p in who]
            return [Argument(*span, p, "team") for p in of]
    if role == "teammate":
        return teammates(resolver, clause, phrase, member)
    if role is not None and (phrase["definite"] or possessive(resolver, member) >= 0):
        aboard_it = [p for p in owners(resolver, clause, phrase, member) if p.label == "DRIVER"]
        if aboard_it and role in EPITHETS and possessive(resolver, member) < 0:
            # `die Titelverteidiger von X mit A am Steuer`
            return [Argument(*span, p, "role") for p in aboard_it]
        holders = state.holders.get(role, ())
        if state.watch is not None:
            state.watch.consider(f"who is {role} by now", holders, barred)
        if plural and len(holders) < 2:
            # `die Polesitter von Walkenhorst`: the team, where it names no people
            of = owners(resolver, clause, phrase, member)
            if of and all(p.label in VEHICLES for p in of):
                return [Argument(*span, p, "team") for p in of]
        if holders and not {p.key for p in holders} & barred:
            return [Argument(*span, p, "role") for p in holders]
        if role in EPITHETS and not plural:
            last = pronouns.single(
                state, token, sentence, gender="m", clause=clause["index"], barred=barred
            )
            return [Argument(*span, p, "role") for p in last] or [Argument(*span, None, "role")]
        return [Argument(*span, None, "role")]
    if role is not None and reading.tags[member["start"]] in INDEFINITE:
        return [Argument(*span, None, "role", unnamed=True)]

    if country is not None:
        barred |= resolver.named_later(clause, phrase)
        return of_kind(resolver, clause, phrase, span, "nationality", country, barred)
    if age:
        found = of_kind(resolver, clause, phrase, span, "age", age[1], barred)
        learn_age(resolver, found, int(age[1]), place_of_origin(resolver, clause, member))
        return found

    if vehicle:
        told = told_number(reading, member)
        if told is not None:
            # `das Auto mit der Startnummer 1`
            return by_noun(resolver, clause, phrase, member, told)
        return vehicle_noun(resolver, clause, phrase, member, barred)

    if size is not None:
        place = place_of_origin(resolver, clause, member)
        if place:
            return of_kind(resolver, clause, phrase, span, "place", place, barred)
        if not phrase["definite"] or (
            plural and size < 2 and "beiden" not in _words(resolver, member)
        ):
            return [Argument(*span, None, "role", unnamed=True)]
        if size >= 2:
            own = _around(resolver, clause, member) or owners(resolver, clause, phrase, member)
            if own and all(p.label == "DRIVER" for p in own):
                # `das Quartett um Zurfluh`
                return [Argument(*span, p, "crew") for p in own]
        if size >= 2:
            sharing = _crew_of_topic(resolver, clause, size, barred)
            if sharing:
                return [Argument(*span, p, "crew") for p in sharing]
        if size >= 2 or plural:
            people = pronouns.several(state, token, sentence, barred, size if size >= 2 else 2)
            return [Argument(*span, p, "crew") for p in people]
        people = pronouns.single(
            state, token, sentence, gender="m", clause=clause["index"], barred=barred
        )
        return [Argument(*span, p, "role") for p in people] or [Argument(*span, None, "role")]

    if named:
        return []
    barred |= resolver.named_later(clause, phrase)
    return of_kind(resolver, clause, phrase, span, "origin", fold(reading.words[head]), barred)


def _genitive(resolver: Resolver, clause: Clause, head: int) -> list[Participant]:
    """The driver whose name stands in the genitive right before a word."""
    for other in clause["phrases"]:
        before = other["end"] == head and other["attribute_of"] == head and other["prep"] is None
        if before and resolver.reading.label_at(other["head"]) == "DRIVER":
            found = resolver.resolve(clause, other)
            return [a.participant for a in found if a.participant is not None]
    return []


def _around(resolver: Resolver, clause: Clause, member: Member) -> list[Participant]:
    """`das Quartett von Helvetia Sport um Zurfluh`: who is named of a crew, with the others."""
    for other in clause["phrases"]:
        if other["prep"] == "um" and 0 <= other["start"] - member["end"] <= NAMING:
            people = [a for a in resolver.resolve(clause, other) if a.participant is not None]
            return [a.participant for a in resolver.with_crew(people) if a.participant is not None]
    return []


def _crew_of_topic(
    resolver: Resolver, clause: Clause, size: int, barred: set[str]
) -> list[Participant]:
    """`Hennecke rutschte von der Bahn. Das Trio ...`: so many are in the car of the last subject.

    Not where two or three were told of together since.
    """
    state = resolver.state
    for entry in reversed(state.history):
        if clause["sentence"] - entry.sentence > 1 or len(entry.people) > 1:
            return []
        if entry.subject and entry.main and not entry.attribute:
            crew = resolver.crew_told(entry.people[0])
            free = not {p.key for p in crew} & barred
            return crew if len(crew) == size and free else []
    return []


def _apposed(resolver: Resolver, clause: Clause, member: Member) -> list[Argument]:
    """Who is named behind a comma: `den Führenden der WRC2, Lars Nierhoff aus Bitburg, traf es`.

    A car may stand there as well: `der Titelverteidiger, der Ferrari von A und B, schied aus`.
    """
    reading = resolver.reading
    if reading.words[member["head"]][0].islower():
        return []
    for other in clause["phrases"]:
        beside = other["start"] == member["end"] + 1 and reading.words[member["end"]] == ","
        car = reading.mention_of(other) if beside and other["prep"] is None else None
        if car is not None and car["label"] in VEHICLES and other["definite"]:
            return resolver.resolve(clause, other)
    behind = [
        other["members"][0]["end"]
        for other in clause["phrases"]
        if other["start"] == member["end"] and other["members"]
    ]
    for start in (*behind[:1], member["end"]):
        if reading.words[start : start + 1] != [","] or start + 1 >= len(reading.words):
            continue
        at = reading.mention_at[start + 1]
        mention = reading.mentions[at] if at >= 0 else None
        if mention is None or mention["label"] != "DRIVER":
            continue
        end = mention["end"]
        after = reading.words[end : end + 1]
        listed = after == [","] and reading.tags[end + 1 : end + 2] in (["NE"], ["ART"], ["KON"])
        if after in (["aus"], ["("], [","]) and not listed:
            person = known(resolver.state, mention)
            if person is not None:
                return [Argument(mention["start"], end, person.participant, "name")]
    return []


def learn_epithet(resolver: Resolver, phrase: Phrase, found: list[Argument]) -> None:
    """`Titelverteidiger Verstappen`, `die Lokalmatadore A und B`: whom the noun means from here."""
    if not phrase["members"] or not found:
        return
    plural = phrase["number"] == "pl" and phrase["definite"]
    for index, member in enumerate(phrase["members"]):
        own = [a for a in found if member["start"] <= a.start < member["end"]]
        own = found if not index and plural else own
        if own and resolver.reading.label_at(own[0].start) == "DRIVER":
            people = tuple(a.participant for a in own if a.participant is not None)
            _learn(resolver, range(member["start"], own[0].start), people, plural and not index)


def _learn(
    resolver: Resolver, before: range, people: tuple[Participant, ...], plural: bool
) -> None:
    """Take the nouns before a name for what its bearer is called from here."""
    words = resolver.vocabulary
    for token in before:
        noun = resolver.reading.lemmas_lower[token]
        if noun not in words.roles and noun not in words.person_nouns:
            noun = noun.rsplit("-", 1)[-1]
        epithet = words.roles.get(noun) in EPITHETS or noun in words.person_nouns
        if epithet and not noun.endswith(ANYBODY):
            resolver.state.epithets[noun] = people if plural else people[:1]
            if words.roles.get(noun) == "standings_leader":
                # `WM-Leader Wehrlein`, later `der Tabellenführer`
                resolver.state.holders.setdefault("standings_leader", people[:1])


def teammates(
    resolver: Resolver,
    clause: Clause,
    phrase: Phrase,
    member: Member,
    vehicle: Mention | None = None,
) -> list[Argument]:
    """`sein Teamkollege`, `Vettels Teamkollege`: the other one in the team of the named one.

    `sein Ducati-Teamkollege` may be known by that vehicle as well.
    """
    span = (member["start"], member["end"])
    barred = resolver.barred(clause, phrase)
    of = owners(resolver, clause, phrase, member)
    if not of:
        of = list(
            pronouns.single(
                resolver.state, phrase["start"], clause["sentence"] + 1,
                gender="m", clause=-1, barred=set(),
            )
        )  # fmt: skip
    for person in of:
        mates = resolver.teammates(person, phrase["start"])
        if resolver.state.watch is not None:
            rule = f"in the car or team of {person.name}, the last named first"
            resolver.state.watch.consider(rule, mates, barred)
        mates = [mate for mate in mates if mate.key not in barred]
        for key in vehicle_keys(resolver.reading, vehicle) if vehicle and not mates else ():
            tied = resolver.state.roster.tied_people(key)
            mates += [p.participant for p in tied if p.participant.key not in barred | {person.key}]
        if mates:
            count = 2 if is_plural(phrase) else 1
            return [Argument(*span, mate, "teammate") for mate in mates[:count]]
    return [Argument(*span, None, "teammate")]


def _words(resolver: Resolver, member: Member) -> list[str]:
    return resolver.reading.lower[member["start"] : member["end"]]
