"""Lists of places: chains, zipped ranks, lists that count, and crews in them."""

from __future__ import annotations

import pytest
from spacy.language import Language
from tests.event_notation import results, told

VETTEL, HAMILTON, ALONSO, WEBBER = (
    "Sebastian Vettel", "Lewis Hamilton", "Fernando Alonso", "Mark Webber",
)  # fmt: skip

CASES = [
    # who follows in the grid does not do what the verb says
    (
        "Auf der Pole in Spa steht Vettel, neben ihm in der ersten Startreihe Alonso.",
        [f"pole: holder {VETTEL}", *results(ALONSO, first=2, extra="; session qualifying")],
    ),
    # a place on the grid told beside the win has no list of its own
    (
        "In Spa gewann Alonso von Startplatz 13 aus vor Hamilton.",
        [
            *results(ALONSO, HAMILTON),
            "result: holder Fernando Alonso; position 13; session qualifying",
        ],
    ),
    # a title in the plural is of all named behind it, a title alone opens no list
    (
        "In Spa gewannen die Sieger des Vorjahres nicht: Hinter den Siegern Alonso und Webber kam "
        "Hamilton ins Ziel.",
        [
            "result: holder Fernando Alonso, Mark Webber; position 1",
            "result: holder Lewis Hamilton; position 2",
        ],
    ),
    (
        "In Spa führte Polesetter Vettel vor Webber.",
        [
            "lead: holder Sebastian Vettel",
            "position: holder Mark Webber; position 2",
            "pole: holder Sebastian Vettel",
        ],
    ),
    # behind the winner of the same clause
    (
        "In Spa folgten hinter dem siegreichen Vettel Webber und Alonso.",
        results(VETTEL, WEBBER, ALONSO),
    ),
    # a range of ordinals, and who has a place of his own in brackets
    (
        "Vettel, Hamilton und Alonso holten in Spa als Siebter bis Neunter Punkte.",
        results(VETTEL, HAMILTON, ALONSO, first=7),
    ),
    (
        "Die übrigen Punkte holten in Spa Vettel (5.), Hamilton (6.) und Alonso auf Platz sieben.",
        [*results(ALONSO, first=7), *results(VETTEL, HAMILTON, first=5)],
    ),
    # the lead at the finish
    (
        "In Spa siegte Vettel. Am Ende hatte er drei Sekunden Vorsprung auf Webber und acht auf "
        "Alonso.",
        [
            "result: holder Sebastian Vettel/pronoun; margin.seconds 3; position 1; also 1",
            *results(WEBBER, ALONSO, first=2),
        ],
    ),
    # rows of cars with two in each
    (
        "In Spa wurde der Porsche von Vettel und Webber Zweiter, der BMW von Alonso und Hamilton "
        "Dritter.",
        [
            "result: holder Sebastian Vettel/car, Mark Webber/car; position 2",
            "result: holder Fernando Alonso/car, Lewis Hamilton/car; position 3",
        ],
    ),
    # the list before a place belongs to the verb
    ("In Spa siegte Vettel vor Webber, Rang drei für Alonso.", results(VETTEL, WEBBER, ALONSO)),
    # who was faster by the gap to him
    (
        "In Spa fehlten Webber auf Vettel am Ende zwei Sekunden.",
        [*results(WEBBER, first=2), *results(VETTEL)],
    ),
    # whom a make came in with
    (
        "In Spa feierte Ferrari durch Alonso den Sieg.",
        ["result: holder Fernando Alonso/car; position 1"],
    ),
    # the rows of a grid
    (
        "Die erste Startreihe in Spa teilen sich Vettel und Webber, dahinter stehen Alonso und "
        "Hamilton.",
        [
            "pole: holder Sebastian Vettel",
            "result: holder Mark Webber; position 2; session qualifying",
            "result: holder Fernando Alonso; position 3; session qualifying",
            "result: holder Lewis Hamilton; position 4; session qualifying",
        ],
    ),
    # of all who reach a group the places are told in brackets
    (
        "In Spa kamen Vettel (8.) und Hamilton (9.) in die Top Ten.",
        results(VETTEL, HAMILTON, first=8),
    ),
    # whom one shares the car with has no place of his own beside it
    (
        "In Spa erreichte Vettel mit Beifahrer Webber Platz fünf.",
        ["result: holder Sebastian Vettel, Mark Webber; position 5"],
    ),
    # up to a day he was there
    (
        "Vettel, bis Samstagmittag Dritter, rutschte in Spa von der Strecke.",
        [
            "position: holder Sebastian Vettel/ellipsis; position 3",
            "off_track: holder Sebastian Vettel; kind off",
        ],
    ),
    # who passes the leader leads before him
    (
        "In Spa führte Vettel. In Runde zwei überholte ihn Hamilton. Dahinter folgte Webber.",
        [
            "lead: holder Sebastian Vettel",
            "overtake: agent Lewis Hamilton; patient Sebastian Vettel/pronoun; lap.number 2",
            "position: holder Mark Webber; position 3",
        ],
    ),
    # the days of two races told in one breath
    (
        "Am Samstag siegte in Spa Vettel vor Webber, am Sonntag Hamilton.",
        [
            *results(VETTEL, WEBBER),
            "result: holder Lewis Hamilton; position 1",
        ],
    ),
    # whom `mit` names before what he is
    (
        "In Spa gewann mit Alonso ein Spanier vor Hamilton.",
        results(ALONSO, HAMILTON),
    ),
    # what somebody is besides: a conjunct that begins with its copula
    (
        "Vettel wurde in Spa Dritter und ist damit neuer WM-Leader.",
        [
            *results(VETTEL, first=3),
            "championship: holder Sebastian Vettel/ellipsis; outcome leads",
        ],
    ),
    # from where who is spoken of started, not the subject
    (
        "In Spa wurde Vettel Dritter und der von der Pole losgefahrene Hamilton Vierter.",
        [*results(VETTEL, HAMILTON, first=3), "pole: holder Lewis Hamilton"],
    ),
    # the verb's list, not that of the grid
    (
        "Von der Pole aus siegte Vettel in Spa vor Hamilton.",
        ["pole: holder Sebastian Vettel", *results(VETTEL, HAMILTON)],
    ),
    # crews by the conjunctions of a list, and a team with a car on each of several places
    (
        "In Spa gingen die Plätze zwei und drei an Vettel und Hamilton sowie Alonso und Webber.",
        [
            "result: holder Sebastian Vettel, Lewis Hamilton; position 2",
            "result: holder Fernando Alonso, Mark Webber; position 3",
        ],
    ),
    (
        "Auf den Plätzen zwei und drei beendeten die beiden BMW von Walkenhorst Motorsport"
        " das Rennen in Spa.",
        [
            "result: holder Walkenhorst Motorsport/car; position 2",
            "result: holder Walkenhorst Motorsport/car; position 3",
        ],
    ),
    # a list goes on in the session that it began in
    (
        "Vettel gewann den Sprint. Zweiter wurde Alonso.",
        [
            "result: holder Sebastian Vettel; position 1; session sprint",
            "result: holder Fernando Alonso; position 2; session sprint",
        ],
    ),
    (
        "Vettel holte die Pole. Zweiter wurde Alonso.",
        [
            "pole: holder Sebastian Vettel",
            "result: holder Fernando Alonso; position 2; session qualifying",
        ],
    ),
    (
        "Vettel holte die Pole vor Hamilton. Im Rennen wurde Alonso Dritter.",
        [
            "pole: holder Sebastian Vettel",
            "result: holder Lewis Hamilton; position 2; session qualifying",
            "result: holder Fernando Alonso; position 3",
        ],
    ),
    (
        "Der Stand: 1. Alonso 90 Punkte, 2. Vettel 80, 3. Hamilton 70.",
        [
            "championship: holder Fernando Alonso; outcome leads",
            "championship: holder Sebastian Vettel; outcome standing; position 2",
            "championship: holder Lewis Hamilton; outcome standing; position 3",
        ],
    ),
    (
        "Toprak Razgatlioglu gewann das Superpole-Rennen.",
        ["result: holder Toprak Razgatlioğlu; position 1; session sprint"],
    ),
    # chains of places
    (
        "Vettel gewann vor Hamilton, Alonso und Webber.",
        results(VETTEL, HAMILTON, ALONSO, WEBBER),
    ),
    (
        "Vettel gewann das Rennen, gefolgt von Hamilton und Alonso.",
        results(VETTEL, HAMILTON, ALONSO),
    ),
    (
        "Vettel siegte vor Hamilton. Dahinter kam Alonso ins Ziel.",
        results(VETTEL, HAMILTON, ALONSO),
    ),
    (
        "Vettel gewann vor Hamilton. Auf Platz drei kam Alonso ins Ziel, dahinter Webber.",
        results(VETTEL, HAMILTON, ALONSO, WEBBER),
    ),
    (
        "Joey Hand und Dirk Müller steuerten den BMW in Spa auf den siebten Gesamtrang.",
        ["result: holder Joey Hand, Dirk Müller; position 7"],
    ),
    (
        "Den letzten Podiumsplatz sicherte sich in Spa Vettel.",
        ["result: holder Sebastian Vettel; position 3"],
    ),
    (
        "Vettel gewann vor Hamilton. Das Podium komplettierte Jenson Button.",
        results(VETTEL, HAMILTON, "Jenson Button"),
    ),
    (
        "Vettel wurde Dritter hinter Hamilton und Alonso.",
        [*results(VETTEL, first=3), *results(HAMILTON, ALONSO)],
    ),
    # those before have the places just before
    (
        "Vettel wurde Vierter hinter Hamilton.",
        [*results(VETTEL, first=4), *results(HAMILTON, first=3)],
    ),
    (
        "Vettel führte vor Hamilton und Alonso. Dahinter lagen Bottas und Verstappen.",
        [
            f"lead: holder {VETTEL}",
            f"position: holder {HAMILTON}; position 2",
            f"position: holder {ALONSO}; position 3",
            "position: holder Valtteri Bottas; position 4",
            "position: holder Max Verstappen; position 5",
        ],
    ),
    # `hinter ihm` behind a chain goes on with it, and gives one place, not two
    (
        "Vettel führte vor Hamilton. Hinter ihm folgte Alonso.",
        [
            f"lead: holder {VETTEL}",
            f"position: holder {HAMILTON}; position 2",
            f"position: holder {ALONSO}; position 3",
        ],
    ),
    # zipped ranks
    (
        "Die Plätze vier bis sechs gingen an Jenson Button, Felipe Massa und Nico Rosberg.",
        results("Jenson Button", "Felipe Massa", "Nico Rosberg", first=4),
    ),
    (
        "Auf den Rängen neun und zehn kamen Jenson Button und Felipe Massa ins Ziel.",
        results("Jenson Button", "Felipe Massa", first=9),
    ),
    (
        "René Rast und Nico Müller wurden Zweiter und Dritter.",
        results("René Rast", "Nico Müller", first=2),
    ),
    (
        "Vettel und Hamilton starteten als Zweiter und Dritter.",
        results(VETTEL, HAMILTON, first=2, extra="; session qualifying"),
    ),
    ("Vierter wurde Vettel, Fünfter Alonso.", results(VETTEL, ALONSO, first=4)),
    ("Sieger wurde Vettel, Zweiter Hamilton, Dritter Alonso.", results(VETTEL, HAMILTON, ALONSO)),
    # a relative clause does not end the chain
    (
        "Vettel siegte vor Hamilton, der krank war, Alonso und Webber.",
        results(VETTEL, HAMILTON, ALONSO, WEBBER),
    ),
    # lists that count
    (
        "Das Ergebnis: 1. Vettel (Ferrari), 2. Hamilton (Mercedes), 3. Alonso.",
        results(VETTEL, HAMILTON, ALONSO),
    ),
    (
        "Startaufstellung: 1. Vettel, 2. Hamilton, 3. Alonso, 4. Webber.",
        [
            f"pole: holder {VETTEL}",
            *results(HAMILTON, ALONSO, WEBBER, first=2, extra="; session qualifying"),
        ],
    ),
    (
        "Das Ergebnis: 1. Joey Hand/Dirk Müller (BMW); 2. Jörg Bergmeister/Patrick Long (Porsche).",
        results("Joey Hand, Dirk Müller", "Jörg Bergmeister, Patrick Long"),
    ),
    # who fills up a group of places
    (
        "Vettel gewann vor Hamilton. Alonso, Webber und Jenson Button komplettierten die Top 5.",
        results(VETTEL, HAMILTON, ALONSO, WEBBER, "Jenson Button"),
    ),
    (
        "Joey Hand und Dirk Müller siegten vor Jörg Bergmeister und Patrick Long. Das Podium "
        "komplettierten Jaime Melo und Gianmaria Bruni.",
        results(
            "Joey Hand, Dirk Müller",
            "Jörg Bergmeister, Patrick Long",
            "Jaime Melo, Gianmaria Bruni",
        ),
    ),
    # crews are one unit
    (
        "Joey Hand/Dirk Müller gewannen vor Jörg Bergmeister/Patrick Long und Jaime Melo.",
        results("Joey Hand, Dirk Müller", "Jörg Bergmeister, Patrick Long", "Jaime Melo"),
    ),
    (
        "Maro Engel (34, D)/Luca Stolz (25, D) siegten vor René Rast (34, D)/Nico Müller (29, CH).",
        results("Maro Engel, Luca Stolz", "René Rast, Nico Müller"),
    ),
    (
        "Maro Engel und Luca Stolz gewannen vor René Rast und Nico Müller.",
        results("Maro Engel, Luca Stolz", "René Rast, Nico Müller"),
    ),
    # the list is the verb's, not that of the noun before the name
    (
        "Polesitter Jaime Melo gewann in Spa vor René Rast.",
        ["pole: holder Jaime Melo", *results("Jaime Melo", "René Rast")],
    ),
    # a name that is a word of time as well
    (
        "Jörg Bergmeister gewann in Spa. Rang drei ging an Jan Lange.",
        ["result: holder Jörg Bergmeister; position 1", "result: holder Jan Lange; position 3"],
    ),
]


@pytest.mark.parametrize(("text", "events"), CASES)
def test_lists(nlp: Language, text: str, events: list[str]) -> None:
    assert told(nlp, text) == events


@pytest.mark.parametrize(
    "rest",
    [
        "Eine Runde zuvor lag er am Führenden Vettel (",
        "Weil Webber das musste, überholte Alonso mit dem Porsche und Audi",
    ],
)
def test_a_text_may_break_off(nlp: Language, rest: str) -> None:
    assert told(nlp, f"In Spa gewann Hamilton das Rennen. {rest}")[0] == results(HAMILTON)[0]
