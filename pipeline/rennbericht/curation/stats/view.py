"""The counts of a corpus for people."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.console import Console
from rich.markup import escape

from rennbericht.contract.types import EVENT_TYPES, STATUSES
from rennbericht.curation.stats.measure import ALL, LABELS, CorpusStats, PartStats
from rennbericht.curation.stats.mentions import KINDS
from rennbericht.curation.tables import table

#: rows of the runs shown
SHOWN = 25


def render(found: CorpusStats, console: Console) -> None:
    """Print the counts."""
    _block(found, console, "", _TOTALS)
    for title, names, counter in (
        ("events by type", EVENT_TYPES, "types"),
        ("events by status", STATUSES, "statuses"),
        ("participants, by the words of the sentence", KINDS, "mentions"),
        ("entities", LABELS, "entities"),
        (
            "series named first",
            tuple(n for n, _ in found.parts[ALL].series.most_common()),
            "series",
        ),
    ):
        rows = [
            (name, _of(counter, name)) for name in names if getattr(found.parts[ALL], counter)[name]
        ]
        _block(found, console, title, rows)
    _runs(found, console)


Row = tuple[str, Callable[[PartStats], str]]


def _mean(part: PartStats) -> str:
    return f"{part.sentences / part.reports:.1f}" if part.reports else ""


_TOTALS: tuple[Row, ...] = (
    ("reports", lambda part: f"{part.reports:,}"),
    ("words", lambda part: f"{part.words:,}"),
    ("word types", lambda part: f"{len(part.vocabulary):,}"),
    ("sentences", lambda part: f"{part.sentences:,}"),
    ("sentences per report", _mean),
    ("fewest to most", lambda part: f"{part.fewest} to {part.most}"),
    ("events", lambda part: f"{part.events:,}"),
    ("optional of them", lambda part: f"{part.optional:,}"),
    ("entities", lambda part: f"{part.entities.total():,}"),
)


def _of(counter: str, name: str) -> Callable[[PartStats], str]:
    return lambda part: f"{getattr(part, counter)[name]:,}"


def _block(found: CorpusStats, console: Console, title: str, rows: Sequence[Row]) -> None:
    shown = table(console, title, *found.parts)
    for column in shown.columns[1:]:
        column.justify = "right"
    for name, cell in rows:
        shown.add_row(escape(name), *(cell(part) for part in found.parts.values()))
    console.print(shown)
    console.print()


def _runs(found: CorpusStats, console: Console) -> None:
    wanted = f"runs of {found.run} words or more, names masked, in {found.shared} reports or more"
    console.print(f"{wanted}: {len(found.runs) or 'none'}")
    if not found.runs:
        return
    rows = table(console, "words", "no names", "reports", "run", "stands in")
    for run in found.runs[:SHOWN]:
        cells = (
            str(len(run.words)),
            str(run.own),
            str(len(run.reports)),
            " ".join(run.words),
            ", ".join(run.reports),
        )
        rows.add_row(*(escape(cell) for cell in cells))
    console.print(rows)
