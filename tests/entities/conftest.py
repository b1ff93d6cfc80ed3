"""The German layer with the entity component behind it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from rennbericht.german.load import load_german


@pytest.fixture(scope="session")
def german() -> Language:
    nlp = load_german("embedded")
    nlp.add_pipe("rennbericht_entities")
    return nlp
