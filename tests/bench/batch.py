"""Batches: time for a thousand articles, two workers against one, memory that stays flat.

    OMP_NUM_THREADS=1 python -m tests.bench.batch [--markdown] [--many 30000]

The articles are the corpus's reports with other numbers in them, so that no text comes twice.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPORTS = Path(__file__).parents[2] / "corpus/reports"
FEW, SHORT = 1_000, 1_500


def write_articles(path: Path, count: int, cut: int | None = None) -> int:
    """So many articles as JSON Lines, cut at so many characters; their words."""
    texts = [p.read_text(encoding="utf-8")[:cut] for p in sorted(REPORTS.glob("*.txt"))]
    words = 0
    with path.open("w", encoding="utf-8") as lines:
        for number in range(count):
            text = f"{texts[number % len(texts)]}\n\nNummer W{number}x im Feld: Fahrer Q{number}.\n"
            words += len(text.split())
            lines.write(json.dumps({"id": f"a{number}", "text": text}, ensure_ascii=False) + "\n")
    return words


def extract(source: Path, out: Path, workers: int) -> tuple[float, float]:
    """Wall seconds of the command, and the peak memory of its largest process in MB."""
    command = [
        sys.executable, "-m", "rennbericht.cli", "extract", str(source), "-o", str(out),
        "--model", "embedded", "--workers", str(workers),
    ]  # fmt: skip
    began = time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return time.perf_counter() - began, usage.ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--many", type=int, default=30_000)
    arguments = parser.parse_args()
    line = "| {} | {} | {} |" if arguments.markdown else "{:<50} {:>16} {:>8}"
    print(line.format("what", "measured", "ratio"))
    if arguments.markdown:
        print(line.format("---", "---:", "---:"))
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        words = write_articles(root / "few.jsonl", FEW)
        one, _ = extract(root / "few.jsonl", root / "one", 1)
        two, _ = extract(root / "few.jsonl", root / "two", 2)
        print(line.format(f"1,000 articles ({words:,} words), one worker", f"{one:.1f} s", "1.00"))
        print(line.format("1,000 articles, two workers", f"{two:.1f} s", f"{one / two:.2f}"))
        same = (root / "one/events.jsonl").read_bytes() == (root / "two/events.jsonl").read_bytes()
        print(line.format("the same bytes", str(same).lower(), ""))
        write_articles(root / "short.jsonl", FEW, SHORT)
        write_articles(root / "many.jsonl", arguments.many, SHORT)
        _, small = extract(root / "short.jsonl", root / "short", 1)
        took, large = extract(root / "many.jsonl", root / "many", 1)
        print(line.format("peak memory, 1,000 short articles", f"{small:,.0f} MB", "1.00"))
        print(
            line.format(
                f"peak memory, {arguments.many:,} short articles ({took:,.0f} s)",
                f"{large:,.0f} MB", f"{large / small:.2f}",
            )
        )  # fmt: skip


if __name__ == "__main__":
    main()
