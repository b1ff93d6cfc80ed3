"""Gold for a report with other names: the authoring file rewritten line by line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from rennbericht.contract.types import TYPES
from rennbericht.curation.corpus import GAP, locate_sentence, locate_trigger
from rennbericht.curation.gold_entities import (
    MARK,
    GoldEntity,
    locate_entities,
    places_of,
    read_entities,
)
from rennbericht.curation.gold_format import EVENT, FLAGS, PLACES, UNKNOWN

from .forms import Shift


class Rewriter:
    """Rewrites the lines of a `.gold` file.

    Args:
        text: the report as it was.
        shift: the report as it is now.
        name: gives the new canonical name of a participant or place.
    """

    def __init__(self, text: str, shift: Shift, name: Callable[[str], str]) -> None:
        self._text = text
        self._shift = shift
        self._name = name
        self._sentence = (0, 0)

    def rewrite(self, path: Path) -> str:
        """The new file.

        Raises:
            ValueError: a line cannot be carried over.
        """
        raw = path.read_text(encoding="utf-8").splitlines()
        lines = [self._line(line) for line in raw if not line.startswith(MARK)]
        return "\n".join([*lines, *self._entities(read_entities(path))]) + "\n"

    def _entities(self, entities: list[GoldEntity]) -> Iterator[str]:
        """The lines of entities: every mention with its number, as what is one word may be two now.

        Not so the full name of a person, which opens the line.
        """
        forms: dict[int, dict[str, list[str]]] = {}
        for span, entity in locate_entities(self._text, entities).items():
            start, end = self._shift.span(*span)
            words = self._shift.text[start:end].rstrip("’")  # a genitive's, no part of the name
            end = start + len(words)
            number = places_of(words, self._shift.text).index((start, end)) + 1
            forms.setdefault(entity.line, {}).setdefault(words, []).append(str(number))
        for entity in entities:
            numbered = [f"{w}#{','.join(n)}" for w, n in forms.get(entity.line, {}).items()]
            person = [self._name(entity.forms[0].text)] if entity.id else []
            yield f"{MARK} {entity.label} " + " | ".join([*person, *numbered])

    def _line(self, raw: str) -> str:
        line = raw.strip()
        if not line or line.startswith("#"):
            return line
        if line.startswith(">"):
            header = line[1:].strip()
            self._sentence = locate_sentence(self._text, header)
            return "> " + self._header(header)
        match = EVENT.match(line)
        if match is None:
            raise ValueError(f"no event: {line}")
        kind, optional, status, trigger, number, rest = match.groups()
        head = kind + (optional or "") + (f" {status}" if status else "")
        fields = [piece.strip() for piece in (rest or "").split("|")]
        fields = [self._field(kind, piece) for piece in fields if piece]
        return " | ".join([f"{head} {self._trigger(trigger, int(number or 1))}", *fields])

    def _header(self, header: str) -> str:
        """The leading words of a sentence, as many as make it unique now."""
        start, end = locate_sentence(self._text, header)
        new_start, stop = self._shift.span(start, start + len(header))
        sentence = self._shift.span(start, end)
        text = self._shift.text
        while True:
            words = text[new_start:stop].strip()
            try:
                if locate_sentence(text, words) == sentence:
                    return words
            except ValueError:
                pass
            if stop >= sentence[1]:
                raise ValueError(f"{header!r} opens no sentence of its own any more")
            behind = re.compile(r"\s*\S+").match(text, stop)
            stop = min(behind.end() if behind else sentence[1], sentence[1])

    def _trigger(self, trigger: str, occurrence: int) -> str:
        start, end = self._sentence
        old = self._text[start:end]
        first, last = locate_trigger(old, trigger, occurrence)
        parts, at = [], first
        for part in GAP.split(trigger):
            place = re.compile(rf"(?<!\w){re.escape(part)}(?!\w)").search(old, at, last)
            if place is None:
                raise ValueError(f"trigger {trigger!r}: {part!r} is not to be found")
            a, b = self._shift.span(start + place.start(), start + place.end())
            parts.append(self._shift.text[a:b])
            at = place.end()
        new = " … ".join(parts)
        goal = self._shift.span(start + first, start + last)
        begin, stop = self._shift.span(start, end)
        for number in range(1, occurrence + 9):
            a, b = locate_trigger(self._shift.text[begin:stop], new, number)
            if (begin + a, begin + b) == goal:
                return f'"{new}"' + (f"#{number}" if number > 1 else "")
        raise ValueError(f"trigger {trigger!r} stands elsewhere now")

    def _field(self, kind: str, piece: str) -> str:
        key, equals, value = (part.strip() for part in piece.partition("="))
        if equals and key == "also":
            return f"also={self._header(value)}"
        if equals and key in PLACES:
            return f"{key}={self._name(value)}"
        if equals and key in TYPES[kind].roles:
            return f"{key}={self._names(value)}"
        if not equals and key not in FLAGS:
            return " > ".join(self._names(group.strip()) for group in piece.split(">"))
        return piece

    def _names(self, names: str) -> str:
        if names == UNKNOWN:
            return names
        units = [[n.strip() for n in unit.split(";")] for unit in names.split("&")]
        return " & ".join("; ".join(self._name(n) for n in unit) for unit in units)
