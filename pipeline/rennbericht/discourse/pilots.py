"""The driver by make or team: `der Porsche-Pilot`, `der Hyundai-Mann`, `die Ferrari-Fahrerin`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.model import Clause, Phrase
from ..entities.model import Mention
from . import pronouns
from .guesses import may_be
from .kinds import is_plural, of_kind, told_nation
from .people import Argument, Participant, Person
from .ties import same_for_team, vehicle_keys
from .told_on import named_before_colon
from .vocabulary import Vocabulary, by_tail

if TYPE_CHECKING:
    from .references import Resolver

#: so many sentences back somebody was named of late
LATELY = 3


def the_one(
    resolver: Resolver,
    clause: Clause,
    phrase: Phrase,
    mention: Mention,
    keys: list[str],
    people: list[Participant],
) -> list[Participant]:
    """`der Porsche-Pilot`: of the make's people the one named last, or whom the text goes on about.

    The topic of the text is meant where it is known for the team, or where nobody of the make
    was named of late.

    Args:
        resolver: what was told so far.
        clause: the clause.
        phrase: the phrase.
        mention: the make or team with its noun.
        keys: what it is known by.
        people: those whom the text has put into it.
    """
    state, before = resolver.state, mention["start"]
    if by_tail(mention["parts"]["head"].lower(), resolver.vocabulary.person_nouns) != 0:
        return people
    introduced = _before_colon(resolver, clause, phrase, keys)
    if introduced is not None:
        return [introduced]
    barred = resolver.barred(clause, phrase) | _called_otherwise(resolver, mention, keys)
    gender = _gender_of(resolver, mention["end"] - 1)
    topic = pronouns.single(
        state, before, clause["sentence"], gender=gender, clause=clause["index"], barred=barred
    )
    if topic and topic[0] not in people and resolver.drove_for(topic[0], keys):
        return list(topic)
    known = state.roster.known(people)
    nation = told_nation(resolver, phrase["start"], mention["start"])
    if nation:
        # `der finnische Toyota-Pilot`: of the make's people those of that nation, else the nation
        known = [person for person in known if person.nation == nation]
        if not known:
            span = (mention["start"], mention["end"])
            found = of_kind(resolver, clause, phrase, span, "nationality", nation, set(barred))
            return [a.participant for a in found if a.participant is not None]
    known = [person for person in known if person.gender in ("", gender)] or known
    latest = max(known, key=lambda person: person.last_before(before), default=None)
    near = _lately(resolver, clause)
    if latest is not None and (latest.last_before(before) >= near or not topic):
        return [latest.participant]
    told = by_facts(resolver, clause, phrase, keys)
    if told:
        return told
    about = state.roster.people.get(topic[0].key) if topic else None
    if about is not None and not about.cars and not resolver.drove_for_others(topic[0], keys):
        return list(topic)
    return [latest.participant] if latest is not None else []


def only_pilots(
    resolver: Resolver, clause: Clause, phrase: Phrase, mention: Mention
) -> list[Participant]:
    """`die BMW-Piloten` of a race of crews in which the text puts one crew only into a BMW."""
    state = resolver.state
    if "head" not in mention["parts"] or not (state.roster.crewed or state.ahead.crewed):
        return []
    crew = state.roster.only_crew(vehicle_keys(resolver.reading, mention))
    people = [person.participant for person in crew]
    if len(people) < 2 or not set(people[1:]) <= state.roster.mates(people[0]):
        return []
    barred = resolver.barred(clause, phrase)
    return [] if any(person.key in barred for person in people) else people


def driver_of_make(
    resolver: Resolver, clause: Clause, phrase: Phrase, mention: Mention, keys: list[str]
) -> list[Argument]:
    """`der BMW-Pilot` of whom the text has not said so: the last subject without a car.

    From here the text has said so: `der Porsche-Pilot` is somebody else.
    """
    span = (mention["start"], mention["end"])
    if not phrase["definite"]:
        return [Argument(*span, None, "car", unnamed=is_plural(phrase))]
    barred = resolver.barred(clause, phrase) | _called_otherwise(resolver, mention, keys)
    gender = _gender_of(resolver, span[1] - 1)
    people = may_be(resolver, clause, phrase, "car", "", barred, gender)
    people = tuple(p for p in people if not resolver.drove_for_others(p, keys))
    if len(people) == 1:
        # `A übergab den Audi an B. Der Audi rutschte`: who drives by now
        roster = resolver.state.roster
        driver = roster.at_wheel([*people, *roster.mates(people[0])])
        people = (driver,) if driver is not None and driver.key not in barred else people
    people = people or _crew_before(resolver, clause, phrase)
    return [Argument(*span, p, "car") for p in people] or [Argument(*span, None, "car")]


def by_facts(
    resolver: Resolver, clause: Clause, phrase: Phrase, keys: list[str]
) -> list[Participant]:
    """`der Audi-Mann`: who was named of late, and facts know in such a car."""
    introduced = _before_colon(resolver, clause, phrase, keys)
    if introduced is not None:
        return [introduced]
    # `der Schubert-BMW-Pilot`: of the BMW drivers the one of Schubert's
    return of_facts(resolver, clause, phrase, keys) or of_facts(
        resolver, clause, phrase, keys, every=False
    )


def take_seat(resolver: Resolver, people: list[Participant], token: int, keys: list[str]) -> None:
    """Whoever was taken for `der BMW-Pilot`, `das BMW-Duo` without a car drives one from here."""
    roster = resolver.state.roster
    known = roster.known(people)
    if known and len(known) == len(people) and not any(person.cars for person in known):
        roster.board([(person, token) for person in known], keys)


def call_by(
    resolver: Resolver, people: list[Participant], mention: Mention, keys: list[str]
) -> None:
    """Whoever was taken for `der Ducati-Pilot` is no `KTM-Pilot`, though nobody put him there."""
    person = resolver.state.roster.people.get(people[0].key) if len(people) == 1 else None
    if len(people) > 1:
        # `das Audi-Duo`, which gives both an Audi
        take_seat(resolver, people, mention["start"], keys)
    elif person is not None:
        person.called.setdefault(mention["label"], keys)


def _called_otherwise(resolver: Resolver, mention: Mention, keys: list[str]) -> set[str]:
    """Whom the text has called a driver of other makes, or of other teams."""
    return {
        key
        for key, person in resolver.state.roster.people.items()
        if (before := person.called.get(mention["label"])) and not set(before) & set(keys)
    }


def take_seats(resolver: Resolver, people: list[Participant], token: int, keys: list[str]) -> None:
    """`der Schubert-BMW mit der 20`, of which only the number was told: a BMW from here."""
    roster = resolver.state.roster
    known = roster.known(people)
    facts = resolver.vocabulary.facts
    if known and not any(key in facts for person in known for key in person.cars):
        roster.board([(person, token) for person in known], keys)


def of_facts(
    resolver: Resolver, clause: Clause, phrase: Phrase, keys: list[str], *, every: bool = True
) -> list[Participant]:
    """Who was named of late, and facts know in a car of every one of these teams and makes.

    Args:
        resolver: what was told so far.
        clause: the clause.
        phrase: the phrase.
        keys: ids of teams and makes.
        every: all of them must be known of somebody, not just one.
    """
    barred, before = resolver.barred(clause, phrase), phrase["start"]
    opening = resolver.reading.sentences[clause["sentence"]][0]
    near = _lately(resolver, clause)
    recent = [
        person
        for person in resolver.state.roster.recent(before)
        if person.last_before(before) >= near
        and person.participant.key not in barred
        and resolver.drove_for(person.participant, keys, every=every)
        and _fits(resolver, person, keys)
    ]
    if len(recent) > 1:
        # `der Red-Bull-Pilot`: not who left the team years ago
        now = [person for person in recent if _drives_now(resolver, person, keys)]
        recent = now or recent
    here = [person for person in recent if person.last_before(before) >= opening]
    if len(here) > 1:
        return []
    return [person.participant for person in (here or recent)[:1]]


def _drives_now(resolver: Resolver, person: Person, keys: list[str]) -> bool:
    """Whether somebody is known in one of these teams in the article's year.

    Or at last, where the article has no date: who drove for it once is hardly meant.
    """
    facts = resolver.vocabulary.facts.get(person.participant.id or "", {})
    teams = [entry for entry in facts.get("teams", ()) if isinstance(entry, dict)]
    published = resolver.reading.published
    year = int(published[:4]) if published else max((t.get("to", 0) for t in teams), default=0)
    return any(
        entry.get("from", 0) <= year <= entry.get("to", 0) and same_for_team(entry["team"]) in keys
        for entry in teams
    )


def _fits(resolver: Resolver, person: Person, keys: list[str]) -> bool:
    """Whether the text has put somebody into no car of another make."""
    made = [key for key in person.cars if key in resolver.vocabulary.facts]
    return not made or not person.cars.keys().isdisjoint(keys)


def _before_colon(
    resolver: Resolver, clause: Clause, phrase: Phrase, keys: list[str]
) -> Participant | None:
    """`Bitter endete der Tag für Engel: Der Mercedes-Pilot ...`: who may drive such a car."""
    person = named_before_colon(resolver, phrase)
    if person is None:
        return None
    fits = _fits(resolver, person, keys) or resolver.drove_for(person.participant, keys)
    return person.participant if fits else None


def crew_spoken_of(
    resolver: Resolver, clause: Clause, phrase: Phrase, mention: Mention
) -> tuple[Participant, ...]:
    """`A und B gewannen. Die HRT-Piloten ...`, `Das Opel-Duo ...`: whom the one before is about.

    Nobody where one of them drives for others by what the text has said.
    """
    head = mention["parts"].get("head", "").lower()
    size = by_tail(head, resolver.vocabulary.person_nouns)
    if size is None or size == 1:
        return ()
    roster, keys = resolver.state.roster, vehicle_keys(resolver.reading, mention)
    barred = resolver.barred(clause, phrase)
    for entry in resolver.state.told_before(phrase["start"], clause["sentence"]):
        people = [roster.people.get(p.key) for p in entry.people]
        together = len(people) > 1 and size in (0, len(people))
        if entry.subject and together and not barred & {p.key for p in entry.people}:
            fits = all(p is not None and _fits(resolver, p, keys) for p in people)
            return entry.people if fits else ()
    return ()


def group_noun(vocabulary: Vocabulary, mention: Mention) -> bool:
    """Whether the noun behind a make is one for several people: `das Audi-Duo`, `die BMW-Crew`."""
    head = mention["parts"].get("head", "").lower()
    if not head:
        return False
    return (
        head in vocabulary.words["crew-group"] or (by_tail(head, vocabulary.person_nouns) or 0) > 1
    )


def whole_crew(
    resolver: Resolver,
    clause: Clause,
    phrase: Phrase,
    mention: Mention,
    people: list[Participant],
) -> list[Participant]:
    """Of `das Audi-Duo` so many as it says: whom the text has put into the car, else told together.

    Args:
        resolver: resolves phrases.
        clause: the clause of the noun.
        phrase: its phrase.
        mention: the noun with the make.
        people: whom the text has put into such a car.
    """
    head = mention["parts"].get("head", "").lower()
    size = by_tail(head, resolver.vocabulary.person_nouns) or 0
    if len(people) > 1 and size in (0, len(people)):
        return people
    roster, keys = resolver.state.roster, vehicle_keys(resolver.reading, mention)
    barred = resolver.barred(clause, phrase)
    for entry in resolver.state.told_before(phrase["start"], clause["sentence"], LATELY):
        group = [roster.people.get(p.key) for p in entry.people]
        if len(group) < 2 or size not in (0, len(group)) or barred & {p.key for p in entry.people}:
            continue
        team = mention["label"] == "TEAM"
        if all(p is not None and (team or _fits(resolver, p, keys)) for p in group):
            return list(entry.people)
    crew = list(resolver.crew_told(people[0])) if people else []
    return crew if len(crew) > 1 and size in (0, len(crew)) else people if not size else []


def _lately(resolver: Resolver, clause: Clause) -> int:
    """The first token of what was told of late."""
    return resolver.reading.sentences[max(0, clause["sentence"] - LATELY)][0]


def _gender_of(resolver: Resolver, head: int) -> str:
    """`f` for `die Ferrari-Pilotin`."""
    noun = resolver.reading.lower[head]
    person = noun.endswith("in") and by_tail(noun, resolver.vocabulary.person_nouns) is not None
    return "f" if person else "m"


def _crew_before(resolver: Resolver, clause: Clause, phrase: Phrase) -> tuple[Participant, ...]:
    """The crew that the sentence is about, or the one before, where it has no make yet."""
    roster = resolver.state.roster
    for entry in resolver.state.told_before(phrase["start"], clause["sentence"]):
        same, people = entry.sentence == clause["sentence"], entry.people
        if not entry.subject and not same:
            continue
        one_crew = len(people) > 1 and set(people[1:]) <= roster.mates(people[0])
        free = all(
            p.key in roster.people
            and not any(_made(resolver, key, same) for key in roster.people[p.key].cars)
            for p in people
        )
        return people if one_crew and free else ()
    return ()


def _made(resolver: Resolver, key: str, same: bool) -> bool:
    """Whether a tie says what make the car is; within a sentence a number and a team do not."""
    return not same or key.startswith("car:") or key in resolver.vocabulary.facts
