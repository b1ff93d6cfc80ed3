"""Separated particles find their verb."""

from __future__ import annotations

import pytest

from rennbericht.german.lexicon import lexicon
from rennbericht.german.particles import glued_verbs


def glued(marked: str) -> set[str]:
    rows = [token.split("/") for token in marked.split()]
    lemmas = [lexicon().lemma(w, t) or w for w, t in rows]
    found = glued_verbs([r[0] for r in rows], [r[1] for r in rows], lemmas, lexicon())
    return {lemma for _, lemma in found.values()}


@pytest.mark.parametrize(
    ("marked", "verbs"),
    [
        ("Er/PPER ging/VVFIN an/APPR Hill/NE vorbei/PTKVZ ./$.", {"vorbeigehen"}),
        (
            "Er/PPER fiel/VVFIN ,/$, weil/KOUS der/ART Motor/NN streikte/VVFIN ,/$, zurück/PTKVZ",
            {"zurückfallen"},
        ),
        (
            "Er/PPER zog/VVFIN vorbei/PTKVZ und/KON schied/VVFIN dann/ADV aus/PTKVZ ./$.",
            {"vorbeiziehen", "ausscheiden"},
        ),
        ("Er/PPER hat/VAFIN es/PPER zurecht/PTKVZ gerückt/VVPP ./$.", {"zurechtrücken"}),
        ("vorbei/PTKVZ ./$.", set()),
    ],
)
def test_glue(marked: str, verbs: set[str]) -> None:
    assert glued(marked) == verbs
