"""Coverage as tables for people."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape

from rennbericht.curation.coverage.measure import Coverage, Unknown
from rennbericht.curation.tables import table

SHOWN = 25


def render(found: Coverage, console: Console, *, every: bool = False) -> None:
    """Print the counts.

    Args:
        found: the counts.
        console: where to.
        every: show all rows, not the first ones.
    """
    limit = None if every else SHOWN
    gold = f", {found.gold} with gold" if found.gold else ""
    console.print(f"{found.texts} texts{gold}, {found.sentences} sentences\n")
    _frames(found, console, limit)
    console.print(f"\n[bold]never fired[/]: {len(found.never)} of {len(found.frames)} frames")
    if found.never:
        console.print(escape(", ".join(found.never[:limit])), soft_wrap=True)
    console.print("\n[bold]no event, though people are named: words that no frame knows[/]")
    _unknown(found.unknown, "word", console, limit)
    console.print("\n[bold]references left open[/]")
    _unknown(found.open_references, "via", console, limit)


def _frames(found: Coverage, console: Console, limit: int | None) -> None:
    columns = ["frame", "fired", "events"]
    if found.gold:
        columns += ["right", "wrong", "precision", "share of its type"]
    rows = table(console, *columns)
    data = found.as_dict()["frames"]
    fired = [(frame, row) for frame, row in data.items() if row["fired"]]
    fired.sort(key=lambda item: (-item[1].get("wrong", 0), -item[1]["fired"], item[0]))
    for frame, row in fired[:limit]:
        cells = [frame, str(row["fired"]), str(row["events"])]
        if found.gold:
            cells += [str(row["right"]), str(row["wrong"])]
            cells += [_share(row["precision"]), _share(row["recall"])]
        rows.add_row(*cells)
    console.print(rows)
    if limit is not None and len(fired) > limit:
        console.print(f"and {len(fired) - limit} more that fired: --all shows them")


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _unknown(entries: dict[str, Unknown], title: str, console: Console, limit: int | None) -> None:
    rows = table(console, title, "times", "for example")
    ordered = sorted(entries.items(), key=lambda item: (-item[1].count, item[0]))
    for word, entry in ordered[:limit]:
        rows.add_row(escape(word), str(entry.count), escape(entry.sentences[0]))
    console.print(rows)
