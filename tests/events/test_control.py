"""Whose infinitive it is: who passes whom where another verb governs the passing."""

from __future__ import annotations

import pytest
from spacy.language import Language

from rennbericht.contract.build import EVENTS

HEAD = (
    "In Monza waren 20 Fahrer am Start, darunter Kai Wegner (Haas), Max Reuter (Alpine) "
    "und der Finne Jari Korpi (Ferrari). "
)
REUTER, KORPI = "Max Reuter", "Jari Korpi"
#: the sentence, who passes, who is passed, whether it came about
CASES = [
    ("Korpi gelang es, Reuter zu überholen.", KORPI, REUTER, True),
    ("Dem Finnen gelang es, Reuter zu überholen.", KORPI, REUTER, True),
    ("Dem Ferrari-Piloten gelang es, Reuter zu überholen.", KORPI, REUTER, True),
    ("In Runde neun gelang es Korpi, Reuter zu überholen.", KORPI, REUTER, True),
    ("In Runde neun gelang es dem Finnen, an Reuter vorbeizuziehen.", KORPI, REUTER, True),
    ("Es gelang Korpi, Reuter zu überholen.", KORPI, REUTER, True),
    ("Dem Finnen gelang es, sich an Reuter vorbeizuschieben.", KORPI, REUTER, True),
    ("Dem Finnen glückte es, Reuter auszubremsen.", KORPI, REUTER, True),
    ("Dem Finnen blieb nichts anderes übrig, als Reuter vorbeizulassen.", REUTER, KORPI, True),
    ("Ein Fehler von Korpi ermöglichte es Reuter, vorbeizuziehen.", REUTER, KORPI, True),
    ("Es dauerte bis Runde 20, ehe Reuter Korpi überholen konnte.", REUTER, KORPI, True),
    ("Reuter brauchte 20 Runden, um Korpi zu überholen.", REUTER, KORPI, True),
    ("Reuter riskierte alles, um Korpi noch zu überholen, drehte sich aber.", REUTER, KORPI, False),
    ("Reuter gab den Versuch auf, Korpi zu überholen.", REUTER, KORPI, False),
    ("Reuter war kurz davor, Korpi zu überholen.", REUTER, KORPI, False),
    ("Reuter blieb im Ziel hinter Korpi, bevor er kontern konnte.", "", "", False),
]


@pytest.mark.parametrize(("sentence", "agent", "patient", "done"), CASES)
def test_who_passes(nlp: Language, sentence: str, agent: str, patient: str, done: bool) -> None:
    found = [
        (
            event["roles"]["agent"][0]["entity"]["name"],
            event["roles"]["patient"][0]["entity"]["name"],
            event["status"] == "asserted",
        )
        for event in nlp(HEAD + sentence).user_data[EVENTS]
        if event["type"] == "overtake" and {"agent", "patient"} <= set(event["roles"])
    ]
    if agent:
        assert found == [(agent, patient, done)]
    else:
        assert not any(asserted for _, _, asserted in found)


def test_the_text_goes_on_about_whom_it_befell(nlp: Language) -> None:
    doc = nlp(
        HEAD + "Nachdem es Korpi gelungen war, Reuter zu überholen, kam er in Runde 20 an die Box."
    )
    stop = next(event for event in doc.user_data[EVENTS] if event["type"] == "pit_stop")
    assert stop["roles"]["holder"][0]["entity"]["name"] == KORPI
