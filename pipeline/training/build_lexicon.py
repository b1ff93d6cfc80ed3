"""Builds the compact full-form lexicon: forms in a trie, one class number per form.

A class is a list of readings (STTS tag, rule from form to lemma, features); the many forms that
inflect alike share one. Run from the repository root:

    python -m pipeline.training.build_lexicon DATA OUT
"""

from __future__ import annotations

import argparse
import json
import lzma
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import marisa_trie

from . import corpora
from .sttsmap import dictionary_tag

HERE = Path(__file__).parent
#: tags whose readings come from the closed-class file alone
CLOSED_TAGS = {"PPER", "PRF", "PRELS", "PDS"}
Readings = dict[tuple[str, str], set[str]]


def dictionary(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    """Form, lemma, tag and features of every usable analysis of the dictionary."""
    with lzma.open(folder / "german.tsv.xz", "rt", encoding="utf-8") as stream:
        yield from usable(stream)
    for name in ("EIG.txt", "sonstige.txt"):
        with (folder / name).open(encoding="utf-8") as stream:
            yield from usable(stream)


def usable(stream: TextIO) -> Iterator[tuple[str, str, str, str]]:
    """The analyses of one open file of the dictionary."""
    for line in stream:
        form, lemma, code = line.rstrip("\n").split("\t")
        found = dictionary_tag(form, lemma, code)
        if found is None or found[0] in CLOSED_TAGS:
            continue
        if found[0] == "PDAT" and lemma in {"der", "dies", "jen"}:
            continue
        if found[0] == "PPOSAT" and lemma[0] != form[0].lower():
            continue
        yield form, lemma, *found


def closed_class() -> Iterator[tuple[str, str, str, str]]:
    """The same for the hand-kept closed classes, which replace the dictionary's of that tag."""
    for line in (HERE / "closed_class.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        if "compose" in entry:
            for particle in entry["compose"]["particles"]:
                for verb in entry["compose"]["verbs"]:
                    yield particle + verb, particle + verb, "VVINF", ""
                    for features in ("1ppi", "3ppi", "1pps", "3pps"):
                        yield particle + verb, particle + verb, "VVFIN", features
            continue
        for form, features in entry["forms"].items():
            lemma = form if entry["lemma"] == "*" else entry["lemma"]
            for feature in features.split() or [""]:
                yield form, lemma, entry["tag"], feature


def rule(form: str, lemma: str) -> str:
    """How to get from form to lemma: `<drop a leading ge?><letters to cut>+<letters to add>`."""
    best = ""
    for mark, base in (("", form), ("g", form[2:] if form.startswith("ge") else None)):
        if base is None:
            continue
        same = 0
        while same < min(len(base), len(lemma)) and base[same] == lemma[same]:
            same += 1
        candidate = f"{mark}{len(base) - same}+{lemma[same:]}"
        if not best or len(candidate) < len(best):
            best = candidate
    return best


def preference(
    tag: str, lemma: str, features: set[str], counts: Counter[str]
) -> tuple[object, ...]:
    """Sort key of rival lemmas: indicative forms first, then the lemma that texts use more."""
    subjunctive = tag.endswith("FIN") and all(f.endswith("s") for f in features)
    return (tag, subjunctive, -counts[lemma], len(lemma), lemma)


def collect(folder: Path) -> dict[str, Readings]:
    """All readings by form, closed classes laid over the dictionary."""
    entries: dict[str, Readings] = defaultdict(dict)
    closed: dict[str, Readings] = defaultdict(dict)
    for form, lemma, tag, features in closed_class():
        closed[form].setdefault((tag, lemma), set()).add(features)
    for form, lemma, tag, features in dictionary(folder):
        if any(t == tag for t, _ in closed.get(form, ())):
            continue
        entries[form].setdefault((tag, lemma), set()).add(features)
        if tag in {"PIAT", "PDAT"}:
            free = "PIS" if tag == "PIAT" else "PDS"
            entries[form].setdefault((free, lemma), set()).add(features)
    for form, readings in closed.items():
        entries[form].update(readings)
    for readings in entries.values():
        tags = {tag for tag, _ in readings}
        for key in list(readings):
            clumsy = key[0] == "PTKVZ" and "VVINF" in tags
            if clumsy or (key[0] == "APPR" and "APPRART" in tags):
                del readings[key]
    return entries


def particles(entries: dict[str, Readings]) -> list[str]:
    """Separable particles: listed ones, and what stands before `zu` in at least two verbs."""
    verbs_of: dict[str, set[str]] = defaultdict(set)
    for form, readings in entries.items():
        for tag, lemma in readings:
            if tag == "PTKVZ":
                verbs_of[form].update("12")
            if tag == "VVIZU" and form.islower():
                for cut in range(2, len(form) - 4):
                    if form[cut : cut + 2] == "zu" and form[:cut] + form[cut + 2 :] == lemma:
                        verbs_of[form[:cut]].add(lemma)
    infinitives = {lem for r in entries.values() for (tag, lem) in r if tag == "VVINF"}
    return sorted(p for p, verbs in verbs_of.items() if len(verbs) > 1 and p not in infinitives)


def build(data: Path, out: Path) -> None:
    """Writes `forms.marisa` and `classes.bin` into `out`."""
    entries = collect(data / "LanguageTool-german-pos-dict")
    counts = corpora.lemma_counts(data)
    trie = marisa_trie.Trie(list(entries))
    numbers = array("I", [0]) * len(trie)
    classes: dict[str, int] = {}
    for form, readings in sorted(entries.items()):
        lines = []
        for (tag, lemma), features in sorted(
            readings.items(), key=lambda item: preference(item[0][0], item[0][1], item[1], counts)
        ):
            given = ",".join(sorted(f for f in features if f))
            lines.append(f"{tag}\t{rule(form, lemma)}\t{given}")
        numbers[trie[form]] = classes.setdefault("|".join(lines), len(classes))
    out.mkdir(parents=True, exist_ok=True)
    trie.save(str(out / "forms.marisa"))
    if numbers.itemsize != 4:
        raise SystemExit("array type I must have four bytes")
    body = "\n".join(classes).encode("utf-8")
    (out / "classes.bin").write_bytes(numbers.tobytes() + body)
    verbs = sum(1 for f, r in entries.items() for (t, lem) in r if t.endswith("INF") and lem == f)
    meta = {
        "particles": particles(entries),
        "forms": len(entries), "classes": len(classes), "verbs": verbs,
        "source": "LanguageTool german-pos-dict (Morphy), CC BY-SA 4.0",
    }  # fmt: skip
    (out / "meta.json").write_text(json.dumps(meta, ensure_ascii=False, sort_keys=True) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    build(**vars(parser.parse_args()))
