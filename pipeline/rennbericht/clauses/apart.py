"""Lists whose conjuncts have phrases of their own: `sind A, B nach einem Unfall und C`."""

from __future__ import annotations

from .agreement import NOMINATIVE
from .group import Group
from .kinds import NAMED, label
from .tokens import MEASURES, Tokens

_SOMEBODY = NAMED | {"MANUFACTURER"}


def join_apart(tokens: Tokens, groups: list[Group], finite: int, plural: bool) -> None:
    """Join to a list what a preposition's phrase parts from its last conjunct, in place.

    What stands between belongs to the conjunct before it.

    Args:
        tokens: the document.
        groups: the phrases of the clause, in text order.
        finite: token of the finite verb.
        plural: whether that can only be plural, so that one name is not its whole subject.
    """
    before = tokens.classes["cause-preposition"]
    for at in range(len(groups) - 1, 1, -1):
        joined = groups[at]
        if joined.of >= 0 or not _somebody(tokens, joined) or joined.first.start <= finite + 1:
            continue
        if tokens.code[joined.first.start - 1] != "K" or joined.conjunction >= 0:
            continue
        host, between = _before(groups, at)
        if host is None or not between or not _somebody(tokens, host):
            continue
        if host.conjunction >= 0 or host.first.start <= finite:
            continue
        if len(host.chunks) == 1 and not plural:
            continue
        if any(label(tokens, one.first) in MEASURES for one in between):
            continue
        last = host.chunks[-1].head
        causes = any(one.first.prep in before for one in between)
        host.conjunction = joined.first.start - 1
        host.chunks += joined.chunks
        for one in between:
            one.of = last if one.of < 0 else one.of
        end = joined.chunks[-1].end
        for one in groups[at + 1 : at + 2]:
            if causes and one.of < 0 and one.first.prep in before and one.first.start == end:
                one.of = joined.chunks[-1].head
        del groups[at]


def _before(groups: list[Group], at: int) -> tuple[Group | None, list[Group]]:
    """The bare phrase before a place, and what stands right behind it."""
    between: list[Group] = []
    for group in reversed(groups[:at]):
        if group.of >= 0:
            continue
        if group.first.prep is None:
            behind = between[-1].first.start if between else -1
            return (group if behind >= group.chunks[-1].end else None), between
        if len(group.chunks) > 1:
            return None, between
        between.append(group)
    return None, between


def _somebody(tokens: Tokens, group: Group) -> bool:
    """Whether a phrase names somebody or a car who can act."""
    first = group.first
    if first.prep is not None or first.kind != "np" or not first.mask & NOMINATIVE:
        return False
    if label(tokens, first) in _SOMEBODY:
        return True
    return tokens.lemmas[first.head].lower() in tokens.classes["vehicle-noun"]
