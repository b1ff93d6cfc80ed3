"""Whom a mishap befalls that its sentence does not name, or beside whom it names an opponent."""

from __future__ import annotations

from itertools import product

from spacy.language import Language

from rennbericht.contract.build import EVENTS

FIRST = [
    "Carlos Sainz führte das Rennen vor Lando Norris an.",
    "Carlos Sainz lag hinter Lando Norris auf dem zweiten Rang.",
    "Carlos Sainz wurde lange von Lando Norris bedrängt.",
    "Hinter Lando Norris folgte Carlos Sainz mit zwei Sekunden Rückstand.",
    "Für Carlos Sainz lief es zunächst gut.",
    "Im Duell mit Lando Norris zeigte Carlos Sainz eine starke Leistung.",
    "Nachdem Lando Norris an die Box gefahren war, führte Carlos Sainz.",
    "Carlos Sainz, der Lando Norris am Start überholt hatte, lag auf Rang zwei.",
]
SECOND = [
    ("Dann setzte der Motor aus.", ["technical"]),
    ("Zehn Runden vor Schluss platzte der linke Hinterreifen.", ["puncture"]),
    ("In Runde 20 war dann Schluss: Getriebeschaden.", ["retirement", "technical"]),
    ("In Runde 20 folgte ein Dreher in der Parabolica.", ["off_track"]),
    ("Ein Dreher in der Parabolica kostete jedoch viel Zeit.", ["off_track"]),
    ("In Runde 20 kam das Aus.", ["retirement"]),
    ("In Runde 20 brach an seinem Ferrari die Aufhängung.", ["technical"]),
    ("In Runde 20 versagten dem Spanier die Bremsen.", ["technical"]),
    ("Im Duell mit Lando Norris brach die Aufhängung.", ["technical"]),
    ("Beim Überrunden von Lando Norris platzte der linke Hinterreifen.", ["puncture"]),
    ("Zwei Sekunden hinter Lando Norris streikte das Getriebe.", ["technical"]),
    ("Mit viel Vorsprung auf Lando Norris streikte das Getriebe.", ["technical"]),
    ("Im Windschatten von Lando Norris überhitzte der Motor.", ["technical"]),
    ("Der Angriff auf Lando Norris endete in der Mauer.", ["off_track"]),
    ("Ein Angriff auf Lando Norris endete mit einem Dreher.", ["off_track"]),
]
#: who a colon counts, who does the same, who does not
LISTED = [
    ("Gleich drei Favoriten stürzten: Norris, Piastri und Leclerc.", "off_track", 3),
    ("Drei Fahrer schieden aus: Norris, Piastri und Leclerc.", "retirement", 3),
    ("Nicht ins Ziel kamen: Norris, Piastri und Leclerc.", "retirement", 3),
    ("In Kurve eins kollidierten drei Autos: Norris, Piastri und Leclerc.", "collision", 3),
    ("Nach Norris schied auch Piastri aus.", "retirement", 2),
    ("Piastri musste wie Norris in Runde drei aufgeben.", "retirement", 2),
    ("Piastri musste wie sein Teamkollege Norris vorzeitig aufgeben.", "retirement", 2),
    ("Piastri konnte nach dem Dreher weiterfahren, Norris dagegen nicht.", "retirement", 1),
    ("Piastri konnte weiterfahren, der McLaren von Norris nicht.", "retirement", 1),
    ("In der Schikane kollidierten die beiden LMP2 von Norris und Piastri.", "collision", 2),
    ("Piastri bremste früh, dabei kam es zum Kontakt mit Norris.", "collision", 2),
]


def _told(nlp: Language, texts: list[str], kinds: set[str]) -> list[list[tuple[str, list[str]]]]:
    return [
        [
            (
                event["type"],
                sorted(a["entity"]["name"] for args in event["roles"].values() for a in args),
            )
            for event in doc.user_data[EVENTS]
            if event["type"] in kinds
        ]
        for doc in nlp.pipe(texts)
    ]


def test_whom_the_text_goes_on_about(nlp: Language) -> None:
    cells = list(product(FIRST, SECOND))
    texts = [f"{first} {second}" for first, (second, _types) in cells]
    kinds = {"technical", "puncture", "off_track", "retirement"}
    missed = [
        f"{text} {found}"
        for text, found, (_first, (_second, types)) in zip(
            texts, _told(nlp, texts, kinds), cells, strict=True
        )
        if sorted(found) != sorted((kind, ["Carlos Sainz"]) for kind in types)
    ]
    assert not missed, f"{len(missed)} of {len(texts)}\n" + "\n".join(missed)


def test_who_is_counted(nlp: Language) -> None:
    drivers = ["Lando Norris", "Oscar Piastri", "Charles Leclerc"]
    texts = [text for text, _kind, _number in LISTED]
    missed = []
    for text, found, (_text, kind, number) in zip(
        texts, _told(nlp, texts, {kind for _t, kind, _n in LISTED}), LISTED, strict=True
    ):
        wanted = [(kind, sorted(drivers[:number]))]
        if [one for one in found if one[0] == kind] != wanted:
            missed.append(f"{text} {found}")
    assert not missed, f"{len(missed)} of {len(texts)}\n" + "\n".join(missed)
