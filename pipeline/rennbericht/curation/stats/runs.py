"""Runs of words that several reports share, names masked: copied, or written by template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rennbericht.curation.stats.names import MASK, Words


@dataclass(frozen=True, slots=True)
class SharedRun:
    """A run of words and the reports that it stands in."""

    words: Words
    reports: tuple[str, ...]

    @property
    def own(self) -> int:
        """How many of the words are no names."""
        return sum(word != MASK for word in self.words)


def shared_runs(
    lines: Mapping[str, Sequence[Words]], *, length: int, reports: int
) -> list[SharedRun]:
    """Return the longest runs that enough reports share, those of most reports first.

    Args:
        lines: per report its lines, names masked; a run never leaves its line.
        length: words of a run at least.
        reports: reports that share it at least.
    """
    found: dict[Words, set[str]] = {}
    holders = _holders(lines, length, reports)
    while holders:
        longer = _holders(lines, len(next(iter(holders))) + 1, reports)
        whole = {
            (part, frozenset(at)) for run, at in longer.items() for part in (run[:-1], run[1:])
        }
        found |= {run: at for run, at in holders.items() if (run, frozenset(at)) not in whole}
        holders = longer
    runs = [SharedRun(run, tuple(sorted(at))) for run, at in found.items()]
    return sorted(runs, key=lambda run: (-len(run.reports), -run.own, run.words))


def _holders(
    lines: Mapping[str, Sequence[Words]], length: int, reports: int
) -> dict[Words, set[str]]:
    holders: dict[Words, set[str]] = {}
    for doc_id, own in lines.items():
        for line in own:
            for start in range(len(line) - length + 1):
                holders.setdefault(line[start : start + length], set()).add(doc_id)
    return {run: at for run, at in holders.items() if len(at) >= reports}
