"""Trains the embedded model on the mended silver set.

    python -m pipeline.training.train TRAIN.jsonl OUT --epochs 14

Deterministic: seeded, one process, no early stopping on any test part.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import fix_random_seed, load_config, load_model_from_config
from thinc.api import Adam

import rennbericht.german.embed  # noqa: F401  registers the embedding

HERE = Path(__file__).parent
#: how often sentences of a source are seen in each pass
WEIGHTS = {"gsd": 2, "empirist": 1, "pud": 1, "sigmorphon": 1, "germeval": 1, "reports": 1}
Row = dict[str, Any]


def retokenised(nlp: Language, row: Row) -> Row | None:
    """The sentence in the tokens of the running pipeline, or None where they are the same.

    A token over several corpus tokens joined by hyphens has the tag of the last; other
    mismatches have none.
    """
    text = "".join(w + " " * s for w, s in zip(row["words"], row["spaces"], strict=True)).rstrip()
    doc = nlp.make_doc(text)
    if [t.text for t in doc] == row["words"]:
        return None
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    at = 0
    for i, (word, space) in enumerate(zip(row["words"], row["spaces"], strict=True)):
        starts[at] = i
        ends[at + len(word)] = i
        at += len(word) + space
    tags = []
    for token in doc:
        first, last = starts.get(token.idx), ends.get(token.idx + len(token))
        if first is None or last is None or (first != last and "-" not in token.text[1:-1]):
            tags.append("")
        else:
            tags.append(row["tags"][last])
    return {"source": row["source"], "words": [t.text for t in doc],
            "spaces": [bool(t.whitespace_) for t in doc], "tags": tags,
            "whole": row.get("whole", True)}  # fmt: skip


def numbered(row: Row, rng: random.Random) -> Row:
    """Now and then `in Runde.` becomes `in Runde 12.`: a number that ends a sentence.

    The running tokeniser gives one token `12.`, as it does for an ordinal, and the corpora hold
    few of them.
    """
    words, tags = row["words"], row["tags"]
    if len(words) < 5 or words[-1] != "." or tags[-2] != "NN" or rng.random() > 0.08:
        return row
    number = f"{rng.choice((rng.randint(1, 30), rng.randint(1, 99), rng.randint(1950, 2030)))}."
    return {**row, "words": [*words[:-1], number], "spaces": [*row["spaces"][:-2], True, True],
            "tags": [*tags[:-1], "CARD"]}  # fmt: skip


def document(nlp: Language, rows: list[Row]) -> Example:
    """One training example of consecutive sentences."""
    words = [w for r in rows for w in r["words"]]
    spaces = [s for r in rows for s in [*r["spaces"][:-1], True]]
    tags = [t for r in rows for t in r["tags"]]
    starts = [
        i == 0 or (False if r.get("whole", True) else None)
        for r in rows
        for i in range(len(r["words"]))
    ]
    reference = Doc(nlp.vocab, words=words, spaces=spaces, tags=tags, sent_starts=starts)
    return Example(Doc(nlp.vocab, words=words, spaces=spaces), reference)


def examples(
    nlp: Language, rows: list[tuple[Row, Row | None]], rng: random.Random
) -> list[Example]:
    """The whole set, cut anew into documents of one to six sentences."""
    sequence: list[list[Row]] = []
    at = 0
    while at < len(rows):
        size = rng.choice((1, 2, 3, 4, 5, 6))
        picked = [r if t is None or rng.random() < 0.5 else t for r, t in rows[at : at + size]]
        chunk = [numbered(r, rng) for r in picked]
        sequence.extend([chunk] * WEIGHTS[chunk[0]["source"]])
        at += size
    rng.shuffle(sequence)
    return [document(nlp, chunk) for chunk in sequence]


def train(
    train_set: Path, out: Path, epochs: int, rate: float, drop: float, hold_out: bool
) -> None:
    """Trains and saves the model; prints one line a pass."""
    fix_random_seed(3)
    rng = random.Random(3)
    nlp = load_model_from_config(load_config(HERE / "config.cfg"), auto_fill=True)
    rows = [json.loads(line) for line in train_set.read_text(encoding="utf-8").splitlines()]
    dev: list[Row] = []
    if hold_out:
        wanted = [r for r in rows if r["source"] == "gsd"][550:750]
        dev = wanted
        rows = [r for r in rows if not any(r is d for d in dev)]
    pairs = [(row, retokenised(nlp, row)) for row in rows if row["words"]]
    first = examples(nlp, pairs, rng)
    nlp.initialize(lambda: first)
    optimizer = Adam(rate, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)
    steps = epochs * (sum(len(e.reference) for e in first) // 1400)
    step = 0
    began = time.time()
    for epoch in range(epochs):
        loss: dict[str, float] = {}
        batch: list[Example] = []
        size = 0
        for example in examples(nlp, pairs, rng):
            batch.append(example)
            size += len(example.reference)
            if size < 1400:
                continue
            warm = min(1.0, (step + 1) / 150)
            optimizer.learn_rate = rate * warm * max(0.02, 1 - step / steps)
            nlp.update(batch, sgd=optimizer, drop=drop, losses=loss)
            batch, size = [], 0
            step += 1
        line = f"{epoch} {time.time() - began:.0f}s " + str({k: round(v) for k, v in loss.items()})
        if dev:
            with nlp.use_params(optimizer.averages):
                score = nlp.evaluate([document(nlp, dev[i : i + 4]) for i in range(0, 200, 4)])
            line += f" dev tag {score['tag_acc']:.4f} sents {score['sents_f']:.4f}"
        print(line, flush=True)
    with nlp.use_params(optimizer.averages):
        slim(nlp).to_disk(out)


def slim(nlp: Language) -> Language:
    """The same pipeline without the strings of the training set, and with its description."""
    fresh = load_model_from_config(nlp.config, auto_fill=True)
    for name in nlp.pipe_names:
        fresh.get_pipe(name).from_bytes(nlp.get_pipe(name).to_bytes(exclude=["vocab"]))
        for label in getattr(nlp.get_pipe(name), "labels", ()):
            fresh.vocab.strings.add(label)
    fresh.meta.update(json.loads((HERE / "meta.json").read_text(encoding="utf-8")))
    return fresh


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("train_set", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument("--rate", type=float, default=0.002)
    parser.add_argument("--drop", type=float, default=0.35)
    parser.add_argument("--hold-out", action="store_true")
    arguments = parser.parse_args()
    train(**vars(arguments))
