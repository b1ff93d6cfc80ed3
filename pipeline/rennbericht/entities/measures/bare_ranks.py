"""Places without their noun: `fiel auf sechs zurück`, `von acht gestartet`, `Auf drei folgt A`.

And those whose number was told before: `auf diesem Platz`.
"""

from __future__ import annotations

from .ordinals_alone import place_noun
from .ranks import Found, number_list, rank_number, value_of
from .stream import WALL, Stream

#: a place without its noun is no larger
_MOST_BARE = 40
#: words over which the noun of a place is understood
_CARRIES = 14
#: words before a noun for a place that look back on the one told last, and how far
_SAME = frozenset({"diesem", "diesen", "dieser", "diese", "denselben", "demselben", "dieselbe"})
_SAME_REACH = 30


def the_same(stream: Stream, position: int) -> Found | None:
    """`wurde Tagesvierter. Auf diesem Platz liegt er auch in der Gesamtwertung`: the fourth."""
    facts = stream.vocabulary.ranks[stream.word(position)]
    if facts["kind"] != "place" or facts.get("plural") or stream.place is None:
        return None
    number, told = stream.place
    if stream.word(position - 1).lower() not in _SAME or not told < position <= told + _SAME_REACH:
        return None
    if WALL in stream.words[told:position]:
        return None
    value = value_of([number], facts, "phrase")
    return [stream.mention(position, position + 1, "POSITION", value, number)], position + 1


def bare(stream: Stream, position: int) -> Found | None:
    """`fiel auf sechs zurück`, `von Rang 22 auf sieben`: a place without its noun."""
    found = _leading(stream, position) or _started(stream, position) or _as_noun(stream, position)
    if found or stream.word(position - 1) != "auf" or stream.word(position)[:1].isupper():
        return found
    number = rank_number(stream, position)
    if number is None or number > _MOST_BARE or stream.is_capital(position + 1):
        return None
    after = stream.word(position + 1)
    if (
        after != WALL
        and after[0].isalnum()
        and not stream.is_cue(position + 1, "behind-bare-place")
    ):
        return None
    value = value_of([number], {}, "bare")
    return [stream.mention(position, position + 1, "POSITION", value, number)], position + 1


def _started(stream: Stream, position: int) -> Found | None:
    """`von acht gestartet`, `von sechs kommend`: where somebody came from."""
    if stream.word(position - 1) not in ("von", "Von") or stream.is_capital(position):
        return None
    number = rank_number(stream, position)
    if number is None or number > _MOST_BARE:
        return None
    if not stream.is_cue(position + 1, "started") and not _told_alike(stream, position):
        return None
    value = value_of([number], {}, "bare")
    return [stream.mention(position, position + 1, "POSITION", value, number)], position + 1


def _told_alike(stream: Stream, position: int) -> bool:
    """`startete von Platz elf, Nato von 17`: the noun stands behind the same preposition before."""
    after = stream.word(position + 1)
    if after != WALL and after[0].isalnum() and stream.tag(position + 1) != "KON":
        return False
    at = place_noun(stream, position, -1, _CARRIES)
    return at is not None and stream.word(at - 1) in ("von", "Von")


def _as_noun(stream: Stream, position: int) -> Found | None:
    """`landete auf der Sieben`: the number is a noun of its own."""
    word = stream.word(position)
    if not word.isalpha() or not word[:1].isupper() or stream.is_capital(position + 1):
        return None
    if stream.word(position - 1) != "der" or stream.word(position - 2) not in ("auf", "Auf"):
        return None
    number = rank_number(stream, position)
    if number is None or number > _MOST_BARE:
        return None
    value = value_of([number], {}, "bare")
    return [stream.mention(position, position + 1, "POSITION", value, number)], position + 1


def _leading(stream: Stream, position: int) -> Found | None:
    """`Auf drei folgt Alonso`, `Auf zwei und drei landeten A und B`: before its verb."""
    if stream.word(position - 1) not in ("auf", "Auf"):
        return None
    numbers, end = number_list(stream, position, plural=True)
    if not numbers or numbers[-1] > _MOST_BARE or not stream.is_cue(end, "verb-of-bare-place"):
        return None
    return [stream.mention(position, end, "POSITION", value_of(numbers, {}, "bare"))], end
