from __future__ import annotations

import hashlib

import pytest

from rennbericht.contract.ids import canonical_json, event_id
from rennbericht.contract.slug import entity_key, fold, names_agree, slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nico Hülkenberg", "nico-hulkenberg"),
        ("Pérez", "perez"),
        ("Weißenfels", "weissenfels"),
        ("GROẞ", "gross"),
        ("Mu\u0308ller", "muller"),
        ("Graf/Luhr", "graf-luhr"),
        ("  O'Ward ", "o-ward"),
        ("Corkscrew", "corkscrew"),
        ("911 GT3 R", "911-gt3-r"),
    ],
)
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_fold_keeps_blanks_and_hyphens() -> None:
    assert fold("Müller-Wohlfahrt Straße") == "muller-wohlfahrt strasse"


def test_entity_key() -> None:
    assert entity_key("DRIVER", "Nico Hülkenberg") == "driver:nico-hulkenberg"


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("Pérez", "Sergio Perez", True),
        ("Johannes van Overbeek", "van Overbeek", True),
        ("Beek", "Johannes van Overbeek", False),
        ("Sergio", "Sergio Perez", False),
        ("Ralf Schumacher", "Michael Schumacher", False),
        ("", "Perez", False),
    ],
)
def test_names_agree(one: str, other: str, agree: bool) -> None:
    assert names_agree(one, other) is agree
    assert names_agree(other, one) is agree


def test_canonical_json() -> None:
    assert canonical_json({"b": [1, None], "a": "ü"}) == '{"a":"ü","b":[1,null]}'.encode()


def test_event_id_is_the_hash_that_the_contract_names() -> None:
    key = '["d","text","result",5,9,[["holder",0,4],["holder",10,14]],3,"GT3",null]'
    expected = "ev-" + hashlib.sha256(key.encode()).hexdigest()[:16]
    arguments = [("holder", 10, 14), ("holder", 0, 4)]
    attributes = {"class": "GT3", "position": 3, "lap": {"number": 1}}
    assert event_id("d", "text", "result", (5, 9), arguments, attributes) == expected
