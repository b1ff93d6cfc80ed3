"""Frames are checked on load: errors name file, line and key; anchors and sets resolve."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rennbericht.errors import PatternError
from rennbericht.events.frames import longest_tail
from rennbericht.events.load_frames import load_frames

GOOD: dict[str, Any] = {
    "id": "overtake.test",
    "type": "overtake",
    "verb": "überholen",
    "roles": {"agent": "subject", "patient": "accusative"},
    "example": "Hamilton überholte Vettel.",
}


def folder(tmp_path: Path, *lines: dict[str, Any] | str) -> Path:
    events = tmp_path / "events"
    events.mkdir()
    text = "\n".join(x if isinstance(x, str) else json.dumps(x, ensure_ascii=False) for x in lines)
    (events / "overtake.jsonl").write_text(text + "\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("change", "code", "names"),
    [
        ({"colour": "red"}, "RB102", "colour"),
        ({"type": "overtaking"}, "RB104", "type"),
        ({"roles": {"agent": 7}}, "RB104", "roles.agent"),
        ({"status": "maybe"}, "RB104", "status"),
        ({"id": "no id"}, "RB104", "id"),
        ({"verb": None}, "RB104", "line"),
        ({"verb": "@unknown"}, "RB107", "@unknown"),
    ],
)
def test_bad_line_names_file_line_and_key(
    tmp_path: Path, change: dict[str, Any], code: str, names: str
) -> None:
    bad = {**GOOD, "id": "overtake.bad", **change}
    bad = {key: value for key, value in bad.items() if value is not None}
    with pytest.raises(PatternError) as caught:
        load_frames(folder(tmp_path, GOOD, bad))
    assert caught.value.code == code
    assert caught.value.line == 2
    assert (caught.value.path or "").endswith("overtake.jsonl")
    assert names in caught.value.detail


def test_missing_key(tmp_path: Path) -> None:
    bad = {key: value for key, value in GOOD.items() if key != "example"}
    with pytest.raises(PatternError) as caught:
        load_frames(folder(tmp_path, bad))
    assert caught.value.code == "RB103"
    assert "example" in caught.value.detail


def test_not_json(tmp_path: Path) -> None:
    with pytest.raises(PatternError) as caught:
        load_frames(folder(tmp_path, GOOD, "{not json"))
    assert (caught.value.code, caught.value.line) == ("RB101", 2)


def test_id_twice(tmp_path: Path) -> None:
    with pytest.raises(PatternError) as caught:
        load_frames(folder(tmp_path, GOOD, GOOD))
    assert caught.value.code == "RB105"
    assert "overtake.jsonl:1" in caught.value.detail


def test_sets_are_resolved_and_indexed(tmp_path: Path) -> None:
    line = {**GOOD, "verb": ["@pass", "passieren"]}
    synonyms = {"set": "@pass", "words": ["überholen", "Kassieren"]}
    frames = load_frames(folder(tmp_path, line, synonyms))
    assert set(frames.by_verb) == {"überholen", "kassieren", "passieren"}


KINDS: list[dict[str, Any]] = [
    {"set": "@pen_time", "words": ["Zeitstrafe"], "gives": {"kind": "time"}},
    {"set": "@pen_fine", "words": ["Geldstrafe", "Bußgeld"], "gives": {"kind": "fine"}},
    {"set": "@kinds", "words": ["@pen_time", "@pen_fine"]},
]
KIND = {
    "id": "penalty.test", "type": "penalty", "verb": "kassieren", "noun": "@kinds",
    "attributes": {"kind": "@noun", "by": "FIA"}, "roles": {"holder": "subject"},
    "example": "Vettel kassierte eine Zeitstrafe.",
}  # fmt: skip


def test_an_attribute_by_the_noun_makes_a_frame_of_each_set(tmp_path: Path) -> None:
    frames = load_frames(folder(tmp_path, *KINDS, KIND)).of_verb("kassieren").frames
    assert [(frame.nouns, frame.attributes["kind"]) for frame in frames] == [
        ({"zeitstrafe"}, "time"), ({"geldstrafe", "bußgeld"}, "fine"),
    ]  # fmt: skip
    assert {frame.id for frame in frames} == {"penalty.test"}
    assert {frame.attributes["by"] for frame in frames} == {"FIA"}


@pytest.mark.parametrize("noun", ["Strafe", ["@pen_time", "Strafe"], "@pass"])
def test_a_noun_that_does_not_give_the_attribute(tmp_path: Path, noun: str | list[str]) -> None:
    with pytest.raises(PatternError) as caught:
        load_frames(folder(tmp_path, *KINDS, {"set": "@pass", "words": []}, {**KIND, "noun": noun}))
    assert caught.value.code == "RB107"
    assert "gives no kind" in caught.value.detail


@pytest.mark.parametrize(
    ("word", "tail"),
    [
        ("Sieg", "sieg"),
        ("ALMS-Sieg", "sieg"),
        ("Klassensieg", "sieg"),
        ("Siegerehrung", None),
        ("Boxenstopp", "stopp"),
        ("Box", "box"),
        ("Inbox", None),
    ],
)
def test_compounds_match_by_their_last_part(word: str, tail: str | None) -> None:
    known: dict[str, Any] = {"sieg": 1, "stopp": 1, "box": 1}
    assert longest_tail(word.lower(), known) == tail
