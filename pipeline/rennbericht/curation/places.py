"""Where each pattern stands: file and line of frames and of names."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from rennbericht.contract.slug import fold
from rennbericht.patterns import read_part


class PatternPlaces:
    """Places of the lines of a patterns folder, `overtake.jsonl:12`, read when first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def frame(self, frame_id: str) -> str:
        """Where a frame stands; empty where none has the id."""
        return self._frames.get(frame_id, "")

    def name(self, entity_id: str, text: str) -> str:
        """Where the name stands by which a text calls an entity.

        Args:
            entity_id: id of the entity.
            text: the words of the text; the line with the same words is taken, else the first.
        """
        lines = self._names.get(entity_id, {})
        return lines.get(fold(text)) or next(iter(lines.values()), "")

    @cached_property
    def _frames(self) -> dict[str, str]:
        return {
            record["id"]: f"{path.name}:{number}"
            for path, number, record in read_part(self.folder, "events")
            if "id" in record
        }

    @cached_property
    def _names(self) -> dict[str, dict[str, str]]:
        names: dict[str, dict[str, str]] = {}
        for path, number, record in read_part(self.folder, "entities"):
            known = names.setdefault(record["id"], {})
            known.setdefault(fold(str(record["pattern"])), f"{path.name}:{number}")
        return names
