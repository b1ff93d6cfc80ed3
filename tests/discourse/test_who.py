"""Who takes part, by turns that join people, cars and numbers over clauses, brackets and lists."""

from __future__ import annotations

import pytest
from spacy.language import Language
from tests.event_notation import told

RACE = "Das DTM-Rennen auf dem Nürburgring hatte es in sich. "

#: a text, and the beginning of the last event that it tells
LAST = [
    # a vehicle that somebody beats is another's; whose team it is, by the genitive
    (
        "In der MotoGP überholte Jack Miller in Runde drei die Aprilia.",
        "overtake: agent Jack Miller; patient Aprilia; lap.number 3",
    ),
    (
        "Beim EWC-Rennen in Le Mans schied Marvin Fritz aus. Die Mannschaft des Österreichers"
        " Ilya Mikhalchik fiel auf Platz zwölf zurück.",
        "position: holder Ilya Mikhalchik/crew; direction lost; position 12",
    ),
    # a man by his first name, whatever the end of his surname says elsewhere
    (
        "Jordi Vilanova führte in Spa. Marco Rinaldi war Zweiter. Vilanova bekam eine Strafe, die"
        " ihn auf P7 zurückwarf.",
        "position: holder Jordi Vilanova/pronoun; direction lost; position 7",
    ),
    # a make without an article beside its driver is no second winner
    (
        "Am Ende holten Toyota und Lokalheld Sébastien Buemi den Sieg.",
        "result: holder Sébastien Buemi; position 1",
    ),
    # a start number without its noun, in figures or as a word, and its crew in brackets
    (
        "Der Toyota mit der Startnummer sieben (Kremer/Kolbe/Hagner) führte. "
        "Am Ende kam der Toyota mit der Sieben als Vierter ins Ziel.",
        "result: holder Kremer/car, Kolbe/car, Hagner/car; position 4",
    ),
    ("Dritter wurde der Ferrari mit der 51 (Conrad/Winter).", "result: holder Conrad/car, Winter"),
    # who hands a car over sits in it, whose it is not told
    (
        "Ole Wenzel und Jan Wollny starteten im Falken-Porsche. "
        "In Runde neun übergab Wenzel den Elfer an seinen Teamkollegen.",
        "driver_change: from Ole Wenzel; to Jan Wollny/teammate",
    ),
    # the sister car of who acts; a list with brackets is whole
    (
        "Ole Wenzel und Jan Wollny siegten im Porsche. Das Schwesterauto von Arno Hoff (D) und Per"
        " Almer (S) wurde Dritter. In Runde neun kollidierte Wenzel mit dem Schwesterauto.",
        "collision: party Ole Wenzel, Arno Hoff/car, Per Almer/car",
    ),
    # of the team whose car they drive
    (
        "Ole Wenzel und Jan Wollny sicherten sich im BMW von Rowe Racing die Pole. "
        "Im Rennen fiel Rowe Racing aus.",
        "retirement: holder Ole Wenzel/team, Jan Wollny/team",
    ),
    # whose car it is, is nobody to pass
    (
        "Ole Wenzel siegte. Platz vier ging an den BMW von Jan Wollny und Arno Hoff.",
        "result: holder Jan Wollny/car, Arno Hoff/car; position 4",
    ),
    # a team and a number behind the car
    (
        "Im Audi #16 saßen Patrick Orlow und Tim Voss. "
        "Der Audi von Scherer Sport mit der Nummer 16 schied aus.",
        "retirement: holder Patrick Orlow/car, Tim Voss/car",
    ),
    # who is aboard by a relative clause
    (
        "Der Audi, den Carlo Kolb an Sara Lindblom und die Schwedin an Pawel Mrozek übergeben "
        "hatte, wurde Dritter.",
        "result: holder Carlo Kolb/car, Sara Lindblom/car, Pawel Mrozek/car; position 3",
    ),
    (
        "Das Podium komplettierte der Cadillac, in dem Pepe Daroni saß.",
        "result: holder Pepe Daroni/car; position 3",
    ),
    ("Dritter ist der Audi mit der 15 (am Steuer: Henrik Blom).", "position: holder Henrik Blom"),
    # who shares the car
    (
        "Lars Ohm/Tim Bode und Jan Lux/Uwe Pohl starteten. "
        "Cem Aydan landete mit Marlon Kissling auf dem sechsten Rang.",
        "result: holder Cem Aydan, Marlon Kissling; position 6",
    ),
    (
        "Jan Dorn führte die SP4 gemeinsam mit Guido Klein und Dirk Esser an.",
        "lead: holder Jan Dorn, Guido Klein, Dirk Esser",
    ),
    # who sits in what, the verb said once; a car's number behind a noun; who shares it
    (
        "Im BMW M4 startete Tim Heintz von Platz drei, im Ferrari Enzo Corsini von Platz vier. "
        "In Runde drei fiel der Ferrari aus.",
        "retirement: holder Enzo Corsini/car",
    ),
    (
        "Im Audi #8 saß Leo Falk. Den Schwesterwagen #7 teilten sich Jan Kolb und Tim Rau. "
        "Die #7 schied aus.",
        "retirement: holder Jan Kolb/car, Tim Rau/car",
    ),
    (
        "Peter Dahl schied mit dem Aston Martin, den er sich mit Ian Cole teilt, in Runde drei "
        "aus.",
        "retirement: holder Peter Dahl, Ian Cole/crew",
    ),
    (
        "Jan Kolb und Tim Rau führten lange. Dann schieden die beiden aus, weil ihr Audi einen "
        "Reifenschaden hatte.",
        "puncture: holder Jan Kolb/car, Tim Rau/car",
    ),
    (
        "Tom Brix saß im Ferrari mit der Nummer 11, Luca Roth im Porsche mit der Nummer 22. Am "
        "Start ging die 22 an der 11 vorbei.",
        "overtake: agent Luca Roth/car; patient Tom Brix/car",
    ),
    (
        "Peter Karg teilt sich den Cayman mit Uli Moos und Jens Lahr. In Runde sechs drehte sich "
        "Karg. Das Trio wurde Achter.",
        "result: holder Peter Karg/crew, Uli Moos/crew, Jens Lahr/crew; position 8",
    ),
    # a crew before a colon, a team by one of it
    (
        "Der Audi von Mads Otten und Rino Cardo fiel zurück: Ein Motorschaden zwang zur Aufgabe.",
        "technical: holder Mads Otten/ellipsis, Rino Cardo/ellipsis",
    ),
    (
        "Uwe Timm/Volker Krah und Leo Falk/Max Grieb starteten. Am Ende wurde das Team um Krah "
        "Fünfter.",
        "result: holder Volker Krah/crew, Uwe Timm/crew; position 5",
    ),
    # a pronoun goes on about whom a pronoun was about
    (
        "Davide Morat lag auf Rang fünf. Er bremste Kai Blume aus, Leo Falk kam von der Linie. "
        "In Runde neun stürzte er.",
        "off_track: holder Davide Morat/pronoun",
    ),
    # what is handed over stands first, a noun that looks like an adjective before a name
    (
        "Das Steuer des BMW übergab Frank Lüder an Ben Osterholt.",
        "driver_change: from Frank Lüder; to Ben Osterholt",
    ),
    (
        "In der Meisterschaft führt vor dem Finale Dario Monter mit 12 Punkten vor Kenny Aldrick.",
        "championship: holder Kenny Aldrick; outcome standing",
    ),
    # an article behind a semicolon, and a double name after a known one
    (
        "Jan Kolb stoppte; der dahinter heranschießende BMW von Ole Thorsen hatte keinen Platz "
        "mehr und schied aus.",
        "retirement: holder Ole Thorsen",
    ),
    (
        "Jan Kolb ging am Porsche von Frank Jelinski-Bach vorbei.",
        "overtake: agent Jan Kolb; patient Frank Jelinski-Bach/car",
    ),
    # whose a thing is
    (
        "Nicht ins Ziel kam Lasse Holm, an dessen Aston Martin sich ein Rad gelöst hatte.",
        "technical: holder Lasse Holm/car",
    ),
    # demonstratives within the clause and out of an infinitive
    (
        "Noch hinter Ackermann, griff Jan Brandauer diesen in Runde drei an.",
        "overtake attempted: agent Jan Brandauer; patient Ackermann/pronoun",
    ),
    (
        "In Runde vier ging Felber an Jonas Figgen vorbei, nur um von diesem wieder überholt zu "
        "werden.",
        "overtake: agent Jonas Figgen/pronoun; patient Felber/ellipsis",
    ),
    # of three the first
    (
        "Jonas Greif, Emil Thorsen und Kai Blume führten. Ersterer drehte sich.",
        "off_track: holder Jonas Greif/pronoun",
    ),
    # an epithet within a list
    (
        "Enea Falchi und Rookie Pedro Ancelotti kämpften. In Runde drei stürzte der Rookie.",
        "off_track: holder Pedro Ancelotti/role",
    ),
    # a participle before a name
    (
        "Nach zehn Runden kollidierte Hugo Sasser mit dem Überrundeten Tim Reiter.",
        "collision: party Hugo Sasser, Tim Reiter",
    ),
    # relatives by their first name
    ("Kelvin Brandner siegte vor Bruder Simon.", "result: holder Simon Brandner; position 2"),
    (
        "Amelie Groth übergab an ihren Bruder Justus.",
        "driver_change: from Amelie Groth; to Justus Groth",
    ),
    # genitives of names that no list holds
    (
        "Ein Ölverlust an Jonas Kremers KTM beendete die Jagd.",
        "technical: holder Jonas Kremer",
    ),
    (
        "Jonas Kremer siegte. Kremers Erzrivale Hugo Brandt wurde Zweiter.",
        "result: holder Hugo Brandt; position 2",
    ),
    # of whom the same is told
    (
        "Jan Kolb hatte einen Dreher, ebenso wie Tim Rau.",
        "off_track: holder Jan Kolb, Tim Rau",
    ),
    ("Jan Kolb schied aus, wie auch Tim Rau.", "retirement: holder Jan Kolb, Tim Rau"),
    # both of a make, a crew by its nation, all of three
    (
        "McLaren-Mann Jan Kolb lag vor McLaren-Kollege Tim Rau. In Runde drei kollidierten die "
        "beiden McLaren.",
        "collision: party Jan Kolb/car, Tim Rau/car",
    ),
    (
        "Die Finnen Kalle Rova/Jonne Hall führten vor Leo Kern/Max Mohr. Im Ziel wurden die "
        "Finnen Zweite.",
        "result: holder Kalle Rova/nationality, Jonne Hall/nationality; position 2",
    ),
    (
        "Jan Kolb, Tim Rau und Leo Falk kollidierten. Für alle drei war das Rennen gelaufen.",
        "retirement: holder Jan Kolb/crew, Tim Rau/crew, Leo Falk/crew",
    ),
    # the make of a car told by number and team in the same sentence, the crew of a team's car
    (
        "Die Pole ging an die #16 von Grasser (Kolber/Tauber), der Lamborghini führte auch nach "
        "dem Start.",
        "lead: holder Kolber/car, Tauber/car",
    ),
    (
        "Am Ende brachte Zakspeed den Mercedes mit der #1 (Kolber/Tauber) auf Rang zwei ins Ziel.",
        "result: holder Kolber/car, Tauber/car; position 2",
    ),
    (
        "Tom Weber und Max Kolber im Audi mit der #1 siegten vor Tim Tauber und Jan Rossi im Audi "
        "mit der #2. In der Meisterschaft haben Weber und Kolber zehn Punkte Vorsprung auf ihre "
        "Teamkollegen.",
        "championship: holder Jan Rossi/teammate, Tim Tauber/teammate; outcome standing",
    ),
    (
        "Opel holte mit der #9 (Kolber/Tauber) im Rennen Rang drei.",
        "result: holder Kolber/car, Tauber/car; position 3",
    ),
    (
        "Opel begann mit der #9 (Kolber/Tauber) auf Rang drei. Nach drei Runden führte der Opel.",
        "lead: holder Kolber/car, Tauber/car",
    ),
    (
        "Der Brite Tim Kolber lag vor Adler. Zufrieden war nur der Brite im Audi, der siegte.",
        "result: holder Tim Kolber/pronoun; position 1",
    ),
    (
        "Im Rennen kollidierte der Audi mit der #4 mit einem LMP2.",
        "collision: party Audi #4",
    ),
    # a car that no list holds, and another spelling of a surname
    (
        "Hiroshi Masuoka startete gut. Masuokas Pajerito lag nach zwei Runden in Führung.",
        "lead: holder Hiroshi Masuoka",
    ),
    ("Im Rennen lag Kwjat auf Rang fünf.", "position: holder Daniil Kvyat"),
    # whose crew it is
    (
        "Es siegte Max Horn vor dem Audi mit der Startnummer 4. Dessen Besatzung Frank Stepper "
        "und Nico Menz hatte lange geführt. Die Nummer 4 schied aus.",
        "retirement: holder Frank Stepper/car, Nico Menz/car",
    ),
    (
        "Platz drei sicherte sich die BMW-Mannschaft von Schubert (Jörg Moll, Stefan Aust).",
        "result: holder Jörg Moll/car, Stefan Aust/car; position 3",
    ),
    (
        "Max Grieb/Tobias Braun gewannen die Prüfung. In Runde drei fielen die Pfälzer aus.",
        "retirement: holder Max Grieb/origin, Tobias Braun/origin",
    ),
    (
        "Jan Kolber und Timo Rauh führten. Leo Falk schlüpfte an den Streithähnen vorbei.",
        "overtake: agent Leo Falk; patient Jan Kolber/crew, Timo Rauh/crew",
    ),
    (
        "Jan Kolber lag vor Timo Rauh. In Runde drei überholte der Letztgenannte Leo Falk.",
        "overtake: agent Timo Rauh/pronoun; patient Leo Falk",
    ),
    # an adverb before the subjunction, a place behind what has no number
    (
        "Erst als Kremer an die Box kam, übernahm Tom Kristen die Führung.",
        "lead: holder Tom Kristen; how gained",
    ),
    (
        "Einzig als Kremer eine Strafe absitzen musste, ging der Audi von Tom Kristen in Führung.",
        "lead: holder Tom Kristen/car; how gained",
    ),
    (
        "Jan Kolber, Timo Falk und Wim Horst kämpften. Ausgerechnet Letzterer, der zu Hause fuhr, "
        "drehte sich.",
        "off_track: holder Wim Horst/pronoun",
    ),
    # a nation told by an adjective
    (
        "Der spanische Ducati-Pilot Luis Mora führte vor Enzo Falli. In Runde vier stürzte der "
        "italienische Routinier. Der Spanier siegte.",
        "result: holder Luis Mora/nationality; position 1",
    ),
    (
        "Jan Kern siegte vor der britischen Fahrerin Amy Holt. Die Britin hatte lange geführt.",
        "lead: holder Amy Holt/nationality",
    ),
    # the end of a surname is at home where the first name is not
    (
        "Emil Thorsen lag vor Kiano Blume und Leo Marx. Der Däne schied aus.",
        "retirement: holder Emil Thorsen/nationality",
    ),
    # a team between the car and its crew
    (
        "Es siegte der Audi von Falkenried mit Carlo Kolb, Sara Lindblom und Pawel Mrozek vor der "
        "#24 von Nordwind mit Aurel Wald, Simon Tavor und Lex van Burg. Im Ziel stand die #24.",
        "result: holder Aurel Wald/car, Simon Tavor/car, Lex van Burg/car; position 2",
    ),
    # who brings a team's car home
    (
        "Rowe Racing siegte mit Dan Hauer, Max Hessel und Gus Farro.",
        "result: holder Dan Hauer, Max Hessel, Gus Farro; position 1",
    ),
    # a start number with an article opens a clause of its own, with no noun where it is known
    (
        "Die #8 fiel aus, die #7 von Carlo Kolb und Sara Lindblom kam auf Rang neun ins Ziel.",
        "result: holder Carlo Kolb/car, Sara Lindblom/car; position 9",
    ),
    (
        "In der #31 saßen Carlo Kolb und Sara Lindblom. Nach drei Stunden schied die 31 aus.",
        "retirement: holder Carlo Kolb/car, Sara Lindblom/car",
    ),
    # the second of two crews
    (
        "Pech hatten Carlo Kolb und Sara Lindblom sowie Dan Hauer und Max Hessel, die im Audi "
        "ausfielen.",
        "retirement: holder Dan Hauer/pronoun, Max Hessel/pronoun",
    ),
    # a car whose driver is named behind it
    (
        "Der zweite BMW bekam eine Zeitstrafe, weil Jesse Kroll unter Gelb überholt hatte.",
        "penalty: holder Jesse Kroll/car",
    ),
    (
        "Der Audi lag auf Platz drei. Ralf Rasch stellte den Wagen ab. Der Audi fiel aus.",
        "retirement: holder Ralf Rasch",
    ),
    # a list goes on behind a relative clause, and whoever the clause names shares the car
    (
        "Auf Rang drei kam Lukas Auberg im BMW, der von Jules Gorin und Mario Engler übernommen "
        "hatte, vor dem Audi von Mats Camp, Nick Tand und Felix Nast ins Ziel.",
        "result: holder Mats Camp/car, Nick Tand/car, Felix Nast/car; position 4",
    ),
    # who drives by now
    (
        "Matthias Wiegand übergab an Jörn Kess. Der Sauerländer übernahm die Führung.",
        "lead: holder Jörn Kess/origin",
    ),
]


@pytest.mark.parametrize(("text", "event"), LAST)
def test_last_event(nlp: Language, text: str, event: str) -> None:
    assert told(nlp, RACE + text)[-1].startswith(event)


#: what shares no car
APART = [
    "Hamilton siegte mit Verstappen im Nacken.",
    "Hamilton belegte punktgleich mit Verstappen Rang zwei.",
]


@pytest.mark.parametrize("text", APART)
def test_company_without_a_car_in_common(nlp: Language, text: str) -> None:
    assert all("Verstappen" not in event for event in told(nlp, RACE + text))


def test_namesakes_by_first_name(nlp: Language) -> None:
    text = "Candela Belmont führte vor ihrer Schwester Irene Belmont. Candela stürzte."
    assert told(nlp, RACE + text)[-1].startswith("off_track: holder Candela Belmont")
