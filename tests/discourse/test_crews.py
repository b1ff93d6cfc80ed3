"""Crews by what is told of them together, of their car and of their team."""

from __future__ import annotations

import pytest
from spacy.language import Language
from tests.event_notation import told

CREWS = "Luca Stolz/Maro Engel im Mercedes lagen vorn, Jaime Melo/Joey Hand im Ferrari dahinter. "

#: a text, and the beginning of the last event that it tells
LAST = [
    # one result makes one crew
    (
        "Im ADAC GT Masters feierten Lennart Wiese und Jasper Koolhaas ihren ersten gemeinsamen "
        "Sieg. In Runde 20 übergab Wiese das Auto an seinen Teamkollegen.",
        "driver_change: from Lennart Wiese; to Jasper Koolhaas/teammate",
    ),
    # whose car it is that a sentence before told of
    (
        "Der Ferrari #51 gewann das Rennen in Spa. Mario Conti und Paolo Bertini siegten mit drei "
        "Sekunden Vorsprung auf den BMW von Kessler und Moreau. Nach zwei Stunden führte der "
        "Ferrari.",
        "lead: holder Mario Conti/car, Paolo Bertini/car",
    ),
    (
        "Der BMW mit der Nummer 98 kam in Spa nicht ins Ziel. Zuvor hatten Paul Krüger und Leo "
        "Santoro auf Rang vier gelegen. In Stunde zwei hatte sich der BMW mit der 98 gedreht.",
        "off_track: holder Paul Krüger/car, Leo Santoro/car",
    ),
    (
        "Für den Lamborghini war das Rennen in Spa zu Ende: Nach einem Dreher blieb Tobias "
        "Marquardt liegen. Der Lamborghini hatte kurz geführt.",
        "lead: holder Tobias Marquardt/car",
    ),
    (
        "In Führung liegt in Spa der BMW #32. Charles Wauters und Raffaele Conti haben 21 Sekunden "
        "Vorsprung auf den Audi #63. In der Nacht hatte sich der BMW #32 gedreht.",
        "off_track: holder Charles Wauters/car, Raffaele Conti/car",
    ),
    (
        "Am Ferrari #51 brach in Spa die Radaufhängung. Davide Ferrero humpelte an die Box. "
        "Der Ferrari #51 kam als Elfter ins Ziel.",
        "result: holder Davide Ferrero/car; position 11",
    ),
    (
        "Der McLaren #159 wurde in Spa umgedreht. Fahrer Benjamin Clarke blieb unverletzt. Der "
        "McLaren #159 schied aus.",
        "retirement: holder Benjamin Clarke/car",
    ),
    # a car of a team that nobody knows is not that of whom the text goes on about
    (
        "Lorenz Kaiser lag in Spa auf Rang drei. Der Mercedes von Sky Tempesta drehte sich.",
        "off_track: holder Mercedes",
    ),
    # who is named with `mit` and a relative pronoun sits in the car, but not whom it hit
    (
        "Platz zwei belegte in Spa der Ligier, mit dem Sven Hagedorn und Piotr Malecki nur knapp "
        "zurücklagen. Der Ligier war zuvor auf den letzten Rang zurückgefallen.",
        "position: holder Sven Hagedorn/car, Piotr Malecki/car; direction lost",
    ),
    # the team is the crew that the text goes on about
    (
        f"{CREWS}Melo drehte sich. Danach fiel das Team auf Rang neun zurück.",
        "position: holder Jaime Melo/team; direction lost; position 9",
    ),
    (
        f"{CREWS}Stolz drehte sich. Am Ende belegte die Mannschaft aus Meuspath Platz sechs.",
        "result: holder Luca Stolz/team, Maro Engel/team; position 6",
    ),
    (
        "Phoenix Racing startete in Spa von Platz drei. Das Team kam auf Rang zwei ins Ziel.",
        "result: holder Phoenix Racing/team; position 2",
    ),
    # the other car of a team is not the one told of; behind a colon it is theirs
    (
        "In Spa führte die Corvette von Jan Magnussen und Antonio Garcia, bis die "
        "Schwester-Corvette mit der #64 ausrollte.",
        "retirement: holder Schwester-Corvette #64",
    ),
    (
        "Es gewann in Spa der Porsche von Kasper Elgaard und Emmanuel Collard. Die Mannschaft um "
        "Marc Lieb schied nach zwei Stunden aus: Der Porsche blieb ohne Benzin stehen.",
        "technical: holder Marc Lieb/car",
    ),
    # a car with a number that nobody was told in is his who moves it
    (
        "Stefan Mücke hatte in Spa den Aston Martin #8 in Führung gebracht.",
        "lead: holder Stefan Mücke/car",
    ),
    # `der` goes on with who was named last of a crew
    (
        "In Spa führte der Ferrari mit Fabrizio Torelli und dem Finnen Mikko Sarkela. Der machte "
        "es spannend, als er sich einen Dreher leistete.",
        "off_track: holder Mikko Sarkela/pronoun",
    ),
    # the new champion is who has just become one
    (
        "Robin van Dalen hat sich in Spa zum Champion gekrönt. Roland Strobel siegte vor Brad "
        "Connolly. Der neue Champion bekam eine Durchfahrtsstrafe.",
        "penalty: holder Robin van Dalen/role",
    ),
    # two of three who hand over to one another are no new crew
    (
        "Ann Berg, Bea Kolb und Cora Lind starteten in Spa im Audi. Kolb, die Berg ablöste, drehte "
        "sich. Der Audi kam als Dritter ins Ziel.",
        "result: holder Ann Berg/car, Bea Kolb/car, Cora Lind/car; position 3",
    ),
    # what the subject sits in is no other participant
    (
        "Joey Hand und Dirk Müller gewannen in Spa. Im BMW setzte sich das deutsch-amerikanische "
        "Duo in Stunde zwei an die Spitze.",
        "lead: holder Joey Hand/crew, Dirk Müller/crew",
    ),
    # a crew by the surname of one stands in the order of the text
    (
        "In Spa siegte Lewis Hamilton. Den Porsche teilten sich Ben Hanley, Ola Fern, Udo Kett "
        "und Ivo Sander. Die Hanley-Mannschaft schied aus.",
        "retirement: holder Ben Hanley/crew, Ola Fern/crew, Udo Kett/crew, Ivo Sander/crew",
    ),
    # who won is not of the car that did not, nor aboard where the text denies it
    (
        "Der Ferrari #51 gewann das Rennen in Spa nicht. Mario Conti und Paolo Bertini siegten mit "
        "drei Sekunden Vorsprung. Nach zwei Stunden hatte der Ferrari #51 geführt.",
        "lead: holder Ferrari #51",
    ),
    (
        "In Spa ging die #31 nicht mit Mario Conti und Paolo Bertini an den Start. Nach zwei "
        "Stunden führte die #31.",
        "lead: holder #31",
    ),
    # a pronoun behind a car that nobody is named beside is the car
    (
        "Mario Conti gewann in Spa im Audi. Dritter war der Falken-Porsche mit der 44. Er hatte "
        "zu Beginn geführt.",
        "lead: holder Falken-Porsche #44/pronoun",
    ),
    (
        "Mario Conti gewann in Spa. Der Ferrari #71 (Rovera/Nielsen/Colombo) führte lange. Er "
        "musste in der letzten Stunde an die Box.",
        "pit_stop: holder Alessio Rovera/pronoun, Nielsen/pronoun",
    ),
    # who is named first right behind a car without a driver
    (
        "Der Acura mit der Nummer 60 hat das Rennen in Spa gewonnen. Colin Bradford, Tom Blomfield "
        "und Scott Dickson hatten nichts zu verlieren. In Runde neun hatte sich die #60 gedreht.",
        "off_track: holder Colin Bradford/car, Tom Blomfield/car, Scott Dickson/car",
    ),
    (
        "Der Cadillac #12 schied in Spa nach einem Unfall von Will Stanton aus. Zuvor hatte die "
        "#12 geführt.",
        "lead: holder Will Stanton/car",
    ),
    # another car of a make
    (
        "In Spa führte der BMW mit Paul Krüger und Ralf Maier. Der zweite BMW drehte sich.",
        "off_track: holder BMW",
    ),
    (
        "In Spa führte der BMW mit Paul Krüger und Ralf Maier. Im zweiten BMW saßen Sven Huber und "
        "Marc Vogt. Der zweite BMW drehte sich.",
        "off_track: holder Sven Huber/car, Marc Vogt/car",
    ),
]


@pytest.mark.parametrize(("text", "event"), LAST)
def test_crews(nlp: Language, text: str, event: str) -> None:
    assert told(nlp, text)[-1].startswith(event)


def test_a_driver_s_team_is_no_crew_where_each_has_his_car(nlp: Language) -> None:
    text = "Lewis Hamilton führte in Monza vor Charles Leclerc. Das Team kam auf Rang zwei."
    assert not any("/team" in event for event in told(nlp, text))
