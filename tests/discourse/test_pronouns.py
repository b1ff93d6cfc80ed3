"""Pronouns: the last subject, not the other party of the clause; groups; women; relatives."""

from __future__ import annotations

import pytest
from spacy.language import Language
from tests.event_notation import told

CASES = [
    # the subject of the sentence before, though somebody else stands nearer
    ("Hamilton überholte Vettel. Er schied aus.", "retirement: holder Lewis Hamilton/pronoun"),
    # not whom the clause names itself
    (
        "Hamilton führte. Vettel lag auf Rang zwei. In Runde drei überholte er Vettel.",
        "overtake: agent Lewis Hamilton/pronoun; patient Sebastian Vettel; lap.number 3",
    ),
    # a demonstrative takes who was not the subject
    (
        "Hamilton jagte Vettel. Dieser drehte sich.",
        "off_track: holder Sebastian Vettel/pronoun; kind spin",
    ),
    # whose something is, before its noun: not the subject's, but who was told last
    (
        "Hamilton lag hinter Vettel und profitierte von dessen Dreher.",
        "off_track: holder Sebastian Vettel/pronoun; kind spin",
    ),
    (
        "Hamilton fuhr hinter Vettel her und kam bis zu dessen Boxenstopp nicht vorbei.",
        "pit_stop: holder Sebastian Vettel/pronoun",
    ),
    # groups
    (
        "Klaus Graf und Lucas Luhr führten. Sie mussten an die Box.",
        "pit_stop: holder Klaus Graf/pronoun, Lucas Luhr/pronoun",
    ),
    (
        "Fernando Alonso und Felipe Massa kollidierten. Beide schieden aus.",
        "retirement: holder Fernando Alonso/pronoun, Felipe Massa/pronoun",
    ),
    # women, as the text or the facts tell
    (
        "Die Schweizerin Simona de Silvestro führte. Kurz darauf schied sie aus.",
        "retirement: holder Simona de Silvestro/pronoun",
    ),
    (
        "Die Amerikanerin Danica Patrick überholte Vettel. Er schied aus.",
        "retirement: holder Sebastian Vettel/pronoun",
    ),
    (
        "In Monza lagen Lidia Wojnowska und Piet Vries vorn. In Runde drei schied sie aus.",
        "retirement: holder Lidia Wojnowska/pronoun; lap.number 3",
    ),
    # the subject of the clause that theirs hangs on
    (
        "Fernando Alonso und Felipe Massa stoppten. "
        "Kimi Räikkönen und Lewis Hamilton schieden aus, als sie auf Rang vier lagen.",
        "position: holder Kimi Räikkönen/pronoun, Lewis Hamilton/pronoun; position 4",
    ),
    # a pronoun or an adverb is all that the preposition before it governs
    (
        "Hamilton führte. Dann schloss von hinten Vettel auf und überholte ihn.",
        "overtake: agent Sebastian Vettel/ellipsis; patient Lewis Hamilton/pronoun",
    ),
    (
        "Hamilton führte. Vettel lag auf Rang zwei. Alonso war Dritter, "
        "Vettel ist neben Hamilton, die beiden berühren sich.",
        "collision: party Sebastian Vettel/pronoun, Lewis Hamilton/pronoun",
    ),
    # relatives
    (
        "Hamilton, der von Platz drei startete, schied aus.",
        "retirement: holder Lewis Hamilton",
    ),
    (
        "Alonso überholte Hamilton, der sich zuvor gedreht hatte.",
        "off_track: holder Lewis Hamilton/pronoun; kind spin",
    ),
    # who speaks
    (
        "„Ich habe die Führung verloren“, sagte Lewis Hamilton.",
        "lead negated: holder Lewis Hamilton/pronoun",
    ),
    (
        "„Ich habe mich gedreht“, sagte Lewis Hamilton.",
        "off_track: holder Lewis Hamilton/pronoun; kind spin",
    ),
]


@pytest.mark.parametrize(("text", "last"), CASES)
def test_pronoun(nlp: Language, text: str, last: str) -> None:
    assert last in told(nlp, text)


def test_a_pronoun_does_not_reach_far(nlp: Language) -> None:
    between = "Das Wetter war schön. Viele Zuschauer kamen. Die Stimmung war gut. "
    assert told(nlp, f"Hamilton führte. {between}{between}Er schied aus.") == [
        "lead: holder Lewis Hamilton"
    ]


def test_everything_is_forgotten_in_a_caption(nlp: Language) -> None:
    text = "Hamilton führte.\n\nFoto: Vettel jubelt\n\nEr schied aus."
    assert told(nlp, text)[-1] == "retirement: holder Lewis Hamilton/pronoun"


OF_TWO = [
    ("Vettel kollidierte in Spa mit Hamilton. Letzterer schied aus.", "Lewis Hamilton"),
    ("Vettel lag in Spa lange vor Hamilton. Letzterer musste aufgeben.", "Lewis Hamilton"),
    ("Vettel kollidierte in Spa mit Hamilton. Ersterer schied aus.", "Sebastian Vettel"),
]


@pytest.mark.parametrize(("text", "holder"), OF_TWO)
def test_the_former_and_the_latter(nlp: Language, text: str, holder: str) -> None:
    assert told(nlp, text)[-1].startswith(f"retirement: holder {holder}/pronoun")


def test_the_main_clause_outweighs_the_subordinate_before_it(nlp: Language) -> None:
    text = "Während Hamilton in Spa führte, begann das Rennen für Vettel mit Pech. Er drehte sich."
    assert told(nlp, text)[-1] == "off_track: holder Sebastian Vettel/pronoun; kind spin"
