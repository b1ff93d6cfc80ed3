"""The notation of `sentences.txt`: marked-up sentences and what is found in them.

    > {Hamilton} zog in {LAP:Runde zwölf} an {Vettel} vorbei.
    = NE VVFIN APPR NN CARD APPR NE PTKVZ $.
    1 main vorbeiziehen | subj Hamilton | in Runde zwölf | an Vettel

Braces mark a mention (a driver, where no label is given). The line with `=` gives STTS tags by
hand. Each further line is a clause, numbered within the sentence: kind, introducer in
parentheses, verb, flags; then the subject, its other phrases (`acc`, `dat`, `gen` where the case
is certain, `obj` where it is not, else the preposition; `pred` the predicative), conjuncts joined
by `+`, `of X` an attribute, `post` behind the right bracket; `->` a link to another clause with
the phrase it names.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from spacy.tokens import Doc

from rennbericht.clauses.model import CLAUSES, Clause, Phrase
from rennbericht.clauses.show import headline
from rennbericht.entities.model import MENTIONS, Mention
from rennbericht.german.lexicon import lexicon

_MARK = re.compile(r"\{(?:([A-Z]+):)?([^}]*)\}")
_CASES = {"a": "acc", "d": "dat", "g": "gen", "n": "nom"}


@dataclass
class Example:
    """A sentence of the file."""

    line: int
    section: str
    marked: str
    tags: list[str] = field(default_factory=list)
    clauses: list[str] = field(default_factory=list)


def read_examples(path: Path) -> list[Example]:
    """All sentences of a file in the notation."""
    examples: list[Example] = []
    section = ""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if line.startswith("#"):
            section = line[1:].strip()
        elif line.startswith(">"):
            examples.append(Example(number, section, line[1:].strip()))
        elif line.startswith("="):
            examples[-1].tags = line[1:].split()
        elif line.strip():
            examples[-1].clauses.append(line.strip())
    return examples


def make_doc(marked: str, make: Callable[[str], Doc]) -> Doc:
    """A Doc with the mentions of a marked-up sentence.

    Args:
        marked: the sentence.
        make: makes a Doc of a plain text (a tokenizer or a whole pipeline).
    """
    text, spans = "", []
    done = 0
    for mark in _MARK.finditer(marked):
        text += marked[done : mark.start()]
        spans.append((len(text), len(text) + len(mark[2]), mark[1] or "DRIVER"))
        text += mark[2]
        done = mark.end()
    doc = make(text + marked[done:])
    mentions: list[Mention] = []
    for start, end, label in spans:
        span = doc.char_span(start, end, alignment_mode="expand")
        name = span.text.removesuffix("s") if span.text in ("Hands", "Hamiltons") else span.text
        mentions.append(
            {
                "start": span.start,
                "end": span.end,
                "label": label,
                "id": None,
                "name": name,
                "candidates": [],
                "readings": [],
                "surname_only": False,
                "source": "rule",
                "line": None,
                "normalised": None,
                "value": None,
                "parts": {},
            }
        )
    doc.user_data[MENTIONS] = mentions
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def set_tags(doc: Doc, tags: list[str]) -> Doc:
    """Give a Doc tags, and the lemmas that the lexicon has for them."""
    known = lexicon()
    for token, tag in zip(doc, tags, strict=True):
        token.tag_ = tag
        token.lemma_ = known.lemma(token.text, tag) or token.text
    return doc


def render(doc: Doc) -> list[str]:
    """The analysis of a one-sentence Doc in the notation."""
    clauses: list[Clause] = doc.user_data[CLAUSES]
    mentions: list[Mention] = doc.user_data[MENTIONS]
    lines = []
    for clause in clauses:
        parts = [f"{clause['index'] + 1} {headline(clause)}"]
        if clause["subject"] >= 0:
            parts.append("subj " + _names(doc, clause["phrases"][clause["subject"]], mentions))
        for index, phrase in enumerate(clause["phrases"]):
            predicative = phrase["head"] == clause["predicative"]
            if index == clause["subject"] or (
                phrase["kind"] in ("adverb", "adjective") and not predicative
            ):
                continue
            parts.append(_phrase(doc, phrase, mentions, predicative))
        for link in clause["links"]:
            text = f"-> {link['kind']} {link['clause'] + 1}"
            if link["phrase"] >= 0:
                other = clauses[link["clause"]]["phrases"][link["phrase"]]
                text += " " + _names(doc, other, mentions)
            parts.append(text)
        lines.append(" | ".join(parts))
    return lines


def _phrase(doc: Doc, phrase: Phrase, mentions: list[Mention], predicative: bool) -> str:
    slot = phrase["prep"] or _CASES.get(phrase["case"], "obj")
    text = f"{'pred' if predicative else slot} {_names(doc, phrase, mentions)}"
    if phrase["attribute_of"] >= 0:
        text += f" of {doc[phrase['attribute_of']].text}"
    return text + (" post" if phrase["field"] == "postfield" else "")


def _names(doc: Doc, phrase: Phrase, mentions: list[Mention]) -> str:
    names = []
    for member in phrase["members"]:
        if member["mention"] >= 0:
            mention = mentions[member["mention"]]
            names.append(doc[mention["start"] : mention["end"]].text)
        else:
            names.append(doc[member["head"]].text)
    return "+".join(names)
