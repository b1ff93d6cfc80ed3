"""Shared by all tests: one loaded pipeline, and the sibling folder of open data where it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

import rennbericht

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline on the embedded model."""
    return rennbericht.load("embedded")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of open data; tests that need it are skipped where it is missing."""
    if not SHARED.is_dir():
        pytest.skip("the folder of open data is not beside this checkout")
    return SHARED
