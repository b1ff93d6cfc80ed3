"""The component in a pipeline: what it reads past, what it writes, and that it always does."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from tests.event_notation import told

from rennbericht.contract.build import EVENTS

ARTICLE = """Hamilton gewinnt in Silverstone

Silverstone (dpa) - Lewis Hamilton hat das Rennen vor Sebastian Vettel und Fernando Alonso \
gewonnen.

In Runde zwölf zog Hamilton in der Copse an Vettel vorbei. Der Brite übernahm damit die Führung. \
Mark Webber musste nach einem Motorschaden aufgeben.

Foto: Hamilton kollidierte mit Alonso

Nico Rosberg bekam eine Durchfahrtsstrafe. Er wurde am Ende Neunter.
"""
PASSED = "overtake: agent Lewis Hamilton; patient Sebastian Vettel"

SILENT = [
    # captions, link lists and headlines say nothing of their own
    ("Hamilton überholte Vettel.\n\nFoto: Hamilton kollidierte mit Alonso", [PASSED]),
    ("Im Bild: Hamilton überholt Vettel.", []),
    (
        "Hamilton überholte Vettel.\n\nMehr zum Thema:\nVettel schied mit Motorschaden aus\n"
        "Alonso gewann das Rennen",
        [PASSED],
    ),
    (
        "Vettel siegt in Monza\n\nHamilton überholte Vettel. Am Ende siegte Vettel vor Alonso.",
        [
            PASSED,
            "result: holder Sebastian Vettel; position 1",
            "result: holder Fernando Alonso; position 2",
        ],
    ),
    ("", []),
    ("\n\n", []),
    ("Schönes Wetter lockte viele Zuschauer an.", []),
]


@pytest.mark.parametrize(("text", "events"), SILENT)
def test_zones_without_events(nlp: Language, text: str, events: list[str]) -> None:
    assert told(nlp, text) == events


def plain(doc: Doc) -> list[dict[str, Any]]:
    found = doc.user_data[EVENTS]
    assert isinstance(found, list)
    return found


def test_offsets_are_the_words(nlp: Language) -> None:
    doc = nlp(ARTICLE)
    assert len(plain(doc)) > 5
    for event in plain(doc):
        sentence = event["sentence"]
        spans = [event["trigger"], sentence, *(a for r in event["roles"].values() for a in r)]
        for span in spans:
            assert ARTICLE[span["start"] : span["end"]] == span["text"]
        trigger = event["trigger"]
        assert sentence["start"] <= trigger["start"] < trigger["end"] <= sentence["end"]


def test_events_stand_in_text_order(nlp: Language) -> None:
    keys = [(e["trigger"]["start"], e["trigger"]["end"]) for e in plain(nlp(ARTICLE))]
    assert keys == sorted(keys)


def test_triggers_are_spans_of_their_type(nlp: Language) -> None:
    doc = nlp(ARTICLE)
    spans = [(s.text, s.label_) for s in doc.spans["triggers"]]
    assert spans == [(e["trigger"]["text"], e["type"].upper()) for e in plain(doc)]


def test_the_trigger_reaches_to_its_particle(nlp: Language) -> None:
    (event,) = plain(nlp("Hamilton zog in der Parabolica an Vettel vorbei."))
    assert event["trigger"]["text"] == "zog in der Parabolica an Vettel vorbei"
    (event,) = plain(nlp("Hamilton hat Vettel überholt."))
    assert event["trigger"]["text"] == "überholt"


def test_runs_are_identical(nlp: Language) -> None:
    first = [event.model_dump_json() for event in nlp(ARTICLE)._.events]
    nlp("Fernando Alonso gewann vor Felipe Massa. Der Brasilianer schied aus.")
    again = [event.model_dump_json() for event in nlp(ARTICLE)._.events]
    assert first == again
    assert len({event.id for event in nlp(ARTICLE)._.events}) == len(first)


def test_an_article_forgets_the_one_before(nlp: Language) -> None:
    nlp("Felipe Massa lag auf Rang drei.")
    assert told(nlp, "Der Brasilianer überholte Sebastian Vettel.") == [
        "overtake: agent ?/nationality; patient Sebastian Vettel"
    ]


def test_ids_depend_on_the_text_alone(nlp: Language) -> None:
    """The id is part of the contract: readers keep it."""
    ids = [event.id for event in nlp("Hamilton überholte Vettel in Runde zwölf.")._.events]
    assert ids == [event.id for event in nlp("Hamilton überholte Vettel in Runde zwölf.")._.events]
    assert all(len(i) == 19 and i.startswith("ev-") for i in ids)
    other = [event.id for event in nlp("Hamilton überholte Vettel in Runde elf.")._.events]
    assert len(ids) == len(other) == 1 and ids != other


def test_bytes_keep_events(nlp: Language) -> None:
    doc = nlp(ARTICLE)
    copy = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert plain(copy) == plain(doc)
    assert copy._.events == doc._.events
    assert [(s.start, s.end, s.label_) for s in copy.spans["triggers"]] == [
        (s.start, s.end, s.label_) for s in doc.spans["triggers"]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Vettel wartet noch auf den ersten",
        "Eine gelbe",
        "Um neun Uhr lag niemand vor Kessler, der auf der Nordschleife Corvette",
        "Klassensieger wurden Hamilton (LMP2) und Vettel (",
        "Nach Hamilton gewann Vettel mit zwei Sekunden",
        "Vorn lag der Porsche, den Jani, Lieb und",
    ],
)
def test_texts_may_break_off(nlp: Language, text: str) -> None:
    assert isinstance(plain(nlp(text)), list)


def test_processes_find_the_same(nlp: Language) -> None:
    texts = [ARTICLE, "Hamilton überholte Vettel.", "", ARTICLE.replace("Hamilton", "Button")]
    one = [plain(doc) for doc in nlp.pipe(texts, n_process=1)]
    two = [plain(doc) for doc in nlp.pipe(texts, n_process=2)]
    assert one == two
    assert one[0] == plain(nlp(ARTICLE))


def test_an_article_of_free_practice(nlp: Language) -> None:
    doc = nlp(
        "Vettel hat im ersten freien Training die Bestzeit erzielt. Rang zwei ging an Hamilton. "
        "Nach einem Ausritt von Alonso wurde die Session unterbrochen. Webber wurde Vierter."
    )
    places = {
        e["roles"]["holder"][0]["entity"]["name"]: e["attributes"]
        for e in plain(doc)
        if e["type"] == "result"
    }
    assert places["Lewis Hamilton"] == {"position": 2, "session": "practice"}
    assert places["Mark Webber"] == {"position": 4, "session": "practice"}


def test_component_is_registered_and_stands_alone() -> None:
    """Without tags, mentions and clauses there is nothing to find, and nothing fails."""
    blank = spacy.blank("de")
    blank.add_pipe("sentencizer")
    blank.add_pipe("rennbericht_events")
    doc = blank("Hamilton überholte Vettel.")
    assert plain(doc) == []
    assert doc._.events == []
    assert list(doc.spans["triggers"]) == []


def test_component_declares_what_it_needs() -> None:
    blank = spacy.blank("de")
    blank.add_pipe("rennbericht_events")
    problems = blank.analyze_pipes()["problems"]["rennbericht_events"]
    assert {"token.tag", "token.lemma", "doc.ents"} <= set(problems)
