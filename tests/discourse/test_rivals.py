"""Whom a pass is of that nobody says: the one chased, attacked, passed or in trouble before."""

from __future__ import annotations

import pytest
from spacy.language import Language
from tests.event_notation import told

CASES = [
    # the one chased, though somebody else was named since
    (
        "Hamilton jagte Vettel. Im Mittelfeld drehte sich niemand. Dann zog Hamilton innen vorbei.",
        "overtake: agent Lewis Hamilton; patient Sebastian Vettel/ellipsis",
    ),
    # who follows passes whom the other has passed
    (
        "Hamilton zog an Vettel vorbei, eine Kurve später folgte Fernando Alonso.",
        "overtake: agent Fernando Alonso; patient Sebastian Vettel/ellipsis",
    ),
    # a place is taken back from who took it
    (
        "Hamilton überholte Vettel, doch Vettel holte sich die Position zurück.",
        "overtake: agent Sebastian Vettel; patient Lewis Hamilton/ellipsis",
    ),
    # a try that comes off is told of both without a name
    (
        "Hamilton griff Vettel zweimal an. Beim dritten Anlauf klappte es.",
        "overtake: agent Lewis Hamilton/ellipsis; patient Sebastian Vettel/ellipsis",
    ),
    # in the passive it is who passes that is understood
    (
        "Hamilton jagte Vettel. In Runde neun wurde Vettel überholt.",
        "overtake: agent Lewis Hamilton/ellipsis; patient Sebastian Vettel; lap.number 9",
    ),
    # two who fight run into one another without a name
    (
        "Hamilton griff Vettel zweimal an. Dabei kam es zur Berührung.",
        "collision: party Lewis Hamilton/ellipsis, Sebastian Vettel/ellipsis",
    ),
    # the stewards' verdict is on who ran into the other, whoever was subject
    (
        "Vettel wurde von Hamilton umgedreht. Das Urteil: eine Durchfahrtsstrafe.",
        "penalty: holder Lewis Hamilton/ellipsis; kind drive_through",
    ),
    (
        "Hamilton drängte Vettel ins Gras. Dafür gab es eine Zeitstrafe.",
        "penalty: holder Lewis Hamilton/ellipsis; kind time",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_is_understood(nlp: Language, text: str, expected: str) -> None:
    assert expected in told(nlp, text)


def test_whom_one_has_passed_is_no_rival_any_more(nlp: Language) -> None:
    text = "Hamilton überholte Vettel. Fernando Alonso kam weit nach außen. Hamilton zog vorbei."
    events = [event for event in told(nlp, text) if event.startswith("overtake")]
    assert len(events) == 2
    assert "patient Fernando Alonso" in events[1]
