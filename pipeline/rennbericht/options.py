"""What the commands share: options, exit codes, and how errors are told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from rennbericht.errors import RennberichtError

FAILED, USAGE, UNWRITTEN, INTERRUPTED = 1, 2, 3, 130
#: the code of an output that cannot be written (a full disk)
_UNWRITTEN_CODE = "RB604"

Model = Annotated[
    str, typer.Option(metavar="auto|embedded|NAME", help="The German model: see `model info`.")
]
Patterns = Annotated[
    Path | None, typer.Option(metavar="DIR", help="A patterns folder instead of the shipped one.")
]
Split = Annotated[
    str | None,
    typer.Option(metavar="PART", help="A part of splits.json: train, dev, plain, test."),
]
MinConfidence = Annotated[
    float,
    typer.Option(min=0, max=1, metavar="X", help="Leave out events of less confidence; 0: none."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Write plain data for programs.")]


@contextmanager
def told() -> Iterator[None]:
    """Turn coded errors into one line on standard error and an exit code."""
    try:
        yield
    except RennberichtError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(UNWRITTEN if error.code == _UNWRITTEN_CODE else USAGE) from None


def write_json(data: Any) -> None:
    """Print data as JSON."""
    typer.echo(json.dumps(data, ensure_ascii=False, indent=1))
