"""Who drives: ties that a whole clause makes, and who of a crew sits at the wheel.

`Weber und Müller gewannen im BMW M3`, `Am Steuer des Mercedes saß Engel`, `Vanthoor pilotierte den
Audi`; and where the clause names no car (`Estre saß dabei am Steuer`) the one told of before.
"""

from __future__ import annotations

from ..clauses.model import Clause, Phrase
from ..entities.model import Mention
from ..german.ordinals import ordinal
from .aboard import MATE, aboard_clause, aboard_phrases, antecedent_of, drivers_in
from .driven import car_before, car_just_told, own_subject, struck_by
from .people import LAST, Person
from .reading import Reading
from .relatives import own_part, singular
from .seats import in_rows, manning, own_cars
from .slots import subject_of
from .start_numbers import numbered, told_number
from .state import RaceState
from .ties import MAKES, TIED, known, make_key, vehicle_keys
from .together import share_result
from .vocabulary import Vocabulary

#: verb of those who have a car together
SHARE = "teilen"
#: prepositions of the noun that says who drives (`am Steuer`, `hinter dem Lenkrad`)
AT_WHEEL = frozenset({"an", "hinter", "in"})


def tie_clauses(reading: Reading, state: RaceState, vocabulary: Vocabulary, sentence: int) -> None:
    """Tie the people of a sentence's clauses to the cars that their clauses put them into."""
    _named_driving(reading, state, vocabulary, sentence)
    for clause, named, wheel in _telling(reading, vocabulary, sentence):
        people = _known(state, named)
        if len(people) == 1 and clause["verb"] not in vocabulary.speech:
            state.roster.alone.setdefault(sentence, []).append(people[0][0].participant)
        if people:
            _tie_behind(reading, state, vocabulary, clause, people)
            _tie_introduced(reading, state, vocabulary, clause, people)
        if len(people) == 1:
            people = _with_mates(reading, state, vocabulary, clause, people)
        rows = in_rows(reading, vocabulary, clause, named)
        if len(people) > 1 and not rows:
            share_result(reading, state, vocabulary, clause, people)
        if wheel is not None:
            _take_wheel(reading, state, vocabulary, clause, wheel, people)
        elif not people and (by := _known(state, struck_by(reading, vocabulary, clause))):
            _tie_introduced(reading, state, vocabulary, clause, by)
        elif clause["passive"] and clause["verb"] in vocabulary.steering:
            _steered(reading, state, vocabulary, clause)
        elif clause["kind"] == "relative" and aboard_clause(reading, vocabulary, clause):
            _aboard(reading, state, vocabulary, clause, people)
        for mention, mates in manning(reading, vocabulary, clause):
            _board(state, vocabulary, _known(state, mates), mention, reading)
        for mention, mates in rows:
            _board(state, vocabulary, _known(state, mates), mention, reading)
        free = [pair for pair in people if not rows and pair[1] not in pair[0].cars.values()]
        if free and wheel is None:
            own = reading.own_cars.get(clause["index"])
            if own is None:
                own = list(own_cars(reading, vocabulary, clause))
                reading.own_cars[clause["index"]] = own
            for mention in own:
                _board(state, vocabulary, free, mention, reading)


def _tie_behind(
    reading: Reading, state: RaceState, vocabulary: Vocabulary,
    clause: Clause, people: list[tuple[Person, int]],
) -> None:  # fmt: skip
    """Put a driver without a car into the one told of before, of which nobody is known."""
    if any(person.cars for person, _ in people):
        return
    cars = car_before(reading, vocabulary, clause)
    keys = [key for mention in cars for key in vehicle_keys(reading, mention)]
    if not cars or state.roster.crew(keys, people[0][1]):
        return
    ahead = [state.ahead.people.get(person.participant.key) for person, _ in people]
    if any(person is not None and person.cars.keys().isdisjoint(keys) for person in ahead):
        # the text puts them into another car later
        return
    if clause["verb"] in vocabulary.handing:
        mates = [p for p in clause["phrases"] if p["prep"] == "an"]
        people = [*people, *(pair for p in mates for pair in _drivers(reading, state, p))]
    for mention in cars:
        _board(state, vocabulary, people, mention, reading)
    if len(people) > 1:
        return
    driver = people[0][0].participant
    state.roster.wheel_at[clause["sentence"] - (clause["kind"] == "main")] = driver


def _tie_introduced(
    reading: Reading, state: RaceState, vocabulary: Vocabulary,
    clause: Clause, people: list[tuple[Person, int]],
) -> None:  # fmt: skip
    """Put who is named for the first time into the car just told of, if the text says no other.

    That is known when it has been read to its end: so the walk goes by what was found ahead.
    """
    start = reading.sentences[clause["sentence"]][0]
    if any(person.cars or person.tokens[0] < start for person, _ in people):
        return
    cars = own_subject(reading, clause) or car_just_told(reading, vocabulary, clause)
    keys = [key for mention in cars for key in vehicle_keys(reading, mention)]
    if not cars:
        return
    if state.deferred is not None:
        state.deferred.append((people, keys))
        return
    crew = {person.participant.key for person in state.ahead.only_crew(keys)}
    if all(person.participant.key in crew for person, _ in people):
        for mention in cars:
            _board(state, vocabulary, people, mention, reading)


def settle_introduced(state: RaceState) -> None:
    """Board whom the whole text puts into no car, in cars into which it puts nobody."""
    for people, keys in state.deferred or ():
        if not (any(person.cars for person, _ in people) or state.roster.crew(keys, LAST)):
            state.roster.board(people, keys)
            state.roster.share([person for person, _ in people])


def _named_driving(
    reading: Reading, state: RaceState, vocabulary: Vocabulary, sentence: int
) -> None:
    """`Startfahrer Buemi`, `Schlussfahrerin Flörsch`: who drives, by the noun before the name."""
    if vocabulary.driving.isdisjoint(reading.lemma_set):
        return
    start, end = reading.sentences[sentence]
    for token in range(start, end - 1):
        if reading.lemmas_lower[token] in vocabulary.driving:
            at = reading.mention_at[token + 1]
            mention = reading.mentions[at] if at >= 0 else None
            person = known(state, mention) if mention is not None else None
            if person is not None:
                state.roster.wheel_at[sentence] = person.participant
                state.roster.take_wheel(person.participant)
                for clause in reading.by_sentence[sentence]:
                    if any(a <= token < b for a, b in clause["spans"]):
                        pairs = [(person, token + 1)]
                        _tie_introduced(reading, state, vocabulary, clause, pairs)


def _telling(
    reading: Reading, vocabulary: Vocabulary, sentence: int
) -> list[tuple[Clause, list[Mention], Phrase | None]]:
    """The clauses that may tie somebody, with the drivers of their subject and their wheel."""
    told: list[tuple[Clause, list[Mention], Phrase | None]] | None = reading.telling.get(sentence)
    if told is None:
        told = reading.telling[sentence] = []
        for clause in reading.by_sentence.get(sentence, ()):
            named = _subject(reading, clause)
            placed = [p for p in clause["phrases"] if p["prep"] in AT_WHEEL]
            wheel = next((p for p in placed if _is_wheel(p, vocabulary)), None)
            steered = clause["passive"] and clause["verb"] in vocabulary.steering
            manned = clause["verb"] in vocabulary.words["manning-verb"] and any(
                phrase["prep"] == "mit" for phrase in clause["phrases"]
            )
            struck = not named and bool(struck_by(reading, vocabulary, clause))
            if named or wheel is not None or steered or manned or struck:
                told.append((clause, named, wheel))
    return told


def _subject(reading: Reading, clause: Clause) -> list[Mention]:
    """The drivers that a clause has as its subject; of a relative pronoun its antecedent."""
    subject = subject_of(reading, clause)
    if subject is None:
        return []
    tag = reading.tags[subject.phrase["head"]]
    if tag == "PRELS":
        antecedent = antecedent_of(reading, subject.clause)
        if antecedent is None:
            return []
        opening = own_part(reading, subject.clause, antecedent)
        named = drivers_in(reading, antecedent)
        named = [mention for mention in named if mention["start"] >= opening] or named
        return named[-1:] if singular(reading, subject.clause) else named
    if tag == "PPER" and subject.clause["kind"] == "relative":
        # `A schied mit dem Audi aus, den er sich mit B teilt`
        links = [link for link in subject.clause["links"] if link["kind"] == "relative"]
        matrix = reading.clauses[links[0]["clause"]] if links else subject.clause
        above = subject_of(reading, matrix)
        return drivers_in(reading, above.phrase) if above is not None else []
    return drivers_in(reading, subject.phrase)


def _with_mates(
    reading: Reading, state: RaceState, vocabulary: Vocabulary,
    clause: Clause, people: list[tuple[Person, int]],
) -> list[tuple[Person, int]]:  # fmt: skip
    """`gemeinsam mit A und B`, `mit seinen Teamkollegen A und B`: who shares the subject's car."""
    # but `teilte sich die erste Startreihe mit B`
    sharing = clause["verb"] == SHARE and clause["reflexive"] and not _counted(reading, clause)
    handing = clause["verb"] in vocabulary.handing and not _other_object(
        reading, vocabulary, clause
    )
    for phrase in clause["phrases"]:
        beside, prep = phrase["prep"] == "mit", phrase["prep"]
        if not beside and not (handing and prep in MATE):
            continue
        mates = _drivers(reading, state, phrase)
        if not mates:
            continue
        if (sharing and beside) or (handing and prep in MATE):
            # `der sich den Wagen mit A und B teilte`, `der von A und B übernommen hatte`
            if handing:
                for mate, _ in mates:
                    state.roster.hand_over(people[0][0].participant, mate.participant)
                people = [*people, *mates]
                continue
            people = [*people, *mates]
            state.roster.share([person for person, _ in people], certain=True)
            continue
        if hangs_elsewhere(reading, phrase):
            continue
        words = reading.lemmas_lower[max(0, phrase["start"] - 1) : phrase["end"]]
        said = any(
            word in vocabulary.together
            or (len(mates) > 1 and vocabulary.roles.get(word) == "teammate")
            for word in words
        )
        # stieß mit B zusammen
        clashes = clause["verb"] in vocabulary.clashing
        joint = not clashes and vocabulary.together & set(reading.clause_words(clause))
        if said or joint:
            people = [*people, *mates]
            state.roster.share([person for person, _ in people], certain=True)
    return people


def _counted(reading: Reading, clause: Clause) -> bool:
    """Whether what is shared is one of several: a place or a row, no car."""
    return any(
        ordinal(word) is not None
        for phrase in clause["phrases"]
        if phrase["prep"] is None and phrase["kind"] == "np"
        for word in reading.words[phrase["start"] : phrase["head"] + 1]
    )


def _other_object(reading: Reading, vocabulary: Vocabulary, clause: Clause) -> bool:
    """Whether something else than the car is handed over: `übernahm von B die Führung`.

    Or what a relative pronoun stands for: `auf Rang drei, den er an B abgab`.
    """
    for at, phrase in enumerate(clause["phrases"]):
        if phrase["prep"] is not None or at == clause["subject"]:
            continue
        if reading.tags[phrase["head"]] == "PRELS":
            meant = antecedent_of(reading, clause)
            return meant is not None and not _is_car(reading, vocabulary, meant)
        bare = phrase["kind"] == "np"
        if bare and "a" in (phrase["case"] or "a") and not _is_car(reading, vocabulary, phrase):
            return True
    return False


def _is_car(reading: Reading, vocabulary: Vocabulary, phrase: Phrase) -> bool:
    word = phrase["lemma"].lower()
    handed = word in vocabulary.vehicle_nouns or word in vocabulary.wheel_nouns
    return handed or reading.label_at(phrase["head"]) in TIED


def hangs_elsewhere(reading: Reading, phrase: Phrase, host: Phrase | None = None) -> bool:
    """Whether `mit B` belongs to a noun that is no car: `schied nach einer Kollision mit B aus`."""
    token = phrase["attribute_of"]
    if token < 0 or (host is not None and host["start"] <= token < host["end"]):
        return False
    return reading.label_at(token) == ""


def _steered(reading: Reading, state: RaceState, vocabulary: Vocabulary, clause: Clause) -> None:
    """`der Acura, der von Ricky Taylor pilotiert wurde`: who drives it."""
    by = next((p for p in clause["phrases"] if p["prep"] in ("von", "durch")), None)
    people = _drivers(reading, state, by) if by is not None else []
    subject = subject_of(reading, clause)
    car = antecedent_of(reading, clause) or (subject.phrase if subject is not None else None)
    mention = reading.mention_of(car) if car is not None else None
    if not people or mention is None or mention["label"] not in TIED:
        return
    crew = state.roster.crew(vehicle_keys(reading, mention), people[0][1])
    if not {person.participant.key for person, _ in people} <= {p.participant.key for p in crew}:
        _board(state, vocabulary, people, mention, reading)
    if len(people) == 1:
        state.roster.wheel_at[clause["sentence"]] = people[0][0].participant
        state.roster.take_wheel(people[0][0].participant)


def _aboard(
    reading: Reading, state: RaceState, vocabulary: Vocabulary,
    clause: Clause, people: list[tuple[Person, int]],
) -> None:  # fmt: skip
    """Put the subject of such a clause into the car that it hangs on."""
    car = antecedent_of(reading, clause)
    mention = reading.mention_of(car) if car is not None else None
    if car is not None and mention is None and car["members"]:
        # `das Auto mit der Startnummer 16, das sich A und B teilten`
        mention = told_number(reading, car["members"][0])
    if not people or mention is None or mention["label"] not in TIED:
        return
    driver = people[0][0].participant if len(people) == 1 else None
    for _, phrase in aboard_phrases(reading, vocabulary, clause):
        people = [*people, *_drivers(reading, state, phrase)]
    for named in numbered(reading, mention):
        _board(state, vocabulary, people, named, reading)
    state.roster.share([person for person, _ in people], certain=True)
    if driver is not None and clause["verb"] not in vocabulary.handing:
        state.roster.take_wheel(driver)
        state.roster.wheel_at[clause["sentence"]] = driver


def _is_wheel(phrase: Phrase, vocabulary: Vocabulary) -> bool:
    return phrase["lemma"].lower() in vocabulary.wheel_nouns


def _take_wheel(
    reading: Reading, state: RaceState, vocabulary: Vocabulary,
    clause: Clause, wheel: Phrase, people: list[tuple[Person, int]],
) -> None:  # fmt: skip
    """`Am Steuer saß Engel`, `mit Engel am Steuer`: the car is the clause's or the one before."""
    beside = [
        phrase
        for phrase in clause["phrases"]
        if phrase["prep"] in ("mit", "von") and phrase["end"] == wheel["start"]
    ]
    if beside:
        people = _drivers(reading, state, beside[0])
    elif reading.lower[wheel["end"] : wheel["end"] + 1] == [":"]:
        # `der Audi mit der 15 (am Steuer: Henrik Blohm)`
        at = reading.mention_at[wheel["end"] + 1 : wheel["end"] + 2]
        people = _known(state, [reading.mentions[at[0]]] if at and at[0] >= 0 else [])
    cars = reading.mentions_in(clause, *TIED) or _ahead_of(reading, clause)
    if len(people) > 1:
        # `Am Steuer saßen A, B und C`: the crew of the car told of last
        cars = cars or _before(reading, clause)
        makes = [mention for mention in cars if mention["label"] in MAKES]
        for mention in cars if len(makes) < 2 else cars[-1:]:
            _board(state, vocabulary, people, mention, reading)
        return
    if not people:
        return
    person = people[0][0]
    if not cars:
        cars = _before(reading, clause)
        state.roster.wheel_at[clause["sentence"] - 1] = person.participant
    state.roster.wheel_at[clause["sentence"]] = person.participant
    for mention in cars[-1:]:
        crew = state.roster.crew(vehicle_keys(reading, mention), people[0][1])
        if person not in crew:
            _board(state, vocabulary, people, mention, reading)
    state.roster.take_wheel(person.participant)


def _ahead_of(reading: Reading, clause: Clause) -> list[Mention]:
    """The cars that the sentence names before a clause: `Der Audi fiel aus, am Steuer saß A`."""
    start = reading.sentences[clause["sentence"]][0]
    return reading.mentions_between(start, reading.clause_start(clause), TIED)


def _before(reading: Reading, clause: Clause) -> list[Mention]:
    """The cars of the sentence before."""
    return [
        mention
        for other in reading.by_sentence.get(clause["sentence"] - 1, ())
        for mention in reading.mentions_in(other, *TIED)
    ]


def _drivers(reading: Reading, state: RaceState, phrase: Phrase) -> list[tuple[Person, int]]:
    """The people that a phrase names, each with the token of the name."""
    return _known(state, drivers_in(reading, phrase))


def _known(state: RaceState, named: list[Mention]) -> list[tuple[Person, int]]:
    if not named:
        return []
    return [(p, mention["start"]) for mention in named if (p := known(state, mention)) is not None]


def _board(
    state: RaceState, vocabulary: Vocabulary,
    people: list[tuple[Person, int]], mention: Mention, reading: Reading,
) -> None:  # fmt: skip
    keys = vehicle_keys(reading, mention)
    make = make_key(mention, vocabulary)
    state.roster.board(people, [*keys, make] if make is not None else keys)
    if mention["label"] != "TEAM":
        state.roster.share([person for person, _ in people])
