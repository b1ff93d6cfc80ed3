"""Counting over texts: frames that fire, sentences without events, references left open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from rennbericht.clauses.model import Clause
from rennbericht.contract.build import EVENTS
from rennbericht.curation.texts import CuratedText, verdicts
from rennbericht.discourse.reading import Reading
from rennbericht.events.component import EventExtractor
from rennbericht.events.frames import FrameSet
from rennbericht.events.match import verb_of
from rennbericht.events.trace import Trace

PEOPLE = frozenset({"DRIVER", "TEAM", "CAR"})
#: sentences shown for each unknown word and each kind of open reference
EXAMPLES = 3


@dataclass(slots=True)
class FrameCount:
    """What came of one frame."""

    #: clauses it fired on, and events of the output it gave
    fired: int = 0
    events: int = 0
    #: of the events on texts with gold
    right: int = 0
    wrong: int = 0


@dataclass(slots=True)
class Unknown:
    """A word that no frame knows, in sentences that name people and give no event."""

    count: int = 0
    sentences: list[str] = field(default_factory=list)

    def add(self, sentence: str) -> None:
        """Count a sentence, and keep it where few are kept."""
        self.count += 1
        if len(self.sentences) < EXAMPLES and sentence not in self.sentences:
            self.sentences.append(sentence)


@dataclass(slots=True)
class Coverage:
    """The counts over all texts."""

    texts: int = 0
    sentences: int = 0
    gold: int = 0
    frames: dict[str, FrameCount] = field(default_factory=dict)
    #: frame -> type
    types: dict[str, str] = field(default_factory=dict)
    #: event type -> events in gold
    wanted: Counter[str] = field(default_factory=Counter)
    #: id -> how often a name of it was met in the gazetteer
    names: Counter[str] = field(default_factory=Counter)
    #: `verb zubremsen`, `noun Kollision` -> sentences
    unknown: dict[str, Unknown] = field(default_factory=dict)
    #: via -> mentions that stand for somebody nobody knows
    open_references: dict[str, Unknown] = field(default_factory=dict)

    @property
    def never(self) -> list[str]:
        """Frames that fired nowhere."""
        return [frame for frame, count in self.frames.items() if not count.fired]

    def as_dict(self) -> dict[str, Any]:
        """Everything as plain data."""
        return {
            "texts": self.texts,
            "sentences": self.sentences,
            "texts_with_gold": self.gold,
            "frames": {
                frame: {
                    "type": self.types[frame],
                    "fired": c.fired,
                    "events": c.events,
                    **(self._scores(frame, c) if self.gold else {}),
                }
                for frame, c in self.frames.items()
            },
            "never": self.never,
            "names": dict(self.names.most_common()),
            "unknown": _ranked(self.unknown),
            "open_references": _ranked(self.open_references),
        }

    def _scores(self, frame: str, count: FrameCount) -> dict[str, Any]:
        scored = count.right + count.wrong
        wanted = self.wanted[self.types[frame]]
        return {
            "right": count.right,
            "wrong": count.wrong,
            "precision": round(count.right / scored, 4) if scored else None,
            "recall": round(count.right / wanted, 4) if wanted else None,
        }


def _ranked(table: dict[str, Unknown]) -> dict[str, Any]:
    ordered = sorted(table.items(), key=lambda item: (-item[1].count, item[0]))
    return {key: {"count": u.count, "sentences": u.sentences} for key, u in ordered}


def measure(nlp: Language, texts: Iterable[CuratedText]) -> Coverage:
    """Run the pipeline over texts and count.

    Args:
        nlp: a whole pipeline.
        texts: the texts; where they have gold, frames are scored.
    """
    extractor: EventExtractor = nlp.get_pipe("rennbericht_events")
    found = Coverage()
    for frame in extractor.frames.frames:
        found.frames[frame.id] = FrameCount()
        found.types[frame.id] = frame.type
    for text in texts:
        doc = nlp(text.text, disable=["rennbericht_events"])
        reading, _, trace = extractor.explained(doc)
        found.texts += 1
        found.sentences += len(reading.sentences)
        _count_frames(found, doc, trace, text)
        _count_names(found, reading)
        _count_unknown(found, reading, trace, extractor)
        _count_open(found, reading, trace)
    return found


def _count_frames(found: Coverage, doc: Doc, trace: Trace, text: CuratedText) -> None:
    for attempt in trace.attempts:
        if attempt.draft is not None:
            found.frames[attempt.frame.id].fired += 1
    events = doc.user_data[EVENTS]
    for event in events:
        found.frames[event["pattern"]].events += 1
    if text.gold is not None:
        found.gold += 1
        found.wanted.update(event["type"] for event in text.gold if not event.get("optional"))
        for event, right in zip(events, verdicts(text.gold, events), strict=True):
            count = found.frames[event["pattern"]]
            count.right += right
            count.wrong += not right


def _count_names(found: Coverage, reading: Reading) -> None:
    found.names.update(mention["line"] for mention in reading.mentions if mention["line"])


def _count_unknown(
    found: Coverage, reading: Reading, trace: Trace, extractor: EventExtractor
) -> None:
    """Words of sentences that name people in a text about racing and give no event."""
    if trace.refused:
        return
    told = {event["sentence"]["index"] for event in reading.doc.user_data[EVENTS]}
    told |= {index for event in reading.doc.user_data[EVENTS] for index in _also(reading, event)}
    for index, (start, end) in enumerate(reading.sentences):
        named = any(m["label"] in PEOPLE for m in reading.mentions if start <= m["start"] < end)
        if index in told or index in trace.passed_over or not named:
            continue
        sentence = " ".join(reading.span_text(start, end).split())
        words = [
            word
            for clause in reading.by_sentence.get(index, ())
            for word in unknown_words(extractor.frames, reading, clause)
        ]
        for word in dict.fromkeys(words):
            found.unknown.setdefault(word, Unknown()).add(sentence)


def _also(reading: Reading, event: dict[str, Any]) -> list[int]:
    starts = {reading.start_char[start]: i for i, (start, _) in enumerate(reading.sentences)}
    return [starts[span["start"]] for span in event["also"] if span["start"] in starts]


def unknown_words(frames: FrameSet, reading: Reading, clause: Clause) -> list[str]:
    """The verb of a clause where no frame knows it, else its nouns that none knows."""
    verb = verb_of(clause)
    if verb and not frames.of_verb(verb).frames and clause["verb"] not in ("sein", "haben"):
        return [f"verb {verb}"]
    return [
        f"noun {member['lemma']}"
        for phrase in clause["phrases"]
        for member in phrase["members"]
        if member["mention"] < 0
        and reading.tags[member["head"]] == "NN"
        and frames.noun_key(member["lemma"]) is None
        and not frames.companion_keys(member["lemma"])
    ]


def _count_open(found: Coverage, reading: Reading, trace: Trace) -> None:
    for resolution in trace.watch.resolutions:
        for argument in resolution.arguments:
            if argument.participant is None and not argument.unnamed:
                start, end = reading.sentences[reading.sentence_of(resolution.start)]
                words = reading.span_text(resolution.start, resolution.end)
                sentence = " ".join(reading.span_text(start, end).split())
                entry = found.open_references.setdefault(argument.via, Unknown())
                entry.add(f"{words} | {sentence}")
