"""Precision, recall, F1 and their bootstrap intervals."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

#: Resamples and seed of the bootstrap: fixed, so that a score is the same in every run.
RESAMPLES = 2000
SEED = 20111015

Counts = tuple[int, int, int]


@dataclass(frozen=True)
class Figure:
    """Counts with what follows from them; a quotient without a denominator is None."""

    found: int
    missed: int
    wrong: int
    precision: float | None
    recall: float | None
    f1: float | None

    @classmethod
    def of(cls, counts: Counts) -> Figure:
        """Return the figure of (found, missed, wrong)."""
        found, missed, wrong = counts
        total = 2 * found + missed + wrong
        return cls(
            found,
            missed,
            wrong,
            found / (found + wrong) if found + wrong else None,
            found / (found + missed) if found + missed else None,
            2 * found / total if total else None,
        )

    def as_dict(self) -> dict[str, Any]:
        """Return the figure as plain data, quotients to four places."""
        return {k: round(v, 4) if isinstance(v, float) else v for k, v in asdict(self).items()}


def f1_interval(documents: Sequence[Counts]) -> tuple[float, float] | None:
    """Return the 95 % bootstrap interval of the micro F1 over documents.

    Documents are drawn with replacement (Efron 1979, percentile method).

    Args:
        documents: found, missed and wrong of each document.

    Returns:
        lower and upper bound, or None for fewer than two documents.
    """
    if len(documents) < 2:
        return None
    draw = random.Random(SEED)
    values = []
    for _ in range(RESAMPLES):
        sample = draw.choices(documents, k=len(documents))
        found, missed, wrong = (sum(column) for column in zip(*sample, strict=True))
        values.append(Figure.of((found, missed, wrong)).f1 or 0.0)
    values.sort()
    return values[int(0.025 * RESAMPLES)], values[int(0.975 * RESAMPLES) - 1]
