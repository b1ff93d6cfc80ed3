"""However somebody is named and the sentence is built: who fell out, spun, broke down, hit whom."""

from __future__ import annotations

from itertools import product

from spacy.language import Language

from rennbericht.contract.build import EVENTS

#: type, finite verb, what stands at the end of a main clause, verb-final clause, its reflexive
VERBS = [
    ("retirement", "schied", "aus", "ausschied", ""),
    ("retirement", "konnte", "nicht weiterfahren", "nicht weiterfahren konnte", ""),
    ("off_track", "drehte", "", "drehte", "sich"),
    ("off_track", "rutschte", "von der Strecke", "von der Strecke rutschte", ""),
    ("technical", "erlitt", "einen Motorschaden", "einen Motorschaden erlitt", ""),
    ("puncture", "fing", "einen Plattfuß ein", "einen Plattfuß einfing", "sich"),
]
NAMES = [
    "Sainz",
    "auch Sainz",
    "Sainz (Ferrari)",
    "der Ferrari von Sainz",
    "der Spanier Carlos Sainz",
    "der von Platz drei gestartete Sainz",
    "der bis dahin zweitplatzierte Sainz",
    "Leclercs Teamkollege Sainz",
]
#: {n} the name, {f} the verb, {r} its reflexive, {e} the end, {v} the verb-final form
CLAUSES = [
    "Dann der Schock – {n} {f} {r} in Runde zwölf {e}.",
    "Norris fuhr weiter stark, {n} dagegen {f} {r} in Runde zwölf {e}.",
    "Norris fuhr weiter stark; {n} {f} {r} in Runde zwölf {e}.",
    "Gerade eine Runde war gefahren, als {n} {r} in der Parabolica {v}.",
    "In Runde zwölf {f} {r} {n} {e}.",
]
#: how a collision is told; {a} in the nominative, {d} in the dative, {o} the other one
COLLISIONS = [
    "{a} stieß in Runde zwölf mit {o} zusammen und schied aus.",
    "Das Safety-Car kam heraus, nachdem {a} in der Parabolica in {o} gekracht war.",
    "Das Safety-Car kam heraus, nachdem {o} von {d} berührt worden war.",
    "In Runde zwölf wurde {o} von {d} gerammt.",
    "Runde 12: Rempelei zwischen {d} und {o}.",
    "Das Safety-Car kam wegen einer Berührung zwischen {d} und {o} heraus.",
    "Für Aufregung sorgte die Szene, als {a} in der Parabolica {o} touchierte.",
]
PARTIES = [
    ("Sainz", "Sainz"),
    ("Sainz (Ferrari)", "Sainz (Ferrari)"),
    ("der Spanier Sainz", "dem Spanier Sainz"),
    ("der Ferrari von Sainz", "dem Ferrari von Sainz"),
    ("der Schnitzer-BMW", "dem Schnitzer-BMW"),
    ("die Nummer 42", "der Nummer 42"),
]
BOARDED = "Carlos Sainz pilotierte den Schnitzer-BMW mit der Nummer 42. "


def _told(nlp: Language, texts: list[str], kinds: set[str]) -> list[list[tuple[str, list[str]]]]:
    found = []
    for doc in nlp.pipe(texts):
        events = [event for event in doc.user_data[EVENTS] if event["type"] in kinds]
        found.append(
            [
                (
                    event["type"],
                    sorted(a["entity"]["name"] for args in event["roles"].values() for a in args),
                )
                for event in events
            ]
        )
    return found


def _tidy(text: str) -> str:
    text = " ".join(text.split()).replace(" .", ".")
    return text[:1].upper() + text[1:]


def test_who_met_with_what(nlp: Language) -> None:
    cells = list(product(VERBS, NAMES, CLAUSES))
    texts = [
        _tidy(clause.format(n=name, f=finite, r=reflexive, e=end, v=final))
        for (_type, finite, end, final, reflexive), name, clause in cells
    ]
    kinds = {verb[0] for verb in VERBS} | {"collision"}
    missed = [
        f"{text} {found}"
        for text, found, (verb, _name, _clause) in zip(
            texts, _told(nlp, texts, kinds), cells, strict=True
        )
        if found != [(verb[0], ["Carlos Sainz"])]
    ]
    assert not missed, f"{len(missed)} of {len(texts)}\n" + "\n".join(missed)


def test_who_ran_into_whom(nlp: Language) -> None:
    cells = list(product(COLLISIONS, PARTIES))
    texts = [
        BOARDED + _tidy(clause.format(a=nominative, d=dative, o="Oscar Piastri"))
        for clause, (nominative, dative) in cells
    ]
    missed = []
    for text, found, (clause, _party) in zip(
        texts, _told(nlp, texts, {"collision", "off_track", "retirement"}), cells, strict=True
    ):
        wanted = [("collision", ["Carlos Sainz", "Oscar Piastri"])]
        if "schied aus" in clause:
            wanted.append(("retirement", ["Carlos Sainz"]))
        if found != wanted:
            missed.append(f"{text} {found}")
    assert not missed, f"{len(missed)} of {len(texts)}\n" + "\n".join(missed)
