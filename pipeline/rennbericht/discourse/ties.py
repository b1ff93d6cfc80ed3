"""Ties between people and their cars, makes and teams, as the text makes them.

`Max Rossi im Risi-Ferrari`, `BMW-Pilot Tim Weber`, `der Aston Martin von Adler und Kolb`,
`Vettel (Red Bull)`: told once, they let `der M3` stand for its drivers later on.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import final

from ..contract.slug import fold
from ..entities.model import Mention
from .appositions import learn_appositions
from .lineups import by_slash, crews, past_bracket, past_participle
from .met import meets_one, met_by
from .people import NUMBER, Person
from .reading import Reading
from .state import RaceState
from .vocabulary import Vocabulary

#: labels of what tells one car from another
MAKES = frozenset({"CAR", "MANUFACTURER"})
VEHICLES = frozenset({"CAR", "TEAM", "MANUFACTURER"})
TIED = VEHICLES | {"NUMBER"}
#: labels of what goes on naming a car (`#007 Aston Martin Vantage GT3`)
GOES_ON = TIED | {"CLASS"}
#: tags of words that may stand between a preposition and the vehicle
FILLERS = ("ART", "APPR", "ADJ", "CARD", "PPOSAT", "PDAT", "NN")
#: prepositions behind a name that put it into a car, and behind a car that name its crew
INTO = frozenset({"im", "in", "auf", "von", "vom", "mit", "für", "("})
OF = frozenset({"von", "mit", "um", "unter", "durch", "(", ":"})
MAX_BETWEEN = 5
#: what opens the team behind a car, words of its name, and what opens the crew behind it
WHOSE = frozenset({"von", "vom", "der", "des"})
TEAM_TAGS = frozenset({"NE", "NN", "FM", "XY", "ART", "CARD", "ADJA", "TRUNC"})
ABOARD = frozenset({"mit", "(", "um"})
#: key of the second car of a make, and adjectives before it
ANOTHER = "another"
SECOND = (["zweit"], ["zweite"])
#: signs of a genitive behind a name in -s
APOSTROPHES = ("'", "’")
#: what says whose the crew is: `dessen Besatzung`
POSSESSED = frozenset({"dessen", "deren", "seine", "ihre"})
#: articles and numbers before one driver, and before several
ONE = frozenset({"der", "dem", "vom", "am", "beim"})
MANY = frozenset({"die", "beiden", "zwei", "drei"})


def vehicle_keys(reading: Reading, mention: Mention) -> list[str]:
    """The keys that a car, make or team mention names; a crew must fit them all."""
    found = reading.vehicle_keys.get(mention["start"])
    if found is None:
        found = reading.vehicle_keys[mention["start"]] = _vehicle_keys(reading, mention)
    return found.copy()


def _vehicle_keys(reading: Reading, mention: Mention) -> list[str]:
    if mention["label"] == "NUMBER":
        return [number_key(mention)]
    keys = [same_for_team(mention["id"])] if mention["id"] else []
    keys += [
        same_for_team(value)
        for label, value in sorted(mention["parts"].items())
        if label not in ("head", "CLASS")
    ]
    if not keys:
        keys = [fold(reading.span_text(mention["start"], mention["end"]))]
    if reading.lemmas_lower[mention["start"] - 1 : mention["start"]] in SECOND:
        # `der zweite Toyota`
        keys.append(ANOTHER)
    return list(dict.fromkeys(keys))


def make_key(mention: Mention, vocabulary: Vocabulary) -> str | None:
    """The make of a listed car (`M3`: BMW), by the facts; None where not known."""
    make = vocabulary.facts.get(mention["id"] or "", {}).get("manufacturer")
    return same_for_team(str(make)) if make else None


def same_for_team(key: str) -> str:
    """A make and the team of its name are one: `team:ferrari`, `manufacturer:ferrari`."""
    return key.replace("team:", "manufacturer:", 1) if key.startswith("team:") else key


def number_key(mention: Mention) -> str:
    """The key of a start number (`#54`, `die Nummer 7`)."""
    return f"{NUMBER}{(mention['value'] or {}).get('number', '')}"


def tie_sentence(
    reading: Reading, state: RaceState, vocabulary: Vocabulary, mentions: list[Mention]
) -> None:
    """Tie the people of one sentence to the cars and teams beside them."""
    runs, ties = _of_sentence(reading, vocabulary, mentions)
    if not runs:
        return
    for crew in runs:
        for car in by_slash(reading, crew):
            state.roster.share([p for m in car if (p := known(state, m)) is not None])
    for crew in runs:
        _tie_possessed(reading, state, vocabulary, crew)
    for one, other in itertools.pairwise(runs):
        if reading.lower[one[-1]["end"] : other[0]["start"]] == ["(", "mit"]:
            # `Fässler (mit Lotterer und Tréluyer)`
            together = [p for m in (*one[-1:], *other) if (p := known(state, m)) is not None]
            state.roster.share(together, certain=True)
    pairs = _tie_mates(reading, state, vocabulary, mentions)
    for mention in mentions:
        person = known(state, mention) if mention["label"] == "DRIVER" else None
        if person is not None:
            learn_appositions(reading, vocabulary, mention, person)
    for tie in ties:
        aboard = [
            (person, member["start"])
            for member in tie.crew
            if (person := known(state, member)) is not None
        ]
        if tie.ahead:
            # `das Schwesterauto mit Kolb und Rau im Porsche`: only Rau's
            free = [pair for pair in aboard if pair[1] not in pair[0].cars.values()]
            aboard = free or aboard
        state.roster.board(aboard, tie.keys)
        if tie.one_car:
            state.roster.share([person for person, _ in aboard])
    for pair in pairs:
        # `A und Beifahrer B im Porsche`: both are aboard
        keys = {key for person, token in pair for key, at in person.cars.items() if at == token}
        if keys:
            state.roster.board(pair, sorted(keys))


@final
class Tie:
    """A crew that the words put into a car, make or team of its sentence.

    `ahead`: the crew stands before the car.
    """

    __slots__ = ("ahead", "crew", "keys", "one_car")

    def __init__(self, crew: list[Mention], keys: list[str], ahead: bool, one_car: bool) -> None:
        self.crew = crew
        self.keys = keys
        self.ahead = ahead
        self.one_car = one_car


def _of_sentence(
    reading: Reading, vocabulary: Vocabulary, mentions: list[Mention]
) -> tuple[list[list[Mention]], list[Tie]]:
    """The crews of a sentence and their ties: the words alone say so, whoever is known by then."""
    asked = mentions[0]["start"] if mentions else -1
    found: tuple[list[list[Mention]], list[Tie]] | None = reading.crews.get(asked)
    if found is None:
        runs = crews(reading, mentions)
        found = reading.crews[asked] = runs, list(_ties(reading, vocabulary, mentions, runs))
    return found


def _ties(
    reading: Reading, vocabulary: Vocabulary, mentions: list[Mention], runs: list[list[Mention]]
) -> Iterator[Tie]:
    vehicles = [mention for mention in mentions if mention["label"] in TIED] if runs else []
    lists = crews(reading, mentions, apposed=True) if vehicles else []
    seated: list[list[Mention]] = []
    for before, mention in zip([None, *vehicles], vehicles, strict=False):
        keys = vehicle_keys(reading, mention)
        make = make_key(mention, vocabulary)
        if make is not None:
            keys.append(make)
        one_car = _one_car(reading, mention)
        # A und B im BMW von Rowe Racing: of that team, too
        seated = [*seated] if before is not None and _fields(reading, before, mention) else []
        for crew in runs:
            if crew[-1]["end"] <= mention["start"] and crew not in seated:
                start = past_bracket(reading, crew[-1]["end"])
                begins = _before_number(reading, mention)
                joins = _joins(reading, vocabulary, start, begins, INTO)
                if joins and met_by(reading, vocabulary, mention):
                    continue
                if joins or _owns(reading, crew[-1], mention):
                    seated.append(crew)
        for crew in seated:
            yield Tie(crew, keys, True, one_car)
        for crew in lists:
            start = crew[0]["start"]
            if (
                start >= mention["end"]
                and _opens(reading, vocabulary, mention, start)
                and not meets_one(reading, vocabulary, mention, start)
            ):
                alone = _of_one(reading, vocabulary, mention, crew)
                yield Tie(crew[:1] if alone else crew, keys, False, one_car)


def _fields(reading: Reading, car: Mention, team: Mention) -> bool:
    """Whether a team is told to be a car's: `der BMW von Rowe Racing`, `des Teams Rowe Racing`."""
    start, end = car["end"], team["start"]
    return (
        team["label"] == "TEAM"
        and 0 < end - start <= MAX_BETWEEN
        and reading.lower[start] in WHOSE
        and all(reading.tags[at] in TEAM_TAGS for at in range(start + 1, end))
    )


def _before_number(reading: Reading, mention: Mention) -> int:
    """Where a vehicle begins; of `Porsche mit der Nummer 22` where its make ends."""
    start = mention["start"]
    if mention["label"] == "NUMBER" and reading.lower[max(0, start - 2) : start] == ["mit", "der"]:
        return start - 2 if reading.label_at(start - 3) in MAKES else start
    return start


def _tie_possessed(
    reading: Reading, state: RaceState, vocabulary: Vocabulary, crew: list[Mention]
) -> None:
    """`... vor dem Audi #4. Dessen Besatzung A, B und C`: the crew of the car told of last."""
    noun = crew[0]["start"] - 1
    if noun < 1 or vocabulary.person_nouns.get(reading.lemmas_lower[noun]) is None:
        return
    if reading.lower[noun - 1] not in POSSESSED:
        return
    near = max(0, reading.sentence_of(noun) - 1)
    start = reading.sentences[near][0]
    cars = reading.mentions_between(start, noun - 1, TIED)
    aboard = [(p, m["start"]) for m in crew if (p := known(state, m)) is not None]
    if cars and aboard:
        state.roster.board(aboard, vehicle_keys(reading, cars[-1]))
        state.roster.share([person for person, _ in aboard])


def _tie_mates(
    reading: Reading, state: RaceState, vocabulary: Vocabulary, mentions: list[Mention]
) -> list[list[tuple[Person, int]]]:
    """`Weber und sein Teamkollege Müller`, `Webers Schwesterauto mit Kolb`: the same car.

    The one named before shares what he drives with the one named behind the noun.

    Returns:
        Those of one car (`Weber und Beifahrer Müller`), with the tokens of their names.
    """
    aboard: list[list[tuple[Person, int]]] = []
    sister, make = tuple(vocabulary.words["sister-start"]), tuple(vocabulary.words["make-mate"])
    beside = vocabulary.co_drivers | vocabulary.words["navigator"]
    if state.roster.crewed or state.ahead.crewed:
        # in a report of crews `sein Partner` is of the same car
        beside = beside | vocabulary.words["car-partner"]
    named = [mention for mention in mentions if mention["label"] == "DRIVER"]
    for first, second in itertools.pairwise(named):
        lemmas = reading.lemmas_lower[first["end"] : second["start"]]
        if not 0 < len(lemmas) <= MAX_BETWEEN:
            continue
        shared = any(
            vocabulary.roles.get(lemma) == "teammate" or lemma.startswith(sister)
            for lemma in lemmas
        )
        one_car = not beside.isdisjoint(lemmas)
        if not shared and not one_car:
            continue
        one, other = known(state, first), known(state, second)
        if one is not None and other is not None and one_car:
            state.roster.share([one, other], certain=True)
            aboard.append([(one, first["start"]), (other, second["start"])])
        # who is of the same make may be of another team
        same_make = any(lemma.startswith(make) for lemma in lemmas)
        if shared and one is not None and other is not None and not same_make:
            state.roster.pair(one, other)
        if shared and one is not None and other is not None and one.cars:
            pair = [(one, first["start"]), (other, second["start"])]
            state.roster.board(pair, list(one.cars))
    return aboard


def _one_car(reading: Reading, vehicle: Mention) -> bool:
    """Whether a car or make stands in the singular (`im BMW`, `der Audi`), so as one car."""
    if vehicle["label"] == "TEAM" and "head" not in vehicle["parts"]:
        return False
    start = vehicle["start"]
    before = reading.lower[start - 1] if start else ""
    return vehicle["label"] == "NUMBER" or before in ("im", "der", "den", "dem", "des", "vom")


def _of_one(
    reading: Reading, vocabulary: Vocabulary, vehicle: Mention, crew: list[Mention]
) -> bool:
    """Whether a driver's noun is of the first name alone: `vor Audi-Pilot A und B im Porsche`."""
    head = vehicle["parts"].get("head", "").lower()
    one = tuple(vocabulary.words["one-driver-noun"]) if len(crew) > 1 else ()
    if not head.endswith(one) or not reading.lower[vehicle["end"] - 1].endswith(one):
        return False
    start = vehicle["start"]
    article = reading.lower[start - 1] if start else ""
    if article in ONE or head.endswith(tuple(vocabulary.words["one-driver-singular"])):
        return article not in MANY
    end = crew[-1]["end"]
    own = end + 1 < len(reading.words) and reading.lower[end] in INTO
    return own and article not in MANY


def known(state: RaceState, mention: Mention) -> Person | None:
    """The person a driver mention names, by the roster."""
    if mention["id"] and mention["name"] and not mention["surname_only"]:
        return state.roster.people.get(mention["id"])
    if mention["start"] in state.meant:
        return state.roster.people.get(state.meant[mention["start"]])
    return state.roster.by_surname(mention["name"]) if mention["name"] else None


def _owns(reading: Reading, name: Mention, vehicle: Mention) -> bool:
    """Whether a name in the genitive stands right before a car: `Haslauers Benetton`."""
    if name["end"] != vehicle["start"] or "head" in vehicle["parts"]:
        return False
    written = reading.lower[name["end"] - 1]
    if written.endswith(APOSTROPHES):
        return True
    return written.endswith("s") and not (name["name"] or written).lower().endswith("s")


def _joins(
    reading: Reading, vocabulary: Vocabulary, start: int, end: int, openers: frozenset[str]
) -> bool:
    """Whether the words between are a preposition (or bracket) and what may follow it.

    Behind the noun of `am Steuer des BMW` a second one may follow.
    """
    if not 0 < end - start <= MAX_BETWEEN:
        return False
    at_the_wheel = not vocabulary.wheel_nouns.isdisjoint(reading.lower[start:end])
    if not at_the_wheel and reading.lower[start] not in openers:
        return False
    if not at_the_wheel and any(
        reading.tags[token].startswith("APPR") and not _names_owner(reading, token)
        for token in range(start + 1, end)
    ):
        return False
    if at_the_wheel:
        start -= 1
    return all(
        reading.tags[token].startswith(FILLERS) or _opens_bracket(reading, token)
        if at < 0
        else _goes_on(reading, at)
        for token in range(start + 1, end)
        for at in (reading.mention_at[token],)
    )


def _names_owner(reading: Reading, token: int) -> bool:
    """Whether `von` behind a car opens whose it is: `Rehwald im Audi von Rosberg`."""
    return reading.lower[token] in WHOSE and reading.label_at(token - 1) in MAKES


def _opens_bracket(reading: Reading, token: int) -> bool:
    """Whether a bracket opens behind a car: `Rehwald im Audi (#21)`."""
    return reading.words[token] == "(" and reading.label_at(token - 1) in MAKES


def _goes_on(reading: Reading, mention: int) -> bool:
    """Whether a mention goes on naming the car before it: its number, or the make behind a team."""
    return reading.mentions[mention]["label"] in GOES_ON


def _opens(reading: Reading, vocabulary: Vocabulary, vehicle: Mention, start: int) -> bool:
    """Whether a name behind a vehicle belongs to it."""
    end = vehicle["end"]
    while (
        end < start and reading.mention_at[end] >= 0 and _goes_on(reading, reading.mention_at[end])
    ):
        end += 1
    end = _past_team(reading, end, start)
    if end == start:
        return "head" in vehicle["parts"] or vehicle["label"] == "CAR"
    if reading.lower[end] in ("-", "–") and start - end == 2:
        return True
    end = past_participle(reading, vocabulary.manned, end)
    return _joins(reading, vocabulary, end, start, OF)


def _past_team(reading: Reading, token: int, start: int) -> int:
    """The token behind whose a car is: `die #24 von Nordstern mit A`, `der BMW des Teams WRT (A`.

    The token itself where no crew is named behind the team.
    """
    if reading.lower[token] not in WHOSE:
        return token
    for at in range(token + 1, min(start, token + MAX_BETWEEN)):
        if reading.lower[at] in ABOARD:
            return at
        if reading.tags[at] not in TEAM_TAGS or reading.label_at(at) == "DRIVER":
            break
    return token
