"""An event in one line, for explanations and comparisons."""

from __future__ import annotations

from typing import Any


def event_line(event: dict[str, Any], *, trigger: bool = False, via: bool = False) -> str:
    """`overtake asserted: agent Lewis Hamilton; patient Sebastian Vettel | lap={'number': 3}`.

    Args:
        event: an event as a plain dict.
        trigger: whether to quote the word that carries it.
        via: whether to say how each participant was found.
    """
    said = f" »{event['trigger']['text']}«" if trigger else ""
    roles = "; ".join(
        f"{role} " + ", ".join(_participant(argument, via) for argument in arguments)
        for role, arguments in event["roles"].items()
    )
    attributes = ", ".join(f"{key}={value}" for key, value in event["attributes"].items())
    told = " | ".join(part for part in (roles, attributes) if part)
    return f"{event['type']} {event['status']}{said}: {told}"


def _participant(argument: dict[str, Any], via: bool) -> str:
    name = argument["entity"]["name"] if argument["entity"] else "?"
    return f"{name} ({argument['via']})" if via else name
