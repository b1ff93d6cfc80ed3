"""Lists in the season's table, and places of the race that are told beside them."""

from __future__ import annotations

import pytest
from spacy.language import Language
from tests.event_notation import results, told

VETTEL, HAMILTON, ALONSO, WEBBER = (
    "Sebastian Vettel", "Lewis Hamilton", "Fernando Alonso", "Mark Webber",
)  # fmt: skip

CASES = [
    # a figure behind each name parts no list
    (
        "In der WM führt Vettel mit 195 Zählern vor Alonso mit 153 und Webber mit 121 Punkten.",
        [
            f"championship: holder {VETTEL}; outcome leads",
            f"championship: holder {ALONSO}; outcome standing; position 2",
            f"championship: holder {WEBBER}; outcome standing; position 3",
        ],
    ),
    # a place told of the table in the present is no result
    (
        "In der WM liegt Vettel drei Punkte vor Alonso. Bester Deutscher bleibt Webber als Elfter.",
        [
            f"championship: holder {VETTEL}; outcome leads",
            f"championship: holder {ALONSO}; outcome standing; position 2",
            f"championship: holder {WEBBER}; outcome standing; position 11",
        ],
    ),
    # the table goes on
    (
        "In Spa siegte Webber. In der WM führt Vettel, hinter ihm liegen Alonso (188) und "
        "Hamilton (160).",
        [
            *results(WEBBER),
            "championship: holder Sebastian Vettel; outcome leads",
            "championship: holder Fernando Alonso; outcome standing; position 2",
            "championship: holder Lewis Hamilton; outcome standing; position 3",
        ],
    ),
    # a podium is none of the table; the names behind the winner fill it
    (
        "In Spa fuhren hinter Vettel noch Hamilton und Alonso auf das Podest.",
        [*results(HAMILTON, ALONSO, first=2), *results(VETTEL)],
    ),
    # the head of the table told by the way ends no list
    (
        "In Spa wurde Hamilton Zweiter. Dritter wurde Vettel, der die WM-Führung übernahm."
        " Auf den weiteren Plätzen folgten Alonso und Webber.",
        [
            *results(HAMILTON, VETTEL, first=2),
            "championship: holder Sebastian Vettel/pronoun; outcome leads",
            *results(ALONSO, WEBBER, first=4),
        ],
    ),
    # a class of the race is no table
    (
        "In der GTD-Wertung wurde in Spa Vettel vor Hamilton Fünfter.",
        [
            "result: holder Sebastian Vettel; class GTD; position 5",
            "result: holder Lewis Hamilton; class GTD; position 6",
        ],
    ),
]


@pytest.mark.parametrize(("text", "events"), CASES)
def test_lists(nlp: Language, text: str, events: list[str]) -> None:
    assert told(nlp, text) == events
