"""The gazetteer's files and how they are read."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest
from spacy.language import Language

from rennbericht.contract.slug import slug
from rennbericht.entities.compounds import Compounds
from rennbericht.entities.folding import key, keys, spellings, without_genitive, words
from rennbericht.entities.gazetteer import LABELS, load_gazetteer
from rennbericht.entities.nameparts import surname_words
from rennbericht.entities.vocabulary import Vocabulary, load_cues
from rennbericht.errors import PatternError
from rennbericht.patterns import patterns_dir, read_jsonl

ENTITIES = sorted((patterns_dir() / "entities").glob("*.jsonl"))
FACTS = sorted((patterns_dir() / "facts").glob("*.jsonl"))


@pytest.mark.parametrize("path", ENTITIES, ids=lambda path: path.stem)
def test_entity_lines(path: Path) -> None:
    seen = set()
    for number, line in read_jsonl(path):
        assert set(line) == {"label", "pattern", "id"}, number
        assert line["label"] in LABELS, number
        prefix, _, rest = line["id"].partition(":")
        assert prefix == line["label"].lower() and rest == slug(rest), number
        pair = (json.dumps(line["pattern"]), line["id"])
        assert pair not in seen, number
        seen.add(pair)


@pytest.mark.parametrize("path", FACTS, ids=lambda path: path.stem)
def test_fact_lines(path: Path) -> None:
    seen = set()
    for number, line in read_jsonl(path):
        assert line["id"] not in seen, number
        seen.add(line["id"])
        assert line["name"] and line["source"], number
        for span in ("seasons", "era"):
            if span in line:
                assert line[span][0] <= line[span][1], number
        if "nationality" in line:
            assert len(line["nationality"]) == 2 and line["nationality"].isupper(), number


def test_facts_and_entities_belong_together() -> None:
    gazetteer = load_gazetteer()
    for entity in gazetteer.facts:
        assert entity in gazetteer.names, entity
    for entity, facts in gazetteer.facts.items():
        for other in ("manufacturer", "track", "team"):
            if isinstance(facts.get(other), str):
                assert facts[other] in gazetteer.facts, (entity, facts[other])
        for series in facts.get("series", ()):
            assert series in gazetteer.facts, (entity, series)


def test_breadth() -> None:
    counts: dict[str, int] = defaultdict(int)
    for entity in load_gazetteer().names:
        counts[entity.partition(":")[0]] += 1
    assert counts["driver"] >= 2800
    assert counts["team"] >= 300
    assert counts["track"] >= 150
    assert counts["corner"] >= 400


def test_patterns_are_cut_as_the_tokenizer_cuts(german: Language) -> None:
    differ = [
        line["pattern"]
        for path in ENTITIES
        for _, line in read_jsonl(path)
        if [t.text for t in german.tokenizer(line["pattern"])] != words(line["pattern"])
    ]
    assert len(differ) < 25, differ


@pytest.mark.parametrize(
    ("form", "folded"),
    [
        ("Pérez", "perez"),
        ("Müller", "muller"),
        ("Großmann", "grossmann"),
        ("Sørensen", "sorensen"),
        ("O’Ward", "oward"),
        ("O'Ward", "oward"),
        ("C6.R", "c6r"),
        ("M3.", "m3"),
        ("Michał", "michal"),
        (".", "."),
    ],
)
def test_keys(form: str, folded: str) -> None:
    assert key(form) == folded


def test_spellings() -> None:
    assert "Mueller" in spellings("Müller")
    assert "Jean Eric" in spellings("Jean-Eric")
    assert keys("Risi Competizione") == ("risi", "competizione")
    assert without_genitive("hamiltons") == "hamilton"
    assert without_genitive("ross") is None


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Lewis Hamilton", "Hamilton"),
        ("Kelvin van der Linde", "van der Linde"),
        ("Paul di Resta", "di Resta"),
        ("Wolfgang von Trips", "von Trips"),
        ("Juan Pablo Montoya", "Montoya"),
        ("Johnny Cecotto Jr.", "Cecotto"),
    ],
)
def test_surnames(name: str, surname: str) -> None:
    assert " ".join(surname_words(name)) == surname


def write(folder: Path, line: str) -> Path:
    (folder / "entities").mkdir(parents=True)
    (folder / "entities" / "drivers.jsonl").write_text(line + "\n", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('{"label": "DRIVER", "pattern": "Mika Aho"}', "RB103"),
        ('{"label": "PILOT", "pattern": "Mika Aho", "id": "driver:mika-aho"}', "RB104"),
        ('{"label": "DRIVER", "pattern": " ", "id": "driver:mika-aho"}', "RB104"),
        ('{"label": "DRIVER", "pattern": [{"REGEX": "A"}], "id": "driver:mika-aho"}', "RB104"),
        ('{"label": "DRIVER", "pattern"', "RB101"),
    ],
)
def test_wrong_lines_name_file_and_line(tmp_path: Path, line: str, code: str) -> None:
    with pytest.raises(PatternError) as error:
        load_gazetteer(write(tmp_path / code, line))
    assert error.value.code == code
    assert error.value.line == 1


def test_token_patterns(tmp_path: Path) -> None:
    line = '{"label": "DRIVER", "pattern": [{"LOWER": "mika"}, {"ORTH": "Aho"}], "id": "driver:m"}'
    gazetteer = load_gazetteer(write(tmp_path, line))
    assert [name.id for name in gazetteer.phrase("mika aho ")] == ["driver:m"]


@pytest.mark.parametrize(
    ("form", "names"),
    [
        ("Risi-Ferrari", [True, True]),
        ("BMW-Pilot", [True, False]),
        ("Flying-Lizard-Porsche", [True, True]),
        ("Boxen-Crew", []),
        ("Safety-Car-Phase", []),
        ("LMP2-Klasse", [True]),
    ],
)
def test_compounds(form: str, names: list[bool]) -> None:
    compounds = Compounds(Vocabulary(load_gazetteer(), load_cues()))
    assert [bool(part.names) for part in compounds.parts(form)] == names
