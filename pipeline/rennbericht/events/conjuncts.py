"""What a clause has from the conjunct before, without saying it."""

from __future__ import annotations

from ..clauses.model import Clause, Phrase
from ..discourse.filler import Filler
from ..discourse.reading import Reading
from ..discourse.slots import fill, subject_of
from .status import opens_with_verb

#: kinds of phrases that may be objects of their own, together with those that say when and where
OBJECTS = frozenset({"np", "pronoun"})


def shared_object(reading: Reading, clause: Clause) -> list[Filler]:
    """The object of the clause before, for a verb alone: `griff ihn an und überholte`.

    A relative pronoun is that of both: `den er einholte und in der Haarnadel überholte`, and
    another object where nothing but adverbials follow: `hatte ihn gestellt und bald überholt`.
    """
    if clause["subject"] >= 0 or clause["passive"]:
        return []
    for link in clause["links"]:
        if link["kind"] == "coordinated":
            other = reading.clauses[link["clause"]]
            objects = fill(reading, other, "accusative")[:1]
            if any(phrase["kind"] in OBJECTS for phrase in clause["phrases"]):
                objects = [o for o in objects if reading.tags[o.phrase["head"]] == "PRELS"]
            return [Filler(other, filler.phrase, True) for filler in objects]
    return []


def of_conjunct(reading: Reading, clause: Clause, slot: str, noun: Phrase | None) -> list[Filler]:
    """What a conjunct that says anew only who acts has from the one before.

    `erst überholte ihn A, dann B`, `A zog an C vorbei, eine Kurve später auch B`.
    """
    conjunct = reading.elided_from(clause)
    if conjunct is None or clause["subject"] < 0:
        return []
    return [
        Filler(conjunct, filler.phrase, True)
        for filler in fill(reading, conjunct, slot, noun)
        if filler.phrase["start"] != conjunct["phrases"][conjunct["subject"]]["start"]
        or conjunct["passive"]
    ][:1]


def of_member(noun: Phrase, token: int, fillers: list[Filler]) -> list[Filler]:
    """Of what several nouns belong to what the one meant does: `den Sieg von A und das Aus von B`.

    Args:
        noun: the phrase of the nouns.
        token: the noun meant.
        fillers: what hangs on any of them, or stands beside.
    """
    heads = [member["head"] for member in noun["members"]]
    if token not in heads or len(heads) < 2:
        return fillers
    return [f for f in fillers if f.phrase["attribute_of"] == token] or fillers


def from_first(reading: Reading, fillers: list[Filler], listing: frozenset[str]) -> list[Filler]:
    """The objects with the head of a list first: `ließ A ziehen, dann den Audi von B`.

    Args:
        reading: the document.
        fillers: the objects, best first.
        listing: words before a further one of a list.
    """
    starts = [filler.phrase["start"] for filler in fillers]
    if len(starts) < 2 or reading.lower[starts[0] - 1] not in listing:
        return fillers
    return sorted(fillers, key=lambda filler: filler.phrase["start"])


def says_nobody(reading: Reading, clause: Clause, noun: Phrase | None, found: list[Filler]) -> bool:
    """Whether a sentence has no subject, or only what its frame speaks of.

    `Drehte sich.`, `Erhielt danach eine Zeitstrafe.`

    Args:
        reading: the document.
        clause: the clause.
        noun: what the frame speaks of.
        found: who stands in the slots of the role so far.
    """
    if clause["passive"] == "event":
        return False
    nobody = all(filler.phrase is noun for filler in found)
    if found and not (nobody and opens_with_verb(reading, clause)):
        return False
    return stands_alone(reading, clause)


def stands_alone(reading: Reading, clause: Clause) -> bool:
    """Whether a clause is a sentence, if only a participle: `In Runde drei ausgeschieden.`

    But not where a clause is its subject: `Dass er aufgab, lag am Getriebe`.
    """
    if clause["kind"] == "main":
        return not any(
            other["introducer"] == "dass" and link["clause"] == clause["index"]
            for other in reading.by_sentence.get(clause["sentence"], ())
            for link in other["links"]
        )
    return clause["kind"] == "participle" and clause["perfect"] and not clause["links"]


def subject_before(reading: Reading, clause: Clause) -> list[Filler]:
    """The subject of the clause before, for a main clause that says none (tickers, notes).

    `Vettel blieb cool. Startete von der Pole, fuhr davon. Gewann.`, `Und Webber? Drehte sich.`;
    or of the heading over it: `Dario Castagneri (Ferrari): 2+`.
    """
    if clause["verb"] is None or (clause["passive"] and not opens_with_verb(reading, clause)):
        return []
    last = clause["sentence"]
    for at in range(clause["index"] - 1, -1, -1):
        other = reading.clauses[at]
        if last - other["sentence"] > 1:
            break
        if (
            not stands_alone(reading, other)
            and not _heads(reading, other)
            and not _asks(reading, other)
        ):
            continue
        subject = subject_of(reading, other)
        if subject is not None:
            return [Filler(subject.clause, subject.phrase, True)]
        last = other["sentence"]
    return []


def _heads(reading: Reading, clause: Clause) -> bool:
    """Whether a clause is a heading that begins with somebody's name."""
    start = reading.clause_start(clause)
    return (
        clause["kind"] == "fragment"
        and reading.headline[start]
        and reading.label_at(start) == "DRIVER"
    )


def _asks(reading: Reading, clause: Clause) -> bool:
    """Whether a clause only asks for somebody: `Und Webber?`."""
    end = max((stop for _, stop in clause["spans"]), default=0)
    return clause["kind"] == "fragment" and reading.words[end : end + 1] == ["?"]
