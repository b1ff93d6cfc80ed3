"""However the text has told what somebody is, the noun means him later on."""

from __future__ import annotations

from itertools import product

from spacy.language import Language

from rennbericht.contract.build import EVENTS

RIVALS = "Hargrove, Bertoldi und Marchais"
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
BETWEEN = ["", "Marchais haderte unterdessen mit der Balance seines Autos. "]
TELLS = [
    "In Runde zehn überholte Bertoldi den {noun}.",
    "Für den {noun} war das Rennen in Runde zehn nach einem Motorschaden beendet.",
    "Bertoldi machte nun Druck. In Runde zehn überholte er den {noun}.",
]


def test_a_noun_means_whom_the_text_called_so(nlp: Language) -> None:
    texts = [
        f"Der Rennbericht\n\n{told.format(r=RIVALS)} {between}{tells.format(noun=noun)}"
        for (told, nouns), between, tells in product(TOLD, BETWEEN, TELLS)
        for noun in nouns
    ]
    missed = []
    for text, doc in zip(texts, nlp.pipe(texts), strict=True):
        names = [
            argument["entity"]["name"]
            for event in doc.user_data[EVENTS]
            if event["type"] in ("overtake", "retirement")
            for role in ("patient", "holder")
            for argument in event["roles"].get(role, ())
            if argument["entity"] is not None
        ]
        if names != ["Tobias Rehwald"]:
            missed.append(f"{text} {names}")
    assert not missed, f"{len(missed)} of {len(texts)}\n" + "\n".join(missed)
