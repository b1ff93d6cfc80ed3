"""The JSON Schema, its committed copies, and records of released versions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, ValidationError

from rennbericht import contract
from rennbericht.contract.records import Article, EntityRecord, Event
from rennbericht.contract.schema import RECORDS, json_schema

COPIES = Path(contract.__file__).parent / "schemas"
RELEASED = sorted(Path(__file__).parent.glob("records-*.jsonl"))
MODELS = {
    "rennbericht/event@1": ("event", Event),
    "rennbericht/entity@1": ("entity", EntityRecord),
    "rennbericht/article@1": ("article", Article),
}


@pytest.mark.parametrize("record", RECORDS)
def test_committed_copy_is_current(record: str) -> None:
    copy = json.loads((COPIES / f"{record}.json").read_text(encoding="utf-8"))
    assert copy == json_schema(record), f"run: rennbericht schema {record} > {COPIES}/{record}.json"
    Draft202012Validator.check_schema(copy)


@pytest.mark.parametrize("path", RELEASED, ids=lambda path: path.stem)
def test_records_of_a_released_version_go_on_validating(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    seen = set()
    for line in lines:
        data = json.loads(line)
        name, model = MODELS[data["schema"]]
        seen.add(name)
        Draft202012Validator(json_schema(name)).validate(data)
        assert model.model_validate(data).as_line() == line
    assert seen == set(RECORDS)


@pytest.mark.parametrize(
    "change",
    [
        {"roles": {"holder": []}},
        {"attributes": {"kind": "rain"}},
        {"attributes": {"posiition": 1}},
        {"attributes": {"lap": {"number": 3, "from_end": 1}}},
        {"attributes": {"position": 0}},
        {"status": "maybe"},
        {"extra": 1},
        {"id": "ev-1"},
    ],
    ids=str,
)
def test_schema_and_model_refuse_the_same(change: dict[str, object]) -> None:
    events = [json.loads(line) for line in RELEASED[0].read_text(encoding="utf-8").splitlines()]
    event = next(e for e in events if e["schema"] == "rennbericht/event@1")
    assert event["type"] == "overtake"
    broken = {**event, **change}
    with pytest.raises(ValidationError):
        Draft202012Validator(json_schema("event")).validate(broken)
    with pytest.raises(ValueError, match="validation error"):
        Event.model_validate(broken)
