"""The agreement of two readings: each scored by the other with the evaluator of the project.

The reading taken for output is put into the form of the evaluator: names that share a mention are
one unit. What either reader calls optional is neither missed nor wrong, on both sides; under
`every` it is asked for like the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from rennbericht.contract.types import EVENT_TYPES, STATUSES, TYPES
from rennbericht.curation.agreement.readings import DoubleReading, Events
from rennbericht.evaluation.evaluate import entity_counts
from rennbericht.evaluation.figures import Figure
from rennbericht.evaluation.score import Score, score_events

MODES = ("strict", "lenient", "every")


@dataclass(slots=True)
class Counts:
    """Found, missed and wrong under some heads."""

    found: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)

    def f1(self, head: str) -> float | None:
        """F1 of one head."""
        return Figure.of((self.found[head], self.missed[head], self.wrong[head])).f1


@dataclass(slots=True)
class Agreement:
    """The agreement over all reports; heads of the counts are types, statuses and `all`."""

    reports: int = 0
    #: by mode, then by the reader who was taken for gold
    counts: dict[str, dict[str, Counts]] = field(
        default_factory=lambda: {mode: {"a": Counts(), "b": Counts()} for mode in MODES}
    )
    #: by head, how many events each reader gave, and how many of them as optional
    given: dict[str, Counter[str]] = field(default_factory=dict)
    #: over the strictly agreed events: both statuses
    statuses: Counter[tuple[str, str]] = field(default_factory=Counter)
    #: by label, the places that both mark alike, and those that only one marks so
    entities: dict[str, Counter[str]] = field(default_factory=dict)

    def f1(self, head: str = "all", mode: str = "strict") -> float | None:
        """The mean of the F1 with either reader as gold; None where neither gives an event."""
        values = [self.counts[mode][reader].f1(head) for reader in ("a", "b")]
        known = [value for value in values if value is not None]
        return sum(known) / len(known) if known else None

    def heads(self) -> list[str]:
        """The types and statuses that occur, in the order of the contract."""
        return [head for head in (*EVENT_TYPES, *STATUSES) if head in self.given]

    def same_status(self) -> float | None:
        """Share of the agreed events to which both give the very same status."""
        total = self.statuses.total()
        same = sum(n for (a, b), n in self.statuses.items() if a == b)
        return same / total if total else None

    def entity_rows(self) -> dict[str, tuple[float | None, int, int]]:
        """By label and over all: F1 of the places marked, and how many either reader marked."""
        whole: Counter[str] = sum(self.entities.values(), Counter())
        rows = {}
        for label, c in (("all", whole), *sorted(self.entities.items())):
            both, a, b = c["right"], c["missed"], c["wrong"]
            rows[label] = (Figure.of((both, a, b)).f1, both + a, both + b)
        return rows if self.entities else {}

    def as_dict(self) -> dict[str, Any]:
        """Everything as plain data."""
        return {
            "reports": self.reports,
            "strict": _rounded(self.f1()),
            "lenient": _rounded(self.f1(mode="lenient")),
            "every": _rounded(self.f1(mode="every")),
            "same_status": _rounded(self.same_status()),
            "heads": {
                head: {
                    "strict": _rounded(self.f1(head)),
                    "lenient": _rounded(self.f1(head, "lenient")),
                    "every": _rounded(self.f1(head, "every")),
                    **self.given[head],
                }
                for head in ("all", *self.heads())
            },
            "entities": {
                label: {"f1": _rounded(f1), "a": a, "b": b}
                for label, (f1, a, b) in self.entity_rows().items()
            },
        }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def score_reading(gold: Events, other: Events, *, strict: bool) -> Score:
    """Score one reading by another; what the other calls optional is not held against it."""
    score = score_events(gold, [as_output(event) for event in other], strict=strict)
    score.wrong = [event for event in score.wrong if not event.data.get("optional")]
    return score


def as_output(event: dict[str, Any]) -> dict[str, Any]:
    """Return a gold event as an output event: the names of a role share one mention."""
    roles = {
        role: [{"text": n, "start": 0, "end": 0, "entity": {"name": n}} for n in names]
        for role, names in event["roles"].items()
    }
    return {**event, "roles": roles}


def measure(documents: Sequence[DoubleReading]) -> Agreement:
    """Count the agreement of all reports read twice."""
    result = Agreement(reports=len(documents))
    for document in documents:
        for label, count in entity_counts(*(document.entities or ((), ()))).items():
            result.entities.setdefault(label, Counter()).update(count)
        for reader, events in (("a", document.a), ("b", document.b)):
            for event in events:
                for head in _heads(event["type"], event["status"]):
                    count = result.given.setdefault(head, Counter())
                    count[reader] += 1
                    count[f"optional_{reader}"] += bool(event.get("optional"))
        for mode in MODES:
            read = document.every() if mode == "every" else document
            for reader, gold, other in (("a", read.a, read.b), ("b", read.b, read.a)):
                score = score_reading(gold, other, strict=mode != "lenient")
                _count(result.counts[mode][reader], score)
                if mode == "strict" and reader == "a":
                    result.statuses.update((one.status, two.status) for one, two in score.pairs)
    return result


def _count(counts: Counts, score: Score) -> None:
    for event, _ in score.pairs:
        counts.found.update(_heads(event.type, event.status))
    for event in score.missed:
        counts.missed.update(_heads(event.type, event.status))
    for output in score.wrong:
        counts.wrong.update(_heads(output.type, output.status))


def _heads(event_type: str, status: str) -> list[str]:
    """What an event counts for; types reported apart do not count for status and whole."""
    return [event_type] if TYPES[event_type].apart else [event_type, status, "all"]
