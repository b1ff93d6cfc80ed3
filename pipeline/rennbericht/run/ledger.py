"""The ledger of a run: every article with what became of it, and its records, in one SQLite file.

Whatever stands in it is done for good: a run that is stopped, however hard, goes on behind it. The
final files are written from it, in the order of the inputs.
"""

from __future__ import annotations

import fcntl
import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

from rennbericht.errors import RennberichtError
from rennbericht.run.outputs import LEDGER
from rennbericht.run.payload import Payload, unpacked

LOCK = ".lock"
#: articles written together
_TOGETHER = 64
_TABLES = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS articles (
    key TEXT PRIMARY KEY, seq INTEGER NOT NULL, pass INTEGER NOT NULL, digest TEXT NOT NULL,
    doc_id TEXT NOT NULL, status TEXT NOT NULL, code TEXT, reason TEXT, words INTEGER NOT NULL,
    events INTEGER NOT NULL, day TEXT NOT NULL, dead TEXT, records BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_place ON articles (seq);
CREATE INDEX IF NOT EXISTS by_id ON articles (doc_id);
"""


def hold(folder: Path) -> IO[str]:
    """Hold a run directory, made where it is not there, until the file given back is closed.

    Raises:
        RennberichtError: RB602 another process holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = (folder / LOCK).open("a")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        lock.close()
        if not isinstance(error, BlockingIOError):
            raise
        detail = "wait for it, or take another folder"
        raise RennberichtError("RB602", detail, path=folder) from error
    return lock


class Known(NamedTuple):
    """What the ledger has of an input from an earlier run."""

    digest: str
    status: str


class Row(NamedTuple):
    """One article of the ledger."""

    doc_id: str
    status: str
    day: str
    dead: str | None
    article: str
    events: list[str]
    entities: list[str]


class Ledger:
    """The ledger of one run directory, held by one process at a time.

    Args:
        folder: the run directory; made where it is not there.

    Raises:
        RennberichtError: RB602 another process works there; RB603 no ledger of this package.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = hold(folder)
        self._base = sqlite3.connect(folder / LEDGER, isolation_level=None)
        try:
            self._base.execute("PRAGMA journal_mode=WAL")
            self._base.execute("PRAGMA synchronous=NORMAL")
            self._base.executescript(_TABLES)
        except sqlite3.DatabaseError as error:
            self._base.close()
            raise RennberichtError("RB603", str(error), path=folder / LEDGER) from error
        self._open = 0
        self.number = int(self.get("pass") or 0)

    def close(self) -> None:
        """Let what was written stand, and let others work in the folder."""
        try:
            self.commit()
        finally:
            self._base.close()
            self._lock.close()

    def get(self, key: str) -> str | None:
        """A value told of the run as a whole."""
        row = self._base.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def put(self, key: str, value: str) -> None:
        """Keep a value of the run as a whole."""
        self._begin()
        self._base.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))
        self.commit()

    def clear(self) -> None:
        """Forget everything."""
        self.commit()
        self._base.executescript("DELETE FROM articles; DELETE FROM meta;")
        self.number = 0

    def begin_pass(self) -> None:
        """The inputs are read from their beginning: what is not met again is gone in the end."""
        self.number += 1
        self.put("pass", str(self.number))

    def known(self, key: str) -> Known | None:
        """What became of an input before."""
        row = self._base.execute(
            "SELECT digest, status FROM articles WHERE key = ?", (key,)
        ).fetchone()
        return None if row is None else Known(*row)

    def keep(self, key: str, seq: int) -> None:
        """An input that is done already stands at this place of the inputs."""
        self._begin()
        self._base.execute(
            "UPDATE articles SET seq = ?, pass = ? WHERE key = ?", (seq, self.number, key)
        )
        self._written()

    def add(self, key: str, seq: int, digest: str, payload: Payload) -> None:
        """Write what became of an input."""
        self._begin()
        self._base.execute(
            "INSERT OR REPLACE INTO articles VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                key, seq, self.number, digest, payload.doc_id, payload.status, payload.code,
                payload.reason, payload.words, len(payload.events), payload.day, payload.dead,
                payload.packed(),
            ),
        )  # fmt: skip
        self._written()

    def drop_unmet(self) -> int:
        """Forget what the inputs do not hold any more; how many there were."""
        self._begin()
        gone = self._base.execute("DELETE FROM articles WHERE pass <> ?", (self.number,)).rowcount
        self.commit()
        return int(gone)

    def rows(self, *, by_day: bool = False) -> Iterator[Row]:
        """All articles, in the order of the inputs; with `by_day` those of each day together."""
        self.commit()
        order = "day, seq" if by_day else "seq"
        found = self._base.execute(
            f"SELECT doc_id, status, day, dead, records FROM articles ORDER BY {order}"
        )
        for doc_id, status, day, dead, records in found:
            data = unpacked(records)
            yield Row(doc_id, status, day, dead, data["article"], data["events"], data["entities"])

    def counts(self) -> tuple[Counter[str], Counter[str], int, int]:
        """Articles by status, by reason where not done, events, words."""
        by_status: Counter[str] = Counter()
        by_code: Counter[str] = Counter()
        events = words = 0
        self.commit()
        for status, code, number, told, read in self._base.execute(
            "SELECT status, code, COUNT(*), SUM(events), SUM(words) FROM articles "
            "GROUP BY status, code"
        ):
            by_status[status] += number
            if code:
                by_code[code] += number
            events += told
            words += read
        return by_status, by_code, events, words

    def other_texts(self) -> int:
        """How many articles have the id of an earlier one (`x~2`) and another text."""
        self.commit()
        (number,) = self._base.execute(
            "SELECT COUNT(*) FROM articles a JOIN articles b ON b.doc_id = "
            "substr(a.doc_id, 1, instr(a.doc_id, '~') - 1) "
            "WHERE a.doc_id LIKE '%~%' AND a.digest <> b.digest"
        ).fetchone()
        return int(number)

    def _begin(self) -> None:
        if not self._base.in_transaction:
            self._base.execute("BEGIN")

    def _written(self) -> None:
        self._open += 1
        if self._open >= _TOGETHER:
            self.commit()

    def commit(self) -> None:
        """Let what was written stand for good."""
        self._open = 0
        if self._base.in_transaction:
            self._base.execute("COMMIT")
