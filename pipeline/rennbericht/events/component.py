"""The spaCy component `rennbericht_events`: the last one, which writes the events."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from spacy.tokens import Doc, Span

from ..batches import Batched
from ..contract.build import EVENTS, PRODUCER, RACES
from ..contract.slug import entity_key
from ..discourse.people import Argument
from ..discourse.reading import Reading
from ..discourse.vocabulary import load_vocabulary
from .confidence import load_confidence
from .draft import Draft
from .load_frames import load_frames
from .trace import Trace
from .walk import Walk


class EventExtractor(Batched):
    """Walks a document whose clauses and mentions are known, and writes its events."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        #: the patterns folder
        self.folder = folder
        self.frames = load_frames(folder)
        self.vocabulary = load_vocabulary(folder)
        self.confidence = load_confidence()
        #: named in the records of documents that name no producer of their own
        self.producer: str | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Write `doc.user_data["rennbericht_events"]` and `doc.spans["triggers"]`."""
        reading = Reading(doc, self.vocabulary.words)
        walk = Walk(reading, self.frames, self.vocabulary)
        self._write(doc, reading, walk.run(), walk.races)
        return doc

    def explained(self, doc: Doc) -> tuple[Reading, list[Draft], Trace]:
        """Walk a document that has its clauses; its events, and all that was tried for them."""
        reading, trace = Reading(doc, self.vocabulary.words), Trace()
        walk = Walk(reading, self.frames, self.vocabulary, trace)
        drafts = walk.run()
        self._write(doc, reading, drafts, walk.races)
        return reading, drafts, trace

    def _write(
        self, doc: Doc, reading: Reading, drafts: list[Draft], races: list[dict[str, Any]]
    ) -> None:
        doc.user_data[RACES] = races
        for draft in drafts:
            draft.confidence = self.confidence.judge(draft)
        doc.user_data[EVENTS] = [as_record(reading, draft) for draft in drafts]
        if self.producer is not None:
            doc.user_data.setdefault(PRODUCER, self.producer)
        doc.spans["triggers"] = [Span(doc, *d.trigger, label=d.type.upper()) for d in drafts]


def as_record(reading: Reading, draft: Draft) -> dict[str, Any]:
    """A draft as a plain dict of the contract, all offsets in characters."""
    start, end = reading.chars(*draft.trigger)
    race = {} if draft.race_index is None else {"race": draft.race_index}
    return {
        **race,
        "type": draft.type,
        "status": draft.status,
        "trigger": {"text": reading.text[start:end], "start": start, "end": end},
        "sentence": {"index": draft.sentence, **_sentence(reading, draft.sentence, text=True)},
        "roles": {
            role: [_argument(reading, argument) for argument in arguments]
            for role, arguments in draft.roles.items()
            if arguments
        },
        "attributes": draft.attributes,
        "also": [_sentence(reading, index) for index in draft.also],
        "confidence": draft.confidence,
        "pattern": draft.frame.id,
    }


def _sentence(reading: Reading, index: int, *, text: bool = False) -> dict[str, Any]:
    first, last = reading.sentences[index]
    start, end = reading.chars(first, last)
    while end > start and reading.text[end - 1].isspace():
        end -= 1
    while start < end and reading.text[start].isspace():
        start += 1
    found: dict[str, Any] = {"start": start, "end": end}
    if text:
        found["text"] = reading.text[start:end]
    return found


def _argument(reading: Reading, argument: Argument) -> dict[str, Any]:
    start, end = reading.chars(argument.start, argument.end)
    entity = None
    if argument.participant is not None:
        participant = argument.participant
        entity = {
            "label": participant.label,
            "id": participant.id or entity_key(participant.label, participant.name),
            "name": participant.name,
        }
    return {
        "text": reading.text[start:end],
        "start": start,
        "end": end,
        "entity": entity,
        "via": argument.via,
    }
