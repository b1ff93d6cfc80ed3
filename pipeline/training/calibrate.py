"""Fits the confidence of events anew, one command, from the repository root.

    python -m pipeline.training.calibrate [--corpus corpus] [--dry-run]

Every event that the pipeline finds in the reports of train and dev is right or wrong by the
project's own scorer (strict; what meets optional gold is left out). A logistic regression over the
events' evidence tells the share that is right; the record of the frame, one piece of it, is never
taken from the report that it speaks of. Ten-fold prediction of whole reports gives the slope and
offset (Platt 1999) that are folded into the weights, and the figures that are printed.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from rennbericht.api import load
from rennbericht.contract import build
from rennbericht.contract.types import TYPES
from rennbericht.evaluation.gold import GoldDocument, read_gold
from rennbericht.evaluation.reliability import Reliability, Trial, reliability
from rennbericht.evaluation.score import score_events
from rennbericht.events.confidence import FILE, PLACES, Confidence, Count, Records
from rennbericht.run.plain import make_doc, restore

SPLITS = ("train", "dev")
FOLDS = 10
#: penalty on squared weights, and how often evidence must be met to get a weight
PENALTY, RARE = 3.0, 15
STEPS = 50

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Case:
    """One event that the pipeline found in a report with gold."""

    report: str
    split: str
    frame: str
    type: str
    evidence: dict[str, float]
    right: bool


def cases_of(nlp: Language, documents: Sequence[GoldDocument], split: str) -> list[Case]:
    """The events of reports as the pipeline finds them, right or wrong by their gold."""
    found: list[Case] = []
    extractor = nlp.get_pipe("rennbericht_events")
    for document in documents:
        doc = make_doc(nlp, document.text())
        doc.user_data[build.PUBLISHED] = document.published
        for name, component in nlp.pipeline:
            if name != "rennbericht_events":
                doc = component(doc)
        _, drafts, _ = extractor.explained(doc)
        restore(doc)
        score = score_events(document.events, doc.user_data[build.EVENTS], strict=True)
        wrong = {event.index for event in score.wrong}
        right = {event.index for _, event in score.pairs} - wrong
        found += [
            Case(document.doc_id, split, draft.frame.id, draft.type, draft.evidence, index in right)
            for index, draft in enumerate(drafts)
            if index in right | wrong
        ]
    return found


def records_of(cases: Iterable[Case]) -> Records:
    """How often each frame and type was right."""
    frames: Counter[str] = Counter()
    types: Counter[str] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for case in cases:
        frames[case.frame] += 1
        types[case.type] += 1
        right["frame", case.frame] += case.right
        right["type", case.type] += case.right
    return Records(
        {name: Count(right["frame", name], frames[name]) for name in sorted(frames)},
        {name: Count(right["type", name], types[name]) for name in sorted(types)},
    )


def regress(matrix: Array, target: Array, penalty: Array) -> Array:
    """Weights of a logistic regression, by Newton's method."""
    weights = np.zeros(matrix.shape[1])
    for _ in range(STEPS):
        share = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (share - target) + penalty * weights
        curve = (matrix * (share * (1 - share))[:, None]).T @ matrix + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def fit(cases: Sequence[Case]) -> Confidence:
    """Weights for the evidence; each case sees the records of all reports but its own."""
    records = records_of(cases)
    own = {
        report: records_of(case for case in cases if case.report == report)
        for report in {case.report for case in cases}
    }
    evidence = [
        {**case.evidence, **records.evidence(case.frame, case.type, own[case.report])}
        for case in cases
    ]
    met = Counter(name for one in evidence for name, value in one.items() if value)
    names = sorted(name for name, times in met.items() if times >= RARE)
    rows = [[*(one.get(name, 0.0) for name in names), 1.0] for one in evidence]
    penalty = np.array([PENALTY] * len(names) + [1e-6])
    target = np.array([float(case.right) for case in cases])
    *weights, offset = regress(np.array(rows), target, penalty)
    return Confidence(dict(zip(names, map(float, weights), strict=True)), float(offset), records)


def calibrate(cases: Sequence[Case]) -> tuple[Confidence, list[Trial]]:
    """Fit, and correct slope and offset by what was predicted of reports that were not seen.

    Returns:
        The calibration to ship, and those predictions, corrected.
    """
    reports = sorted({case.report for case in cases})
    fold = {report: number % FOLDS for number, report in enumerate(reports)}
    unseen = np.zeros(len(cases))
    for held_out in range(FOLDS):
        model = fit([case for case in cases if fold[case.report] != held_out])
        for index, case in enumerate(cases):
            if fold[case.report] == held_out:
                share = model.of(case.frame, case.type, case.evidence)
                unseen[index] = _logit(min(max(share, 1e-4), 1 - 1e-4))
    target = np.array([float(case.right) for case in cases])
    both = np.stack([unseen, np.ones(len(cases))], axis=1)
    slope, shift = map(float, regress(both, target, np.full(2, 1e-6)))
    whole = fit(cases)
    shipped = Confidence(
        {name: round(slope * weight, PLACES) for name, weight in whole.weights.items()},
        round(slope * whole.offset + shift, PLACES),
        whole.records,
    )
    shares = 1 / (1 + np.exp(-(slope * unseen + shift)))
    return shipped, _trials(cases, map(float, shares))


def _logit(share: float) -> float:
    return float(np.log(share / (1 - share)))


def _trials(cases: Iterable[Case], shares: Iterable[float]) -> list[Trial]:
    return [
        Trial(share, case.right, int(case.right))
        for case, share in zip(cases, shares, strict=True)
        if not TYPES[case.type].apart
    ]


def written(model: Confidence) -> str:
    """The calibration as its file holds it."""
    records = model.records
    data = {
        "note": "Made by python -m pipeline.training.calibrate; records are [right, of].",
        "offset": model.offset,
        "weights": dict(sorted(model.weights.items())),
        "types": records.types,
        "frames": records.frames,
    }
    lines = json.dumps(data, ensure_ascii=False, indent=1)
    # a record on one line
    for count in {*records.types.values(), *records.frames.values()}:
        lines = lines.replace(
            f"[\n   {count.right},\n   {count.of}\n  ]", f"[{count.right}, {count.of}]"
        )
    return lines + "\n"


def main(corpus: Path, dry_run: bool) -> None:
    """Fit on train and dev, tell what that gives on unseen reports of dev and on test."""
    nlp = load("embedded")
    known = {part: read_gold([corpus], split=part) for part in (*SPLITS, "test")}
    cases = [case for part in SPLITS for case in cases_of(nlp, known[part], part)]
    model, trials = calibrate(cases)
    counted = [case for case in cases if not TYPES[case.type].apart]
    on_dev = [t for t, case in zip(trials, counted, strict=True) if case.split == "dev"]
    tests = cases_of(nlp, known["test"], "test")
    on_test = _trials(tests, (model.of(c.frame, c.type, c.evidence) for c in tests))
    for title, some in (
        ("train and dev, each report by the others", trials),
        ("dev, each report by the others", on_dev),
        ("test", on_test),
    ):
        print(f"{title}\n{_told(reliability(some))}\n")
    if not dry_run:
        FILE.write_text(written(model), encoding="utf-8")


def _told(found: Reliability) -> str:
    return "\n".join(found.lines())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument("--dry-run", action="store_true", help="Write nothing.")
    main(**vars(parser.parse_args()))
