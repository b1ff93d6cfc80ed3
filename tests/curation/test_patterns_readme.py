"""Every example of patterns/README.md does what stands under it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.curation.editing import append

import rennbericht
from rennbericht.contract.types import TYPES
from rennbericht.curation.lint.run import lint
from rennbericht.errors import CATALOGUE
from rennbericht.patterns import patterns_dir

README = patterns_dir() / "README.md"
_BLOCK = re.compile(r"^```(json|text) ?([\w/.-]*)( wrong)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SENTENCE = re.compile(r"^> (.+)\n> gives: (.+)$", re.MULTILINE)


@dataclass
class Section:
    """One `### ...` of the five-minute part."""

    title: str
    right: list[tuple[str, str]] = field(default_factory=list)
    wrong: list[tuple[str, str]] = field(default_factory=list)
    says: list[str] = field(default_factory=list)
    sentences: list[tuple[str, str]] = field(default_factory=list)


def sections() -> list[Section]:
    text = README.read_text(encoding="utf-8").split("## Five minutes each")[1]
    found = []
    for part in re.split(r"^### ", text, flags=re.MULTILINE)[1:]:
        section = Section(part.splitlines()[0])
        for kind, file, wrong, body in _BLOCK.findall(part):
            if kind == "text":
                section.says += body.splitlines()
            else:
                lines = section.wrong if wrong else section.right
                lines += [(file, line) for line in body.splitlines()]
        section.sentences = _SENTENCE.findall(part)
        found.append(section)
    return found


SECTIONS = sections()


def test_there_are_sections() -> None:
    assert [s.title for s in SECTIONS] == [
        "A driver", "A car's short form", "A corner", 'A way of saying "overtake"',
    ]  # fmt: skip
    assert all(s.right and s.wrong and s.says and s.sentences for s in SECTIONS)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda s: s.title)
def test_right_lines_are_clean_and_give_what_is_said(section: Section, patterns: Path) -> None:
    from rennbericht.curation.lint.order import format_folder

    added = [(file, append(patterns, file, line)) for file, line in section.right]
    assert added
    format_folder(patterns)
    assert lint(patterns) == []
    nlp = rennbericht.load("embedded", patterns=patterns, announce=lambda line: None)
    for sentence, gives in section.sentences:
        doc = nlp(sentence)
        told = [f"{ent.label_} {ent.ent_id_}" for ent in doc.ents]
        for event in doc._.events:
            roles = [
                f"{role} {' and '.join(a.entity.name for a in event.roles[role] if a.entity)}"
                for role in TYPES[event.type].roles
                if role in event.roles
            ]
            told.append(f"{event.type} {', '.join(roles)}")
        assert gives in told


@pytest.mark.parametrize("section", SECTIONS, ids=lambda s: s.title)
def test_wrong_lines_are_reported_as_said(section: Section, patterns: Path) -> None:
    if "driver" in section.title:
        append(patterns, *section.right[0])
    places = {(file, append(patterns, file, line)) for file, line in section.wrong}
    found = [f for f in lint(patterns) if f.code not in ("RB118", "RB109")]
    assert {(f.file, f.line) for f in found} == places
    said = [f"{f.code} {CATALOGUE[f.code]}: {f.detail.splitlines()[0]}" for f in found]
    assert said == section.says
