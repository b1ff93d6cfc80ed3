"""The score of one document: what was found, missed and wrong, strict and lenient."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from rennbericht.contract.types import TYPES
from rennbericht.evaluation.agreement import claim, same_sentence
from rennbericht.evaluation.matching import maximum_matching
from rennbericht.evaluation.units import Atom, GoldEvent, OutputEvent

Claim = tuple[int, frozenset[Atom]]


@dataclass
class Tally:
    """Counts by event type: found and missed by the type of gold, wrong by that of the output."""

    found: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)

    def overall(self) -> tuple[int, int, int]:
        """Return found, missed, wrong over the types that are not reported apart."""
        sums = [
            sum(n for name, n in counter.items() if not TYPES[name].apart)
            for counter in (self.found, self.missed, self.wrong)
        ]
        return sums[0], sums[1], sums[2]

    def add(self, other: Tally) -> None:
        """Add the counts of another tally."""
        self.found += other.found
        self.missed += other.missed
        self.wrong += other.wrong


@dataclass
class Score:
    """One document under one way of counting, with the events behind the counts."""

    tally: Tally
    #: gold and output event, found
    pairs: list[tuple[GoldEvent, OutputEvent]]
    missed: list[GoldEvent]
    #: output events with a unit that agrees with nothing
    wrong: list[OutputEvent]


def score_events(
    gold: Sequence[dict[str, Any]], output: Sequence[dict[str, Any]], *, strict: bool
) -> Score:
    """Score the events of one document.

    Args:
        gold: events as in a gold file.
        output: event records, or dicts with their fields type, status, trigger, sentence, roles,
            attributes, also.
        strict: whether all people of a unit must be named, or one is enough.
    """
    # what must be found takes precedence over what may
    golds = sorted(map(GoldEvent, gold), key=lambda event: event.optional)
    outputs = [OutputEvent(index, event) for index, event in enumerate(output)]
    edges = [_claims(event, outputs, strict=strict) for event in golds]
    matched = _disjoint(maximum_matching(edges))

    score = Score(Tally(), [], [], [])
    used: dict[int, set[Atom]] = {}
    absorbed: set[int] = set()
    for event, match in zip(golds, matched, strict=True):
        if match is None:
            if not event.optional:
                score.missed.append(event)
                score.tally.missed[event.type] += 1
            continue
        used.setdefault(match[0], set()).update(match[1])
        if event.crew and not strict:  # the rest of the output is read as the same crew
            absorbed.add(match[0])
        if not event.optional:
            score.pairs.append((event, outputs[match[0]]))
            score.tally.found[event.type] += 1
    for candidate in outputs:
        wrong = _wrong_units(candidate, used.get(candidate.index, set()), strict=strict)
        if wrong and candidate.index not in absorbed:
            score.wrong.append(candidate)
            score.tally.wrong[candidate.type] += wrong
    return score


def _claims(gold: GoldEvent, outputs: Sequence[OutputEvent], *, strict: bool) -> list[Claim]:
    """Return the output units that a gold event may take, the likeliest first."""
    claims: list[tuple[tuple[bool, int, int], Claim]] = []
    for output in outputs:
        if not same_sentence(gold.data, output.data):
            continue
        atoms, _ = claim(gold, output, strict=strict)
        if atoms is not None:
            claims.append((_rank(gold, output), (output.index, atoms)))
    return [found for _, found in sorted(claims, key=lambda item: (item[0], item[1][0]))]


def _rank(gold: GoldEvent, output: OutputEvent) -> tuple[bool, int, int]:
    """Order among outputs that agree: same type, most attributes in common, nearest trigger."""
    common = sum(output.attributes.get(key) == value for key, value in gold.attributes.items())
    distance = abs(gold.data["trigger"]["start"] - output.data["trigger"]["start"])
    return (gold.type != output.type, -common, distance)


def _disjoint(matched: list[Claim | None]) -> list[Claim | None]:
    """Let no atom of an output be taken twice: of two that overlap, the larger claim stays."""
    kept: list[Claim | None] = [None] * len(matched)
    used: dict[int, set[Atom]] = {}
    order = sorted(
        (i for i, match in enumerate(matched) if match is not None),
        key=lambda i: (-len(matched[i][1]), i),  # type: ignore[index]
    )
    for i in order:
        match = matched[i]
        assert match is not None
        taken = used.setdefault(match[0], set())
        if not taken & match[1]:
            taken |= match[1]
            kept[i] = match
    return kept


def _wrong_units(output: OutputEvent, used: set[Atom], *, strict: bool) -> int:
    """Count the units that gold does not take: whole ones, and where strict also in part."""
    if strict:
        return sum(not unit <= used for unit in output.units)
    return sum(not unit & used for unit in output.units)
