"""Whether a text is about a race: what speaks for it, weighed against its length and other fields.

`gewann die Etappe`, `überholte in der Tabelle`, `übernahm die Führung des Konzerns` are said in the
same words. One word that only motor racing has tells a short item; a word that others have too
(`Runde`, `Reifen`, the make of a car) does not tell a long text.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..discourse.reading import Reading
from ..discourse.vocabulary import Vocabulary

#: names that only a text about racing has, and those that a city, a firm or a road car has too
RACING_NAMES = frozenset({"DRIVER", "SERIES", "CLASS"})
SHARED_NAMES = frozenset({"DRIVER", "TEAM", "CAR", "TRACK", "CORNER", "PERSON"})
#: of these any number is one piece of evidence: road tests name many cars
ROAD = frozenset({"CAR"})
MEASURES = frozenset({"LAP", "GAP"})
#: what one piece of evidence weighs that only racing has; a shared one weighs 1
WEIGHT = 3
#: so many words ask for one more point of evidence, up to `MOST` of them
WORDS, MOST = 20, 9


@dataclass(frozen=True, slots=True)
class Topic:
    """What speaks for a race in a text, what is asked for, and whether it is reached."""

    evidence: int
    needed: int

    @property
    def racing(self) -> bool:
        """Whether the text is read for events."""
        return self.evidence >= self.needed


def topic_of(reading: Reading, vocabulary: Vocabulary) -> Topic:
    """Weigh the distinct words and names of a text.

    Args:
        reading: the document.
        vocabulary: words of racing and of other fields.
    """
    words = {*reading.lower, *reading.lemmas_lower}
    words |= {part for word in reading.lower if "-" in word for part in word.split("-")}
    lemmas = dict(zip(reading.lower, reading.lemmas_lower, strict=True))
    only = {lemmas.get(word, word) for word in vocabulary.racing_only.among(words)}
    shared = {lemmas.get(word, word) for word in vocabulary.racing.among(words)}
    for mention in reading.mentions:
        label, name = mention["label"], f"{mention['label']} {mention['id'] or mention['name']}"
        if label in MEASURES:
            shared.add(label)
        elif mention["source"] != "gazetteer":
            continue
        elif label in RACING_NAMES and not mention["surname_only"]:
            only.add(name)
        elif label in SHARED_NAMES:
            shared.add(label if label in ROAD else name)
    evidence = WEIGHT * len(only) + len(shared - only)
    needed = max(1, min(MOST, sum(word[:1].isalpha() for word in reading.words) // WORDS))
    foreign = vocabulary.foreign.among(words) if evidence >= needed else ()
    return Topic(evidence, needed + len(foreign))


def refusal(topic: Topic) -> str:
    """Why a text is not read for events, in words."""
    if not topic.evidence:
        return "no word of racing and no name of the sport stands in the text"
    found, needed = topic.evidence, topic.needed
    return f"words of racing and names of the sport weigh {found}, a text like this needs {needed}"
