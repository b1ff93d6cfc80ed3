"""Whoever has a place in the standings and however the clause is built: what is told of him."""

from __future__ import annotations

from itertools import product

from spacy.language import Language
from spacy.tokens import Doc

from rennbericht.contract.build import EVENTS

#: the sentence before, the holder as subject, who he is
CREW = {"Kévin Estre", "Laurens Vanthoor"}
HOLDERS = [
    ("", "Norris", {"Lando Norris"}),
    ("", "der Brite Lando Norris", {"Lando Norris"}),
    ("", "McLaren-Pilot Norris", {"Lando Norris"}),
    ("Lando Norris gewann das Rennen in Spa.", "er", {"Lando Norris"}),
    ("Lando Norris gewann das Rennen in Spa.", "der McLaren-Pilot", {"Lando Norris"}),
    ("Kévin Estre und Laurens Vanthoor gewannen das Rennen in Spa.", "das Duo", CREW),
]
#: finite verb, what stands behind it, its particle, outcome
WAYS = [
    ("übernahm", "Platz eins in der Meisterschaft", "", "leads"),
    ("rückte", "an die Tabellenspitze", "vor", "leads"),
    ("bleibt", "in der Meisterschaft die Nummer eins", "", "leads"),
    ("verließ", "Spa als Tabellenführer", "", "leads"),
    ("stürmte", "an die Spitze der Meisterschaft", "", "leads"),
    ("sicherte", "sich Platz drei in der Gesamtwertung", "", "standing"),
    ("beendete", "die Saison als Vizemeister", "", "standing"),
    ("machte", "die Vizemeisterschaft perfekt", "", "standing"),
    ("holte", "den Titel", "", "won"),
    ("entschied", "den Titelkampf für sich", "", "won"),
    ("ist", "in der Meisterschaft nicht mehr einzuholen", "", "won"),
    ("unterlag", "im Titelkampf", "", "lost"),
    ("schied", "aus dem Titelrennen", "aus", "lost"),
    ("hielt", "die Titelhoffnungen am Leben", "", "open"),
    ("kann", "sich in Zandvoort zum Meister krönen", "", "open"),
    ("kann", "aus eigener Kraft nicht mehr Meister werden", "", "open"),
]
#: {who}, {Who} at the beginning; {fin}, {rest}, {part} of a main clause, {final} of another
CLAUSES = [
    "{Who} {fin} {rest} {part}.",
    "Nach dem Rennen in Spa {fin} {who} {rest} {part}.",
    "Die Stimmung war gelöst, weil {who} {final}.",
    "Das Rennen endete vorzeitig, womit {who} {final}.",
    "In der Box brach Jubel aus: {Who} {fin} {rest} {part}.",
]
#: sentences and the names with their outcomes, in the order of the table
TABLES = {
    "Meister wurde Norris vor Piastri und Leclerc.": [
        ("Lando Norris", "won"),
        ("Oscar Piastri", "standing"),
        ("Charles Leclerc", "standing"),
    ],
    "Den Titel holte McLaren-Pilot Norris vor Teamkollege Piastri.": [
        ("Lando Norris", "won"),
        ("Oscar Piastri", "standing"),
    ],
    "In der WM hat Norris nun 17 Punkte mehr als Piastri.": [
        ("Lando Norris", "leads"),
        ("Oscar Piastri", "standing"),
    ],
    "In der Tabelle führt Norris (120 Punkte) vor Piastri (110) und Leclerc (98).": [
        ("Lando Norris", "leads"),
        ("Oscar Piastri", "standing"),
        ("Charles Leclerc", "standing"),
    ],
    "Die Führung in der Gesamtwertung ging an Norris.": [("Lando Norris", "leads")],
    "Den Sieg in der Teamwertung sicherte sich Manthey EMA.": [("Manthey EMA", "won")],
    "Damit ist der Titel für Norris außer Reichweite.": [("Lando Norris", "lost")],
    # of no table
    "Der amtierende Champion Leclerc war nicht am Start.": [],
    "Norris, Meister von 2019, fuhr in Zandvoort mit.": [],
    "Norris baute den Vorsprung auf 17 Sekunden aus.": [],
    "Norris gewann den ersten Lauf der Meisterschaft.": [],
}


def told(doc: Doc) -> list[tuple[set[str], str]]:
    """Holders and outcomes of a text's championships."""
    return [
        (
            {argument["entity"]["name"] for argument in event["roles"].get("holder", ())},
            event["attributes"].get("outcome"),
        )
        for event in doc.user_data[EVENTS]
        if event["type"] == "championship"
    ]


def test_who_stands_how(nlp: Language) -> None:
    texts, wanted = [], []
    for (intro, who, people), (fin, rest, part, outcome), clause in product(HOLDERS, WAYS, CLAUSES):
        final = f"{rest} {part}{fin}"
        told_so = clause.format(
            who=who, Who=who[0].upper() + who[1:], fin=fin, rest=rest, part=part, final=final
        )
        texts.append(f"{intro} {told_so}".strip().replace(" .", "."))
        wanted.append([(people, outcome)])
    missed = [
        f"{text} {told(doc)}"
        for text, doc, want in zip(texts, nlp.pipe(texts), wanted, strict=True)
        if told(doc) != want
    ]
    assert not missed, f"{len(missed)} of {len(texts)}\n" + "\n".join(missed)


def test_tables_in_a_sentence(nlp: Language) -> None:
    missed = []
    for (text, want), doc in zip(TABLES.items(), nlp.pipe(TABLES), strict=True):
        found = told(doc)
        if found != [({name}, outcome) for name, outcome in want]:
            missed.append(f"{text} {found}")
    assert not missed, "\n".join(missed)
