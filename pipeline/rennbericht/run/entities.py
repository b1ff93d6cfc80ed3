"""Entity records of a processed document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from spacy.tokens import Doc

from rennbericht.contract.build import source_text
from rennbericht.contract.ids import entity_record_id
from rennbericht.contract.records import EntityRecord, Event
from rennbericht.contract.types import TextField
from rennbericht.entities.model import MENTIONS, SHOWN, shown_as
from rennbericht.run.plain import PLAIN
from rennbericht.sources.plain import Plain


def entity_records(
    doc: Doc, events: Sequence[Event], *, doc_id: str, field: TextField
) -> list[EntityRecord]:
    """Return the entities of `doc.ents` and the triggers of the events, in text order."""
    mentions = {
        (m["start"], m["end"], shown_as(m)): m
        for key in (MENTIONS, SHOWN)
        for m in doc.user_data.get(key, ())
    }
    plain: Plain | None = doc.user_data.get(PLAIN)
    text = plain.source if plain else source_text(doc)
    found: dict[str, EntityRecord] = {}

    def add(label: str, start: int, end: int, **rest: Any) -> None:
        identity = entity_record_id(doc_id, field, label, start, end)
        found.setdefault(
            identity,
            EntityRecord(
                id=identity,
                doc_id=doc_id,
                field=field,
                label=label,
                text=text[start:end],
                start=start,
                end=end,
                **rest,
            ),
        )

    for ent in doc.ents:
        mention = mentions.get((ent.start, ent.end, ent.label_))
        if mention is None:
            continue
        known = mention["id"] and mention["name"]
        place = ent.start_char, ent.end_char
        add(
            ent.label_,
            *(plain.span(*place) if plain else place),
            entity={"id": mention["id"], "name": mention["name"]} if known else None,
            normalised=mention["normalised"],
            source=mention["source"],
            line=mention["line"],
        )
    for event in events:
        trigger = event.trigger
        add(
            event.type.upper(),
            trigger.start,
            trigger.end,
            entity=None,
            source="rule",
            line=event.pattern,
        )
    return sorted(found.values(), key=lambda record: (record.start, record.label, record.id))
