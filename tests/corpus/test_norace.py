"""Texts without a race in the words of races: football, traffic, the economy, politics."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from tests.event_notation import line

from rennbericht.contract.build import EVENTS

ROOT = Path(__file__).resolve().parents[2] / "corpus"
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in (ROOT / "norace").glob("*.txt")}
#: events that all of them may give together; wanted is none, and none is reached
MOST = 0
#: events that they may give on one page behind an item about a race; wanted is none
MOST_BESIDE = 15

ITEM = """Vettel gewinnt in Spa

Sebastian Vettel hat den Großen Preis von Belgien in der Formel 1 gewonnen. Im Qualifying war er \
Dritter, am Start zog er an Polesitter Lewis Hamilton vorbei. Nico Rosberg schied nach einem \
Motorschaden in Runde zwölf aus.

"""


def listed(doc_id: str, events: list[dict[str, Any]]) -> list[str]:
    return [f"{doc_id}: »{e['trigger']['text']}« {line(e)} ({e['pattern']})" for e in events]


def test_there_are_texts_and_they_are_of_a_size() -> None:
    assert len(TEXTS) >= 60
    assert {name: n for name, t in TEXTS.items() if not 80 <= (n := len(t.split())) <= 250} == {}


def test_texts_without_a_race_give_no_events(nlp: Language) -> None:
    found: list[str] = []
    for doc_id, doc in zip(TEXTS, nlp.pipe(TEXTS.values()), strict=True):
        found += listed(doc_id, doc.user_data[EVENTS])
    assert len(found) <= MOST, "\n".join(found)


def test_a_page_about_a_race_gives_few_events_of_its_other_items(nlp: Language) -> None:
    alone = len(nlp(ITEM).user_data[EVENTS])
    assert alone >= 4
    found: list[str] = []
    for doc_id, doc in zip(TEXTS, nlp.pipe(ITEM + t for t in TEXTS.values()), strict=True):
        events = doc.user_data[EVENTS]
        within = [e for e in events if e["trigger"]["start"] < len(ITEM)]
        assert len(within) == alone, f"events of the race are lost beside {doc_id}"
        found += listed(doc_id, events[alone:])
    assert len(found) <= MOST_BESIDE, "\n".join(found)


SHORT = [
    # an item of three sentences about a race is short, but it is about a race
    "Ogier führt in Finnland. Der Franzose gewann drei Wertungsprüfungen. Neuville schied aus.",
    "Beim Rennen der DTM in Zandvoort siegte Rast. Wittmann wurde Zweiter. Auer schied aus.",
    "Max Verstappen hat den Großen Preis von Ungarn gewonnen. Zweiter wurde Lando Norris.",
    "Bei der Rallye Köln führte Sulla Makkonen vor Till Brandauer. Brandauer gab später auf.",
    "Im Kart-Finale siegte Lea Bruns vor Tim Osterloh. Osterloh drehte sich nach einer Berührung.",
    "Im Rennen führte Makkonen. Nach einem Boxenstopp fiel er auf Rang fünf zurück.",
]


#: no word of racing and no listed name: who passes whom tells
PASSES = [
    "Markus Weidner zog innen an Paul Krüger vorbei.",
    "Erst überholte Tobias Wendlinger den Schweden Lars Ekstedt, dann auch noch Nils Brandt.",
    "Innen bremste sich Jonas Reuter an Mikko Salonen vorbei und lag damit auf Rang vier.",
]


@pytest.mark.parametrize("text", PASSES)
def test_a_note_is_about_a_race_where_one_passes_another(nlp: Language, text: str) -> None:
    assert nlp(text).user_data[EVENTS]
    # a whole text is not
    assert not nlp(text + " So war es an diesem Tag im Ort." * 8).user_data[EVENTS]


NO_PASSES = [
    # a firm, nobody by name, another field
    "Siemens zog an der Konkurrenz vorbei.",
    "Er überholte ihn kurz vor der Kirche.",
    "In der Tabelle zog Jonas Reuter mit einem Elfmeter an Nils Brandt vorbei.",
    "Jonas Reuter gewann vor Nils Brandt.",
]


@pytest.mark.parametrize("text", NO_PASSES)
def test_other_notes_are_not(nlp: Language, text: str) -> None:
    assert not nlp(text).user_data[EVENTS]


@pytest.mark.parametrize("text", SHORT)
def test_short_items_about_a_race_give_events(nlp: Language, text: str) -> None:
    assert nlp(text).user_data[EVENTS]


OTHER_FIELDS = [
    "Hamilton führte seine Mannschaft zum Titel. Beim Elfmeter scheiterte er am Torwart.",
    "In der zweiten Runde schied der Titelverteidiger im Tennis nach einem Tiebreak aus.",
    "Auf der Autobahn kollidierte ein Mercedes mit einem BMW. Die Polizei sperrte die Straße.",
    "Im Rennen ums Kanzleramt liegt Minister Schumacher vorn, seine Partei führt die Umfrage an.",
]


@pytest.mark.parametrize("text", OTHER_FIELDS)
def test_short_items_of_other_fields_give_none(nlp: Language, text: str) -> None:
    assert listed("", nlp(text).user_data[EVENTS]) == []


WITH_A_FOREIGN_WORD = [
    (
        "DTM in Zandvoort\n\nIm Rennen siegte Rast vor Wittmann.\n\n"
        "Für Auer war nach einem Dreher in der Schikane Feierabend, es blieb beim Blechschaden.",
        "Auer",
    ),
    (
        "Grand Prix in Monaco\n\nIm Rennen siegte Verstappen vor Leclerc.\n\n"
        "Am Schwimmbad drehte sich im Qualifying Gasly.",
        "Gasly",
    ),
    (
        "DTM in Zandvoort\n\nIm Rennen siegte Rast vor Wittmann.\n\n"
        "Green rutschte beim Überrunden an der Unfallstelle von der Bahn.",
        "Green",
    ),
]


@pytest.mark.parametrize(("text", "name"), WITH_A_FOREIGN_WORD)
def test_one_word_of_another_field_does_not_hide_a_paragraph(
    nlp: Language, text: str, name: str
) -> None:
    assert name in str(listed("", nlp(text).user_data[EVENTS]))


def test_football_behind_a_race_gives_none(nlp: Language) -> None:
    text = (
        "DTM in Zandvoort\n\nIm Rennen siegte Rast vor Wittmann.\n\nDer FC Bayern führt nach dem "
        "Elfmeter des Stürmers die Tabelle an. Hamilton schied verletzt aus."
    )
    assert "Hamilton" not in str(listed("", nlp(text).user_data[EVENTS]))
