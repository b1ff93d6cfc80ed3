"""Cars, makes and teams: the people whom the text has put into them, else they themselves.

`der M3`, `die Nummer 7`, `der Mamerow-Porsche`, `der BMW-Pilot`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.model import Clause, Member, Phrase
from ..contract.slug import fold
from ..entities.model import Mention
from .by_role import by_role
from .numbered import numbered_crew, unnumbered
from .owners import driver_of, owners, pair_of, people_of
from .people import NUMBER, Argument, Participant, Person
from .pilots import (
    by_facts,
    call_by,
    crew_spoken_of,
    driver_of_make,
    group_noun,
    of_facts,
    only_pilots,
    take_seat,
    take_seats,
    the_one,
    whole_crew,
)
from .several_cars import (
    both,
    crews_apart,
    each_his_own,
    in_other,
    one_car,
    other_one,
    plural_cars,
    plural_itself,
)
from .slots import subject_of
from .start_numbers import by_number, number_before, number_behind, number_of_subject
from .ties import make_key, number_key, same_for_team, vehicle_keys
from .told_on import told_before, told_before_colon
from .vehicle_nouns import indefinite

if TYPE_CHECKING:
    from .references import Resolver

#: names in compounds are at least this long
MIN_SURNAME = 3
#: tags of names
NAMES = frozenset({"NE", "FM", "XY"})


def named_vehicle(
    resolver: Resolver, clause: Clause, phrase: Phrase, member: Member, mention: Mention
) -> list[Argument]:
    """A car, make or team: its drivers where the text put some in it, else itself."""
    start, end = mention["start"], mention["end"]
    via = _via(mention)
    own = owners(resolver, clause, phrase, member)
    if own and _by_another(resolver, clause, phrase, mention, own):
        own = []
    if own and all(p.label == "TEAM" for p in own):
        # `der Audi von Scherer Sport mit der Nummer 16`: who drives it, where the text tells
        own = numbered_crew(resolver, clause, member) or _crew_of_team(resolver, mention, own)
    if own:
        return _owned(resolver, clause, phrase, member, mention, own)
    several = _several(resolver, clause, phrase, member, mention)
    if several:
        return several
    driver = _named_in(resolver, mention)
    if driver is not None:
        return [Argument(start, end, driver, via)]
    if role := by_role(resolver, member, mention):
        return [Argument(start, end, p, via) for p in role]
    number = number_before(resolver.reading, mention) or number_behind(resolver.reading, member)
    apart = number_of_subject(resolver.reading, clause, phrase) if number is None else None
    number = number or apart
    keys = [number_key(number)] if number is not None else vehicle_keys(resolver.reading, mention)
    people = _driven(resolver, clause, phrase, member, mention) or _put_into(
        resolver, clause, phrase, mention, keys
    )
    if apart is not None:
        resolver.board(people, mention)
    if people:
        if "head" in mention["parts"]:
            call_by(resolver, people, mention, keys)
        elif number is not None:
            take_seats(resolver, people, start, vehicle_keys(resolver.reading, mention))
        return [Argument(start, end, p, via) for p in people]
    if "head" in mention["parts"]:
        return _headed(resolver, clause, phrase, mention, number, keys)
    moved = driver_of(resolver, clause, phrase) if number is not None else None
    if moved:
        # `Roux brachte den Peugeot #8 in Führung`
        return [Argument(start, end, p, via) for p in moved]
    if number is None and (found := _by_make(resolver, clause, phrase, mention, keys)):
        return found
    return [_itself(resolver, mention, start, end, number)]


def _by_another(
    resolver: Resolver, clause: Clause, phrase: Phrase, mention: Mention, own: list[Participant]
) -> bool:
    """Whether `von` names who does it: `wurde der Iveco von Kiss umgedreht`, which is Hahn's."""
    if not clause["passive"] or clause["subject"] < 0:
        return False
    if clause["phrases"][clause["subject"]] is not phrase:
        return False
    keys = vehicle_keys(resolver.reading, mention)
    crew = resolver.state.roster.crew(keys, mention["start"])
    return bool(crew) and not {p.participant.key for p in crew} & {p.key for p in own}


def _owned(
    resolver: Resolver,
    clause: Clause,
    phrase: Phrase,
    member: Member,
    mention: Mention,
    own: list[Participant],
) -> list[Argument]:
    """`Webers BMW`, `die Mercedes von A/B und C/D`: whose the vehicle is said to be."""
    via = _via(mention)
    resolver.spelled_out.add((mention["start"], mention["end"]))
    several = plural_cars(resolver, phrase, member) or crews_apart(resolver, clause, member)
    if len(own) > 1 and several:
        apart = each_his_own(resolver, clause, member, via)
        if len(apart) == len(own):
            return apart
    resolver.seat(own, mention)
    return [Argument(mention["start"], mention["end"], p, via) for p in own]


def _several(
    resolver: Resolver, clause: Clause, phrase: Phrase, member: Member, mention: Mention
) -> list[Argument]:
    """Several vehicles or some vehicle: `die beiden McLaren`, `die HRT-Piloten`, `ein Mercedes`."""
    start, end = mention["start"], mention["end"]
    via = _via(mention)
    many = phrase["number"] == "pl" and phrase["definite"]
    if len(phrase["members"]) > 1:
        many = plural_itself(resolver, phrase, member, mention)
    two = both(resolver, member)
    # the text may have named both
    people = pair_of(resolver, mention) if two else []
    if not people and many:
        people = list(crew_spoken_of(resolver, clause, phrase, mention))
        people = people or only_pilots(resolver, clause, phrase, mention)
    if people:
        return [Argument(start, end, p, via) for p in people]
    if many or two or indefinite(resolver, member):
        # `die beiden Corvette`, `ein Mercedes`: nobody knows which
        return [Argument(start, end, None, via, unnamed=True)]
    return []


def _driven(
    resolver: Resolver, clause: Clause, phrase: Phrase, member: Member, mention: Mention
) -> list[Participant]:
    """Who drives it by the clause, or by the sentence before where it points back."""
    driven = driver_of(resolver, clause, phrase)
    tied = _tied(resolver, mention)
    if driven and (tied.intersection(p.key for p in driven) or not tied):
        # `Hamilton hatte den Mercedes in Führung gebracht`: his own
        return driven
    # the preposition stands before the first conjunct alone
    opens = phrase["prep"] is not None and member["start"] == phrase["start"]
    if resolver.reading.tags[member["start"] + opens] == "PDAT":
        # `an diesem Audi spielte die Technik nicht mit`: the car told of right before
        return list(told_before(resolver, clause, phrase))
    return []


def _put_into(
    resolver: Resolver, clause: Clause, phrase: Phrase, mention: Mention, keys: list[str]
) -> list[Participant]:
    """Whom the text has put into it, or will."""
    told = told_before_colon(resolver, clause, phrase, keys)
    if told:
        return told
    if other_one(resolver.reading, mention, keys):
        return in_other(resolver, clause, mention, keys)
    people = _crew(resolver, clause, phrase, mention, keys)
    if phrase["definite"] and group_noun(resolver.vocabulary, mention):
        people = whole_crew(resolver, clause, phrase, mention, people)
    elif "head" in mention["parts"] and phrase["number"] == "sg" and phrase["definite"]:
        people = the_one(resolver, clause, phrase, mention, keys, people)
    if not people:
        barred = resolver.barred(clause, phrase)
        ahead = resolver.state.ahead.only_crew(keys)
        if not (ahead or _sister(resolver, mention)):
            ahead = unnumbered(resolver, mention, keys)
        people = [p.participant for p in ahead if p.participant.key not in barred]
    return people


def _headed(
    resolver: Resolver,
    clause: Clause,
    phrase: Phrase,
    mention: Mention,
    number: Mention | None,
    keys: list[str],
) -> list[Argument]:
    """`der Audi-Mann`, `das Opel-Duo`: by a noun for people with the vehicle's name."""
    start, end = mention["start"], mention["end"]
    via = _via(mention)
    if number is not None:
        # `die Porsche-Mannschaft mit der Startnummer 3`
        return [Argument(start, end, by_number(resolver.reading, number), via)]
    people = list(crew_spoken_of(resolver, clause, phrase, mention))
    if not people and group_noun(resolver.vocabulary, mention):
        return [_itself(resolver, mention, start, end)]
    if not people and phrase["number"] == "sg" and phrase["definite"]:
        people = by_facts(resolver, clause, phrase, keys)
    found = [Argument(start, end, p, via) for p in people]
    found = found or driver_of_make(resolver, clause, phrase, mention, keys)
    take_seat(resolver, [a.participant for a in found if a.participant], start, keys)
    return found


def _by_make(
    resolver: Resolver, clause: Clause, phrase: Phrase, mention: Mention, keys: list[str]
) -> list[Argument]:
    """Of whom the text has not said that he drives it: the subject, or whom facts know in it."""
    start, end = mention["start"], mention["end"]
    via = _via(mention)
    subject = subject_of(resolver.reading, clause)
    # but not what stands in brackets behind a name
    bare = phrase["prep"] is None and phrase["case"] != "g" and phrase["attribute_of"] < 0
    # `Hirakawa überholte den Lexus`: another's, but `fing den Lexus gerade noch ab`
    words = resolver.vocabulary
    bare = bare and (clause["verb"] not in words.acting or clause["verb"] in words.moving)
    if bare and subject is not None and subject.phrase is not phrase:
        # `Hirakawa brachte den Lexus auf Rang 13`: his own
        own = people_of(resolver, subject.clause, subject.phrase)
        if own and mention["label"] != "TEAM":
            take_seat(resolver, own, start, keys)
            return [Argument(start, end, p, via) for p in own]
    if not phrase["definite"] or not one_car(resolver, phrase, mention):
        return []
    if _of_somebody(resolver, clause, phrase):
        # `der Mercedes von Sky Tempesta`, a team that no list holds
        return []
    if _tied(resolver, mention).intersection(resolver.barred(clause, phrase)):
        # `B im Alpine`, which is his
        return []
    people = of_facts(resolver, clause, phrase, keys)
    if people:
        # `der Schubert-BMW`
        return [Argument(start, end, p, via) for p in people]
    crewed = resolver.state.roster.crewed or resolver.state.ahead.crewed
    if crewed and mention["label"] == "CAR" and mention["parts"]:
        # of many cars `der Rowe-BMW` is one that nobody has told of, not his who was named last
        return []
    found = driver_of_make(resolver, clause, phrase, mention, keys)
    return found if found[0].participant is not None else []


def _of_somebody(resolver: Resolver, clause: Clause, phrase: Phrase) -> bool:
    """Whether words behind a car say whose it is, though they name nobody who is known."""
    reading = resolver.reading
    return any(
        other["prep"] == "von"
        and other["start"] == phrase["end"]
        and (reading.tags[other["head"]] in NAMES or other["end"] - other["start"] == 2)
        for other in clause["phrases"]
    )


def _via(mention: Mention) -> str:
    return "car" if mention["label"] != "TEAM" else "team"


def _tied(resolver: Resolver, mention: Mention) -> set[str]:
    """Keys of all whom the text has put into such a vehicle."""
    return {
        person.participant.key
        for key in vehicle_keys(resolver.reading, mention)
        for person in resolver.state.roster.tied_people(key)
    }


def _crew_of_team(
    resolver: Resolver, mention: Mention, teams: list[Participant]
) -> list[Participant]:
    """Who drives a car that the text names by its team: the only crew of both, else the team."""
    keys = [*vehicle_keys(resolver.reading, mention)]
    keys += [same_for_team(team.id or fold(team.name)) for team in teams]
    crew = resolver.state.roster.crew(keys, mention["start"])
    crew = crew or resolver.state.ahead.only_crew(keys)
    return [person.participant for person in crew] or teams


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
    numbered = any(key.startswith(NUMBER) for key in keys)
    if not crew and make is not None:
        by_make = roster.crew([make], mention["start"])
        if not (numbered and any(key.startswith(NUMBER) for p in by_make for key in p.cars)):
            # `der Audi #7` is no car that has another number
            keys, crew = [make], by_make
    if _sister(resolver, mention):
        crew = [] if not numbered or keys == [make] else crew
    if not crew and len(keys) > 1:
        crew, keys = _by_team(resolver, mention, keys)
    told = resolver.state.ahead.wheel_at.get(clause["sentence"])
    driver = roster.people.get(told.key) if told is not None else None
    if driver is not None and any(driver.cars.get(key, -1) >= mention["start"] for key in keys):
        # `der Mercedes, nun mit Stolz am Steuer`
        return [driver.participant]
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


def _by_team(
    resolver: Resolver, mention: Mention, keys: list[str]
) -> tuple[list[Person], list[str]]:
    """`der Schnitzer-BMW`: whom the text has put into the team alone, of no other make."""
    team = mention["parts"].get("TEAM")
    own = [same_for_team(team)] if team else keys
    crew = resolver.state.roster.only_crew(own) if team else []
    made = [key for person in crew for key in person.cars if key in resolver.vocabulary.facts]
    return ([], keys) if any(key not in keys for key in made) else (crew, own)


def _sister(resolver: Resolver, mention: Mention) -> bool:
    """Whether it is the other car of a team: `die Schwester-Corvette mit der #64`."""
    starts = tuple(resolver.vocabulary.words["sister-start"])
    return resolver.reading.lower[mention["start"]].startswith(starts)


def _itself(
    resolver: Resolver, mention: Mention, start: int, end: int, number: Mention | None = None
) -> Argument:
    """A car or team of which nobody knows who drives."""
    name = _written(resolver, mention, number)
    return Argument(start, end, Participant(mention["label"], mention["id"], name), "name")


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
