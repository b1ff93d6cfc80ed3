"""Cars, makes and teams: the people whom the text has put into them, else they themselves.

`der M3`, `die Nummer 7`, `der Mamerow-Porsche`, `der BMW-Pilot`, `sein Wagen`, `das Schwesterauto`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.model import Clause, Member, Phrase
from ..entities.model import Mention
from . import pronouns
from .kinds import is_plural
from .numbered import numbered_crew
from .owners import driver_of, owners, pair_of, people_of
from .people import NUMBER, Argument, Participant
from .pilots import by_facts, crew_spoken_of, driver_of_make, of_facts, take_seat, the_one
from .several_cars import both, crews_apart, each_his_own, plural_cars, plural_itself
from .slots import subject_of
from .start_numbers import by_number, number_before
from .ties import MAKES, make_key, number_key, vehicle_keys

if TYPE_CHECKING:
    from .references import Resolver

#: names in compounds are at least this long
MIN_SURNAME = 3
#: articles that no feminine has, and prepositions with one before which cars stand
MASCULINE = frozenset({"den", "dem", "des", "am", "im"})


def named_vehicle(
    resolver: Resolver, clause: Clause, phrase: Phrase, member: Member, mention: Mention
) -> list[Argument]:
    """A car, make or team: its drivers where the text put some in it, else itself."""
    start, end = mention["start"], mention["end"]
    via = "car" if mention["label"] != "TEAM" else "team"
    own = owners(resolver, clause, phrase, member)
    if own and all(p.label == "TEAM" for p in own):
        # `der Audi von Scherer Sport mit der Nummer 16`: who drives it, where the text tells
        own = numbered_crew(resolver, clause, member) or own
    if own:
        resolver.spelled_out.add((start, end))
        several = plural_cars(resolver, phrase, member) or crews_apart(resolver, clause, member)
        if len(own) > 1 and several:
            apart = each_his_own(resolver, clause, member, via)
            if len(apart) == len(own):
                return apart
        resolver.seat(own, mention)
        return [Argument(start, end, p, via) for p in own]
    many = phrase["number"] == "pl" and phrase["definite"]
    if len(phrase["members"]) > 1:
        many = plural_itself(resolver, phrase, member, mention)
    pair = pair_of(resolver, mention) if both(resolver, member) else []
    if pair:
        # `die beiden McLaren`, of which the text has named both
        return [Argument(start, end, p, via) for p in pair]
    crew = crew_spoken_of(resolver, clause, phrase, mention) if many else ()
    if crew:
        return [Argument(start, end, p, via) for p in crew]
    if many or both(resolver, member) or _indefinite(resolver, member):
        # `die beiden Corvette`, `ein Mercedes`: nobody knows which
        return [Argument(start, end, None, via, unnamed=True)]
    driver = _named_in(resolver, mention)
    if driver is not None:
        return [Argument(start, end, driver, via)]
    driven = driver_of(resolver, clause, phrase)
    tied = {
        p.participant.key
        for k in vehicle_keys(resolver.reading, mention)
        for p in resolver.state.roster.tied_people(k)
    }
    if driven and tied.intersection(p.key for p in driven):
        # `Hamilton hatte den Mercedes in Führung gebracht`: his own
        return [Argument(start, end, p, via) for p in driven]
    if resolver.reading.tags[member["start"] + (phrase["prep"] is not None)] == "PDAT":
        # `an diesem Audi spielte die Technik nicht mit`: the car told of right before
        last = _told_before(resolver, clause, phrase)
        if last:
            return [Argument(start, end, p, via) for p in last]
    number = number_before(resolver.reading, mention) or _number_behind(resolver, member)
    keys = [number_key(number)] if number is not None else vehicle_keys(resolver.reading, mention)
    one = "head" in mention["parts"] and phrase["number"] == "sg"
    people = _crew(resolver, clause, phrase, mention, keys)
    if one and phrase["definite"]:
        people = the_one(resolver, clause, phrase, mention, keys, people)
    if not people:
        people = [p.participant for p in resolver.state.ahead.only_crew(keys)]
        barred = resolver.barred(clause, phrase)
        people = [p for p in people if p.key not in barred]
    if people:
        return [Argument(start, end, p, via) for p in people]
    if "head" in mention["parts"] and number is not None:
        # `die Porsche-Mannschaft mit der Startnummer 3`
        return [Argument(start, end, by_number(resolver.reading, number), via)]
    if one and phrase["definite"]:
        people = by_facts(resolver, clause, phrase, keys)
        if people:
            take_seat(resolver, people, start, keys)
            return [Argument(start, end, p, via) for p in people]
    if "head" in mention["parts"]:
        found = driver_of_make(resolver, clause, phrase, (start, end), keys)
        take_seat(resolver, [a.participant for a in found if a.participant], start, keys)
        return found
    subject = subject_of(resolver.reading, clause)
    # but not what stands in brackets behind a name
    bare = phrase["prep"] is None and phrase["case"] != "g" and phrase["attribute_of"] < 0
    if bare and number is None and subject is not None and subject.phrase is not phrase:
        # `Hirakawa brachte den Lexus auf Rang 13`: his own
        own = people_of(resolver, subject.clause, subject.phrase)
        if own and mention["label"] != "TEAM":
            return [Argument(start, end, p, via) for p in own]
    taking_part = tied.intersection(resolver.barred(clause, phrase))
    one_car = phrase["definite"] and _one_car(resolver, phrase, mention)
    # but not `B im Alpine`, which is his
    if number is None and one_car and not taking_part:
        people = of_facts(resolver, clause, phrase, keys)
        if people:
            # `der Schubert-BMW`
            return [Argument(start, end, p, via) for p in people]
        found = driver_of_make(resolver, clause, phrase, (start, end), keys)
        if found[0].participant is not None:
            return found
    return [_itself(resolver, mention, start, end, number)]


def _crew(
    resolver: Resolver, clause: Clause, phrase: Phrase, mention: Mention, keys: list[str]
) -> list[Participant]:
    """Whom the text has put into the car, those left out who take part in the clause already."""
    roster, watch = resolver.state.roster, resolver.state.watch
    crew = roster.crew(keys, mention["start"])
    if watch is not None:
        tied = [p.participant for key in keys for p in roster.tied_people(key)]
        watch.consider(f"tied to {' + '.join(keys)}", tied)
    make = make_key(mention, resolver.vocabulary)
    if not crew and make is not None:
        keys = [make]
        crew = roster.crew(keys, mention["start"])
    told = resolver.state.ahead.wheel_at.get(clause["sentence"])
    if told in [person.participant for person in crew]:
        # `mit Engel am Steuer drehte sich der Mercedes`
        return [told]
    barred = resolver.barred(clause, phrase)
    free = [
        p.participant
        for p in crew
        # whom the sentence itself puts into this car is no other participant
        if p.participant.key not in barred or p.cars.get(keys[0], -1) >= mention["start"]
    ]
    if not free and any(key.startswith(NUMBER) for key in keys):
        # a start number is nobody else's: `die #9 rollte aus, für A war Feierabend`
        return [p.participant for p in crew]
    if len(free) > 1 and not (roster.crewed or resolver.state.ahead.crewed):
        mates = roster.mates(free[0])
        if not mates.intersection(free):
            # `A und B (beide Ferrari)`: each drives his own, the last one named is meant
            last = {p.participant: p.last_before(mention["start"]) for p in crew}
            return [max(free, key=lambda participant: last[participant])]
    return free


def _itself(
    resolver: Resolver, mention: Mention, start: int, end: int, number: Mention | None = None
) -> Argument:
    """A car or team of which nobody knows who drives."""
    name = _written(resolver, mention, number)
    return Argument(start, end, Participant(mention["label"], mention["id"], name), "name")


def _one_car(resolver: Resolver, phrase: Phrase, mention: Mention) -> bool:
    """Whether an article makes a make or team one car: `der Ferrari`, but not `Sieg für Ferrari`.

    Of a team it must be masculine: `der Benetton`, `am Silberpfeil`, but `die Scuderia Ferrari`.
    """
    if phrase["number"] == "pl":
        return False
    start, reading = phrase["start"], resolver.reading
    if mention["label"] == "TEAM":
        article, named = reading.lower[start], reading.lower[mention["start"] : mention["end"]]
        masculine = article in MASCULINE or (article == "der" and phrase["case"] == "n")
        return masculine and "team" not in named
    return any(tag in ("ART", "APPRART", "PDAT") for tag in reading.tags[start : phrase["head"]])


def _indefinite(resolver: Resolver, member: Member) -> bool:
    start = member["start"]
    return any(
        resolver.reading.tags[token] == "ART" and resolver.reading.lower[token].startswith("ein")
        for token in range(start, min(start + 2, member["head"]))
    )


def _named_in(resolver: Resolver, mention: Mention) -> Participant | None:
    """The driver in a compound: `der Mamerow-Porsche`, where the text has named Mamerow."""
    first, _, rest = resolver.reading.words[mention["start"]].partition("-")
    if not rest or len(first) < MIN_SURNAME or not first[0].isupper():
        return None
    person = resolver.state.roster.by_surname(first)
    if person is None or set(mention["parts"]) & {"TEAM"}:
        return None
    return person.participant


def _written(resolver: Resolver, mention: Mention, number: Mention | None) -> str:
    """The fullest name that the text gives a team or car, with its start number."""
    key = mention["id"]
    name = resolver.reading.span_text(mention["start"], mention["end"])
    for other in resolver.reading.mentions if key else ():
        if other["id"] == key and other["label"] == mention["label"] and not other["parts"]:
            written = resolver.reading.span_text(other["start"], other["end"])
            if len(written) > len(name) and written != f"{name}s":
                name = written
    if mention["parts"] and mention["name"]:
        name = mention["name"]
    if number is not None and mention["label"] != "TEAM":
        name = f"{name} #{(number['value'] or {}).get('number', '')}"
    return " ".join(name.split())


def _number_behind(resolver: Resolver, member: Member) -> Mention | None:
    """The start number that goes with a car: `BMW #12`, `Ferrari mit der Startnummer 54`."""
    for token in range(member["end"] - 1, min(member["end"] + 6, len(resolver.reading.words))):
        at = resolver.reading.mention_at[token]
        if at >= 0 and resolver.reading.mentions[at]["label"] == "NUMBER":
            return resolver.reading.mentions[at]
        if token >= member["end"] and at >= 0 and resolver.reading.label_at(token) not in MAKES:
            return None
        if at < 0 and resolver.reading.lower[token] not in ("mit", "der", "(", "die"):
            return None
    return None


def _told_before(resolver: Resolver, clause: Clause, phrase: Phrase) -> tuple[Participant, ...]:
    """Whom the sentence before named last."""
    entries = [
        entry
        for entry in resolver.state.history
        if entry.token < phrase["start"]
        and clause["sentence"] - entry.sentence == 1
        and all(p.label == "DRIVER" for p in entry.people)
    ]
    return entries[-1].people if entries else ()


def _subject_before(resolver: Resolver, clause: Clause, phrase: Phrase) -> tuple[Participant, ...]:
    """The drivers who are the subject last told, no more than a sentence before."""
    for entry in reversed(resolver.state.history):
        near = entry.token < phrase["start"] and clause["sentence"] - entry.sentence <= 1
        if near and entry.subject and all(p.label == "DRIVER" for p in entry.people):
            return entry.people
    return ()


def vehicle_noun(
    resolver: Resolver, clause: Clause, phrase: Phrase, member: Member, barred: set[str]
) -> list[Argument]:
    """`das Auto von Cochran`, `sein Wagen`, `das Auto` behind a sentence about its driver."""
    span = (member["start"], member["end"])
    own = owners(resolver, clause, phrase, member)
    if own:
        return [Argument(*span, p, "car") for p in own]
    if not phrase["definite"]:
        # `kollidierte mit einem langsameren Fahrzeug`
        return [Argument(*span, None, "car", unnamed=True)] if _indefinite(resolver, member) else []
    possessed = resolver.reading.lemmas_lower[member["head"]].startswith("schwester")
    driven = driver_of(resolver, clause, phrase)
    if driven is not None and not possessed:
        # `brachte den Wagen ins Ziel`; whose it is nobody knows where the driver is not known
        return [Argument(*span, p, "car") for p in driven] or [Argument(*span, None, "car")]
    state, token, sentence = resolver.state, phrase["start"], clause["sentence"]
    last: tuple[Participant, ...] = ()
    if possessed:
        # `Der BMW von A und B wurde Neunter, sein Schwesterauto Zwölfter`
        last = _subject_before(resolver, clause, phrase)
    if not last and not is_plural(phrase):
        last = pronouns.single(
            state, token, sentence, gender="m", clause=clause["index"], barred=barred
        )
    last = last or pronouns.several(state, token, sentence, barred)
    if is_plural(phrase) and not last:
        # `dahinter folgten die Rally2-Autos`
        return [Argument(*span, None, "car", unnamed=True)]
    if possessed and last:
        last = tuple(_in_sister_car(resolver, last, phrase["start"]))
        if not last:
            return [Argument(*span, None, "car")]
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


def aboard(resolver: Resolver, clause: Clause, phrase: Phrase, member: Member) -> list[Participant]:
    """Who is named with a car that has no name of its own."""
    people = owners(resolver, clause, phrase, member)
    for other in clause["phrases"] if not people else ():
        if other["prep"] == "mit":
            people += [
                a.participant for a in resolver.resolve(clause, other) if a.participant is not None
            ]
    return people
