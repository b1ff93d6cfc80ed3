"""What the embedded model is trained on: no sentence of the yardstick, one tag set."""

from __future__ import annotations

from pathlib import Path

import pytest
from pipeline.training import corpora
from pipeline.training.sttsmap import dictionary_tag, normalise

DATA = Path(__file__).parents[3] / "shared" / "data" / "german"


@pytest.mark.skipif(not DATA.is_dir(), reason="treebanks not at hand")
def test_no_sentence_of_the_news_half_is_trained_on() -> None:
    news = {corpora.letters(s) for s in corpora.gsd(DATA, "news")}
    assert len(news) > 600
    sources = [
        *corpora.gsd_clean(DATA, "dev"), *corpora.gsd_clean(DATA, "reviews"),
        *corpora.pud(DATA), *corpora.empirist(DATA), *corpora.sigmorphon(DATA),
        *corpora.germeval(DATA),
    ]  # fmt: skip
    assert len(sources) > 8000
    met = [s for s in sources if len(s.words) > 3 and corpora.letters(s) in news]
    assert not met


@pytest.mark.parametrize(
    ("given", "tag"),
    [("VV(FIN)", "VVFIN"), ("ADJ(A)", "ADJA"), ("PAV", "PROAV"), ("PTKMA", "ADV"), ("$(", "$(")],
)
def test_one_tag_set(given: str, tag: str) -> None:
    assert normalise(given) == tag


@pytest.mark.parametrize(
    ("form", "lemma", "code", "found"),
    [
        ("ging", "gehen", "VER:3:SIN:PRT:NON", ("VVFIN", "3sti")),
        ("hat", "haben", "VER:AUX:3:SIN:PRÄ", ("VAFIN", "3spi")),
        ("hat", "haben", "VER:3:SIN:PRÄ:NON", None),
        ("Rennens", "Rennen", "SUB:GEN:SIN:NEU", ("NN", "gsgn")),
        ("vorbeizugehen", "vorbeigehen", "VER:EIZ:NON", ("VVIZU", "")),
    ],
)
def test_dictionary_codes(form: str, lemma: str, code: str, found: tuple[str, str] | None) -> None:
    assert dictionary_tag(form, lemma, code) == found


def test_spaces_are_guessed() -> None:
    words = ["Er", "sagte", ":", '"', "Ja", '"', "."]
    assert corpora.guess_spaces(words) == [True, False, True, False, False, False, True]
