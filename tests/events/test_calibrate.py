"""The fit of the confidence: on events of which it is known how often they are right."""

from __future__ import annotations

import json
import random
from pathlib import Path

import numpy as np
import pytest
from pipeline.training.calibrate import (
    Case,
    calibrate,
    fit,
    records_of,
    regress,
    trials_of,
    written,
)

from rennbericht.evaluation.reliability import reliability
from rennbericht.events.confidence import Count, load_confidence

#: evidence and how often events with it are right
TRUTH = {"via=name": 0.9, "via=pronoun": 0.5, "via=role": 0.2}


def drawn(seed: int, truth: dict[str, float], events: int) -> list[Case]:
    draw = random.Random(seed)
    found = []
    for number in range(events):
        name = draw.choice(list(truth))
        right = draw.random() < truth[name]
        noise = {f"noise={draw.randrange(5)}": 1.0}
        report = f"r{number % 60}"
        frame = f"result.{draw.randrange(40)}"
        found.append(Case(report, frame, "result", {name: 1.0, **noise}, right))
    return found


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return drawn(5, TRUTH, 3000)


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
    unseen = drawn(6, TRUTH, 600)
    model = calibrate(cases, unseen)
    for name, share in TRUTH.items():
        assert model.of("result.1", "result", {name: 1.0}) == pytest.approx(share, abs=0.08)
    assert reliability(trials_of(model, unseen)).error < 0.04


def test_what_was_tuned_on_does_not_flatter(cases: list[Case]) -> None:
    # on reports that nobody saw, every kind of event is right less often
    sober = {"via=name": 0.8, "via=pronoun": 0.3, "via=role": 0.1}
    model = calibrate(cases, drawn(6, sober, 600))
    for name, share in sober.items():
        assert model.of("result.1", "result", {name: 1.0}) == pytest.approx(share, abs=0.1)


def test_a_frame_of_one_report_does_not_vouch_for_itself() -> None:
    # each report has a frame of its own, whose events are all right or all wrong
    cases = [
        Case(f"r{n // 10}", f"result.{n // 10}", "result", {}, n // 10 % 2 == 0) for n in range(400)
    ]
    weights = fit(cases).weights
    assert abs(weights.get("frame.record", 0.0)) < 0.5


def test_the_file_is_the_same_whatever_the_order(cases: list[Case], tmp_path: Path) -> None:
    text = written(calibrate(cases, cases))
    mixed = random.Random(1).sample(cases, len(cases))
    assert written(calibrate(mixed, mixed)) == text
    (tmp_path / "c.json").write_text(text, encoding="utf-8")
    model = load_confidence(tmp_path / "c.json")
    assert json.loads(text)["weights"] == model.weights
    assert model.records.types["result"].of == 3000
