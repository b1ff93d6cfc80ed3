"""The evaluation as a table to read."""

from __future__ import annotations

from collections.abc import Iterator

from rennbericht.contract.types import TYPES
from rennbericht.evaluation.evaluate import MODES, Evaluation
from rennbericht.evaluation.figures import Figure

_HEAD = f"{'':24}{'found':>7}{'missed':>8}{'wrong':>7}{'P':>8}{'R':>7}{'F1':>7}"


def render(result: Evaluation) -> str:
    """Return the evaluation as text: overall, by document, by type, attributes, links, entities."""
    return "\n".join(_lines(result)) + "\n"


def _lines(result: Evaluation) -> Iterator[str]:
    yield _HEAD
    for mode in MODES:
        figure, interval = result.overall(mode)
        line = _row(mode, figure)
        if interval:
            line += f"   95 % [{interval[0]:.2f}, {interval[1]:.2f}]"
        yield line
    if len(result.documents) > 1:
        yield ""
        yield "by document (strict)"
        for doc_id, scores in result.documents:
            yield _row(doc_id, Figure.of(scores["strict"].tally.overall()))
    types = result.by_type("strict")
    for title, apart in (("by type (strict)", False), ("reported apart (strict)", True)):
        names = [name for name in types if TYPES[name].apart is apart]
        if names:
            yield ""
            yield title
            yield from (_row(name, types[name]) for name in names)
    for title, counts in (
        ("attributes, over the found events", result.attributes),
        ("entities", result.entities or {}),
    ):
        if counts:
            yield ""
            yield title
            for name, count in counts.items():
                yield _row(name, Figure.of((count["right"], count["missed"], count["wrong"])))
    if result.links:
        yield ""
        yield f"{'entity links, by via':24}{'right':>7}{'of':>8}"
        for via, count in result.links.items():
            yield f"  {via:22}{count['right']:>7}{count['arguments']:>8}"
    reliability = result.reliability()
    if reliability is not None:
        yield ""
        yield from reliability.lines()


def _row(name: str, figure: Figure) -> str:
    quotients = "".join(
        f"{value:>{width}.3f}" if value is not None else f"{'-':>{width}}"
        for value, width in ((figure.precision, 8), (figure.recall, 7), (figure.f1, 7))
    )
    return f"  {name:22}{figure.found:>7}{figure.missed:>8}{figure.wrong:>7}{quotients}"
