"""`rennbericht extract`: whatever comes in, the rest is done and every loss is stated."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from typer.testing import CliRunner, Result

from rennbericht import extract
from rennbericht.cli import app
from rennbericht.sources.article import ArticleInput

TEXT = "Gestern holte Adler Pole. Später verlor er.\r\nAuch Brandt Pole nahe."
RECORDS = ("events", "entities", "articles")


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["extract", *map(str, arguments)], input=stdin)


def rows(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def read(path: Path) -> list[dict[str, Any]]:
    return rows(path.read_text(encoding="utf-8"))


def put(name: str, data: bytes | str) -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(data.encode() if isinstance(data, str) else data)
    return name


@pytest.mark.usefixtures("small", "folder")
def test_events_go_to_standard_output() -> None:
    result = run(put("rennen.txt", TEXT))
    assert result.exit_code == 0
    first, second = rows(result.stdout)
    assert (first["doc_id"], first["type"], first["field"]) == ("rennen", "pole", "text")
    for event in (first, second):
        trigger, who = event["trigger"], event["roles"]["holder"][0]
        assert TEXT[trigger["start"] : trigger["end"]] == trigger["text"]
        assert TEXT[who["start"] : who["end"]] == who["entity"]["name"]
    assert result.stderr == ""


BAD_INPUTS = {
    "leer.txt": (b"", "RB002", "skipped"),
    "bild.txt": (b"\x89PNG\r\n\x1a\n\x00\x00", "RB003", "failed"),
    "lang.txt": (b"Adler Pole. " * 170_000, "RB007", "skipped"),
    "ohne-text.jsonl": (b'{"id": "n", "title": "Titel"}\n', "RB006", "failed"),
    "fehlt.txt": (None, "RB001", "failed"),
}


@pytest.mark.usefixtures("small", "folder")
@pytest.mark.parametrize("name", BAD_INPUTS)
def test_bad_inputs_are_stated_while_the_rest_is_done(name: str) -> None:
    data, code, status = BAD_INPUTS[name]
    if data is not None:
        put(name, data)
    result = run(put("a.txt", TEXT), name, put("z.txt", TEXT), "-o", "out")
    assert result.exit_code == (1 if status == "failed" else 0)
    articles = read(Path("out/articles.jsonl"))
    assert [article["status"] for article in articles] == ["done", status, "done"]
    assert articles[1]["reason"].startswith(code)
    assert articles[1]["source"]["path"] == name
    assert code in result.stderr
    assert name in result.stderr
    assert len(read(Path("out/events.jsonl"))) == 4
    dead = Path("out/deadletter.jsonl")
    if code == "RB002":
        assert not dead.exists()
    else:
        (letter,) = read(dead)
        assert (letter["path"], letter["code"]) == (name, code)
        assert len(letter["start"]) <= 200


@pytest.mark.usefixtures("small", "folder")
def test_all_bad_inputs_at_once() -> None:
    names = [put(n, data) if data is not None else n for n, (data, _, _) in BAD_INPUTS.items()]
    result = run(*names, put("gut.txt", TEXT), "-o", "out")
    assert result.exit_code == 1
    run_record = json.loads(Path("out/run.json").read_text(encoding="utf-8"))
    assert run_record["articles"] == {"done": 1, "skipped": 2, "failed": 3}
    assert run_record["events"] == 2


@pytest.mark.usefixtures("small", "folder")
def test_windows_text_is_read_with_a_warning() -> None:
    result = run(put("cp1252.txt", "Müller Pole.".encode("cp1252")))
    assert result.exit_code == 0
    (event,) = rows(result.stdout)
    assert event["roles"]["holder"][0]["entity"]["name"] == "Müller"
    assert "Windows-1252" in result.stderr


@pytest.mark.usefixtures("small", "folder")
def test_a_line_that_is_no_json_is_set_aside_with_its_place() -> None:
    good = json.dumps({"id": "x", "text": TEXT}) + "\n"
    result = run(put("a.jsonl", good + "{kaputt\n" + good), "-o", "out")
    assert result.exit_code == 1
    assert [a["doc_id"] for a in read(Path("out/articles.jsonl"))] == ["x", "a:2", "x~2"]
    (letter,) = read(Path("out/deadletter.jsonl"))
    assert (letter["line"], letter["byte_offset"]) == (2, len(good))
    assert letter["start"] == "{kaputt"


@pytest.mark.usefixtures("small", "folder")
def test_an_article_that_breaks_a_component_fails_alone() -> None:
    names = [put(f"{i}.txt", "Kollaps." if i == 2 else TEXT) for i in range(4)]
    result = run(*names, "-o", "out")
    assert result.exit_code == 1
    articles = read(Path("out/articles.jsonl"))
    assert [a["status"] for a in articles] == ["done", "done", "failed", "done"]
    assert articles[2]["reason"] == (
        "RB901 extraction failed on this article: ZeroDivisionError: a fault of a component"
    )


@pytest.mark.usefixtures("small", "folder")
def test_standard_input() -> None:
    result = run("-", stdin=TEXT.encode())
    assert [event["doc_id"] for event in rows(result.stdout)] == ["sha256:c2c32b73b5a1427a"] * 2


@pytest.mark.usefixtures("small", "folder")
@pytest.mark.parametrize("emit", [*RECORDS, "all"])
def test_emit(emit: str) -> None:
    put("a.txt", TEXT)
    schemas = {"events": "event", "entities": "entity", "articles": "article"}
    wanted = {f"rennbericht/{schemas[e]}@1" for e in (RECORDS if emit == "all" else (emit,))}
    assert {row["schema"] for row in rows(run("a.txt", "--emit", emit).stdout)} == wanted
    run("a.txt", "--emit", emit, "-o", "out.jsonl")
    assert {row["schema"] for row in read(Path("out.jsonl"))} == wanted
    run("a.txt", "--emit", emit, "-o", "out")
    files = {f"{e}.jsonl" for e in (RECORDS if emit == "all" else (emit,))}
    ledger = {"ledger.sqlite", ".lock"}
    assert {path.name for path in Path("out").iterdir()} == {*files, "run.json", *ledger}


@pytest.mark.usefixtures("small", "folder")
def test_text_stands_in_article_records_on_demand() -> None:
    put("a.txt", TEXT)
    (article,) = rows(run("a.txt", "--emit", "articles", "--with-text").stdout)
    assert article["text"] == TEXT
    (article,) = rows(run("a.txt", "--emit", "articles").stdout)
    assert "text" not in article
    assert article["chars"] == len(TEXT)


@pytest.mark.usefixtures("small", "folder")
def test_two_runs_write_the_same() -> None:
    for name in ("b/2.txt", "b/10.txt", "a.txt"):
        put(name, TEXT)
    for out in ("one", "two"):
        assert run("b", "*.txt", "-o", out).exit_code == 0
    for kind in RECORDS:
        assert Path(f"one/{kind}.jsonl").read_bytes() == Path(f"two/{kind}.jsonl").read_bytes()
    assert [a["doc_id"] for a in read(Path("one/articles.jsonl"))] == ["2", "10", "a"]


@pytest.mark.usefixtures("small", "folder")
def test_an_interrupted_run_leaves_whole_lines_and_the_older_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from rennbericht.run.engine import Alone

    put("a.txt", TEXT)
    run("a.txt", "-o", "out.jsonl")
    before = Path("out.jsonl").read_bytes()

    whole = Alone.run

    def interrupted(engine: Alone, items: Any) -> Any:
        yield from whole(engine, items)
        raise KeyboardInterrupt

    monkeypatch.setattr(Alone, "run", interrupted)
    put("b.txt", TEXT)
    assert run("b.txt", "-o", "out.jsonl").exit_code != 0
    assert Path("out.jsonl").read_bytes() == before
    assert [row["doc_id"] for row in read(Path("out.jsonl.part"))] == ["b", "b"]


@pytest.mark.usefixtures("small", "folder")
@pytest.mark.parametrize("date", ["gestern", "2011", "15.10.11"])
def test_a_date_that_is_none_is_wrong_usage(date: str) -> None:
    result = run(put("a.txt", TEXT), "--published", date)
    assert result.exit_code == 2
    assert "RB501" in result.stderr


@pytest.mark.usefixtures("small", "folder")
def test_wrong_options_are_wrong_usage() -> None:
    put("a.txt", TEXT)
    assert run("a.txt", "--format", "pickle").exit_code == 2
    assert run().exit_code == 2


def test_headlines_that_only_repeat_give_nothing(small: Language) -> None:
    record = {"text": "Heute holte Adler Pole.", "title": "Adler Pole", "summary": "Brandt Pole"}
    (result,) = extract([record], nlp=small)
    assert [(event.field, event.roles["holder"][0].text) for event in result.events] == [
        ("lead", "Brandt"),
        ("text", "Adler"),
    ]
    assert result.article.events == 2


def test_extract_takes_texts_records_and_articles(small: Language) -> None:
    articles = [
        "Adler Pole.",
        {"text": "Brandt Pole.", "id": "b"},
        ArticleInput("c", "Çelik Pole."),
    ]
    results = list(extract([*articles, "", {"text": "Race", "lang": "en"}], nlp=small))
    assert [len(result.events) for result in results] == [1, 1, 1, 0, 0]
    assert [r.problem.code for r in results if r.problem] == ["RB002", "RB010"]
    assert results[1].article.doc_id == "b"


def test_documents_carry_records_and_stay_serialisable(small: Language) -> None:
    doc = small("Gestern holte Adler Pole.")
    (event,) = doc._.events
    assert event.roles["holder"][0].entity.name == "Adler"
    copy = type(doc)(doc.vocab).from_bytes(doc.to_bytes())
    assert copy._.events == [event]


def test_many_articles_cross_batches_in_their_order(small: Language) -> None:
    articles = (ArticleInput(f"d{i}", f"Heute holte F{i} Pole.") for i in range(600))
    results = list(extract(articles, nlp=small))
    assert [result.article.doc_id for result in results] == [f"d{i}" for i in range(600)]
    names = [result.events[0].roles["holder"][0].entity for result in results]
    assert [name.name for name in names if name] == [f"F{i}" for i in range(600)]


DOUBTFUL = "Heute Sicher Pole. Heute Unsicher Pole. Heute Knapp Pole. Heute Adler Pole."


@pytest.mark.usefixtures("small", "folder")
def test_min_confidence_leaves_out_events_below() -> None:
    put("a.txt", DOUBTFUL)
    names = [
        event["roles"]["holder"][0]["text"]
        for event in rows(run("a.txt", "--min-confidence", "0.8").stdout)
    ]
    # who bears no confidence stays
    assert names == ["Sicher", "Knapp", "Adler"]
    assert len(rows(run("a.txt").stdout)) == 4
    run("a.txt", "-o", "out", "--min-confidence", "0.8")
    (article,) = read(Path("out/articles.jsonl"))
    assert article["events"] == len(read(Path("out/events.jsonl"))) == 3
    # nor are their triggers entities
    assert len(read(Path("out/entities.jsonl"))) == 3
    again = run("a.txt", "-o", "out", "--min-confidence", "0.7")
    assert again.exit_code == 2
    assert "min_confidence: 0.8 there, 0.7 asked for" in again.stderr


@pytest.mark.usefixtures("folder")
def test_min_confidence_is_a_share() -> None:
    assert run("a.txt", "--min-confidence", "80").exit_code == 2


@pytest.mark.usefixtures("small", "folder")
def test_what_is_hardly_ever_right_is_left_out_unless_asked_for() -> None:
    put("a.txt", "Heute Kaum Pole. Heute Sicher Pole.")
    assert len(rows(run("a.txt").stdout)) == 1
    assert len(rows(run("a.txt", "--min-confidence", "0").stdout)) == 2


def test_min_confidence_from_python(small: Language) -> None:
    (result,) = extract([DOUBTFUL], nlp=small, min_confidence=0.85)
    assert [event.confidence for event in result.events] == [0.9, None]
    assert result.article.events == 2
