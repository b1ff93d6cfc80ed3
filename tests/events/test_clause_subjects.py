"""Who it befell, where the clause alone tells."""

from __future__ import annotations

import pytest
from spacy.language import Language

from event_notation import told

CASES = {
    "Neben Norris schieden auch Albon und Colapinto aus.": [
        "retirement: holder Alexander Albon, Franco Colapinto, Lando Norris",
    ],
    "Genauso wie Hamilton drehte sich auch Sainz.": [
        "off_track: holder Carlos Sainz, Lewis Hamilton; kind spin",
    ],
    "Kollision zwischen Vergne und Bird, beide draußen.": [
        "collision: party Jean-Éric Vergne, Sam Bird",
        "retirement: holder Jean-Éric Vergne/pronoun, Sam Bird/pronoun",
    ],
    "Zunächst nur Achter, fuhr Norris noch auf Rang drei vor.": [
        "position: holder Lando Norris/ellipsis; position 8",
        "position: holder Lando Norris; direction gained; position 3",
    ],
    "Alonso trug eine Prellung davon, Ocon eine Durchfahrtsstrafe.": [
        "penalty: holder Esteban Ocon; kind drive_through",
    ],
    "Für Hamilton gab es zehn Sekunden Strafe, für Albon eine Verwarnung.": [
        "penalty: holder Lewis Hamilton; kind time; time.seconds 10",
        "penalty: holder Alexander Albon; kind warning",
    ],
    "Vettel überzeugte. Startete von der Pole, drehte die schnellste Runde und gewann.": [
        "pole: holder Sebastian Vettel/ellipsis",
        "fastest_lap: holder Sebastian Vettel/ellipsis",
        "result: holder Sebastian Vettel/ellipsis; position 1",
    ],
    "Vettel überzeugte. Von Rang vier auf Platz zwei vorgefahren. In Runde drei ausgeschieden.": [
        "position: holder Sebastian Vettel/ellipsis; direction gained; from_position 4; position 2",
        "retirement: holder Sebastian Vettel/ellipsis; lap.number 3",
    ],
    "Vettel traf Sainz in der Box, der danach ausfiel.": [
        "collision: party Sebastian Vettel, Carlos Sainz",
        "retirement: holder Carlos Sainz/pronoun",
    ],
    "Carlos Sainz (Ferrari): 2+\n\nWurde in Monza Zweiter. Erhielt danach eine Zeitstrafe.": [
        "result: holder Carlos Sainz/ellipsis; position 2",
        "penalty: holder Carlos Sainz/ellipsis; kind time",
    ],
    "Quartararo lag auf Rang drei. Dann folgte die Quittung: ein Long-Lap.": [
        "position: holder Fabio Quartararo; position 3",
        "penalty: holder Fabio Quartararo/ellipsis; kind long_lap",
    ],
    "Estre führte lange. Die Durchfahrtsstrafe wegen Frühstarts kostete ihn den Sieg.": [
        "lead: holder Kévin Estre",
        "penalty: holder Kévin Estre/pronoun; kind drive_through; reason Frühstart",
        "result negated: holder Kévin Estre/pronoun; position 1",
    ],
    "Durch die Durchfahrtsstrafe rückte Wittmann auf Rang zwei vor.": [
        "position: holder Wittmann; direction gained; position 2",
    ],
    "Auer gewann den Start. Beim Stopp klemmte das linke Hinterrad.": [
        "lead: holder Lucas Auer; how start",
        "start: holder Lucas Auer; quality good",
        "pit_stop: holder Lucas Auer/ellipsis",
        "technical: holder Lucas Auer/ellipsis; component Hinterrad",
    ],
    "Vergne siegte. Und Bird? Fiel in Runde acht mit Getriebeschaden aus.": [
        "result: holder Jean-Éric Vergne; position 1",
        "retirement: holder Sam Bird/ellipsis; lap.number 8; reason Getriebeschaden",
        "technical: holder Sam Bird/ellipsis; component Getriebe; lap.number 8",
    ],
    "Neben Norris lag Sainz, der zu spät bremste, Albons Auto traf und sich drehte.": [
        "battle: attacker Carlos Sainz; defender Lando Norris",
        "collision: party Carlos Sainz/ellipsis, Alexander Albon",
        "off_track: holder Carlos Sainz/ellipsis; kind spin",
    ],
    "Leclerc schied nach einem Dreher aus, Gasly mit Motorschaden.": [
        "retirement: holder Charles Leclerc; reason Dreher",
        "off_track: holder Charles Leclerc; kind spin",
        "retirement: holder Pierre Gasly; reason Motorschaden",
        "technical: holder Pierre Gasly; component Motor",
    ],
    "Norris musste das Auto nach einem Bremsdefekt abstellen, Ocon bald später mit Motorschaden.": [
        "retirement: holder Lando Norris; reason Bremsdefekt",
        "retirement: holder Esteban Ocon; reason Motorschaden",
        "technical: holder Lando Norris; component Bremse",
        "technical: holder Esteban Ocon; component Motor",
    ],
    "Weil er gedrängelt hatte, erhielt Norris eine Durchfahrtsstrafe.": [
        "penalty: holder Lando Norris; kind drive_through",
    ],
    "Nachdem er sich gedreht hatte, wurde Norris noch Fünfter.": [
        "off_track: holder Lando Norris/pronoun; kind spin",
        "result: holder Lando Norris; position 5",
    ],
    "Ocon schied ebenso aus wie Gasly.": [
        "retirement: holder Esteban Ocon, Pierre Gasly",
    ],
    "Ocon, den ein Frühstart fünf Sekunden kostete, wurde noch Zehnter.": [
        "penalty: holder Esteban Ocon/pronoun; kind time; reason Frühstart; time.seconds 5",
        "result: holder Esteban Ocon; position 10",
    ],
    "Beim Überrunden von Sargeant kollidierte Norris mit dem Amerikaner.": [
        "overtake: agent Lando Norris; patient Logan Sargeant; lapping",
        "collision: party Lando Norris, Logan Sargeant/nationality",
    ],
    "Jamie Green rollte aus, für Vandoorne, Lotterer und Buemi war Feierabend.": [
        "retirement: holder Jamie Green",
        "retirement: holder Stoffel Vandoorne, André Lotterer, Sébastien Buemi",
    ],
    "Norris wurde Erster, Piastri, mit einer Zeitstrafe belegt, nur Sechster.": [
        "result: holder Lando Norris; position 1",
        "result: holder Oscar Piastri; position 6",
        "penalty: holder Oscar Piastri/ellipsis; kind time",
    ],
    "Gegen Verstappen, der schneller war, hatte Norris keine Chance, so dass er Zweiter wurde.": [
        "result: holder Lando Norris/pronoun; position 2",
    ],
}


@pytest.mark.parametrize("text", CASES)
def test_who(nlp: Language, text: str) -> None:
    assert sorted(told(nlp, text)) == sorted(CASES[text])
