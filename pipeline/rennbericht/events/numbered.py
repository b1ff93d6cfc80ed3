"""Run-in tables: `1. Stolz/Engel (Mercedes); 2. van der Linde/Niederhauser (Audi); 3. ...`.

A figure with a full stop before a name is a place where the sentence counts on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from ..clauses.model import Clause, Member, Phrase
from ..discourse.lineups import by_slash, crews
from ..discourse.reading import Reading
from ..entities.model import Mention
from .frames import FrameSet
from .match import Match
from .rank_figures import LARGEST_FIELD

_INITIAL = re.compile(r"[A-ZÄÖÜ]\.")
#: what a place in a table goes to
HOLDERS = frozenset({"DRIVER", "CAR", "TEAM", "MANUFACTURER", "NUMBER"})


def numbered(frames: FrameSet, reading: Reading, clause: Clause) -> Iterator[Match]:
    """The places of a run-in table that stand in a clause."""
    if not reading.figures:
        return
    figures = reading.counted_on.get(clause["sentence"])
    if figures is None:
        figures = reading.counted_on[clause["sentence"]] = _figures(reading, clause["sentence"])
    for index, (token, place) in enumerate(figures):
        if not any(start <= token < end for start, end in clause["spans"]):
            continue
        _, end = reading.sentences[clause["sentence"]]
        stop = figures[index + 1][0] if index + 1 < len(figures) else end
        holder = _holder(reading, token + 1, stop)
        for frame in frames.numbered if holder is not None else ():
            yield Match(frame, clause, None, token, token + 1, holder, place)


def own_figures(reading: Reading, match: Match, attributes: dict[str, Any]) -> None:
    """Leave a place of a run-in table the time and gap of its own entry, in place.

    `1. Stolz 58:12,331 Minuten, 2. Wittmann + 3,812 Sekunden, 3. Engel + 5,1`
    """
    figures = reading.counted_on.get(match.clause["sentence"], [])
    _, end = reading.sentences[match.clause["sentence"]]
    stop = next((token for token, _ in figures if token > match.token), end)
    for key in ("time", "margin"):
        attributes.pop(key, None)
    for mention in reading.mentions_between(match.token, stop, ("TIME", "GAP")):
        value = mention["value"] or {}
        amount: dict[str, Any] = {key: value[key] for key in ("seconds", "laps") if key in value}
        if mention["label"] == "TIME":
            attributes.setdefault("time", amount)
        elif match.place > 1:
            attributes.setdefault("margin", {**amount, "direction": "behind"})


def _figures(reading: Reading, sentence: int) -> list[tuple[int, int]]:
    """Tokens and values of the figures that count on, each with a name behind it."""
    start, end = reading.sentences[sentence]
    found = [
        (token, place)
        for token in reading.figures_in(start, end - 1)
        if 0 < (place := int(reading.words[token][:-1])) <= LARGEST_FIELD
        if reading.mention_at[token] < 0 and _named(reading, token + 1)
    ]
    counting = [a for a, b in pairwise(found) if b[1] == a[1] + 1]
    return [f for f in found if f in counting or (f[1] - 1) in [place for _, place in counting]]


def _named(reading: Reading, token: int) -> bool:
    """Whether a name stands at the token, its initial before it or not (`1. A. Espargaro`)."""
    if _INITIAL.fullmatch(reading.words[token]) and token + 1 < len(reading.words):
        token += 1
    at = reading.mention_at[token]
    return at >= 0 and reading.mentions[at]["label"] in HOLDERS


def _holder(reading: Reading, start: int, end: int) -> Phrase | None:
    """The crew, else the car, that a place is followed by, as a phrase of its own."""
    drivers = reading.mentions_between(start, end, HOLDERS)
    runs = crews(reading, drivers)
    chosen: list[Mention] = drivers[:1]
    if runs:
        cars = by_slash(reading, runs[0])
        chosen = cars[0] if cars else runs[0][:1]
    if not chosen:
        return None
    members = [
        Member(
            start=mention["start"], end=mention["end"], head=mention["end"] - 1,
            lemma=reading.lemmas[mention["end"] - 1],
            mention=reading.mention_at[mention["start"]],
        )
        for mention in chosen
    ]  # fmt: skip
    return Phrase(
        start=members[0]["start"], end=members[-1]["end"], head=members[0]["head"],
        lemma=members[0]["lemma"], kind="np", prep=None, case="n",
        number="pl" if len(members) > 1 else "sg", gender="", definite=True, field="middle",
        members=members, attribute_of=-1,
    )  # fmt: skip
