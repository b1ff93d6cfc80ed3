"""Tags the corpora without tags with the teacher, mends them, and writes the training set.

    python -m pipeline.training.silver DATA OUT.jsonl

One JSON line a sentence: words, spaces, tags ("" where it is better not to learn), source.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy

from rennbericht.german.lexicon import lexicon
from rennbericht.german.repair import repair

from . import corpora
from .corpora import Sentence
from .sttsmap import normalise, verb_group

#: sources that have their tags from the teacher
TAUGHT = frozenset({"sigmorphon", "germeval", "reports"})
MARKS = {",": "$,", ".": "$.", "!": "$.", "?": "$.", ":": "$.", ";": "$."}


def mark(word: str) -> str | None:
    """Tag of a punctuation token, None of anything else."""
    if any(c.isalnum() for c in word):
        return None
    return MARKS.get(word, "$(")


def unimorph(word: str, lemma: str, features: str, tag: str) -> str:
    """The teacher's tag, corrected by UniMorph features where these say more."""
    if features == "APPRART":
        return "APPRART"
    given = set(features.split(";"))
    group = verb_group(lemma)
    if "V" in given or "V.PTCP" in given:
        if "FIN" in given:
            return group + "FIN"
        if "V.PTCP" in given:
            return group + "PP" if tag not in {"ADJD", "ADJA"} else tag
        if "NFIN" in given:
            return "VVIZU" if tag == "VVIZU" else group + "INF"
    if "PROPN" in given and tag in {"NN", "FM", "XY"}:
        return "NE"
    if "N" in given and tag in {"NE", "FM"} and word[:1].isupper():
        return "NN"
    return tag


def by_lexicon(words: list[str], tags: list[str]) -> list[str]:
    """Verb tags that the form cannot have give way to the only one that it can."""
    known = lexicon()
    known_tags = []
    for index, (word, tag) in enumerate(zip(words, tags, strict=True)):
        if tag[:1] == "V" and (index == 0 or word[:1].islower()):
            possible = {t for t in known.tags(word) if t[:1] == "V" and t != "VVIMP"}
            if possible and tag not in possible and tag != "VVIMP":
                tag = next(iter(possible)) if len(possible) == 1 else ""
        known_tags.append(tag)
    return known_tags


def teacher() -> Any:
    """The Hannover tagger; needed only here."""
    from HanTa import HanoverTagger

    return HanoverTagger.HanoverTagger("morphmodel_ger.pgz")


def tagged(sentences: Iterator[Sentence], tagger: Any) -> Iterator[Sentence]:
    """Sentences with the teacher's tags, corrected by their UniMorph features if any."""
    for sentence in sentences:
        found = tagger.tag_sent(sentence.words)
        sentence.tags = [mark(w) or normalise(t) for w, _, t in found]
        if sentence.features:
            rows = zip(sentence.words, sentence.lemmas, sentence.features, sentence.tags,
                       strict=True)  # fmt: skip
            sentence.tags = [mark(r[0]) or unimorph(*r) for r in rows]
        yield sentence


def all_sentences(data: Path, corpus: Path) -> Iterator[tuple[str, Sentence]]:
    """Every sentence that may be trained on, with the name of its source."""
    tagger = teacher()
    for part in ("dev", "reviews"):
        for sentence in corpora.gsd_clean(data, part):
            yield "gsd", sentence
    for sentence in corpora.empirist(data):
        yield "empirist", sentence
    pud = list(corpora.pud(data))
    for sentence in pud:
        if sentence.tags:
            yield "pud", sentence
    for sentence in tagged((s for s in pud if not s.tags), tagger):
        sentence.features = []
        yield "pud", sentence
    for sentence in tagged(corpora.sigmorphon(data), tagger):
        yield "sigmorphon", sentence
    for sentence in tagged(corpora.germeval(data), tagger):
        yield "germeval", sentence
    for sentence in tagged(paragraphs(corpus, "train"), tagger):
        yield "reports", sentence


def paragraphs(corpus: Path, split: str) -> Iterator[Sentence]:
    """Lines of prose of our own reports of one part, in the running pipeline's tokens."""
    tokenizer = spacy.blank("de").tokenizer
    ids = json.loads((corpus / "splits.json").read_text(encoding="utf-8"))[split]
    for doc_id in sorted(ids):
        path = corpus / "reports" / f"{doc_id}.txt"
        for line in path.read_text(encoding="utf-8").splitlines():
            doc = tokenizer(line.strip())
            if len(doc) > 8 and line.rstrip()[-1:] in ".!?":
                yield Sentence("reports", [t.text for t in doc], [bool(t.whitespace_) for t in doc])


def mended(source: str, sentence: Sentence) -> list[str]:
    """The tags of a sentence as they are learnt: by the lexicon and, the teacher's, repaired."""
    tags = [mark(w) or t for w, t in zip(sentence.words, sentence.tags, strict=True)]
    if source != "empirist":
        tags = by_lexicon(sentence.words, tags)
    if source in TAUGHT:
        for index, tag in repair(sentence.words, tags, lexicon()):
            tags[index] = tag
    return tags


def main(data: Path, out: Path, corpus: Path) -> None:
    """Writes the training set."""
    with out.open("w", encoding="utf-8") as stream:
        for source, sentence in all_sentences(data, corpus):
            row = {"source": source, "words": sentence.words, "spaces": sentence.spaces,
                   "tags": mended(source, sentence), "whole": source != "reports"}  # fmt: skip
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    main(**vars(parser.parse_args()))
