"""Our lemma by form and tag, whatever the model says."""

from __future__ import annotations

import pytest
from spacy.language import Language

from rennbericht.german.lemmas import Lemmatiser, weak_infinitive
from rennbericht.german.lexicon import lexicon


@pytest.mark.parametrize(
    ("form", "tag", "fallback", "lemma"),
    [
        ("schlüpfte", "VVFIN", "schlüpften", "schlüpfen"),
        ("gefallen", "VVPP", "", "fallen"),
        ("gefallen", "VVINF", "", "gefallen"),
        ("Boxenstopps", "NN", "", "Boxenstopp"),
        ("Hamiltons", "NE", "", "Hamiltons"),
        ("Deutschlands", "NE", "", "Deutschland"),
        ("Boxenstopps", "NE", "", "Boxenstopp"),
        (".", "$.", "--", "."),
        ("Führte", "VVFIN", "", "führen"),
        ("12", "CARD", "", "12"),
    ],
)
def test_lemma(form: str, tag: str, fallback: str, lemma: str) -> None:
    assert Lemmatiser(lexicon()).lemma(form, tag, fallback) == lemma


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("xanterte", "VVFIN", "xantern"),
        ("gexantert", "VVPP", "xantern"),
        ("xampt", "VVFIN", "xampen"),
        ("gexampt", "VVPP", "xampen"),
    ],
)
def test_unlisted_verbs_are_regular(form: str, tag: str, lemma: str) -> None:
    assert weak_infinitive(form, tag) == lemma


def test_a_lemma_outlives_the_memory_zone_it_was_found_in(nlp: Language) -> None:
    text = "Die Quasselstrippler beflunkerten Zwirbelmanns Kombüse."
    with nlp.memory_zone():
        inside = [token.lemma_ for token in nlp(text)]
    assert [token.lemma_ for token in nlp(text)] == inside
