"""However a car changes hands in a race of crews: who drives it on, and that nobody gave up."""

from __future__ import annotations

from itertools import product

from spacy.language import Language

from rennbericht.contract.build import EVENTS

CREWS = (
    "Den Manthey-Porsche teilten sich Kévin Estre und Laurens Vanthoor, "
    "im Winward-Mercedes saßen Maro Engel und Lucas Auer. "
)
#: of who gives the car: finite verb, middle, particle, verb-final preterite, perfect
GIVING = [
    ("übergab", "an {b}", "", "an {b} übergab", "an {b} übergeben hatte"),
    ("überließ", "{b} das Steuer", "", "{b} das Steuer überließ",
     "{b} das Steuer überlassen hatte"),
    ("räumte", "das Cockpit für {b}", "", "das Cockpit für {b} räumte",
     "das Cockpit für {b} geräumt hatte"),
    ("machte", "im Cockpit Platz für {b}", "", "im Cockpit Platz für {b} machte",
     "im Cockpit Platz für {b} gemacht hatte"),
    ("gab", "den Wagen an {b}", "weiter", "den Wagen an {b} weitergab",
     "den Wagen an {b} weitergegeben hatte"),
    ("wurde", "am Steuer von {b}", "abgelöst", "am Steuer von {b} abgelöst wurde",
     "am Steuer von {b} abgelöst worden war"),
]  # fmt: skip
#: of who takes it
TAKING = [
    ("übernahm", "von {a}", "", "von {a} übernahm", "von {a} übernommen hatte"),
    ("löste", "{a}", "ab", "{a} ablöste", "{a} abgelöst hatte"),
    ("stieg", "für {a} ins Auto", "", "für {a} ins Auto stieg", "für {a} ins Auto gestiegen war"),
    ("kam", "ans Steuer", "", "ans Steuer kam", "ans Steuer gekommen war"),
    ("stieg", "", "ein", "einstieg", "eingestiegen war"),
    ("bestritt", "den letzten Stint", "", "den letzten Stint bestritt",
     "den letzten Stint bestritten hatte"),
]  # fmt: skip
NAMES = ["Vanthoor", "Teamkollege Laurens Vanthoor", "Schlussfahrer Laurens Vanthoor"]
WHEN = ["", "nach 30 Runden", "in Führung liegend", "auf Rang drei liegend"]
CLAUSES = [
    "Dann {fin} {who} {when} {mid} {part}.",
    "{who} {fin} {when} {mid} {part}.",
    "Der Regen begann, als {who} {when} {final}.",
    "Der Regen begann, nachdem {who} {when} {perfect}.",
]
#: one verb for both
BOTH = [
    "Nach 30 Runden stieg Estre aus und {b} ein.",
    "In Runde 30 stieg Estre aus, {b} ein.",
    "Estre stieg in Runde 30 aus, für ihn stieg {b} ein.",
]


def test_who_drives_on(nlp: Language) -> None:
    texts = [form.format(b=name) for form, name in product(BOTH, NAMES)]
    for (fin, mid, part, final, perfect), name, when, clause in product(
        GIVING + TAKING, NAMES, WHEN, CLAUSES
    ):
        gives = "{b}" in mid
        text = clause.replace("{who}", "Estre" if gives else name).format(
            fin=fin, mid=mid, part=part, final=final, perfect=perfect, when=when
        )
        texts.append(" ".join(text.format(a="Estre", b=name).replace(" .", ".").split()))
    missed = []
    for text, doc in zip(texts, nlp.pipe(CREWS + text for text in texts), strict=True):
        found = [event for event in doc.user_data[EVENTS] if event["type"] != "position"]
        drives_on = [
            argument["entity"]["name"]
            for event in found
            if event["type"] == "driver_change"
            for argument in event["roles"]["to"]
        ]
        others = {e["type"] for e in found} - {"driver_change", "lead"}
        if drives_on != ["Laurens Vanthoor"] or others:
            missed.append(f"{text} {drives_on} {sorted(others)}")
    assert not missed, f"{len(missed)} of {len(texts)}\n" + "\n".join(missed)
