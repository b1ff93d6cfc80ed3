"""However a rival is named and wherever the pass is told: who passed whom."""

from __future__ import annotations

from itertools import product

from spacy.language import Language

from rennbericht.contract.build import EVENTS

#: finite verb, particle, participle with its auxiliary, verb-final form, preposition
VERBS = [
    ("überholte", "", "überholt hatte", "überholte", ""),
    ("passierte", "", "passiert hatte", "passierte", ""),
    ("rang", "nieder", "niedergerungen hatte", "niederrang", ""),
    ("zog", "vorbei", "vorbeigezogen war", "vorbeizog", "an"),
    ("kam", "vorbei", "vorbeigekommen war", "vorbeikam", "an"),
]
#: accusative and dative
RIVALS = [
    ("Sainz", "Sainz"),
    ("den BMW von Sainz", "dem BMW von Sainz"),
    ("den Clio von Carlos Sainz", "dem Clio von Carlos Sainz"),
    ("den HWA-Mercedes von Sainz", "dem HWA-Mercedes von Sainz"),
    ("den Spanier Sainz", "dem Spanier Sainz"),
    ("den Spanier Carlos Sainz", "dem Spanier Carlos Sainz"),
    ("Teamkollege Sainz", "Teamkollege Sainz"),
    ("den BMW-Piloten Sainz", "dem BMW-Piloten Sainz"),
    ("den vor ihm liegenden Sainz", "dem vor ihm liegenden Sainz"),
    ("den bis dahin führenden Sainz", "dem bis dahin führenden Sainz"),
    ("den sich drehenden Sainz", "dem sich drehenden Sainz"),
    ("Polesitter Sainz", "Polesitter Sainz"),
    ("den zweimaligen Champion Sainz", "dem zweimaligen Champion Sainz"),
    ("Sainz (Ferrari)", "Sainz (Ferrari)"),
]
#: {fin} and {part} of the verb, {perfect}, {final}; {o} is the rival
CLAUSES = [
    "In Runde zwölf {fin} Norris {o} {part}.",
    "Norris {fin} in Runde zwölf {o} {part}.",
    "Der Regen begann, nachdem Norris in Runde zwölf {o} {perfect}.",
    "Der Regen begann, als Norris in Runde zwölf {o} {final}.",
    "Norris hatte im Rennen mehr Schwung und {fin} bald {o} {part}.",
    "Am besten fuhr Norris, der in Runde zwölf {o} {final}.",
    "Norris fuhr ein starkes Rennen: Erst {fin} er {o} {part}, dann die Bestzeit.",
]


def test_who_passed_whom(nlp: Language) -> None:
    texts = []
    for (fin, part, perfect, final, prep), (accusative, dative), clause in product(
        VERBS, RIVALS, CLAUSES
    ):
        rival = f"{prep} {dative}" if prep else accusative
        text = clause.format(fin=fin, part=part, perfect=perfect, final=final, o=rival)
        texts.append(text.replace(" .", ".").replace(" ,", ","))
    missed = []
    for text, doc in zip(texts, nlp.pipe(texts), strict=True):
        passes = [event["roles"] for event in doc.user_data[EVENTS] if event["type"] == "overtake"]
        sides = [
            [argument["entity"]["name"] for roles in passes for argument in roles.get(side, ())]
            for side in ("agent", "patient")
        ]
        if sides != [["Lando Norris"], ["Carlos Sainz"]]:
            missed.append(f"{text} {sides}")
    assert not missed, f"{len(missed)} of {len(texts)}\n" + "\n".join(missed)
