"""Separated particles find their verb, with tags by hand and with the model's."""

from __future__ import annotations

import pytest
from clause_notation import set_tags
from spacy.language import Language
from spacy.tokens import Doc

from rennbericht.clauses.component import ClauseFinder
from rennbericht.clauses.model import CLAUSES
from rennbericht.german.load import load_german


@pytest.fixture(scope="module")
def german() -> Language:
    return load_german("embedded")


@pytest.fixture(scope="module")
def finder() -> ClauseFinder:
    return ClauseFinder()


def glued(doc: Doc) -> set[str]:
    return {clause["verb"] for clause in doc.user_data[CLAUSES] if clause["particle"] >= 0}


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
        (
            "Er/PPER musste/VMFIN ihn/PPER hin/PTKVZ und/KON her/PTKVZ schieben/VVINF ./$.",
            {"hinschieben"},
        ),
        ("Das/PDS ließ/VVFIN zu/PTKZU wünschen/VVINF übrig/PTKVZ ./$.", {"übriglassen"}),
        (
            "Er/PPER ging/VVFIN auf/APPR den/ART klar/ADJD vor/APPR ihm/PPER liegenden/ADJA "
            "Hill/NE nicht/PTKNEG los/PTKVZ ./$.",
            {"losgehen"},
        ),
        ("vorbei/PTKVZ ./$.", {None}),
    ],
)
def test_with_tags_by_hand(
    marked: str, verbs: set[str], german: Language, finder: ClauseFinder
) -> None:
    rows = [token.rsplit("/", 1) for token in marked.split()]
    doc = set_tags(Doc(german.vocab, words=[row[0] for row in rows]), [row[1] for row in rows])
    assert glued(finder(doc)) == verbs


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Krause fiel nach einem Dreher auf Rang acht zurück.", {"zurückfallen"}),
        ("In Runde 14 schied der Spanier mit Motorschaden aus.", {"ausscheiden"}),
        ("Auf der Geraden zog er an Krause vorbei.", {"vorbeiziehen"}),
        ("Er holte auf und setzte sich nach dem Restart ab.", {"aufholen", "absetzen"}),
        ("Er fiel zurück auf Platz sechs.", {"zurückfallen"}),
        ("Der Brite bog zum Reifenwechsel ab.", {"abbiegen"}),
        ("Der Franzose stellte den Wagen ab.", {"abstellen"}),
    ],
)
def test_with_the_embedded_model(
    text: str, verbs: set[str], german: Language, finder: ClauseFinder
) -> None:
    assert glued(finder(german(text))) == verbs
