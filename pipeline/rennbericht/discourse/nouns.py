"""People named by a noun: role, nationality, origin, age, team-mate, crew, car.

`der Polesitter`, `der Brasilianer`, `der Berliner`, `der 23-Jährige`, `sein Teamkollege`,
`das Duo`, `der Mann aus Homestead`, `das Schwesterauto`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..clauses.model import Clause, Member, Phrase
from ..contract.slug import fold
from ..entities.model import Mention
from . import pronouns
from .inhabitants import is_inhabitant, place_of
from .people import Argument, Participant, Person
from .slots import subject_of
from .ties import VEHICLES, number_key
from .vocabulary import by_tail, origins

if TYPE_CHECKING:
    from .references import Resolver

AGE = re.compile(r"^(\d{2})-?jährige", re.IGNORECASE)
MIN_STEM = 4
#: roles of an earlier time, by which the text varies the name (`der Ex-Weltmeister`)
EPITHETS = frozenset({"title_holder", "winner", "standings_leader"})
#: tags of determiners that, where not definite, bring up somebody new (`einen`, `mehrere`)
INDEFINITE = frozenset({"ART", "PIAT"})
#: prepositions behind a car or team that name its people
OWNING = ("von", "mit", "um")
#: countries of those whom German texts name by a town or region that no list holds
HOME = frozenset({"DE", "AT", "CH", "LI"})
#: a noun of nation is looked for among so many people named last
NEAR_PEOPLE = 5


def by_noun(
    resolver: Resolver, clause: Clause, phrase: Phrase, member: Member, mention: Mention | None
) -> list[Argument]:
    """Whom a phrase headed by a common noun stands for; empty where no participant."""
    reading, state, words = resolver.reading, resolver.state, resolver.vocabulary
    head, lemma = member["head"], member["lemma"].lower()
    span = (member["start"], member["end"])
    token, sentence = phrase["start"], clause["sentence"]
    plural = is_plural(phrase)
    tail = lemma.rsplit("-", 1)[-1]

    if mention is not None and mention["label"] == "NUMBER":
        keys = [number_key(mention)]
        crew = state.roster.crew(keys, token) or state.ahead.only_crew(keys)
        if crew:
            return [Argument(*span, p.participant, "car") for p in crew]
        at = reading.mention_at[span[1]] if span[1] < len(reading.words) else -1
        if at >= 0 and reading.mentions[at]["label"] in VEHICLES:
            # `der #8 Toyota`
            car = reading.mentions[at]
            name = f"{reading.span_text(car['start'], car['end'])} #{_number(mention)}"
            return [Argument(*span, Participant(car["label"], None, name), "car")]
        return []

    if mention is not None and mention["label"] == "CLASS" and phrase["definite"] and not plural:
        # `der einzige LMP2 kam mit A, B und C ins Ziel`
        return [Argument(*span, p, "car") for p in _aboard(resolver, clause, phrase, member)]

    role = by_tail(lemma, words.roles)
    size = by_tail(lemma, words.person_nouns)
    country = words.demonyms.get(lemma)
    age = AGE.match(reading.words[head])
    vehicle = tail in words.vehicle_nouns or lemma in words.vehicle_nouns
    named = role is not None or size is not None or country is not None or age or vehicle
    if not named and not (
        phrase["definite"] and is_inhabitant(resolver.vocabulary, reading.words[head])
    ):
        return []
    barred = resolver.barred(clause, phrase)
    if role == "rival" or size is not None:
        # `am Hauptkonkurrenten von Muscle Milk`, `der Pilot von Ferrari`
        of = owners(resolver, clause, phrase, member)
        if of and all(p.label in VEHICLES for p in of):
            # of a team without known drivers it is whom the text goes on about
            one = role != "rival" and not plural and phrase["definite"]
            who = _may_be(resolver, clause, phrase, "car", "", barred) if one else ()
            if size is not None and size > 1:
                who = pronouns.several(state, token, sentence, barred, size)
            if who:
                return [Argument(*span, p, "car") for p in who]
            return [Argument(*span, p, "team") for p in of]
    if role == "teammate":
        return _teammates(resolver, clause, phrase, member)
    if role is not None and (phrase["definite"] or _possessive(resolver, member) >= 0):
        holders = state.holders.get(role, ())
        if state.watch is not None:
            state.watch.consider(f"who is {role} by now", holders, barred)
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
        return _of_kind(resolver, clause, phrase, span, "nationality", country, barred)
    if age:
        found = _of_kind(resolver, clause, phrase, span, "age", age[1], barred)
        _learn_age(resolver, found, int(age[1]), _place_of_origin(resolver, clause, member))
        return found

    if vehicle:
        return _vehicle_noun(resolver, clause, phrase, member, barred)

    if size is not None:
        place = _place_of_origin(resolver, clause, member)
        if place:
            return _of_kind(resolver, clause, phrase, span, "place", place, barred)
        if not phrase["definite"] or (
            plural and size < 2 and "beiden" not in _words(resolver, member)
        ):
            return [Argument(*span, None, "role", unnamed=True)]
        if size >= 2 or plural:
            people = pronouns.several(state, token, sentence, barred, size if size >= 2 else 2)
            return [Argument(*span, p, "crew") for p in people]
        people = pronouns.single(
            state, token, sentence, gender="m", clause=clause["index"], barred=barred
        )
        return [Argument(*span, p, "role") for p in people] or [Argument(*span, None, "role")]

    if named:
        return []
    return _of_kind(resolver, clause, phrase, span, "origin", fold(reading.words[head]), barred)


def _aboard(
    resolver: Resolver, clause: Clause, phrase: Phrase, member: Member
) -> list[Participant]:
    """Who is named with a car that has no name of its own."""
    people = owners(resolver, clause, phrase, member)
    for other in clause["phrases"] if not people else ():
        if other["prep"] == "mit":
            people += [
                a.participant for a in resolver.resolve(clause, other) if a.participant is not None
            ]
    return people


def driver_of_make(
    resolver: Resolver, clause: Clause, phrase: Phrase, span: tuple[int, int]
) -> list[Argument]:
    """`der BMW-Pilot` of whom the text has not said so: the last subject without a car."""
    if not phrase["definite"]:
        return [Argument(*span, None, "car", unnamed=is_plural(phrase))]
    barred = resolver.barred(clause, phrase)
    people = _may_be(resolver, clause, phrase, "car", "", barred)
    return [Argument(*span, p, "car") for p in people] or [Argument(*span, None, "car")]


def learn(resolver: Resolver, person: Person, token: int) -> None:
    """What a word in apposition to a name tells of the person."""
    word, lemma = resolver.reading.words[token], resolver.reading.lemmas_lower[token]
    country = resolver.vocabulary.demonyms.get(lemma)
    age = AGE.match(word)
    if country is not None:
        person.nation = person.nation or country
    elif age:
        person.age = int(age[1])
    elif is_inhabitant(resolver.vocabulary, word):
        person.origins.add(place_of(resolver.vocabulary, fold(word)))
    if lemma.endswith("in") and (country is not None or lemma.endswith(("pilotin", "fahrerin"))):
        person.gender = "f"


def is_plural(phrase: Phrase) -> bool:
    """Whether the noun itself is plural: `der Brite und der Ire` are two singulars."""
    return phrase["number"] == "pl" and len(phrase["members"]) < 2


def _learn_age(resolver: Resolver, found: list[Argument], age: int, place: str) -> None:
    """Who was taken for `der 26-Jährige aus Euskirchen` is 26 and comes from there."""
    people = [a.participant for a in found if a.participant is not None]
    person = resolver.state.roster.people.get(people[0].key) if len(people) == 1 else None
    if person is not None:
        person.age = age
        if place:
            person.origins.add(place)


def owners(resolver: Resolver, clause: Clause, phrase: Phrase, member: Member) -> list[Participant]:
    """The people a car or team is said to belong to: `das Auto von Core`, `Hands BMW`."""
    heads = {member["head"]}
    by_prep: dict[str | None, list[Participant]] = {}
    for other in clause["phrases"]:
        beside = other["start"] == member["end"] and other["prep"] in OWNING
        if beside or (other["attribute_of"] in heads and other["prep"] in (None, *OWNING)):
            by_prep.setdefault(other["prep"], []).extend(
                a.participant for a in resolver.resolve(clause, other) if a.participant is not None
            )
    # `Hands Schwesterauto mit Auberlen`: who is with the car drives it, whosever it is
    people = next((by_prep[prep] for prep in ("mit", "von", "um", None) if by_prep.get(prep)), [])
    if not people and _possessive(resolver, member) >= 0:
        people = _possessor(resolver, clause, phrase)
    if not people and resolver.reading.tags[member["start"]] == "PRELAT":
        people = [a.participant for a in resolver.antecedent(clause) if a.participant is not None]
    return people


def _of_kind(
    resolver: Resolver,
    clause: Clause,
    phrase: Phrase,
    span: tuple[int, int],
    kind: str,
    value: str,
    barred: set[str],
) -> list[Argument]:
    """The latest person (or the latest two) of a nation, place or age."""
    state, before = resolver.state, phrase["start"]
    recent = [
        person
        for person in state.roster.recent(before)
        if person.participant.key not in barred and person.participant.label == "DRIVER"
    ]
    fitting = [person for person in recent if _fits(resolver, person, kind, value)]
    if state.watch is not None:
        looked_at = [person.participant for person in fitting]
        state.watch.consider(f"{kind} {value}: the last named it fits", looked_at, barred)
    if is_plural(phrase):
        count = 3 if "drei" in _span_words(resolver, span) else 2
        if (len(fitting) >= count and "beiden" in _span_words(resolver, span)) or count == 3:
            chosen = sorted(fitting[:count], key=lambda p: p.last_before(before))
            return [Argument(*span, p.participant, kind) for p in chosen]
        return [Argument(*span, None, kind, unnamed=True)]
    if not phrase["definite"]:
        return [] if kind == "origin" else [Argument(*span, None, kind, unnamed=True)]
    via = "origin" if kind == "place" else kind
    if fitting:
        return [Argument(*span, fitting[0].participant, via)]
    people = _may_be(resolver, clause, phrase, kind, value, barred)
    return [Argument(*span, p, via) for p in people] or [Argument(*span, None, via)]


def _may_be(
    resolver: Resolver, clause: Clause, phrase: Phrase, kind: str, value: str, barred: set[str]
) -> tuple[Participant, ...]:
    """Of those of whom nothing is known the one it can be: by first name, else the last subject.

    `Bernd Oelkers ... des Deutschen`: no list knows him, but the first name is at home there.
    """
    state, before = resolver.state, phrase["start"]
    last = pronouns.single(
        state, before, clause["sentence"], gender="m", clause=clause["index"], barred=barred
    )
    countries = _countries_of(resolver, kind, value)
    if countries:
        near = [
            person
            for person in state.roster.recent(before)
            if person.participant.key not in barred and person.participant.label == "DRIVER"
        ][:NEAR_PEOPLE]
        near.sort(key=lambda person: person.participant not in last)
        free = [
            (_likely(resolver, person, countries), person)
            for person in near
            if _may_fit(person, kind)
        ]
        if kind == "nationality":
            chosen = [p for at, p in free if at > 0] + [p for at, p in free if at == 0]
        else:
            # a first name from elsewhere is little against the subject before
            chosen = [p for at, p in free if at >= 0 or (p.participant in last and not p.nation)]
        for person in chosen[:1]:
            if kind == "nationality":
                person.nation = value
            return (person.participant,)
    return tuple(p for p in last if _may_fit(state.roster.people.get(p.key), kind))


def _countries_of(resolver: Resolver, kind: str, value: str) -> frozenset[str]:
    """The countries in one of which whoever the noun names is at home."""
    if kind == "nationality":
        return frozenset({value})
    if kind == "origin":
        country = resolver.vocabulary.inhabitant_countries.get(value)
        return frozenset({country}) if country is not None else HOME
    return frozenset()


def _likely(resolver: Resolver, person: Person, countries: frozenset[str]) -> int:
    """1 where nation or first name speak for these countries, -1 where against, else 0."""
    at_home = frozenset({person.nation}) if person.nation else _name_countries(resolver, person)
    if not at_home:
        return 0
    return 1 if at_home & countries else -1


def _name_countries(resolver: Resolver, person: Person) -> frozenset[str]:
    first = fold(person.participant.name).split()[0] if person.participant.name else ""
    return resolver.vocabulary.name_countries.get(first, frozenset())


def _fits(resolver: Resolver, person: Person, kind: str, value: str) -> bool:
    facts = resolver.vocabulary.facts.get(person.participant.id or "", {})
    if kind == "nationality":
        return value in (person.nation, facts.get("nationality"))
    if kind == "age":
        return person.age == int(value)
    stem = place_of(resolver.vocabulary, value)
    for origin in origins(facts) | person.origins:
        if len(stem) >= MIN_STEM and (origin.startswith(stem) or stem.startswith(origin)):
            return True
        if len(origin) > MIN_STEM + 1 and stem[:5] == origin[:5]:
            return True
    return False


def _may_fit(person: Person | None, kind: str) -> bool:
    if person is None:
        return True
    if kind == "nationality":
        return not person.nation
    if kind == "car":
        return not person.cars
    return not (person.age if kind == "age" else person.origins)


def _teammates(
    resolver: Resolver, clause: Clause, phrase: Phrase, member: Member
) -> list[Argument]:
    """`sein Teamkollege`, `Vettels Teamkollege`: the other one in the team of the named one."""
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
        if mates:
            count = 2 if is_plural(phrase) else 1
            return [Argument(*span, mate, "teammate") for mate in mates[:count]]
    return [Argument(*span, None, "teammate")]


def _vehicle_noun(
    resolver: Resolver, clause: Clause, phrase: Phrase, member: Member, barred: set[str]
) -> list[Argument]:
    """`das Auto von Cochran`, `sein Wagen`, `das Auto` behind a sentence about its driver."""
    span = (member["start"], member["end"])
    own = owners(resolver, clause, phrase, member)
    if own:
        return [Argument(*span, p, "car") for p in own]
    if not phrase["definite"]:
        return []
    possessed = resolver.reading.lemmas_lower[member["head"]].startswith("schwester")
    last = pronouns.single(
        resolver.state, phrase["start"], clause["sentence"],
        gender="m", clause=clause["index"], barred=barred,
    ) or pronouns.several(resolver.state, phrase["start"], clause["sentence"], barred)  # fmt: skip
    if possessed and last:
        last = tuple(_in_sister_car(resolver, last, phrase["start"]))
    return [Argument(*span, p, "car") for p in last]


def _in_sister_car(
    resolver: Resolver, people: tuple[Participant, ...], token: int
) -> list[Participant]:
    """Who drives the other car of somebody's team: told of before, else behind."""
    state = resolver.state
    own = {p.key for p in people} | {p.key for p in state.roster.mates(people[0])}
    person = state.roster.people.get(people[0].key)
    for roster in (state.roster, state.ahead):
        for key in person.cars if person is not None else ():
            crew = roster.other_crew(key, own, token)
            if crew:
                return crew
    return [mate for mate in resolver.teammates(people[0], token) if mate.key not in own][:1]


def _possessor(resolver: Resolver, clause: Clause, phrase: Phrase) -> list[Participant]:
    """Whose `sein Ferrari` is: the clause's subject, else whom the text goes on about."""
    subject = subject_of(resolver.reading, clause)
    if subject is not None and subject.phrase is not phrase:
        people = people_of(resolver, subject.clause, subject.phrase)
        if people:
            return people
    possessive = resolver.reading.lower[_possessive(resolver, phrase["members"][0])]
    if possessive.startswith("ihr"):
        # `Dritte wurden A und B, obwohl ihr Audi stehen blieb`
        token, sentence = phrase["start"], clause["sentence"]
        people = list(pronouns.several(resolver.state, token, sentence, set()))
        if people:
            return people
    found = resolver.from_context("topic", clause, set())
    return [a.participant for a in found if a.participant is not None]


def people_of(resolver: Resolver, clause: Clause, phrase: Phrase) -> list[Participant]:
    """The people (no teams or cars) that a phrase stands for."""
    found = resolver.resolve(clause, phrase)
    return [a.participant for a in found if a.participant and a.participant.label == "DRIVER"]


def _possessive(resolver: Resolver, member: Member) -> int:
    for token in range(member["start"], member["head"]):
        if resolver.reading.tags[token] == "PPOSAT":
            return token
    return -1


def _number(mention: Mention) -> str:
    return str((mention["value"] or {}).get("number", ""))


def _place_of_origin(resolver: Resolver, clause: Clause, member: Member) -> str:
    """`Homestead` in `der Mann aus Homestead`, folded; empty where none stands."""
    for other in clause["phrases"]:
        if other["prep"] == "aus" and other["start"] == member["end"]:
            return fold(other["lemma"])
    return ""


def _words(resolver: Resolver, member: Member) -> list[str]:
    return resolver.reading.lower[member["start"] : member["end"]]


def _span_words(resolver: Resolver, span: tuple[int, int]) -> list[str]:
    return resolver.reading.lower[span[0] : span[1]]
