"""What two readers disagree on: events that one has and the other lacks or gives otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rennbericht.contract.types import TYPES
from rennbericht.curation.agreement.measure import as_output, score_reading
from rennbericht.curation.agreement.readings import DoubleReading
from rennbericht.evaluation.agreement import claim, same_sentence, share_trigger
from rennbericht.evaluation.units import GoldEvent, OutputEvent

#: in the order in which they are told
CAUSES = (
    "missing in a", "missing in b", "role", "attribute", "status", "type", "sentence", "number",
)  # fmt: skip
_OTHER = {"a": "b", "b": "a"}


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One disagreement: an event of either reader, or of both where they are the same otherwise."""

    doc_id: str
    cause: str
    a: dict[str, Any] | None
    b: dict[str, Any] | None
    differences: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """Where it stands in the report."""
        return int((self.a or self.b or {})["trigger"]["start"])


def disagreements(document: DoubleReading) -> list[Disagreement]:
    """Return where the two readings of a report differ under strict scoring, in its order."""
    of_a = score_reading(document.a, document.b, strict=True)
    of_b = score_reading(document.b, document.a, strict=True)
    told = {id(pair[0].data) for score in (of_a, of_b) for pair in score.pairs}
    result = []
    for reader, score, others in (("a", of_a, document.b), ("b", of_b, document.a)):
        for event in score.missed:
            if id(event.data) in told:
                continue
            open_ones = [GoldEvent(e) for e in others if id(e) not in told]
            near = _nearest(event, open_ones)
            told.add(id(event.data))
            told.update(id(other.data) for other, _, _ in near)
            other, cause, words = near[0] if near else (None, f"missing in {_OTHER[reader]}", ())
            pair = event.data, other.data if other else None
            a, b = pair if reader == "a" else pair[::-1]
            result.append(Disagreement(document.doc_id, cause, a, b, words))
    return sorted(result, key=lambda d: d.start)


def _nearest(
    event: GoldEvent, others: Sequence[GoldEvent]
) -> list[tuple[GoldEvent, str, tuple[str, ...]]]:
    """Return the event of the other reader that comes nearest, and in what it differs; or none."""
    near = []
    for number, other in enumerate(others):
        compared = _compare(event, other)
        if compared is not None:
            cause, words = compared
            distance = abs(event.data["trigger"]["start"] - other.data["trigger"]["start"])
            near.append(((len(words), CAUSES.index(cause), distance, number), other, cause, words))
    return [found[1:] for found in sorted(near, key=lambda item: item[0])[:1]]


def _compare(event: GoldEvent, other: GoldEvent) -> tuple[str, tuple[str, ...]] | None:
    """Return cause and differences of two events that mean the same occurrence, else None."""
    output = OutputEvent(0, as_output(other.data))
    _, words = claim(event, output, strict=True)
    beside = same_sentence(event.data, output.data) or same_sentence(other.data, event.data)
    if not words:
        return ("number" if beside else "sentence"), ()
    if not beside:
        return None
    keys = {word.split(" ", 1)[0] for word in words}
    if "type" in keys:
        return ("type", tuple(words)) if share_trigger(event, other) else None
    shared = bool(_names(event) & _names(other))
    if not (shared or share_trigger(event, other)):
        return None
    if keys & set(TYPES[event.type].roles):
        return "role", tuple(words)
    return ("status" if keys == {"status"} else "attribute"), tuple(words)


def _names(event: GoldEvent) -> set[str]:
    return {name for names in event.roles.values() for name in names}


def grouped(found: Sequence[Disagreement]) -> Iterator[tuple[str, list[Disagreement]]]:
    """Yield the causes that occur with their disagreements."""
    for cause in CAUSES:
        here = [d for d in found if d.cause == cause]
        if here:
            yield cause, here
