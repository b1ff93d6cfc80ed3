"""The fast prediction of the embedded model: the vectors of the layers it stands for."""

from __future__ import annotations

import pickle

import numpy as np
import pytest
from spacy.language import Language
from spacy.training import Example

from rennbericht.german import quick
from rennbericht.german.load import load_german

TEXTS = [
    "",
    "Ja.",
    "Krause führte vom Start weg, ehe er in Runde 12 an die Box musste. " * 90,
    "Er",
]


@pytest.fixture
def nlp() -> Language:
    return load_german("embedded")


def vectors(nlp: Language) -> list[np.ndarray]:
    return [doc.tensor for doc in nlp.pipe(TEXTS)]


def usual_vectors(nlp: Language) -> list[np.ndarray]:
    model = nlp.get_pipe("tok2vec").model
    quickened, model._func = model._func, model._func.usual
    try:
        return vectors(nlp)
    finally:
        model._func = quickened


def test_vectors_are_those_of_the_layers(nlp: Language) -> None:
    for fast, slow in zip(vectors(nlp), usual_vectors(nlp), strict=True):
        assert fast.shape == slow.shape
        assert np.allclose(fast, slow, atol=1e-4)


def test_forgetting_forms_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick, "KEPT_WORDS", 3)
    nlp = load_german("embedded")
    first, again = vectors(nlp), vectors(nlp)
    assert all(map(np.array_equal, first, again))
    assert np.allclose(again[2], usual_vectors(nlp)[2], atol=1e-4)


def test_training_takes_the_usual_way(nlp: Language) -> None:
    doc = nlp.make_doc(TEXTS[1])
    before = nlp(TEXTS[1]).tensor
    optimizer = nlp.resume_training()
    example = Example.from_dict(doc, {"tags": ["ADV", "$."]})
    with nlp.select_pipes(enable=["tok2vec", "tagger"]):
        nlp.update([example], sgd=optimizer)
        assert not np.allclose(nlp(TEXTS[1]).tensor, before, atol=1e-7)


def test_can_be_pickled(nlp: Language) -> None:
    prediction = pickle.loads(pickle.dumps(nlp.get_pipe("tok2vec").model._func.predict))
    doc = nlp.make_doc(TEXTS[2])
    assert np.array_equal(prediction([doc])[0], nlp(TEXTS[2]).tensor)
