"""Agreement and disagreements for people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.markup import escape

from rennbericht.contract.types import TYPES
from rennbericht.curation.agreement.causes import Disagreement, grouped
from rennbericht.curation.agreement.measure import Agreement
from rennbericht.curation.agreement.readings import DoubleReading
from rennbericht.curation.tables import table


def render(found: Agreement, console: Console) -> None:
    """Print the figures: over all, by type, by status."""
    console.print(f"agreement of two readers over {found.reports} reports")
    rows = table(
        console,
        "",
        "strict F1",
        "lenient F1",
        "every event",
        "events a",
        "optional",
        "b",
        "optional",
    )
    for head in ("all", *found.heads()):
        given = found.given[head]
        apart = " (apart)" if head in TYPES and TYPES[head].apart else ""
        rows.add_row(
            head + apart,
            _share(found.f1(head)),
            _share(found.f1(head, "lenient")),
            _share(found.f1(head, "every")),
            *(str(given[key]) for key in ("a", "optional_a", "b", "optional_b")),
        )
    console.print(rows)
    marked = table(console, "entities", "F1", "a", "b")
    for label, (f1, a, b) in found.entity_rows().items():
        marked.add_row(label, _share(f1), str(a), str(b))
    if marked.row_count:
        console.print(marked)
    console.print(f"very same status among the agreed events: {_share(found.same_status())}")


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def render_counts(found: Sequence[Disagreement], console: Console) -> None:
    """Print how often the readers disagree, and on what."""
    counts = ", ".join(f"{cause} {len(here)}" for cause, here in grouped(found))
    console.print(f"\n{len(found)} disagreements{': ' * bool(counts)}{counts}", soft_wrap=True)


def render_causes(
    found: Sequence[Disagreement], documents: Sequence[DoubleReading], console: Console
) -> None:
    """Print the disagreements, grouped by their causes, with the sentences."""
    texts = {document.doc_id: document.text for document in documents}
    for cause, here in grouped(found):
        console.print(f"\n[bold]{cause}[/]: {len(here)}")
        for one in here:
            event = one.a or one.b or {}
            span = event["sentence"]
            sentence = " ".join(texts[one.doc_id][span["start"] : span["end"]].split())
            console.print(f"\n{one.doc_id}: {escape(sentence)}", soft_wrap=True)
            for reader, given in (("a", one.a), ("b", one.b)):
                if given is not None:
                    console.print(f"  {reader}  {escape(shown(given))}", soft_wrap=True)


def shown(event: dict[str, Any]) -> str:
    """Return one line on a gold event."""
    doubtful = event.get("optional") or event.get("doubtful")
    status = "" if event["status"] == "asserted" else f" {event['status']}"
    parts = [f"{event['type']}{'?' if doubtful else ''}{status}"]
    parts.append(f'"{event["trigger"]["text"]}"')
    parts += [f"{role}: {' + '.join(names)}" for role, names in event["roles"].items()]
    parts += [f"{key}={value}" for key, value in event["attributes"].items()]
    return "  ".join(parts)
