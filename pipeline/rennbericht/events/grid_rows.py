"""Places on the grid that are told by their row: `In der dritten Reihe stehen A und B`."""

from __future__ import annotations

from ..discourse.reading import Reading
from ..discourse.references import Resolver
from .draft import Draft

#: how many stand in a row of the grid: cars, motorcycles
ROWS = (2, 3)


def in_row(
    reading: Reading, resolver: Resolver, draft: Draft, row: int, count: int
) -> list[int] | None:
    """The places of so many in a row of the grid, None where nothing tells which.

    `In Reihe zwei stehen A und B`; beside a neighbour those that he leaves: `neben A steht B`.
    """
    clause, state = draft.clause, resolver.state
    beside = [p for p in clause["phrases"] if p["prep"] == "neben"]
    daneben = "daneben" in reading.clause_words(clause)
    if not beside and not daneben:
        # `stand in der ersten Startreihe`: no place
        return list(range(count * (row - 1) + 1, count * row + 1)) if count in ROWS else None
    size = count + 1
    places = list(range(size * (row - 1) + 1, size * row + 1))
    near = {a.participant for p in beside for a in resolver.resolve(clause, p) if a.participant}
    told = [p for p in places if near & set(state.places.get(p, ()))]
    if daneben and state.chain is not None:
        told = [state.chain.position]
    places.remove(told[0] if told and told[0] in places else places[0])
    return places if size in ROWS else None
