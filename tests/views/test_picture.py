"""The picture is well-formed and shows every event and every marked word where it stands."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Any

from rennbericht.views.picture import CHAR, COLUMNS, MARGIN, picture

SVG = "{http://www.w3.org/2000/svg}"


def event(text: str, trigger: str, name: str, **attributes: Any) -> dict[str, Any]:
    start = text.index(trigger)
    who = text.index(name)
    argument = {"text": name, "start": who, "end": who + len(name), "entity": {"name": name}}
    return {
        "type": "lead",
        "status": "asserted",
        "trigger": {"text": trigger, "start": start, "end": start + len(trigger)},
        "roles": {"holder": [argument]},
        "attributes": attributes,
    }


def test_every_event_has_its_line_and_its_marks() -> None:
    text = "Vettel führte & Webber folgte."
    root = ET.fromstring(picture(text, [event(text, "führte", "Vettel", lap={"number": 3})]))
    lines = ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]
    assert lines[0] == text
    assert lines[1].startswith("lead") and "Vettel" in lines[1] and "lap number 3" in lines[1]
    edges = [float(node.get("x", "0")) for node in root.iter(f"{SVG}rect")]
    assert round(MARGIN + text.index("führte") * CHAR, 1) in edges


def test_long_text_is_wrapped_at_blanks() -> None:
    text = "Wort " * 60
    root = ET.fromstring(picture(text.strip(), []))
    lines = ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]
    assert len(lines) > 2
    assert all(len(line) <= COLUMNS for line in lines)
    assert " ".join(lines) == text.strip()
