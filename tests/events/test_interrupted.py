"""A clause that something interrupts goes on behind it: who does what to whom stays the same."""

from __future__ import annotations

from itertools import product

import pytest
from spacy.language import Language

from rennbericht.contract.build import EVENTS

HEAD = (
    "In Monza waren 20 Fahrer am Start, darunter Kai Wegner (Haas), Max Reuter (Alpine), "
    "Leo Hartmann (McLaren) und der Finne Jari Korpi (Ferrari). "
)
HARTMANN, KORPI = "Leo Hartmann", "Jari Korpi"
BETWEEN = [
    "",
    ", der bis dahin stark gefahren war,",
    ", der im McLaren saß,",
    ", von Startplatz acht losgefahren,",
    " (McLaren)",
    ", in dieser Saison noch sieglos,",
    ", dessen Reifen nachließen,",
    ", der sich zuvor noch gegen Wegner behauptet hatte,",
]
#: before and behind what comes between; who passes whom
PASSES = [
    ("In Runde neun musste Hartmann", "dem Finnen den Vortritt lassen.", KORPI, HARTMANN),
    ("In Runde neun musste Hartmann", "den Finnen ziehen lassen.", KORPI, HARTMANN),
    ("In Runde neun musste Hartmann", "die Führung an Korpi abgeben.", KORPI, HARTMANN),
    ("In Runde neun wurde Hartmann", "vom Finnen überholt.", KORPI, HARTMANN),
    ("In Runde neun hat Hartmann", "den Finnen überholt.", HARTMANN, KORPI),
    ("In Runde neun hatte Hartmann", "Korpi in der Ascari-Schikane überholt.", HARTMANN, KORPI),
    ("In Runde neun überholte Hartmann", "den Finnen Korpi in der Schikane.", HARTMANN, KORPI),
    ("In Runde neun zog Hartmann", "in der Ascari-Schikane am Finnen vorbei.", HARTMANN, KORPI),
    ("Hartmann", "zog in Runde neun an Korpi vorbei.", HARTMANN, KORPI),
    ("Hartmann", "wurde in Runde neun vom Finnen überholt.", KORPI, HARTMANN),
    ("Nachdem Hartmann", "an Korpi vorbeigezogen war, jubelte das Team.", HARTMANN, KORPI),
    ("In Runde neun konnte Korpi Hartmann", "in der Schikane überholen.", KORPI, HARTMANN),
]


@pytest.mark.parametrize("between", BETWEEN)
def test_passes(nlp: Language, between: str) -> None:
    texts = [f"{HEAD}{before}{between} {behind}" for before, behind, _, _ in PASSES]
    wrong = []
    for text, (_, _, agent, patient), doc in zip(texts, PASSES, nlp.pipe(texts), strict=True):
        found = [
            (event["roles"]["agent"][0]["entity"]["name"],
             event["roles"]["patient"][0]["entity"]["name"])
            for event in doc.user_data[EVENTS]
            if event["type"] == "overtake" and {"agent", "patient"} <= set(event["roles"])
        ]  # fmt: skip
        if (agent, patient) not in found:
            wrong.append((text, found))
    assert wrong == []


@pytest.mark.parametrize(
    ("between", "rest"),
    product(
        [", Sieger des Vorjahres,", " – der Mann im Haas –"],
        ["den Finnen überholt", "den Finnen niedergerungen"],
    ),
)
def test_an_apposition_takes_no_object(nlp: Language, between: str, rest: str) -> None:
    doc = nlp(f"{HEAD}In Runde neun hat Wegner{between} {rest}.")
    event = doc.user_data[EVENTS][-1]
    assert event["type"] == "overtake"
    assert event["roles"]["agent"][0]["entity"]["name"] == "Kai Wegner"
    assert event["roles"]["patient"][0]["entity"]["name"] == KORPI
