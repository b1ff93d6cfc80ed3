"""Who says `ich` and `wir`: quotations over several sentences, and whose words they are.

`„Ich war zu schnell. In Runde drei drehte ich mich“, sagte Glock. „Danach war ich Achter.“`: all
three sentences are Glock's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.model import Clause
from .aboard import drivers_in
from .people import Participant
from .reading import Reading
from .slots import subject_of
from .ties import known

if TYPE_CHECKING:
    from .references import Resolver

#: marks that open a quotation, and what closes it
CLOSED_BY = {
    "„": frozenset({"“", "”", '"'}),
    "“": frozenset({"”"}),
    "»": frozenset({"«"}),
    "«": frozenset({"»"}),
    '"': frozenset({'"'}),
}


def speaker(resolver: Resolver, clause: Clause) -> list[Participant]:
    """The people whose words a clause is, where it stands in a quotation."""
    telling = _telling(resolver.reading, clause)
    filler = subject_of(resolver.reading, telling) if telling is not None else None
    if telling is None or filler is None:
        return []
    if telling["sentence"] <= clause["sentence"]:
        arguments = resolver.resolve(filler.clause, filler.phrase)
        return [a.participant for a in arguments if a.participant is not None]
    # who is told to speak only behind the quotation is known by name alone
    named = drivers_in(resolver.reading, filler.phrase)
    people = [known(resolver.state, mention) for mention in named]
    return [person.participant for person in people if person is not None]


def _telling(reading: Reading, clause: Clause) -> Clause | None:
    """The clause that says whose words another one is."""
    own = _linked(reading, clause)
    if own is not None:
        return own
    quotations = quotations_of(reading)
    start = clause["spans"][0][0]
    at = next((i for i, (a, b) in enumerate(quotations) if a <= start < b), -1)
    while at >= 0:
        begin, end = quotations[at]
        told = _told_of(reading, begin, end)
        if told is not None:
            return told
        if begin and reading.words[begin - 1] == ":":
            # `Kolb war enttäuscht: „Wir haben uns gedreht.“`
            return _spoken_of(reading, reading.sentence_of(begin - 1), begin)
        before = reading.sentence_of(begin) - 1
        if "\n" in reading.blanks_before(begin):
            return None
        # the quotation that the sentence before holds goes on: `„...“, sagte Glock. „...“`
        goes_on = at > 0 and reading.sentence_of(quotations[at - 1][1] - 1) == before
        if not goes_on:
            return _spoken_of(reading, before, begin)
        at -= 1
    return None


def _told_of(reading: Reading, begin: int, end: int) -> Clause | None:
    """The clause that says who speaks, of the first clause of a quotation that has one."""
    for sentence in range(reading.sentence_of(begin), reading.sentence_of(end - 1) + 1):
        for clause in reading.by_sentence.get(sentence, ()):
            told = _linked(reading, clause)
            if told is not None and begin <= clause["spans"][0][0] < end:
                return told
    return None


def _linked(reading: Reading, clause: Clause) -> Clause | None:
    for link in clause["links"]:
        if link["kind"] == "quoted":
            return reading.clauses[link["clause"]]
    return None


def _spoken_of(reading: Reading, sentence: int, begin: int) -> Clause | None:
    """`Glock war zufrieden. „Ich ...“`: the main clause right before, about one driver."""
    for clause in reversed(reading.by_sentence.get(sentence, [])):
        if clause["kind"] != "main" or clause["spans"][0][0] >= begin:
            continue
        subject = subject_of(reading, clause)
        if subject is not None and len(drivers_in(reading, subject.phrase)) == 1:
            return clause
        return None
    return None


def quotations_of(reading: Reading) -> list[tuple[int, int]]:
    """Token spans of the quotations, from the mark that opens to the one that closes."""
    if reading.quotations is None:
        reading.quotations = []
        begin, closing = -1, CLOSED_BY['"']
        for token, word in enumerate(reading.words):
            if begin >= 0 and word in closing:
                reading.quotations.append((begin, token))
                begin = -1
            elif word in CLOSED_BY and (begin < 0 or word == "„"):
                begin, closing = token, CLOSED_BY[word]
            elif begin >= 0 and closing == CLOSED_BY['"'] and word.isspace() and "\n" in word:
                # one mark opens and closes: a paragraph ends what nobody has closed
                begin = -1
    return reading.quotations
