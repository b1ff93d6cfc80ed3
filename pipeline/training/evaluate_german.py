"""Prints the figures of the German layer on the news half of GSD test, never trained on.

    python -m pipeline.training.evaluate_german DATA [--model embedded] [--errors]

STTS of GSD and PUD is automatic: the tag figures are agreement, not accuracy.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from rennbericht.clauses.model import CLAUSES, Clause
from rennbericht.german.load import load_german, model_version

from . import corpora
from .corpora import Sentence

TARGETS = {
    "STTS": 0.96, "VVFIN": 0.94, "VVINF": 0.91, "VVPP": 0.95, "VVIZU": 0.90, "PTKVZ": 0.95,
    "PRELS": 0.92, "KOUS": 0.95, "verb lemma": 0.98, "particle glued": 0.93, "case": 0.95,
    "sentence F1": 0.97, "words/s": 15000,
}  # fmt: skip
DETERMINERS = frozenset({"den", "dem", "des", "einen", "einem"})
CASES = {"Nom": "n", "Acc": "a", "Dat": "d", "Gen": "g"}
#: what stands between the German layer and a clause's particle and cases
CLAUSE_COMPONENTS = ("rennbericht_entities", "rennbericht_clauses")
FINAL = (".", "!", "?")
Errors = Counter[str]


def analysed(nlp: Language, sentences: list[Sentence]) -> list[tuple[Sentence, Doc]]:
    """Each sentence with its document, in the corpus's own tokens."""
    docs = (Doc(nlp.vocab, words=s.words, spaces=[*s.spaces[:-1], True]) for s in sentences)
    return list(zip(sentences, nlp.pipe(docs), strict=True))


def tag_scores(pairs: list[tuple[Sentence, Doc]], errors: Errors) -> dict[str, float]:
    """Agreement over all tags, F1 of single ones, and agreement of the lemmas of verbs."""
    right, gold, found = Counter[str](), Counter[str](), Counter[str]()
    verbs = same = 0
    for sentence, doc in pairs:
        for i, (token, tag) in enumerate(zip(doc, sentence.tags, strict=True)):
            gold[tag] += 1
            found[token.tag_] += 1
            if token.tag_ == tag:
                right[tag] += 1
            else:
                near = " ".join(sentence.words[max(0, i - 5) : i + 4])
                errors[f"tag {tag} not {token.tag_}: {token.text} | {near}"] += 1
            if tag[0] == "V":
                verbs += 1
                same += token.lemma_.lower() == sentence.lemmas[i].lower()
                if token.lemma_.lower() != sentence.lemmas[i].lower():
                    errors[f"lemma {token.text} {sentence.lemmas[i]} not {token.lemma_}"] += 1
    scores = {"STTS": sum(right.values()) / sum(gold.values())}
    for tag in ("VVFIN", "VVINF", "VVPP", "VVIZU", "PTKVZ", "PRELS", "KOUS"):
        scores[tag] = 2 * right[tag] / (gold[tag] + found[tag])
    return {**scores, "verb lemma": same / verbs}


def glue_score(pairs: list[tuple[Sentence, Doc]], errors: Errors) -> float:
    """Share of the trees' particle pairs that stand as particle and verb of one clause."""
    total = right = 0
    for sentence, doc in pairs:
        found: dict[int, tuple[int, str | None]] = {}
        clauses: list[Clause] = doc.user_data[CLAUSES]
        for clause in clauses:
            found.setdefault(clause["particle"], (clause["verb_token"], clause["verb"]))
        for i, relation in enumerate(sentence.relations):
            if relation == "compound:prt" and sentence.heads[i] != i:
                head = sentence.heads[i]
                gold = (head, (sentence.words[i] + sentence.lemmas[head]).lower())
                mine = found.get(i)
                total += 1
                right += mine == gold
                if mine != gold:
                    errors[f"glue {gold} not {mine}: {sentence.text}"] += 1
    return right / total


def case_score(pairs: list[tuple[Sentence, Doc]], errors: Errors) -> float:
    """Share of phrases opened by an ambiguous determiner whose one case is right."""
    total = right = 0
    for sentence, doc in pairs:
        clauses: list[Clause] = doc.user_data[CLAUSES]
        for i, word in enumerate(sentence.words):
            given = dict(p.split("=") for p in sentence.features[i].split("|") if "=" in p)
            if word.lower() in DETERMINERS and sentence.tags[i] == "ART" and "Case" in given:
                # of phrases in one another the innermost is the determiner's own
                around = [
                    (phrase["start"], phrase["case"])
                    for clause in clauses
                    for phrase in clause["phrases"]
                    if phrase["start"] <= i < phrase["end"]
                ]
                mine = max(around, default=(-1, "no phrase"))[1]
                total += 1
                right += mine == CASES[given["Case"]]
                if mine != CASES[given["Case"]]:
                    errors[f"case {word} {given['Case']} not {mine}: {sentence.text}"] += 1
    return right / total


def sentence_score(nlp: Language, sentences: list[Sentence], errors: Errors) -> float:
    """F1 of sentence spans on running text of sentences that end in a final mark."""
    ended = [s for s in sentences if s.words[-1] in FINAL]
    right = gold = found = 0
    for at in range(0, len(ended), 10):
        spans, text = set(), ""
        for sentence in ended[at : at + 10]:
            start = len(text) + bool(text)
            text = f"{text} {sentence.text}".strip()
            spans.add((start, len(text)))
        mine = {(s.start_char, s.end_char) for s in nlp(text).sents}
        right += len(mine & spans)
        gold += len(spans)
        found += len(mine)
        for start, end in sorted(spans - mine):
            errors[f"sentence {text[start:end]}"] += 1
    return 2 * right / (gold + found)


def speed(nlp: Language, sentences: list[Sentence]) -> float:
    """Words a second of processor time of the whole layer on ordinary text."""
    texts = [" ".join(s.text for s in sentences[i : i + 20]) for i in range(0, len(sentences), 20)]
    best = 0.0
    for _ in range(3):
        began = time.process_time()
        words = sum(sum(t.is_alpha or t.like_num for t in d) for d in nlp.pipe(texts))
        best = max(best, words / (time.process_time() - began))
    return best


def evaluate(data: Path, model: str, errors: Errors) -> tuple[str, dict[str, float]]:
    """All figures of one model, and its name with version."""
    nlp = load_german(model)
    news = list(corpora.gsd(data, "news"))
    pairs = analysed(nlp, news)
    scores = tag_scores(pairs, errors)
    scores["sentence F1"] = sentence_score(nlp, news, errors)
    scores["words/s"] = speed(nlp, news)
    for name in CLAUSE_COMPONENTS:
        nlp.add_pipe(name)
    pairs = analysed(nlp, news)
    treebanks = [*corpora.gsd(data, "reviews"), *corpora.pud(data)]
    scores["particle glued"] = glue_score(pairs + analysed(nlp, treebanks), errors)
    scores["case"] = case_score(pairs, errors)
    return model_version(nlp), scores


def table(name: str, scores: dict[str, float]) -> str:
    """The figures as a Markdown table."""
    lines = [f"| {name} | measured | wanted |", "| --- | --- | --- |"]
    for key, wanted in TARGETS.items():
        value = f"{scores[key]:.3f}" if wanted < 2 else f"{scores[key]:,.0f}"
        lines.append(f"| {key} | {value} | {wanted if wanted < 2 else f'{wanted:,}'} |")
    return "\n".join(lines)


def main() -> None:
    """Prints a table, and the errors where asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", default="embedded")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--json", type=Path, help="write the scores there as well")
    arguments = parser.parse_args()
    errors: Errors = Counter()
    name, scores = evaluate(arguments.data, arguments.model, errors)
    print(table(name, scores))
    if arguments.json:
        arguments.json.write_text(json.dumps(scores, indent=1) + "\n")
    if arguments.errors:
        for line, count in sorted(errors.items()):
            print(count, line)


if __name__ == "__main__":
    main()
