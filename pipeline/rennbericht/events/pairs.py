"""Ranks with a name beside them and no verb of their own.

`Vierter Vettel, Fünfter Alonso`, `Vettel, Vierter, ...`, `Paffett (4.)`, `mit Bottas auf P2`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..clauses.model import Clause, Phrase
from ..discourse.reading import Reading
from ..entities.model import Mention
from .epithets import is_person
from .frames import FrameSet
from .match import Match
from .rank_figures import LARGEST_FIELD
from .ranks import has_rank, shares_car

#: prepositions of a rank that is the predicate of a clause without a verb
RANK_PREPOSITIONS = frozenset({"auf", "als"})
#: what may stand before a rank that opens a pair of its own
OPENERS = frozenset({",", ";", ".", ":", "–", "-", "und", "(", "sowie"})


def paired(frames: FrameSet, reading: Reading, clause: Clause) -> Iterator[Match]:
    """Ranks with a name beside them and no verb of their own: `Vierter Vettel, Fünfter Alonso`."""
    if not has_rank(reading, clause):
        return
    bare = clause["verb"] is None
    phrases = [
        phrase
        for phrase in clause["phrases"]
        if phrase["attribute_of"] < 0
        and (phrase["prep"] is None or (bare and phrase["prep"] in RANK_PREPOSITIONS))
        and phrase["kind"] != "adverb"
    ]
    yield from _company(frames, reading, clause)
    yield from _row(frames, reading, clause)
    for index, phrase in enumerate(phrases):
        yield from _paired_members(frames, reading, clause, phrase)
        mention = reading.mention_of(phrase)
        if mention is None or mention["label"] != "POSITION" or len(phrase["members"]) != 1:
            continue
        if (mention["value"] or {}).get("form") not in ("noun", "phrase"):
            continue
        for frame in frames.by_rank:
            if frame.rank_beside in ("brackets", "numbered", "apart"):
                continue
            behind = frame.rank_beside == "behind"
            other = _beside(reading, clause, phrases, index, behind)
            if other is not None:
                yield Match(frame, clause, phrase, mention["start"], mention["end"], other)


def _company(frames: FrameSet, reading: Reading, clause: Clause) -> Iterator[Match]:
    """`mit Bottas auf Rang zwei feierte Mercedes`: the place is his whom `mit` names."""
    for first, rank in pairwise(clause["phrases"]):
        if first["prep"] != "mit" or rank["prep"] not in RANK_PREPOSITIONS:
            continue
        mention, place = reading.mention_of(first), reading.mention_of(rank)
        if first["end"] != rank["start"] or mention is None or place is None:
            continue
        if shares_car(reading, clause, first, rank):
            continue
        number = (place["value"] or {}).get("position", 0)
        if mention["label"] == "DRIVER" and place["label"] == "POSITION" and number:
            for frame in frames.ahead_of_name:
                yield Match(frame, clause, rank, place["start"], place["end"], first, number)


def _row(frames: FrameSet, reading: Reading, clause: Clause) -> Iterator[Match]:
    """`A als Achter, B als Neunter und C als Zehnter holten die letzten Punkte`: each his own."""
    own = [phrase for phrase in clause["phrases"] if phrase["attribute_of"] < 0]
    pairs: list[tuple[Phrase, Phrase, Mention, int]] = []
    for first, rank in pairwise(own):
        place = reading.mention_of(rank) if rank["prep"] in RANK_PREPOSITIONS else None
        if place is None or place["label"] != "POSITION" or first["prep"] is not None:
            continue
        number = (place["value"] or {}).get("position", 0)
        if number and reading.label_at(first["head"]) == "DRIVER":
            pairs.append((first, rank, place, number))
    joined = [
        not OPENERS.isdisjoint(reading.lower[one[1]["end"] : other[0]["start"]])
        for one, other in pairwise(pairs)
    ]
    for at, (first, rank, place, number) in enumerate(pairs):
        if any(joined[max(0, at - 1) : at + 1]):
            for frame in frames.ahead_of_name:
                yield Match(frame, clause, rank, place["start"], place["end"], first, number)


def _paired_members(
    frames: FrameSet, reading: Reading, clause: Clause, phrase: Phrase
) -> Iterator[Match]:
    """Conjuncts with a rank of their own: `Sieger wurde Vettel, Zweiter Hamilton`."""
    for member in phrase["members"][1:]:
        if reading.label_at(member["start"]) != "POSITION" or not is_person(reading, member):
            continue
        rank = reading.mentions[reading.mention_at[member["start"]]]
        own: Phrase = {**phrase, "start": rank["end"], "end": member["end"], "members": [member]}
        place = (rank["value"] or {}).get("position", 0)
        for frame in frames.ahead_of_name if place else ():
            noun: Phrase = {**phrase, "head": rank["end"] - 1}
            yield Match(frame, clause, noun, rank["start"], rank["end"], own, place)


def _beside(
    reading: Reading, clause: Clause, phrases: list[Phrase], index: int, behind: bool
) -> Phrase | None:
    """The name directly behind a rank, or before it with the rank between commas.

    Without a verb a rank with its preposition stands for the predicate: `Hamilton jetzt auf P3`.
    """
    rank = phrases[index]
    at = index + 1 if behind else index - 1
    if behind and at == len(phrases) and reading.lower[rank["end"] : rank["end"] + 1] == [":"]:
        follower = reading.clauses[clause["index"] + 1 : clause["index"] + 2]
        phrases = [*phrases, *(follower[0]["phrases"][:1] if follower else [])]
    if not 0 <= at < len(phrases):
        return None
    other = phrases[at]
    if behind and index == 0 and clause["verb"] is None:
        told = _behind_colon(reading, phrases)
        if told is not None:
            return told
    mention = reading.mention_of(other)
    if mention is None or mention["label"] not in ("DRIVER", "TEAM", "CAR", "MANUFACTURER"):
        return None
    words = reading.lower
    if behind:
        before = words[rank["start"] - 1] if rank["start"] else ","
        joined = rank["end"] == other["start"] or words[rank["end"] : other["start"]] == [":"]
        return other if joined and before in OPENERS else None
    if rank["prep"] is not None:
        return other
    commas = words[rank["end"] : rank["end"] + 1] == [","] and words[rank["start"] - 1] == ","
    return other if commas and other["end"] == rank["start"] - 1 else None


def _behind_colon(reading: Reading, phrases: list[Phrase]) -> Phrase | None:
    """Who stands behind the colon of a line: `Dritte im anderen Ferrari: Molina und Nielsen`."""
    for phrase in phrases[1:]:
        if reading.words[phrase["start"] - 1] == ":":
            mention = reading.mention_of(phrase)
            fits = mention is not None and mention["label"] in ("DRIVER", "TEAM", "CAR")
            return phrase if fits and phrase["prep"] is None else None
        if phrase["prep"] is None and phrase["kind"] == "np":
            return None
    return None


#: tokens of the longest bracket that gives a place, which it begins or ends with
_BRACKET = 10
_PLACE = re.compile(r"\A(\d{1,3})\.(?=[/,;]|\Z)|(?<=[/,;])(\d{1,3})\.\Z")


def bracketed(frames: FrameSet, reading: Reading, clause: Clause) -> Iterator[Match]:
    """Places in brackets behind names: `Gary Paffett (4.) und Daniel Juncadella (8.)`."""
    start, end = reading.sentences[clause["sentence"]]
    if not reading.has_bracket(start, end + 1):
        return
    for frame in frames.bracketed:
        for phrase in clause["phrases"]:
            for member in phrase["members"]:
                if not is_person(reading, member):
                    continue
                mention = reading.mentions[member["mention"]]
                end = mention["end"]
                place = _bracketed_place(reading, end)
                if 0 < place <= LARGEST_FIELD:
                    own: Phrase = {
                        **phrase, "start": mention["start"], "end": end, "members": [member],
                    }  # fmt: skip
                    yield Match(frame, clause, None, end + 1, end + 2, own, place)


def _bracketed_place(reading: Reading, token: int) -> int:
    """The place in a bracket: `(4.)`, `(6./+0,632)`, `(8., Haas)`, `(Haas/8.)`; 0 without."""
    inside = reading.words[token : token + _BRACKET]
    if inside[:1] != ["("] or ")" not in inside:
        return 0
    found = _PLACE.search("".join(inside[1 : inside.index(")")]))
    return int(found[1] or found[2]) if found else 0
