"""A place and an agency before a dash are a dateline, whichever agency it is."""

from __future__ import annotations

import pytest
from spacy.language import Language

from rennbericht.zones.model import zone_kinds


@pytest.mark.parametrize("agency", ["dpa", "nds", "mb", "dpa/sid"])
def test_dateline_is_cut_off(nlp: Language, agency: str) -> None:
    doc = nlp(f"Suzuka ({agency}) - Lewis Hamilton hat das Rennen gewonnen. Er jubelte.")
    kinds = zone_kinds(doc)
    words = [token.text for token in doc]
    assert kinds[0] == "byline"
    assert kinds[words.index("Lewis")] == "body"
    assert [sent[0].text for sent in doc.sents][-2:] == ["Lewis", "Er"]
    assert [event.type for event in doc._.events] == ["result"]


def test_a_bracket_inside_a_sentence_is_none(nlp: Language) -> None:
    doc = nlp("Hamilton (37) - der Rekordsieger - hat das Rennen gewonnen.")
    assert set(zone_kinds(doc)) == {"body"}
