"""The words by which race meetings are known, from `patterns/language/meetings.jsonl`."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from ..patterns import patterns_dir, read_jsonl


@dataclass(slots=True)
class MeetingWords:
    """Word sets; openings map each form to the one that a name is given with."""

    openings: dict[tuple[str, ...], str] = field(default_factory=dict)
    #: the openings by their first word
    opened_by: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    endings: frozenset[str] = frozenset()
    hours: frozenset[str] = frozenset()
    joins: frozenset[str] = frozenset()
    meeting_parts: frozenset[str] = frozenset()
    series_parts: frozenset[str] = frozenset()
    meeting_names: frozenset[str] = frozenset()
    race_heads: frozenset[str] = frozenset()
    season_heads: frozenset[str] = frozenset()
    season: frozenset[str] = frozenset()
    not_places: frozenset[str] = frozenset()

    def is_meeting(self, series: str) -> bool:
        """Whether a series is one meeting a year: `24 Stunden von Spa`, `Rallye Finnland`."""
        parts = set(series.replace("-", " ").split())
        by_part = bool(parts & self.meeting_parts) and not parts & self.series_parts
        return series in self.meeting_names or by_part


@lru_cache(maxsize=4)
def load_meeting_words(folder: Path | None = None) -> MeetingWords:
    """Read the words.

    Args:
        folder: the patterns folder, or None for the shipped one.
    """
    found: dict[str, list[str]] = {}
    made = MeetingWords()
    path = (folder or patterns_dir()) / "language" / "meetings.jsonl"
    for _, line in read_jsonl(path) if path.is_file() else ():
        found.setdefault(line["kind"], []).extend(line["words"])
        if line["kind"] == "opening":
            made.openings.update({tuple(word.split()): line["as"] for word in line["words"]})
    for opening in made.openings:
        made.opened_by.setdefault(opening[0], []).append(opening)

    def words(kind: str) -> frozenset[str]:
        return frozenset(found.get(kind, ()))

    made.endings, made.hours, made.joins = words("ending"), words("hours"), words("join")
    made.season, made.season_heads = words("season"), words("season-head")
    made.not_places = words("not-place")
    made.meeting_parts, made.series_parts = words("meeting-part"), words("series-part")
    made.meeting_names, made.race_heads = words("meeting-name"), words("race-head")
    return made
