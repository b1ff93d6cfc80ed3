"""Small pipelines for worker processes: quick to load, with words that make a component fail."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from tests.cli.conftest import small_pipeline


@Language.component("test_faults")
def _faults(doc: Doc) -> Doc:
    """`Absturz` ends the process, `Endlos` never ends, `Einmal MARK` ends it the first time."""
    words = [token.text for token in doc]
    if "Absturz" in words:
        os._exit(11)
    while "Endlos" in words:
        time.sleep(0.01)
    if "Einmal" in words:
        mark = Path(tempfile.gettempdir()) / words[words.index("Einmal") + 1]
        try:
            os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            return doc
        os._exit(12)
    return doc


def faulty() -> Language:
    nlp = small_pipeline()
    nlp.add_pipe("test_faults", first=True)
    return nlp
