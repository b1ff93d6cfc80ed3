"""Prints how far a German model and the mended teacher tag race reports alike.

    python -m pipeline.training.evaluate_domain [--corpus corpus] [--split dev] [--model embedded]

There are no tags by hand for race reports: the figures are agreement with the silver of `silver.py`
on reports that the model does not learn from (it learns from the split `train`).
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from rennbericht.german.load import load_german, model_version

from . import silver
from .evaluate_german import analysed

TAGS = ("VVFIN", "VVINF", "VVPP", "VVIZU", "PTKVZ", "PRELS", "KOUS", "NE", "NN", "ADJA", "ADJD")


def evaluate(corpus: Path, split: str, model: str) -> tuple[str, int, dict[str, float]]:
    """The model's name, the words compared, agreement over all tags and F1 of single ones.

    Words that the silver leaves without a tag are passed over.
    """
    nlp = load_german(model)
    sentences = list(silver.tagged(silver.paragraphs(corpus, split), silver.teacher()))
    for sentence in sentences:
        sentence.tags = silver.mended("reports", sentence)
    right, gold, found = Counter[str](), Counter[str](), Counter[str]()
    for sentence, doc in analysed(nlp, sentences):
        for token, tag in zip(doc, sentence.tags, strict=True):
            if tag:
                gold[tag] += 1
                found[token.tag_] += 1
                right[tag] += token.tag_ == tag
    scores = {"STTS": right.total() / gold.total()}
    scores |= {tag: 2 * right[tag] / (gold[tag] + found[tag]) for tag in TAGS}
    return model_version(nlp), gold.total(), scores


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument("--split", default="dev")
    parser.add_argument("--model", default="embedded")
    arguments = parser.parse_args()
    name, words, scores = evaluate(arguments.corpus, arguments.split, arguments.model)
    print(f"| {name}, {arguments.split}, {words:,} words | agreement |\n| --- | ---: |")
    for key, value in scores.items():
        print(f"| {key} | {value:.3f} |")


if __name__ == "__main__":
    main()
