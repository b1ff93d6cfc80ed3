"""Case of a phrase from its determiner, noun, preposition and verb."""

from __future__ import annotations

import pytest
from clause_notation import set_tags
from spacy.lang.de import German
from spacy.tokens import Doc

from rennbericht.clauses.component import ClauseFinder
from rennbericht.clauses.model import CLAUSES, Phrase


@pytest.fixture(scope="module")
def finder() -> ClauseFinder:
    return ClauseFinder()


def last_phrase(finder: ClauseFinder, words: str, tags: str) -> Phrase:
    doc = finder(set_tags(Doc(German().vocab, words=words.split()), tags.split()))
    return doc.user_data[CLAUSES][0]["phrases"][-1]


@pytest.mark.parametrize(
    ("phrase", "tags", "case", "number"),
    [
        ("den Fahrern", "ART NN", "d", "pl"),
        ("den Führenden", "ART NN", "a", "sg"),
        ("den Wagen", "ART NN", "a", "sg"),
        ("den beiden Deutschen", "ART PIAT NN", "d", "pl"),
        ("den drei Deutschen", "ART CARD NN", "d", "pl"),
        ("den schnellen Boxenstopps", "ART ADJA NN", "d", "pl"),
        ("den Leitzinger", "ART NE", "a", "sg"),
        ("den Briten und Franzosen", "ART NN KON NN", "a", "pl"),
        ("dem Polesitter", "ART NN", "d", "sg"),
        ("des Rennens", "ART NN", "g", "sg"),
        ("einen Plattfuß", "ART NN", "a", "sg"),
        ("einen hohen , fast sicheren Dings", "ART ADJA $, ADV ADJA NN", "a", "sg"),
        ("einem Ferrari", "ART NE", "d", "sg"),
        ("der Neuseeländer", "ART NN", "n", "sg"),
    ],
)
def test_of_a_bare_phrase(
    finder: ClauseFinder, phrase: str, tags: str, case: str, number: str
) -> None:
    found = last_phrase(finder, f"Er sah {phrase}", f"PPER VVFIN {tags}")
    assert (found["case"], found["number"]) == (case, number)


@pytest.mark.parametrize(
    ("phrase", "case"),
    [
        ("für den Wagen", "a"),
        ("mit den Wagen", "d"),
        ("von den Führenden", "d"),
        ("an den Briten", "a"),
    ],
)
def test_behind_a_preposition(finder: ClauseFinder, phrase: str, case: str) -> None:
    assert last_phrase(finder, f"Er kam {phrase}", "PPER VVFIN APPR ART NN")["case"] == case


@pytest.mark.parametrize(
    ("words", "tags", "case"),
    [
        ("Das gelang den Briten", "PDS VVFIN ART NN", "d"),
        ("Er folgte den Briten", "PPER VVFIN ART NN", "d"),
        ("Die Führung nahm er den Briten", "ART NN VVFIN PPER ART NN", "d"),
        ("Den Sieg kostete ein Dreher den Briten", "ART NN VVFIN ART NN ART NN", "a"),
    ],
)
def test_as_the_verb_wants_it(finder: ClauseFinder, words: str, tags: str, case: str) -> None:
    assert last_phrase(finder, words, tags)["case"] == case
