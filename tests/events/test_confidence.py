"""Confidence: evidence of each event as plain numbers, weighed by what stands in one file."""

from __future__ import annotations

import json
from math import log
from typing import Any

import pytest
from spacy.language import Language

from rennbericht.contract.build import EVENTS, build_events
from rennbericht.events.confidence import (
    FILE,
    FRAME_PRIOR,
    Confidence,
    Count,
    Records,
    load_confidence,
)

TEXT = (
    "Sebastian Vettel holte sich die Pole. Hamilton gewann das Rennen vor Alonso. "
    "In Runde zwölf überholte er Webber nicht. Der Sieger drehte sich in Runde 20."
)


def evidence(nlp: Language, text: str) -> list[tuple[str, dict[str, float]]]:
    """Type and evidence of the events of a text."""
    doc = nlp(text)
    _, drafts, _ = nlp.get_pipe("rennbericht_events").explained(doc)
    return [(draft.type, draft.evidence) for draft in drafts]


def share(records: Records, frame: str, event_type: str, but: Records | None = None) -> float:
    """What a record says, as a share."""
    odds = 2.718281828459045 ** records.evidence(frame, event_type, but)["frame.record"]
    return odds / (1 + odds)


def test_every_event_bears_a_confidence_in_four_places(nlp: Language) -> None:
    first, again = (nlp(text).user_data[EVENTS] for text in (TEXT, TEXT))
    assert len(first) >= 4
    for event in first:
        assert 0 < event["confidence"] < 1
        assert event["confidence"] == round(event["confidence"], 4)
    assert first == again


def test_confidence_does_not_depend_on_what_stands_in_other_documents(nlp: Language) -> None:
    alone = nlp(TEXT).user_data[EVENTS]
    docs = list(nlp.pipe(["Alonso wurde Zweiter.", TEXT, "Regen in Spa."]))
    assert docs[1].user_data[EVENTS] == alone


def test_an_id_does_not_depend_on_confidence(nlp: Language) -> None:
    drafts: list[dict[str, Any]] = nlp(TEXT).user_data[EVENTS]
    other = [{**draft, "confidence": None} for draft in drafts]

    def ids(some: list[dict[str, Any]]) -> list[str]:
        return [e.id for e in build_events(some, doc_id="d", field="text", producer="p")]

    assert ids(drafts) == ids(other)


EVIDENCE = [
    ("Vettel gewann vor Alonso.", 0, {"type=result", "via=surname", "anchor=verb"}),
    ("Vettel gewann vor Alonso.", 1, {"type=result", "place=derived", "position"}),
    ("Vettel drehte sich. Er schied aus.", 1, {"via=pronoun", "antecedent.distance"}),
    ("Vettel drehte sich und schied aus.", 1, {"via=ellipsis"}),
    ("Vettel wurde von Webber nicht überholt.", 0, {"status=negated", "clause=passive"}),
    ("Vettel gewann das Rennen. Webber gewann das Rennen.", 0, {"place=contradicted"}),
    ("Runde 12: Vettel an der Box.", 0, {"clause=fragment", "tense=none"}),
    ("Vettel gewann in der GT3-Klasse.", 0, {"class given"}),
    ("Vettel drehte sich, nachdem Webber und Alonso kollidierten, und schied aus.", -1,
     {"drivers.nearer", "role=outside"}),
    ("Vettel drehte sich.", 0, {"role=subject"}),
    ("Mick Schumacher führte vor Ralf Schumacher.", 0, {"name=shared"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "names"), EVIDENCE)
def test_evidence_of_an_event(nlp: Language, text: str, number: int, names: set[str]) -> None:
    found = evidence(nlp, text)[number][1]
    assert {name for name in names if not found.get(name)} == set()
    assert all(isinstance(value, float) for value in found.values())


NOT_EVIDENCE = [
    ("Vettel gewann vor Alonso.", 0, {"place=derived", "place=contradicted", "role=unknown"}),
    ("Vettel drehte sich. Er schied aus.", 0, {"via=pronoun", "name=shared", "role=outside"}),
    ("Vettel drehte sich.", 0, {"sentence=question", "role=alone"}),
    ("Vettel gewann das Rennen. Nach 44 Runden siegte Vettel vor Alonso.", 0,
     {"place=contradicted"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "names"), NOT_EVIDENCE)
def test_evidence_that_is_not_there(nlp: Language, text: str, number: int, names: set[str]) -> None:
    assert names & evidence(nlp, text)[number][1].keys() == set()


def test_told_again_is_evidence(nlp: Language) -> None:
    text = "Vettel gewann das Rennen. Nach 44 Runden siegte Vettel vor Alonso."
    assert evidence(nlp, text)[0][1]["told.again"] == 1.0


def test_a_record_is_smoothed_towards_that_of_its_type() -> None:
    records = Records(
        {"result.gut": Count(40, 40), "result.neu": Count(1, 1), "result.schlecht": Count(0, 40)},
        {"result": Count(50, 100), "pole": Count(90, 100)},
    )
    good, new, bad, unknown = (
        share(records, f"result.{name}", "result") for name in ("gut", "neu", "schlecht", "fremd")
    )
    assert bad < unknown < new < good < 1
    # a frame that no report has met is one of its type
    assert unknown < share(records, "pole.fremd", "pole")
    assert good == pytest.approx((40 + FRAME_PRIOR * unknown) / (40 + FRAME_PRIOR))


def test_a_record_leaves_out_the_report_it_is_asked_about() -> None:
    records = Records({"result.a": Count(5, 6)}, {"result": Count(5, 6)})
    own = Records({"result.a": Count(1, 2)}, {"result": Count(1, 2)})
    rest = Records({"result.a": Count(4, 4)}, {"result": Count(5, 6)})
    assert records.evidence("result.a", "result", own)["frame.known"] == pytest.approx(log(5) / 3)
    assert share(records, "result.a", "result", own) > share(records, "result.a", "result")
    assert share(records, "result.a", "result", own) == pytest.approx(
        share(rest, "result.a", "result")
    )


def test_evidence_is_weighed_by_name() -> None:
    nothing = Records({}, {"result": Count(1, 2)})
    model = Confidence({"via=pronoun": -log(3), "told.again": log(2)}, 0.0, nothing)
    assert model.of("f", "result", {}) == 0.5
    assert model.of("f", "result", {"via=pronoun": 1.0}) == 0.25
    assert model.of("f", "result", {"via=pronoun": 1.0, "told.again": 2.0, "new": 7.0}) == 0.5714


def test_an_unknown_type_and_frame_have_a_confidence() -> None:
    assert 0 < load_confidence().of("x.y", "x", {}) < 1


def test_the_shipped_file_can_be_read_by_people() -> None:
    text = FILE.read_text(encoding="utf-8")
    data = json.loads(text)
    assert list(data["weights"]) == sorted(data["weights"])
    assert list(data["frames"]) == sorted(data["frames"])
    for number in (data["offset"], *data["weights"].values()):
        assert number == round(number, 4)
    for right, of in (*data["frames"].values(), *data["types"].values()):
        assert 0 <= right <= of
    # one line for each number
    assert len(text.splitlines()) < len(data["weights"]) + len(data["frames"]) + 40
