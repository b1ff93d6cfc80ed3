"""However a driver or crew is named and wherever it is told: who finished, ran or led where."""

from __future__ import annotations

from itertools import product

from spacy.language import Language

from rennbericht.contract.build import EVENTS

#: type, place, singular, plural, middle field, particle, participle, auxiliary; {m} is `Dritter`
#: or `Dritte`
SAYINGS = [
    ("result", 3, "wurde", "wurden", "{m}", "", "geworden", "sein"),
    ("result", 3, "finishte", "finishten", "auf Rang drei", "", "gefinisht", "haben"),
    ("result", 3, "belegte", "belegten", "Platz drei", "", "belegt", "haben"),
    ("result", 3, "lief", "liefen", "auf Platz drei", "ein", "eingelaufen", "sein"),
    ("position", 3, "rückte", "rückten", "auf Platz drei", "vor", "vorgerückt", "sein"),
    ("lead", None, "ging", "gingen", "in Führung", "", "gegangen", "sein"),
]
NORRIS, LAND = ("Lando Norris",), ("Christopher Mies", "Ricardo Feller")
#: nominative, accusative, relative pronoun, whether it is a plural, who is meant
NAMES = [
    ("Norris", "Norris", "der", False, NORRIS),
    ("der Brite Lando Norris", "den Briten Lando Norris", "der", False, NORRIS),
    ("Lando Norris (McLaren)", "Lando Norris (McLaren)", "der", False, NORRIS),
    ("McLaren-Pilot Norris", "McLaren-Pilot Norris", "der", False, NORRIS),
    ("der McLaren von Norris", "den McLaren von Norris", "der", False, NORRIS),
    ("Christopher Mies und Ricardo Feller", "Mies und Feller", "die", True, LAND),
    ("Mies/Feller", "Mies/Feller", "die", True, LAND),
    ("das Audi-Duo Mies und Feller", "das Audi-Duo Mies und Feller", "das", False, LAND),
    ("der Audi von Mies und Feller", "den Audi von Mies und Feller", "der", False, LAND),
    ("die Audi-Piloten Mies und Feller", "die Audi-Piloten Mies und Feller", "die", True, LAND),
]
#: {x} who, {acc} the same as an object, {fin} {mid} {part} the saying, {perfect} and {final}
CLAUSES = [
    "Nach einem guten Stint {fin} {x} {mid} {part}.",
    "Der Jubel war groß, nachdem {x} {mid} {perfect}.",
    "Die Fans feierten {acc}, {who} in Spa {mid} {final}.",
    "Max Verstappen schied aus und {x} {fin} {mid} {part}.",
    "Max Verstappen schied aus, {x} {fin} {mid} {part}.",
]
BEFORE = (
    "Der Rennbericht\n\nIn Spa starteten Lando Norris sowie Christopher Mies und Ricardo Feller. "
)
AUXILIARIES = {"sein": ("war", "waren"), "haben": ("hatte", "hatten")}


def test_who_has_the_place(nlp: Language) -> None:
    texts, wanted = [], []
    for saying, name, clause in product(SAYINGS, NAMES, CLAUSES):
        type_, place, singular, plural, middle, particle, participle, auxiliary = saying
        who, accusative, relative, several, people = name
        finite = plural if several else singular
        told = clause.format(
            x=who, acc=accusative, who=relative, fin=finite, part=particle,
            mid=middle.format(m="Dritte" if several else "Dritter"),
            perfect=f"{participle} {AUXILIARIES[auxiliary][several]}", final=particle + finite,
        )  # fmt: skip
        texts.append(BEFORE + told.replace(" .", "."))
        wanted.append((type_, place, people))
    missed = []
    for text, doc, (type_, place, people) in zip(texts, nlp.pipe(texts), wanted, strict=True):
        told = [
            (event["attributes"].get("position"), [a["entity"]["name"] for a in holders])
            for event in doc.user_data[EVENTS]
            if event["type"] == type_ and (holders := event["roles"].get("holder"))
        ]
        if told != [(place, list(people))]:
            missed.append(f"{text.removeprefix(BEFORE)} {told}")
    assert not missed, f"{len(missed)} of {len(texts)}\n" + "\n".join(missed)
