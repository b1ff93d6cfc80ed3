"""What the explanation of a text says of each stage."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from typer.testing import CliRunner

from rennbericht.cli import app
from rennbericht.curation.explain.analyse import explain
from rennbericht.curation.places import PatternPlaces
from rennbericht.patterns import patterns_dir

TEXT = (
    "Beim Großen Preis von Belgien in Spa führte Lewis Hamilton vor Sebastian Vettel. "
    "In der Eau Rouge konnte der Deutsche an ihm vorbeigehen."
)


@pytest.fixture(scope="module")
def explained(nlp: Language) -> list[dict[str, Any]]:
    found = explain(nlp, TEXT, PatternPlaces(patterns_dir()))
    assert found["refused"] is None
    return list(found["sentences"])


def test_tokens_tell_where_the_lemma_came_from(explained: list[dict[str, Any]]) -> None:
    tokens = {token["text"]: token for token in explained[1]["tokens"]}
    assert tokens["konnte"] == {
        "text": "konnte", "tag": "VMFIN", "lemma": "können", "from": "lexicon",
    }  # fmt: skip
    assert {t["text"]: t["from"] for t in explained[0]["tokens"]}["Spa"] == "form"


def test_an_unlisted_verb_has_its_lemma_by_rule(nlp: Language) -> None:
    found = explain(nlp, "Der Wagen zwackelte.", PatternPlaces(patterns_dir()))
    token = found["sentences"][0]["tokens"][2]
    assert (token["lemma"], token["from"]) == ("zwackeln", "rule")


def test_entities_name_their_pattern_line(explained: list[dict[str, Any]]) -> None:
    corner = next(e for e in explained[1]["entities"] if e["label"] == "CORNER")
    file, number = corner["line"].split(":")
    line = (patterns_dir() / "entities" / file).read_text(encoding="utf-8").split("\n")
    assert json.loads(line[int(number) - 1])["pattern"] == "Eau Rouge"


def test_clauses_have_predicate_phrases_and_subject(explained: list[dict[str, Any]]) -> None:
    clause = explained[1]["clauses"][0]
    assert clause["predicate"] == "main vorbeigehen modal=können"
    assert [p["line"].split("  ")[0] for p in clause["phrases"] if p["subject"]] == ["der Deutsche"]


def test_references_name_candidates_rule_and_choice(explained: list[dict[str, Any]]) -> None:
    by_text = {r["text"]: r for r in explained[1]["references"]}
    german = by_text["der Deutsche"]
    assert [c["name"] for c in german["chosen"]] == ["Sebastian Vettel"]
    assert german["candidates"] == [
        {"rule": "nationality DE: the last named it fits", "people": ["Sebastian Vettel"]}
    ]
    pronoun = by_text["an ihm"]
    assert [c["via"] for c in pronoun["chosen"]] == ["pronoun"]
    assert pronoun["excluded"] == ["driver:sebastian-vettel"]
    assert "Lewis Hamilton" in pronoun["candidates"][0]["people"]


def test_frames_that_fired_and_the_first_failed_condition(explained: list[dict[str, Any]]) -> None:
    frames = explained[1]["frames"]
    assert {"overtake asserted"} == {e for f in frames["fired"] for e in f.get("events", ())}
    failed = {f["id"]: f["failed"] for f in frames["failed"]}
    assert failed["overtake.vorbei.front"].startswith("noun: führung|")
    files = {path.name for path in (patterns_dir() / "events").glob("*.jsonl")}
    assert {f["line"].split(":")[0] for f in frames["failed"]} <= files


def test_changes_of_the_race_state(explained: list[dict[str, Any]]) -> None:
    changed = {c["what"]: (c["before"], c["after"]) for c in explained[0]["state"]}
    assert changed["leader"] == ("", "Lewis Hamilton")
    assert changed["place 2"] == ("", "Sebastian Vettel")


def test_a_frame_whose_event_is_told_again_says_so(nlp: Language) -> None:
    text = "Hamilton gewann in Spa. Am Ende siegte Hamilton in Spa."
    last = explain(nlp, text, PatternPlaces(patterns_dir()))["sentences"][1]
    assert [f["dropped"] for f in last["frames"]["fired"] if "dropped" in f] == [
        "told again: merged into an earlier event"
    ]


def test_a_text_that_is_not_about_racing_is_refused(nlp: Language) -> None:
    found = explain(nlp, "Der Verein überholte den Nachbarn.", PatternPlaces(patterns_dir()))
    assert "no word of racing" in found["refused"]


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, ["patterns", "explain", "--model", "embedded", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_command_says_what_no_frame_knows() -> None:
    shown = run("In Runde 31 filetierte Russell in der Parabolica Norris.")
    assert "no frame knows the verb filetieren" in shown
    assert shown.rstrip().endswith("none")
    assert "\x1b" not in shown


def test_command_reads_a_file_and_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text(TEXT, encoding="utf-8")
    told = json.loads(run(str(file), "--sentence", "1", "--json"))
    assert [s["index"] for s in told["sentences"]] == [1]
    wrong = CliRunner().invoke(app, ["patterns", "explain", str(file), "--sentence", "7"])
    assert wrong.exit_code == 2
    assert "RB501" in wrong.stderr


def test_long_lists_of_words_are_cut_unless_asked_for() -> None:
    shown = run("In Spa geriet der Ferrari in Runde zwölf ins Kiesbett.")
    assert " more" in shown
    assert len(run("In Spa geriet der Ferrari in Runde zwölf ins Kiesbett.", "--all")) > len(shown)
