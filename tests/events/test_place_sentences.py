"""Ordinary sentences about places: who finished, ran or starts where, and in which session."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from spacy.language import Language

from rennbericht.contract.build import EVENTS
from rennbericht.contract.slug import fold

FILE = Path(__file__).with_name("places.txt")
TYPES = frozenset({"result", "position", "pole", "lead", "fastest_lap"})
#: types that tell a place by themselves
PLACELESS = frozenset({"pole", "lead", "fastest_lap"})

#: type with status and session, place, holders
Told = tuple[str, str, tuple[str, ...]]


class Case(NamedTuple):
    line: int
    before: str
    text: str
    wanted: list[Told]


def read_cases() -> list[Case]:
    cases = []
    for number, line in enumerate(FILE.read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        told, _, wanted = line.partition(" = ")
        before, bar, text = told.rpartition(" || ")
        cases.append(Case(number, before if bar else "", text, [*map(_told, wanted.split("; "))]))
    return cases


def _told(words: str) -> Told:
    kind, _, rest = words.partition(" ")
    place = ""
    if kind.split("/")[0].split("!")[0] not in PLACELESS:
        place, _, rest = rest.partition(" ")
    return kind, place, tuple(sorted(fold(name) for name in rest.split(" + ")))


def given(event: dict[str, Any]) -> Told:
    attributes = event["attributes"]
    kind = event["type"] + ("" if event["status"] == "asserted" else f"!{event['status']}")
    session = attributes.get("session")
    if event["type"] == "result" and session not in (None, "race"):
        kind += f"/{session}"
    group = f"top{attributes['position_within']}" if "position_within" in attributes else ""
    place = attributes.get("position") or group or attributes.get("direction", "")
    names = [a["entity"]["name"] if a["entity"] else a["text"] for a in event["roles"]["holder"]]
    shown = "" if event["type"] in PLACELESS else str(place)
    return kind, shown, tuple(sorted(fold(name) for name in names))


def same(wanted: Told, found: Told) -> bool:
    """Whether both tell the same, surnames standing for full names."""
    if wanted[:2] != found[:2] or len(wanted[2]) != len(found[2]):
        return False
    return all(any(f == w or f.endswith(f" {w}") for f in found[2]) for w in wanted[2])


def test_places(nlp: Language) -> None:
    cases, wrong = read_cases(), []
    texts = [f"{case.before} {case.text}".strip() for case in cases]
    for case, text, doc in zip(cases, texts, nlp.pipe(texts), strict=True):
        start = text.rindex(case.text)
        found = [
            given(event)
            for event in doc.user_data[EVENTS]
            if event["type"] in TYPES and event["sentence"]["start"] >= start
        ]
        left = list(found)
        for wanted in case.wanted:
            match = next((one for one in left if same(wanted, one)), None)
            if match is None:
                break
            left.remove(match)
        else:
            if not left:
                continue
        wrong.append(f"{FILE.name}:{case.line}: {text}\n    {found}")
    assert not wrong, f"{len(wrong)} of {len(cases)}\n" + "\n".join(wrong)
