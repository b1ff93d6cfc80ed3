"""Reports with other names: text, gold and folder."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import rennbericht
from rennbericht.contract.slug import slug
from rennbericht.curation.augment.augment import augment
from rennbericht.curation.augment.forms import Finder, Form, Shift
from rennbericht.curation.augment.people import driver, forms_of, wishes
from rennbericht.curation.augment.pool import Person, Pool, listed
from rennbericht.curation.corpus import check, compile_gold, read_report
from rennbericht.discourse.vocabulary import load_vocabulary
from rennbericht.entities.folding import key
from rennbericht.entities.gazetteer import load_gazetteer
from rennbericht.evaluation.gold import read_gold
from rennbericht.patterns import patterns_dir

TEXT = (
    "KOVAČIĆ siegt am Sachsenring\n\n"
    "Am Sachsenring gewann Miro Kovačić im BMW M4 GT3 vor der Dresdnerin Lena Hartkopf. "
    "Kovačićs Partner Thijs de Groot hatte von der Pole aus geführt. "
    "De Groot übergab in Führung, und Hartkopfs Audi kam dem Hartkopf-Team nicht mehr nahe. "
    "„Lena fuhr stark“, lobte M. Kovačić. Der Kroate siegte ohne de Groots Hilfe nicht zum "
    "ersten Mal. In der Omega-Kurve drehte sich Jean-Luc Rees, und das war Rees’ Ende. "
    "Fünfter wurde Ole Brinkmann von Brinkmann Motorsport.\n"
)
GOLD = """> Am Sachsenring gewann
result "gewann" | Miro Kovačić; Thijs de Groot | position=1
result "vor" | Lena Hartkopf | position=2
> Kovačićs Partner
pole "Pole" | Thijs de Groot
lead "geführt" | Thijs de Groot
> De Groot übergab
driver_change "übergab" | from=Thijs de Groot | to=Miro Kovačić | also=Der Kroate
> Der Kroate siegte
result? "siegte" | Miro Kovačić | position=1
> In der Omega-Kurve drehte
off_track "drehte … Rees" | Jean-Luc Rees | kind=spin | corner=Omega-Kurve
> Fünfter wurde
result "Fünfter" | Ole Brinkmann | position=5

@ DRIVER Miro Kovačić | KOVAČIĆ | Kovačić | M. Kovačić
@ DRIVER Thijs de Groot | De Groot | de Groot
@ DRIVER Lena Hartkopf | Lena
@ DRIVER Jean-Luc Rees | Rees
@ DRIVER Ole Brinkmann
@ TEAM Brinkmann Motorsport
@ TRACK Sachsenring
@ CAR BMW M4 GT3
@ CORNER Omega-Kurve
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("corpus")
    for folder, ending, text in (("reports", "txt", TEXT), ("gold", "gold", GOLD)):
        (root / folder).mkdir()
        for doc_id in ("one", "two"):
            (root / folder / f"{doc_id}.{ending}").write_text(text, encoding="utf-8")
    (root / "splits.json").write_text(json.dumps({"train": ["one"], "test": ["two"]}))
    return root


@pytest.fixture(scope="module")
def nlp():
    return rennbericht.load("embedded", announce=lambda line: None)


@pytest.mark.parametrize("kind", ["known", "unknown"])
def test_a_corpus_is_sound_with_other_names(corpus: Path, tmp_path: Path, nlp, kind: str) -> None:
    augment(corpus, tmp_path, nlp, kind, seed=3)
    assert check(tmp_path) == []
    new = read_gold([tmp_path], split="train")[0]
    assert [e["type"] for e in new.events] == [
        "result", "result", "pole", "lead", "driver_change", "result", "off_track", "result",
    ]  # fmt: skip
    text = read_report(tmp_path, "one")
    for gone in ("Kovačić", "KOVAČIĆ", "Groot", "Hartkopf", "Rees", "Brinkmann", "Lena", "Miro"):
        # `Miroslav` is no `Miro`
        assert not re.search(rf"\b{gone}\b", text)
    winner = new.events[0]["roles"]["holder"][0]
    written = compile_gold(corpus, "one")["entities"]
    assert new.entities is not None
    assert [e["label"] for e in new.entities] == [e["label"] for e in written]
    for entity in new.entities:
        words = text[entity["start"] : entity["end"]]
        assert words == words.strip(" .,")
        assert words[0].isupper() or words.startswith("de "), words
    assert new.entities[0]["id"] == f"driver:{slug(winner)}"
    assert "Der Kroate siegte" in text and "vor der Dresdnerin" in text
    gazetteer = load_gazetteer()
    assert winner.split(" ", 1)[1].upper() + " siegt" in text.splitlines()[0]
    for event in new.events[:5]:
        for name in (n for names in event["roles"].values() for n in names):
            family = name.split(" ", 1)[1]
            assert bool(gazetteer.bearers(" ".join(map(key, family.split())) + " ")) == (
                kind == "known"
            ), name


def test_the_seed_decides(corpus: Path, tmp_path: Path, nlp) -> None:
    texts = []
    for folder, seed in (("a", 1), ("b", 1), ("c", 2)):
        augment(corpus, tmp_path / folder, nlp, "unknown", seed=seed, split="train")
        texts.append(read_report(tmp_path / folder, "one"))
    assert texts[0] == texts[1] != texts[2]
    assert not (tmp_path / "a" / "reports" / "two.txt").exists()


def renamed(text: str, new: dict[str, Person]) -> str:
    hits = Finder(forms_of([driver(name) for name in new], new)).hits(text)
    return Shift(text, hits).text


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("Vor Kovacics Porsche", "Vor Fux’ Porsche"),
        ("im Kovačić-Porsche", "im Fux-Porsche"),
        ("Kovačić/de Groot", "Fux/van der Heijden"),
        ("De Groot gewann. Groots Auto", "Van der Heijden gewann. Van der Heijdens Auto"),
        ("der de-Groot-Porsche, das Groot-Auto", "der de-Heijden-Porsche, das Heijden-Auto"),
        ("M. Kovačić lag vor T. de Groot", "B. Fux lag vor J. van der Heijden"),
        ("Miro Becker half Miro", "Miro Becker half Bo"),
        ("Kovačićstraße", "Kovačićstraße"),
    ],
)
def test_every_form_of_a_name_is_exchanged(text: str, expect: str) -> None:
    new = {
        "Miro Kovačić": Person("Bo", "Fux"),
        "Thijs de Groot": Person("Jan", "van der Heijden"),
    }
    assert renamed(text, new) == expect


def test_parts_of_other_names_stay() -> None:
    finder = Finder([Form("Martin", "Fux", "DRIVER", "Max Martin")])
    text = "Martin im Aston Martin"
    assert Shift(text, finder.hits(text, [(10, 22)])).text == "Fux im Aston Martin"


def test_places_move_with_the_names() -> None:
    text = "Rees vor Bos und Rees."
    shift = Shift(text, Finder([Form("Rees", "Castellanos", "DRIVER", "A Rees")]).hits(text))
    assert shift.text == "Castellanos vor Bos und Castellanos."
    assert shift.text[slice(*shift.span(9, 12))] == "Bos"
    assert shift.text[slice(*shift.span(17, 21))] == "Castellanos"
    assert shift.place(len(text)) == len(shift.text)


def test_nation_home_and_gender_come_from_the_text() -> None:
    text = "Die Hamburgerin Kim Roth führte vor dem Finnen Kai Aho. Der Kroate Jan Bilić gab auf."
    people = [driver(name) for name in ("Kim Roth", "Kai Aho", "Jan Bilić")]
    pool = Pool(load_gazetteer(), "known")
    wanted = wishes(people, text, [], load_vocabulary(patterns_dir()), pool)
    assert (wanted["Kim Roth"].gender, wanted["Kim Roth"].placed) == ("f", True)
    assert wanted["Kai Aho"].countries == {"FI"}
    assert wanted["Jan Bilić"].countries == {"HR"}


def test_unknown_names_are_in_no_line() -> None:
    gazetteer = load_gazetteer()
    people = Pool(gazetteer, "unknown").people
    assert len({person.family for person in people}) > 1000
    assert not any(listed(gazetteer, person.family) for person in people)
