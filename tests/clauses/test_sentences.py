"""Every construction by small marked-up sentences, with tags by hand and with the model's."""

from __future__ import annotations

from pathlib import Path

import pytest
from clause_notation import Example, make_doc, read_examples, render, set_tags
from spacy.language import Language

from rennbericht.clauses.component import ClauseFinder
from rennbericht.clauses.model import CLAUSES
from rennbericht.german.load import load_german

FILE = Path(__file__).with_name("sentences.txt")
EXAMPLES = read_examples(FILE)
#: sentences whose tags are wrong on purpose are no test of the model
OWN_TAGS = [example for example in EXAMPLES if not example.section.startswith("mended")]
#: share of sentences that must come out whole on the embedded model's own tags
WHOLE = 0.93


@pytest.fixture(scope="module")
def german() -> Language:
    return load_german("embedded")


@pytest.fixture(scope="module")
def finder() -> ClauseFinder:
    return ClauseFinder()


def test_there_are_enough_sentences() -> None:
    assert len(EXAMPLES) >= 150


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.line}-{e.marked[:40]}")
def test_with_tags_by_hand(example: Example, german: Language, finder: ClauseFinder) -> None:
    doc = set_tags(make_doc(example.marked, german.make_doc), example.tags)
    assert render(finder(doc)) == example.clauses


def test_with_the_embedded_model(german: Language, finder: ClauseFinder) -> None:
    wrong = []
    for example in OWN_TAGS:
        doc = finder(make_doc(example.marked, german))
        if render(doc) != example.clauses:
            wrong.append(f"{FILE.name}:{example.line}: {example.marked}")
    share = 1 - len(wrong) / len(OWN_TAGS)
    assert share >= WHOLE, "\n".join(wrong)


def test_who_the_many_are_stands_where_the_names_do(german: Language, finder: ClauseFinder) -> None:
    marked = "Mit {Vergne} und {Lotterer} schieden beide {TEAM:Techeetah} aus."
    tags = ["APPR", "NE", "KON", "NE", "VVFIN", "PIAT", "NE", "PTKVZ", "$."]
    doc = finder(set_tags(make_doc(marked, german.make_doc), tags))
    (clause,) = doc.user_data[CLAUSES]
    subject = clause["phrases"][clause["subject"]]
    assert (subject["start"], subject["end"]) == (1, 4)
    assert [member["head"] for member in subject["members"]] == [1, 3]
