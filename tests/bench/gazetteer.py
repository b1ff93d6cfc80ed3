"""Cost of the gazetteer with the shipped lines and with many more, as ratios to the shipped ones.

    OMP_NUM_THREADS=1 python tests/bench/gazetteer.py [--markdown] [--lines 100000 1000000]

Lines beyond the shipped ones are drivers with made-up names, each with a fact. Every size runs in
fresh interpreters with a cache of its own: the first builds the tables, the second loads them.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rennbericht.cache import VARIABLE
from rennbericht.patterns import patterns_dir, read_jsonl

ROOT = Path(__file__).parents[2]
SIZES = [100_000, 1_000_000]
ROUNDS = 4
REPEATS = 3
ONSETS = ("b", "br", "d", "dr", "f", "g", "gr", "h", "k", "kl", "l", "m", "n", "r", "st", "v", "z")
VOWELS = ("a", "e", "i", "o", "u", "ai", "ei", "ou", "y", "ä", "ö", "ü")
CODAS = ["", "l", "n", "r", "s", "t", "nd", "rk", "sz", "ck", "mm"]


def grown(folder: Path, lines: int) -> Path:
    """A copy of the shipped patterns with made-up drivers up to that many entity lines."""
    shutil.copytree(patterns_dir(), folder)
    there = sum(1 for path in (folder / "entities").glob("*.jsonl") for _ in read_jsonl(path))
    draw = random.Random(7)
    firsts = [
        name
        for _, record in read_jsonl(folder / "language" / "first-names.jsonl")
        for name in record["names"].split()
    ]
    with (
        (folder / "entities" / "made-up.jsonl").open("w", encoding="utf-8") as entities,
        (folder / "facts" / "made-up.jsonl").open("w", encoding="utf-8") as facts,
    ):
        for number in range(max(0, lines - there)):
            syllables = range(draw.choice((2, 3, 3)))
            surname = "".join(
                draw.choice(ONSETS) + draw.choice(VOWELS) + draw.choice(CODAS) for _ in syllables
            ).title()
            particle = draw.choice(("", "", "", "", "", "", "van ", "de "))
            name = f"{draw.choice(firsts)} {particle}{surname}"
            entity = f"driver:made-up-{number}"
            line = {"label": "DRIVER", "pattern": name, "id": entity}
            fact = {"id": entity, "name": name, "nationality": "DE", "source": "made up"}
            entities.write(json.dumps(line, ensure_ascii=False) + "\n")
            facts.write(json.dumps(fact, ensure_ascii=False) + "\n")
    return folder


def measure(folder: Path) -> dict[str, float]:
    """Seconds to load, memory, and words a second of the component, in this process."""
    import rennbericht
    from rennbericht.entities.gazetteer import load_gazetteer

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.perf_counter()
    load_gazetteer(folder)
    load = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    nlp = rennbericht.load("embedded", patterns=folder, announce=lambda _: None)
    paths = sorted((ROOT / "corpus" / "reports").glob("*.txt"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    with nlp.select_pipes(disable=["rennbericht_clauses", "rennbericht_events"]):
        docs = list(nlp.pipe(texts))
    finder = nlp.get_pipe("rennbericht_entities")
    best = float("inf")
    for _ in range(REPEATS):
        started = time.process_time()
        for _ in range(ROUNDS):
            for doc in docs:
                finder(doc)
        best = min(best, time.process_time() - started)
    words = ROUNDS * sum(len(text.split()) for text in texts)
    return {"load": load, "memory": memory / 1024, "rate": words / best}


def run(folder: Path, cache: Path) -> tuple[dict[str, float], dict[str, float]]:
    """Figures of a run that builds the tables and of one that finds them built."""
    environment = {**os.environ, VARIABLE: str(cache)}
    command = [sys.executable, __file__, "--measure", str(folder)]
    results = [
        json.loads(subprocess.run(command, check=True, capture_output=True, env=environment).stdout)
        for _ in range(2)
    ]
    return results[0], results[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--markdown", action="store_true", help="print a table for the README")
    parser.add_argument("--lines", type=int, nargs="*", default=SIZES)
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        print(json.dumps(measure(arguments.measure)))
        return
    line = "| {} | {} | {} | {} | {} |" if arguments.markdown else "{:<18}{:>14}{:>16}{:>16}{:>20}"
    print(line.format("lines of names", "build once", "load", "memory", "words a second"))
    if arguments.markdown:
        print(line.format("---:", "---:", "---:", "---:", "---:"))
    first: dict[str, float] = {}
    for size in (0, *arguments.lines):
        with tempfile.TemporaryDirectory() as temporary:
            folder = grown(Path(temporary) / "patterns", size)
            cold, warm = run(folder, Path(temporary) / "cache")
            count = sum(1 for p in (folder / "entities").glob("*.jsonl") for _ in read_jsonl(p))
        first = first or warm
        print(
            line.format(
                f"{count:,}" + ("" if size else " (shipped)"),
                f"{cold['load']:.1f} s",
                f"{warm['load']:.2f} s ({warm['load'] / first['load']:.0f})",
                f"{warm['memory']:.0f} MB ({warm['memory'] / max(1, first['memory']):.0f})",
                f"{warm['rate']:,.0f} ({warm['rate'] / first['rate']:.2f})",
            ),
            flush=True,
        )


if __name__ == "__main__":
    main()
