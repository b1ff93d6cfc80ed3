"""Workers: the same output for any number, and no death of one costs more than its article."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.cli.conftest import PRODUCER
from tests.run.pipelines import faulty

from rennbericht.run.engine import Alone, in_order
from rennbericht.run.payload import Payload
from rennbericht.run.pool import Numbered, Pool
from rennbericht.run.worker import Order
from rennbericht.sources.article import ArticleInput, Problem, Provenance


def article(number: int, text: str = "") -> Numbered:
    return number, ArticleInput(f"a{number}", text or f"Heute holte F{number} Pole.")


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with closing(Pool(faulty, Order(limit=2.0), 2)) as pool:
        yield pool


def run(pool: Pool, *items: Numbered) -> list[Payload]:
    return list(in_order(pool.run(items)))


def test_the_output_is_that_of_one_process(pool: Pool) -> None:
    items = [article(n) for n in range(700)]
    alone = [payload for _, payload in Alone(faulty(), Order()).run(items)]
    assert run(pool, *items) == alone
    assert pool.producer == PRODUCER


def test_problems_pass_through_in_their_place(pool: Pool) -> None:
    problem = Problem("p", "RB005", "broken", Provenance(path="x.jsonl", line=3))
    payloads = run(pool, article(0), (1, problem), article(2))
    assert [p.status for p in payloads] == ["done", "failed", "done"]


def test_a_worker_that_dies_costs_one_dead_letter(pool: Pool) -> None:
    items = [article(0), article(1, "Absturz Pole."), *(article(n) for n in range(2, 400))]
    payloads = run(pool, *items)
    assert [p.code for p in payloads if p.status != "done"] == ["RB902"]
    assert payloads[1].dead is not None and "exit code 11" in payloads[1].dead
    assert run(pool, article(0))[0].status == "done"


def test_a_death_that_does_not_happen_again_costs_nothing(pool: Pool) -> None:
    mark = Path(tempfile.gettempdir()) / f"marke{os.getpid()}"
    (payload,) = run(pool, article(0, f"Einmal {mark.name} Adler Pole."))
    mark.unlink()
    assert (payload.status, len(payload.events)) == ("done", 1)


def test_an_article_that_never_ends_is_left(pool: Pool) -> None:
    payloads = run(pool, article(0), article(1, "Endlos Pole."), article(2))
    assert [p.code for p in payloads] == [None, "RB903", None]


def test_no_more_is_read_than_is_worked_on(pool: Pool) -> None:
    taken = 0

    def endless() -> Iterator[Numbered]:
        nonlocal taken
        for number in itertools.count():
            taken += 1
            yield article(number)

    found = pool.run(endless())
    for _ in range(10):
        next(found)
    assert taken < 3_000
    found.close()
    for worker in pool._workers:  # let them finish what they have in hand
        if worker.batch:
            worker.connection.recv()
            worker.batch = []


PARENT = """
import sys, time
from contextlib import closing
from rennbericht.run.pool import Pool
from rennbericht.run.worker import Order
from tests.run.pipelines import faulty
if __name__ == "__main__":
    with closing(Pool(faulty, Order(), 2)) as pool:
        print(*[w.process.pid for w in pool._workers], flush=True)
        time.sleep(60)
"""


def test_workers_end_when_the_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    root = Path(__file__).parents[2]
    path = os.pathsep.join([str(root), str(root / "pipeline"), os.environ.get("PYTHONPATH", "")])
    parent = subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": path},
    )  # fmt: skip
    assert parent.stdout is not None
    workers = [int(pid) for pid in parent.stdout.readline().split()]
    assert len(workers) == 2
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    deadline = time.monotonic() + 10
    while any(map(_lives, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(_lives, workers))


def _lives(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"
