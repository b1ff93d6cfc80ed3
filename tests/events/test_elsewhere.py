"""What happened at another meeting is background, and says where."""

from __future__ import annotations

import pytest
from spacy.language import Language
from tests.event_notation import told

MONZA = "Formel 1 in Monza\n\nHamilton siegte in Monza. "
WON = "result: holder Lewis Hamilton; position 1"

CASES = [
    # words for another time, and what the sentence goes on with
    (
        "Hamilton siegte. Im Vorjahr hatte Vettel gewonnen und Alonso war ausgefallen.",
        [
            WON,
            "result: holder Sebastian Vettel; background; position 1",
            "retirement: holder Fernando Alonso; background",
        ],
    ),
    (
        "Vettel gewann im Vorjahr und führt nun vor Hamilton.",
        [
            "result: holder Sebastian Vettel; background; position 1",
            "lead: holder Sebastian Vettel/ellipsis",
            "position: holder Lewis Hamilton; position 2",
        ],
    ),
    (
        "Damals gewann Vettel das Rennen, ehe Hamilton ihn überholte. Alonso führt jetzt.",
        [
            "result: holder Sebastian Vettel; background; position 1",
            "overtake: agent Lewis Hamilton; patient Sebastian Vettel/pronoun; background",
            "lead: holder Fernando Alonso",
        ],
    ),
    (
        "Vor drei Jahren hatte sich Vettel gedreht. Hamilton siegte.",
        ["off_track: holder Sebastian Vettel; background; kind spin", WON],
    ),
    ("Im Juni siegte Hamilton.", [WON.replace("position", "background; position")]),
    (
        "2017 gewann Vettel das Rennen. Diesmal siegte Hamilton.",
        ["result: holder Sebastian Vettel; background; date 2017; position 1", WON],
    ),
    (
        "Hamilton siegte in Spa. Weiter geht es in Monza, wo Vettel 2008 seinen ersten Sieg holte.",
        [
            "result: holder Lewis Hamilton; position 1",
            "result: holder Sebastian Vettel; background; date 2008; position 1; track Monza",
        ],
    ),
    # an apposition dates itself, a noun phrase its noun
    ("Im Vorjahr noch Zweiter, siegte Hamilton diesmal.", [WON]),
    (
        "Nach der Niederlage vor zwei Wochen siegte Hamilton.",
        [WON],
    ),
    # another track is another meeting
    (
        MONZA + "Zuletzt in Spa war Vettel ausgeschieden.",
        [WON, "retirement: holder Sebastian Vettel; background; track Spa-Francorchamps"],
    ),
    (
        MONZA + "In Spa wird Vettel vor Alonso starten.",
        [WON],
    ),
    # the qualifying of the day before is of the same meeting
    (
        "Vettel hatte am Samstag die Pole geholt. Hamilton siegte.",
        ["pole: holder Sebastian Vettel", WON],
    ),
    # in a preview all that has happened was elsewhere; the table stands
    (
        "Vorschau Monza: Wer schlägt Vettel?\n\nAm Sonntag fährt die Formel 1 in Monza. "
        "Vettel gewann zuletzt vor Hamilton. Alonso führt die WM an.",
        [
            "result: holder Sebastian Vettel; background; position 1",
            "result: holder Lewis Hamilton; background; position 2",
            "championship: holder Fernando Alonso; outcome leads",
        ],
    ),
]


@pytest.mark.parametrize(("text", "events"), CASES, ids=[text for text, _ in CASES])
def test_elsewhere(nlp: Language, text: str, events: list[str]) -> None:
    assert told(nlp, text) == events
