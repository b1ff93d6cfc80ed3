from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rennbericht.curation.corpus import (
    build,
    check,
    compile_gold,
    locate_sentence,
    locate_trigger,
    sentences,
)
from rennbericht.curation.corpus_cli import corpus_app
from rennbericht.errors import RennberichtError

TEXT = """Aho siegt in Zandvoort

In Runde 3. Ein schwacher Auftakt. Nach fünf Minuten ging Aho an Bos vorbei. Dritter wurde Cruz vor
Duval. "Das war knapp!" sagte Bos, der in der letzten Runde fast noch vorbeigekommen wäre.
"""
ENTITIES = """
@ DRIVER Mika Aho | Aho
"""
GOLD = """# a remark
> Nach fünf Minuten ging
overtake "ging … vorbei" | Mika Aho > Jan Bos | clock=start+5min | corner=Tarzanbocht
> Dritter wurde
result "Dritter" | Ana Cruz | position=3
result "vor" | Leo Duval & Ole Eng | position=4..
> "Das war knapp!" sagte
overtake? near_miss "vorbeigekommen" | Jan Bos > Mika Aho | lap=-1 | also=Nach fünf
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    (tmp_path / "gold").mkdir()
    text = TEXT.replace("vor\nDuval", "vor Duval")
    (tmp_path / "reports" / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "gold" / "a.gold").write_text(GOLD + ENTITIES, encoding="utf-8")
    (tmp_path / "splits.json").write_text('{"train": ["a"]}')
    return tmp_path


def compiled(corpus: Path, line: str, header: str = "Nach fünf Minuten ging") -> dict:
    (corpus / "gold" / "a.gold").write_text(f"> {header}\n{line}\n", encoding="utf-8")
    return compile_gold(corpus, "a")["events"][0]


def test_offsets_stand_in_the_text(corpus: Path) -> None:
    assert build(corpus) == {"a": 5}
    text = (corpus / "reports" / "a.txt").read_text(encoding="utf-8")
    gold = json.loads((corpus / "gold" / "a.gold.json").read_text(encoding="utf-8"))
    assert gold["doc_id"] == "a"
    for event in gold["events"]:
        trigger = event["trigger"]
        assert text[trigger["start"] : trigger["end"]] == trigger["text"]
        assert event["sentence"]["start"] <= trigger["start"] < event["sentence"]["end"]
    first = gold["events"][0]
    assert first["trigger"]["text"] == "ging Aho an Bos vorbei"
    assert first["roles"] == {"agent": ["Mika Aho"], "patient": ["Jan Bos"]}
    assert first["attributes"]["clock"] == {"seconds": 300, "anchor": "start"}
    assert first["attributes"]["corner"] == {"name": "Tarzanbocht"}
    assert text[first["sentence"]["start"] : first["sentence"]["end"]].endswith("vorbei.")
    last = gold["events"][-1]
    assert (last["status"], last["optional"]) == ("near_miss", True)
    assert last["also"] == [first["sentence"]]


def test_own_mentions_are_events_that_count_on(corpus: Path) -> None:
    events = [e for e in compile_gold(corpus, "a")["events"] if e["trigger"]["text"] == "vor"]
    places = {e["roles"]["holder"][0]: e["attributes"]["position"] for e in events}
    assert places == {"Leo Duval": 4, "Ole Eng": 5}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("lap=12", {"lap": {"number": 12}}),
        ("lap=-2", {"lap": {"from_end": 2}}),
        ("lap=+2", {"lap": {"after": 2}}),
        ("clock=end-1h30min", {"clock": {"seconds": 5400, "anchor": "end"}}),
        ("time=1:23.456", {"time": {"seconds": 83.456}}),
        ("margin=4.2s", {"margin": {"seconds": 4.2}}),
        ("margin=2laps", {"margin": {"laps": 2}}),
        ("duration=14min", {"duration": {"seconds": 840}}),
        ("background", {"background": True}),
    ],
)
def test_attribute_values(corpus: Path, written: str, value: dict) -> None:
    assert compiled(corpus, f'lead "ging" | Mika Aho | {written}')["attributes"] == value


def test_unit_and_unknown_names(corpus: Path) -> None:
    event = compiled(corpus, 'overtake "ging" | Mika Aho; Ana Cruz > ?')
    assert event["roles"] == {"agent": ["Mika Aho", "Ana Cruz"]}
    event = compiled(corpus, 'collision "ging" | Mika Aho & Ana Cruz')
    assert event["roles"] == {"party": ["Mika Aho", "Ana Cruz"]}


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('gone "ging" | A', "unknown type"),
        ('lead maybe "ging" | A', "unknown status"),
        ('lead "fuhr" | A', "stands 0 times"),
        ('lead "ging"#2 | A', "stands 1 times"),
        ('lead "gin" | A', "stands 0 times"),
        ('lead "ging"', "needs holder"),
        ('lead "ging" | A > B', "only 1 role"),
        ('position "ging" | A', "needs position"),
        ('penalty "ging" | A | kind=spin', "no kind"),
        ('lead "ging" | A | gear=4', "gear"),
        ('lead "ging" | A | session=monday', "session"),
        ('lead "ging" | A | lap=3 | lap=4', "given twice"),
        ('lead "ging" | A\nlead "ging" | A', "the same event"),
        ("lead ging", "expected"),
    ],
)
def test_faults_name_the_line(corpus: Path, line: str, fault: str) -> None:
    with pytest.raises(RennberichtError, match=fault) as caught:
        compiled(corpus, line)
    assert caught.value.line == 2 + line.count("\n")


def test_headers_must_be_unique_and_open_a_sentence() -> None:
    text = "Aho gewann. Aho gewann wieder. Auf Rang 3. Platz zwei für Bos."
    with pytest.raises(ValueError, match="2 sentences"):
        locate_sentence(text, "Aho gewann")
    with pytest.raises(ValueError, match="inside"):
        locate_sentence(text, "wieder")
    start, end = locate_sentence(text, "Aho gewann wieder")
    assert text[start:end] == "Aho gewann wieder."
    assert locate_sentence(text, "Auf Rang") == (31, len(text))


def test_trigger_is_whole_words() -> None:
    assert locate_trigger("Die Vorfahrt vor A und vor B", "vor", 2) == (23, 26)


def test_check_reports_stale_json_and_shared_names(corpus: Path) -> None:
    assert any("corpus build" in fault for fault in check(corpus))
    build(corpus)
    assert check(corpus) == []
    for kind in ("reports/a.txt", "gold/a.gold"):
        source = corpus / kind
        source.with_stem(source.stem.replace("a", "b")).write_bytes(source.read_bytes())
    build(corpus)
    assert check(corpus) == [f"{corpus / 'splits.json'}: b is in no part"]
    (corpus / "splits.json").write_text('{"train": ["a"], "test": ["b"]}')
    assert any("mika aho stands in b (test) and a" in fault for fault in check(corpus))


def test_manufacturers_stand_in_any_part_but_teams_do_not(corpus: Path) -> None:
    gold = '> Nach fünf Minuten ging\nlead "ging" | {}\n' + ENTITIES
    for doc_id in ("a", "b"):
        (corpus / "reports" / f"{doc_id}.txt").write_bytes((corpus / "reports/a.txt").read_bytes())
    (corpus / "splits.json").write_text('{"train": ["a"], "test": ["b"]}')
    for name, shared in (("BMW", False), ("Alfa Romeo", False), ("Brinkmann Motorsport", True)):
        for doc_id in ("a", "b"):
            (corpus / "gold" / f"{doc_id}.gold").write_text(gold.format(name), encoding="utf-8")
        build(corpus)
        assert bool(check(corpus)) is shared, name


@pytest.mark.parametrize("name", ["Åse Dahl", "Øyvind Moe", "Šimon Bek", "Élodie Roux", "Ağca"])
def test_a_sentence_may_open_with_any_capital(name: str) -> None:
    text = f"Aho gewann. {name} wurde Zweite."
    assert sentences(text) == ["Aho gewann.", f"{name} wurde Zweite."]
    assert locate_sentence(text, "Aho") == (0, len("Aho gewann."))
    assert sentences("Aho kam ca. élan nahe.") == ["Aho kam ca. élan nahe."]


def test_command_line(corpus: Path) -> None:
    runner = CliRunner()
    assert "5 events  a" in runner.invoke(corpus_app, ["build", str(corpus)]).output
    assert runner.invoke(corpus_app, ["check", str(corpus)]).exit_code == 0
    (corpus / "gold" / "a.gold").write_text("> Niemand\n")
    assert runner.invoke(corpus_app, ["check", str(corpus)]).exit_code == 1
    assert runner.invoke(corpus_app, ["build", str(corpus)]).exit_code == 1
    assert runner.invoke(corpus_app, ["check", str(corpus / "gold")]).exit_code == 2
