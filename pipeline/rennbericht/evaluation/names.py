"""When two names name the same participant."""

from __future__ import annotations

from collections.abc import Sequence

from rennbericht.contract.slug import fold, names_agree
from rennbericht.evaluation.matching import maximum_matching


def same_full_name(one: str, other: str) -> bool:
    """Return whether two names are equal when folded."""
    return fold(one).split() == fold(other).split()


def pair_names(wanted: Sequence[str], given: Sequence[str]) -> list[int | None]:
    """Return for each wanted name the index of a given one that agrees, each used once."""
    edges = [
        sorted(
            (i for i, name in enumerate(given) if names_agree(want, name)),
            key=lambda i, want=want: not same_full_name(want, given[i]),  # type: ignore[misc]
        )
        for want in wanted
    ]
    return maximum_matching(edges)
