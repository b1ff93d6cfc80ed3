"""What a text says, apart from how it was typed: the pipeline reads it plain, records quote it.

Soft hyphens, blanks of other widths, decomposed umlauts, ligatures and the like part words and
names: `Über\\u00adholmanöver`, `P\\u00a03`, `Mu\\u0308ller`. They are taken out of what the
pipeline sees, and every offset is led back: `text[start:end]` of the text as read is the mention.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_WIDE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD = re.compile(
    r"(?P<line>\r\n?|[\x0b\x0c\x85\u2028\u2029])"
    r"|(?P<nothing>[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+)"
    # wider gaps are left: they part the cells of a table
    rf"|(?P<blank>(?<=\S)[ {_WIDE}]{{2}}(?=\S)|[{_WIDE}])"
    r"|(?P<hyphen>[\u2010\u2011])"
    r"|(?P<letters>[\ufb00-\ufb06]|\w[\u0300-\u036f]+)"
)
_INSTEAD = {"line": "\n", "nothing": "", "blank": " ", "hyphen": "-"}


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as the pipeline reads it, and where each of its characters stands in the other."""

    text: str
    source: str
    starts: list[int]
    ends: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The same stretch in the text as it was read."""
        if end <= start:
            at = self.starts[start] if start < len(self.starts) else len(self.source)
            return at, at
        return self.starts[start], self.ends[end - 1]


def plain_of(source: str) -> Plain | None:
    """The plain text of a text; None where it is plain itself."""
    if _ODD.search(source) is None:
        return None
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for match in _ODD.finditer(source):
        start, end = match.span()
        parts.append(source[at:start])
        starts += range(at, start)
        ends += range(at + 1, start + 1)
        kind = str(match.lastgroup)
        instead = _INSTEAD.get(kind)
        if instead is None:
            instead = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", match[0]))
        parts.append(instead)
        starts += [start] * len(instead)
        ends += [end] * len(instead)
        at = end
    parts.append(source[at:])
    starts += range(at, len(source))
    ends += range(at + 1, len(source) + 1)
    return Plain("".join(parts), source, starts, ends)


def plain_text(source: str) -> str:
    """The plain text of a text, which may be itself."""
    plain = plain_of(source)
    return plain.text if plain else source
