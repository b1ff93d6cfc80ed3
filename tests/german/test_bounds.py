"""Sentence bounds that are certain by form."""

from __future__ import annotations

import pytest
import spacy

from rennbericht.german.bounds import starts_after_marks, starts_after_numbers


@pytest.mark.parametrize(
    ("words", "tags", "found"),
    [
        ("auf Platz 4. Sein Auto", "APPR NN CARD PPOSAT NN", [3]),
        ("Er fuhr 2009. Danach ruhte er", "PPER VVFIN CARD PROAV VVFIN PPER", [3]),
        ("Er wurde nur 17. Rigon kam", "PPER VAFIN ADV ADJA NE VVFIN", [4]),
        ("Er wurde auf der Honda 17. Rigon kam", "PPER VAFIN APPR ART NE ADJA NE VVFIN", [6]),
        ("Es wurde 1. Rigon 2. Bird", "PPER VAFIN ADJA NE ADJA NE", [3]),
        ("Sieg des 17. Rigon", "NN ART ADJA NE", []),
        ("am 4. Mai", "APPRART ADJA NN", []),
        ("Er kam am 4. Mai", "PPER VVFIN APPRART ADJA NN", []),
        ("beim 24. der Reihe", "APPRART ADJA ART NN", []),
        ("der Aston Martin-V12. Vierte wurden", "ART NE NN ADJA VAFIN", [3]),
        ("3. Der Reifen", "ADJA ART NN", []),
    ],
)
def test_starts(words: str, tags: str, found: list[int]) -> None:
    assert list(starts_after_numbers(words.split(), tags.split(), {0})) == found


def test_a_known_start_is_not_given_again() -> None:
    words = ["Platz", "4.", "Sein", "Auto"]
    assert list(starts_after_numbers(words, ["NN", "CARD", "PPOSAT", "NN"], {0, 2})) == []


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Das kostete 14 Minuten. Gegen Mitternacht zog Nebel auf.", ["Gegen"]),
        ('"Ein Traum!" Der Sieger strahlte.', ["Der"]),
        ("Er gewann.   Der Sieger strahlte.", ["Der"]),
        ("Er gewann.\u00a0Der Sieger strahlte.", ["Der"]),
        ('Er gewann. "Ein Traum", sagte er.', ['"']),
        ("Er gewann (wie immer). 24 Punkte gab es dafür.", ["24"]),
        ("Die Fa. Manthey gewann z. B. am 4. Mai in Spa.", []),
        ("Er wartete ... und gewann.", []),
    ],
)
def test_marks_of_their_own_end_sentences(text: str, starts: list[str]) -> None:
    doc = spacy.blank("de")(text)
    words = [token.text for token in doc]
    found = starts_after_marks(words, [bool(token.whitespace_) for token in doc])
    assert [words[index] for index in found] == starts
