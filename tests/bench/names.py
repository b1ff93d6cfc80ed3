"""How much is lost with names that nobody has seen.

Usage: python -m tests.bench.names [--split dev] [--seeds 3] [--errors]

Events are scored as `rennbericht evaluate` does. DRIVER is scored by the mentions of the gold's
participants: missed are those that are no DRIVER, wrong are other spans called DRIVER, unless a
person who takes no part stands there (found in the text as written). The other labels have no gold:
with other names, what was found as written is to be found again.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import rennbericht
from rennbericht.curation.augment.augment import Renamed, as_written, augment
from rennbericht.evaluation.evaluate import evaluate
from rennbericht.evaluation.figures import Figure
from rennbericht.evaluation.gold import GoldDocument, read_gold
from rennbericht.run.predict import predict

ROOT = Path(__file__).resolve().parents[2] / "corpus"
OTHERS = ("TEAM", "MANUFACTURER", "CAR", "TRACK", "CORNER", "SERIES", "CLASS")
Records = list[dict[str, Any]]
Spans = set[tuple[str, int, int]]


def spans(records: Records, labels: tuple[str, ...]) -> Spans:
    """The entities of some labels."""
    return {(r["label"], r["start"], r["end"]) for r in records if r["label"] in labels}


def count(wanted: Spans, given: Spans, passed: Spans) -> Counter[str]:
    """Right, missed and wrong; spans that overlap a passed one are not wrong."""
    extra = {
        g
        for g in given - wanted
        if not any(g[1] < end and start < g[2] for _, start, end in passed)
    }
    return Counter(right=len(wanted & given), missed=len(wanted - given), wrong=len(extra))


def drivers(report: Renamed) -> tuple[Spans, Spans]:
    """The mentions of participants, and the compounds in which they stand."""
    whole: Spans = set()
    parts: Spans = set()
    for hit, start, end in report.names:
        if hit.form.label == "DRIVER":
            end -= hit.new.endswith(("'", "’"))  # no part of the name for the tokenizer
            (parts if hit.compound else whole).add(("DRIVER", start, end))
    return whole, parts


def carried(report: Renamed, found: Spans) -> Spans:
    """Spans of the text as written where they are now."""
    return {(label, *report.shift.span(start, end)) for label, start, end in found}


def score(
    nlp: Any,
    reports: list[Renamed],
    documents: list[GoldDocument],
    written: dict[str, Records] | None,
    errors: bool,
) -> tuple[dict[str, Records], list[str]]:
    """The entities found, and the figures of one set of reports."""
    events, entities = predict(documents, nlp)
    figure, _ = evaluate(documents, events).overall("strict")
    people: Counter[str] = Counter()
    things: Counter[str] = Counter()
    for report in reports:
        found = entities[report.doc_id]
        wanted, passed = drivers(report)
        before = spans((written or entities)[report.doc_id], ("DRIVER", *OTHERS))
        kept = carried(report, before) if written is not None else before
        given = spans(found, ("DRIVER",))
        if written is not None:
            passed |= {s for s in kept if s[0] == "DRIVER"}
        people += count(wanted, given, passed)
        things += count({s for s in kept if s[0] != "DRIVER"}, spans(found, OTHERS), set())
        for kind, one in (("missed", wanted - given), ("wrong", given - wanted)) if errors else ():
            for _, start, end in sorted(one, key=lambda s: s[1]):
                if kind == "wrong" and not count(set(), {("DRIVER", start, end)}, passed)["wrong"]:
                    continue
                around = report.text[max(0, start - 40) : end + 25].replace("\n", " ")
                print(f"{report.doc_id} {kind} {report.text[start:end]!r}: {around}")
    both = people + things
    row = []
    for c in (people, both):
        one = Figure.of((c["right"], c["missed"], c["wrong"]))
        row += [f"{one.precision:.3f}", f"{one.recall:.3f}", f"{one.f1:.3f}"]
    return entities, [f"{figure.f1:.3f}", *row]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--split", default="dev")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--kind", choices=("known", "unknown"))
    parser.add_argument("--model", default="auto")
    options = parser.parse_args()
    ids = json.loads((ROOT / "splits.json").read_text(encoding="utf-8"))[options.split]
    nlp = rennbericht.load(options.model, announce=lambda line: None)
    print("names | event F1 | DRIVER P | R | F1 | all P | R | F1")
    reports = [as_written(nlp, ROOT, doc_id) for doc_id in ids]
    documents = in_order(read_gold([ROOT], split=options.split), ids)
    errors = options.errors
    written, row = score(nlp, reports, documents, None, errors and not options.kind)
    print(" | ".join(["as written", *row]))
    for kind in (options.kind,) if options.kind else ("known", "unknown"):
        for seed in range(options.seeds):
            with TemporaryDirectory() as folder:
                out = Path(folder)
                reports = augment(ROOT, out, nlp, kind, seed=seed, split=options.split)
                documents = in_order(read_gold([out], split=options.split), ids)
                _, row = score(nlp, reports, documents, written, errors)
            print(" | ".join([f"{kind}, seed {seed}", *row]), flush=True)


def in_order(documents: list[GoldDocument], ids: list[str]) -> list[GoldDocument]:
    """The documents in the order of the split."""
    return sorted(documents, key=lambda document: ids.index(document.doc_id))


if __name__ == "__main__":
    main()
