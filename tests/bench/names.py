"""How much is lost with names that nobody has seen.

Usage: python -m tests.bench.names [--split dev] [--seeds 3] [--errors]

Events and entities are scored as `rennbericht evaluate` does, entities by label, start and end.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import rennbericht
from rennbericht.curation.augment.augment import augment
from rennbericht.evaluation.evaluate import evaluate
from rennbericht.evaluation.figures import Figure
from rennbericht.evaluation.gold import GoldDocument, read_gold
from rennbericht.run.predict import predict

ROOT = Path(__file__).resolve().parents[2] / "corpus"
#: what is a name; places, laps, times and gaps are none
NAMES = ("DRIVER", "TEAM", "MANUFACTURER", "CAR", "TRACK", "CORNER", "SERIES", "CLASS")


def row(nlp: Any, documents: list[GoldDocument], *, errors: bool) -> str:
    """F1 of events and of names: all, and those of each label."""
    events, entities = predict(documents, nlp)
    result = evaluate(documents, events, entities)
    if errors:
        for document in documents:
            tell(document, entities[document.doc_id])
    counts = {label: (result.entities or {}).get(label, Counter()) for label in NAMES}
    counts = {"all": sum(counts.values(), Counter()), **counts}
    figures = [result.overall("strict")[0].f1]
    figures += [Figure.of((c["right"], c["missed"], c["wrong"])).f1 for c in counts.values()]
    return " | ".join("" if f is None else f"{f:.3f}" for f in figures)


def tell(document: GoldDocument, found: list[dict[str, Any]]) -> None:
    """Print the names that are missed or wrong, with the words around them."""
    text = document.text()
    gold = document.entities or []
    for one, other, kind in ((gold, found, "missed"), (found, gold, "wrong")):
        known = {(e["label"], e["start"], e["end"]) for e in other}
        for e in one:
            if e["label"] in NAMES and (e["label"], e["start"], e["end"]) not in known:
                around = text[max(0, e["start"] - 40) : e["end"] + 25].replace("\n", " ")
                words = text[e["start"] : e["end"]]
                print(f"{document.doc_id} {kind} {e['label']} {words!r}: {around}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--split", default="dev")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--kind", choices=("written", "known", "unknown"))
    parser.add_argument("--model", default="auto")
    options = parser.parse_args()
    nlp = rennbericht.load(options.model, announce=lambda line: None)
    kinds = (options.kind,) if options.kind else ("written", "known", "unknown")
    print("names | events | all names | " + " | ".join(NAMES))
    for kind in kinds:
        if kind == "written":
            documents = read_gold([ROOT], split=options.split)
            print(f"as written | {row(nlp, documents, errors=options.errors)}", flush=True)
            continue
        for seed in range(options.seeds):
            with TemporaryDirectory() as folder:
                augment(ROOT, Path(folder), nlp, kind, seed=seed, split=options.split)
                documents = read_gold([Path(folder)], split=options.split)
                figures = row(nlp, documents, errors=options.errors)
            print(f"{kind}, seed {seed} | {figures}", flush=True)


if __name__ == "__main__":
    main()
