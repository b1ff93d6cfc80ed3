"""Whether a text is about a race: what speaks for it, weighed against its length and other fields.

`gewann die Etappe`, `überholte in der Tabelle`, `übernahm die Führung des Konzerns` are said in the
same words. One word that only motor racing has tells a short item; a word that others have too
(`Runde`, `Reifen`, the make of a car) does not tell a long text. A note of a sentence or two may
hold none of them; there somebody by name who passes somebody by name tells.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, compress

from ..discourse.reading import HEADLINES, Reading
from ..discourse.vocabulary import Vocabulary
from ..zones.model import ZONES
from .draft import Draft

#: names that only a text about racing has, and those that a city, a firm or a road car has too
RACING_NAMES = frozenset({"DRIVER", "SERIES", "CLASS"})
SHARED_NAMES = frozenset({"DRIVER", "TEAM", "CAR", "TRACK", "CORNER", "PERSON"})
#: of these any number is one piece of evidence: road tests name many cars
ROAD = frozenset({"CAR"})
MEASURES = frozenset({"LAP", "GAP"})
PLACES = frozenset({"CORNER", "TRACK"})
#: what one piece of evidence weighs that only racing has; a shared one weighs 1
WEIGHT = 3
#: so many words ask for one more point of evidence, up to `MOST`; as many for other fields
WORDS, MOST = 20, 9
#: so many words of other fields make a paragraph that the next may go on with
CLEARLY = 2
#: a text of fewer words may be known by who passes whom alone
SHORT = 40
#: zones that are a paragraph each
PROSE = frozenset({"lead", "body", "list_item", "ticker"})


@dataclass(frozen=True, slots=True)
class Topic:
    """What speaks for a race in a text, what its length asks for, and words of other fields."""

    evidence: int
    length: int
    foreign: int
    words: int

    @property
    def needed(self) -> int:
        """The least evidence with which the text is read for events."""
        return self.length + self.foreign

    @property
    def other(self) -> bool:
        """Whether words of other fields outweigh the race.

        One of them does not where a word stands beside it that only racing has: `Für den
        Überrundeten endete es mit Blechschaden`.
        """
        return self.foreign >= CLEARLY or (self.foreign > 0 and self.evidence < WEIGHT)

    @property
    def racing(self) -> bool:
        """Whether the text is read for events."""
        return self.evidence >= self.needed

    @property
    def by_passes(self) -> bool:
        """Whether the text is one about a race where somebody passes somebody in it."""
        return not self.racing and not self.foreign and 0 < self.words < SHORT


def named_pass(drafts: list[Draft]) -> bool:
    """Whether one passes another and both are named: `Markus Weidner zog an Paul Krüger vorbei`."""
    return any(
        draft.type == "overtake" and all(_named(draft, side) for side in ("agent", "patient"))
        for draft in drafts
    )


def _named(draft: Draft, role: str) -> bool:
    return any(
        argument.participant is not None and argument.participant.label == "DRIVER"
        for argument in draft.roles.get(role, ())
    )


def topic_of(reading: Reading, vocabulary: Vocabulary) -> Topic:
    """Weigh the distinct words and names of a text.

    Args:
        reading: the document.
        vocabulary: words of racing and of other fields.
    """
    return _weigh(reading, vocabulary, 0, len(reading.words), _all_words(reading))


def other_fields(reading: Reading, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """Stretches of a page about a race that tell of something else, as token spans.

    A section from one headline to the next, or a paragraph: the football behind the race in a
    round-up of the weekend. Words of other fields must stand in it, a want of racing is not enough.
    """
    if not vocabulary.foreign.among(_all_words(reading)):
        return []
    sections: list[tuple[int, int]] = []
    found: list[tuple[int, int]] = []
    goes_on = False
    known: set[str] = set()
    for zone in reading.doc.user_data.get(ZONES, []):
        start, end = zone["start"], min(zone["end"], len(reading.words))
        if zone["kind"] in HEADLINES or not sections:
            sections.append((start, end))
            goes_on = False
        elif zone["kind"] != "quotation":
            sections[-1] = (sections[-1][0], end)
        if zone["kind"] in PROSE:
            topic = _weigh(reading, vocabulary, start, end)
            drivers = _drivers(reading, start, end)
            if topic.foreign < CLEARLY and not goes_on and not known.isdisjoint(drivers):
                # one word of another field, and somebody of whom the page tells: `Playoff-Ranking`
                continue
            known.update(drivers)
            if not topic.racing and (topic.other or goes_on):
                found.append((start, end))
            # a paragraph goes on with the field of the one before where nothing speaks for racing
            goes_on = not topic.racing and (goes_on or topic.foreign >= CLEARLY)
    weighed = [(span, _weigh(reading, vocabulary, *span)) for span in sections]
    return [*found, *(span for span, topic in weighed if topic.other and not topic.racing)]


def _drivers(reading: Reading, start: int, end: int) -> set[str]:
    """The drivers named in a stretch, by their last names."""
    return {
        mention["name"].rsplit(" ", 1)[-1]
        for mention in reading.mentions
        if mention["label"] == "DRIVER" and mention["name"] and start <= mention["start"] < end
    }


def _weigh(
    reading: Reading,
    vocabulary: Vocabulary,
    start: int,
    end: int,
    words: set[str] | None = None,
) -> Topic:
    if words is None:
        words = _words(reading, start, end)
    only = vocabulary.racing_only.among(words)
    shared = vocabulary.racing.among(words)
    if only or shared:
        # a word and its lemma are one piece of evidence
        lemmas = dict(zip(reading.lower[start:end], reading.lemmas_lower[start:end], strict=True))
        only = {lemmas.get(word, word) for word in only}
        shared = {lemmas.get(word, word) for word in shared}
    foreign = vocabulary.foreign.among(words)
    for mention in reading.mentions:
        if not start <= mention["start"] < end:
            continue
        if foreign and mention["label"] in PLACES:
            # am Schwimmbad in Monaco
            foreign = foreign - set(reading.lower[mention["start"] : mention["end"]])
        label = mention["label"]
        if label in MEASURES:
            shared.add(label)
        elif mention["source"] != "gazetteer":
            continue
        elif label in RACING_NAMES and not mention["surname_only"]:
            only.add(f"{label} {mention['id'] or mention['name']}")
        elif label in SHARED_NAMES:
            own = label in ROAD
            shared.add(label if own else f"{label} {mention['id'] or mention['name']}")
    evidence = WEIGHT * len(only) + len(shared - only)
    counted = _counted(reading)
    size = counted[end] - counted[start]
    length = max(1, min(MOST, size // WORDS))
    return Topic(evidence, length, min(MOST, len(foreign)), size)


def _counted(reading: Reading) -> list[int]:
    """How many words stand before each token."""
    found = reading.counted
    if found is None:
        letters = [word[0].isalpha() for word in reading.words]
        found = reading.counted = list(accumulate(letters, initial=0))
    return found


def _all_words(reading: Reading) -> set[str]:
    """Those of the whole text, found once; nobody changes them."""
    found = reading.topic_words
    if found is None:
        found = reading.topic_words = _words(reading, 0, len(reading.words))
    return found


def _words(reading: Reading, start: int, end: int) -> set[str]:
    """Words and lemmas of a stretch of prose, and the parts of `Grand-Prix-Sieger`."""
    lower, lemmas = reading.lower[start:end], reading.lemmas_lower[start:end]
    if True in reading.silent[start:end]:
        spoken = [not silent for silent in reading.silent[start:end]]
        lower, lemmas = list(compress(lower, spoken)), list(compress(lemmas, spoken))
    words = set(lower)
    words.update([part for word in words if "-" in word for part in word.split("-")])
    words.update(lemmas)
    return words


def refusal(topic: Topic) -> str:
    """Why a text is not read for events, in words."""
    if not topic.evidence:
        return "no word of racing and no name of the sport stands in the text"
    found, needed = topic.evidence, topic.needed
    return f"words of racing and names of the sport weigh {found}, a text like this needs {needed}"
