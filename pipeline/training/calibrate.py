"""Fits the confidence of events anew, one command, from the repository root.

    python -m pipeline.training.calibrate [--corpus corpus] [--dry-run]

Every event that the pipeline finds in a report is right or wrong by the project's own scorer
(strict; what meets optional gold is left out). On train and dev a logistic regression over the
events' evidence tells the share that is right; the record of the frame, one piece of it, is never
taken from the report that it speaks of. The frames were made with these two in view, so the fit is
too sure of itself: slope and offset of what it says (Platt 1999) are set by the reports of
`calibration`, which nobody tunes on.
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

#: parts that the weights are fitted on, and the one that slope and offset are
FITTED, UNSEEN = ("train", "dev"), "calibration"
#: penalty on squared weights, and how often evidence must be met to get a weight
PENALTY, RARE = 3.0, 15
STEPS = 50

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Case:
    """One event that the pipeline found in a report with gold."""

    report: str
    frame: str
    type: str
    evidence: dict[str, float]
    right: bool


def cases_of(nlp: Language, documents: Sequence[GoldDocument]) -> list[Case]:
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
            Case(document.doc_id, draft.frame.id, draft.type, draft.evidence, index in right)
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


def calibrate(known: Sequence[Case], unseen: Sequence[Case]) -> Confidence:
    """Fit the weights on one set of events; slope and offset on one that nobody tuned on."""
    whole = fit(known)
    said = [_logit(whole.of(case.frame, case.type, case.evidence)) for case in unseen]
    matrix = np.stack([np.array(said), np.ones(len(said))], axis=1)
    target = np.array([float(case.right) for case in unseen])
    slope, shift = map(float, regress(matrix, target, np.full(2, 1e-6)))
    return Confidence(
        {name: round(slope * weight, PLACES) for name, weight in whole.weights.items()},
        round(slope * whole.offset + shift, PLACES),
        whole.records,
    )


def _logit(share: float) -> float:
    share = min(max(share, 1e-4), 1 - 1e-4)
    return float(np.log(share / (1 - share)))


def trials_of(model: Confidence, cases: Iterable[Case]) -> list[Trial]:
    """What a calibration says of the events that count, and whether they are right."""
    return [
        Trial(model.of(case.frame, case.type, case.evidence), case.right, int(case.right))
        for case in cases
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
    """Fit, and tell how reliable it is on the reports it was corrected by and on test."""
    nlp = load("embedded")
    parts = (*FITTED, UNSEEN, "test")
    cases = {part: cases_of(nlp, read_gold([corpus], split=part)) for part in parts}
    model = calibrate([case for part in FITTED for case in cases[part]], cases[UNSEEN])
    for part in (UNSEEN, "test"):
        print(f"{part}\n{_told(reliability(trials_of(model, cases[part])))}\n")
    if not dry_run:
        FILE.write_text(written(model), encoding="utf-8")


def _told(found: Reliability) -> str:
    return "\n".join(found.lines())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument("--dry-run", action="store_true", help="Write nothing.")
    main(**vars(parser.parse_args()))
