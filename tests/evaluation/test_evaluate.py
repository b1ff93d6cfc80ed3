from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_score import gold, holder, out

from rennbericht.errors import RennberichtError
from rennbericht.evaluation.attributes import same_value
from rennbericht.evaluation.errors import error_lines
from rennbericht.evaluation.evaluate import evaluate
from rennbericht.evaluation.figures import Figure, f1_interval
from rennbericht.evaluation.gold import GoldDocument, read_gold, read_records
from rennbericht.evaluation.matching import maximum_matching
from rennbericht.evaluation.report import render


def document(events: list[dict[str, Any]], doc_id: str = "d", **more: Any) -> GoldDocument:
    return GoldDocument(doc_id, Path(f"{doc_id}.gold.json"), events, more.get("entities"), None)


def best(edges: list[list[int]]) -> int:
    """The size of a maximum matching, by trying all."""
    options = [[*row, None] for row in edges]
    return max(
        sum(choice is not None for choice in pick)
        for pick in itertools.product(*options)
        if len({c for c in pick if c is not None}) == sum(c is not None for c in pick)
    )


@given(st.lists(st.lists(st.integers(0, 4), unique=True, max_size=4), max_size=5))
def test_matching_is_one_to_one_and_maximum(edges: list[list[int]]) -> None:
    matched = maximum_matching(edges)
    taken = [right for right in matched if right is not None]
    assert len(set(taken)) == len(taken)
    assert all(right in row for right, row in zip(matched, edges, strict=True) if right is not None)
    assert len(taken) == (best(edges) if edges else 0)


def test_figures() -> None:
    figure = Figure.of((6, 2, 4))
    assert (figure.precision, figure.recall, figure.f1) == (0.6, 0.75, pytest.approx(2 / 3))
    assert Figure.of((0, 0, 0)).f1 is None
    assert Figure.of((0, 3, 0)).precision is None


def test_interval_is_fixed_and_holds_the_figure() -> None:
    documents = [(8, 2, 1), (3, 5, 2), (9, 0, 0), (1, 4, 4)]
    interval = f1_interval(documents)
    assert interval is not None
    assert interval == f1_interval(documents)
    assert interval[0] < 2 * 21 / (2 * 21 + 11 + 7) < interval[1]
    assert f1_interval(documents[:1]) is None
    assert f1_interval([(1, 1, 1)] * 5) == (0.5, 0.5)


@pytest.mark.parametrize(
    ("key", "wanted", "given_", "same"),
    [
        ("corner", "Corkscrew", {"id": "corner:corkscrew", "name": "Corkscrew"}, True),
        ("corner", "Eau Rouge", {"id": "corner:eau-rouge", "name": "Raidillon"}, True),
        ("corner", "Eau Rouge", {"id": "corner:corkscrew", "name": "Corkscrew"}, False),
        ("lap", {"after": 2}, {"after": 2, "of": "ev-0123456789abcdef"}, True),
        ("lap", {"number": 2}, {"from_end": 2}, False),
        ("clock", {"seconds": 300, "anchor": "start"}, {"seconds": 300, "anchor": "end"}, False),
        ("duration", 5400, {"seconds": 5400}, True),
        ("margin", {"seconds": 4.3}, {"seconds": 4.3000001}, True),
        ("margin", {"laps": 1}, {"seconds": 1}, False),
        ("reason", "Reifenschaden", "reifenschaden", True),
        ("count", 2, None, False),
    ],
)
def test_values_of_attributes(key: str, wanted: Any, given_: Any, same: bool) -> None:
    assert same_value(key, wanted, given_) is same


def test_attributes_count_over_found_events_alone() -> None:
    golds = [
        gold("pit_stop", holder("A"), {"reason": "Reifen", "count": 2}),
        gold("pole", holder("B"), {"class": "GT3"}),
    ]
    outputs = [
        out("pit_stop", holder("A"), {"reason": "Motor", "class": "GT3", "count": 2}),
        out("pole", holder("X"), {"class": "GT3"}),
    ]
    result = evaluate([document(golds)], {"d": outputs})
    assert {key: dict(count) for key, count in result.attributes.items()} == {
        "class": {"missed": 0, "wrong": 1},
        "count": {"right": 1},
        "reason": {"missed": 1, "wrong": 1},
    }


def test_links_count_wrong_names_of_events_not_found() -> None:
    golds = [gold("pole", holder("Ida Adler")), gold("lead", holder("Bo Brandt"))]
    outputs = [out("pole", holder("Adler")), out("lead", holder("Bo Brandt"))]
    for event, via in zip(outputs, ("surname", "pronoun"), strict=True):
        event["roles"]["holder"][0]["via"] = via
    result = evaluate([document(golds)], {"d": outputs})
    assert result.links["surname"]["right"] == 0
    assert result.links["surname"]["arguments"] == 1
    assert dict(result.links["pronoun"]) == {"arguments": 1, "right": 1}


def test_entities_count_by_label_and_span() -> None:
    wanted = [
        {"label": "DRIVER", "start": 0, "end": 5},
        {"label": "TEAM", "start": 9, "end": 12},
    ]
    found = [
        {"label": "DRIVER", "start": 0, "end": 5},
        {"label": "TEAM", "start": 9, "end": 11},
        {"label": "OVERTAKE", "start": 20, "end": 25},
        {"label": "POSITION", "start": 30, "end": 33, "line": "position.liegen"},
    ]
    result = evaluate([document([], entities=wanted)], {}, {"d": found})
    assert result.entities is not None
    assert dict(result.entities["DRIVER"]) == {"right": 1}
    assert dict(result.entities["TEAM"]) == {"missed": 1, "wrong": 1}
    assert set(result.entities) == {"DRIVER", "TEAM"}


def test_report_and_errors_can_be_read() -> None:
    text = "Im Regen übernahm Adler Platz zwei. Dann schied er aus."
    golds = [
        gold("position", holder("Ida Adler"), {"position": 2}),
        gold("retirement", holder("Ida Adler"), sentence=(36, 55)),
    ]
    outputs = [out("position", holder("Ida Adler"), {"position": 3})]
    outputs[0]["pattern"] = "position.uebernehmen"
    result = evaluate([document(golds)], {"d": outputs})
    report = render(result)
    assert "strict" in report
    assert "retirement" in report
    lines = list(error_lines("d", text, result.documents[0][1]["strict"]))
    listing = "\n".join(lines)
    assert "[36] Dann schied er aus." in listing
    assert "missed  position “x”  holder: Ida Adler  position=2" in listing
    assert "near  position 3, gold 2" in listing
    assert "position.uebernehmen" in listing


def write(folder: Path, name: str, value: Any) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def test_a_corpus_and_its_parts(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write(tmp_path, f"gold/{name}.gold.json", {"doc_id": name, "events": []})
        (tmp_path / "reports").mkdir(exist_ok=True)
        (tmp_path / "reports" / f"{name}.txt").write_bytes(b"\xef\xbb\xbfText\r\n")
    write(tmp_path, "splits.json", {"train": ["a"], "dev": ["b"]})
    assert [d.doc_id for d in read_gold([tmp_path])] == ["a", "b"]
    (dev,) = read_gold([tmp_path], split="dev")
    assert dev.doc_id == "b"
    assert dev.text() == "Text\r\n"
    with pytest.raises(RennberichtError, match=r"RB301.*no split"):
        read_gold([tmp_path], split="tset")


@pytest.mark.parametrize(
    "content",
    [
        {"events": []},
        {"doc_id": "a", "events": [{"type": "pole"}]},
        {"doc_id": "a", "events": [gold("poel", {})]},
        {"doc_id": "a", "events": [gold("pole", {"agent": ["A"]})]},
    ],
    ids=["no id", "no status", "unknown type", "foreign role"],
)
def test_gold_that_does_not_serve(tmp_path: Path, content: Any) -> None:
    path = write(tmp_path, "a.gold.json", content)
    with pytest.raises(RennberichtError, match="RB301"):
        read_gold([path])


def test_missing_files(tmp_path: Path) -> None:
    with pytest.raises(RennberichtError, match="RB001"):
        read_gold([tmp_path / "none.json"])
    with pytest.raises(RennberichtError, match="RB301"):
        read_gold([tmp_path])
    with pytest.raises(RennberichtError, match="RB001"):
        read_records(tmp_path, "rennbericht/event@1")


def test_records_are_read_by_document(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    event = {"schema": "rennbericht/event@1", "doc_id": "d"}
    other = {"schema": "rennbericht/article@1", "doc_id": "d"}
    path.write_text(f"{json.dumps(event)}\n\n{json.dumps(other)}\n", encoding="utf-8")
    assert read_records(tmp_path, "rennbericht/event@1") == {"d": [event]}
    path.write_text("{}\n", encoding="utf-8")
    with pytest.raises(RennberichtError, match=r"RB302.*:1"):
        read_records(path, "rennbericht/event@1")
