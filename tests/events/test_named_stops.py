"""Whoever stops and however it is told: who was at the pits, and under which neutralisation."""

from __future__ import annotations

from itertools import product

from spacy.language import Language
from spacy.tokens import Doc

from rennbericht.contract.build import EVENTS

CREW = {"Maro Engel", "Lucas Auer"}
CAR = "Den Winward-Mercedes mit der Startnummer 31 fuhren Maro Engel und Lucas Auer."
#: the sentence before, the holder as subject, whether the verb is plural, who they are
HOLDERS = [
    ("", "Norris", False, {"Lando Norris"}),
    ("", "der Brite Lando Norris", False, {"Lando Norris"}),
    ("Lando Norris startete in Spa von Platz vier.", "der Brite", False, {"Lando Norris"}),
    ("", "Norris und Piastri", True, {"Lando Norris", "Oscar Piastri"}),
    ("", "Norris, Piastri und Hamilton", True, {"Lando Norris", "Oscar Piastri", "Lewis Hamilton"}),
    (CAR, "die #31", False, CREW),
    (CAR, "der Winward-Mercedes", False, CREW),
]
#: finite verb of one and of several, what stands behind it, its particle
WAYS = [
    ("kam", "kamen", "zum Reifenwechsel an die Box", ""),
    ("bog", "bogen", "zum Boxenstopp", "ab"),
    ("hielt", "hielten", "an der Box", ""),
    ("eröffnete", "eröffneten", "die Boxenstoppserie", ""),
    ("vollzog", "vollzogen", "den Pflichtwechsel", ""),
    ("verlor", "verloren", "an der Box zehn Sekunden", ""),
    ("erledigte", "erledigten", "den Boxenstopp früh", ""),
    ("stand", "standen", "sechs Sekunden an der Box", ""),
]
#: {who}, {Who} at the beginning; {fin}, {rest}, {part} of a main clause, {final} of another
CLAUSES = [
    "{Who} {fin} {rest} {part}.",
    "In Runde zwölf {fin} {who} {rest} {part}.",
    "Am Ende der zwölften Runde {fin} {who} {rest} {part}.",
    "Als {who} {final}, ging Leclerc in Führung.",
    "Leclerc führte, weil {who} {final}.",
]
#: sentences, who stopped
STOPS: dict[str, list[set[str]]] = {
    "Leclerc profitierte von Norris, der sechs Sekunden an der Box stand.": [{"Lando Norris"}],
    "Leclerc profitierte von Norris, der neue Reifen abholte.": [{"Lando Norris"}],
    "In der Safety Car Phase kam Norris an die Box.": [{"Lando Norris"}],
    "Mit einem frühen Stopp ging Norris an Leclerc vorbei.": [{"Lando Norris"}],
    "Norris ging nach dem Boxenstopp von Leclerc in Führung.": [{"Charles Leclerc"}],
    "Norris kam mit zwei Stopps über die Distanz.": [{"Lando Norris"}],
    "Norris profitierte von den Boxenstopps der Konkurrenz.": [],
    "Norris führte bis zu den Boxenstopps.": [],
    "Norris blieb draußen.": [],
    "Der Boxenstopp von Norris steht noch aus.": [],
    "Norris setzte auf eine Zwei-Stopp-Strategie.": [],
}
#: sentences, what came of it: kind of the neutralisation, or the restart
NEUTRAL: dict[str, list[str]] = {
    "Norris löste das Safety Car aus.": ["safety_car"],
    "Nach einem Unfall von Norris kam das virtuelle Safety-Car auf die Strecke.": [
        "virtual_safety_car"
    ],
    "Norris sorgte für die zweite Safety Car Phase.": ["safety_car"],
    "Das Rennen wurde durch eine Gelbphase unterbrochen.": ["yellow"],
    "In Runde acht bog das Safety Car wieder in die Box ab.": ["restart"],
    "Norris wünschte sich ein Safety-Car.": [],
}


def stopped(doc: Doc) -> list[set[str]]:
    """Who stopped by a text's events."""
    return [
        {argument["entity"]["name"] for argument in event["roles"].get("holder", ())}
        for event in doc.user_data[EVENTS]
        if event["type"] == "pit_stop"
    ]


def test_who_stops(nlp: Language) -> None:
    texts, wanted = [], []
    for (intro, who, many, people), (one, several, rest, part), clause in product(
        HOLDERS, WAYS, CLAUSES
    ):
        fin = several if many else one
        told_so = clause.format(
            who=who,
            Who=who[0].upper() + who[1:],
            fin=fin,
            rest=rest,
            part=part,
            final=f"{rest} {part}{fin}",
        )
        texts.append(f"{intro} {told_so}".strip().replace(" .", "."))
        wanted.append([people])
    missed = [
        f"{text} {stopped(doc)}"
        for text, doc, want in zip(texts, nlp.pipe(texts), wanted, strict=True)
        if stopped(doc) != want
    ]
    assert not missed, f"{len(missed)} of {len(texts)}\n" + "\n".join(missed)


def test_stops_beside_others(nlp: Language) -> None:
    missed = []
    for (text, want), doc in zip(STOPS.items(), nlp.pipe(STOPS), strict=True):
        if stopped(doc) != want:
            missed.append(f"{text} {stopped(doc)}")
    assert not missed, "\n".join(missed)


def test_neutralisations(nlp: Language) -> None:
    missed = []
    for (text, want), doc in zip(NEUTRAL.items(), nlp.pipe(NEUTRAL), strict=True):
        found = [
            event["attributes"].get("kind", event["type"])
            for event in doc.user_data[EVENTS]
            if event["type"] in ("neutralisation", "restart")
        ]
        if found != want:
            missed.append(f"{text} {found}")
    assert not missed, "\n".join(missed)
