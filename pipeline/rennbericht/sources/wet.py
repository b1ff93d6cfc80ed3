"""Running text out of a WET record, which is a page's text with all its menus, line by line."""

from __future__ import annotations

import re

from rennbericht.sources.language import german_share

#: Shortest line that can be a paragraph, in characters.
_SHORTEST = 60
#: Share of German function words that a paragraph has at least.
_SHARE = 0.08
#: What a sentence ends with, quotation marks and brackets behind it.
_END = re.compile(r"[.!?:…][\"'“”»«’)\]]*\s*$")


def running_text(whole: str) -> tuple[str | None, str]:
    """Return title and running text of a record.

    The title is the first line. Of the others those stay that read as paragraphs: long enough,
    German function words among them, closed as a sentence is. They are kept as they stand, each on
    its line; menus, captions and lists go.
    """
    first, _, rest = whole.partition("\n")
    kept = [line.rstrip("\r") for line in rest.split("\n") if _is_paragraph(line)]
    return first.strip() or None, "\n".join(kept)


def _is_paragraph(line: str) -> bool:
    return len(line) >= _SHORTEST and bool(_END.search(line)) and german_share(line) >= _SHARE
