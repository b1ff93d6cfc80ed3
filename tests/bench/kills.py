"""Kills a run at random moments and starts it again: nothing lost, nothing twice, the same bytes.

python tests/bench/kills.py [--kills 20] [--articles 400] [--workers 2]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPORTS = Path(__file__).parents[2] / "corpus/reports"
FILES = ("events.jsonl", "entities.jsonl", "articles.jsonl")


def command(source: Path, out: Path, workers: int) -> list[str]:
    """The command as a user types it."""
    return [
        sys.executable, "-m", "rennbericht.cli", "extract", str(source), "-o", str(out),
        "--model", "embedded", "--workers", str(workers),
    ]  # fmt: skip


def write_articles(path: Path, count: int) -> None:
    """So many articles as JSON Lines, made of the corpus's reports."""
    texts = [p.read_text(encoding="utf-8") for p in sorted(REPORTS.glob("*.txt"))]
    with path.open("w", encoding="utf-8") as lines:
        for number in range(count):
            row = {"id": f"a{number}", "text": texts[number % len(texts)]}
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")


def processes_of(mark: str) -> int:
    """Processes that were started, or whose parents were, with a mark in their environment."""
    found = 0
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                found += mark.encode() in (entry / "environ").read_bytes()
            except OSError:
                continue
    return found


def main() -> None:
    """Kill, go on, compare."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source, whole, out = (Path(folder) / n for n in ("in.jsonl", "whole", "out"))
        write_articles(source, arguments.articles)
        began = time.monotonic()
        subprocess.run(command(source, whole, 1), check=True, capture_output=True)
        alone = time.monotonic() - began
        draw = random.Random(arguments.seed)
        finished_early = most = 0
        env = {**os.environ, "RENNBERICHT_KILLS": folder}
        for _ in range(arguments.kills):
            process = subprocess.Popen(
                command(source, out, arguments.workers), stderr=subprocess.DEVNULL, env=env
            )
            time.sleep(draw.uniform(0.5, 2.0 + alone / arguments.kills))
            finished_early += process.poll() is not None
            most = max(most, processes_of(folder))
            process.send_signal(signal.SIGKILL)
            process.wait()
        subprocess.run(command(source, out, arguments.workers), check=True, capture_output=True)
        time.sleep(1.0)
        same = {n: (out / n).read_bytes() == (whole / n).read_bytes() for n in FILES}
        rows = (out / "articles.jsonl").read_bytes().splitlines()
        ids = [json.loads(row)["doc_id"] for row in rows]
        print(
            json.dumps(
                {
                    "kills": arguments.kills - finished_early,
                    "articles": len(ids),
                    "lost": arguments.articles - len(set(ids)),
                    "twice": len(ids) - len(set(ids)),
                    "same bytes": same,
                    "processes at once": most,
                    "processes left": processes_of(folder),
                }
            )
        )


if __name__ == "__main__":
    main()
