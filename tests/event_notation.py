"""Events of a text as short lines, so that a test says what it expects in the words of a reader.

`overtake negated: agent Lewis Hamilton; patient Sebastian Vettel/pronoun; position 3; also 1`:
type, status where it is not asserted, roles in the contract's order, attributes by name, sentences
that tell it again. Behind the slash stands the `via` of an argument that is no name or surname; a
participant whom nobody knows is `?`.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language

from rennbericht.contract.types import TYPES


def told(nlp: Language, text: str) -> list[str]:
    """The events that the pipeline finds in a text, one line each, in text order."""
    return [line(event) for event in nlp(text).user_data["rennbericht_events"]]


def results(*names: str, first: int = 1, extra: str = "") -> list[str]:
    """Results in a row of places, in the notation above."""
    return [f"result: holder {n}; position {p}{extra}" for p, n in enumerate(names, first)]


def line(event: dict[str, Any]) -> str:
    """One event in the notation above."""
    status = "" if event["status"] == "asserted" else f" {event['status']}"
    parts = [
        f"{role} " + ", ".join(person(argument) for argument in event["roles"][role])
        for role in TYPES[event["type"]].roles
        if role in event["roles"]
    ]
    parts += [
        f"{key} {value}" if value is not True else key
        for name in sorted(event["attributes"])
        for key, value in flat(name, event["attributes"][name])
    ]
    parts += [f"also {len(event['also'])}"] if event["also"] else []
    return f"{event['type']}{status}: {'; '.join(parts)}".rstrip(": ")


def person(argument: dict[str, Any]) -> str:
    """An argument by its canonical name, with the way it was resolved where that was none."""
    name = argument["entity"]["name"] if argument["entity"] else "?"
    return name if argument["via"] in ("name", "surname") else f"{name}/{argument['via']}"


def flat(name: str, value: Any) -> list[tuple[str, Any]]:
    """A nested attribute as dotted keys; of a place the name is enough."""
    if not isinstance(value, dict):
        return [(name, value)]
    return [
        (name if key == "name" else f"{name}.{key}", inner)
        for key, inner in value.items()
        if key != "id"
    ]
