"""Trains the recogniser of names in race reports.

    python -m pipeline.training.train_ner OUT CORPUS... [--ordinary GERMEVAL] [--epochs 8]

Each CORPUS is a folder in the layout of `corpus`: first the corpus itself, then what `rennbericht
corpus augment` makes of it, so that the network learns where names stand and not which they are.
Split `train` alone is read. Sentences of ordinary news, without names of racing, come
from GermEval dev. Deterministic: seeded, one process, no early stopping.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

from pipeline.training.corpora import guess_spaces
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import fix_random_seed, load_config, load_model_from_config
from thinc.api import Adam

import rennbericht
from rennbericht.evaluation.gold import read_gold

HERE = Path(__file__).parent
LABELS = ("DRIVER", "TEAM", "MANUFACTURER", "CAR", "TRACK", "CORNER", "SERIES", "CLASS")
SEED = 3
#: tokens in a batch
_BATCH = 1200
#: share of places that are called as a town
_RENAMED = 0.75
#: labels of GermEval whose names might be some of racing too
_NAMES = ("PER", "ORG", "OTH")


class Towns:
    """Names of towns for places to race at, from a seeded draw.

    Args:
        path: GermEval dev, whose places of one word are taken.
    """

    def __init__(self, path: Path) -> None:
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
        cut = zip(rows, [*rows[1:], [""]], strict=True)
        self._names = sorted(
            {row[1] for row, after in cut if row[2:3] == ["B-LOC"] and after[2:3] != ["I-LOC"]}
        )
        self._rng = random.Random(SEED)

    def chosen(self, spans: list[Span]) -> dict[str, str]:
        """The new names of a report's places by the old ones; some keep theirs."""
        old = sorted({s.text for s in spans if s.label_ == "TRACK" and len(s) == 1})
        taken = [name for name in old if self._rng.random() < _RENAMED]
        return {name: self._rng.choice(self._names) for name in taken}


def sentences(reader: Language, blank: Language, root: Path, towns: Towns | None) -> list[Doc]:
    """The sentences of the reports of a corpus, their gold names set.

    Where `towns` are given, most places of one word are called as one of them: exchanged names of
    tracks have few endings, which are not to be learnt.
    """
    found = []
    for document in read_gold([root], split="train"):
        text, gold = document.text(), document.entities or []
        doc = reader(text)
        names = [doc.char_span(e["start"], e["end"], e["label"], alignment_mode="strict")
                 for e in gold if e["label"] in LABELS]  # fmt: skip
        ends = [span for span in names if span is not None]
        called = towns.chosen(ends) if towns else {}
        for sent in doc.sents:
            words = [called.get(token.text, token.text) for token in sent]
            spaces = [bool(token.whitespace_) for token in sent]
            ents = ["O"] * len(words)
            for span in ends:
                if sent.start <= span.start and span.end <= sent.end:
                    for i in range(span.start, span.end):
                        ents[i - sent.start] = ("B-" if i == span.start else "I-") + span.label_
            found.append(Doc(blank.vocab, words=words, spaces=spaces, ents=ents))
    return found


def ordinary(blank: Language, path: Path) -> list[Doc]:
    """Sentences of news that name nobody and no firm: no word of them is a name of racing."""
    found = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line and line[0] != "#"]
        words = [row[1] for row in rows]
        if words and not any(row[2][2:].startswith(_NAMES) for row in rows):
            ents = ["O"] * len(words)
            found.append(Doc(blank.vocab, words=words, spaces=guess_spaces(words), ents=ents))
    return found


def train(
    out: Path, roots: list[Path], news: Path | None, epochs: int, rate: float, drop: float
) -> None:
    """Train and save the recogniser; print one line a pass."""
    fix_random_seed(SEED)
    rng = random.Random(SEED)
    reader = rennbericht.load("embedded", announce=lambda line: None)
    nlp = load_model_from_config(load_config(HERE / "ner.cfg"), auto_fill=True)
    towns = Towns(news) if news else None
    docs = sentences(reader, nlp, roots[0], None)
    docs += [doc for root in roots[1:] for doc in sentences(reader, nlp, root, towns)]
    docs += ordinary(nlp, news) if news else []
    print(f"{len(docs)} sentences, {sum(map(len, docs))} tokens", flush=True)
    examples = [Example(nlp_doc(nlp, doc), doc) for doc in docs]
    nlp.initialize(lambda: examples)
    optimizer = Adam(rate, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)
    steps, step, began = epochs * (sum(map(len, docs)) // _BATCH), 0, time.time()
    for epoch in range(epochs):
        rng.shuffle(examples)
        loss: dict[str, float] = {}
        batch: list[Example] = []
        size = 0
        for example in examples:
            batch.append(example)
            size += len(example.reference)
            if size < _BATCH:
                continue
            optimizer.learn_rate = rate * min(1.0, (step + 1) / 100) * max(0.02, 1 - step / steps)
            nlp.update(batch, sgd=optimizer, drop=drop, losses=loss)
            batch, size, step = [], 0, step + 1
        print(f"{epoch} {time.time() - began:.0f}s {loss}", flush=True)
    with nlp.use_params(optimizer.averages):
        slim(nlp).to_disk(out)


def slim(nlp: Language) -> Language:
    """The same recogniser without the words it was trained on."""
    fresh = load_model_from_config(nlp.config, auto_fill=True)
    data = nlp.get_pipe("race_ner").to_bytes(exclude=["vocab"])
    fresh.get_pipe("race_ner").from_bytes(data)
    for label in LABELS:
        fresh.vocab.strings.add(label)
    fresh.meta.update({"name": "race_ner", "version": "0.1.0", "license": "CC BY-SA 4.0"})
    return fresh


def nlp_doc(nlp: Language, doc: Doc) -> Doc:
    """The same words without their names."""
    return Doc(nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("roots", type=Path, nargs="+")
    parser.add_argument("--ordinary", dest="news", type=Path)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=0.002)
    parser.add_argument("--drop", type=float, default=0.3)
    arguments = parser.parse_args()
    train(**vars(arguments))
