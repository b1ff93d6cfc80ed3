"""Zones of scraped articles, by the samples in `articles.txt`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import spacy

from rennbericht.zones.component import ZoneMarker
from rennbericht.zones.model import ZONES

SAMPLES = Path(__file__).with_name("articles.txt")
NLP = spacy.blank("de")
MARKER = ZoneMarker()


def samples() -> list[tuple[str, list[list[tuple[str, str]]]]]:
    """Name and lines of each sample; a line is its zones as (kind, words)."""
    found: list[tuple[str, list[list[tuple[str, str]]]]] = []
    for line in SAMPLES.read_text(encoding="utf-8").splitlines():
        if line.startswith("==="):
            found.append((line.removeprefix("=== "), []))
        elif line.strip() and not line.startswith("#"):
            parts = [] if line == "." else [p.split(" | ", 1) for p in line.split("~")]
            found[-1][1].append([(kind.strip(), words) for kind, words in parts])
    return found


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(("name", "lines"), samples(), ids=[s[0] for s in samples()])
def test_sample(name: str, lines: list[list[tuple[str, str]]], end: str) -> None:
    text = end.join("".join(words for _, words in line) for line in lines)
    text = text.replace(" + ", end)
    doc = MARKER(NLP(text))
    assert doc.text == text
    found = [
        (zone["kind"], plain(doc[zone["start"] : zone["end"]].text))
        for zone in doc.user_data[ZONES]
        if zone["kind"] != "quotation"
    ]
    wanted = [(kind, plain(words.replace(" + ", " "))) for line in lines for kind, words in line]
    assert found == wanted


def plain(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()
