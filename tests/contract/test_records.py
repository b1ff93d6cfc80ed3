from __future__ import annotations

from typing import Any

import pytest

from rennbericht.contract.build import build_events
from rennbericht.contract.records import Article, Event, Source
from rennbericht.contract.types import EVENT_TYPES, STATUSES, TYPES, core_attributes


def argument(text: str, start: int, name: str | None = None) -> dict[str, Any]:
    entity = {"label": "DRIVER", "id": "driver:x", "name": name} if name else None
    end = start + len(text)
    return {"text": text, "start": start, "end": end, "entity": entity, "via": "surname"}


def draft(**changes: Any) -> dict[str, Any]:
    return {
        "type": "overtake",
        "status": "asserted",
        "trigger": {"text": "zog vorbei", "start": 10, "end": 20},
        "sentence": {"index": 0, "start": 0, "end": 40, "text": "..."},
        "roles": {"patient": [argument("Berg", 30)], "agent": [argument("Adler", 0, "A. Adler")]},
        "attributes": {},
        "pattern": "overtake.test",
        **changes,
    }


def build(*drafts: dict[str, Any]) -> list[Event]:
    return build_events(drafts, doc_id="d", field="text", producer="p")


def test_keys_stand_in_the_order_of_the_contract() -> None:
    attributes = {"lap": {"from_end": 1}, "class": "GT3", "position": 2}
    (event,) = build(draft(attributes=attributes, also=[{"start": 50, "end": 60}]))
    data = event.as_dict()
    assert list(data) == [
        "schema", "id", "doc_id", "field", "type", "status", "trigger", "sentence", "roles",
        "attributes", "also", "confidence", "pattern", "producer",
    ]  # fmt: skip
    assert list(data["roles"]) == ["agent", "patient"]
    assert list(data["attributes"]) == ["position", "class", "lap"]
    assert list(data["roles"]["agent"][0]) == ["text", "start", "end", "entity", "via"]


def test_what_is_not_known_is_null_and_what_is_absent_is_left_out() -> None:
    (event,) = build(draft(also=[]))
    data = event.as_dict()
    assert data["confidence"] is None
    assert data["roles"]["patient"][0]["entity"] is None
    assert "also" not in data
    assert "race" not in data
    article = Article(
        doc_id="d", status="done", source=Source(path="a.txt", format="txt"),
        chars=0, words=0, events=0, races=[], producer="p",
    )  # fmt: skip
    assert article.as_dict()["source"] == {"path": "a.txt", "format": "txt"}


def test_floats_have_four_places_and_no_empty_fraction() -> None:
    attributes = {"margin": {"seconds": 1.234567}, "time": {"seconds": 83.0}}
    (event,) = build(draft(attributes=attributes, confidence=0.123456))
    data = event.as_dict()
    assert data["attributes"] == {"time": {"seconds": 83}, "margin": {"seconds": 1.2346}}
    assert data["confidence"] == 0.1235
    assert '"seconds":83}' in event.as_line()


def test_text_is_not_escaped() -> None:
    (event,) = build(draft(trigger={"text": "überholte 🏁", "start": 1, "end": 12}))
    assert "überholte 🏁" in event.as_line()


def test_order_and_ids_met_once() -> None:
    late = draft(trigger={"text": "x", "start": 30, "end": 31})
    events = build(late, draft(), draft())
    assert [event.trigger.start for event in events] == [10, 30]


def test_reference_to_another_event_becomes_its_id() -> None:
    later = draft(
        trigger={"text": "x", "start": 30, "end": 31}, attributes={"lap": {"after": 2, "of": 0}}
    )
    first, second = build(draft(), later)
    assert second.as_dict()["attributes"] == {"lap": {"after": 2, "of": first.id}}


@pytest.mark.parametrize(
    "changes",
    [
        {"type": "result", "roles": {"agent": [argument("A", 0)]}},
        {"attributes": {"kind": "rain"}},
        {"type": "penalty", "roles": {}, "attributes": {"kind": "safety_car"}},
        {"attributes": {"position": "3"}},
        {"attributes": {"time_of_day": "25:00"}},
        {"attributes": {"date": "15.10.2011"}},
        {"attributes": {"clock": {"seconds": 5, "anchor": "middle"}}},
    ],
    ids=str,
)
def test_what_the_tables_do_not_hold_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        build(draft(**changes))


def test_table_of_types_is_complete() -> None:
    assert tuple(TYPES) == EVENT_TYPES
    assert len(EVENT_TYPES) == 21
    assert len(STATUSES) == 5
    for name, spec in TYPES.items():
        assert set(spec.core_roles) <= set(spec.roles), name


@pytest.mark.parametrize(
    ("attributes", "core"),
    [
        ({}, ("position",)),
        ({"position": 3, "direction": "lost"}, ("position",)),
        ({"direction": "lost"}, ("direction",)),
        ({"position_within": 5}, ("position_within",)),
        ({"position_from_end": 1}, ("position_from_end",)),
    ],
    ids=str,
)
def test_what_stands_in_for_a_position(attributes: dict[str, Any], core: tuple[str, ...]) -> None:
    assert core_attributes("position", attributes) == core
    assert core_attributes("result", attributes) == (*core, "session")
    assert core_attributes("pole", attributes) == ()
