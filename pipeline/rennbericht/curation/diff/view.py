"""A comparison for people: what came, what went, what changed, and totals."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape

from rennbericht.curation.diff.compare import Comparison, Difference
from rennbericht.curation.events_text import event_line
from rennbericht.curation.tables import table

_VERDICT = {True: " (right)", False: " (wrong)", None: ""}


def render(found: Comparison, console: Console) -> None:
    """Print a comparison."""
    sentence = ""
    for difference in found.differences:
        here = f"{difference.doc_id}: {difference.sentence}"
        if here != sentence:
            sentence = here
            console.print(f"\n[bold]{escape(difference.doc_id)}[/] {escape(difference.sentence)}")
        _difference(difference, console)
    if not found.differences:
        console.print("no event differs")
    console.print()
    _totals(found, console)
    if found.gold:
        console.print("\nworse: something right went or something wrong came" if found.worse
                      else "\nnothing got worse")  # fmt: skip


def _difference(difference: Difference, console: Console) -> None:
    worse = "  worse" if difference.worse else ""
    console.print(f"  {difference.kind}{worse}", style="red" if difference.worse else "")
    for mark, event, right in (
        ("-", difference.before, difference.right_before),
        ("+", difference.after, difference.right_after),
    ):
        if event is not None:
            console.print(
                escape(f"    {mark} {event_line(event)}  [{event['pattern']}]{_VERDICT[right]}"),
                soft_wrap=True,
            )


def _totals(found: Comparison, console: Console) -> None:
    columns = ["type", "before", "after"]
    if found.gold:
        columns += ["right before", "right after"]
    rows = table(console, *columns)
    for name, row in found.as_dict()["types"].items():
        rows.add_row(name, *(str(value) for value in row.values()))
    console.print(rows)
