"""What a clause or noun above says of whether it happened, for events of all types."""

from __future__ import annotations

from itertools import product

from spacy.language import Language

from rennbericht.contract.build import EVENTS

#: type, what stands before the verb, participle with `hat` or `ist`, infinitive with `zu`
DEEDS = [
    ("overtake", "Sainz", "überholt", "hat", "zu überholen"),
    ("overtake", "an Sainz", "vorbeigezogen", "ist", "vorbeizuziehen"),
    ("result", "das Rennen", "gewonnen", "hat", "zu gewinnen"),
    ("lead", "die Führung", "übernommen", "hat", "zu übernehmen"),
    ("pole", "die Poleposition", "geholt", "hat", "zu holen"),
    ("position", "auf Rang sieben", "zurückgefallen", "ist", "zurückzufallen"),
    ("pit_stop", "an die Box", "gekommen", "ist", "zu kommen"),
    ("off_track", "von der Strecke", "abgekommen", "ist", "abzukommen"),
    ("collision", "mit Sainz", "kollidiert", "ist", "zu kollidieren"),
    ("retirement", "kurz vor Schluss", "ausgeschieden", "ist", "auszuscheiden"),
]
HAPPENED = [
    "Norris gelang es, {o} {zu}.",
    "Norris schaffte es kurz vor Schluss, {o} {zu}.",
    "Norris nutzte die Gelegenheit, {o} {zu}.",
    "Dass Norris {o} {part} {ist}, überraschte alle.",
    "Norris {ist} nicht nur {o} {part}.",
]
DID_NOT = [
    "Norris hofft, {o} {zu}.",
    "Norris hatte die Chance, {o} {zu}, ließ sie aber ungenutzt.",
    "Norris war kurz davor, {o} {zu}.",
    "Norris vermied es, {o} {zu}.",
    "Norris war zu langsam, um {o} {zu}.",
    "Norris gelang es nicht, {o} {zu}.",
    "Norris verzichtete darauf, {o} {zu}.",
    "Norris scheiterte beim Versuch, {o} {zu}.",
    "Ein Fehler hinderte Norris daran, {o} {zu}.",
    "Fast {waere} Norris {o} {part}.",
]
#: a plan or a fear may be no event at all
FEARED = ["Norris fürchtet, dass er {o} {part} {ist}.", "Norris hofft, dass er {o} {part} {ist}."]
#: nouns of what befalls somebody
HARM = [
    ("penalty", "eine Durchfahrtsstrafe", "einer Durchfahrtsstrafe"),
    ("off_track", "einen Dreher", "einem Dreher"),
    ("collision", "eine Kollision mit Sainz", "einer Kollision mit Sainz"),
]
SPARED = [
    "Norris blieb von {dative} verschont.",
    "Norris hatte Angst vor {dative}.",
    "Bei Norris bestand der Verdacht auf {accusative}.",
    "Nur das Glück bewahrte Norris vor {dative}.",
    "Norris riskierte {accusative}.",
]


def _deeds(contexts: list[str]) -> list[tuple[str, str]]:
    told = []
    for (event_type, before, participle, auxiliary, infinitive), context in product(
        DEEDS, contexts
    ):
        subjunctive = {"hat": "hätte", "ist": "wäre"}[auxiliary]
        text = context.format(
            o=before, part=participle, ist=auxiliary, waere=subjunctive, zu=infinitive
        )
        told.append((event_type, text))
    return told


def _statuses(nlp: Language, told: list[tuple[str, str]]) -> list[tuple[str, set[bool]]]:
    """For each text whether its events of the type are asserted."""
    docs = nlp.pipe([f"Der Rennbericht\n\n{text}" for _, text in told])
    return [
        (text, {e["status"] == "asserted" for e in doc.user_data[EVENTS] if e["type"] == kind})
        for (kind, text), doc in zip(told, docs, strict=True)
    ]


def test_what_came_about(nlp: Language) -> None:
    wrong = [text for text, found in _statuses(nlp, _deeds(HAPPENED)) if found != {True}]
    assert not wrong


def test_what_did_not(nlp: Language) -> None:
    wrong = [text for text, found in _statuses(nlp, _deeds(DID_NOT)) if found != {False}]
    assert not wrong


def test_what_is_feared_and_hoped(nlp: Language) -> None:
    assert not [text for text, found in _statuses(nlp, _deeds(FEARED)) if True in found]


def test_what_somebody_was_spared(nlp: Language) -> None:
    told = [
        (kind, context.format(accusative=accusative, dative=dative))
        for (kind, accusative, dative), context in product(HARM, SPARED)
    ]
    assert not [text for text, found in _statuses(nlp, told) if True in found]


def test_before_it_could(nlp: Language) -> None:
    told = [
        ("overtake", "Bevor Norris Sainz überholen konnte, kam das Safety-Car."),
        ("overtake", "Das Safety-Car kam, ehe Norris an Sainz vorbeiziehen konnte."),
        ("pit_stop", "Statt eines Boxenstopps wählte Norris die Flucht nach vorn."),
    ]
    assert not [text for text, found in _statuses(nlp, told) if True in found]
