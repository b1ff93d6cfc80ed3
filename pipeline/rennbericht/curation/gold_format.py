"""The authoring format of gold: plain text that is pleasant to write, to read and to compare.

    # a remark
    > Nach fünf Minuten ging
    overtake "ging … vorbei" | Mika Aho > Jan Bos | lap=3 | corner=Dunlop-Kehre
    position "vor" | Ana Cruz & Leo Duval | position=3..
    result? negated "Sieg" | Mika Aho; Jan Bos | position=1 | also=Der Finne und

Names joined by `;` share a mention (a crew, a car), names joined by `&` have mentions of their
own: each of these becomes an event of its own, `position=3..` counting on. This module reads the
lines of events, `gold_entities` those of entities; where events stand in the report is `corpus`'
business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rennbericht.contract.types import STATUSES, TYPES
from rennbericht.curation.gold_entities import MARK
from rennbericht.errors import RennberichtError

EVENT = re.compile(r'(\w+)(\?)?(?: +(\w+))? +"([^"]+)"(?:#(\d+))? *(?:\|(.*))?$')
_SPAN = re.compile(r"(?:(\d+)h)?(?:(\d+)min)?(?:([\d.]+)s?)?$")
_INTEGERS = frozenset(
    ("position", "position_from_end", "position_within", "from_position", "change", "count")
)
FLAGS = frozenset(("lapping", "background", "hearsay"))
PLACES = frozenset(("series", "track", "corner"))
_SPANS = frozenset(("time", "margin", "duration"))
#: stands for a participant the text does not tell
UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One event as written: `roles` hold units, a unit the names that share a mention."""

    type: str
    status: str
    optional: bool
    trigger: str
    occurrence: int
    roles: dict[str, list[list[str]]]
    attributes: dict[str, Any]
    also: list[str]
    line: int
    counts_on: bool = False


@dataclass(slots=True)
class GoldSentence:
    """The leading words of a sentence (or all of it) and the events it tells."""

    header: str
    line: int
    events: list[GoldEvent] = field(default_factory=list)


def read_gold(path: Path) -> list[GoldSentence]:
    """Return the sentences of a `.gold` file.

    Raises:
        RennberichtError: RB301 with the line, where it breaks the format.
    """
    sentences: list[GoldSentence] = []
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        line = raw.strip()
        if not line or line.startswith(("#", MARK)):
            continue
        if line.startswith(">"):
            sentences.append(GoldSentence(line[1:].strip(), number))
            continue
        try:
            if not sentences:
                raise ValueError("an event before the first sentence")
            sentences[-1].events.append(_event(line, number))
        except ValueError as error:
            raise RennberichtError("RB301", str(error), path=path, line=number) from None
    return sentences


def _event(line: str, number: int) -> GoldEvent:
    match = EVENT.match(line)
    if match is None:
        raise ValueError('expected: type status "trigger" | roles | key=value')
    name, optional, status, trigger, occurrence, rest = match.groups()
    if name not in TYPES:
        raise ValueError(f"unknown type {name!r}")
    if (status or "asserted") not in STATUSES:
        raise ValueError(f"unknown status {status!r}")
    event = GoldEvent(
        type=name,
        status=status or "asserted",
        optional=bool(optional),
        trigger=trigger,
        occurrence=int(occurrence or 1),
        roles={},
        attributes={},
        also=[],
        line=number,
        counts_on=bool(re.search(r"\| *position=\d+\.\.", line)),
    )
    for part in filter(None, (piece.strip() for piece in (rest or "").split("|"))):
        _add(event, part)
    return event


def _add(event: GoldEvent, part: str) -> None:
    """Add one field: bare names, role=names, also=words, a flag or key=value."""
    roles = TYPES[event.type].roles
    key, equals, value = (piece.strip() for piece in part.partition("="))
    if not equals and key in FLAGS:
        event.attributes[key] = True
    elif not equals:
        groups = [group.strip() for group in part.split(">")]
        if len(groups) > len(roles):
            raise ValueError(f"{event.type} has only {len(roles)} role(s)")
        for role, names in zip(roles, groups, strict=False):
            _add_role(event, role, names)
    elif key in roles:
        _add_role(event, key, value)
    elif key == "also":
        event.also.append(value)
    elif key in event.attributes:
        raise ValueError(f"attribute {key} given twice")
    else:
        event.attributes[key] = _value(key, value)


def _add_role(event: GoldEvent, role: str, names: str) -> None:
    if role in event.roles:
        raise ValueError(f"role {role} given twice")
    if names == UNKNOWN:
        event.roles[role] = []
        return
    units = [[name.strip() for name in unit.split(";")] for unit in names.split("&")]
    if not all(name for unit in units for name in unit):
        raise ValueError(f"empty name in {names!r}")
    event.roles[role] = units


def _value(key: str, value: str) -> Any:
    if key in _INTEGERS:
        return int(value.removesuffix(".."))
    if key in FLAGS:
        return {"true": True, "false": False}[value]
    if key in PLACES:
        return {"name": value}
    if key == "lap":
        kinds = {"+": "after", "-": "from_end"}
        return {kinds.get(value[0], "number"): int(value.lstrip("+-"))}
    if key == "clock":
        anchor, span = re.split(r"[+-]", value, maxsplit=1)
        return {"seconds": _seconds(span), "anchor": anchor}
    if key in _SPANS:
        if value.endswith("laps"):
            return {"laps": _number(value.removesuffix("laps"))}
        return {"seconds": _seconds(value)}
    return value


def _seconds(value: str) -> int | float:
    """Return the seconds of `1h30min`, `20min`, `95`, `4.2s` or `1:23.456`."""
    if ":" in value:
        seconds: int | float = 0
        for part in value.split(":"):
            seconds = seconds * 60 + _number(part)
        return round(seconds, 3)
    match = _SPAN.match(value.replace(" ", ""))
    if match is None or not any(match.groups()):
        raise ValueError(f"not a time span: {value!r}")
    hours, minutes, rest = match.groups()
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + _number(rest or "0")


def _number(value: str) -> int | float:
    number = float(value)
    return int(number) if number.is_integer() else number


def expand(event: GoldEvent) -> Iterator[tuple[dict[str, list[str]], dict[str, Any]]]:
    """Yield roles and attributes of every gold event that one written event stands for.

    The parties of a collision are one unit however they are joined.
    """
    if event.type == "collision":
        yield {"party": [n for unit in event.roles["party"] for n in unit]}, event.attributes
        return
    choices: list[dict[str, list[str]]] = [{}]
    for role in TYPES[event.type].roles:
        units = event.roles.get(role)
        if units:
            choices = [{**choice, role: unit} for choice in choices for unit in units]
    for index, roles in enumerate(choices):
        attributes = dict(event.attributes)
        if event.counts_on:
            attributes["position"] += index
        yield roles, attributes
