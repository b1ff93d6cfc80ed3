"""`rennbericht corpus stats`: counts, what participants are called, words that reports share."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rennbericht.cli import app
from rennbericht.curation.corpus import sentences
from rennbericht.curation.stats.mentions import Mentions
from rennbericht.curation.stats.names import MASK, Names, listed_names, with_participants, words
from rennbericht.curation.stats.runs import shared_runs
from rennbericht.patterns import patterns_dir

ROOT = Path(__file__).resolve().parents[2] / "corpus"
SHARED = "Danach wurde es hinter {} noch einmal richtig laut und eng."


@pytest.fixture(scope="module")
def mentions() -> Mentions:
    return Mentions(patterns_dir(), listed_names(patterns_dir()))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Three reports that share a sentence but for its name; one of them is test."""
    for name in ("reports", "gold"):
        (tmp_path / name).mkdir()
    for doc_id, winner in (("eins", "Mika Aho"), ("zwei", "Jan Bos"), ("drei", "Ana Cruz")):
        text = f"Formel 2: Sieg\n\n{winner} gewann. {SHARED.format(winner)}\nFoto: Archiv\n"
        (tmp_path / "reports" / f"{doc_id}.txt").write_text(text, encoding="utf-8")
        gold = f'> {winner} gewann\nresult "gewann" | {winner} | position=1\n> Danach\n'
        gold += f'lead? negated "eng" | {winner}\n'
        (tmp_path / "gold" / f"{doc_id}.gold").write_text(gold, encoding="utf-8")
    splits = {"train": ["eins", "zwei"], "dev": [], "test": ["drei"]}
    (tmp_path / "splits.json").write_text(json.dumps(splits))
    return tmp_path


def stats(corpus: Path, *options: str) -> dict[str, dict[str, dict[str, object]]]:
    run = CliRunner().invoke(app, ["corpus", "stats", str(corpus), "--json", *options])
    assert run.exit_code == 0, run.output
    data: dict[str, dict[str, dict[str, object]]] = json.loads(run.output)
    return data


def test_counts_by_part(corpus: Path) -> None:
    parts = stats(corpus)["parts"]
    train = parts["train"]
    assert [parts[p]["reports"] for p in ("train", "dev", "test", "all")] == [2, 0, 1, 3]
    assert train["words"] == 2 * (3 + 3 + 12 + 2)
    assert train["sentences_per_report"] == {"mean": 2.0, "fewest": 2, "most": 2}
    assert (train["events"], train["optional"]) == (4, 2)
    assert train["types"] == {"lead": 2, "result": 2}
    assert train["statuses"] == {"asserted": 2, "negated": 2}
    assert train["mentions"] == {"name": 4}
    assert train["series"] == {"Formel 2": 2}
    assert parts["dev"]["sentences_per_report"] == {"mean": None, "fewest": 0, "most": 0}


def test_a_sentence_in_three_reports_is_one_run(corpus: Path) -> None:
    (run,) = stats(corpus)["shared_runs"]["runs"]  # type: ignore[misc]
    assert (
        run["words"]
        == f"{MASK} gewann danach wurde es hinter {MASK} noch einmal richtig laut und eng"
    )
    assert run["reports"] == ["drei", "eins", "zwei"]
    assert stats(corpus, "--shared", "4")["shared_runs"]["runs"] == []
    assert stats(corpus, "--run", "14")["shared_runs"]["runs"] == []


def test_runs_are_the_longest_of_their_reports() -> None:
    own = {"a": "x y z u", "b": "x y z u", "c": "v x y z"}
    found = shared_runs({d: [tuple(t.split())] for d, t in own.items()}, length=2, reports=2)
    assert [(" ".join(r.words), r.reports) for r in found] == [
        ("x y z", ("a", "b", "c")),
        ("x y z u", ("a", "b")),
    ]


def test_a_run_does_not_leave_its_line() -> None:
    lines = [("x", "y"), ("z",)]
    assert shared_runs({"a": lines, "b": lines}, length=3, reports=2) == []


def test_names_on_end_are_one_mask() -> None:
    names = with_participants(Names([("CAR", "911 GT3 R")]), ["Mika Aho", "Lovis van Eck"])
    line = words("Im 911 GT3 R schlug Aho, Mika Aho und van Eck den Hamburger.")
    assert " ".join(names.masked(line)) == f"im {MASK} schlug {MASK} und van {MASK} den hamburger"


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("name", "Erst im Ziel war Lovis van Eck zufrieden."),
        ("surname", "Am Ende fehlten van Ecks Wagen drei Zehntel."),
        ("nationality", "Am Ende musste der Belgier abreißen lassen."),
        ("origin", "Am Ende musste der Augsburger abreißen lassen."),
        ("age", "Am Ende musste der 23-Jährige abreißen lassen."),
        ("role", "Am Ende musste der Polesitter abreißen lassen."),
        ("car", "Am Ende musste der Porsche abreißen lassen."),
        ("pronoun", "Am Ende musste er abreißen lassen."),
        ("several of these", "Am Ende musste er den Belgier ziehen lassen."),
        ("understood", "Danach fiel der zurück und gab auf."),
    ],
)
def test_kinds_of_mentions(mentions: Mentions, kind: str, sentence: str) -> None:
    assert mentions.kind("Lovis van Eck", sentence) == kind


def test_sentences_are_those_with_a_final_mark() -> None:
    text = (
        'Kopf\n\nAho kam als 3. ins Ziel. "Gut!", sagte er. Und Bos? Der fiel aus.\nFoto: Archiv\n'
    )
    assert sentences(text) == [
        "Aho kam als 3. ins Ziel.",
        '"Gut!", sagte er.',
        "Und Bos?",
        "Der fiel aus.",
    ]


def test_tables_are_plain_when_piped(corpus: Path) -> None:
    run = CliRunner().invoke(app, ["corpus", "stats", str(corpus)])
    assert run.exit_code == 0
    assert "\x1b" not in run.output
    assert "runs of 7 words or more, names masked, in 3 reports or more: 1" in run.output


def test_reports_of_the_repository_share_no_sentences() -> None:
    assert stats(ROOT)["shared_runs"]["runs"] == []
