"""The lexicon: listed forms, productive verbs and compounds, case, speed of loading."""

from __future__ import annotations

import time

import pytest

from rennbericht.errors import ModelError
from rennbericht.german.lexicon import Lexicon, lexicon


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("gewann", "VVFIN", "gewinnen"),
        ("liess", "VVFIN", "lassen"),
        ("Zusammenstoss", "NN", "Zusammenstoß"),
        ("Kompassnadel", "NN", "Kompassnadel"),
        ("überholte", "VVFIN", "überholen"),
        ("überholt", "VVPP", "überholen"),
        ("vorbeigegangen", "VVPP", "vorbeigehen"),
        ("vorbeizugehen", "VVIZU", "vorbeigehen"),
        ("verbremste", "VVFIN", "verbremsen"),
        ("fiel", "VVFIN", "fallen"),
        ("führen", "VVFIN", "führen"),
        ("führen", "VVINF", "führen"),
        ("wurde", "VAFIN", "werden"),
        ("konnte", "VMFIN", "können"),
        ("Rennens", "NN", "Rennen"),
        ("Fahrern", "NN", "Fahrer"),
        ("ihn", "PPER", "er"),
        ("dem", "ART", "der"),
        ("im", "APPRART", "in"),
    ],
)
def test_listed_forms(form: str, tag: str, lemma: str) -> None:
    assert tag in lexicon().tags(form)
    assert lexicon().lemma(form, tag) == lemma


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("vorbeigeschlüpft", "VVPP", "vorbeischlüpfen"),
        ("vorbeizuschlüpfen", "VVIZU", "vorbeischlüpfen"),
        ("vorbeischlüpfte", "VVFIN", "vorbeischlüpfen"),
        ("davongebraust", "VVPP", "davonbrausen"),
        ("hinterherhechelte", "VVFIN", "hinterherhecheln"),
        ("Titelrivalen", "NN", "Titelrivale"),
        ("Neuseeländers", "NN", "Neuseeländer"),
        ("Start-Ziel-Siege", "NN", "Start-Ziel-Sieg"),
        ("drittplatzierten", "ADJA", "drittplatziert"),
    ],
)
def test_productive_forms(form: str, tag: str, lemma: str) -> None:
    assert not lexicon().knows(form)
    assert tag in lexicon().tags(form)
    assert lexicon().lemma(form, tag) == lemma


def test_unknown_form_has_no_tags() -> None:
    assert lexicon().tags("Xqzwrt") == frozenset()
    assert lexicon().lemma("xqzwrt", "VVFIN") is None


def test_analyses_of_articles_and_nouns() -> None:
    assert ("a", "sg", "m", "der") in lexicon().analyses("den", "ART")
    assert {a[:2] for a in lexicon().analyses("den", "ART")} == {("a", "sg"), ("d", "pl")}
    assert lexicon().analyses("Fahrern", "NN") == (("d", "pl", "m", "Fahrer"),)
    assert lexicon().analyses("Rennens", "NN") == (("g", "sg", "n", "Rennen"),)


def test_finite_forms_tell_number_tense_and_mood() -> None:
    found = lexicon().finite("käme")
    assert {(f.number, f.tense, f.mood) for f in found} == {("sg", "past", "subjunctive")}
    assert ("3", "pl", "past", "indicative", "fallen") in lexicon().finite("fielen")


def test_verbs_and_genders() -> None:
    known = lexicon()
    assert known.is_verb("vorbeischlüpfen") and known.is_verb("gewinnen")
    assert not known.is_verb("gewann")
    assert known.gender("Boxenstopp") == "m"
    assert known.gender("Kurve") == "f"
    assert known.gender("Qualifying") in {"n", ""}
    assert known.gender("Xqzwrt") == ""


def test_glue() -> None:
    assert Lexicon.glue("vorbei", "gehen") == "vorbeigehen"


def test_loads_fast() -> None:
    began = time.perf_counter()
    Lexicon().tags("Rennen")
    assert time.perf_counter() - began < 0.3


def test_missing_folder_is_a_coded_error(tmp_path: object) -> None:
    with pytest.raises(ModelError) as caught:
        Lexicon(tmp_path)  # type: ignore[arg-type]
    assert caught.value.code == "RB202"


def test_weak_verbs_of_the_sport() -> None:
    known = lexicon()
    assert known.lemma("finishte", "VVFIN") == "finishen"
    assert known.tags("gefinisht") == {"VVPP"}
    assert known.tags("ergattert") == {"VVFIN", "VVPP"}
    assert known.lemma("ausgeknockt", "VVPP") == "ausknocken"
    assert known.is_verb("rangeln")
    assert known.lemma("innegehabt", "VVPP") == "innehaben"
