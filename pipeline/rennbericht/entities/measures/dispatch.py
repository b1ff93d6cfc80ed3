"""Which matchers a word can open; found out once for each word."""

from __future__ import annotations

from collections.abc import Callable

from rennbericht.bounds import KEPT_WORDS

from ...german.numerals import cardinal
from ...german.ordinals import ordinal
from ..model import Mention
from . import bare_ranks, carried, clock, days, laps, ranks, sessions
from .amounts import number, written
from .rank_groups import top_number
from .stream import Stream
from .vocabulary import Vocabulary

Found = tuple[list[Mention], int]
Matcher = Callable[[Stream, int], Found | None]


def matchers(word: str, vocabulary: Vocabulary) -> tuple[Matcher, ...]:
    """The matchers that a word can open, the first to be tried first."""
    known: tuple[Matcher, ...] | None = vocabulary.seen.get(word)
    if known is None:
        if len(vocabulary.seen) > KEPT_WORDS:
            vocabulary.seen.clear()
        known = vocabulary.seen[word] = tuple(_find(word, vocabulary))
    return known


def _find(word: str, vocabulary: Vocabulary) -> list[Matcher]:
    found: list[Matcher] = []
    cues = vocabulary.cues
    if word in vocabulary.ranks:
        found += [ranks.noun, bare_ranks.the_same]
    if word in vocabulary.units:
        facts = vocabulary.units[word]
        if facts["unit"] == "lap":
            found.append(laps.noun)
        elif "from_end" in facts or "is" in facts:
            found.append(clock.fixed)
    if word in vocabulary.sessions:
        found.append(sessions.noun)
    elif "-" in word and sessions.of_compound(word, vocabulary):
        found.append(sessions.compound)
    if word[-1:] == "." and word[:-1].isdecimal():
        # `vor dem BMW mit der 22.`
        found.append(sessions.number_alone)
    if ordinal(word) is not None:
        found.append(_ordinal)
    if word in cues["next"]:
        found.append(laps.following)
    if cardinal(word) is not None:
        found += [_number, sessions.number_alone]
    if written(word) is not None:
        found.append(clock.figures)
    if ranks.short_number(word) or top_number(word):
        found.append(ranks.short)
    if sessions.code_of(word, vocabulary):
        found.append(sessions.code)
    if ranks.compound_ordinal(word, vocabulary):
        found.append(ranks.compound)
    if word.endswith("mal") and (cardinal(word.removesuffix("mal")) or 0) > 1:
        found.append(sessions.times)
    if word in cues["number"] or word[:1] == "#":
        found.append(sessions.start_number)
    if word.endswith("Uhr") and word[:1].isdecimal():
        found.append(clock.daytime)
    if word in cues["midnight"]:
        found.append(_midnight)
    return found + _find_date(word, vocabulary)


def _find_date(word: str, vocabulary: Vocabulary) -> list[Matcher]:
    found: list[Matcher] = []
    if days.is_month(word):
        found.append(days.month)
    if days.is_weekday(word) or word in vocabulary.cues["relative-date"] or days.is_dotted(word):
        found.append(days.day)
    if word in vocabulary.cues["year"]:
        found.append(days.year_word)
    if days.is_year(word):
        found.append(days.year)
    return found


def _midnight(stream: Stream, position: int) -> Found | None:
    return (
        clock.daytime(stream, position)
        if stream.is_cue(position - 1, "clock-preposition")
        else None
    )


def _ordinal(stream: Stream, position: int) -> Found | None:
    rank = ordinal(stream.word(position))
    if rank is None:
        return None
    if rank.kind == "plain":
        first = (
            laps.of_all(stream, position, rank)
            or ranks.before_noun(stream, position)
            or ranks.first_few(stream, position)
            or clock.few(stream, position, rank)
            or days.day_of_month(stream, position)
        )
        if first:
            return first
        # One adjective may stand between: `dritten freien Training`, `zweiten langen Stopp`.
        for at in (position + 1, position + 2):
            word = stream.word(at)
            between = stream.word(position + 1)
            if at > position + 1 and (
                not between.islower()
                or cardinal(between) is not None
                or stream.tag(position + 1) in ("ART", "APPRART", "APPR")
            ):
                # Letzter nach Runde eins, Vierter des Qualifyings, Dritter im Rennen: a place
                break
            if word in stream.vocabulary.units:
                return laps.by_ordinal(stream, position, rank, at) or clock.by_ordinal(
                    stream, position, rank, at
                )
            if stream.is_cue(at, "times") or stream.is_cue(at, "count"):
                return sessions.counted(stream, position, rank, at)
            if sessions.of_run(word, stream.vocabulary):
                return sessions.by_ordinal(stream, position, rank, at)
    return ranks.nominal(stream, position) or carried.carried(stream, position)


def _number(stream: Stream, position: int) -> Found | None:
    if stream.word(position) == "halb":
        return clock.daytime(stream, position)
    read = number(stream, position)
    if read is None:
        return None
    value, at = read
    word = stream.word(at)
    facts = stream.vocabulary.units.get(word)
    if facts is not None:
        if facts["unit"] == "lap":
            return laps.amount(stream, position, value, at) if "seconds" not in facts else None
        if "from_end" in facts or "is" in facts:
            return None
        return clock.spoken(stream, position, value, at, facts)
    if word == "Uhr":
        return clock.daytime(stream, position)
    if stream.is_cue(at, "count-plural"):
        return sessions.several(stream, position, value, at)
    return bare_ranks.bare(stream, position) or carried.carried(stream, position)
