"""Two readings of a report compared: figures, causes, and what `corpus check` says of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rennbericht.cli import app
from rennbericht.curation.agreement.causes import disagreements
from rennbericht.curation.agreement.measure import measure
from rennbericht.curation.agreement.readings import read_readings

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
REPORT = """Ein Sonntag in der Eifel

Mika Aho ging in Runde drei an Jan Bos vorbei und gewann. Bos drehte sich und wurde Vierter.
Ana Cruz schied mit Motorschaden aus.
"""
FIRST = """
> Mika Aho ging in
overtake "ging … vorbei" | Mika Aho > Jan Bos | lap=3
result "gewann" | Mika Aho | position=1

> Bos drehte sich
off_track "drehte" | Jan Bos | kind=spin
result "Vierter" | Jan Bos | position=4

> Ana Cruz schied
retirement "schied … aus" | Ana Cruz
technical? "Motorschaden" | Ana Cruz
"""


ENTITIES = """
@ DRIVER Mika Aho
@ DRIVER Jan Bos | Bos
"""


def corpus(folder: Path, second: str, first: str = FIRST) -> Path:
    """A corpus of one report with both readings."""
    for name in ("reports", "gold", "agreement/a", "agreement/b"):
        (folder / name).mkdir(parents=True)
    (folder / "reports" / "eifel.txt").write_text(REPORT, encoding="utf-8")
    for part, text in (("gold", FIRST + ENTITIES), ("agreement/a", first), ("agreement/b", second)):
        (folder / part / "eifel.gold").write_text(text, encoding="utf-8")
    (folder / "splits.json").write_text('{"train": [], "dev": [], "test": ["eifel"]}')
    assert CliRunner().invoke(app, ["corpus", "build", str(folder)]).exit_code == 0
    return folder


def causes(folder: Path, *, every: bool = False) -> list[tuple[str, str]]:
    (document,) = read_readings(folder).documents
    found = disagreements(document.every() if every else document)
    return [(one.cause, (one.a or one.b or {})["type"]) for one in found]


def test_the_same_reading_agrees_wholly(tmp_path: Path) -> None:
    found = measure(read_readings(corpus(tmp_path, FIRST)).documents)
    assert found.f1() == found.f1(mode="lenient") == found.f1(mode="every") == 1.0
    assert found.given["all"] == {"a": 6, "optional_a": 1, "b": 6, "optional_b": 1}
    assert causes(tmp_path) == []


@pytest.mark.parametrize(
    ("line", "instead", "cause"),
    [
        ('result "gewann" | Mika Aho | position=1\n', "", ("missing in b", "result")),
        ("Mika Aho > Jan Bos", "Mika Aho > Ana Cruz", ("role", "overtake")),
        ("Jan Bos | position=4", "Jan Bos | position=5", ("attribute", "result")),
        ('overtake "', 'overtake attempted "', ("status", "overtake")),
        ('retirement "schied', 'off_track "schied', ("type", "retirement")),
    ],
)
def test_causes(tmp_path: Path, line: str, instead: str, cause: tuple[str, str]) -> None:
    assert line in FIRST
    assert causes(corpus(tmp_path, FIRST.replace(line, instead))) == [cause]


def test_an_event_in_another_sentence_is_one_disagreement(tmp_path: Path) -> None:
    moved = FIRST.replace('result "gewann" | Mika Aho | position=1\n', "")
    moved = moved.replace(
        "> Bos drehte sich\n", '> Bos drehte sich\nresult "wurde" | Mika Aho | position=1\n'
    )
    assert causes(corpus(tmp_path, moved)) == [("sentence", "result")]


def test_more_in_b_is_missing_in_a(tmp_path: Path) -> None:
    more = FIRST + 'lead "mit" | Mika Aho\n'
    assert causes(corpus(tmp_path, more)) == [("missing in a", "lead")]
    found = measure(read_readings(tmp_path).documents)
    # a as gold: 5 found, 1 wrong; b as gold: 5 found, 1 missed; the optional one counts for neither
    assert found.f1() == pytest.approx(10 / 11)
    assert found.f1("lead") == 0.0
    assert found.f1("overtake") == 1.0


def test_optional_events_count_only_under_every(tmp_path: Path) -> None:
    fewer = FIRST.replace('technical? "Motorschaden" | Ana Cruz\n', "")
    assert causes(corpus(tmp_path, fewer)) == []
    assert causes(tmp_path, every=True) == [("missing in b", "technical")]
    found = measure(read_readings(tmp_path).documents)
    assert found.f1() == 1.0
    assert found.f1(mode="every") == pytest.approx(10 / 11)


def test_a_crew_agrees_in_part_when_lenient(tmp_path: Path) -> None:
    pair = FIRST.replace('"gewann" | Mika Aho', '"gewann" | Mika Aho; Ana Cruz')
    found = measure(read_readings(corpus(tmp_path, FIRST, pair)).documents)
    # the crew as gold: 1 found, 1 missed, 1 wrong; as output: 2 found, one of them wrong in part
    assert found.f1("result", "strict") == pytest.approx((0.5 + 0.8) / 2)
    assert found.f1("result", "lenient") == 1.0


def test_check_tells_agreement_and_faults(tmp_path: Path) -> None:
    folder = corpus(tmp_path, FIRST)
    run = CliRunner().invoke(app, ["corpus", "check", str(folder)])
    assert run.exit_code == 0
    assert "agreement of two readers over 1 reports" in run.output
    (folder / "agreement" / "b" / "eifel.gold").write_text(FIRST.replace("Vierter", "Fünfter"))
    run = CliRunner().invoke(app, ["corpus", "check", str(folder)])
    assert run.exit_code == 1
    assert "'Fünfter' stands 0 times" in run.output
    (folder / "agreement" / "b" / "eifel.gold").unlink()
    run = CliRunner().invoke(app, ["corpus", "check", str(folder)])
    assert run.exit_code == 1
    assert "has no partner" in run.output


def test_the_command_prints_sentences_and_data(tmp_path: Path) -> None:
    folder = str(corpus(tmp_path, FIRST.replace('"drehte" | Jan Bos', '"drehte" | Ana Cruz')))
    run = CliRunner().invoke(app, ["corpus", "agreement", folder, "--causes"])
    assert run.exit_code == 0
    assert "eifel: Bos drehte sich und wurde Vierter." in run.output
    data = json.loads(CliRunner().invoke(app, ["corpus", "agreement", folder, "--json"]).output)
    assert [one["cause"] for one in data["disagreements"]] == ["role"]
    assert data["heads"]["off_track"]["strict"] == 0.0
    assert CliRunner().invoke(app, ["corpus", "agreement", folder, "--report", "x"]).exit_code == 2


def test_the_readings_of_the_repository_are_whole() -> None:
    readings = read_readings(CORPUS)
    assert readings.faults == []
    assert len(readings.documents) == 20
    splits = json.loads((CORPUS / "splits.json").read_text(encoding="utf-8"))
    assert {document.doc_id for document in readings.documents} <= set(splits["test"])


def test_entities_agree_by_label_and_place(tmp_path: Path) -> None:
    other = ENTITIES.replace(" | Bos", "") + "@ TRACK Eifel\n"
    documents = read_readings(corpus(tmp_path, FIRST + other, FIRST + ENTITIES)).documents
    assert measure(documents).entity_rows() == {
        "all": (pytest.approx(2 * 2 / 6), 3, 3),
        "DRIVER": (pytest.approx(4 / 5), 3, 2),
        "TRACK": (0.0, 0, 1),
    }


def test_readings_without_entities_have_no_figure_for_them(tmp_path: Path) -> None:
    documents = read_readings(corpus(tmp_path, FIRST, FIRST + ENTITIES)).documents
    assert measure(documents).entity_rows() == {}
