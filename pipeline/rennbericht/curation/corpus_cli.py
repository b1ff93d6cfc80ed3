"""`rennbericht corpus`: build and check the gold of reports."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rennbericht.errors import RennberichtError

corpus_app = typer.Typer(help="Build and check reports and their gold.", no_args_is_help=True)

Root = Annotated[
    Path, typer.Argument(metavar="DIR", help="corpus with reports/ and gold/", file_okay=False)
]
_DEFAULT = Path("corpus")


@corpus_app.command()
def build(root: Root = _DEFAULT) -> None:
    """Compile every gold/ID.gold to gold/ID.gold.json."""
    from rennbericht.curation.corpus import build as build_corpus

    _require(root)
    try:
        counts = build_corpus(root)
    except RennberichtError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    for doc_id, events in counts.items():
        typer.echo(f"{events:5} events  {doc_id}")


@corpus_app.command()
def check(root: Root = _DEFAULT) -> None:
    """Check gold against reports and contract, and splits.json; exit code 1 where faults are."""
    from rennbericht.curation.corpus import check as check_corpus

    _require(root)
    faults = check_corpus(root)
    for fault in faults:
        typer.echo(fault, err=True)
    if faults:
        raise typer.Exit(1)
    typer.echo(f"{root}: no fault")


def _require(root: Path) -> None:
    if not (root / "reports").is_dir():
        typer.echo(str(RennberichtError("RB001", "no folder reports/ in it", path=root)), err=True)
        raise typer.Exit(2)
