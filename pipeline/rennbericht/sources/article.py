"""What sources give: articles, and problems where there is none."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from rennbericht.errors import CATALOGUE

#: Characters of an unreadable input that a dead letter keeps.
EXCERPT = 200

#: Codes under which an input is passed over on purpose; every other one is a failure.
SKIPS = {"RB002": "empty", "RB007": "too_long", "RB010": "language", "RB011": "empty_record"}


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an article or a problem comes from."""

    path: str | None = None
    #: 1-based line of a file of lines
    line: int | None = None
    #: 1-based number of the record in an array
    record: int | None = None
    #: of the line or record, in the decompressed file
    byte_offset: int | None = None
    format: str = "txt"


@dataclass(frozen=True, slots=True)
class ArticleInput:
    """An article as read. `text` is exactly what stood there."""

    doc_id: str
    text: str
    title: str | None = None
    lead: str | None = None
    url: str | None = None
    language: str | None = None
    #: ISO 8601, as precise as given
    published: str | None = None
    #: `year`, `month`, `day`, `minute`, `second`
    published_precision: str | None = None
    source: Provenance = field(default_factory=Provenance)


@dataclass(frozen=True, slots=True)
class Problem:
    """An input that gives no article: skipped on purpose, or failed."""

    doc_id: str
    code: str
    detail: str
    source: Provenance
    excerpt: str = ""

    @property
    def skipped(self) -> bool:
        """Whether the input was passed over on purpose; else it failed."""
        return self.code in SKIPS

    @property
    def dead(self) -> bool:
        """Whether something was lost that a person should look at."""
        return not self.skipped or self.code == "RB007"

    @property
    def reason(self) -> str:
        """Code, its meaning and the detail, for records and messages."""
        name = SKIPS.get(self.code, CATALOGUE[self.code])
        return f"{self.code} {name}: {self.detail}"

    def dead_letter(self) -> dict[str, Any]:
        """Return the line for `deadletter.jsonl`."""
        return {
            "path": self.source.path,
            "line": self.source.line,
            "record": self.source.record,
            "byte_offset": self.source.byte_offset,
            "code": self.code,
            "reason": self.reason,
            "start": self.excerpt[:EXCERPT],
        }


#: Warnings met while reading, by kind: `cp1252`, `mojibake`, `no_date`, ...
Warnings = Counter[str]
