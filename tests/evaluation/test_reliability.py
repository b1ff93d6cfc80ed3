"""Confidence against what was right: bins, expected calibration error, thresholds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from test_score import gold, holder
from test_score import out as output_event

from rennbericht.evaluation.evaluate import Evaluation, evaluate
from rennbericht.evaluation.gold import GoldDocument
from rennbericht.evaluation.reliability import Trial, reliability
from rennbericht.evaluation.report import render


def test_bins_and_error() -> None:
    trials = [Trial(0.95, True, 1)] * 9 + [Trial(0.95, False)] + [Trial(0.25, False)] * 10
    found = reliability(trials)
    assert [(b.low, b.high, b.events, b.share) for b in found.bins] == [
        (0.2, 0.3, 10, 0.0),
        (0.9, 1.0, 10, 0.9),
    ]
    assert [b.mean for b in found.bins] == pytest.approx([0.25, 0.95])
    assert found.error == pytest.approx((0.05 * 10 + 0.25 * 10) / 20)


def test_what_is_certain_stands_in_the_last_bin() -> None:
    (only,) = reliability([Trial(1.0, True, 1)]).bins
    assert (only.low, only.high) == (0.9, 1.0)


def test_well_calibrated_trials_have_no_error() -> None:
    trials = [Trial(0.75, number % 4 != 0) for number in range(40)]
    assert reliability(trials).error == pytest.approx(0)


def test_thresholds_take_recall_of_gold() -> None:
    trials = [Trial(0.9, True, 1), Trial(0.8, True, 2), Trial(0.7, False, 1), Trial(0.5, False)]
    found = {t.confidence: t for t in reliability(trials, 8).thresholds}
    assert (found[0.5].events, found[0.5].precision, found[0.5].recall) == (4, 0.5, 0.5)
    assert (found[0.7].events, found[0.7].precision, found[0.7].recall) == (3, 2 / 3, 0.5)
    assert (found[0.8].events, found[0.8].precision, found[0.8].recall) == (2, 1.0, 3 / 8)
    assert (found[0.9].events, found[0.9].precision, found[0.9].recall) == (1, 1.0, 1 / 8)


def test_nothing_above_a_threshold_has_no_precision() -> None:
    last = reliability([Trial(0.2, True, 1)], 1).thresholds[-1]
    assert (last.events, last.precision, last.recall) == (0, None, 0.0)


def out(confidence: float | None, *what: Any) -> dict[str, Any]:
    return {**output_event(*what), "confidence": confidence}


def scored(events: list[dict[str, Any]], output: list[dict[str, Any]]) -> Evaluation:
    document = GoldDocument("d", Path("d.gold.json"), events, None, None)
    return evaluate([document], {"d": output})


def test_an_evaluation_tells_it() -> None:
    events = [
        gold("pole", holder("Adler")),
        gold("retirement", holder("Brandt")),
        gold("weather", {}, {"kind": "rain"}),
    ]
    output = [
        out(0.9, "pole", holder("Adler")),
        out(0.3, "technical", holder("Cramer")),
        # reported apart, so in no figure here
        out(0.1, "weather", {}, {"kind": "rain"}),
    ]
    result = scored(events, output)
    found = result.reliability()
    assert found is not None
    assert [(b.low, b.events, b.share) for b in found.bins] == [(0.3, 1, 0.0), (0.9, 1, 1.0)]
    assert found.thresholds[0].recall == 0.5
    assert "expected calibration error 0.200" in render(result)
    assert result.as_dict()["reliability"]["expected_calibration_error"] == 0.2


def test_without_confidence_nothing_is_told() -> None:
    result = scored([gold("pole", holder("Adler"))], [out(None, "pole", holder("Adler"))])
    assert result.reliability() is None
    assert "calibration" not in render(result)
    assert "reliability" not in result.as_dict()


def test_what_meets_optional_gold_is_left_out() -> None:
    events = [{**gold("pole", holder("Adler")), "optional": True}]
    assert scored(events, [out(0.9, "pole", holder("Adler"))]).reliability() is None
