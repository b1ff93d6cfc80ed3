"""When two names name the same participant."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rennbericht.contract.slug import fold
from rennbericht.evaluation.matching import maximum_matching


@lru_cache(maxsize=65536)
def names_agree(one: str, other: str) -> bool:
    """Return whether two names agree: equal when folded, or one the end of the other.

    A surname alone agrees with a full name that ends in it (`van Overbeek`,
    `Johannes van Overbeek`).
    """
    left, right = fold(one).split(), fold(other).split()
    if len(left) > len(right):
        left, right = right, left
    return bool(left) and right[-len(left) :] == left


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
