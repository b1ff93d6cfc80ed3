"""Measured expressions, by the table in `expressions.txt`, on untagged and on tagged Docs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language

from rennbericht.entities.measures import find_measures
from rennbericht.german.load import load_german

PUBLISHED = "2011-10-17"
TABLE = Path(__file__).with_name("expressions.txt")


def table() -> list[tuple[str, str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = [line.split(" | ") for line in lines if line.strip() and not line.startswith("#")]
    return [(sentence, wanted) for sentence, wanted in rows]


def read_value(text: str) -> Any:
    if text.startswith("'"):
        return text[1:]
    if text in ("true", "false"):
        return text == "true"
    if re.fullmatch(r"\d+", text):
        return int(text)
    if re.fullmatch(r"\d+\.\d+", text):
        return float(text)
    if re.fullmatch(r"\d+(,\d+)+", text):
        return [int(part) for part in text.split(",")]
    return text


def read_wanted(text: str) -> list[tuple[str, dict[str, Any]]]:
    wanted = []
    for part in text.split(";"):
        label, *pairs = part.split()
        value = dict(pair.split("=", 1) for pair in pairs)
        if label == "DATE" or label == "DAYTIME":
            wanted.append((label, dict(value)))
        else:
            wanted.append((label, {key: read_value(said) for key, said in value.items()}))
    return wanted


@pytest.fixture(scope="module", params=["untagged", "tagged"])
def german(request: pytest.FixtureRequest) -> Language:
    return spacy.blank("de") if request.param == "untagged" else load_german("embedded")


@pytest.mark.parametrize(("marked", "wanted"), table(), ids=[row[0] for row in table()])
def test_expression(german: Language, marked: str, wanted: str) -> None:
    doc = german(marked.replace("[", "").replace("]", ""))
    doc.user_data["rennbericht_published"] = PUBLISHED
    # The tokeniser leaves the full stop at figures (`Rang 2.`), as they may be ordinals.
    found = [
        (m["label"], doc[m["start"] : m["end"]].text.rstrip("."), m["value"])
        for m in find_measures(doc)
    ]
    if wanted.startswith("!"):
        labels = wanted[1:].split()
        assert not [f for f in found if labels == ["*"] or f[0] in labels]
        return
    spans = [span.rstrip(".") for span in re.findall(r"\[(.+?)\]", marked)]
    expected = [
        (label, span, value)
        for span, (label, value) in zip(spans, read_wanted(wanted), strict=True)
    ]
    assert [f for f in found if f in expected] == expected
    others = [f for f in found if f not in expected]
    assert not others, "nothing else is found"


def test_the_table_is_large_enough_to_mean_something() -> None:
    assert len(table()) >= 200
