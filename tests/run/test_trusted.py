"""Events below a confidence go, and what refers to them does not dangle."""

from __future__ import annotations

from typing import Any

from rennbericht.contract.build import build_events
from rennbericht.contract.records import Event
from rennbericht.run.trusted import trusted


def events(*confidences: float | None) -> list[Event]:
    """Pit stops, each so many laps after the first."""

    def draft(number: int, confidence: float | None) -> dict[str, Any]:
        start = 10 * number
        return {
            "type": "pit_stop",
            "status": "asserted",
            "trigger": {"text": "Box", "start": start, "end": start + 3},
            "sentence": {"index": number, "start": start, "end": start + 9, "text": "x"},
            "roles": {},
            "attributes": {"lap": {"after": 2, "of": 0}} if number else {},
            "confidence": confidence,
            "pattern": "pit_stop.box",
        }

    drafts = [draft(number, confidence) for number, confidence in enumerate(confidences)]
    return build_events(drafts, doc_id="d", field="text", producer="p")


def test_what_is_trusted_enough_or_bears_no_confidence_stays() -> None:
    found = trusted(events(0.8, 0.79, None), 0.8)
    assert [event.confidence for event in found] == [0.8, None]
    assert len(trusted(events(0.0, 1.0, None), 0.0)) == 3


def test_a_lap_names_no_event_that_is_left_out() -> None:
    first, second = trusted(events(0.9, 0.9, 0.1), 0.5)
    assert second.as_dict()["attributes"]["lap"] == {"after": 2, "of": first.id}
    (only,) = trusted(events(0.1, 0.9), 0.5)
    assert only.as_dict()["attributes"]["lap"] == {"after": 2}
