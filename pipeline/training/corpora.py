"""Reads the open German corpora into plain sentences, surface tokens joined.

Every reader yields `Sentence`s whose tokens are those of the text (`im` is one token), with STTS
tags in the project's names where the corpus has them.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .sttsmap import normalise

#: first sentence of the news half of GSD test, which is never trained on
NEWS_START = 302
_CLOSING = frozenset([",", ".", ";", ":", "!", "?", ")", "]", "“", "…", "...", "%", "»", "’"])


@dataclass
class Sentence:
    """One sentence: surface words, whether a space follows each, tags and lemmas if known."""

    id: str
    words: list[str]
    spaces: list[bool]
    tags: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    #: head index (-1 for the root) and relation of each surface word, for treebanks
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    features: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text as it was written."""
        pairs = zip(self.words, self.spaces, strict=True)
        return "".join(w + " " * s for w, s in pairs).strip()


def conllu(path: Path) -> Iterator[Sentence]:
    """Sentences of a CoNLL-U file; parts of a contraction fall together into its surface form."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line and line[0] != "#"]
        if not rows:
            continue
        name = re.search(r"^# sent_id = (.*)$", block, re.M)
        sentence = Sentence(name.group(1) if name else "", [], [])
        place: dict[str, int] = {"0": -1}
        heads = []
        until = 0
        for row in rows:
            if "." in row[0]:
                continue
            index = len(sentence.words)
            if "-" in row[0]:
                first, last = row[0].split("-")
                until = int(last)
                inside = next(r for r in rows if r[0] == first)
                row = [row[0], row[1], inside[2], inside[3], "APPRART", inside[5],
                       inside[6], inside[7], "_", row[9]]  # fmt: skip
                place.update({str(i): index for i in range(int(first), until + 1)})
            elif int(row[0]) <= until:
                continue
            else:
                place[row[0]] = index
            sentence.words.append(row[1])
            sentence.lemmas.append(row[2])
            sentence.tags.append(normalise(row[4]))
            sentence.features.append(row[5])
            sentence.relations.append(row[7])
            heads.append(row[6])
            sentence.spaces.append("SpaceAfter=No" not in row[9])
        sentence.heads = [place.get(h, -1) for h in heads]
        yield sentence


def gsd_clean(data: Path, part: str) -> Iterator[Sentence]:
    """Like `gsd`, without the sentences that also stand in the news half of test."""
    news = {letters(s) for s in gsd(data, "news")}
    return (s for s in gsd(data, part) if letters(s) not in news)


def gsd(data: Path, part: str) -> Iterator[Sentence]:
    """GSD `dev`, or of its test set the halves `reviews` and `news`."""
    kind = "dev" if part == "dev" else "test"
    for sentence in conllu(data / "UD_German-GSD" / f"de_gsd-ud-{kind}.conllu"):
        number = int(sentence.id.rsplit("-s", 1)[1])
        if part == "dev" or (part == "news") == (number >= NEWS_START):
            yield sentence


def pud(data: Path) -> Iterator[Sentence]:
    """PUD with its silver STTS where the tokens of both files agree."""
    listed = json.loads((data / "UD_German-PUD" / "de_pud-ud-test.stts.json").read_text("utf-8"))
    silver: dict[tuple[str, ...], list[str]] = {}
    for document in listed:
        for paragraph in document["paragraphs"]:
            for sentence in paragraph["sentences"]:
                words = tuple(t["orth"] for t in sentence["tokens"])
                silver[words] = [normalise(t["tag"]) for t in sentence["tokens"]]
    for sentence in conllu(data / "UD_German-PUD" / "de_pud-ud-test.conllu"):
        sentence.tags = silver.get(tuple(sentence.words), [])
        yield sentence


def empirist(data: Path) -> Iterator[Sentence]:
    """EmpiriST web pages and chat, gold tags and lemmas; spaces are guessed from the tokens."""
    sentence = Sentence("", [], [])
    for line in (data / "EmpiriST" / "empirist.vrt").read_text(encoding="utf-8").splitlines():
        if line.startswith("</s>") and sentence.words:
            sentence.spaces = guess_spaces(sentence.words)
            yield sentence
        if line.startswith("<") and "\t" not in line:
            if line.startswith("<s"):
                sentence = Sentence("empirist", [], [])
            continue
        row = line.split("\t")
        if len(row) > 5 and row[0]:
            sentence.words.append(row[0].replace(" ", ""))
            sentence.tags.append(normalise(row[1]))
            sentence.lemmas.append(row[5])


def letters(sentence: Sentence) -> str:
    """Key under which the same sentence is met again in another tokenisation."""
    return "".join(c for c in "".join(sentence.words).lower() if c.isalnum())


def contractions(path: Path) -> dict[tuple[str, str], str]:
    """`("in", "dem")`: `"im"`, as far as a CoNLL-U file shows them."""
    found = {}
    rows = [r.split("\t") for r in path.read_text(encoding="utf-8").splitlines()]
    for i, row in enumerate(rows):
        if len(row) > 1 and "-" in row[0]:
            found[rows[i + 1][1].lower(), rows[i + 2][1].lower()] = row[1].lower()
    return found


def sigmorphon(data: Path) -> Iterator[Sentence]:
    """The GSD sentences of SIGMORPHON 2019 that stand neither in GSD test nor in GSD dev.

    They have lemmas and UniMorph features, no tags; contractions are joined again.
    """
    known = {letters(s) for part in ("news", "reviews", "dev") for s in gsd(data, part)}
    joins = contractions(data / "UD_German-GSD" / "de_gsd-ud-dev.conllu")
    folder = data / "SIGMORPHON2019_German-GSD"
    for path in sorted(folder.glob("*.conllu")):
        written = re.findall(r"^# text = (.*)$", path.read_text(encoding="utf-8"), re.M)
        for sentence, text in zip(conllu(path), written, strict=True):
            joined = _join(sentence, text, joins)
            if not joined.id.startswith("test-") and letters(joined) not in known:
                yield joined


def _join(sentence: Sentence, text: str, joins: dict[tuple[str, str], str]) -> Sentence:
    out = Sentence(sentence.id, [], [])
    at = index = 0
    while index < len(sentence.words):
        while at < len(text) and text[at].isspace():
            at += 1
        word, step = sentence.words[index], 1
        pair = tuple(w.lower() for w in sentence.words[index : index + 2])
        short = joins.get(pair, "") if len(pair) == 2 else ""
        here = text[at : at + len(short) + 1].lower()
        if (
            short
            and here.startswith(short)
            and (here == short + " " or not text.startswith(word, at))
        ):
            word, step = text[at : at + len(short)], 2
        at += len(word)
        out.words.append(word)
        out.lemmas.append(sentence.lemmas[index])
        out.features.append("APPRART" if step == 2 else sentence.features[index])
        out.spaces.append(at < len(text) and text[at].isspace())
        index += step
    return out


def germeval(data: Path) -> Iterator[Sentence]:
    """GermEval 2014 dev, words alone; spaces are guessed."""
    words: list[str] = []
    lines = (data / "GermEval2014" / "NER-de-dev.tsv").read_text(encoding="utf-8").splitlines()
    for line in [*lines, ""]:
        row = line.split("\t")
        if not line.strip():
            if words:
                yield Sentence("germeval", words, guess_spaces(words))
            words = []
        elif row[0] != "#" and len(row) > 1:
            words.append(row[1])


def guess_spaces(words: list[str]) -> list[bool]:
    """Where a written text has spaces between these tokens."""
    spaces = [True] * len(words)
    opened = False
    for index, word in enumerate(words):
        left = index > 0
        if (
            word in {",", ".", ";", ":", "!", "?", ")", "]", "“", "…", "...", "%", "»", "’"}
            and left
        ):
            spaces[index - 1] = False
        if word in {"(", "[", "„", "«"}:
            spaces[index] = False
        if word == '"':
            if opened and left:
                spaces[index - 1] = False
            else:
                spaces[index] = False
            opened = not opened
    return spaces


def lemma_counts(data: Path) -> Counter[str]:
    """How often each lemma occurs in the corpora that may be used."""
    counts: Counter[str] = Counter()
    sources = (
        gsd_clean(data, "dev"),
        gsd_clean(data, "reviews"),
        pud(data),
        empirist(data),
        sigmorphon(data),
    )
    for source in sources:
        for sentence in source:
            counts.update(sentence.lemmas)
    return counts
