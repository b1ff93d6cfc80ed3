"""Who passed whom, gained or lost, in every shape of clause that a report has."""

from __future__ import annotations

from itertools import product

from spacy.language import Language

from rennbericht.contract.build import EVENTS

INTRO = (
    "Das Rennen in Spa\n\n"
    "Carlos Sainz (Ferrari) und George Russell (Mercedes) starteten vor Lando Norris (McLaren).\n\n"
)
#: finite verb, right bracket, participle with auxiliary, verb-final form, place of the rival
GAINS = [
    ("überholte", "", "überholt hatte", "überholte", "{acc}"),
    ("rang", "nieder", "niedergerungen hatte", "niederrang", "{acc}"),
    ("ließ", "stehen", "stehen gelassen hatte", "stehen ließ", "{acc}"),
    ("fuhr", "vorbei", "vorbeigefahren war", "vorbeifuhr", "an {dat}"),
    ("schlüpfte", "vorbei", "vorbeigeschlüpft war", "vorbeischlüpfte", "an {dat}"),
    ("nahm", "ab", "abgenommen hatte", "abnahm", "{dat} Rang zwei"),
    ("übernahm", "", "übernommen hatte", "übernahm", "Rang zwei von {dat}"),
]
LOSSES = [
    ("ließ", "passieren", "hatte passieren lassen", "passieren ließ", "{acc}"),
    ("ließ", "vorbei", "vorbeigelassen hatte", "vorbeiließ", "{acc}"),
    ("verlor", "", "verloren hatte", "verlor", "den zweiten Platz an {acc}"),
    ("fiel", "zurück", "zurückgefallen war", "zurückfiel", "hinter {acc}"),
    ("überließ", "", "überlassen hatte", "überließ", "{dat} den zweiten Platz"),
]
#: accusative, dative
RIVALS = [
    ("Sainz", "Sainz"),
    ("den Ferrari von Sainz", "dem Ferrari von Sainz"),
    ("den Spanier Sainz", "dem Spanier Sainz"),
]
SHAPES = [
    "In Runde zwölf {fin} Norris {o} {part}.",
    "Der Start misslang, doch schon in Runde zwölf {fin} Lando Norris {o} {part}.",
    "Die Zuschauer jubelten, weil der Brite Norris {o} {final}.",
    "Der Regen begann, nachdem Norris in Runde zwölf {o} {perfect}.",
    "Norris hatte im Rennen weniger Verkehr und {fin} bald {o} {part}.",
    "Norris lag lange im Windschatten, ehe er {o} {final}.",
    "Am meisten Arbeit hatte Norris, der in Runde zwölf {o} {final}.",
    "Beim Restart, bei dem McLaren-Pilot Norris {o} {final}, regnete es noch.",
    "Norris, der Probleme mit den Bremsen hatte, {fin} {o} {part}.",
]
#: what one line of the grid does not say
OTHERS = [
    ("In Runde zwölf wurde Russell von Norris überholt.", "Lando Norris", ["George Russell"]),
    ("Russell fuhr gut, wurde aber von Norris überholt.", "Lando Norris", ["George Russell"]),
    ("Russell kämpfte mit Norris, wurde aber überholt.", "Lando Norris", ["George Russell"]),
    ("Vorn lag Russell, den Kollege Norris überholte.", "Lando Norris", ["George Russell"]),
    (
        "Norris hatte Russell eingeholt und in Runde drei überholt.",
        "Lando Norris",
        ["George Russell"],
    ),
    ("Norris machte Druck auf Russell und überholte bald.", "Lando Norris", ["George Russell"]),
    (
        "Russell patzte, und Norris schlüpfte durch auf Rang zwei.",
        "Lando Norris",
        ["George Russell"],
    ),
    ("Sainz lag vor Russell. Der ging in Runde drei vorbei.", "George Russell", ["Carlos Sainz"]),
    (
        "Norris zog mit der Kraft seines McLaren an Russell vorbei.",
        "Lando Norris",
        ["George Russell"],
    ),
    ("Russell wurde Opfer eines Undercuts von Norris.", "Lando Norris", ["George Russell"]),
    ("Norris wurde an Russell vorbeigelassen.", "Lando Norris", ["George Russell"]),
    (
        "Nachdem ihn Norris überholt hatte, fiel Russell weiter zurück.",
        "Lando Norris",
        ["George Russell"],
    ),
    ("Norris überholte Ferraris Carlos Sainz.", "Lando Norris", ["Carlos Sainz"]),
    ("Nach mehreren Versuchen ging Norris an Sainz vorbei.", "Lando Norris", ["Carlos Sainz"]),
    (
        "Doriane Pin ließ die hinter ihr liegende Abbi Pulling passieren.",
        "Abbi Pulling",
        ["Doriane Pin"],
    ),
    (
        "Doriane Pin musste sich der von Platz acht gestarteten Abbi Pulling geschlagen geben.",
        "Abbi Pulling",
        ["Doriane Pin"],
    ),
    (
        "Norris ging an allen vorbei: an Sainz in Runde drei, an Russell in Runde vier.",
        "Lando Norris",
        ["Carlos Sainz", "George Russell"],
    ),
    (
        "Norris ging an Sainz, der Probleme mit den Bremsen hatte, und an Russell vorbei.",
        "Lando Norris",
        ["Carlos Sainz", "George Russell"],
    ),
    (
        "Norris ließ Sainz stehen, der auf Slicks unterwegs war, dann den Mercedes von Russell.",
        "Lando Norris",
        ["Carlos Sainz", "George Russell"],
    ),
]
#: no pass is told, whatever stands there
NOTHING = [
    "Norris holte Sainz in Runde zwölf ein.",
    "Norris kam bis auf eine Sekunde an Sainz heran.",
    "Sechs Runden vor Schluss hatte Norris Sainz vor sich.",
    "Norris nahm sich nun den Ferrari von Sainz vor.",
    "Sainz verteidigte die Führung gegen Norris.",
    "Norris blieb hinter Sainz stecken.",
]


def test_shapes(nlp: Language) -> None:
    cells = [
        *(("Lando Norris", "Carlos Sainz", *cell) for cell in product(GAINS, SHAPES, RIVALS)),
        *(("Carlos Sainz", "Lando Norris", *cell) for cell in product(LOSSES, SHAPES, RIVALS)),
    ]
    wanted = []
    for agent, patient, verb, shape, (accusative, dative) in cells:
        fin, part, perfect, final, where = verb
        rival = where.format(acc=accusative, dat=dative)
        text = shape.format(fin=fin, part=part, perfect=perfect, final=final, o=rival)
        wanted.append((text.replace(" .", "."), [agent], [patient]))
    _check(nlp, wanted)


def test_others(nlp: Language) -> None:
    _check(nlp, [(text, [agent], patients) for text, agent, patients in OTHERS])


def test_no_pass(nlp: Language) -> None:
    _check(nlp, [(text, [], []) for text in NOTHING])


def _check(nlp: Language, wanted: list[tuple[str, list[str], list[str]]]) -> None:
    missed = []
    docs = nlp.pipe([INTRO + text for text, _agent, _patients in wanted])
    for (text, agent, patients), doc in zip(wanted, docs, strict=True):
        passes = [
            event["roles"]
            for event in doc.user_data[EVENTS]
            if event["type"] == "overtake" and event["status"] == "asserted"
        ]
        found = tuple(
            sorted(
                {
                    a["entity"]["name"] if a["entity"] else "?"
                    for r in passes
                    for a in r.get(side, ())
                }
            )
            for side in ("agent", "patient")
        )
        if found != (agent, patients):
            missed.append(f"{text} {found}")
    assert not missed, f"{len(missed)} of {len(wanted)}\n" + "\n".join(missed)
