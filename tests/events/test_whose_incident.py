"""Whose spin, failure or defect a noun tells, where the clause is about somebody else."""

from __future__ import annotations

from itertools import product

import pytest
from spacy.language import Language

from rennbericht.contract.build import EVENTS

INCIDENTS = [
    ("Ausfall", "retirement"),
    ("Dreher", "off_track"),
    ("Sturz", "off_track"),
    ("Unfall", "off_track"),
    ("Ausritt", "off_track"),
    ("Motorschaden", "technical"),
    ("Reifenschaden", "puncture"),
]
#: {n} the noun, {a} its article in the case of the clause
OWNERS = [
    "{a} {n} von Sainz",
    "Sainz' {n}",
    "{a} {n} des Spaniers Sainz",
    "{a} {n} des bis dahin führenden Sainz",
    "{a} {n} des Ferrari von Carlos Sainz",
]
#: article and clause
CLAUSES = [
    ("der", "{o} brachte Norris in Führung."),
    ("der", "{o} bescherte Norris den Sieg."),
    ("der", "{o} ermöglichte Norris den Sprung auf Rang drei."),
    ("dem", "Von {o} profitierte Norris."),
    ("dem", "Norris übernahm nach {o} die Führung."),
    ("dem", "Dank {o} wurde Norris noch Dritter."),
    ("den", "Norris kam durch {o} nach vorn."),
    ("den", "Norris nutzte {o} und ging in Führung."),
]
#: what befell whom something is done to
SUFFERED = ["einem Dreher", "einem Reifenschaden", "einem Getriebeschaden", "einem Ausritt"]
PASSIVES = [
    "Sainz wurde nach {o} von Norris überholt.",
    "Nach {o} wurde Sainz von Norris überholt.",
    "Das Feld rückte zusammen, weil Sainz nach {o} von Norris überholt wurde.",
]


def _holders(nlp: Language, texts: list[str]) -> list[list[tuple[str, list[str]]]]:
    kinds = {kind for _noun, kind in INCIDENTS} | {"technical"}
    return [
        [
            (event["type"], [a["entity"]["name"] for a in event["roles"].get("holder", ())])
            for event in doc.user_data[EVENTS]
            if event["type"] in kinds
        ]
        for doc in nlp.pipe(texts)
    ]


def test_whose_it_is(nlp: Language) -> None:
    cells = list(product(INCIDENTS, OWNERS, CLAUSES))
    texts = []
    for (noun, _kind), owner, (article, clause) in cells:
        text = clause.format(o=owner.format(n=noun, a=article))
        texts.append(text[:1].upper() + text[1:])
    missed = [
        f"{text} {found}"
        for text, found, ((_noun, kind), _o, _c) in zip(
            texts, _holders(nlp, texts), cells, strict=True
        )
        if found != [(kind, ["Carlos Sainz"])]
    ]
    assert not missed, f"{len(missed)} of {len(texts)}\n" + "\n".join(missed)


def test_who_is_passed_after_his_own(nlp: Language) -> None:
    texts = [clause.format(o=cause) for cause, clause in product(SUFFERED, PASSIVES)]
    missed = [
        f"{text} {found}"
        for text, found in zip(texts, _holders(nlp, texts), strict=True)
        if [names for _kind, names in found] != [["Carlos Sainz"]]
    ]
    assert not missed, f"{len(missed)} of {len(texts)}\n" + "\n".join(missed)


@pytest.mark.parametrize(
    "sentence",
    [
        "Durch den Sieg von Norris und den Ausfall von Sainz schrumpfte der Vorsprung.",
        "Nach dem Sieg von Norris und dem Aus von Sainz ist in der Meisterschaft alles offen.",
        "Der Sieg von Norris und der Ausfall von Sainz brachten Spannung in die Meisterschaft.",
    ],
)
def test_nouns_side_by_side_have_each_their_own(nlp: Language, sentence: str) -> None:
    doc = nlp(f"In Monza fuhren Lando Norris und Carlos Sainz in der ersten Reihe los. {sentence}")
    whose = {
        event["type"]: [a["entity"]["name"] for a in event["roles"]["holder"]]
        for event in doc.user_data[EVENTS]
        if event["type"] in ("result", "retirement") and event["sentence"]["index"] == 1
    }
    assert whose == {"result": ["Lando Norris"], "retirement": ["Carlos Sainz"]}
