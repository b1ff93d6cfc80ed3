"""`rennbericht corpus`: build and check the gold of reports, compare readers, count."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Literal

import typer

from rennbericht.errors import RennberichtError
from rennbericht.options import FAILED, USAGE, AsJson, Model, Patterns, Split, told, write_json

corpus_app = typer.Typer(
    help="Build, check and count reports and their gold.", no_args_is_help=True
)

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
        raise typer.Exit(FAILED) from None
    for doc_id, events in counts.items():
        typer.echo(f"{events:5} events  {doc_id}")


@corpus_app.command()
def check(root: Root = _DEFAULT) -> None:
    """Check gold, readings and splits.json and tell how far readers agree; exit code 1: faults."""
    from rennbericht.curation.agreement.measure import measure
    from rennbericht.curation.agreement.readings import read_readings
    from rennbericht.curation.agreement.view import render
    from rennbericht.curation.corpus import check as check_corpus
    from rennbericht.curation.tables import console

    _require(root)
    readings = read_readings(root)
    if readings.documents:
        render(measure(readings.documents), console())
    faults = check_corpus(root) + readings.faults
    for fault in faults:
        typer.echo(fault, err=True)
    if faults:
        raise typer.Exit(FAILED)
    typer.echo(f"{root}: no fault")


@corpus_app.command()
def agreement(
    root: Root = _DEFAULT,
    report: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Only this report; may come again.")
    ] = None,
    causes: Annotated[
        bool, typer.Option("--causes", help="Print each disagreement, by its cause.")
    ] = False,
    every: Annotated[
        bool, typer.Option("--every", help="Of optional events too, as if they were not.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Compare the two readings of the reports in agreement/a and agreement/b."""
    from rennbericht.curation.agreement.causes import disagreements
    from rennbericht.curation.agreement.measure import measure
    from rennbericht.curation.agreement.readings import read_readings
    from rennbericht.curation.agreement.view import render, render_causes, render_counts
    from rennbericht.curation.tables import console

    _require(root)
    documents = read_readings(root).documents
    if report:
        documents = [document for document in documents if document.doc_id in report]
    if not documents:
        typer.echo(str(RennberichtError("RB301", "no report read twice", path=root)), err=True)
        raise typer.Exit(USAGE)
    found = [one for read in documents for one in disagreements(read.every() if every else read)]
    if as_json:
        data = measure(documents).as_dict()
        data["disagreements"] = [asdict(one) for one in found]
        write_json(data)
        return
    render(measure(documents), console())
    render_counts(found, console())
    if causes:
        render_causes(found, documents, console())


@corpus_app.command()
def augment(
    root: Root = _DEFAULT,
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder to write.")] = Path(
        "renamed"
    ),
    names: Annotated[
        Literal["known", "unknown"],
        typer.Option(help="Names that the gazetteer holds, or that none of its lines holds."),
    ] = "unknown",
    split: Split = None,
    seed: Annotated[int, typer.Option(help="The same seed gives the same names.")] = 0,
    model: Model = "auto",
) -> None:
    """Write the corpus with other drivers, teams, cars and tracks, gold included."""
    from rennbericht.api import load
    from rennbericht.curation.augment.augment import augment as augment_corpus

    _require(root)
    with told():
        made = augment_corpus(root, out, load(model), names, seed=seed, split=split)
    exchanged = sum(report.exchanged for report in made)
    typer.echo(f"{out}: {len(made)} reports, {exchanged} names exchanged")


@corpus_app.command()
def stats(
    root: Root = _DEFAULT,
    run: Annotated[
        int, typer.Option(min=2, metavar="N", help="Words of a run that reports share, at least.")
    ] = 7,
    shared: Annotated[
        int, typer.Option(min=2, metavar="N", help="Reports that share it, at least.")
    ] = 3,
    as_json: AsJson = False,
    patterns: Patterns = None,
) -> None:
    """Count reports, words, events and participants by part; show words that reports share."""
    from rennbericht.curation.stats.measure import measure
    from rennbericht.curation.stats.view import render
    from rennbericht.curation.tables import console
    from rennbericht.patterns import patterns_dir

    _require(root)
    with told():
        found = measure(root, patterns_dir(patterns), run=run, shared=shared)
    if as_json:
        write_json(found.as_dict())
    else:
        render(found, console())


def _require(root: Path) -> None:
    if not (root / "reports").is_dir():
        typer.echo(str(RennberichtError("RB001", "no folder reports/ in it", path=root)), err=True)
        raise typer.Exit(USAGE)
