"""Ray on this machine: the same records as one process gives."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from rennbericht import api
from rennbericht.api import Loader, load
from rennbericht.contract.build import PRODUCER_META
from rennbericht.errors import RennberichtError
from rennbericht.run.command import run_extract
from rennbericht.run.job import Job
from rennbericht.run.ledger import Ledger
from rennbericht.run.ray_engine import run_ray

REPORTS = sorted((Path(__file__).parents[2] / "corpus/reports").glob("*.txt"))
LOAD = Loader("embedded")


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> Job:
    folder = tmp_path_factory.mktemp("in")
    for number, report in enumerate(REPORTS[:6]):
        text = report.read_text(encoding="utf-8")
        rows = [{"id": f"a{number}-{i}", "text": text} for i in range(2)]
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (folder / f"{number}.jsonl").write_text(lines, encoding="utf-8")
    council = json.dumps({"id": "x", "text": "Der Rat hat das Gesetz nun beschlossen. " * 8})
    (folder / "kaputt.jsonl").write_text(council + '\n{"id": "y", "te')
    # ids that stand in two files
    again = (folder / "1.jsonl").read_text(encoding="utf-8").replace("a1-", "a0-")
    (folder / "9.jsonl").write_text(again, encoding="utf-8")
    return Job(inputs=[str(folder)], workers=2, engine="ray")


def test_the_producer_is_known_without_loading(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = load("embedded").meta[PRODUCER_META]
    monkeypatch.setattr(api, "load", None)
    assert LOAD.producer() == wanted


def lines(folder: Path, kind: str) -> list[str]:
    files = [*folder.glob(f"{kind}.jsonl"), *folder.glob(f"{kind}/*/{kind}.jsonl")]
    return sorted(line for f in files for line in f.read_text(encoding="utf-8").splitlines())


def test_ray_gives_the_same_records(job: Job, tmp_path: Path) -> None:
    run_extract(Job(inputs=job.inputs, out=tmp_path / "local"), LOAD)
    summary = run_ray(job, tmp_path / "ray", LOAD)
    assert summary.articles == {"done": 14, "skipped": 1, "failed": 1}
    assert any('"doc_id":"a0-1~2"' in line for line in lines(tmp_path / "ray", "articles"))
    for kind in ("events", "entities", "articles"):
        assert lines(tmp_path / "ray", kind) == lines(tmp_path / "local", kind)
    (dead,) = (tmp_path / "ray").glob("parts/*/deadletter.jsonl")
    assert json.loads(dead.read_text())["code"] == "RB005"
    assert (tmp_path / "ray/deadletter.jsonl").read_text() == dead.read_text()
    told = json.loads((tmp_path / "ray/run.json").read_text())
    assert (told["engine"], told["articles"]) == ("ray", summary.articles)

    # a part that stands there is not made again, one that was lost is
    parts = sorted((tmp_path / "ray" / "parts").glob("*.json"))
    parts[0].unlink()
    kept = [part.stat().st_mtime_ns for part in parts[1:]]
    assert run_ray(job, tmp_path / "ray", LOAD).events == summary.events
    assert [part.stat().st_mtime_ns for part in parts[1:]] == kept
    assert parts[0].exists()

    # one that is another file's is made anew
    other = parts[1]
    whole = lines(tmp_path / "ray", "events")
    events = tmp_path / "ray/events" / other.stem / "events.jsonl"
    events.write_text("")
    told = json.loads(other.read_text(encoding="utf-8"))
    other.write_text(json.dumps({**told, "path": "anderes.jsonl"}), encoding="utf-8")
    assert run_ray(job, tmp_path / "ray", LOAD).events == summary.events
    assert json.loads(other.read_text(encoding="utf-8")) == told
    assert lines(tmp_path / "ray", "events") == whole

    with pytest.raises(RennberichtError, match="RB601"):
        run_ray(replace(job, with_text=True), tmp_path / "ray", LOAD)
    with pytest.raises(RennberichtError, match="RB601"):
        run_ray(job, tmp_path / "local", LOAD)
    with closing(Ledger(tmp_path / "ray")), pytest.raises(RennberichtError, match="RB602"):
        run_ray(job, tmp_path / "ray", LOAD)

    # what failed is tried again on demand, and parts of files that are gone go
    damaged = Path(job.inputs[0]) / "kaputt.jsonl"
    text = damaged.read_text(encoding="utf-8")
    (tmp_path / "ray/events/part-00099").mkdir()
    (tmp_path / "ray/events/part-00099/events.jsonl").write_text("")
    try:
        damaged.write_text(text + 'xt": "Am Ziel."}\n', encoding="utf-8")
        assert run_ray(job, tmp_path / "ray", LOAD).articles["failed"] == 1
        again = run_ray(replace(job, retry_failed=True), tmp_path / "ray", LOAD)
    finally:
        damaged.write_text(text, encoding="utf-8")
    assert again.articles["failed"] == 0
    assert not (tmp_path / "ray/deadletter.jsonl").exists()
    assert not (tmp_path / "ray/events/part-00099").exists()


def test_articles_of_one_id_or_text_are_those_of_one_process(job: Job, tmp_path: Path) -> None:
    asked = {"inputs": job.inputs, "workers": 2, "same_id": "last", "same_text": "first"}
    run_extract(Job(**asked, out=tmp_path / "local"), LOAD)
    summary = run_ray(Job(**asked), tmp_path / "ray", LOAD)
    assert summary.codes["RB015"] and summary.codes["RB016"]
    for kind in ("events", "articles"):
        assert lines(tmp_path / "ray", kind) == lines(tmp_path / "local", kind)
