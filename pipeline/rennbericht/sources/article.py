"""What sources give: articles, and problems where there is none."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from rennbericht.errors import CATALOGUE

#: Characters of an unreadable input that a dead letter keeps.
EXCERPT = 200

#: Codes under which an input is passed over on purpose; every other one is a failure.
SKIPS = {
    "RB002": "empty",
    "RB007": "too_long",
    "RB010": "language",
    "RB011": "empty_record",
    "RB012": "no_race",
    "RB013": "stub",
    "RB015": "same_id",
    "RB016": "same_text",
}

#: What a reader counts in `Warnings`, and what that means.
WARNINGS = {
    "cp1252": "read as Windows-1252, not being UTF-8",
    "utf16": "read as UTF-16 or UTF-32, by the byte order mark",
    "bytes_replaced": "pages with bytes that do not fit their encoding",
    "mojibake": "decoded wrongly before, as it seems (Ã¼ for ü)",
    "date_not_read": "date of publication not understood",
    "language_doubtful": "language en is the scraper's default, so it was not believed",
    "published_assumed": "without a date of publication, taken to be published when retrieved",
    "not_an_article": "WARC records passed over: no page, no text",
    "revisit": "WARC records passed over: revisits, which repeat an earlier record",
    "http_status": "WARC records passed over: answers of a server that are no page (404, 301)",
}


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an article or a problem comes from."""

    path: str | None = None
    #: 1-based line of a file of lines
    line: int | None = None
    #: 1-based number of the record in an array
    record: int | None = None
    #: of the line or record, in the decompressed file (of UTF-16: in the file as UTF-8)
    byte_offset: int | None = None
    format: str = "txt"
    #: `WARC-Record-ID`
    record_id: str | None = None


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
    #: whether `published` is only the day of retrieval, as the user let it be
    published_assumed: bool = False
    #: when the article was fetched, when it was changed last: ISO 8601
    retrieved: str | None = None
    modified: str | None = None
    #: host of the site
    source_domain: str | None = None
    authors: tuple[str, ...] = ()
    section: str | None = None
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


#: Warnings met while reading, by kind: the keys of `WARNINGS`.
Warnings = Counter[str]
