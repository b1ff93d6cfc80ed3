"""The evaluation of several documents: figures over all, by type, attributes, links, entities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from rennbericht.contract.types import EVENT_TYPES
from rennbericht.evaluation.attributes import attribute_counts
from rennbericht.evaluation.figures import Figure, f1_interval
from rennbericht.evaluation.gold import GoldDocument
from rennbericht.evaluation.links import link_counts
from rennbericht.evaluation.reliability import Reliability, reliability, trials_of
from rennbericht.evaluation.score import Score, Tally, score_events

Records = list[dict[str, Any]]
MODES = ("strict", "lenient")


@dataclass
class Evaluation:
    """What came of scoring some documents."""

    #: per document: its id and its scores by mode
    documents: list[tuple[str, dict[str, Score]]] = field(default_factory=list)
    attributes: dict[str, Counter[str]] = field(default_factory=dict)
    links: dict[str, Counter[str]] = field(default_factory=dict)
    #: by label: right, missed, wrong; None where no gold gives entities
    entities: dict[str, Counter[str]] | None = None

    def tally(self, mode: str) -> Tally:
        """Return the counts over all documents."""
        total = Tally()
        for _, scores in self.documents:
            total.add(scores[mode].tally)
        return total

    def overall(self, mode: str) -> tuple[Figure, tuple[float, float] | None]:
        """Return the micro figure over the types not reported apart, and the interval of F1."""
        counts = [scores[mode].tally.overall() for _, scores in self.documents]
        return Figure.of(self.tally(mode).overall()), f1_interval(counts)

    def by_type(self, mode: str) -> dict[str, Figure]:
        """Return the figure of every type that occurs, in the order of the contract."""
        tally = self.tally(mode)
        figures = {
            name: Figure.of((tally.found[name], tally.missed[name], tally.wrong[name]))
            for name in EVENT_TYPES
        }
        return {k: f for k, f in figures.items() if f.found or f.missed or f.wrong}

    def reliability(self) -> Reliability | None:
        """Return how well confidence tells what is right; None where no event bears any."""
        trials = trials_of([scores["strict"] for _, scores in self.documents])
        figure, _ = self.overall("strict")
        return reliability(trials, figure.found + figure.missed) if trials else None

    def as_dict(self) -> dict[str, Any]:
        """Return everything as plain data."""
        result: dict[str, Any] = {}
        for mode in MODES:
            figure, interval = self.overall(mode)
            result[mode] = {
                **figure.as_dict(),
                "f1_interval_95": [round(v, 4) for v in interval] if interval else None,
                "types": {name: f.as_dict() for name, f in self.by_type(mode).items()},
                "documents": {
                    doc_id: Figure.of(scores[mode].tally.overall()).as_dict()
                    for doc_id, scores in self.documents
                },
            }
        result["attributes"] = {k: _figure(c).as_dict() for k, c in self.attributes.items()}
        result["links"] = {via: dict(count) for via, count in self.links.items()}
        if self.entities is not None:
            result["entities"] = {k: _figure(c).as_dict() for k, c in self.entities.items()}
        found = self.reliability()
        if found is not None:
            result["reliability"] = found.as_dict()
        return result


def _figure(count: Counter[str]) -> Figure:
    return Figure.of((count["right"], count["missed"], count["wrong"]))


def evaluate(
    documents: Sequence[GoldDocument],
    events: dict[str, Records],
    entities: dict[str, Records] | None = None,
) -> Evaluation:
    """Score documents.

    Args:
        documents: the gold.
        events: output event records by doc_id; a document without any has found nothing.
        entities: output entity records by doc_id, scored where the gold gives entities.
    """
    result = Evaluation()
    for document in documents:
        output = events.get(document.doc_id, [])
        scores = {
            mode: score_events(document.events, output, strict=mode == "strict") for mode in MODES
        }
        result.documents.append((document.doc_id, scores))
        _merge(result.attributes, attribute_counts(scores["strict"].pairs))
        _merge(result.links, link_counts(document.events, output))
        if document.entities is not None and entities is not None:
            result.entities = result.entities or {}
            found = entities.get(document.doc_id, [])
            _merge(result.entities, entity_counts(document.entities, found))
    for counts in (result.attributes, result.links):
        ordered = sorted(counts.items())
        counts.clear()
        counts.update(ordered)
    return result


def entity_counts(gold: Records, output: Records) -> dict[str, Counter[str]]:
    """Count entities by (label, start, end), triggers left aside.

    A trigger of `position` has the label of a place, but tells the frame in `line`.
    """
    triggers = {name.upper() for name in EVENT_TYPES} - {"POSITION"}
    wanted = {(e["label"], e["start"], e["end"]) for e in gold}
    given = {
        (e["label"], e["start"], e["end"])
        for e in output
        if e.get("field", "text") == "text"
        and e["label"] not in triggers
        and not (e["label"] == "POSITION" and e.get("line"))
    }
    counts: dict[str, Counter[str]] = {}
    for name, spans in (
        ("right", wanted & given),
        ("missed", wanted - given),
        ("wrong", given - wanted),
    ):
        for label, _, _ in sorted(spans):
            counts.setdefault(label, Counter())[name] += 1
    return counts


def _merge(into: dict[str, Counter[str]], other: dict[str, Counter[str]]) -> None:
    for key, count in other.items():
        into.setdefault(key, Counter()).update(count)
