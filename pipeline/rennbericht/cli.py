"""The command line.

Exit codes: 0 all done (what was skipped is stated) or the folder was finished before, 1 some
inputs failed and the rest was done, 2 wrong usage or configuration, 3 the output cannot be written,
130 interrupted.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from rennbericht.bounds import LEAST_CONFIDENCE
from rennbericht.curation.corpus_cli import corpus_app
from rennbericht.curation.patterns_cli import patterns_app
from rennbericht.errors import RennberichtError
from rennbericht.options import (
    FAILED,
    INTERRUPTED,
    AsJson,
    MinConfidence,
    Model,
    Patterns,
    Split,
    told,
)
from rennbericht.version import __version__

if TYPE_CHECKING:
    from rennbericht.evaluation.gold import GoldDocument

app = typer.Typer(
    help="German race reports in, structured race events out.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
model_app = typer.Typer(help="The German model.", no_args_is_help=True)
app.add_typer(model_app, name="model")
app.add_typer(corpus_app, name="corpus")
app.add_typer(patterns_app, name="patterns")


Key = Annotated[
    str | None, typer.Option(metavar="KEY", help="Where records hold it, dots lead inwards.")
]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rennbericht {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


@app.command()
def extract(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT...", help="Files, folders, patterns; - is standard input."),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", "-o", help="A file (*.jsonl, *.zst, *.csv) or a folder; else standard output."
        ),
    ] = None,
    format: Annotated[
        Literal["auto", "txt", "jsonl", "json", "csv", "xml", "html", "warc"],
        typer.Option(help="Of the input; judged by content where auto."),
    ] = "auto",
    text_key: Key = None,
    id_key: Key = None,
    date_key: Key = None,
    model: Model = "auto",
    patterns: Patterns = None,
    published: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help="Date of articles that give none."),
    ] = None,
    assume_published: Annotated[
        Literal["retrieved"] | None,
        typer.Option(help="Take the time of retrieval for a missing date."),
    ] = None,
    same_id: Annotated[
        Literal["both", "first", "last"],
        typer.Option(help="Which articles of one id are kept; both: the second is called x~2."),
    ] = "both",
    same_text: Annotated[
        Literal["both", "first"], typer.Option(help="Which articles of one text are kept.")
    ] = "both",
    emit: Annotated[
        Literal["events", "entities", "articles", "all", "results"] | None,
        typer.Option(help="Records to write; all in a folder, events elsewhere. results: CSV."),
    ] = None,
    form: Annotated[
        Literal["jsonl", "zst", "parquet"], typer.Option("--as", help="Of the files in a folder.")
    ] = "jsonl",
    partition: Annotated[
        Literal["none", "date"], typer.Option(help="date: a folder for each day of publication.")
    ] = "none",
    with_text: Annotated[
        bool | None,
        typer.Option(
            "--with-text/--no-text",
            help="Put the text into article records; or leave its words out of every record.",
        ),
    ] = None,
    every: Annotated[
        bool,
        typer.Option("--all", help="Read articles too that are not German or not about racing."),
    ] = False,
    min_confidence: MinConfidence = LEAST_CONFIDENCE,
    workers: Annotated[
        int, typer.Option(min=1, metavar="N", help="Processes; the output is the same for any N.")
    ] = 1,
    engine: Annotated[
        Literal["local", "ray"], typer.Option(help="ray: many machines, see the README.")
    ] = "local",
    limit: Annotated[
        float, typer.Option(min=0, metavar="SECONDS", help="An article may take; 0: no limit.")
    ] = 60.0,
    redo: Annotated[
        bool, typer.Option("--redo", help="Forget what an earlier run in the folder did.")
    ] = False,
    retry_failed: Annotated[
        bool, typer.Option("--retry-failed", help="Try the failed ones of the folder again.")
    ] = False,
) -> None:
    """Extract events from race reports as JSON Lines.

    With -o FOLDER whatever is done is kept in a ledger there: a run that was stopped goes on with
    the same command, a finished one is left as it is.

    Exit code 0: all done, or the folder was finished before; 1: some inputs failed, the rest is
    done; 2: wrong usage, another run in the folder; 3: the output cannot be written; 130:
    interrupted.
    """
    from rennbericht.api import Loader
    from rennbericht.run.command import run_extract
    from rennbericht.run.job import Job

    job = Job(
        inputs=inputs,
        out=out,
        format=None if format == "auto" else format,
        published=published,
        assume_published=assume_published,
        text_key=text_key,
        id_key=id_key,
        date_key=date_key,
        same_id=same_id,
        same_text=same_text,
        emit=emit,
        with_text=bool(with_text),
        words=with_text is not False,
        form=form,
        by_day=partition == "date",
        every=every,
        min_confidence=min_confidence,
        workers=workers,
        engine=engine,
        limit=limit or None,
        redo=redo,
        retry_failed=retry_failed,
    )
    try:
        with told():
            summary = run_extract(job, Loader(model, patterns))
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    if summary.interrupted:
        raise typer.Exit(INTERRUPTED)
    if summary.articles["failed"] and not summary.finished_before:
        raise typer.Exit(FAILED)


@app.command()
def evaluate(
    gold: Annotated[
        list[Path], typer.Argument(metavar="GOLD...", help="Gold files, or folders of a corpus.")
    ],
    pred: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Score these records instead of extracting anew."),
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List missed and wrong events.")] = False,
    as_json: AsJson = False,
    split: Split = None,
    min_confidence: MinConfidence = LEAST_CONFIDENCE,
    model: Model = "auto",
    patterns: Patterns = None,
) -> None:
    """Score events against gold: precision, recall, F1, strict and lenient."""
    from rennbericht.evaluation.errors import error_lines
    from rennbericht.evaluation.evaluate import evaluate as evaluate_documents
    from rennbericht.evaluation.gold import read_gold, read_records
    from rennbericht.evaluation.report import render

    with told():
        documents = read_gold(gold, split=split)
        if pred is None:
            from rennbericht.api import load
            from rennbericht.run.predict import predict

            nlp = load(model, patterns=patterns)
            events, entities = predict(documents, nlp, min_confidence=min_confidence)
        else:
            events = read_records(pred, "rennbericht/event@1")
            entities = read_records(pred, "rennbericht/entity@1")
        result = evaluate_documents(documents, events, entities)
    if as_json:
        typer.echo(json.dumps(result.as_dict(), ensure_ascii=False, indent=2))
        return
    typer.echo(render(result), nl=False)
    if errors:
        for document, (doc_id, scores) in zip(documents, result.documents, strict=True):
            for line in error_lines(doc_id, _text_of(document), scores["strict"]):
                typer.echo(line)


def _text_of(document: GoldDocument) -> str | None:
    """Return the text of a gold document, None where it is not there."""
    try:
        return document.text()
    except RennberichtError:
        return None


@app.command()
def schema(record: Literal["event", "entity", "article"]) -> None:
    """Print the JSON Schema (2020-12) of a record."""
    from rennbericht.contract.schema import json_schema

    typer.echo(json.dumps(json_schema(record), ensure_ascii=False, indent=2))


@model_app.command("info")
def model_info(model: Model = "auto") -> None:
    """Name the German model that is taken: version, licences, data, scores."""
    from rennbericht.german.load import load_german, model_version

    with told():
        nlp = load_german(model, announce=lambda line: None)
    typer.echo(model_version(nlp))
    for key in ("description", "license", "sources", "performance"):
        if value := nlp.meta.get(key):
            shown = value if isinstance(value, str) else json.dumps(value, indent=2)
            typer.echo(f"{key}: {shown}")


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()
