"""How far a run is: a bar on a terminal, plain lines elsewhere; and the closing table."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import orjson

from rennbericht.errors import CATALOGUE
from rennbericht.run.job import WARNINGS, Summary
from rennbericht.run.payload import Payload
from rennbericht.sources.article import SKIPS, Provenance

#: seconds between two plain lines
_EVERY = 30.0
Report = Callable[[Summary, Provenance | None], None]


class Position:
    """How much of the inputs has been read, by the sizes of their files."""

    def __init__(self, paths: list[str]) -> None:
        self._before: dict[str, int] = {}
        self._size: dict[str, int] = {}
        total = 0
        for path in paths:
            self._before[path] = total
            self._size[path] = Path(path).stat().st_size if Path(path).is_file() else 0
            total += self._size[path]
        self.total = total

    def of(self, source: Provenance) -> int:
        """Bytes before an input; of a compressed file the place in it is not known."""
        path = source.path or ""
        inside = min(source.byte_offset or 0, self._size.get(path, 0))
        return self._before.get(path, 0) + inside


@contextmanager
def progress(measure: Callable[[], Position | None], *, plain: bool) -> Iterator[Report]:
    """Show progress on standard error.

    Args:
        measure: gives the sizes of the inputs, for the time that is left, None where they cannot
            be known; asked for only where a bar is shown, since it looks at every file.
        plain: print a line now and then where standard error is no terminal.
    """
    if not sys.stderr.isatty():
        yield _plain(time.monotonic()) if plain else lambda summary, source: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

    columns = (
        SpinnerColumn(), BarColumn(), TextColumn("{task.description}"), TimeRemainingColumn(),
    )  # fmt: skip
    position = measure()
    began = time.monotonic()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=position.total if position else None)

        def show(summary: Summary, source: Provenance | None) -> None:
            done = position.of(source) if position and source else None
            bar.update(task, description=_line(summary, began), completed=done)

        yield show


def _plain(began: float) -> Report:
    last = began

    def show(summary: Summary, source: Provenance | None) -> None:
        nonlocal last
        if time.monotonic() - last >= _EVERY:
            last = time.monotonic()
            print(_line(summary, began), file=sys.stderr)

    return show


def _line(summary: Summary, began: float) -> str:
    rate = (summary.total - summary.kept) / max(time.monotonic() - began, 1e-6)
    return (
        f"{summary.total} articles, {summary.events} events, {summary.articles['skipped']} skipped,"
        f" {summary.articles['failed']} failed, {rate:.0f} articles/s"
    )


class Teller:
    """Says on standard error what became of inputs that gave nothing; after so many it only counts.

    A crawl skips most of what it reads: nobody wants a line for each.
    """

    def __init__(self, most: int | None = None) -> None:
        self._left = most

    def tell(self, payload: Payload) -> None:
        """Say why an article gave nothing, where it did not."""
        if payload.reason is None or self._left == 0:
            return
        path = orjson.loads(payload.article)["source"].get("path")
        print(f"{path}: {payload.reason}", file=sys.stderr)
        if self._left is not None:
            self._left -= 1
            if not self._left:
                print("further ones are counted only", file=sys.stderr)


def closing(summary: Summary, seconds: float) -> list[str]:
    """The closing table of a run, line by line."""
    rows = [
        ("done", summary.articles["done"], ""),
        *(
            (f"  {SKIPS.get(code, CATALOGUE[code])}", number, code)
            for code, number in sorted(summary.codes.items())
        ),
        ("skipped", summary.articles["skipped"], ""),
        ("failed", summary.articles["failed"], ""),
        ("events", summary.events, ""),
        ("words", summary.words, ""),
    ]
    if summary.kept:
        rows.insert(0, ("done in an earlier run", summary.kept, ""))
    lines = [f"{name:38}{number:>12,}  {code}".rstrip() for name, number, code in rows]
    lines += [
        f"warning: {number} x {WARNINGS[kind]}"
        for kind, number in summary.warnings.items()
        if number
    ]
    lines.append(f"{seconds:.1f} seconds")
    return lines
