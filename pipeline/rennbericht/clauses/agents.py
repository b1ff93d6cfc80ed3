"""Who acts in a passive, where two phrases with `von` stand side by side."""

from __future__ import annotations

from .group import Group


def free_agent(groups: list[Group], group: Group) -> None:
    """Let the first of two belong to the noun before it, in place: `der Audi von A von B gerammt`.

    Args:
        groups: the phrases of a passive clause so far.
        group: the last of them.
    """
    if group.first.prep != "von" or group.of >= 0:
        return
    first = _ending(groups, group.first.start)
    if first is None or first.first.prep != "von" or first.of >= 0:
        return
    host = _ending(groups, first.first.start)
    if host is not None and host.first.kind == "np":
        first.of = host.chunks[-1].head


def _ending(groups: list[Group], token: int) -> Group | None:
    return next((one for one in groups if one.chunks[-1].end == token), None)
