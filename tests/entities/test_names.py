"""Names in marked-up sentences, on the embedded model."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from rennbericht.entities.model import MENTIONS, Mention

NAMES = frozenset(
    {"DRIVER", "PERSON", "TEAM", "MANUFACTURER", "CAR", "TRACK", "CORNER", "SERIES", "CLASS"}
)


class Case(NamedTuple):
    text: str
    wanted: list[tuple[str, str, str]]
    barred: list[str]
    fails: bool = False


def read_cases(name: str) -> list[Case]:
    cases: list[Case] = []
    for line in (Path(__file__).parent / name).read_text("utf-8").splitlines():
        if line.startswith(">"):
            cases.append(Case(line.lstrip(">?").strip(), [], [], line.startswith(">?")))
        elif line.startswith("!"):
            cases[-1].barred.append(line[1:].strip())
        elif line and not line.startswith("#"):
            words, _, rest = line.partition(" = ")
            label, _, target = rest.partition(" ")
            cases[-1].wanted.append((words, label, target))
    return cases


CASES = [case for name in ("names.txt", "listed.txt") for case in read_cases(name)]


UNLISTED = read_cases("unlisted.txt")


def place(text: str, words: str) -> tuple[int, int]:
    """Character span of the words, `words#2` their second occurrence."""
    form, _, count = words.partition("#")
    at = -1
    for _ in range(int(count or 1)):
        at = text.index(form, at + 1)
    return at, at + len(form)


def spans(doc: Doc) -> dict[tuple[int, int], Mention]:
    found: dict[tuple[int, int], Mention] = {}
    for mention in doc.user_data[MENTIONS]:
        span = doc[mention["start"] : mention["end"]]
        found[span.start_char, span.end_char] = mention
    return found


@pytest.mark.parametrize("case", CASES, ids=[case.text[:50] for case in CASES])
def test_names(german: Language, case: Case) -> None:
    doc = german(case.text)
    found = spans(doc)
    seen = {case.text[a:b]: (m["label"], m["id"], m["name"]) for (a, b), m in found.items()}
    for words, label, target in case.wanted:
        mention = found.get(place(case.text, words))
        assert mention is not None, (words, seen)
        assert mention["label"] == label, (words, seen)
        if target.startswith("?"):
            assert mention["name"] == target[1:], (words, seen)
        else:
            assert mention["id"] == target, (words, seen)
    for words in case.barred:
        start, end = place(case.text, words)
        hits = [m for (a, b), m in found.items() if a < end and start < b and m["label"] in NAMES]
        assert not hits, (words, seen)


@pytest.mark.parametrize("case", UNLISTED, ids=[case.text[:50] for case in UNLISTED])
def test_names_that_no_list_holds(
    german: Language, case: Case, request: pytest.FixtureRequest
) -> None:
    if case.fails:
        request.applymarker(pytest.mark.xfail(strict=True))
    test_names(german, case)
    wanted = {place(case.text, words) for words, _, _ in case.wanted}
    found = spans(german(case.text))
    extra = {
        case.text[a:b]: m["label"]
        for (a, b), m in found.items()
        if (a, b) not in wanted
        and m["label"] in {"DRIVER", "PERSON", "TEAM"}
        and "head" not in m["parts"]
    }
    assert not extra


def test_there_are_enough_cases() -> None:
    assert sum(len(case.wanted) + len(case.barred) for case in CASES) >= 140


def test_compound_parts(german: Language) -> None:
    doc = german("Jaime Melo im Risi-Ferrari lag vor BMW-Pilot Joey Hand und dem RLL-BMW.")
    parts = {doc[m["start"]].text: m["parts"] for m in doc.user_data[MENTIONS] if m["parts"]}
    assert parts["Risi-Ferrari"] == {
        "TEAM": "team:risi-competizione",
        "MANUFACTURER": "manufacturer:ferrari",
    }
    assert parts["BMW-Pilot"] == {"MANUFACTURER": "manufacturer:bmw", "head": "Pilot"}
    assert parts["RLL-BMW"] == {"TEAM": "team:rll", "MANUFACTURER": "manufacturer:bmw"}
    assert "BMW-Pilot" not in {ent.text for ent in doc.ents}


def test_entities_and_losers(german: Language) -> None:
    doc = german("Nico Hülkenberg fuhr bei Rahal Letterman Racing auf Platz drei.")
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("Nico Hülkenberg", "DRIVER"),
        ("Rahal Letterman Racing", "TEAM"),
        ("Platz drei", "POSITION"),
    ]
    assert doc.ents[0].id_ == "driver:nico-hulkenberg"
    assert all(span.label_ for span in doc.spans["discarded"])


def test_persons_are_no_entities(german: Language) -> None:
    doc = german("Teamchef Hubert Kramsacher lobte Lewis Hamilton.")
    assert [ent.text for ent in doc.ents] == ["Lewis Hamilton"]


def test_candidates_of_an_open_surname(german: Language) -> None:
    doc = german("Am Ende gewann Winkelhock.")
    (mention,) = [m for m in doc.user_data[MENTIONS] if m["label"] == "DRIVER"]
    assert mention["surname_only"]
    assert mention["name"] is not None and mention["name"].endswith("Winkelhock")
    assert {"driver:joachim-winkelhock", "driver:manfred-winkelhock"} <= set(mention["candidates"])


def test_the_article_date_settles_a_surname(german: Language) -> None:
    for year, wanted in (("1984", "driver:keke-rosberg"), ("2014", "driver:nico-rosberg")):
        doc = german.make_doc("Am Ende gewann Rosberg das Rennen.")
        doc.user_data["rennbericht_published"] = f"{year}-08-10"
        for _, pipe in german.pipeline:
            doc = pipe(doc)
        drivers = [m for m in doc.user_data[MENTIONS] if "driver:nico-rosberg" in m["candidates"]]
        assert [m["id"] for m in drivers] == [wanted]


def test_same_input_same_output(german: Language) -> None:
    text = " ".join(case.text for case in CASES)
    first, second = german(text), german(text)
    assert first.user_data[MENTIONS] == second.user_data[MENTIONS]
    assert [e.text for e in first.ents] == [e.text for e in second.ents]


def test_empty_and_blank(german: Language) -> None:
    for text in ("", " ", "\n\n", "."):
        assert german(text).user_data[MENTIONS] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Der Audi R8 LMS ultra rutschte in Runde drei von der Strecke.", "Audi R8 LMS ultra"),
        ("Den Mini Cooper S JCW von Markus Fischer erwischte es.", "Mini Cooper S JCW"),
        ("In Spa siegte der BMW 325i vor Hamilton.", "BMW 325i"),
        # by whose it is
        ("In Spa fiel der BMW M240i Racing Cup von Markus Fischer aus.", "BMW M240i Racing Cup"),
        ("In Spa fiel der Renault Clio Cup von Markus Fischer aus.", "Renault Clio Cup"),
    ],
)
def test_designations_belong_to_the_car(german: Language, text: str, name: str) -> None:
    assert (name, "CAR") in [(ent.text, ent.label_) for ent in german(text).ents]
