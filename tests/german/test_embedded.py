"""The embedded model on race prose: tags, sentence bounds, serialisation, size, figures."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from pathlib import Path

import pytest
from spacy.language import Language

from rennbericht.german.lexicon import FOLDER as LEXICON
from rennbericht.german.load import load_german

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data" / "german"


@lru_cache(maxsize=1)
def model() -> Language:
    return load_german("embedded")


@pytest.mark.parametrize(
    ("text", "word", "tag", "lemma"),
    [
        ("Krause schlüpfte innen durch.", "schlüpfte", "VVFIN", "schlüpfen"),
        ("Der Finne verbremste sich vor der Schikane.", "verbremste", "VVFIN", "verbremsen"),
        ("Kurz vor Schluss konnte er an Krause vorbeigehen.", "vorbeigehen", "VVINF", None),
        ("Er wurde in der letzten Runde überholt.", "überholt", "VVPP", "überholen"),
        ("Er versuchte vergeblich, vorbeizuziehen.", "vorbeizuziehen", "VVIZU", "vorbeiziehen"),
        ("Der Pilot, der von Platz drei kam, gewann.", "kam", "VVFIN", "kommen"),
        ("Weil es regnete, kamen alle an die Box.", "Weil", "KOUS", None),
        ("Die Autos, die das Ziel sahen, qualmten.", "sahen", "VVFIN", "sehen"),
    ],
)
def test_tags_of_race_prose(text: str, word: str, tag: str, lemma: str | None) -> None:
    token = next(t for t in model()(text) if t.text == word)
    assert token.tag_ == tag
    assert lemma is None or token.lemma_ == lemma


SENTENCES = [
    ["Am 3. Mai startete die Saison.", "Der 2. Platz ging an Krause."],
    ["Er verunfallte in Kurve 3.", "Der Wagen brannte aus."],
    ["Er kam auf Platz 4.", "Sein Teamkollege schied aus."],
    ["Den Titel holte er 2009.", "Danach wechselte er in die DTM."],
    ["Das gilt z. B. für Reifen, die ca. 30 Runden halten.", "Mehr geht nicht."],
    ["Die Dr. Ing. h.c. F. Porsche AG siegte.", "Audi wurde Zweiter."],
    ["Das 24h-Rennen gewann Krause.", "Er lag bzw. saß 7 Std. am Steuer."],
    ["Er verlor 3,2 Sek. auf Krause, der u. a. in Runde 5 stoppte.", "Dann regnete es."],
    ["Vom 12. bis zum 14. Juni wird gefahren.", "Am 15. ist Ruhetag."],
    ['"Wir waren zu langsam", sagte er.', "Krause nickte."],
    ["War das ein Frühstart?", "Nein!", "Die Rennleitung sah es anders."],
]


@pytest.mark.parametrize("sentences", SENTENCES, ids=lambda s: s[0][:30])
def test_sentence_bounds(sentences: list[str]) -> None:
    assert [s.text for s in model()(" ".join(sentences)).sents] == sentences


def test_analysis_does_not_depend_on_the_batch() -> None:
    texts = [" ".join(s) for s in SENTENCES]
    for size in (1, 3, 64):
        docs = list(model().pipe(texts, batch_size=size))
        again = [model()(t) for t in texts]
        assert [[t.tag_ for t in d] for d in docs] == [[t.tag_ for t in d] for d in again]
        assert [[t.lemma_ for t in d] for d in docs] == [[t.lemma_ for t in d] for d in again]


def test_empty_text_and_memory_zones() -> None:
    nlp = model()
    assert len(nlp("")) == 0
    with nlp.memory_zone():
        inside = [t.lemma_ for t in nlp("Quaxenbold überrundete Zwirbelmann.")]
    with nlp.memory_zone():
        assert [t.lemma_ for t in nlp("Quaxenbold überrundete Zwirbelmann.")] == inside
    assert inside[1] == "überrunden"


def test_weights_and_lexicon_stay_small() -> None:
    files = [p for p in LEXICON.parent.rglob("*") if p.is_file() and p.suffix != ".py"]
    assert sum(p.stat().st_size for p in files) <= 20 * 1024 * 1024


def test_description_names_data_licences_and_scores() -> None:
    meta = model().meta
    assert meta["license"] == "CC BY-SA 4.0"
    assert all(s["license"] for s in meta["sources"])
    assert meta["performance"]["STTS"] > 0.9


@pytest.mark.skipif(not DATA.is_dir(), reason="treebanks not at hand")
def test_figures_on_the_unseen_news_half() -> None:
    from pipeline.training.evaluate_german import TARGETS, evaluate

    _, scores = evaluate(DATA, "embedded", Counter())
    short = {k: v for k, v in scores.items() if v < TARGETS[k] and k != "words/s"}
    assert not short
