"""`rennbericht patterns`: for people who keep the patterns."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from rennbericht.errors import RennberichtError
from rennbericht.options import FAILED, AsJson, Model, Patterns, Split, told, write_json

patterns_app = typer.Typer(help="Explain, check and compare the patterns.", no_args_is_help=True)


@patterns_app.command()
def explain(
    text: Annotated[str, typer.Argument(metavar="SENTENCE|FILE", help="A text, or a file of one.")],
    sentence: Annotated[
        int | None, typer.Option(metavar="N", help="Only this sentence (the first is 0).")
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Show every frame that did not fire.")
    ] = False,
    as_json: AsJson = False,
    model: Model = "auto",
    patterns: Patterns = None,
) -> None:
    """Show why events are found in a text, and why not."""
    from rennbericht.api import load
    from rennbericht.curation.explain.analyse import explain as explain_text
    from rennbericht.curation.explain.view import render
    from rennbericht.curation.places import PatternPlaces
    from rennbericht.curation.tables import console
    from rennbericht.patterns import patterns_dir

    with told():
        nlp = load(model, patterns=patterns)
        explanation = explain_text(nlp, _text_of(text), PatternPlaces(patterns_dir(patterns)))
        if sentence is not None:
            _one_sentence(explanation, sentence)
    if as_json:
        write_json(explanation)
    else:
        render(explanation, console(), every=every)


def _text_of(given: str) -> str:
    """The text of a file where a file of that name is there, else the words themselves."""
    from rennbericht.sources.article import Problem
    from rennbericht.sources.read import read_inputs

    try:
        if not Path(given).is_file():
            return given
    except OSError:  # a text too long for a file's name
        return given
    article = next(iter(read_inputs([given])))
    if isinstance(article, Problem):
        raise RennberichtError(article.code, article.detail, path=given)
    return article.text


def _one_sentence(explanation: dict[str, Any], number: int) -> None:
    sentences = explanation["sentences"]
    if not 0 <= number < len(sentences):
        detail = f"--sentence {number}: the text has the sentences 0 to {len(sentences) - 1}"
        raise RennberichtError("RB501", detail)
    explanation["sentences"] = [sentences[number]]


Folder = Annotated[
    Path | None, typer.Argument(metavar="DIR", help="A patterns folder; the shipped one without.")
]


@patterns_app.command()
def lint(
    folder: Folder = None,
    as_json: AsJson = False,
    examples: Annotated[
        bool, typer.Option("--examples/--no-examples", help="Run the examples of the frames.")
    ] = True,
    model: Model = "embedded",
) -> None:
    """Check every line; exit code 1 where something is wrong."""
    from rennbericht.curation.lint.run import lint as lint_folder
    from rennbericht.errors import CATALOGUE
    from rennbericht.patterns import patterns_dir

    with told():
        root = patterns_dir(folder)
        found = lint_folder(root, model, examples=examples)
    if as_json:
        write_json([finding.as_dict() for finding in found])
    for finding in [] if as_json else found:
        where = f"{root / finding.file}:{finding.line}"
        typer.echo(f"{where}: {finding.code} {CATALOGUE[finding.code]}: {finding.detail}")
        typer.echo(f"    {finding.advice}")
    if not as_json:
        typer.echo(f"{root}: {len(found) or 'no'} finding{'s' if len(found) != 1 else ''}")
    if found:
        raise typer.Exit(FAILED)


@patterns_app.command("format")
def format_files(folder: Folder = None) -> None:
    """Put keys, blanks and lines of all files into canonical order."""
    from rennbericht.curation.lint.order import format_folder
    from rennbericht.patterns import patterns_dir

    with told():
        changed = format_folder(patterns_dir(folder))
    for file in changed:
        typer.echo(file)


@patterns_app.command()
def coverage(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="Articles, or a corpus with gold.")],
    split: Split = None,
    every: Annotated[bool, typer.Option("--all", help="Show all rows.")] = False,
    as_json: AsJson = False,
    model: Model = "auto",
    patterns: Patterns = None,
) -> None:
    """Count which patterns fire, which never do, and what none of them knows."""
    from rennbericht.api import load
    from rennbericht.curation.coverage.measure import measure
    from rennbericht.curation.coverage.view import render
    from rennbericht.curation.tables import console
    from rennbericht.curation.texts import read_texts

    with told():
        found = measure(load(model, patterns=patterns), read_texts(path, split))
    if as_json:
        write_json(found.as_dict())
    else:
        render(found, console(), every=every)


@patterns_app.command()
def diff(
    before: Annotated[str, typer.Argument(metavar="A", help="A patterns folder or git revision.")],
    after: Annotated[str, typer.Argument(metavar="B", help="Another one.")],
    on: Annotated[Path, typer.Option(metavar="PATH", help="Articles, or a corpus with gold.")],
    split: Split = None,
    as_json: AsJson = False,
    model: Model = "auto",
) -> None:
    """Compare the events of two pattern sets; exit code 1 where, by gold, something got worse."""
    from rennbericht.api import load
    from rennbericht.curation.diff.compare import compare
    from rennbericht.curation.diff.revisions import patterns_at
    from rennbericht.curation.diff.view import render
    from rennbericht.curation.tables import console
    from rennbericht.curation.texts import read_texts

    with told(), patterns_at(before) as first, patterns_at(after) as second:
        texts = list(read_texts(on, split))
        pipelines = [
            load(model, patterns=folder, announce=lambda line: None) for folder in (first, second)
        ]
        found = compare(pipelines[0], pipelines[1], texts)
    if as_json:
        write_json(found.as_dict())
    else:
        render(found, console())
    if found.worse:
        raise typer.Exit(FAILED)
