"""The cheap test before the model: speed, and how much it refuses of ordinary German.

    python tests/bench/relevance.py [FOLDER_OF_CONLLU ...]

Texts are the reports of the corpus, its texts without a race, and articles of twenty sentences out
of the treebanks. Cold is the first time that a word is met, warm any later one.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from rennbericht.sources.language import language_of
from rennbericht.sources.relevance import Relevance

ROOT = Path(__file__).parents[2]
SENTENCES = 20


def speed(work: Callable[[str], object], texts: list[str]) -> float:
    """Megabytes a second."""
    started = time.process_time()
    for text in texts:
        work(text)
    return sum(len(text.encode()) for text in texts) / (time.process_time() - started) / 1e6


def treebank(folder: Path) -> list[str]:
    """Articles of some sentences each."""
    lines = [
        line[9:]
        for path in sorted(folder.glob("*.conllu"))
        for line in path.read_text("utf-8").splitlines()
        if line.startswith("# text = ")
    ]
    return ["\n".join(lines[i : i + SENTENCES]) for i in range(0, len(lines), SENTENCES)]


def main() -> None:
    """Measure and print."""
    started = time.perf_counter()
    test = Relevance()
    test.about_racing("Gestern.")  # names are read when they are first needed
    print(f"tables made in {time.perf_counter() - started:.2f} s")
    texts = {
        name: [path.read_text("utf-8") for path in sorted((ROOT / "corpus" / name).glob("*.txt"))]
        for name in ("reports", "norace")
    }
    texts |= {folder: treebank(Path(folder)) for folder in sys.argv[1:]}
    for name, group in texts.items():
        cold, warm = speed(test.about_racing, group), speed(test.about_racing, group)
        refused = sum(not test.about_racing(text) for text in group)
        print(
            f"{Path(name).name}: {refused} of {len(group)} refused; {cold:.1f} MB/s cold, "
            f"{warm:.1f} warm; language {speed(language_of, group):.1f} MB/s"
        )


if __name__ == "__main__":
    main()
