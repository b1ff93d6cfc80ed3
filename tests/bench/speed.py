"""Speed and memory of the pipeline, as ratios against a reference of the same run.

    OMP_NUM_THREADS=1 python -m tests.bench.speed [--markdown]

The reference for throughput is a usual German spaCy pipeline on the same text (`reference.py`), for
start-up the import of spaCy. Figures in words a second are of this machine; the ratios carry over.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from tests.bench.reference import plain, usual

import rennbericht
from rennbericht.german.load import load_german
from rennbericht.run.garbage import no_collection

ROOT = Path(__file__).parents[2]
REPEATS = 3
ROUNDS = 1
#: the plain way is slow: of so many reports it reads one
EVERY = 16


def texts() -> list[str]:
    """The reports of the corpus, several times over, so that caches are warm as in a batch."""
    paths = sorted((ROOT / "corpus" / "reports").glob("*.txt"))
    return [path.read_text(encoding="utf-8") for path in paths] * ROUNDS


def seconds(works: Sequence[Callable[[], object]]) -> list[float]:
    """The best of several runs of each work, in seconds of the process's own time.

    They take turns, so that a machine with other things to do is as slow for all of them.
    """
    best = [float("inf")] * len(works)
    for _ in range(REPEATS):
        for number, work in enumerate(works):
            started = time.process_time()
            work()
            best[number] = min(best[number], time.process_time() - started)
    return best


def run(nlp: Language, batch: list[str]) -> Callable[[], object]:
    """A pass over the texts as `rennbericht extract` makes it: the garbage collector stands still.

    Else it goes over all that is loaded, the other pipelines of this process too, again and again.
    """

    def work() -> None:
        with no_collection():
            for _ in nlp.pipe(batch, batch_size=16):
                pass

    return work


def rates(pipelines: dict[str, Language], batch: list[str]) -> list[tuple[str, float, float]]:
    """Name, words a second, and time as a ratio to the first, of pipelines on the same texts."""
    words = sum(len(text.split()) for text in batch)
    took = seconds([run(nlp, batch) for nlp in pipelines.values()])
    return [(name, words / one, one / took[0]) for name, one in zip(pipelines, took, strict=True)]


def start_up(*command: str) -> float:
    """Wall seconds of a fresh interpreter, the best of several."""
    best = float("inf")
    for _ in range(REPEATS):
        started = time.perf_counter()
        subprocess.run([sys.executable, *command], check=True, capture_output=True)
        best = min(best, time.perf_counter() - started)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--markdown", action="store_true", help="print a table for the README")
    arguments = parser.parse_args()
    batch = texts()
    reference = usual()
    pipelines = {
        "usual German pipeline, no entities or events (reference)": reference,
        "spaCy's tokenizer": spacy.blank("de"),
        "German layer: tags, sentences, lemmas": load_german("embedded", announce=_silent),
        "whole pipeline": rennbericht.load("embedded", announce=_silent),
    }
    rows = rates(pipelines, batch)
    slow = {"": reference, "plain way: German layer, EntityRuler, Matcher": plain()}
    rows.insert(1, rates(slow, batch[::EVERY])[1])
    line = "| {} | {} | {} |" if arguments.markdown else "{:<58} {:>16} {:>8}"
    print(line.format("what", "words a second", "ratio"))
    if arguments.markdown:
        print(line.format("---", "---:", "---:"))
    for name, rate, ratio in rows:
        print(line.format(name, f"{rate:,.0f}", f"{ratio:.2f}"))
    base = start_up("-c", "import spacy")
    report = str(sorted((ROOT / "corpus" / "reports").glob("*.txt"))[0])
    command = start_up("-m", "rennbericht.cli", "extract", report, "--model", "embedded")
    print(line.format("import of spaCy (reference)", f"{base:.2f} s", "1.0"))
    print(
        line.format(
            "`rennbericht extract` of one report", f"{command:.2f} s", f"{command / base:.1f}"
        )
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(line.format("peak memory of this run", f"{peak:,.0f} MB", ""))


def _silent(_: str) -> None:
    """The line that names the model is not wanted here."""


if __name__ == "__main__":
    main()
