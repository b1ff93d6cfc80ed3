"""Whose a car, a team or a team-mate is: `Webers BMW`, `das Auto von Core`, `ihr Audi`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.model import Clause, Member, Phrase
from ..entities.model import Mention
from . import pronouns
from .aboard import aboard_clause, aboard_phrases, drivers_in
from .lineups import crews, past_participle
from .met import meets
from .people import Participant
from .reading import Reading
from .slots import subject_of
from .ties import known, vehicle_keys

if TYPE_CHECKING:
    from .references import Resolver

#: prepositions behind a car or team that name its people
OWNING = ("von", "mit", "um")
_OWNING_OR_BARE = (None, *OWNING)
#: so many tokens may stand between `pilotiert von` and the first name
NAMING = 4
#: people of two cars
PAIR = 2
#: labels of what goes on naming a car: `Porsche 718 Cayman #7`
GOES_ON = frozenset({"CAR", "MANUFACTURER", "NUMBER", "CLASS"})


def owners(resolver: Resolver, clause: Clause, phrase: Phrase, member: Member) -> list[Participant]:
    """The people a car or team is said to belong to: `das Auto von Core`, `Webers BMW`."""
    reading = resolver.reading
    heads, behind = {member["head"]}, _behind(reading, member)
    own = possessive(resolver, member) >= 0 and clause["passive"]
    edges = {member["end"], behind}
    by_prep: dict[str | None, list[Participant]] = {}
    steering = [
        person
        for other in clause["phrases"]
        if other["prep"] in ("von", None) and _steered(resolver, member, other["attribute_of"])
        for person in people_of(resolver, clause, other)
    ]
    if steering:
        # `der von Lieb und Krumbach pilotierte Porsche`
        return steering
    aboard = _by_relative(resolver, clause, phrase)
    if aboard:
        return aboard
    for other in clause["phrases"]:
        if reading.label_at(other["head"]) == "NUMBER":
            # `mit der Startnummer 24` goes on naming the car
            continue
        if own and other["prep"] == "von":
            # `sein McLaren wurde von Norris getroffen`: his who is spoken of
            continue
        if meets(resolver.vocabulary, clause, other):
            continue
        if other["start"] in edges and _is_team(reading, other):
            # `die #24 von Nordstern mit A und B`
            edges.add(other["end"])
        beside = other["start"] in edges and (
            other["prep"] in OWNING or _genitive_plural(reading, other)
        )
        if beside or (other["attribute_of"] in heads and other["prep"] in _OWNING_OR_BARE):
            by_prep.setdefault(other["prep"], []).extend(
                a.participant for a in resolver.resolve(clause, other) if a.participant is not None
            )
    if member["mention"] >= 0:
        edges.add(reading.mentions[member["mention"]]["end"])
    crew = _manned(resolver, edges)
    if crew:
        return crew
    inside = _in_bracket(resolver, clause, by_prep.get("von"), member)
    if inside:
        return inside
    # `Webers Schwesterauto mit Kolb`: who is with the car drives it, whosever it is
    people = next((by_prep[prep] for prep in ("mit", "von", "um", None) if by_prep.get(prep)), [])
    if not people and possessive(resolver, member) >= 0:
        people = _possessor(resolver, clause, phrase)
    return people or _run_into(resolver, clause, phrase)


def _run_into(resolver: Resolver, clause: Clause, phrase: Phrase) -> list[Participant]:
    """Whose it is by a dative: `fuhr dem Italiener Vinci in den Ferrari`."""
    if phrase["prep"] != "in" or phrase["case"] != "a":
        return []
    subject = clause["phrases"][clause["subject"]] if clause["subject"] >= 0 else None
    for other in clause["phrases"]:
        dative = other["prep"] is None and other["case"] == "d" and other["attribute_of"] < 0
        if dative and other is not subject and other["end"] <= phrase["start"]:
            return people_of(resolver, clause, other)
    return []


def _is_team(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase behind a car names a team or nobody known: `von Nordstern`."""
    if phrase["prep"] not in ("von", None) or (phrase["prep"] is None and phrase["case"] != "g"):
        return False
    label = reading.label_at(phrase["head"])
    return label == "TEAM" or (not label and reading.tags[phrase["head"]] in ("NE", "NN"))


def _manned(resolver: Resolver, edges: set[int]) -> list[Participant]:
    """`das zweite Auto, pilotiert von A und B`: the crew behind a participle."""
    reading = resolver.reading
    manned = resolver.vocabulary.manned
    start = max(p if (p := past_participle(reading, manned, at)) > at else -1 for at in edges)
    if start < 0:
        return []
    end = reading.sentences[reading.sentence_of(start)][1]
    runs = crews(reading, reading.mentions_between(start, end, ("DRIVER",)), apposed=True)
    if not runs or runs[0][0]["start"] > start + NAMING:
        return []
    found = (known(resolver.state, mention) for mention in runs[0])
    return [person.participant for person in found if person is not None]


def _in_bracket(
    resolver: Resolver, clause: Clause, of: list[Participant] | None, member: Member
) -> list[Participant]:
    """The crew in the bracket behind whose car it is: `der BMW von Schubert (A, B und C)`."""
    if not of or len(of) > 1:
        return []
    reading = resolver.reading
    for other in clause["phrases"]:
        if other["prep"] != "von" or other["start"] != member["end"]:
            continue
        start = reading.mentions[at]["end"] if (at := reading.mention_at[other["head"]]) >= 0 else 0
        if not start or reading.words[start : start + 1] != ["("]:
            continue
        end = reading.sentences[clause["sentence"]][1]
        close = next((i for i in range(start, end) if reading.words[i] == ")"), start)
        drivers = reading.mentions_between(start, close, ("DRIVER",))
        people = [p.participant for m in drivers if (p := known(resolver.state, m)) is not None]
        return people if len(people) > 1 else []
    return []


def driver_of(resolver: Resolver, clause: Clause, phrase: Phrase) -> list[Participant] | None:
    """The subject of a verb of driving, whose own car its object is: `stellte den Wagen ab`.

    Who hands a car over sits in it as well.

    Nothing where the clause tells of no such thing, nobody where it does not say who.
    """
    words = resolver.vocabulary
    if clause["passive"] or not (clause["verb"] in words.moving or clause["verb"] in words.handing):
        return None
    if phrase["prep"] is not None or "a" not in (phrase["case"] or "a"):
        return None
    subject = subject_of(resolver.reading, clause)
    if subject is None or subject.phrase is phrase or subject.phrase["kind"] == "adjective":
        return None
    return people_of(resolver, subject.clause, subject.phrase)


def _genitive_plural(reading: Reading, phrase: Phrase) -> bool:
    """Whether names in the plural can only be a genitive: `der Acura der Verfolger A und B`."""
    return (
        phrase["prep"] is None
        and len(phrase["members"]) > 1
        and reading.lower[phrase["start"]] == "der"
        and reading.mention_at[phrase["start"]] < 0
        and phrase["number"] == "pl"
    )


def _by_relative(resolver: Resolver, clause: Clause, phrase: Phrase) -> list[Participant]:
    """`der Porsche, den sich A und B teilten`, `der BMW, in dem C saß`: who is aboard."""
    reading = resolver.reading
    for other in reading.by_sentence.get(clause["sentence"], ()):
        if other["kind"] != "relative" or not any(
            link["kind"] == "relative"
            and link["clause"] == clause["index"]
            and link["phrase"] >= 0
            and clause["phrases"][link["phrase"]] is phrase
            for link in other["links"]
        ):
            continue
        if other["subject"] >= 0 and aboard_clause(reading, resolver.vocabulary, other):
            subject = (other, other["phrases"][other["subject"]])
            aboard = [subject, *aboard_phrases(reading, resolver.vocabulary, other)]
            found = [p for owner, named in aboard for p in people_of(resolver, owner, named)]
            return list(dict.fromkeys(found))
    return []


def _behind(reading: Reading, member: Member) -> int:
    """The token behind all that names the car: `der Ferrari #51`, `mit der Startnummer 51`."""
    end, size = member["end"], len(reading.words)
    while end < size:
        step = 2 if reading.lower[end : end + 2] == ["mit", "der"] else 0
        if end + step < size and reading.label_at(end + step) in GOES_ON:
            end = reading.mentions[reading.mention_at[end + step]]["end"]
        else:
            break
    return end


def _steered(resolver: Resolver, member: Member, token: int) -> bool:
    """Whether a word inside a car's phrase is the participle of a verb of steering."""
    if not member["start"] <= token < member["head"]:
        return False
    reading = resolver.reading
    return any(
        clause["kind"] == "attribute"
        and clause["verb_token"] == token
        and clause["verb"] in resolver.vocabulary.steering
        for clause in reading.by_sentence[reading.sentence_of(token)]
    )


def _possessor(resolver: Resolver, clause: Clause, phrase: Phrase) -> list[Participant]:
    """Whose `sein Ferrari` is: the clause's subject, else whom the text goes on about."""
    reading = resolver.reading
    word = reading.lower[possessive(resolver, phrase["members"][0])]
    if word.startswith("unser"):
        # a team's own report: whoever sits in it
        return []
    subject = subject_of(reading, clause)
    if subject is not None and subject.phrase is not phrase:
        people = people_of(resolver, subject.clause, subject.phrase)
        if not people:
            # `A und B mit ihrem BMW`: the subject waits for whose car it is
            named = (known(resolver.state, m) for m in drivers_in(reading, subject.phrase))
            people = [person.participant for person in named if person is not None]
        if len(people) == 1 and word.startswith("ihr"):
            # `Glock musste ihren Audi ziehen lassen`
            people = _woman(resolver, clause, phrase) or people
        if people:
            return people
    if word.startswith("ihr"):
        # `Dritte wurden A und B, obwohl ihr Audi stehen blieb`
        token, sentence = phrase["start"], clause["sentence"]
        people = list(pronouns.several(resolver.state, token, sentence, set()))
        if people:
            return people
    near = [e for e in resolver.state.history if e.sentence == clause["sentence"]]
    near = [e for e in near if e.token < phrase["start"] and e.clause != clause["index"]]
    people = list(dict.fromkeys(p for e in near for p in e.people if p.label == "DRIVER"))
    if len(people) == 1 and not any(e.subject for e in near):
        # `für Albon war das Rennen zu Ende, sein Williams überhitzte`
        return people
    found = resolver.from_context("topic", clause, set())
    return [a.participant for a in found if a.participant is not None]


def _woman(resolver: Resolver, clause: Clause, phrase: Phrase) -> list[Participant]:
    """The woman that the text has told of last, the clause's subject before all."""
    state, token = resolver.state, phrase["start"]
    if not any(person.gender == "f" for person in state.roster.people.values()):
        return []
    sentence = clause["sentence"]
    return list(pronouns.single(state, token, sentence, gender="f", clause=-1, barred=set()))


def people_of(resolver: Resolver, clause: Clause, phrase: Phrase) -> list[Participant]:
    """The people (no teams or cars) that a phrase stands for."""
    found = resolver.resolve(clause, phrase)
    return [a.participant for a in found if a.participant and a.participant.label == "DRIVER"]


def pair_of(resolver: Resolver, mention: Mention) -> list[Participant]:
    """Who drives the two cars of a make or team, where the text puts two people into such cars."""
    for roster in (resolver.state.roster, resolver.state.ahead):
        people: dict[str, Participant] = {}
        for key in vehicle_keys(resolver.reading, mention):
            people |= {p.participant.key: p.participant for p in roster.tied_people(key)}
        if len(people) == PAIR:
            return list(people.values())
    return []


def possessive(resolver: Resolver, member: Member) -> int:
    """Token of the possessive (`sein`, `ihr`) before a noun, or -1."""
    for token in range(member["start"], member["head"]):
        if resolver.reading.tags[token] == "PPOSAT" or resolver.reading.lower[token] == "ihr":
            return token
    return -1
