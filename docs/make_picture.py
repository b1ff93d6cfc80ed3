"""Draw the picture of the README: a paragraph of a shipped report with its events.

python docs/make_picture.py
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import rennbericht
from rennbericht.views.picture import picture

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "corpus" / "reports" / "f1-suzuka-agentur.txt"
PARAGRAPH = 3


def moved(event: dict[str, Any], by: int) -> dict[str, Any]:
    """The event with the offsets of a text that begins `by` characters later."""
    for part in (event["trigger"], *(a for group in event["roles"].values() for a in group)):
        part["start"] -= by
        part["end"] -= by
    return event


def main() -> None:
    """Write docs/events.svg."""
    text = REPORT.read_text(encoding="utf-8")
    paragraph = text.split("\n\n")[PARAGRAPH]
    start = text.index(paragraph)
    end = start + len(paragraph)
    (result,) = rennbericht.extract([text], model="embedded")
    events = [
        moved(event.as_dict(), start)
        for event in result.events
        if event.field == "text" and start <= event.trigger.start < end
    ]
    (ROOT / "docs" / "events.svg").write_text(picture(paragraph, events), encoding="utf-8")


if __name__ == "__main__":
    main()
