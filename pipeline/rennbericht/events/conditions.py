"""Whether the conditions of a frame hold in the clause where it is anchored."""

from __future__ import annotations

from functools import cache

from ..clauses.model import Phrase
from ..discourse.attribute_words import attribute_words
from ..discourse.reading import Reading
from ..discourse.slots import fill
from ..discourse.state import RaceState
from ..discourse.vocabulary import Vocabulary
from .companions import SETTINGS
from .frames import RANK
from .glance import settings_of
from .match import Match
from .ranks import own_ranks

#: labels before the noun that they measure
MEASURED = frozenset({"GAP", "TIME", "LAPS"})
#: slots that no preposition opens
BARE_SLOTS = frozenset({"subject", "accusative", "dative", "genitive", "predicative", "of"})


def failed_condition(
    match: Match,
    reading: Reading,
    state: RaceState,
    denied: bool,
    standings: bool,
    vocabulary: Vocabulary,
    understood: frozenset[str] = frozenset(),
) -> str | None:
    """The first condition of the frame that the clause does not meet, or None.

    Args:
        match: the frame and where it is anchored.
        reading: the document.
        state: the race state, for the session.
        denied: whether the clause is negated.
        standings: whether the sentence speaks of a championship table.
        vocabulary: words that fill no slot, though they stand like one.
        understood: lower-case words that the sentence goes on from without saying them.

    Returns:
        The condition as a readable string (`beside: Runde`), None where all hold.
    """
    frame, clause = match.frame, match.clause
    failed = _unlike(match, reading)
    if failed is not None:
        return failed
    if frame.polarity is not None and (frame.polarity == "negated") != denied:
        return f"polarity: {frame.polarity}"
    if frame.context and frame.context.isdisjoint(settings_of(state, standings)):
        return f"context: {_listed(frame.context)}"
    if frame.beside or frame.not_beside:
        words = reading.clause_words(clause)
        if understood:
            words |= understood
        if frame.anchor == "adjective":
            words |= attribute_words(reading, clause)
        if frame.beside and frame.beside.isdisjoint(words):
            return f"beside: {_listed(frame.beside)}"
        barring = frame.not_beside & words
        if barring and not barring <= reading.counted_from(clause):
            return f"not_beside: {_listed(frame.not_beside)}"
    for slot in frame.without:
        if _filled(match, reading, slot, vocabulary):
            return f"without: {slot}"
    for needed in frame.requires:
        if needed == RANK:
            if not match.place and not own_ranks(reading, clause, frame, match.noun, match.token):
                return "requires: rank"
        elif needed in frame.labels and not reading.mentions_in(clause, needed):
            return f"requires: {needed}"
    return None


def _unlike(match: Match, reading: Reading) -> str | None:
    """What the frame asks of the form of its clause, and the clause has not."""
    frame, clause = match.frame, match.clause
    if frame.reflexive is not None and clause["reflexive"] != frame.reflexive:
        return f"reflexive: {frame.reflexive}"
    if frame.fragment is not None and frame.fragment != (clause["verb"] is None):
        return f"fragment: {frame.fragment}"
    if frame.opens and reading.clause_start(clause) != (
        match.noun["start"] if match.noun is not None else match.token
    ):
        return "opens: true"
    if frame.voice is not None and (frame.voice == "passive") != bool(clause["passive"]):
        return f"voice: {frame.voice}"
    # `hat dominiert` tells of the past too
    if frame.tense not in (None, "past" if clause["perfect"] else clause["tense"]):
        return f"tense: {frame.tense}"
    if frame.modal and clause["modal"] not in frame.modal:
        return f"modal: {_listed(frame.modal)}"
    return None


def _adverbial(reading: Reading, phrase: Phrase, words: dict[str, frozenset[str]]) -> bool:
    """Whether a bare phrase is no object: `eine Kurve später`, `jedes Mal`, `mussten beide`."""
    lower, start, end = reading.lower, phrase["start"], phrase["end"]
    told_when = phrase["lemma"].lower() in words["turn-noun"]
    if told_when or not words["later-word"].isdisjoint(lower[end : end + 1]):
        return True
    return end == start + 1 and lower[start] in words["floating-quantifier"]


def _filled(match: Match, reading: Reading, slot: str, vocabulary: Vocabulary) -> bool:
    """Whether anything but a measure, a time or a place stands in a slot that must be empty."""
    about = match.noun if slot.startswith("of") else None
    fillers = [f.phrase for f in fill(reading, match.clause, slot, about)]
    fillers = [phrase for phrase in fillers if phrase is not match.noun]
    if slot not in BARE_SLOTS or about is not None:
        fillers = [
            phrase for phrase in fillers if not _sets(reading, phrase, vocabulary.no_reasons)
        ]
    if about is not None:
        # `nach einer Strafe vom 20. Platz`, `von 500 Euro`: not whom it befell
        money = vocabulary.words["money-noun"]
        fillers = [p for p in fillers if reading.label_at(p["head"]) != "POSITION"]
        fillers = [p for p in fillers if p["lemma"].lower() not in money]
    elif slot == "accusative":
        fillers = [p for p in fillers if not _adverbial(reading, p, vocabulary.words)]
    if slot in ("accusative", "dative"):
        # `mit zehn Sekunden Vorsprung`: what is measured is no object
        fillers = [p for p in fillers if reading.label_at(p["start"] - 1) not in MEASURED]
    return bool(fillers)


@cache
def _listed(words: frozenset[str]) -> str:
    """The words of a condition, of which there are only so many."""
    return "|".join(sorted(words))


def _sets(reading: Reading, phrase: Phrase, settings: frozenset[str]) -> bool:
    """Whether a phrase tells when or where: `am Ende der Geraden`, `in Kurve drei`."""
    if (mention := reading.mention_of(phrase)) is not None:
        return mention["label"] in SETTINGS
    # `nach acht von 18 Prüfungen`
    return reading.tags[phrase["head"]] == "CARD" or phrase["lemma"].lower() in settings
