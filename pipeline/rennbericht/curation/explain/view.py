"""An explanation for people: tables and a tree, plain where no terminal reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.markup import escape
from rich.table import Table
from rich.tree import Tree

from rennbericht.curation.events_text import event_line
from rennbericht.curation.tables import table

#: frames shown that did not fire, the nearest ones first; `--all` shows the rest
FAILED_SHOWN = 12
#: words shown of a list that a condition names
WORDS_SHOWN = 5


def render(explanation: dict[str, Any], console: Console, *, every: bool = False) -> None:
    """Print an explanation.

    Args:
        explanation: from `analyse.explain`, its `sentences` perhaps fewer.
        console: where to.
        every: show every frame that did not fire, not just the nearest ones.
    """
    if explanation["refused"]:
        console.print(f"No event can be found: {explanation['refused']}.", style="bold")
    for sentence in explanation["sentences"]:
        tree = Tree(f"[bold]{sentence['index']}[/] {escape(sentence['text'])}", guide_style="dim")
        for title, parts in _sections(sentence, console, every):
            tree.add(Group(f"[bold]{title}[/]", *parts))
        console.print(tree)
        console.print()


def _sections(
    sentence: dict[str, Any], console: Console, every: bool
) -> Iterator[tuple[str, list[RenderableType]]]:
    if sentence["passed_over"]:
        yield "no events here", [sentence["passed_over"]]
    yield "tokens", [_tokens(sentence["tokens"], console)]
    if sentence["entities"] or sentence["discarded"]:
        yield "entities", [_entities(sentence, console)]
    yield "clauses", [_clause(clause) for clause in sentence["clauses"]]
    if sentence["references"]:
        yield "references", [_references(sentence["references"], console)]
    frames = sentence["frames"]
    yield "frames that fired", [_fired(frames["fired"], console)] if frames["fired"] else ["none"]
    missed = [*frames["failed"], *(f for o in frames["other_verb"] for f in o["frames"])]
    if missed:
        shown = missed if every else missed[:FAILED_SHOWN]
        parts: list[RenderableType] = [_missed(shown, console)]
        if len(shown) < len(missed):
            parts.append(f"and {len(missed) - len(shown)} more: --all shows them")
        yield "frames that did not fire, and the first condition that failed", parts
    for clause in sentence["clauses"]:
        if clause["verb"] and not clause["verb_known"]:
            yield f"no frame knows the verb {clause['verb']}", []
    if sentence["state"]:
        yield "race state", [_state(sentence["state"], console)]
    events = [escape(event_line(e, trigger=True, via=True)) for e in sentence["events"]]
    yield "events", list(events) or ["none"]


def _tokens(tokens: list[dict[str, Any]], console: Console) -> Table:
    rows = table(console, "word", "tag", "lemma", "lemma from")
    for token in tokens:
        tag = token["tag"]
        if "tag_before" in token:
            tag += f" (model: {token['tag_before']})"
        rows.add_row(escape(token["text"]), tag, escape(token["lemma"]), token["from"])
    return rows


def _entities(sentence: dict[str, Any], console: Console) -> Table:
    rows = table(console, "words", "label", "id", "from", "value, other readings")
    for entity in sentence["entities"]:
        more = [
            f"{key} {entity[key]}"
            for key in ("value", "candidates", "readings", "parts")
            if key in entity
        ]
        source = f"{entity['source']} {entity.get('line', '')}".strip()
        rows.add_row(
            escape(entity["text"]), entity["label"], entity["id"] or entity["name"] or "",
            source, escape("; ".join(more)),
        )  # fmt: skip
    for lost in sentence["discarded"]:
        rows.add_row(escape(lost["text"]), lost["label"], lost["id"] or "", "overlapped, lost", "")
    return rows


def _clause(clause: dict[str, Any]) -> Tree:
    tree = Tree(f"\\[{clause['index']}] {escape(clause['predicate'])}: {escape(clause['text'])}")
    for phrase in clause["phrases"]:
        mark = "subject " if phrase["subject"] else ""
        tree.add(mark + escape(phrase["line"]))
    for link in clause["links"]:
        phrase_of = f", phrase {link['phrase']}" if link["phrase"] >= 0 else ""
        tree.add(f"{link['kind']} with clause \\[{link['clause']}]{phrase_of}")
    return tree


def _references(references: list[dict[str, Any]], console: Console) -> Table:
    rows = table(console, "phrase", "stands for", "via", "candidates, by rule")
    for reference in references:
        if not reference["chosen"] and not reference["candidates"]:
            continue
        names = [
            c["name"] or ("unnamed" if "unnamed" in c else "open") for c in reference["chosen"]
        ]
        via = sorted({c["via"] for c in reference["chosen"]})
        rules = [
            f"{c['rule']}: {', '.join(c['people']) or 'nobody'}" for c in reference["candidates"]
        ]
        if reference["excluded"]:
            rules.append(f"not {', '.join(reference['excluded'])}, who take part already")
        rows.add_row(
            escape(reference["text"]), escape(", ".join(names) or "nobody"), ", ".join(via),
            escape("; ".join(rules)),
        )  # fmt: skip
    return rows


def _fired(fired: list[dict[str, Any]], console: Console) -> Table:
    rows = table(console, "clause", "frame", "line", "gave")
    for frame in fired:
        gave = ", ".join(frame.get("events", ())) or f"nothing: {frame['dropped']}"
        rows.add_row(str(frame["clause"]), frame["id"], frame["line"], gave)
    return rows


def _missed(failed: list[dict[str, Any]], console: Console) -> Table:
    rows = table(console, "clause", "frame", "line", "failed")
    for frame in failed:
        clause = str(frame.get("clause", ""))
        rows.add_row(clause, frame["id"], frame["line"], escape(_short(frame["failed"])))
    return rows


def _state(changes: list[dict[str, Any]], console: Console) -> Table:
    rows = table(console, "what", "before", "after")
    for change in changes:
        rows.add_row(escape(change["what"]), escape(change["before"]), escape(change["after"]))
    return rows


def _short(condition: str) -> str:
    """A condition with a long list of words cut: nobody reads eighty of them in a table."""
    head, *rest = condition.split("|")
    if len(rest) <= WORDS_SHOWN:
        return condition
    return "|".join([head, *rest[:WORDS_SHOWN]]) + f" and {len(rest) - WORDS_SHOWN} more"
