"""However the text has told what somebody is, the noun means him later on."""

from __future__ import annotations

from itertools import product

from spacy.language import Language
from spacy.tokens import Doc

from rennbericht.contract.build import EVENTS

RIVALS = "Hargrove und Marchais"
#: what the text tells of Tobias Rehwald; nouns that mean him from there (accusative)
TOLD = [
    ("Rookie Tobias Rehwald startete hinter {r}.", ["Rookie", "Debütanten"]),
    ("Tobias Rehwald, Rookie in diesem Jahr, startete hinter {r}.", ["Rookie", "Neuling"]),
    ("Tobias Rehwald ging als Debütant hinter {r} ins Rennen.", ["Debütanten", "Rookie"]),
    ("Vorn lagen {r}. Dahinter lag mit Tobias Rehwald ein Rookie.", ["Rookie", "Neuling"]),
    ("Tobias Rehwald gab sein Debüt und lag hinter {r}.", ["Debütanten", "Neuling"]),
    ("Für Tobias Rehwald war es das erste Rennen in der DTM. Vorn lagen {r}.", ["Rookie"]),
    ("Tobias Rehwald, der Routinier im Feld, startete hinter {r}.", ["Routinier", "Altmeister"]),
    ("Tobias Rehwald reiste als Titelverteidiger an. Vorn lagen {r}.", ["Titelverteidiger"]),
    ("Für {r} war Titelverteidiger Tobias Rehwald der Gegner.", ["Champion"]),
    ("Tobias Rehwald ist der Meister der vergangenen Saison. Vorn lagen {r}.", ["Champion"]),
    ("Tobias Rehwald hatte im Vorjahr den Titel geholt. Nun lagen {r} vorn.", ["Meister"]),
    ("Tobias Rehwald hatte das Rennen im Vorjahr gewonnen. {r} folgten.", ["Vorjahressieger"]),
    ("Tobias Rehwald, Sieger des Vorjahres, folgte. Vorn lagen {r}.", ["Vorjahressieger"]),
    ("{r} standen vorn, neben ihnen Tobias Rehwald als Tabellenführer.", ["Tabellenführer"]),
    ("Tobias Rehwald kam mit zwölf Punkten Vorsprung zum Rennen. {r} standen in der ersten Reihe.",
     ["Tabellenführer", "Meisterschaftsleader"]),
]  # fmt: skip
#: the same in an accusative, where the phrase is no plain noun
HOMES = [
    ("Tobias Rehwald stammt aus Kempten. Vorn lagen {r}.", "den Kemptener"),
    ("Tobias Rehwald, 24, aus Kempten folgte. Vorn lagen {r}.", "den Mann aus Kempten"),
    ("Tobias Rehwald, 24, aus Kempten folgte. Vorn lagen {r}.", "den 24-Jährigen"),
    ("Tobias Rehwald, ein 24-jähriger Deutscher aus Kempten, folgte. Vorn lagen {r}.",
     "den Kemptener"),
    ("Tobias Rehwald ist erst 24 Jahre alt. Vorn lagen {r}.", "den 24-Jährigen"),
    ("1. Luca Bertoldi (Bergamo/Audi), 2. Tobias Rehwald (Kempten/BMW). {r} folgten.\n\n",
     "den Kemptener"),
    ("Tobias Rehwald startet für Audi, Luca Bertoldi für BMW. Vorn lagen {r}.", "den Audi"),
    ("Tobias Rehwald fährt einen Audi, Luca Bertoldi einen BMW. Vorn lagen {r}.", "den Audi"),
    ("Luca Bertoldi fährt einen BMW, Tobias Rehwald einen Audi. Vorn lagen {r}.", "den Audi"),
    ("Tobias Rehwald im Audi von Rosberg folgte. Vorn lagen {r}.", "den Rosberg-Audi"),
]  # fmt: skip
#: what the car does to one who is named right before it
BY_CAR = [
    "In Runde zehn wurde Bertoldi vom Audi überholt.",
    "In Runde zehn wurde Bertoldi von dem Audi-Piloten überholt.",
    "In Runde zehn wurde Bertoldi von der #21 überholt.",
    "In Runde zehn kollidierte Bertoldi mit dem Audi.",
    "In Runde zehn geriet Bertoldi mit dem Audi-Piloten aneinander.",
]
#: two crews, and what means the second
CREWS = [
    "Die #21 mit Tobias Rehwald und Luca Bertoldi im Audi lag vor der #33 mit Liam Hargrove und "
    "Julien Marchais im BMW.",
    "Auf der Pole stand die #21 mit Tobias Rehwald und Luca Bertoldi im Audi, daneben die #33 mit "
    "Liam Hargrove und Julien Marchais im BMW.",
    "Rehwald/Bertoldi (Audi #21) lagen vor Hargrove/Marchais (BMW #33).",
]
SECOND = ["den BMW", "die #33", "das BMW-Duo", "die Besatzung des BMW", "die BMW-Piloten"]
BETWEEN = ["", "Marchais haderte unterdessen mit der Balance seines Autos. "]
TELLS = [
    "In Runde zehn überholte Luca Bertoldi den {noun}.",
    "Für den {noun} war das Rennen in Runde zehn nach einem Motorschaden beendet.",
    "Luca Bertoldi machte nun Druck. In Runde zehn überholte er den {noun}.",
]


def named(doc: Doc) -> list[str]:
    """Names of those who are passed, pass, collide or give up."""
    return [
        argument["entity"]["name"]
        for event in doc.user_data[EVENTS]
        if event["type"] in ("overtake", "retirement", "collision")
        for role in ("agent", "patient", "holder", "party")
        for argument in event["roles"].get(role, ())
        if argument["entity"] is not None
    ]


def test_where_somebody_comes_from_and_what_he_drives(nlp: Language) -> None:
    texts = [
        f"Der Rennbericht\n\n{told.format(r=RIVALS)} {between}In Runde zehn wurde {{}} überholt."
        for (told, _), between in product(HOMES, BETWEEN)
    ]
    nouns = [noun.replace("den ", "der ", 1) for _, noun in HOMES for _ in BETWEEN]
    nouns = [n.replace("24-Jährigen", "24-Jährige") for n in nouns]
    texts = [text.format(noun) for text, noun in zip(texts, nouns, strict=True)]
    found = [(text, named(doc)) for text, doc in zip(texts, nlp.pipe(texts), strict=True)]
    assert not [pair for pair in found if pair[1] != ["Tobias Rehwald"]]


def test_a_car_beside_a_name_is_the_others(nlp: Language) -> None:
    intro = "Tobias Rehwald im Audi (#21) startete vor Luca Bertoldi im BMW (#33)."
    texts = [f"Der Rennbericht\n\n{intro} {sentence}" for sentence in BY_CAR]
    found = [(text, set(named(doc))) for text, doc in zip(texts, nlp.pipe(texts), strict=True)]
    assert not [pair for pair in found if pair[1] != {"Tobias Rehwald", "Luca Bertoldi"}]


def test_a_crew_by_its_car(nlp: Language) -> None:
    texts = [
        f"Der Rennbericht\n\n{crews} Für {noun} war das Rennen in Runde zehn beendet."
        for crews, noun in product(CREWS, SECOND)
    ]
    found = [(text, named(doc)) for text, doc in zip(texts, nlp.pipe(texts), strict=True)]
    assert not [
        pair for pair in found if {n.split()[-1] for n in pair[1]} != {"Hargrove", "Marchais"}
    ]


def test_a_noun_means_whom_the_text_called_so(nlp: Language) -> None:
    texts = [
        f"Der Rennbericht\n\n{told.format(r=RIVALS)} {between}{tells.format(noun=noun)}"
        for (told, nouns), between, tells in product(TOLD, BETWEEN, TELLS)
        for noun in nouns
    ]
    missed = []
    for text, doc in zip(texts, nlp.pipe(texts), strict=True):
        others = set(named(doc)) - {"Luca Bertoldi"}
        if others != {"Tobias Rehwald"}:
            missed.append(f"{text} {others}")
    assert not missed, f"{len(missed)} of {len(texts)}\n" + "\n".join(missed)
