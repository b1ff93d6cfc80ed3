"""From what the event component leaves on a document to event records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rennbericht.contract.attributes import LapAfter
from rennbericht.contract.ids import text_sha256
from rennbericht.contract.records import Event
from rennbericht.version import __version__

#: Keys of `doc.user_data`: the events as plain dicts, and whose they are.
EVENTS = "rennbericht_events"
#: Key of `doc.user_data`: the races that the text tells of, as plain dicts.
RACES = "rennbericht_races"
DOC_ID = "rennbericht_doc_id"
FIELD = "rennbericht_field"
PRODUCER = "rennbericht_producer"
#: Key of `nlp.meta`: the producer string of a loaded pipeline.
PRODUCER_META = "rennbericht_producer"
#: Keys that are set before a document is processed: date of the article (ISO 8601), its title.
PUBLISHED = "rennbericht_published"
TITLE = "rennbericht_title"
#: Key of `doc.user_data`: the text as it was read, where `doc.text` has blanks for line breaks.
SOURCE_TEXT = "rennbericht_source_text"


def source_text(doc: Any) -> str:
    """Return the text of a document as it was read: what offsets and hashes are counted in."""
    return str(doc.user_data.get(SOURCE_TEXT) or doc.text)


def build_events(
    drafts: Sequence[dict[str, Any]], *, doc_id: str, field: str, producer: str
) -> list[Event]:
    """Return the records of a document's events, in the order of records, each id once.

    Args:
        drafts: dicts with the fields of an event but schema, id, doc_id, field and producer. An
            attribute `lap` may refer to another event by its index among the drafts (`of`).
        doc_id: id of the article.
        field: the string the offsets count in.
        producer: what made the events.

    Raises:
        pydantic.ValidationError: a draft does not follow the contract.
    """
    plain = [{**draft, "attributes": dict(draft["attributes"])} for draft in drafts]
    referring: list[tuple[int, int]] = []
    for index, draft in enumerate(plain):
        lap = draft["attributes"].get("lap")
        if lap and isinstance(lap.get("of"), int):
            referring.append((index, lap["of"]))
            draft["attributes"]["lap"] = {"after": lap["after"]}
    built = [Event.build(d, doc_id=doc_id, field=field, producer=producer) for d in plain]
    for index, other in referring:
        lap = built[index].attributes.lap
        if isinstance(lap, LapAfter):
            lap.of = built[other].id
    unique = {event.id: event for event in reversed(built)}
    return sorted(unique.values(), key=lambda event: (event.trigger.start, event.type, event.id))


def events_of(doc: Any) -> list[Event]:
    """Return the events of a processed spaCy document: the getter of `doc._.events`.

    A document that was given no id gets the one of standard input, a hash of its text.
    """
    data = doc.user_data
    return build_events(
        data.get(EVENTS, ()),
        doc_id=data.get(DOC_ID) or "sha256:" + text_sha256(source_text(doc))[:16],
        field=data.get(FIELD, "text"),
        producer=data.get(PRODUCER) or f"rennbericht/{__version__}",
    )
