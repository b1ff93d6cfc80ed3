"""Whom a pass is of that the sentence leaves unsaid.

`Hamilton hing an Vettels Heck. In der Haarnadel ging er innen durch.`: it was Vettel. What the text
has told of two people since (a chase, a try, a pass, a slip) says more than who was named last.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..clauses.model import Clause
from .people import Argument, Participant
from .reading import Reading
from .state import Mentioned, Move, RaceState

#: slots that only what was told of chases, tries and passes fills
BY_MOVES = frozenset(
    {"passed", "passer", "opponent", "attacker", "attacked", "offender", "victim"}
    | {"overtaker", "overtaken"}
)
#: marks before what explains the clause before
EXPLAINING = frozenset({":", "–", "-", "—"})
#: slots that nothing in the clause fills
UNDERSTOOD = BY_MOVES | {"rival", "both", "topic"}
#: so many sentences on a chase, a try or a pass is still what the text goes on from
REACH = 2
#: so many sentences back somebody named last may be meant
NEAR = 1
#: and so many where nobody else has been named since
FAR = 3


def told_as(state: RaceState, people: tuple[Participant, ...], before: int) -> list[Argument]:
    """Arguments for people who are understood: their nearest earlier mention stands for them."""
    found = []
    for person in people:
        for entry in reversed(state.history):
            if person in entry.people and entry.token < before:
                found.append(Argument(entry.token, entry.end, person, "ellipsis"))
                break
    return found if len(found) == len(people) else []


def _recent(state: RaceState, sentence: int, reach: int) -> Iterator[Move]:
    """What was told of chases, tries and passes up to so many sentences back, the last first."""
    for move in reversed(state.moves):
        if sentence - move.sentence > reach:
            return
        yield move


def _free(people: tuple[Participant, ...], barred: set[str]) -> bool:
    return bool(people) and not any(person.key in barred for person in people)


def _other_side(
    move: Move, keys: frozenset[str] | set[str], distance: int
) -> tuple[Participant, ...]:
    """Who stands against somebody in a move; whom he has passed already is behind him."""
    if not move.agent:
        # who had a slip is everybody's prey, for a moment
        return move.patient if distance <= NEAR and len(move.patient) == 1 else ()
    if any(person.key in keys for person in move.agent):
        return () if move.done else move.patient
    if any(person.key in keys for person in move.patient):
        return move.agent if distance <= NEAR or not move.done else ()
    return ()


def passed(state: RaceState, sentence: int, barred: set[str]) -> tuple[Participant, ...]:
    """Whom somebody else has just passed: `Thackray zog vorbei, dann folgte Marescotti`."""
    for move in _recent(state, sentence, NEAR):
        if move.done and move.agent and _free(move.patient, barred):
            return move.patient
    return ()


def passer(
    state: RaceState, sentence: int, keys: frozenset[str] | set[str]
) -> tuple[Participant, ...]:
    """Who passed somebody last: `doch Vettel holte sich den Platz zurück`."""
    for move in _recent(state, sentence, REACH):
        if move.done and move.agent and keys & {p.key for p in move.patient}:
            return move.agent
    return ()


def victim(
    state: RaceState, sentence: int, keys: frozenset[str] | set[str]
) -> tuple[Participant, ...]:
    """Whom somebody passed last: `musste den Platz wieder hergeben`."""
    for move in _recent(state, sentence, REACH):
        if move.done and keys & {p.key for p in move.agent}:
            return move.patient
    return ()


def last_pass(state: RaceState, sentence: int) -> Move | None:
    """The last pass told, of whomever: `dann war die alte Reihenfolge wiederhergestellt`."""
    for move in _recent(state, sentence, NEAR):
        if move.agent and move.patient:
            return move if move.done else None
    return None


def last_try(state: RaceState, sentence: int) -> Move | None:
    """The last pass tried or chase told: `beim dritten Mal klappte es`."""
    for move in _recent(state, sentence, NEAR):
        if move.agent and move.patient and not move.done:
            return move
    return None


def opponent(
    state: RaceState, sentence: int, keys: frozenset[str] | set[str]
) -> tuple[Participant, ...]:
    """With whom somebody fought last: `wobei sich der Spanier durchsetzte`."""
    for move in _recent(state, sentence, REACH):
        other = _other_side(move, keys, sentence - move.sentence) if move.agent else ()
        if other:
            return other
    return ()


def offender(state: RaceState, sentence: int) -> tuple[Participant, ...]:
    """Who last ran into somebody or pushed him off: `Dafür gab es zehn Strafsekunden.`"""
    told = state.offence
    return told.agent if told is not None and sentence - told.sentence <= REACH else ()


def both(
    state: RaceState, near: list[Mentioned], sentence: int, barred: set[str]
) -> tuple[Participant, ...]:
    """Two who fight or are told of side by side: `Beim zweiten Versuch berührten sich die Räder.`

    Args:
        state: the race state.
        near: who was named in this sentence and the one before, outside the clause.
        sentence: the sentence of the clause.
        barred: keys of those who take part already.
    """
    for move in _recent(state, sentence, NEAR):
        if len(move.agent) == len(move.patient) == 1 and _free(move.agent + move.patient, barred):
            return move.agent + move.patient
    named = tuple(dict.fromkeys(person for entry in near for person in entry.people))
    return named if len(named) == 2 else ()


def by_moves(
    state: RaceState, slot: str, sentence: int, keys: frozenset[str] | set[str], barred: set[str]
) -> tuple[Participant, ...]:
    """Who fills a slot that only what was told of a pass can fill.

    Args:
        state: the moves told so far.
        slot: one of `BY_MOVES`.
        sentence: index of the sentence that asks.
        keys: of those who have the other roles.
        barred: keys of who cannot be meant.
    """
    if slot == "passed":
        return passed(state, sentence, barred)
    if slot == "passer":
        return passer(state, sentence, keys)
    if slot == "victim":
        return victim(state, sentence, keys)
    if slot == "opponent":
        people = opponent(state, sentence, keys)
        return people if _free(people, barred) else ()
    if slot == "offender":
        people = offender(state, sentence)
        return people if _free(people, barred) else ()
    done = slot in ("overtaker", "overtaken")
    move = last_pass(state, sentence) if done else last_try(state, sentence)
    if move is None:
        return ()
    people = move.agent if slot in ("attacker", "overtaker") else move.patient
    return people if _free(people, barred) else ()


def beside(state: RaceState, keys: frozenset[str] | set[str], step: int) -> tuple[Participant, ...]:
    """Who lies just ahead of somebody (-1) or behind (1) by the places told of the race so far."""
    for place, people in state.running.items():
        if any(person.key in keys for person in people):
            return state.running.get(place + step, ())
    return ()


def _of_a_crew(entry: Mentioned, near: list[Mentioned]) -> tuple[Participant, ...]:
    """Of a car's crew the one told of alone nearby: `Sanseverino führte. Dann patzte der BMW.`"""
    alone = {other.people[0] for other in near if len(other.people) == 1}
    one = [person for person in entry.people if person in alone]
    return tuple(one) if len(one) == 1 else entry.people


def rival(
    state: RaceState,
    near: list[Mentioned],
    sentence: int,
    keys: frozenset[str] | set[str],
    barred: set[str],
    opens: bool,
) -> tuple[Participant, ...]:
    """Whom somebody passes or attacks, where the clause does not say.

    Args:
        state: the race state.
        near: who was named in this sentence and the one before, outside the clause.
        sentence: the sentence of the clause.
        keys: keys of those who pass; empty where they are unknown.
        barred: keys of those who take part already.
        opens: whether the sentence opens a paragraph, so that the one before says little.
    """
    here = [entry for entry in near if entry.sentence == sentence]
    here = [entry for entry in here if not entry.attribute] or here
    named = {person for entry in here for person in entry.people}
    if len(named) == 1 and _free(tuple(named), barred):
        return here[-1].people
    for move in _recent(state, sentence, REACH):
        other = _other_side(move, keys, sentence - move.sentence)
        if _free(other, barred) and (not here or set(other) <= named):
            return other
    if here:
        return _of_a_crew(here[-1], near)
    followed = passed(state, sentence, barred)
    if followed:
        return followed
    before = beside(state, keys, -1)
    told = {person for entry in near for person in entry.people}
    if _free(before, barred) and (opens or not near or set(before) <= told):
        return before
    return _of_a_crew(near[-1], near) if near else ()


def _but(entry: Mentioned, keys: frozenset[str] | set[str]) -> Mentioned:
    """Of a pair the other one: `A und B kämpften. In Runde vier zog A vorbei`."""
    if len(entry.people) != 2:
        return entry
    others = tuple(person for person in entry.people if person.key not in keys)
    return entry.of(others) if len(others) == 1 else entry


def _crew_before_colon(
    reading: Reading, state: RaceState, clause: Clause, barred: set[str]
) -> tuple[Participant, ...]:
    """The crew that the words before a colon are about: `Der Audi von A und B fiel zurück: ...`."""
    start = reading.clause_start(clause)
    if not start or reading.words[start - 1] != ":":
        return ()
    here = [e for e in state.history if e.sentence == clause["sentence"] and e.token < start]
    here = [e for e in here if not e.attribute]
    about = [e for e in here if e.subject and e.main]
    if not about or len(about[-1].people) < 2 or any(e.token > about[-1].token for e in here):
        return ()
    people = about[-1].people
    return () if any(p.key in barred or p.label != "DRIVER" for p in people) else people


def _last_acting(entries: list[Mentioned]) -> tuple[Participant, ...]:
    """Whom the text went on about, before sentences that name nobody else."""
    acting = [e for e in entries if e.subject and len(e.people) == 1 and not e.attribute]
    return acting[-1].people if acting else ()


def _inner(reading: Reading, clause: Clause) -> list[int]:
    """The clauses that stand between the beginning of a clause and its verb."""
    if len(clause["spans"]) < 2:
        return []
    start, finite = reading.clause_start(clause), clause["finite"]
    others = reading.by_sentence.get(clause["sentence"], ())
    return [o["index"] for o in others if start < reading.clause_start(o) < finite]


def _who_slipped(
    reading: Reading, state: RaceState, clause: Clause, barred: set[str]
) -> tuple[Participant, ...]:
    """Whose slip the clause tells as the cause: `Nach einem Fehler von Norris zog er vorbei`."""
    causes = reading.classes["cause-preposition"]
    for phrase in clause["phrases"]:
        if phrase["attribute_of"] < 0 or phrase["prep"] not in (None, "von"):
            continue
        hosts = [p for p in clause["phrases"] if p["head"] == phrase["attribute_of"]]
        if not hosts or hosts[0]["prep"] not in causes or reading.mention_of(hosts[0]) is not None:
            continue
        for entry in state.history:
            here = phrase["start"] <= entry.token < phrase["end"]
            if here and len(entry.people) == 1 and _free(entry.people, barred):
                return entry.people
    return ()


def understood(
    reading: Reading,
    state: RaceState,
    slot: str,
    clause: Clause,
    barred: set[str],
    keys: frozenset[str] | set[str],
) -> list[Argument]:
    """Somebody the clause does not name, by the slot: see `Resolver.from_context`.

    Args:
        reading: the document.
        state: what was told so far.
        slot: `rival`, `topic`, `both` or one of `BY_MOVES`.
        clause: the clause.
        barred: keys of who cannot be meant.
        keys: of those who have the other roles.
    """
    token, sentence = reading.clause_start(clause), clause["sentence"]
    end = max(stop for _, stop in clause["spans"]) if clause["spans"] else token
    if slot in BY_MOVES:
        return told_as(state, by_moves(state, slot, sentence, keys, barred), end)
    if slot == "rival":
        slipped = _who_slipped(reading, state, clause, barred)
        if slipped:
            return told_as(state, slipped, end)
        if state.rally:
            # they drive against the clock: `A konterte auf WP 17`
            return []
        # who has just dropped out is passed by nobody
        gone = (key for key, told in state.retired.items() if 0 <= sentence - told <= FAR)
        barred = barred.union(gone)
    if slot == "topic" and _free(state.about, barred) and clause["subject"] < 0:
        told = told_as(state, state.about, end)
        if told:
            return told
    history = state.history
    if slot == "rival" and keys:
        history = [_but(entry, keys) for entry in history if sentence - entry.sentence <= FAR]
    # whom `A, der von B übernommen hatte, zog vorbei` names on its way is no rival
    own = {clause["index"], *_inner(reading, clause)}
    conjunct = reading.elided_from(clause)
    if slot == "topic" and conjunct is not None:
        # `in Runde vier war A fällig, zwei Runden später B`
        own.add(conjunct["index"])
    near = [
        entry
        for entry in history
        if entry.token < end
        and sentence - entry.sentence <= FAR
        and entry.clause not in own
        and all(p.label == "DRIVER" and p.key not in barred for p in entry.people)
    ]
    far = near
    near = [entry for entry in near if sentence - entry.sentence <= NEAR]
    if state.watch is not None:
        looked_at = [person for entry in reversed(near) for person in entry.people]
        state.watch.consider(f"{slot}: named last", looked_at, barred)
    if slot == "rival":
        opens = "\n" in reading.blanks_before(reading.sentences[sentence][0])
        found = rival(state, near, sentence, keys, barred, opens)
        if not found and not near:
            found = _last_acting(far)
        return told_as(state, found, end)
    if slot == "topic":
        aboard = _crew_before_colon(reading, state, clause, barred)
        if aboard:
            return told_as(state, aboard, end)
    if slot == "both":
        return told_as(state, both(state, near, sentence, barred), end)
    return _last_told(reading, state, clause, near)


def _last_told(
    reading: Reading, state: RaceState, clause: Clause, near: list[Mentioned]
) -> list[Argument]:
    """The one or the crew that the text goes on about."""
    crew = next((e for e in reversed(near) if e.subject and len(e.people) > 1), None)
    near = [entry for entry in near if len(entry.people) == 1]
    near = [entry for entry in near if not entry.attribute] or near
    near = _before_colon(reading, clause, near) or [e for e in near if e.subject] or near
    if crew is not None and (not near or _goes_on_with(state, crew, near[-1])):
        # `A und B siegten in der SP10. Im Gesamtklassement bedeutete das Rang 38`
        near = [crew]
    return [
        Argument(entry.token, entry.end, person, "ellipsis")
        for entry in near[-1:]
        for person in entry.people
    ]


def _before_colon(reading: Reading, clause: Clause, near: list[Mentioned]) -> list[Mentioned]:
    """`Für Marini war es vorbei: Motorschaden`: the only one named in the clause it explains."""
    token = reading.clause_start(clause)
    if not token or clause["verb"] is not None or reading.words[token - 1] not in EXPLAINING:
        return []
    named = [entry for entry in near if entry.clause == clause["index"] - 1]
    return named if len(named) == 1 else []


def _goes_on_with(state: RaceState, crew: Mentioned, one: Mentioned) -> bool:
    """Whether a text goes on about a crew rather than about one who was told of before it."""
    first, *others = crew.people
    return one.token < crew.token and set(others) <= state.roster.mates(first)
