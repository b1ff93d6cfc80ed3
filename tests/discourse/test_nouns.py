"""People by a noun: nation, origin, age, role, team-mate, crew, whose car it is."""

from __future__ import annotations

import pytest
from spacy.language import Language
from tests.event_notation import told

CASES = [
    # nation: the last of that nation, two of it, one for each noun
    (
        "Vettel lag auf Rang zwei, Felipe Massa auf Rang drei. "
        "In Runde vier überholte der Brasilianer den Deutschen.",
        "overtake: agent Felipe Massa/nationality; patient Sebastian Vettel/nationality; "
        "lap.number 4",
    ),
    (
        "Vettel und Nico Rosberg kollidierten. Die beiden Deutschen schieden aus.",
        "retirement: holder Sebastian Vettel/nationality, Nico Rosberg/nationality",
    ),
    (
        "Joey Hand und Dirk Müller führten. Der Amerikaner schied aus.",
        "retirement: holder Joey Hand/nationality",
    ),
    (
        "Vettel und Hamilton kollidierten. Beide Fahrer schieden aus.",
        "retirement: holder Sebastian Vettel/crew, Lewis Hamilton/crew",
    ),
    # nation told by the text itself
    (
        "Bernd Kistler (Österreich) führte vor Vettel. Der Österreicher schied aus.",
        "retirement: holder Bernd Kistler/nationality",
    ),
    # by an apposition behind the name, by first name, surname and gender alone
    (
        "In Monza lag Bernd Kistler, der Neuseeländer im Porsche, vor Karl Sonntag. "
        "Der Neuseeländer schied aus.",
        "retirement: holder Bernd Kistler/nationality",
    ),
    (
        "In Monza lag Ron Hautamäki vor Piet Dijkstra. Kurz darauf schied der Finne aus.",
        "retirement: holder Ron Hautamäki/nationality",
    ),
    (
        "In Monza lag Klara Wojnicka vor Piotr Kaczmarek. Kurz darauf schied die Polin aus.",
        "retirement: holder Klara Wojnicka/nationality",
    ),
    (
        "In Monza führte Selma Krumbach. Auf Rang zwei schied die 25-Jährige aus.",
        "retirement: holder Selma Krumbach/age",
    ),
    # a name behind the role; who is named of a crew; whose the car is that somebody moves
    (
        "In Monza führte Vettel. Den Führenden der GT3, Bernd Kistler aus Bonn, "
        "warf ein Dreher zurück.",
        "off_track: holder Bernd Kistler",
    ),
    (
        "In Monza führten Hamilton und Vettel. Das Duo um Bernd Kistler schied aus.",
        "retirement: holder Bernd Kistler/crew",
    ),
    (
        "Udo Krumbach führte in Monza. Nach einem Defekt stellte Bernd Kistler den Wagen ab.",
        "retirement: holder Bernd Kistler",
    ),
    (
        "In Monza blieb der Toyota von Udo Krumbach vor Bernd Kistler liegen. "
        "Der Hyundai-Pilot gewann das Rennen.",
        "result: holder Bernd Kistler/car",
    ),
    # nobody is described before he is named
    (
        "In Monza schob Bernd Kistler Udo Krumbach weg. "
        "Der Berliner drehte sich, Kistler war Elfter.",
        "off_track: holder Udo Krumbach/origin; kind spin",
    ),
    # origin: by the apposition, by the facts, by `aus`
    (
        "Der Kölner Bernd Kistler lag vor Timo Bernhard. Der Kölner schied aus.",
        "retirement: holder Bernd Kistler/origin",
    ),
    ("Vettel führte. Der Heppenheimer schied aus.", "retirement: holder Sebastian Vettel/origin"),
    (
        "Vettel führte. Der Mann aus Heppenheim schied aus.",
        "retirement: holder Sebastian Vettel/origin",
    ),
    # age
    (
        "Der 23-jährige Vettel führte vor dem 29-jährigen Alonso. Der 29-Jährige schied aus.",
        "retirement: holder Fernando Alonso/age",
    ),
    # role: by what the article has told
    (
        "Vettel führte vor Hamilton. Alonso überholte den Führenden.",
        "overtake: agent Fernando Alonso; patient Sebastian Vettel/role",
    ),
    (
        "Hamilton führte vor Vettel. Vettel übernahm die Spitze. Der Spitzenreiter drehte sich.",
        "off_track: holder Sebastian Vettel/role; kind spin",
    ),
    (
        "Vettel gewann das Rennen. Der Sieger bekam eine Durchfahrtsstrafe.",
        "penalty: holder Sebastian Vettel/role; kind drive_through",
    ),
    (
        "Alonso wurde Zweiter. Der Zweite bekam eine Durchfahrtsstrafe.",
        "penalty: holder Fernando Alonso/role; kind drive_through",
    ),
    # team-mate: by the text first, the facts after
    (
        "Vettel und Webber starten für Red Bull. Vettel überholte seinen Teamkollegen.",
        "overtake: agent Sebastian Vettel; patient Mark Webber/teammate",
    ),
    (
        "Lewis Hamilton (Mercedes) führte vor Sebastian Vettel (Ferrari). "
        "Nico Rosberg (Mercedes) überholte seinen Teamkollegen.",
        "overtake: agent Nico Rosberg; patient Lewis Hamilton/teammate",
    ),
    # an epithet beside the name is only the name
    (
        "Der Polesitter Vettel wurde am Start von Hamilton überholt.",
        "overtake: agent Lewis Hamilton; patient Sebastian Vettel",
    ),
    # it is kept for later
    (
        "Titelverteidiger Vettel führte. Alonso drehte sich. Der Titelverteidiger schied aus.",
        "retirement: holder Sebastian Vettel/role",
    ),
    (
        "WM-Leader Vettel führte. Alonso drehte sich. Der Tabellenführer schied aus.",
        "retirement: holder Sebastian Vettel/role",
    ),
    # a car behind a comma says who it is
    (
        "Der Vorjahressieger, der Porsche von Kévin Estre und Laurens Vanthoor, rollte aus.",
        "retirement: holder Kévin Estre/car, Laurens Vanthoor/car",
    ),
    (
        "Der Titelverteidiger, der Ferrari von Iron Lynx, schied in Stunde acht aus.",
        "retirement: holder Iron Lynx/car",
    ),
    # of a make without people named of late it is whom the text goes on about
    (
        "Der WM-Führende war Vettel. Der Porsche-Pilot schied aus. Timo Bernhard (Porsche) siegte.",
        "result: holder Timo Bernhard; position 1",
    ),
    (
        "Hamilton touchierte Vettels Ferrari.",
        "collision: party Lewis Hamilton, Sebastian Vettel/car",
    ),
    # a sister car is not their own
    (
        "Joey Hand und Dirk Müller im BMW M3 mit der Nummer 92 führten. Das Schwesterauto schied "
        "aus. Bill Auberlen und Dirk Werner fuhren den BMW M3 mit der Nummer 90.",
        "retirement: holder Bill Auberlen/car, Dirk Werner/car",
    ),
    # crews
    (
        "Hand/Müller führten die GT an. Das Duo musste an die Box.",
        "pit_stop: holder Joey Hand/crew, Dirk Müller/crew",
    ),
    # whose car it is: genitive, `von`, possessive
    ("Hamiltons Auto ging in Flammen auf.", "technical: holder Lewis Hamilton/car"),
    ("Das Auto von Lewis Hamilton musste an die Box.", "pit_stop: holder Lewis Hamilton/car"),
    (
        "Mike Rockenfeller schied aus. Sein Audi hatte einen Motorschaden.",
        "technical: holder Mike Rockenfeller/car",
    ),
    # whose car it is, not who hit it
    (
        "Oscar Piastri führte in Spa, dann wurde sein McLaren von Nico Hülkenberg getroffen.",
        "collision: party Nico Hülkenberg, Oscar Piastri/car",
    ),
    # from a town that no list holds
    (
        "Schluss war in Spa für Philip Geipel. Der Plauener schied in Runde vier aus.",
        "retirement: holder Philip Geipel/origin",
    ),
    # the article in the preposition is definite, a team may bear a title
    (
        "In Spa führte Hamilton vor Felipe Massa. In Runde vier ging Vettel am Brasilianer vorbei.",
        "overtake: agent Sebastian Vettel; patient Felipe Massa/nationality; lap.number 4",
    ),
    (
        "In Spa führte Hamilton vor Massa. In Runde vier wurde Vettel vom Führenden überrundet.",
        "overtake: agent Lewis Hamilton/role; patient Sebastian Vettel; lap.number 4; lapping",
    ),
    (
        "Titelverteidiger Rowe Racing schied in Spa aus.",
        "retirement: holder Rowe Racing",
    ),
    (
        "Luca Stolz und Maro Engel gewannen in Spa. Die HRT-Piloten erhielten eine Zeitstrafe.",
        "penalty: holder Luca Stolz/team, Maro Engel/team; kind time",
    ),
    # by make: whom the words before the colon name, whom facts know in one, one behind a singular
    (
        "Opel-Pilot Jens Kolb führte. Bitter für Tim Wolf: Der Opel-Pilot schied in Spa aus.",
        "retirement: holder Tim Wolf/car",
    ),
    (
        "Thomas Preining und Lucas Auer führten in Spa. In Runde vier schied der Porsche-Mann aus.",
        "retirement: holder Thomas Preining/car; lap.number 4",
    ),
    (
        "In Spa siegte Audi-Pilot Jens Kolb vor Opel-Pilot Tim Wolf und Lars Nolte im Ford. "
        "Der Opel-Pilot erhielt nachträglich eine Zeitstrafe.",
        "penalty: holder Tim Wolf/car; kind time",
    ),
    (
        "In Spa führte Bagnaia vor Marc Márquez. In Runde vier stürzte sein Ducati-Teamkollege.",
        "off_track: holder Marc Márquez/teammate; kind crash; lap.number 4",
    ),
    (
        "Mike Rockenfeller im Audi überholte Jamie Green. Der Audi-Pilot schied aus.",
        "retirement: holder Mike Rockenfeller/car",
    ),
]


@pytest.mark.parametrize("noun", ["Führungsduo", "Führungstrio"])
def test_so_many_as_the_noun_says(nlp: Language, noun: str) -> None:
    text = f"In Spa führten Vettel und Nico Rosberg. In Runde drei schied das {noun} aus."
    out = [line for line in told(nlp, text) if line.startswith("retirement")]
    assert any("Rosberg" in line for line in out) == (noun == "Führungsduo")


@pytest.mark.parametrize(("text", "event"), CASES)
def test_noun(nlp: Language, text: str, event: str) -> None:
    assert any(line.startswith(event) for line in told(nlp, text)), told(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "Vettel überholte einen Brasilianer. Hamilton siegte.",
        "Felipe Massa lag auf Rang drei. Ein Brasilianer schied aus.",
        "Felipe Massa lag auf Rang drei. Der Finne schied aus.",
    ],
)
def test_another_is_not_taken_for_the_one_known(nlp: Language, text: str) -> None:
    assert not any("nationality" in line for line in told(nlp, text))
    assert not any("retirement" in line for line in told(nlp, text))
