"""What a phrase without a noun of its own stands for: `den Platz, den er hielt`, `der zweite`."""

from __future__ import annotations

from ..clauses.model import Clause, Phrase
from ..german.ordinals import ordinal
from .reading import Reading

#: pronouns that take up a thing told in the clause before
TAKEN_UP = frozenset({"sie", "ihn", "diese", "diesen"})
#: those that take up the last thing of the sentence before: `Diesen behielt er bis ins Ziel`
DEMONSTRATIVES = frozenset({"diese", "diesen"})
#: articles that stand alone for the race told last: `Den gewann Rea`, `Das ging an Bautista`
ALONE = frozenset({"den", "die", "das", "der", "dem"})
#: so many sentences behind its noun an ordinal counts on: `Das zweite gewann Rea`
COUNTED_ON = 2


def stands_for(reading: Reading, clause: Clause, phrase: Phrase) -> Phrase:
    """What a phrase without a noun of its own stands for, else the phrase.

    The antecedent of a relative pronoun (`den Platz, den er hielt`), what an ordinal counts
    (`Den ersten Lauf gewann A, den zweiten B`).
    """
    if clause["kind"] == "relative" and reading.tags[phrase["head"]] == "PRELS":
        for link in clause["links"]:
            if link["kind"] == "relative" and link["phrase"] >= 0:
                return reading.clauses[link["clause"]]["phrases"][link["phrase"]]
    if reading.tags[phrase["head"]] == "ADJA" and reading.mention_of(phrase) is None:
        return _told_on(reading, clause, phrase) or phrase
    word = reading.lower[phrase["head"]]
    if word in TAKEN_UP and "a" in (phrase["case"] or "a"):
        return _taken_up(reading, clause) or _race_before(reading, clause) or phrase
    if word in ALONE and phrase["kind"] == "pronoun" and clause["kind"] == "main":
        return _race_before(reading, clause) or phrase
    return phrase


def _told_on(reading: Reading, clause: Clause, phrase: Phrase) -> Phrase | None:
    """What an ordinal without its noun counts: in the conjunct before, else a race before that."""
    conjunct, stood = reading.elided_from(clause), _told_anew(reading, clause, phrase)
    if stood is not None and conjunct is not None and reading.tags[stood["head"]] == "ADJA":
        # `Zwei Läufe gab es: Den ersten gewann A, den zweiten B`
        return _counted_on(reading, conjunct, stood) or stood
    return stood or _counted_on(reading, clause, phrase)


def counted_race(reading: Reading, clause: Clause, phrase: Phrase) -> int | None:
    """Which of the races told before an ordinal without its noun means: `Im zweiten siegte A`."""
    if reading.tags[phrase["head"]] != "ADJA" or reading.mention_of(phrase) is not None:
        return None
    rank = ordinal(reading.words[phrase["head"]])
    if rank is None or rank.kind != "plain" or rank.from_end:
        return None
    stood = _told_on(reading, clause, phrase)
    if stood is None:
        return None
    mention = reading.mention_of(stood)
    races = stood["lemma"].lower() in reading.classes["counted-race"]
    if mention is not None:
        races = mention["label"] == "SESSION" and (mention["value"] or {}).get("session") == "race"
    return rank.number if races else None


def _told_anew(reading: Reading, clause: Clause, phrase: Phrase) -> Phrase | None:
    """What an ordinal counts of the conjunct before: `A verlor den vierten Gang, B den ersten`.

    First what stands before its verb: `Den ersten Lauf gewann A, den zweiten B`.
    """
    conjunct = reading.elided_from(clause)
    if conjunct is None:
        return None
    counted = [
        one
        for at, one in enumerate(conjunct["phrases"])
        if at != conjunct["subject"] and one["prep"] == phrase["prep"]
        if one["kind"] in ("np", "pp") and one["attribute_of"] < 0
        if reading.label_at(one["head"]) in ("", "SESSION", "POSITION")
        if reading.tags[one["head"]] != "CARD"
    ]
    before = [one for one in counted if one["field"] == "prefield"]
    return next(iter(before + counted), None)


def _counted_on(reading: Reading, clause: Clause, phrase: Phrase) -> Phrase | None:
    """The race an ordinal counts on from: `gewann den ersten Lauf. Der zweite ging an B`."""
    if not phrase["definite"] or ordinal(reading.words[phrase["head"]]) is None:
        return None
    for index in range(clause["index"] - 1, -1, -1):
        other = reading.clauses[index]
        if clause["sentence"] - other["sentence"] > COUNTED_ON:
            break
        for earlier in other["phrases"]:
            mention = reading.mention_of(earlier)
            if mention is None:
                # `Gefahren wurden zwei Läufe. Den ersten gewann A`
                counted = earlier["lemma"].lower() in reading.classes["counted-race"]
                if counted and earlier["number"] == "pl":
                    return earlier
            elif mention["label"] == "SESSION":
                several = earlier["number"] == "pl"
                if several or ordinal(reading.words[mention["start"]]) is not None:
                    return earlier
    return None


def _race_before(reading: Reading, clause: Clause) -> Phrase | None:
    """The session told last before a clause: `Am Samstag stand der Sprint an. Den gewann A`."""
    for index in range(clause["index"] - 1, -1, -1):
        other = reading.clauses[index]
        if clause["sentence"] - other["sentence"] > 1:
            break
        for phrase in reversed(other["phrases"]):
            if reading.label_at(phrase["head"]) == "SESSION":
                return phrase
    return None


def _taken_up(reading: Reading, clause: Clause) -> Phrase | None:
    """The thing that a pronoun takes up: `übernahm die Spitze, verlor sie aber wieder`."""
    for link in clause["links"]:
        if link["kind"] != "coordinated":
            continue
        other = reading.clauses[link["clause"]]
        subject = other["phrases"][other["subject"]] if other["subject"] >= 0 else None
        for phrase in reversed(other["phrases"]):
            mention = reading.mention_of(phrase)
            if mention is not None and mention["label"] != "POSITION":
                continue
            own = phrase["attribute_of"] < 0 and phrase["prep"] is None
            if own and phrase is not subject and phrase["kind"] == "np" and phrase["definite"]:
                return phrase
    opener = clause["spans"][0][0]
    if reading.lower[opener] not in DEMONSTRATIVES or clause["kind"] != "main":
        return None
    return _told_last(reading, clause)


def _told_last(reading: Reading, clause: Clause) -> Phrase | None:
    """The place or thing that the sentence before ends with: `lag auf Platz vier. Diesen`."""
    other = reading.clauses[clause["index"] - 1] if clause["index"] else None
    if other is None or clause["sentence"] - other["sentence"] != 1:
        return None
    for phrase in reversed(other["phrases"]):
        mention = reading.mention_of(phrase)
        if mention is not None and mention["label"] == "POSITION":
            return phrase
        # `diesen` may be somebody: `griff den Führenden an. Diesen überholte er`
        thing = mention is None and reading.lower[clause["spans"][0][0]] == "diese"
        if thing and phrase["definite"] and phrase["kind"] in ("np", "pp"):
            return phrase
    return None
