"""What holds for all measured expressions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from rennbericht.entities.measures import find_measures
from rennbericht.entities.measures.vocabulary import load_vocabulary
from rennbericht.entities.model import INTERNAL_LABELS, Mention
from rennbericht.errors import PatternError
from rennbericht.zones.model import ZONES

WORDS = [
    "Platz", "Rang", "P3", "Runde", "Runden", "Minuten", "Sekunden", "3", "12", "3.", "12.",
    "drei", "zwei", "erste", "letzten", "Dritter", "vor", "Schluss", "nach", "dem", "Ende",
    "später", "Uhr", "um", "14:32", "1:32,456", "+12,3", "Oktober", "2010", "Sonntag",
    "Qualifying", "WP", "Startnummer", "#", "Top", "Ten", "von", "auf", "bis", "und", ".", "/",
    "-", "Zehntel", "Rückstand", "²", "Ⅻ", "\n", "\n\n", ",",
]  # fmt: skip


@pytest.fixture(scope="module")
def german() -> Language:
    return spacy.blank("de")


@given(st.lists(st.sampled_from(WORDS), max_size=25))
@settings(max_examples=300, deadline=None)
def test_mentions_are_ordered_and_do_not_overlap(words: list[str]) -> None:
    doc = GERMAN(" ".join(words))
    doc.user_data["rennbericht_published"] = "2011-10-17"
    found = find_measures(doc)
    end = 0
    for mention in found:
        assert end <= mention["start"] < mention["end"] <= len(doc)
        end = mention["end"]
        assert mention["label"] in ("POSITION", "LAP", "TIME", "GAP", *INTERNAL_LABELS)
        assert not doc[mention["start"]].is_space
        assert not doc[mention["end"] - 1].is_space
    assert found == find_measures(doc)
    assert json.loads(json.dumps(found)) == found


GERMAN = spacy.blank("de")


@given(st.text(max_size=80))
@settings(deadline=None)
def test_any_text_is_read_without_an_error(text: str) -> None:
    find_measures(GERMAN(text))


def only(found: list[Mention]) -> Mention:
    assert len(found) == 1
    return found[0]


def test_a_mention_has_all_keys_of_its_shape(german: Language) -> None:
    found = only(find_measures(german("Er kam auf Platz drei ins Ziel.")))
    assert found.keys() == Mention.__required_keys__
    assert (found["label"], found["normalised"], found["source"]) == ("POSITION", 3, "rule")


@pytest.mark.parametrize(
    ("text", "normalised"),
    [
        ("in Runde 12 lag er", 12), ("zwei Runden vor Schluss fiel", 2),
        ("mit 4,3 Sekunden Vorsprung", 4.3), ("nach 15 Minuten fiel", 900),
        ("er fuhr 1:32,456 Minuten schnell", 92.456), ("auf den Plätzen zwei und drei ist", None),
    ],
)  # fmt: skip
def test_normalised(german: Language, text: str, normalised: float | None) -> None:
    assert only(find_measures(german(text)))["normalised"] == normalised


def test_blanks_inside_an_expression_are_passed_over(german: Language) -> None:
    for blank in ("\u00a0", "\n", "  ", "\u202f", "\r\n"):
        found = only(find_measures(german(f"Er lag auf Platz{blank}drei und fiel")))
        assert found["value"] == {"position": 3, "form": "phrase"}


def test_soft_hyphens_are_passed_over(german: Language) -> None:
    found = only(find_measures(german("Er ging von Start\u00adplatz drei los")))
    assert found["value"] == {"position": 3, "form": "phrase", "session": "qualifying"}


def test_nothing_reaches_over_the_bounds_of_zones(german: Language) -> None:
    doc = german("Stand nach Runde\n12 Autos fielen aus.")
    assert find_measures(doc)
    doc.user_data[ZONES] = [
        {"kind": "heading", "start": 0, "end": 4},
        {"kind": "body", "start": 4, "end": len(doc)},
    ]
    assert not find_measures(doc)
    assert not find_measures(german("Stand nach Runde\n\n12 Autos fielen aus."))


def test_relative_dates_need_the_article_s_own_date(german: Language) -> None:
    doc = german("Am Samstag gewann er.")
    assert not find_measures(doc)
    doc.user_data["rennbericht_published"] = "2011-10-17"
    assert only(find_measures(doc))["value"] == {"date": "2011-10-15"}


@pytest.mark.parametrize(
    ("file", "line", "code"),
    [
        ("units.jsonl", '{"unit": "lap", "wörter": []}', "RB102"),
        ("sessions.jsonl", '{"session": "race"}', "RB103"),
        ("measure-cues.jsonl", "kein JSON", "RB101"),
    ],
)
def test_a_faulty_word_table_names_file_and_line(
    tmp_path: Path, file: str, line: str, code: str
) -> None:
    language = tmp_path / "language"
    language.mkdir()
    for name in ("rank-nouns.jsonl", "units.jsonl", "sessions.jsonl", "measure-cues.jsonl"):
        (language / name).write_text(line if name == file else "", encoding="utf-8")
    with pytest.raises(PatternError) as error:
        load_vocabulary(tmp_path)
    assert (error.value.code, error.value.line) == (code, 1)
