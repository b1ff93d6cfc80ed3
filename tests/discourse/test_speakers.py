"""Who says `ich` and `wir`, over the sentences of a quotation and from one to the next."""

from __future__ import annotations

import pytest
from spacy.language import Language
from tests.event_notation import told

RACE = "Das Langstreckenrennen in Spa hatte es in sich. "

#: a text, and the beginning of the last event that it tells
LAST = [
    # a quotation goes on behind who says it
    (
        "„Ich musste Sprit sparen“, sagte Ole Wenzel. „In Runde neun habe ich mich gedreht.“",
        "off_track: holder Ole Wenzel/pronoun",
    ),
    (
        '"Ich musste Sprit sparen", sagte Ole Wenzel. "Es ging gut. Dann drehte ich mich."',
        "off_track: holder Ole Wenzel/pronoun",
    ),
    # so do the words behind a name and a colon
    (
        "Ole Wenzel (BMW): „Der Start war gut. In Runde neun habe ich mich gedreht.“",
        "off_track: holder Ole Wenzel/pronoun",
    ),
    # the sentence before tells of who speaks
    (
        "Ole Wenzel war enttäuscht. „In Runde neun habe ich mich gedreht.“",
        "off_track: holder Ole Wenzel/pronoun",
    ),
    # who has been met, though he is told to speak only behind
    (
        "Ole Wenzel führte. „In Runde neun hatte ich einen Reifenschaden. Schade“, so Wenzel.",
        "puncture: holder Ole Wenzel/pronoun",
    ),
    # what befalls a car is his who speaks of it
    (
        "Ole Wenzel siegte. Jan Wollny klagte: „Es lief gut. Dann ging der Motor aus.“",
        "technical: holder Jan Wollny/ellipsis",
    ),
    # the clause before the colon tells of who speaks, with no verb of saying
    (
        "Jan Wollny siegte. „Es war gut“, freute sich Wollny. Ole Wenzel zeigte sich im Ziel "
        "zufrieden: „In Runde neun habe ich mich gedreht.“",
        "off_track: holder Ole Wenzel/pronoun",
    ),
    # all who share the car
    (
        "Es siegten Per Almer/Arno Hoff. Zweite wurden Ole Wenzel/Jan Wollny im BMW. "
        "„Wir hatten einen Reifenschaden“, sagte Wenzel.",
        "puncture: holder Ole Wenzel/pronoun, Jan Wollny/pronoun",
    ),
]


@pytest.mark.parametrize(("text", "event"), LAST)
def test_whose_words_they_are(nlp: Language, text: str, event: str) -> None:
    assert told(nlp, RACE + text)[-1].startswith(event)


def test_nobody_speaks_in_the_next_paragraph(nlp: Language) -> None:
    text = "Ole Wenzel führte.\n\n„In Runde neun habe ich mich gedreht.“"
    assert not any("Wenzel/pronoun" in event for event in told(nlp, RACE + text))
