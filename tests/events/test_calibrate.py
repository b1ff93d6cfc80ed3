"""The fit of the confidence: on events of which it is known how often they are right."""

from __future__ import annotations

import json
import random
from pathlib import Path

import numpy as np
import pytest
from pipeline.training.calibrate import Case, calibrate, fit, records_of, regress, written

from rennbericht.evaluation.reliability import reliability
from rennbericht.events.confidence import Count, load_confidence

#: evidence and how often events with it are right
TRUTH = {"via=name": 0.9, "via=pronoun": 0.5, "via=role": 0.2}


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    draw = random.Random(5)
    found = []
    for number in range(3000):
        name = draw.choice(list(TRUTH))
        right = draw.random() < TRUTH[name]
        noise = {f"noise={draw.randrange(5)}": 1.0}
        report = f"r{number % 60}"
        frame = f"result.{draw.randrange(40)}"
        found.append(Case(report, "train", frame, "result", {name: 1.0, **noise}, right))
    return found


def test_regression_gives_the_odds() -> None:
    matrix = np.array([[1.0, 1.0]] * 4 + [[0.0, 1.0]] * 4)
    target = np.array([1.0, 1.0, 1.0, 0.0, 1.0, 0.0, 0.0, 0.0])
    weight, offset = regress(matrix, target, np.full(2, 1e-9))
    assert offset == pytest.approx(-np.log(3))
    assert weight + offset == pytest.approx(np.log(3))


def test_records_count_frames_and_types(cases: list[Case]) -> None:
    records = records_of(cases)
    assert records.types == {"result": Count(sum(c.right for c in cases), 3000)}
    assert sum(count.of for count in records.frames.values()) == 3000


def test_the_shares_come_out(cases: list[Case]) -> None:
    model, trials = calibrate(cases)
    for name, share in TRUTH.items():
        assert model.of("result.1", "result", {name: 1.0}) == pytest.approx(share, abs=0.08)
    assert reliability(trials).error < 0.03


def test_a_frame_of_one_report_does_not_vouch_for_itself() -> None:
    # each report has a frame of its own, whose events are all right or all wrong
    cases = [
        Case(f"r{n // 10}", "train", f"result.{n // 10}", "result", {}, n // 10 % 2 == 0)
        for n in range(400)
    ]
    weights = fit(cases).weights
    assert abs(weights.get("frame.record", 0.0)) < 0.5


def test_the_file_is_the_same_whatever_the_order(cases: list[Case], tmp_path: Path) -> None:
    text = written(calibrate(cases)[0])
    mixed = random.Random(1).sample(cases, len(cases))
    assert written(calibrate(mixed)[0]) == text
    (tmp_path / "c.json").write_text(text, encoding="utf-8")
    model = load_confidence(tmp_path / "c.json")
    assert json.loads(text)["weights"] == model.weights
    assert model.records.types["result"].of == 3000
