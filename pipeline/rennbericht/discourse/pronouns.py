"""Pronouns: which people of the history a pronoun looks back on.

The order is that of race prose: the last single subject, else the last person where no person
was subject; groups for plural forms; a demonstrative takes the one who was not the subject.
"""

from __future__ import annotations

from operator import attrgetter

from .people import Participant
from .state import Mentioned, Move, RaceState

#: how many sentences a pronoun looks back
REACH = 3
_TOKEN = attrgetter("token")


def single(
    state: RaceState, token: int, sentence: int, *, gender: str, clause: int, barred: set[str],
    by_pronoun: bool = False,
) -> tuple[Participant, ...]:  # fmt: skip
    """The person a singular personal pronoun stands for.

    Args:
        state: the race state.
        token: where the pronoun stands.
        sentence: index of its sentence.
        gender: `m` or `f`.
        clause: index of its clause, whose other people it cannot be.
        barred: keys of people it cannot be.
        by_pronoun: whether a pronoun asks, no noun.

    Returns:
        One participant in a tuple, or the empty tuple.
    """
    if by_pronoun and _in_section_of(state, token, sentence, barred, gender):
        return state.about
    by_sentence: dict[int, list[Mentioned]] = {}
    of_pairs: list[Mentioned] = []
    for entry in state.history:
        if entry.token >= token or entry.clause == clause or sentence - entry.sentence > REACH:
            continue
        if len(entry.people) == 2:
            # `A und B führten, ehe sie ausschied`: the only woman, the only man
            fitting = tuple(p for p in entry.people if fits(state, p, gender, alone=True))
            entry = entry.of(fitting)
            of_pairs.append(entry)
        if len(entry.people) != 1 or entry.people[0].label != "DRIVER":
            continue
        if entry.people[0].key in barred or not fits(state, entry.people[0], gender):
            continue
        by_sentence.setdefault(entry.sentence, []).append(entry)
    if state.watch is not None:
        looked_at = [
            p
            for i in sorted(by_sentence, reverse=True)
            for e in by_sentence[i][::-1]
            for p in e.people
        ]
        state.watch.consider("the last single subject, else the last person", looked_at, barred)
    for index in sorted(by_sentence, reverse=True):
        entries = by_sentence[index]
        if not by_pronoun and of_pairs:
            # `A und seine Frau kämpften mit B. Der 21-Jährige ...`: B, who was told of alone
            entries = [entry for entry in entries if entry not in of_pairs] or entries
        subjects = [entry for entry in entries if entry.subject]
        still = _still_topic(entries, subjects) if by_pronoun and index < sentence else ()
        if still:
            return still
        if index < sentence and subjects and not any(entry.main for entry in subjects):
            # `Während A führte, war das Rennen für B vorbei. Er ...`: the main clause tells of B
            later = [e for e in entries if e.main and e.token > subjects[-1].token]
            subjects = later or subjects
        whose = [entry for entry in entries if entry.pronoun and entry.attribute]
        if whose and not subjects and all(entry.attribute for entry in entries):
            # `Sein Vorsprung auf B betrug drei Sekunden. Er ...`: the text goes on about the owner
            return whose[-1].people
        entries = [entry for entry in entries if not entry.attribute] or entries
        going_on = [entry for entry in subjects if entry.pronoun] if by_pronoun else []
        if going_on and index < sentence:
            # `Er bremste A aus; B kam von der Linie. Er ...`: the text goes on about the same
            return going_on[-1].people
        # `Gegen A, der führte, hatte B keine Chance, so dass er ...`: in the order of the text
        return max(subjects or entries, key=_TOKEN).people
    return ()


def _still_topic(entries: list[Mentioned], subjects: list[Mentioned]) -> tuple[Participant, ...]:
    """`A lag vorn, nachdem B ihn vorbeigelassen hatte. Er ...`: the text goes on about A."""
    last = max(subjects, key=_TOKEN, default=None)
    if last is None or last.main:
        return ()
    told = {entry.people for entry in subjects if entry.main}
    for entry in entries:
        if entry.clause == last.clause and entry.pronoun and entry.people in told:
            return entry.people
    return ()


def _in_section_of(
    state: RaceState, token: int, sentence: int, barred: set[str], gender: str
) -> bool:
    """Whether the section is one person's (`Castagneri (Ferrari): 2+`) and nobody else acts yet."""
    if not state.about or state.about[0].key in barred or not fits(state, state.about[0], gender):
        return False
    return not any(
        entry.subject and entry.sentence == sentence and entry.token < token
        for entry in reversed(state.history)
    )


def vehicle(
    state: RaceState, token: int, sentence: int, *, gender: str, clause: int, barred: set[str]
) -> tuple[Participant, ...]:
    """The car, with its crew where known, that the text goes on about, and no driver beside it.

    `Dritter ist der Falken-Porsche mit der 44. Er hatte zu Beginn geführt`. Of a noun (`das Auto`)
    no gender is asked.
    """
    near = -1
    found: tuple[Participant, ...] = ()
    for entry in reversed(state.history):
        if entry.token >= token or entry.clause == clause:
            continue
        if sentence - entry.sentence > 1 or (near >= 0 and entry.sentence != near):
            break
        near = entry.sentence
        if len(entry.people) == 1 and entry.people[0].label == "DRIVER":
            return ()
        mates = state.roster.mates(entry.people[0])
        one_crew = all(p in mates for p in entry.people[1:])
        fitting = entry.vehicle in (gender or entry.vehicle, "?")
        if entry.vehicle and fitting and one_crew and (entry.subject or not found):
            found = tuple(p for p in entry.people if p.key not in barred)
    return found


def demonstrative(
    state: RaceState, token: int, sentence: int, barred: set[str]
) -> tuple[Participant, ...]:
    """The person `der`, `dieser` or `Letzterer` stands for: the last who was no subject."""
    entries = [
        entry
        for entry in state.history
        if entry.token < token
        and sentence - entry.sentence <= 1
        and len(entry.people) == 1
        and entry.people[0].label == "DRIVER"
        and entry.people[0].key not in barred
    ]
    if state.watch is not None:
        looked_at = [p for entry in reversed(entries) for p in entry.people]
        state.watch.consider("the last person who was no subject", looked_at, barred)
    objects = [entry for entry in entries if not entry.subject]
    chosen = objects or entries
    return chosen[-1].people if chosen else _last_of_crew(state, token, sentence, barred)


def _last_of_crew(
    state: RaceState, token: int, sentence: int, barred: set[str]
) -> tuple[Participant, ...]:
    """`Dann führte der Ferrari mit A und B. Der drehte sich`: who was named last of several."""
    for entry in reversed(state.history):
        if entry.token >= token or len(entry.people) == 1:
            continue
        if sentence - entry.sentence > 1:
            break
        known = [state.roster.people.get(p.key) for p in entry.people if p.key not in barred]
        told = [person for person in known if person is not None]
        last = max(told, key=lambda person: person.last_before(token), default=None)
        return (last.participant,) if last is not None else ()
    return ()


def told_last(
    state: RaceState, token: int, sentence: int, barred: set[str], gender: str
) -> tuple[Participant, ...]:
    """Whose `dessen Ausritt` is: the last one told of who is free, no matter as what."""
    for entry in reversed(state.history):
        if sentence - entry.sentence > 1:
            break
        one = entry.people[0]
        alone = len(entry.people) == 1 and one.label == "DRIVER" and not entry.attribute
        if entry.token < token and alone and one.key not in barred and fits(state, one, gender):
            return (one,)
    return ()


def of_two(
    state: RaceState, token: int, sentence: int, barred: set[str], latter: bool
) -> tuple[Participant, ...]:
    """Of the two people named last the one whom `Letzterer` or `Ersterer` stands for."""
    if state.two is not None and sentence - state.two.sentence <= 1:
        # `Ersterer gab auf, Letzterer wurde Neunter`: of the same two
        other = state.two.patient if latter else state.two.agent
        state.two = None
        if other:
            return tuple(person for person in other if person.key not in barred)
    group = next(
        (
            entry.people
            for entry in reversed(state.history)
            if entry.token < token and sentence - entry.sentence <= 1 and len(entry.people) > 1
        ),
        (),
    )
    last_one = max((e.token for e in state.history if e.token < token), default=-1)
    if len(group) > 2 and any(e.people == group and e.token == last_one for e in state.history):
        # `A, B und C führten. Ersterer drehte sich`
        _keep_two(state, sentence, group[:1], group[-1:], latter)
        return tuple(p for p in (group[-1:] if latter else group[:1]) if p.key not in barred)
    # where each was named or spoken of last: a name inside a phrase counts as well
    last = {
        person.key: (entry.token, person)
        for entry in state.history
        if entry.token < token and sentence - entry.sentence <= 1
        for person in entry.people
        if person.label == "DRIVER"
    }
    for key, (start, person) in list(last.items()):
        known = state.roster.people.get(key)
        last[key] = (max(start, known.last_before(token) if known else -1), person)
    named = [person for _, person in sorted(last.values(), key=lambda pair: -pair[0])]
    if state.watch is not None:
        state.watch.consider("the two named last", named[:2], barred)
    chosen = named[:1] if latter else named[1:2]
    _keep_two(state, sentence, tuple(named[1:2]), tuple(named[:1]), latter)
    return tuple(person for person in chosen if person.key not in barred)


def _keep_two(
    state: RaceState, sentence: int, former: tuple[Participant, ...],
    later: tuple[Participant, ...], latter: bool,
) -> None:  # fmt: skip
    """Keep the one of two whom the other word will stand for."""
    state.two = Move(former if latter else (), () if latter else later, sentence)


def spoken_of(state: RaceState, people: tuple[Participant, ...], sentence: int, token: int) -> bool:
    """Whether these were the subject of the sentence before, or of this one so far."""
    return any(
        entry.subject and not entry.attribute and entry.people == people
        for entry in state.history
        if sentence - entry.sentence <= 1 and entry.token < token
    )


def nearer(
    state: RaceState, token: int, one: tuple[Participant, ...], many: tuple[Participant, ...]
) -> tuple[Participant, ...]:
    """Of a woman and a group whom `sie` may stand for those spoken of last."""
    if not one or not many:
        return one or many
    for entry in reversed(state.history):
        if entry.token < token and one[0] in entry.people:
            return one if len(entry.people) == 1 else many
        if entry.token < token and set(many) & set(entry.people):
            return many
    return many


def several(
    state: RaceState, token: int, sentence: int, barred: set[str], size: int = 0
) -> tuple[Participant, ...]:
    """The people `sie` (plural), `beide`, `das Duo` stand for.

    Args:
        state: the race state.
        token: where the pronoun stands.
        sentence: index of its sentence.
        barred: keys of people it cannot be.
        size: how many there must be; 0 for any number from two on.
    """
    singles: list[Participant] = []
    if state.watch is not None:
        looked_at = [p for e in reversed(state.history) if e.token < token for p in e.people]
        state.watch.consider("the last group, else the last single people", looked_at, barred)
    crew = _crew_of_last(state, token, sentence, barred)
    if crew and len(crew) == (size or len(crew)):
        return crew
    for entry in reversed(state.history):
        if entry.token >= token or sentence - entry.sentence > REACH:
            continue
        people = tuple(p for p in entry.people if p.key not in barred)
        if len(people) > 1 and (not size or len(people) == size):
            return people
        if len(people) == 1 and people[0].label == "DRIVER" and people[0] not in singles:
            singles.append(people[0])
        if size and len(singles) == size:
            return tuple(reversed(singles))
    return ()


def _crew_of_last(
    state: RaceState, token: int, sentence: int, barred: set[str]
) -> tuple[Participant, ...]:
    """The crew of whom alone the sentence before told: `A wurde Zweiter. Die beiden ...`."""
    last = [e for e in state.history if e.token < token and e.sentence == sentence - 1]
    told = dict.fromkeys(person for entry in last for person in entry.people)
    if len(told) != 1 or not any(entry.subject for entry in last):
        return ()
    if any(e.sentence == sentence and e.token < token for e in state.history):
        return ()
    one = next(iter(told))
    crew = (one, *sorted(state.roster.mates(one), key=lambda person: person.key))
    return crew if len(crew) > 1 and barred.isdisjoint(p.key for p in crew) else ()


def fits(state: RaceState, participant: Participant, gender: str, alone: bool = False) -> bool:
    """Whether somebody may be of that gender; alone nobody is meant who only reads the notes."""
    person = state.roster.people.get(participant.key)
    if alone and person is not None and person.beside:
        return False
    known = person.gender if person is not None else ""
    return known == gender if gender == "f" else known != "f"
