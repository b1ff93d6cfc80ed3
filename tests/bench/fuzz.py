"""Reads thousands of damaged inputs and counts what became of them.

python -m tests.bench.fuzz [--number 10000] [--seed 1]
"""

from __future__ import annotations

import argparse
import time
from collections import Counter

from tests.sources.mutated import account, inputs

from rennbericht.sources.article import ArticleInput


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    slowest = (0.0, "")
    started = time.perf_counter()
    for index, (name, data) in enumerate(inputs(options.number, options.seed)):
        begun = time.perf_counter()
        try:
            items = account(name, data)
        except BaseException:
            print(f"input {index} of seed {options.seed}: {name}")
            raise
        slowest = max(slowest, (time.perf_counter() - begun, f"{name} (input {index})"))
        counts["inputs"] += 1
        counts["passed over"] += not items
        for item in items:
            counts["articles" if isinstance(item, ArticleInput) else item.code] += 1
    seconds = time.perf_counter() - started
    print(
        f"{options.number} inputs in {seconds:.0f} s, the slowest {slowest[0]:.2f} s: {slowest[1]}"
    )
    for kind, number in sorted(counts.items()):
        print(f"{number:8} {kind}")


if __name__ == "__main__":
    main()
