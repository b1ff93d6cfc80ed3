"""Makes lexicon and embedded model from the open data, one command, from the repository root.

    python -m pipeline.training.make DATA

Needs the extra `training` (the Hannover tagger); takes about ten minutes on one core.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from . import build_lexicon

MODELS = Path(__file__).parent.parent / "rennbericht" / "models"
MODEL = MODELS / "de_rennbericht_sm"
#: passes over the training set; on a held-out part the score stays level from the fifth on
EPOCHS = 9
RATE = 0.002
DROPOUT = 0.4


def add_scores(scores: dict[str, float], folder: Path = MODEL) -> None:
    """Writes the measured figures into the model's description; speed is no property of it."""
    path = folder / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta["performance"] = {k: round(v, 4) for k, v in scores.items() if k != "words/s"}
    path.write_text(json.dumps(meta, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def main(data: Path, work: Path, corpus: Path) -> None:
    """Lexicon, silver tags, training, evaluation."""
    build_lexicon.build(data, MODELS / "lexicon")
    from . import evaluate_german, silver, train

    work.mkdir(parents=True, exist_ok=True)
    silver.main(data, work / "train.jsonl", corpus)
    train.train(work / "train.jsonl", MODEL, EPOCHS, RATE, DROPOUT, hold_out=False)
    name, scores = evaluate_german.evaluate(data, "embedded", Counter())
    add_scores(scores)
    print(evaluate_german.table(name, scores))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    main(**vars(parser.parse_args()))
