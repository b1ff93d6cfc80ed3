"""Entities in the authoring format of gold: by label, the words that name them.

    @ DRIVER Mika Aho | Aho
    @ CORNER Dunlop-Kehre | erste Kurve
    @ TEAM Ferrari#1,3
    @ MANUFACTURER Ferrari

A line marks every place where one of its words stands as a whole: `Aho` also as `Ahos`, but not
in `Aho-Fan`, for a hyphen joins. Where a longer one stands (`Mika Aho`), the shorter is not looked
for. `#1,3` takes the first and the third of the places at which the words stand in the report,
longer ones included; words with no number take what those with one leave. A line of DRIVER tells
of one person, whose full name comes first and need not stand in the text so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rennbericht.contract.records import ENTITY_LABELS
from rennbericht.contract.slug import slug
from rennbericht.errors import RennberichtError

MARK = "@"
ENTITY = re.compile(rf"{MARK} *([A-Z]+) +(.+)$")
_FORM = re.compile(r"(.+?)(?:#(\d+(?:,\d+)*))?$")
_PERSON = "DRIVER"


class EntityError(ValueError):
    """Words that are not to be found as a line says."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class GoldForm:
    """The words of a mention, and which of their places are meant (none: all that are left)."""

    text: str
    places: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """One line."""

    label: str
    forms: tuple[GoldForm, ...]
    line: int

    @property
    def id(self) -> str | None:
        """The id of a person; names of other things are not told apart."""
        return f"driver:{slug(self.forms[0].text)}" if self.label == _PERSON else None


def read_entities(path: Path) -> list[GoldEntity]:
    """Return the entity lines of a `.gold` file.

    Raises:
        RennberichtError: RB301 with the line, where it breaks the format.
    """
    found = []
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if raw.startswith(MARK):
            try:
                found.append(parse_entity(raw.strip(), number))
            except ValueError as error:
                raise RennberichtError("RB301", str(error), path=path, line=number) from None
    return found


def parse_entity(line: str, number: int) -> GoldEntity:
    """Return the entity of a line.

    Raises:
        ValueError: the line breaks the format, or its label is not of the contract.
    """
    match = ENTITY.match(line)
    if match is None:
        raise ValueError("expected: @ LABEL words | words#1,2")
    label, rest = match.groups()
    if label not in ENTITY_LABELS:
        raise ValueError(f"unknown label {label!r}")
    forms = []
    for piece in rest.split("|"):
        form = _FORM.match(piece.strip())
        if form is None:
            raise ValueError("empty words")
        words, places = form.groups()
        forms.append(GoldForm(words, tuple(map(int, (places or "").split(","))) if places else ()))
    return GoldEntity(label, tuple(forms), number)


def entity_records(text: str, entities: list[GoldEntity]) -> Iterator[dict[str, Any]]:
    """Yield the entities of a report as the contract's gold has them, in the order of the text.

    Raises:
        EntityError: words that stand nowhere, or that two lines claim.
    """
    for (start, end), entity in locate_entities(text, entities).items():
        record = {"label": entity.label, "start": start, "end": end}
        yield record | ({"id": entity.id} if entity.id else {})


def locate_entities(text: str, entities: list[GoldEntity]) -> dict[tuple[int, int], GoldEntity]:
    """Return the line behind every place that is marked, in the order of the text.

    Raises:
        EntityError: words that stand nowhere, or that two lines claim.
    """
    wanted = [(entity, form) for entity in entities for form in entity.forms]
    wanted.sort(key=lambda one: (-len(one[1].text), not one[1].places))
    taken: dict[tuple[int, int], GoldEntity] = {}
    numbered: set[tuple[int, int]] = set()
    for entity, form in wanted:
        spans = places_of(form.text, text)
        title = entity.label == _PERSON and form is entity.forms[0]
        if len(spans) < max(form.places, default=0 if title else 1):
            raise EntityError(f"{form.text!r} stands {len(spans)} times", entity.line)
        for span in [spans[n - 1] for n in form.places] or spans:
            if span in taken and (form.places or span not in numbered):
                told = f"{form.text!r} is claimed by line {taken[span].line} too"
                raise EntityError(told, entity.line)
            if not any(span[0] < end and start < span[1] for start, end in taken):
                taken[span] = entity
                numbered |= {span} if form.places else set()
    return dict(sorted(taken.items(), key=lambda one: one[0]))


def places_of(words: str, text: str) -> list[tuple[int, int]]:
    """Return where `words` stand in `text` as whole words, with a genitive's `s` or without."""
    found = re.finditer(rf"(?<![\w-]){re.escape(words)}s?(?![\w-])", text)
    return [match.span() for match in found]
