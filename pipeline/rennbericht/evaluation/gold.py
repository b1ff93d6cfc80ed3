"""Reading gold files, the texts beside them, and files of predicted records."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rennbericht.contract.types import TYPES
from rennbericht.errors import InputError, RennberichtError

#: What a gold event must give; roles and attributes may be empty.
_REQUIRED = ("type", "status", "trigger", "sentence", "roles")


@dataclass(frozen=True)
class GoldDocument:
    """The gold of one article."""

    doc_id: str
    path: Path
    events: list[dict[str, Any]]
    entities: list[dict[str, Any]] | None
    published: str | None

    def text(self) -> str:
        """Return the article's text, found beside the gold or in `../reports`.

        Raises:
            InputError: RB001, no such file.
        """
        name = f"{self.doc_id}.txt"
        places = [self.path.parent / name, self.path.parent.parent / "reports" / name]
        for place in places:
            if place.is_file():
                return place.read_bytes().decode("utf-8-sig")
        raise InputError("RB001", f"no text for gold {self.doc_id!r}", path=places[0])


def read_gold(paths: Iterable[Path], *, split: str | None = None) -> list[GoldDocument]:
    """Read gold files and folders of them.

    Args:
        paths: gold files, or folders; of a corpus (a folder with `gold/`) its gold is read.
        split: take only the documents of this part of the `splits.json` found with the gold.

    Raises:
        RennberichtError: RB001 or RB301, a file is missing or does not serve.
    """
    documents = [_read_one(file) for path in paths for file in _files(path)]
    if split is not None:
        documents = [d for d in documents if d.doc_id in _part(d.path, split)]
    if not documents:
        raise RennberichtError("RB301", "no gold document to score")
    return documents


def _files(path: Path) -> Sequence[Path]:
    if path.is_dir():
        folder = path / "gold" if (path / "gold").is_dir() else path
        return sorted(folder.rglob("*.gold.json"))
    if not path.is_file():
        raise InputError("RB001", "no such gold file or folder", path=path)
    return [path]


def _read_one(path: Path) -> GoldDocument:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        document = GoldDocument(
            data["doc_id"], path, data["events"], data.get("entities"), data.get("published")
        )
        for number, event in enumerate(document.events, 1):
            _check(event, f"event {number}")
    except (ValueError, KeyError, TypeError) as error:
        raise RennberichtError("RB301", f"{type(error).__name__}: {error}", path=path) from error
    return document


def _check(event: dict[str, Any], where: str) -> None:
    absent = [key for key in _REQUIRED if key not in event]
    if absent:
        raise ValueError(f"{where} has no {absent[0]!r}")
    spec = TYPES.get(event["type"])
    if spec is None:
        raise ValueError(f"{where} has unknown type {event['type']!r}")
    foreign = [role for role in event["roles"] if role not in spec.roles]
    if foreign:
        raise ValueError(f"{where}: {event['type']} has no role {foreign[0]!r}")


def _part(path: Path, split: str) -> set[str]:
    """Return the ids of one part of the corpus that a gold file belongs to."""
    for folder in (path.parent, path.parent.parent):
        file = folder / "splits.json"
        if file.is_file():
            parts = json.loads(file.read_text(encoding="utf-8"))
            if split not in parts:
                known = ", ".join(parts)
                raise RennberichtError("RB301", f"no split {split!r}; there are {known}", path=file)
            return set(parts[split])
    raise InputError("RB001", "no splits.json with the gold", path=path.parent)


def read_records(path: Path, schema: str) -> dict[str, list[dict[str, Any]]]:
    """Read records of one schema from a JSON Lines file, by doc_id.

    Args:
        path: the file, or a folder as `extract -o` writes it.
        schema: `rennbericht/event@1` or `rennbericht/entity@1`; other records are passed over.

    Raises:
        RennberichtError: RB001 or RB302, the file is missing or a line is no record.
    """
    kind = schema.partition("/")[2].partition("@")[0]
    if path.is_dir():
        path = path / {"event": "events.jsonl", "entity": "entities.jsonl"}[kind]
    if not path.is_file():
        raise InputError("RB001", "no such file of records", path=path)
    records: dict[str, list[dict[str, Any]]] = {}
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
                if record["schema"] == schema:
                    records.setdefault(record["doc_id"], []).append(record)
            except (ValueError, KeyError, TypeError) as error:
                raise RennberichtError(
                    "RB302", "the line is no record of this package", path=path, line=number
                ) from error
    return records
