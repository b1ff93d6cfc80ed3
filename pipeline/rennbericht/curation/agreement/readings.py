"""The readings of a corpus: `agreement/a/ID.gold` and `agreement/b/ID.gold`, as their readers left
them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from rennbericht.curation.corpus import compile_gold, read_report
from rennbericht.errors import RennberichtError

READERS = ("a", "b")
Events = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class DoubleReading:
    """One report read twice."""

    doc_id: str
    text: str
    a: Events
    b: Events
    #: the entities of both, where both have marked them
    entities: tuple[Events, Events] | None = None

    def every(self) -> DoubleReading:
        """Return the same readings with optional events asked for like the others."""
        return replace(self, a=_asked(self.a), b=_asked(self.b))


def _asked(events: Events) -> Events:
    """Return events none of which is optional; those that were are `doubtful`."""
    return [{**e, "optional": False, "doubtful": bool(e.get("optional"))} for e in events]


@dataclass(slots=True)
class Readings:
    """The reports that both read, and what is wrong with the files."""

    documents: list[DoubleReading] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def read_readings(root: Path) -> Readings:
    """Compile both readings of every report that has two; an empty corpus gives none."""
    folder = root / "agreement"
    found = {reader: {p.stem for p in (folder / reader).glob("*.gold")} for reader in READERS}
    result = Readings()
    for doc_id in sorted(found["a"] | found["b"]):
        alone = [reader for reader in READERS if doc_id not in found[reader]]
        if alone:
            path = folder / alone[0] / f"{doc_id}.gold"
            result.faults.append(f"{path}: missing, the other reading has no partner")
            continue
        if not (root / "reports" / f"{doc_id}.txt").exists():
            result.faults.append(f"{folder / 'a' / doc_id}.gold: no such report")
            continue
        try:
            a, b = (
                compile_gold(root, doc_id, folder / reader / f"{doc_id}.gold") for reader in READERS
            )
        except RennberichtError as error:
            result.faults.append(str(error))
            continue
        marked = "entities" in a and "entities" in b
        entities = (a["entities"], b["entities"]) if marked else None
        result.documents.append(
            DoubleReading(doc_id, read_report(root, doc_id), a["events"], b["events"], entities)
        )
    return result
