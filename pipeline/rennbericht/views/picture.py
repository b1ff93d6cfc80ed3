"""A picture of a text with its events: marked words above, one line an event below.

Plain SVG in a monospaced face, so that it looks the same wherever it is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

#: width of a character and height of a line, in pixels
CHAR, LINE = 8.4, 25
COLUMNS = 96
MARGIN = 20
#: background of the trigger by event type; others take the last
COLOURS = {
    "overtake": "#ffd8a8", "lead": "#fff3bf", "position": "#d3f9d8", "result": "#b2f2bb",
    "pole": "#c5f6fa", "pit_stop": "#d0ebff", "technical": "#ffc9c9", "puncture": "#ffc9c9",
    "retirement": "#ffa8a8", "off_track": "#fcc2d7", "collision": "#faa2c1",
    "penalty": "#eebefa", "neutralisation": "#e5dbff", "championship": "#96f2d7",
    "": "#e9ecef",
}  # fmt: skip


def picture(text: str, events: Sequence[dict[str, Any]]) -> str:
    """Draw a text and its events.

    Args:
        text: the string that the offsets count in.
        events: event records (plain data) of that string.

    Returns:
        An SVG document.
    """
    rows = _wrapped(text)
    parts: list[str] = []
    for event in events:
        trigger = event["trigger"]
        colour = COLOURS.get(event["type"], COLOURS[""])
        for left, row, length in _boxes(rows, trigger["start"], trigger["end"]):
            parts.append(
                f'<rect x="{left:.1f}" y="{row - 16}" width="{length:.1f}" height="21" rx="3" '
                f'fill="{colour}"/>'
            )
        for arguments in event["roles"].values():
            for argument in arguments:
                for left, row, length in _boxes(rows, argument["start"], argument["end"]):
                    parts.append(
                        f'<rect x="{left:.1f}" y="{row + 5}" width="{length:.1f}" height="2" '
                        'fill="#495057"/>'
                    )
    for index, (start, end) in enumerate(rows):
        parts.append(_words(text[start:end], _baseline(index)))
    top = _baseline(len(rows)) + 8
    for index, event in enumerate(events):
        base = top + index * LINE
        colour = COLOURS.get(event["type"], COLOURS[""])
        parts.append(
            f'<rect x="{MARGIN}" y="{base - 16}" width="{17 * CHAR:.1f}" height="21" rx="3" '
            f'fill="{colour}"/>'
        )
        parts.append(_words(_summary(event), base, bold=len(event["type"])))
    width, height = int(2 * MARGIN + COLUMNS * CHAR), top + len(events) * LINE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" font-family="DejaVu Sans Mono, Menlo, Consolas, '
        'monospace" font-size="14">\n'
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


def _wrapped(text: str) -> list[tuple[int, int]]:
    """Lines of at most `COLUMNS` characters, as offsets."""
    rows: list[tuple[int, int]] = []
    start = 0
    while start < len(text):
        end = min(len(text), start + COLUMNS)
        newline = text.find("\n", start, end)
        if newline >= 0:
            end = newline
        elif end < len(text):
            blank = text.rfind(" ", start, end)
            end = blank if blank > start else end
        if end > start:
            rows.append((start, end))
        start = end + 1 if end < len(text) and text[end] in " \n" else end
    return rows


def _baseline(index: int) -> int:
    return MARGIN + 12 + index * LINE


def _boxes(rows: list[tuple[int, int]], start: int, end: int) -> list[tuple[float, int, float]]:
    """Left edge, baseline and length of a span on every line it touches."""
    found = []
    for index, (first, last) in enumerate(rows):
        low, high = max(start, first), min(end, last)
        if low < high:
            found.append((MARGIN + (low - first) * CHAR, _baseline(index), (high - low) * CHAR))
    return found


def _words(line: str, base: int, *, bold: int = 0) -> str:
    """A line of text, every character on its column; the first `bold` ones in bold."""
    length = f'textLength="{len(line) * CHAR:.1f}" lengthAdjust="spacing" xml:space="preserve"'
    words = escape(line[bold:])
    if bold:
        words = f'<tspan font-weight="bold">{escape(line[:bold])}</tspan>{words}'
    return f'<text x="{MARGIN}" y="{base}" {length}>{words}</text>'


def _summary(event: dict[str, Any]) -> str:
    """`overtake          Verkerk → Arregui   lap 9`, padded to columns."""
    roles = [
        ", ".join(a["entity"]["name"] if a["entity"] else f"? {a['text']}" for a in arguments)
        for arguments in event["roles"].values()
    ]
    facts = []
    for key, value in event["attributes"].items():
        if isinstance(value, dict):
            value = value.get("name") or " ".join(f"{k} {v}" for k, v in value.items())
        facts.append(f"{key} {value}")
    if event["status"] != "asserted":
        facts.insert(0, str(event["status"]))
    line = f"{event['type']:<18}{' → '.join(roles)}   {', '.join(facts)}"
    return line[:COLUMNS]
