"""Maximum one-to-one matching in a bipartite graph (augmenting paths; Kuhn 1955, Berge 1957)."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeVar

Right = TypeVar("Right", bound=Hashable)


def maximum_matching(edges: Sequence[Sequence[Right]]) -> list[Right | None]:
    """Match as many left nodes as can be, each to one of its right nodes.

    Args:
        edges: per left node the right nodes that it may take, best first. A left node once matched
            stays matched, so nodes that come earlier have precedence.

    Returns:
        per left node its right node, or None.
    """
    taken: dict[Right, int] = {}

    def augment(left: int, seen: set[Right]) -> bool:
        for right in edges[left]:
            if right in seen:
                continue
            seen.add(right)
            if right not in taken or augment(taken[right], seen):
                taken[right] = left
                return True
        return False

    for left in range(len(edges)):
        augment(left, set())
    matched: list[Right | None] = [None] * len(edges)
    for right, left in taken.items():
        matched[left] = right
    return matched
