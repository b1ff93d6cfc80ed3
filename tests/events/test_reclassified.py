"""Who lost a place by a decision: the new place, and the old one denied."""

from __future__ import annotations

from itertools import product

import pytest
from spacy.language import Language

from rennbericht.contract.build import EVENTS

HEAD = "Im Rennen der Formel 1 in Monza gewann Iván Castell vor Jo Brandt. "
#: `{a}` the place lost, `{b}` the one given: a noun, and with `P` before it `Platz` and a numeral
BOTH = [
    "{w} wurde deshalb statt als {a} nur als {b} gewertet.",
    "{w} erhielt eine Zeitstrafe und wurde statt als {a} nur als {b} gewertet.",
    "Wegen einer Fünf-Sekunden-Strafe wurde {w} statt {a} nur {b}.",
    "{w} wurde nach einer Zeitstrafe nur {b} statt {a}.",
    "{w} wurde nicht als {a}, sondern als {b} gewertet.",
    "{w} kam als {a} ins Ziel, wurde aber wegen einer Zeitstrafe nur als {b} gewertet.",
    "{w} überquerte die Ziellinie als {a}, rutschte nach einer Zeitstrafe aber auf {Pb} ab.",
    "Durch eine Zeitstrafe fiel {w} nach dem Rennen von {Pa} auf {Pb} zurück.",
    "{w} wurde nachträglich von {Pa} auf {Pb} zurückgestuft.",
    "Aus {Pa} wurde für {w} nach einer Zeitstrafe {Pb}.",
    "{w} hatte {Pa} belegt, erhielt jedoch eine Strafe und wurde als {b} geführt.",
    "{w} wurde {a}, wegen einer Zeitstrafe aber auf {Pb} zurückgesetzt.",
]
LOST = [
    "{w} wurde nach der Zieldurchfahrt als {a} disqualifiziert.",
    "{w}, der als {a} ins Ziel gekommen war, wurde disqualifiziert.",
    "{w} wurde {Pa} aberkannt.",
    "Eine Zeitstrafe kostete {w} {Pa}.",
]
PLACES = [
    (3, "Dritter", "Platz drei", 5, "Fünfter", "Platz fünf"),
    (9, "Neunter", "Rang neun", 12, "Zwölfter", "Rang zwölf"),
]
WHO = ["Kai Wegner", "Haas-Pilot Kai Wegner", "Kai Wegner (Haas)"]


def told(nlp: Language, form: str) -> list[tuple[str, list[tuple[str, int]]]]:
    texts, wanted = [], []
    for (lost, a, pa, got, b, pb), who in product(PLACES, WHO):
        texts.append(HEAD + form.format(w=who, a=a, b=b, Pa=pa, Pb=pb))
        wanted.append([("negated", lost)] + [("asserted", got)] * ("b}" in form))
    wrong = []
    for text, places, doc in zip(texts, wanted, nlp.pipe(texts), strict=True):
        found = [
            (event["status"], event["attributes"]["position"])
            for event in doc.user_data[EVENTS]
            if event["type"] == "result"
            and event["sentence"]["index"] == 1
            and [a["entity"]["name"] for a in event["roles"]["holder"]] == ["Kai Wegner"]
        ]
        if sorted(found) != sorted(places):
            wrong.append((text, found))
    return wrong


@pytest.mark.parametrize("form", BOTH + LOST)
def test_place_lost_by_a_decision(nlp: Language, form: str) -> None:
    assert told(nlp, form) == []


def test_hope_is_no_place_lost(nlp: Language) -> None:
    doc = nlp(HEAD + "Statt auf Platz drei kam Kai Wegner nur auf Platz fünf ins Ziel.")
    statuses = [(e["status"], e["attributes"]["position"]) for e in doc.user_data[EVENTS]]
    assert statuses == [("asserted", 1), ("asserted", 2), ("asserted", 5)]


@pytest.mark.parametrize("between", ["", "Dritter wurde Tim Bosch vor Max Reuter. "])
def test_who_gets_the_place(nlp: Language, between: str) -> None:
    doc = nlp(
        HEAD
        + between
        + "Kai Wegner wurde nach einer Strafe statt als Zehnter nur als Elfter gewertet. "
        "Den letzten Punkt bekam so Drew Lachance."
    )
    last = doc.user_data[EVENTS][-1]
    assert last["roles"]["holder"][0]["entity"]["name"] == "Drew Lachance"
    assert last["attributes"]["position"] == 10
