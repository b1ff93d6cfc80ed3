"""What a worker gives back for one article: records as lines, and what is counted of it."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Any

import orjson

from rennbericht.run.process import Result


@dataclass(frozen=True, slots=True)
class Payload:
    """The records of one article as lines of JSON: plain data that any process can take."""

    doc_id: str
    status: str
    code: str | None
    reason: str | None
    article: str
    events: tuple[str, ...]
    entities: tuple[str, ...]
    #: of an article that was worked on
    words: int
    #: day of publication as far as it is known, for partitions
    day: str
    #: line for `deadletter.jsonl`, where a person should look at the input
    dead: str | None = None

    @classmethod
    def of(cls, result: Result) -> Payload:
        """The payload of a result."""
        problem = result.problem
        dead = None
        if problem is not None and problem.dead:
            dead = orjson.dumps(problem.dead_letter()).decode()
        return cls(
            doc_id=result.article.doc_id,
            status=result.article.status,
            code=problem.code if problem else None,
            reason=result.article.reason,
            article=result.article.as_line(),
            events=tuple(event.as_line() for event in result.events),
            entities=tuple(record.as_line() for record in result.entities),
            words=result.article.words if problem is None else 0,
            day=(result.article.published or "")[:10],
            dead=dead,
        )

    def packed(self) -> bytes:
        """The records, compressed, as the ledger keeps them."""
        data: dict[str, Any] = {
            "article": self.article, "events": self.events, "entities": self.entities,
        }  # fmt: skip
        return zlib.compress(orjson.dumps(data), 1)


def unpacked(data: bytes) -> dict[str, Any]:
    """The records of `Payload.packed`: `article`, `events`, `entities` as lines."""
    found: dict[str, Any] = orjson.loads(zlib.decompress(data))
    return found
