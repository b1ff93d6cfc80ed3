"""How far an event can be trusted: its evidence weighed, calibrated on the corpus.

The weights are those of a logistic regression and stand by name in `confidence.json`, beside the
record of each frame: how many of its events were right, out of how many. Both are written by
`python -m pipeline.training.calibrate`; a frame that the file does not know counts as one of its
type. Of the events at 0.8 about 80 % are right.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp, log, log1p
from pathlib import Path
from typing import Any, NamedTuple

from .draft import Draft

FILE = Path(__file__).with_name("confidence.json")
#: so many events of its type are worth as much as what a frame's own events say; and so many of
#: all types as what those of a type say
FRAME_PRIOR, TYPE_PRIOR = 6.0, 10.0
PLACES = 4


class Count(NamedTuple):
    """Events that agree with gold, out of how many."""

    right: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True)
class Records:
    """How often what frames found was right, by frame and by type."""

    frames: Mapping[str, Count]
    types: Mapping[str, Count]

    def evidence(self, frame: str, event_type: str, but: Records | None = None) -> dict[str, float]:
        """What the record of a frame says for its next event.

        Args:
            frame: id of the frame.
            event_type: type of the event, which the context may have settled.
            but: records whose frames are taken out: those of the report that is asked about.
        """
        everything = (
            Count(*map(sum, zip(*self.types.values(), strict=True))) if self.types else None
        )
        share = _smoothed(everything or Count(), 0.5, 1.0)
        of_type = _smoothed(self.types.get(event_type, Count()), share, TYPE_PRIOR)
        right, of = self.frames.get(frame, Count())
        if but is not None:
            own = but.frames.get(frame, Count())
            right, of = right - own.right, of - own.of
        of_frame = _smoothed(Count(right, of), of_type, FRAME_PRIOR)
        return {"frame.record": log(of_frame / (1 - of_frame)), "frame.known": log1p(of) / 3}


def _smoothed(count: Count, expected: float, weight: float) -> float:
    return (count.right + weight * expected) / (count.of + weight)


class Confidence:
    """Weighs evidence.

    Args:
        weights: weight of each piece of evidence, by name.
        offset: what is added to the weighed sum.
        records: of frames and types.
    """

    def __init__(self, weights: dict[str, float], offset: float, records: Records) -> None:
        self.weights = weights
        self.offset = offset
        self.records = records
        self._of_frame: dict[tuple[str, str], float] = {}

    def of(self, frame: str, event_type: str, evidence: dict[str, float]) -> float:
        """The share of events with such evidence that are right, in four places."""
        key = (frame, event_type)
        total = self._of_frame.get(key)
        if total is None:
            total = self.offset + self._weighed(self.records.evidence(frame, event_type))
            self._of_frame[key] = total
        return round(1 / (1 + exp(-total - self._weighed(evidence))), PLACES)

    def judge(self, draft: Draft) -> float:
        """The confidence of an event that has its evidence."""
        return self.of(draft.frame.id, draft.type, draft.evidence)

    def _weighed(self, evidence: dict[str, float]) -> float:
        weights, total = self.weights, 0.0
        for name, value in evidence.items():
            weight = weights.get(name)
            if weight is not None:
                total += weight * value
        return total


@cache
def load_confidence(path: Path = FILE) -> Confidence:
    """The shipped calibration, read once."""
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    records = Records(
        {name: Count(*count) for name, count in data["frames"].items()},
        {name: Count(*count) for name, count in data["types"].items()},
    )
    return Confidence(data["weights"], data["offset"], records)
