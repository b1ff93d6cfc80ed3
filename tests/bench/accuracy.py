"""The tables of accuracy and of patterns in the README, made anew.

    OMP_NUM_THREADS=1 python -m tests.bench.accuracy [--source FOLDER] [--seeds 2] [--write]

Every table stands between two comments of its name, `<!-- totals -->` and `<!-- /totals -->`, and
`--write` puts it there; else all are printed. `--source` is a folder with gold beside the corpus.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from spacy.language import Language
from tests.bench.names import NAMES

import rennbericht
from rennbericht.contract.types import TYPES
from rennbericht.curation.augment.augment import augment
from rennbericht.curation.corpus import SPLITS
from rennbericht.evaluation.evaluate import Evaluation, evaluate
from rennbericht.evaluation.figures import Figure
from rennbericht.evaluation.gold import read_gold
from rennbericht.patterns import patterns_dir, read_jsonl
from rennbericht.run.predict import LEAST_CONFIDENCE, predict

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
LABELS = (*NAMES, "POSITION", "LAP", "TIME", "GAP")
Lines = Iterator[str]


def scored(
    nlp: Language, folder: Path, split: str | None, least: float = LEAST_CONFIDENCE
) -> Evaluation:
    """The evaluation of a part of a corpus."""
    documents = read_gold([folder], split=split)
    return evaluate(documents, *predict(documents, nlp, min_confidence=least))


def cells(*values: object) -> str:
    """A row of a table; fractions to two places."""
    shown = (f"{v:.2f}" if isinstance(v, float) else "" if v is None else str(v) for v in values)
    return f"| {' | '.join(shown)} |"


def figure_cells(result: Evaluation) -> tuple[object, ...]:
    """Precision, recall, F1 and its interval, strict."""
    figure, interval = result.overall("strict")
    spread = f"{interval[0]:.2f} to {interval[1]:.2f}" if interval else ""
    f1 = None if figure.f1 is None else f"{figure.f1:.3f}"
    return figure.precision, figure.recall, f1, spread


def totals(results: dict[str, Evaluation]) -> Lines:
    """All events, a row for each gold."""
    yield cells("gold", "documents", "events", "strict P", "R", "F1", "95 %", "lenient F1")
    yield cells("---", *["---:"] * 5, "---", "---:")
    for name, result in results.items():
        figure, _ = result.overall("strict")
        lenient, _ = result.overall("lenient")
        events = figure.found + figure.missed
        yield cells(name, len(result.documents), events, *figure_cells(result), lenient.f1)


def types(results: dict[str, Evaluation]) -> Lines:
    """F1 of every type that counts in the whole, with the number of its events."""
    figures = {split: results[split].by_type("strict") for split in SPLITS}
    yield cells("type", *SPLITS)
    yield cells("---", *["---:"] * len(SPLITS))
    for name, kind in TYPES.items():
        found = [figures[split].get(name) for split in SPLITS]
        if not kind.apart and any(found):
            yield cells(name, *(f and f"{f.f1 or 0:.2f} ({f.found + f.missed})" for f in found))


def entity_figures(result: Evaluation) -> dict[str, Figure]:
    """Figures of all names and of each label."""
    counts: dict[str, Counter[str]] = {label: (result.entities or {})[label] for label in LABELS}
    counts = {"all names": sum((counts[n] for n in NAMES), Counter()), **counts}
    return {k: Figure.of((c["right"], c["missed"], c["wrong"])) for k, c in counts.items()}


def entities(results: dict[str, Evaluation], renamed: dict[str, list[Evaluation]]) -> Lines:
    """Entities by label, and what is left of F1 with names that no list holds."""
    yield cells("label", "dev P", "R", "F1", "test P", "R", "F1", "unknown names: dev, test F1")
    yield cells("---", *["---:"] * 7)
    written = {split: entity_figures(results[split]) for split in ("dev", "test")}
    unknown = {s: [entity_figures(r) for r in renamed[f"unknown {s}"]] for s in ("dev", "test")}
    for label in written["dev"]:
        row = [
            f for s in written.values() for f in (s[label].precision, s[label].recall, s[label].f1)
        ]
        means = (sum(r[label].f1 or 0 for r in runs) / len(runs) for runs in unknown.values())
        is_name = label in NAMES or label == "all names"
        yield cells(label, *row, ", ".join(f"{m:.2f}" for m in means) if is_name else "")


def names(results: dict[str, Evaluation], renamed: dict[str, list[Evaluation]]) -> Lines:
    """Events with other names, the mean of the seeds."""
    yield cells("names", "dev F1", "test F1")
    yield cells("---", "---:", "---:")
    runs = {("as written", split): [results[split]] for split in ("dev", "test")}
    runs |= {(k.split()[0], k.split()[1]): found for k, found in renamed.items()}
    for kind in ("as written", "known", "unknown"):
        means = []
        for split in ("dev", "test"):
            found = [r.overall("strict")[0].f1 or 0 for r in runs[kind, split]]
            means.append(f"{sum(found) / len(found):.3f}")
        yield cells(kind, *means)


def reliability(result: Evaluation) -> Lines:
    """How far confidence tells what is right."""
    found = result.reliability()
    assert found is not None
    yield cells("confidence", "events", "mean confidence", "share right")
    yield cells(*["---"], *["---:"] * 3)
    for b in found.bins:
        yield cells(f"{b.low:.1f} to {b.high:.1f}", b.events, b.mean, b.share)
    yield ""
    yield f"Expected calibration error over these ten bins: {found.error:.3f}."
    yield ""
    yield cells("from confidence", "events", "precision", "recall")
    yield cells(*["---:"] * 4)
    for t in found.thresholds:
        yield cells(f"{t.confidence:.1f}", t.events, t.precision, t.recall)


def links(results: dict[str, Evaluation]) -> Lines:
    """How often the one meant is right, by how he was resolved."""
    parts = ("dev", "plain", "test")
    kinds = sorted({kind for part in parts for kind in results[part].links})
    yield cells("via", *parts)
    yield cells("---", *["---:"] * len(parts))
    for kind in kinds:
        found = [results[part].links.get(kind, Counter()) for part in parts]
        shares = (
            c["arguments"] and f"{c['right'] / c['arguments']:.2f} ({c['arguments']})"
            for c in found
        )
        yield cells(kind, *(share or None for share in shares))


def patterns() -> Lines:
    """Frames by type and gazetteer lines by label, ids by their sources."""
    folder = patterns_dir()
    frames: Counter[str] = Counter()
    for path in sorted((folder / "events").glob("*.jsonl")):
        frames.update(record["type"] for _, record in read_jsonl(path) if "type" in record)
    sources = defaultdict(set)
    for path in sorted((folder / "facts").glob("*.jsonl")):
        for _, record in read_jsonl(path):
            sources[record["id"]].update(record["source"].split(", "))
    lines: Counter[str] = Counter()
    ids: defaultdict[str, set[str]] = defaultdict(set)
    for path in sorted((folder / "entities").glob("*.jsonl")):
        for _, record in read_jsonl(path):
            lines[record["label"]] += 1
            ids[record["label"]].add(record["id"])
    yield cells("patterns", "lines", "ids by source")
    yield cells("---", "---:", "---")
    shown = ", ".join(f"{name} {count}" for name, count in frames.most_common())
    yield cells(f"frames: {shown}", f"{sum(frames.values()):,}", None)
    for label, known in sorted(ids.items(), key=lambda item: (-len(item[1]), item[0])):
        by = Counter(
            "both" if len(sources[i]) > 1 else next(iter(sources[i]), "none") for i in known
        )
        told = ", ".join(f"{name} {by[name]:,}" for name in ("f1db", "both", "editors") if by[name])
        yield cells(f"{label}: {len(known):,} ids", f"{lines[label]:,}", told)


def renamed_corpora(nlp: Language, seeds: int) -> dict[str, list[Evaluation]]:
    """Evaluations of dev and test with other names."""
    found: dict[str, list[Evaluation]] = {}
    for kind in ("known", "unknown"):
        for split in ("dev", "test"):
            for seed in range(seeds):
                with TemporaryDirectory() as folder:
                    augment(CORPUS, Path(folder), nlp, kind, seed=seed, split=split)
                    result = scored(nlp, Path(folder), split)
                found.setdefault(f"{kind} {split}", []).append(result)
    return found


def main() -> None:
    """Print or write the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--source", type=Path, help="gold of an article outside the corpus")
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--write", action="store_true", help="into README.md")
    options = parser.parse_args()
    nlp = rennbericht.load("embedded", announce=lambda line: None)
    results = {split: scored(nlp, CORPUS, split) for split in SPLITS}
    outside = {"source article": scored(nlp, options.source, None)} if options.source else {}
    renamed = renamed_corpora(nlp, options.seeds)
    tables = {
        "totals": totals({**outside, **results}),
        "types": types(results),
        "links": links(results),
        "entities": entities(results, renamed),
        "names": names(results, renamed),
        "reliability": reliability(scored(nlp, CORPUS, "test", 0.0)),
        "patterns": patterns(),
    }
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    for name, lines in tables.items():
        table = "\n".join(lines)
        if not options.write:
            print(f"<!-- {name} -->\n{table}\n")
            continue
        between = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        text, count = between.subn(lambda m, table=table: f"{m[1]}{table}\n{m[2]}", text)
        if count != 1:
            raise SystemExit(f"README.md: no place for the table {name}")
    readme.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
