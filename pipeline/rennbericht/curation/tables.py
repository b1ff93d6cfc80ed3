"""Tables for terminals, without frames or colour where no terminal reads them."""

from __future__ import annotations

import sys

from rich import box
from rich.console import Console
from rich.table import Table

#: width of tables that no terminal reads
PLAIN_WIDTH = 160


def console() -> Console:
    """A console on standard output."""
    return Console(width=None if sys.stdout.isatty() else PLAIN_WIDTH, highlight=False)


def table(console: Console, *columns: str) -> Table:
    """An empty table; long cells are folded."""
    plain = not console.is_terminal
    made = Table(box=None if plain else box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in columns:
        made.add_column(column, overflow="fold")
    return made
