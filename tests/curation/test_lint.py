"""Lint finds each kind of fault at its file and line, and nothing where nothing is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.curation.editing import Seeds, append
from typer.testing import CliRunner

from rennbericht.cli import app
from rennbericht.curation.lint.run import lint
from rennbericht.errors import CATALOGUE
from rennbericht.patterns import patterns_dir

OVERTAKE, DRIVERS = "events/overtake.jsonl", "entities/drivers-rally.jsonl"
FACTS = "facts/drivers-rally.jsonl"
FRAME = {
    "type": "overtake",
    "roles": {"agent": "subject", "patient": "accusative"},
    "example": "Hamilton überholte Vettel in Runde drei.",
    "expect": {"agent": ["Hamilton"], "patient": ["Vettel"]},
}


def seed(folder: Path) -> set[tuple[str, int, str]]:
    """Put one fault of each kind into a copy of the patterns; where each must be reported."""
    seeds = Seeds(folder)
    add = seeds.add
    # frames; a line that is no JSON comes last, nothing can be sorted behind it
    add(OVERTAKE, "RB102", {"id": "overtake.key", **FRAME, "verb": "überholen", "colour": "red"})
    add(OVERTAKE, "RB103", {"id": "overtake.missing", "type": "overtake", "verb": "überholen"})
    add(OVERTAKE, "RB104", {"id": "overtake.value", **FRAME, "verb": "überholen", "voice": "loud"})
    slot = {**FRAME, "roles": {"agent": "subject", "patient": "sideways"}}
    add(OVERTAKE, "RB104", {"id": "overtake.slot", "verb": "überholen", **slot})
    role = {**FRAME, "roles": {"holder": "subject"}}
    add(OVERTAKE, "RB104", {"id": "overtake.role", "verb": "überholen", **role})
    add(OVERTAKE, "RB105", {"id": "overtake.ueberholen", **FRAME, "verb": "überholen"})
    add(OVERTAKE, "RB107", {"id": "overtake.set", **FRAME, "verb": "@no-such-set"})
    add(OVERTAKE, "RB108", {"id": "overtake.verb", **FRAME, "verb": ["überholen", "vorbeigeen"]})
    twice = {**FRAME, "verb": "überholen", "beside": ["Haarnadelkurve"]}
    twice["example"] = "Hamilton überholte Vettel in der Haarnadelkurve von Spa."
    add(OVERTAKE, "", {"id": "overtake.first", **twice})
    add(OVERTAKE, "RB109", {"id": "overtake.second", **twice})
    group = {**FRAME, "verb": "überholen", "group": "seeded"}
    add(OVERTAKE, "", {"id": "overtake.wide", **group})
    add(OVERTAKE, "RB111", {"id": "overtake.narrow", **group, "requires": ["LAP"]})
    wrong = {**FRAME, "verb": "überholen", "expect": {"agent": ["Alonso"], "patient": ["Vettel"]}}
    add(OVERTAKE, "RB112", {"id": "overtake.example", **wrong, "requires": ["LAP"]})
    counter = {**FRAME, "verb": "vorbeigehen", "requires": ["LAP", "agent", "patient"]}
    counter["roles"] = {"agent": "subject", "patient": "an"}
    counter["example"] = "Hamilton ging in Runde drei an Vettel vorbei."
    counter["counter"] = "Alonso ging in Runde vier an Vettel vorbei."
    add(OVERTAKE, "RB113", {"id": "overtake.counter", **counter, "beside": ["Runde"]})
    add(OVERTAKE, "RB101", '{"id": "overtake.broken", "type": ')
    # names and facts
    add(DRIVERS, "RB102", {"label": "DRIVER", "pattern": "Zz Top", "id": "driver:zz-top", "x": 1})
    add(DRIVERS, "RB104", {"label": "PILOT", "pattern": "Zz Tip", "id": "driver:zz-top"})
    name = {"label": "DRIVER", "pattern": "Zora Zwolfer", "id": "driver:zora-zwolfer"}
    add(DRIVERS, "", name)
    add(DRIVERS, "RB109", {**name, "pattern": "Zora Zwölfer"})
    add(DRIVERS, "RB110", {**name, "id": "driver:zora-zwolfer-2"})
    add(FACTS, "RB116", {"id": "driver:zora-zwolfer", "name": "Zora Zwölfer"})
    add(FACTS, "RB115", {"id": "driver:nobody-at-all", "name": "Nobody", "source": "editors"})
    seeds.change(FACTS, "RB114", "driver:aaron-burkart", era=[2020, 1999])
    seeds.change(FACTS, "RB115", "driver:aaron-johnston", series=["series:no-such"])
    makes = "entities/manufacturers.jsonl"
    add(makes, "RB117", {"label": "MANUFACTURER", "pattern": "Kanne", "id": "manufacturer:z"})
    # words and order
    add("language/cues.jsonl", "RB104", {"cue": "womöglich", "kind": "perhaps", "scope": "clause"})
    add("language/person-nouns.jsonl", "RB103", {"noun": "Bleifuß"})
    later = {"class": "later", "words": ["hernach"], "note": "B hernach auch"}
    add("language/clause-words.jsonl", "RB109", later)
    add("language/vehicle-nouns.jsonl", "RB118", '{"noun":"Renngeschoss"}')
    return seeds.expected()


def test_the_shipped_patterns_are_clean() -> None:
    assert lint(patterns_dir()) == []


def test_seeded_faults_are_found_and_none_is_invented(patterns: Path) -> None:
    expected = seed(patterns)
    found = lint(patterns)
    assert {(f.file, f.line, f.code) for f in found} == expected
    assert all(f.detail and f.advice and f.code in CATALOGUE for f in found)
    kinds = {code for _, _, code in expected}
    assert kinds == {code for code in CATALOGUE if "RB101" <= code <= "RB118"} - {"RB106"}
    assert len(expected) >= 20


def test_format_is_idempotent_and_mends_order(patterns: Path) -> None:
    file = patterns / "entities/tracks.jsonl"
    rows = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(reversed(rows)).replace(b'": "', b'":"'))
    assert {f.code for f in lint(patterns, examples=False)} == {"RB118"}
    first = CliRunner().invoke(app, ["patterns", "format", str(patterns)])
    assert first.stdout.split() == ["entities/tracks.jsonl"]
    assert file.read_bytes() == b"".join(rows)
    assert CliRunner().invoke(app, ["patterns", "format", str(patterns)]).stdout == ""


def test_format_leaves_a_broken_file_alone(patterns: Path) -> None:
    append(patterns, DRIVERS, "{no json")
    before = (patterns / DRIVERS).read_bytes()
    CliRunner().invoke(app, ["patterns", "format", str(patterns)])
    assert (patterns / DRIVERS).read_bytes() == before


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_command_tells_place_code_and_advice(patterns: Path, form: list[str]) -> None:
    number = append(patterns, DRIVERS, {"label": "DRIVER", "pattern": "Zz Top"})
    run = CliRunner().invoke(app, ["patterns", "lint", str(patterns), "--no-examples", *form])
    assert run.exit_code == 1
    for part in (DRIVERS, str(number), "RB103", "add the key"):
        assert part in run.stdout
