"""Counts over a corpus and its parts."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from rennbericht.contract.types import EVENT_TYPES, STATUSES, EntityLabel
from rennbericht.curation.corpus import SPLITS, compile_gold, read_report, reports, sentences
from rennbericht.curation.stats.mentions import KINDS, Mentions
from rennbericht.curation.stats.names import Names, listed_names, with_participants, words
from rennbericht.curation.stats.runs import SharedRun, shared_runs
from rennbericht.patterns import read_part

ALL = "all"
#: how many words a shared run has, and how many reports share it, at least
RUN, SHARED = 7, 3
LABELS = get_args(EntityLabel)
_NO_SERIES = "none named"


@dataclass(slots=True)
class PartStats:
    """The counts of one part of a corpus, or of all."""

    reports: int = 0
    words: int = 0
    sentences: int = 0
    events: int = 0
    optional: int = 0
    #: sentences of the shortest and the longest report
    fewest: int = 0
    most: int = 0
    vocabulary: set[str] = field(default_factory=set)
    types: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    mentions: Counter[str] = field(default_factory=Counter)
    entities: Counter[str] = field(default_factory=Counter)
    #: by the series that a report names first
    series: Counter[str] = field(default_factory=Counter)

    def as_dict(self) -> dict[str, Any]:
        """Return the counts as plain data."""
        return {
            "reports": self.reports,
            "words": self.words,
            "word_types": len(self.vocabulary),
            "sentences": self.sentences,
            "sentences_per_report": {
                "mean": round(self.sentences / self.reports, 1) if self.reports else None,
                "fewest": self.fewest,
                "most": self.most,
            },
            "events": self.events,
            "optional": self.optional,
            "types": {name: self.types[name] for name in EVENT_TYPES if self.types[name]},
            "statuses": {name: self.statuses[name] for name in STATUSES if self.statuses[name]},
            "mentions": {name: self.mentions[name] for name in KINDS if self.mentions[name]},
            "entities": {n: self.entities[n] for n in LABELS if self.entities[n]},
            "series": dict(self.series.most_common()),
        }


@dataclass(slots=True)
class CorpusStats:
    """The counts by part, `all` the last, and the runs of words that reports share."""

    parts: dict[str, PartStats]
    runs: list[SharedRun]
    run: int = RUN
    shared: int = SHARED

    def as_dict(self) -> dict[str, Any]:
        """Return everything as plain data."""
        return {
            "parts": {name: part.as_dict() for name, part in self.parts.items()},
            "shared_runs": {
                "words": self.run,
                "reports": self.shared,
                "runs": [
                    {"words": " ".join(r.words), "reports": list(r.reports)} for r in self.runs
                ],
            },
        }


def measure(root: Path, patterns: Path, *, run: int = RUN, shared: int = SHARED) -> CorpusStats:
    """Count a corpus.

    Args:
        root: the corpus.
        patterns: the patterns folder whose names are masked.
        run: words of a shared run, at least.
        shared: reports that share it, at least.

    Raises:
        RennberichtError: RB301, gold does not fit its report.
    """
    listed = json.loads((root / "splits.json").read_text(encoding="utf-8"))
    part_of = {doc_id: part for part in SPLITS for doc_id in listed.get(part, ())}
    texts = {doc_id: read_report(root, doc_id) for doc_id in reports(root)}
    golds = {doc_id: compile_gold(root, doc_id) for doc_id in texts}
    names = listed_names(patterns)
    mentions = Mentions(patterns, names)
    series = _SeriesNames(patterns)
    parts = {part: PartStats() for part in (*SPLITS, ALL)}
    for doc_id, text in texts.items():
        for part in (part_of.get(doc_id), ALL):
            if part is not None:
                _count(parts[part], text, golds[doc_id], mentions)
                parts[part].series[series.first(text)] += 1
    people = sorted(
        {
            n
            for gold in golds.values()
            for e in gold["events"]
            for role in e["roles"].values()
            for n in role
        }
    )
    masking = with_participants(names, people)
    lines = {d: [masking.masked(words(line)) for line in t.splitlines()] for d, t in texts.items()}
    return CorpusStats(parts, shared_runs(lines, length=run, reports=shared), run, shared)


def _count(part: PartStats, text: str, gold: dict[str, Any], mentions: Mentions) -> None:
    count = len(sentences(text))
    part.fewest = min(part.fewest, count) if part.reports else count
    part.most = max(part.most, count)
    part.reports += 1
    part.words += len(text.split())
    part.sentences += count
    part.vocabulary.update(word.lower() for word in words(text))
    part.entities.update(entity["label"] for entity in gold.get("entities", ()))
    part.events += len(gold["events"])
    for event in gold["events"]:
        part.optional += bool(event.get("optional"))
        part.types[event["type"]] += 1
        part.statuses[event["status"]] += 1
        sentence = text[event["sentence"]["start"] : event["sentence"]["end"]]
        for names in event["roles"].values():
            part.mentions.update(mentions.kind(name, sentence) for name in names)
        if not event["roles"]:
            part.mentions["not told"] += 1


class _SeriesNames:
    """Names of series, and what they are called in full."""

    def __init__(self, patterns: Path) -> None:
        full = {
            record["id"]: record["name"]
            for _, _, record in read_part(patterns, "facts")
            if record["id"].startswith("series:")
        }
        self._names = Names(
            (full.get(record["id"], record["pattern"]), record["pattern"])
            for _, _, record in read_part(patterns, "entities")
            if record["label"] == "SERIES" and isinstance(record["pattern"], str)
        )

    def first(self, text: str) -> str:
        """Return the series that a text names first."""
        return next((name for _, _, name in self._names.find(words(text))), _NO_SERIES)
