"""How well the confidence of events tells the share of them that is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from rennbericht.evaluation.score import Score

BINS = 10
#: confidences at which precision and recall are told
THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9)


class Trial(NamedTuple):
    """One event of the output: its confidence, and whether it agrees with gold."""

    confidence: float
    right: bool
    #: events of gold that it meets; in part it may meet some where it is wrong
    met: int = 0


@dataclass(frozen=True)
class Bin:
    """Events of like confidence."""

    low: float
    high: float
    events: int
    #: mean confidence, and share that is right
    mean: float
    share: float


@dataclass(frozen=True)
class Threshold:
    """What is left of the output from a confidence on; recall is of the events of gold."""

    confidence: float
    events: int
    precision: float | None
    recall: float | None


@dataclass(frozen=True)
class Reliability:
    """Bins of a tenth each that hold events, thresholds, expected calibration error."""

    bins: list[Bin]
    thresholds: list[Threshold]
    #: mean distance of confidence and share over the bins, by number of events (Naeini 2015)
    error: float

    def lines(self) -> Iterator[str]:
        """Yield the tables as text."""
        yield f"{'confidence':24}{'events':>7}{'mean':>8}{'right':>7}"
        for b in self.bins:
            yield f"  {f'{b.low:.1f} to {b.high:.1f}':22}{b.events:>7}{b.mean:>8.3f}{b.share:>7.3f}"
        yield f"  expected calibration error {self.error:.3f}"
        yield f"{'from confidence':24}{'events':>7}{'P':>8}{'R':>7}"
        for t in self.thresholds:
            figures = f"{_shown(t.precision):>8}{_shown(t.recall):>7}"
            yield f"  {f'{t.confidence:.1f}':22}{t.events:>7}{figures}"

    def as_dict(self) -> dict[str, Any]:
        """Return everything as plain data."""
        return {
            "expected_calibration_error": round(self.error, 4),
            "bins": [
                {
                    "from": b.low, "to": b.high, "events": b.events, "confidence": round(b.mean, 4),
                    "right": round(b.share, 4),
                }
                for b in self.bins
            ],
            "thresholds": [
                {
                    "confidence": t.confidence, "events": t.events,
                    "precision": None if t.precision is None else round(t.precision, 4),
                    "recall": None if t.recall is None else round(t.recall, 4),
                }
                for t in self.thresholds
            ],
        }  # fmt: skip


def trials_of(scores: Sequence[Score]) -> list[Trial]:
    """The events of the output that count in the overall figure and bear a confidence.

    An event is right where all it says is; one that meets optional gold is neither.
    """
    found: list[Trial] = []
    for score in scores:
        wrong = {event.index for event in score.wrong}
        met = Counter(event.index for gold, event in score.pairs if not gold.apart)
        events = {event.index: event for _, event in score.pairs}
        events.update((event.index, event) for event in score.wrong)
        for index, event in sorted(events.items()):
            confidence = event.data.get("confidence")
            if confidence is not None and not event.apart:
                found.append(Trial(confidence, index not in wrong, met[index]))
    return found


def reliability(trials: Sequence[Trial], gold: int | None = None) -> Reliability:
    """Compare confidences with what was right.

    Args:
        trials: events of the output.
        gold: how many events there were to be found; recall is of those found at all where None.
    """
    binned: dict[int, list[Trial]] = {}
    for trial in trials:
        binned.setdefault(min(BINS - 1, int(trial.confidence * BINS)), []).append(trial)
    bins = [
        Bin(
            at / BINS,
            (at + 1) / BINS,
            len(some),
            sum(t.confidence for t in some) / len(some),
            sum(t.right for t in some) / len(some),
        )
        for at, some in sorted(binned.items())
    ]
    error = sum(abs(b.mean - b.share) * b.events for b in bins) / max(1, len(trials))
    wanted = sum(t.met for t in trials) if gold is None else gold
    thresholds = []
    for level in THRESHOLDS:
        kept = [t for t in trials if t.confidence >= level]
        thresholds.append(
            Threshold(
                level,
                len(kept),
                sum(t.right for t in kept) / len(kept) if kept else None,
                sum(t.met for t in kept) / wanted if wanted else None,
            )
        )
    return Reliability(bins, thresholds, error)


def _shown(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
