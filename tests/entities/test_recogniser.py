"""Places by where they stand, and the network for names that no rule reads."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from tests.german.test_load import twin

import rennbericht
from rennbericht.entities import recogniser as module
from rennbericht.entities.factory import create_entities
from rennbericht.entities.model import MENTIONS
from rennbericht.entities.recogniser import recogniser
from rennbericht.german.load import load_german

#: no list has a place or person of it
REPORT = (
    "DTM Krasnowo: Heimsieg im Regen\n\n"
    "Im Qualifying der DTM in Krasnowo holte Aurel Sonnenschmidt die Pole-Position. Im Rennen "
    "überholte er in der Soratino den Audi von Tomke Wiesenkraut. Nach dem Boxenstopp führte "
    "Sonnenschmidt, und auf dem Ebelring will er seinen Titel gewinnen. Seit Krasnowo hat er 20 "
    "Punkte Vorsprung in der Meisterschaft."
)


def named(nlp: Language, text: str) -> set[tuple[str, str]]:
    return {(ent.text, ent.label_) for ent in nlp(text).ents}


def test_unknown_places_are_told_by_where_they_stand(german: Language) -> None:
    found = named(german, REPORT)
    assert {("Krasnowo", "TRACK"), ("Ebelring", "TRACK"), ("Soratino", "CORNER")} <= found
    places = [ent for ent in german(REPORT).ents if ent.text == "Krasnowo"]
    assert [ent.label_ for ent in places] == ["TRACK"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Der Rennfahrer aus Krasnowo gewann das Rennen der DTM.",
        "KRASNOWO. Das Rennen der DTM endete im Regen.",
        "Bei der Rallye kam er auf der letzten WP in Krasnowo von der Strecke ab.",
    ],
)
def test_homes_datelines_and_villages_are_no_tracks(german: Language, text: str) -> None:
    assert "TRACK" not in {label for _, label in named(german, text)}


def test_the_network_is_shipped_and_small() -> None:
    network = recogniser()
    assert network is not None
    assert set(network.labels) <= {
        "DRIVER", "TEAM", "MANUFACTURER", "CAR", "TRACK", "CORNER", "SERIES", "CLASS",
    }  # fmt: skip
    files = [path for path in module._FOLDER.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 3_000_000


def test_the_network_says_what_spacy_says() -> None:
    network = recogniser()
    assert network is not None
    nlp = spacy.load(module._FOLDER)
    sentences = [text.split() for text in (REPORT, "Xaver", "Rennen in Krasnowo", SEEN)]
    sentences += [[" "], [*sentences[-1], "\n"]]
    expected = [
        [(ent.start, ent.end, ent.label_) for ent in doc.ents]
        for doc in nlp.pipe(Doc(nlp.vocab, words=words) for words in sentences)
    ]
    assert sum(map(len, expected)) > 3
    assert network.read(sentences) == expected
    assert network.read(sentences[::-1]) == expected[::-1]
    assert network.read([]) == []


#: names that a list of first names does not help with
SEEN = (
    "Das Rennen der DTM in Spa gewann der Audi-Pilot. Auf Platz zwei kam Riley Butler vor "
    "Cipriano Ferraris (BMW) ins Ziel, dahinter führte Dino Maurer die Verfolger an."
)


def seen(nlp: Language) -> list[tuple[str, str]]:
    return [(m["name"] or "", m["label"]) for m in nlp(SEEN).user_data[MENTIONS]
            if m["source"] == "ner"]  # fmt: skip


def test_the_network_reads_what_rules_leave(german: Language) -> None:
    found = seen(german)
    assert found
    assert set(found) <= {
        ("Riley Butler", "DRIVER"), ("Cipriano Ferraris", "DRIVER"), ("Dino Maurer", "DRIVER"),
    }  # fmt: skip
    assert seen(german) == found


def test_without_its_files_the_rules_read_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_FOLDER", tmp_path)
    recogniser.cache_clear()
    try:
        nlp = load_german("embedded")
        nlp.add_pipe("rennbericht_entities")
        assert not seen(nlp)
        assert ("Krasnowo", "TRACK") in named(nlp, REPORT)
    finally:
        recogniser.cache_clear()


def test_it_can_be_switched_off() -> None:
    finder = create_entities(load_german("embedded"), "rennbericht_entities", None, network=False)
    assert finder.network is None


def test_it_reads_on_top_of_another_german_model(tmp_path: Path) -> None:
    folder = tmp_path / "de_core_news_lg"
    twin().to_disk(folder)
    nlp = rennbericht.load(folder, announce=lambda line: None)
    doc = nlp(SEEN)
    assert doc.user_data[MENTIONS]
    assert doc[0].vocab is nlp.vocab
