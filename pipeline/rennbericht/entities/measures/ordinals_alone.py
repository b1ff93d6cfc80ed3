"""Ordinals without a noun of their own: `vom dritten Rang auf den sechsten`."""

from __future__ import annotations

from ...german.ordinals import Ordinal, ordinal
from ..model import Mention
from .stream import WALL, Stream

#: how far off the noun of an ordinal may stand that has none of its own
_REACH = 9
#: words between the first and the last of a range, and how many it holds at most
_RANGES = frozenset({"bis", "-", "–"})
_LONGEST = 20
Found = tuple[list[Mention], int]


def on_to(stream: Stream, position: int, end: int, found: list[Mention]) -> Found:
    """`vom dritten Rang auf den sechsten`: the second ordinal has no noun of its own."""
    if stream.word(position - 1) not in ("vom", "Vom", "dem"):
        return found, end
    at = end
    while stream.word(at) in ("bis", "auf", "den", "an", "die"):
        at += 1
    target = ordinal(stream.word(at))
    bare = at > end + 1 and target is not None and target.kind == "plain"
    if not bare or target is None or target.from_end or stream.is_capital(at + 1):
        return found, end
    if stream.tag(at + 1).startswith("ADJ"):
        return found, end
    return [*found, _mention(stream, at, target)], at + 1


def elliptic(stream: Stream, position: int, rank: Ordinal) -> Found | None:
    """`auf dem zweiten und B auf dem dritten Platz`: the noun stands with another ordinal."""
    if stream.word(position - 1) not in ("dem", "den") or stream.word(position - 2) != "auf":
        return None
    if rank.from_end or stream.is_capital(position + 1) or not stream.word(position).islower():
        return None
    if stream.tag(position + 1).startswith(("ADJ", "NN", "CARD")):
        return None
    if not (_placed(stream, position, -1) or _placed(stream, position, 1)):
        return None
    return [_mention(stream, position, rank)], position + 1


def up_to(stream: Stream, position: int, rank: Ordinal) -> Found | None:
    """`als Siebter bis Zehnter`, `als 7. bis 10.`: one place each for those who are listed."""
    if stream.word(position + 1) not in _RANGES:
        return None
    last = ordinal(stream.word(position + 2))
    if last is None or last.kind != rank.kind or last.from_end or last.ending != rank.ending:
        return None
    if not rank.number < last.number <= rank.number + _LONGEST:
        return None
    numbers = list(range(rank.number, last.number + 1))
    value = {"positions": numbers, "form": "noun"}
    return [stream.mention(position, position + 3, "POSITION", value)], position + 3


def _placed(stream: Stream, position: int, step: int) -> bool:
    """Whether an ordinal with its noun for a place stands within reach in the sentence."""
    at = place_noun(stream, position, step, _REACH)
    found = ordinal(stream.word(at - 1)) if at is not None else None
    return found is not None and found.kind == "plain"


def place_noun(
    stream: Stream, position: int, step: int, reach: int, kinds: tuple[str, ...] = ("place",)
) -> int | None:
    """Where the nearest noun for a place stands in the same sentence.

    Args:
        stream: the document.
        position: where to look from.
        step: 1 to look ahead, -1 to look back.
        reach: how many words are looked at.
        kinds: what sorts of nouns count.
    """
    for at in range(position + step, position + step * (reach + 1), step):
        word = stream.word(at)
        if word == WALL or word in (".", "!", "?", ";"):
            return None
        facts = stream.vocabulary.ranks.get(word)
        if facts is not None and facts["kind"] in kinds:
            return at
    return None


def _mention(stream: Stream, position: int, rank: Ordinal) -> Mention:
    value = {"position": rank.number, "form": "phrase"}
    return stream.mention(position, position + 1, "POSITION", value, rank.number)
