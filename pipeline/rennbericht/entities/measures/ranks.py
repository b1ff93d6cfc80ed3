"""Places: `Platz drei`, `P3`, `dritter Platz`, `Gesamt-Vierter`, `Top Ten`, `Podium`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from ...bounds import KEPT_WORDS
from ...german.numerals import ONE, cardinal, whole_number
from ...german.ordinals import Ordinal, ordinal
from ..model import Mention
from . import ordinals_alone
from .rank_groups import top, top_number
from .stream import WALL, Stream
from .vocabulary import RANK_KEYS, Facts, Vocabulary

#: no field is larger (24 hours of the Nürburgring: some 200 starters)
MOST = 300
#: kinds of nouns for a row of the grid
ROWS = ("row", "bare-row")
_SHORT = re.compile(r"[Pp]\.?(\d{1,3})\.?\Z")
_FIGURE = re.compile(r"(\d{1,3})\.?\Z")
_JOINERS = frozenset({",", "und", "sowie", "/", "bis", "-", "–", "&", "oder"})
_DEFINITE = frozenset({"der", "den", "dem", "des"})
#: behind a place of a group they make it one of several: `der dritte Podestplatz der Saison`
_COUNTING = frozenset({"der", "in", "dieser", "seiner", "ihrer", "seit", "für"})
#: before `dritter Stelle`, `die dritte Stelle`
_AT_SPOT = frozenset({"an", "auf", "An", "der", "die", "Auf", "Die"})
_RANGES = frozenset({"bis", "-", "–"})
Found = tuple[list[Mention], int]


def rank_number(stream: Stream, position: int) -> int | None:
    """A place in words or figures (`drei`, `3`, `3.`), no article and no amount of something."""
    word = stream.word(position)
    figure = _FIGURE.match(word)
    value = whole_number(figure[1] if figure else word, MOST)
    if value is None:
        return None
    after = stream.word(position + 1)
    if after in stream.vocabulary.units and not word.endswith("."):
        return None
    return value


def value_of(
    numbers: list[int], facts: Facts, form: str, *, from_end: bool = False
) -> dict[str, Any]:
    """The mention's value for one or several places."""
    value: dict[str, Any]
    if from_end:
        value = {"position_from_end": numbers[0]}
    elif len(numbers) == 1:
        value = {"position": numbers[0]}
    else:
        value = {"positions": numbers}
    value["form"] = form
    value.update({key: facts[key] for key in RANK_KEYS if key in facts})
    return value


def noun(stream: Stream, position: int) -> Found | None:
    """`Platz drei`, `auf den Rängen neun und zehn`, `Startreihe zwei`, `Podium`, `Top Ten`."""
    facts = stream.vocabulary.ranks[stream.word(position)]
    kind = facts["kind"]
    end = position + 1
    if kind == "group":
        value = {"position_within": facts["within"], "form": "podium"}
        if facts.get("places") and stream.is_cue(position - 1, "last-of-group"):
            # `den letzten Podiumsplatz`
            value = {"position": facts["within"], "form": "phrase"}
        elif facts.get("places") and (place := _place_of_group(stream, position, facts["within"])):
            value = {"position": place, "form": "phrase"}
        return [stream.mention(position, end, "POSITION", value)], end
    if kind == "last":
        value = {"position_from_end": 1, "form": "noun"}
        return [stream.mention(position, end, "POSITION", value)], end
    if kind == "top":
        return top(stream, position)
    if stream.word(end) == "#" or stream.is_cue(end, "number"):
        end += 1
    numbers, end = number_list(stream, end, plural=bool(facts.get("plural")))
    if not numbers or kind == "spot":
        return None
    if kind == "short" and not stream.word(position + 1)[0].isdecimal():
        return None
    if kind in ROWS:
        value = {"grid_row": numbers[0], "form": "phrase", "session": "qualifying"}
        return [stream.mention(position, end, "POSITION", value)], end
    value = value_of(numbers, facts, "phrase")
    single = numbers[0] if len(numbers) == 1 else None
    found = [stream.mention(position, end, "POSITION", value, single)]
    return _moved(stream, position, end, facts, found)


def _place_of_group(stream: Stream, position: int, within: int) -> int | None:
    """`den dritten Podestplatz`, but no place is `der dritte Podestplatz in Folge`."""
    place = ordinal(stream.word(position - 1))
    counted = stream.word(position + 1) in _COUNTING
    if (
        place is None
        or place.from_end
        or counted
        or stream.word(position - 2).lower() not in _DEFINITE
    ):
        return None
    return place.number if 1 < place.number <= within else None


def number_list(stream: Stream, position: int, *, plural: bool) -> tuple[list[int], int]:
    """The places listed from a token on, and the token behind them: `zwei und drei`."""
    first = rank_number(stream, position)
    if first is None:
        return [], position
    numbers, end = [first], position + 1
    while stream.word(end) in _JOINERS and not stream.word(end - 1).endswith("."):
        joiner = stream.word(end)
        following = rank_number(stream, end + 1)
        # `auf Platz drei und zwei Punkte`, `auf Rang drei, zwei Positionen vor`: no list
        loose = not plural and (joiner == "," or stream.is_capital(end + 2))
        if following is None or loose:
            break
        if following <= numbers[-1] and (
            not plural or joiner in _RANGES or following in numbers or stream.is_capital(end + 2)
        ):
            # `auf die Ränge 17 und 15` is a list all the same
            break
        if joiner in _RANGES:
            numbers += range(numbers[-1] + 1, following + 1)
        else:
            numbers.append(following)
        end += 2
    return numbers, end


def _moved(stream: Stream, position: int, end: int, facts: Facts, found: list[Mention]) -> Found:
    """`von Platz fünf auf drei`: the second number is a place too."""
    if stream.word(position - 1) not in ("von", "Von") or stream.word(end) not in ("auf", "bis"):
        return found, end
    target = end + (2 if stream.word(end + 1) == "auf" else 1)
    number = rank_number(stream, target)
    if number is None or stream.is_capital(target + 1):
        return found, end
    # von Startplatz sechs auf drei: from the grid to a place on the track
    value = value_of([number], {k: v for k, v in facts.items() if k != "session"}, "phrase")
    return [*found, stream.mention(target, target + 1, "POSITION", value, number)], target + 1


@lru_cache(maxsize=KEPT_WORDS)
def short_number(word: str) -> int | None:
    """`P3` gives 3."""
    found = _SHORT.match(word)
    return int(found[1]) if found and 1 <= int(found[1]) <= MOST else None


def short(stream: Stream, position: int) -> Found | None:
    """`P3`, `P3 bis P5`, `Top-5`: one token."""
    word = stream.word(position)
    number = short_number(word)
    if number is None:
        value = {"position_within": top_number(word), "form": "group"}
        return [stream.mention(position, position + 1, "POSITION", value)], position + 1
    value = value_of([number], {}, "phrase")
    last = short_number(stream.word(position + 2))
    if stream.word(position + 1) in _RANGES and last and number < last <= number + 20:
        value = value_of(list(range(number, last + 1)), {}, "phrase")
        return [stream.mention(position, position + 3, "POSITION", value)], position + 3
    return [stream.mention(position, position + 1, "POSITION", value, number)], position + 1


def compound_ordinal(word: str, vocabulary: Vocabulary) -> tuple[Ordinal, Facts] | None:
    """`Gesamt-Vierter`, `WM-Dritter`: the ordinal and what goes before it, else None.

    None also for places of another occasion (`Vorjahreszweiter`).
    """
    if not word[:1].isupper() or len(word) < 7:
        return None
    if "-" in word:
        before, _, last = word.rpartition("-")
        rank = ordinal(last) if last[:1].isupper() else None
    else:
        lower = word.lower()
        before, rank = "", None
        for prefix in sorted(vocabulary.prefixes, key=len, reverse=True):
            if lower.startswith(prefix):
                before, rank = word[: len(prefix)], ordinal(lower[len(prefix) :])
                if rank:
                    break
    if rank is None or rank.ending in ("es", "") or not before:
        return None
    if before in vocabulary.rank_guards["foreign-prefix"]:
        return None
    facts = vocabulary.prefixes.get(before.lower())
    return rank, facts if facts is not None else {"prefix": before}


def compound(stream: Stream, position: int) -> Found | None:
    """A compound with an ordinal at its end, one token."""
    pair = compound_ordinal(stream.word(position), stream.vocabulary)
    if pair is None:
        return None
    rank, facts = pair
    value = value_of([rank.number], facts, "noun", from_end=rank.from_end)
    if "prefix" in facts:
        value["prefix"] = facts["prefix"]
    number = None if rank.from_end else rank.number
    return [stream.mention(position, position + 1, "POSITION", value, number)], position + 1


def before_noun(stream: Stream, position: int) -> Found | None:
    """`dritter Platz`, `zweiten und dritten Rang`, `3. bis 5. Platz`, `an dritter Stelle`."""
    first = ordinal(stream.word(position))
    if first is None or first.kind != "plain":
        return None
    numbers, end = [first.number], position + 1
    while stream.word(end) in _JOINERS:
        following = ordinal(stream.word(end + 1))
        if following is None or following.number <= numbers[-1] or following.from_end:
            break
        if stream.word(end) in _RANGES:
            numbers += range(numbers[-1] + 1, following.number + 1)
        else:
            numbers.append(following.number)
        end += 2
    at = end
    for _ in range(2):
        if stream.word(at) in stream.vocabulary.ranks or first.from_end:
            break
        if not stream.tag(at).startswith("ADJ") and not stream.is_cue(at, "between"):
            break
        at += 1
    facts = stream.vocabulary.ranks.get(stream.word(at))
    if facts is None:
        if len(numbers) > 1:
            return None
        return _from_to(stream, position, end, numbers) or ordinals_alone.elliptic(
            stream, position, first
        )
    kind = facts["kind"]
    if kind == "spot" and stream.word(position - 1) not in _AT_SPOT:
        return None
    if kind in ROWS:
        if kind == "bare-row" and stream.word(position - 2).lower() not in ("aus", "von", "in"):
            return None
        key = "grid_row_from_end" if first.from_end else "grid_row"
        value = {key: numbers[0], "form": "phrase", "session": "qualifying"}
        return [stream.mention(position, at + 1, "POSITION", value)], at + 1
    if kind not in ("place", "spot") or (facts.get("plural") and len(numbers) == 1):
        return None
    if stream.word(position - 1).lower() == "im" and rank_number(stream, at + 1):
        # `im ersten Lauf Platz drei, im zweiten Rang fünf`: the ordinal counts the race
        return None
    value = value_of(numbers, facts, "phrase", from_end=first.from_end)
    single = numbers[0] if len(numbers) == 1 and not first.from_end else None
    found = [stream.mention(position, at + 1, "POSITION", value, single)]
    return ordinals_alone.on_to(stream, position, at + 1, found)


def _from_to(stream: Stream, position: int, end: int, numbers: list[int]) -> Found | None:
    """`vom zehnten auf den vierten Platz`: the first ordinal has no noun of its own."""
    if stream.word(position - 1) not in ("vom", "Vom", "dem"):
        return None
    at = end
    while stream.word(at) in ("bis", "auf", "den", "an", "die"):
        at += 1
    if at == end or ordinal(stream.word(at)) is None:
        return None
    rest = before_noun(stream, at)
    if rest is None or "position" not in (rest[0][0]["value"] or {}):
        return None
    value = value_of(numbers, {}, "phrase")
    first = stream.mention(position, position + 1, "POSITION", value, numbers[0])
    return [first, *rest[0]], rest[1]


def first_few(stream: Stream, position: int) -> Found | None:
    """`die ersten drei`, `unter die ersten zehn Piloten`, `die ersten drei Plätze`."""
    if stream.word(position).lower() != "ersten":
        return None
    number = cardinal(stream.word(position + 1))
    if not isinstance(number, int) or not 2 <= number <= 50:
        return None
    end = position + 2
    after = stream.word(end)
    if after in stream.vocabulary.ranks:
        if stream.vocabulary.ranks[after].get("plural"):
            value = value_of(list(range(1, number + 1)), stream.vocabulary.ranks[after], "phrase")
            return [stream.mention(position, end + 1, "POSITION", value)], end + 1
        return None
    counted = stream.is_capital(end) or stream.tag(end).startswith("ADJA")
    if counted and after not in stream.vocabulary.rank_guards["people"]:
        return None
    value = {"position_within": number, "form": "group"}
    return [stream.mention(position, end, "POSITION", value)], end


def nominal(stream: Stream, position: int) -> Found | None:
    """`Dritter`, `den Dritten`, `Zweitplatzierter`, `der drittplatzierte Hamilton`."""
    word = stream.word(position)
    rank = ordinal(word)
    if rank is not None and not rank.ending and stream.word(position - 1) == "als":
        return _as_figure(stream, position, rank)
    if rank is None or rank.ending in ("", "es"):
        return None
    if rank.kind == "superlative" and word[:1].islower():
        # `die drittschnellste Zeit` is a place, `die drittschnellste Runde` is none
        if stream.word(position + 1) not in stream.vocabulary.rank_guards["time-noun"]:
            return None
        value = value_of([rank.number], {}, "phrase")
        return [
            stream.mention(position, position + 2, "POSITION", value, rank.number)
        ], position + 2
    capital = word[:1].isupper() and not (rank.kind == "placed" and stream.tag(position) == "ADJA")
    if rank.kind == "placed" and not capital:
        form = "adjective"
    elif (capital and _stands_alone(stream, position, rank)) or (
        rank.kind == "plain" and _is_lower_noun(stream, position, rank)
    ):
        form = "noun"
    else:
        return None
    row = None if rank.from_end else ordinals_alone.up_to(stream, position, rank)
    if row is not None:
        return row
    value = value_of([rank.number], {}, form, from_end=rank.from_end)
    number = None if rank.from_end else rank.number
    return [stream.mention(position, position + 1, "POSITION", value, number)], position + 1


def _as_figure(stream: Stream, position: int, rank: Ordinal) -> Found | None:
    """`kam als 28. ins Ziel`, but not `als 2. Fahrer`."""
    after = stream.word(position + 1)
    described = stream.tag(position + 1) == "ADJA" and not after.endswith("ster")
    if stream.is_capital(position + 1) or rank.number > MOST or described:
        return None
    value = value_of([rank.number], {}, "noun")
    return ordinals_alone.up_to(stream, position, rank) or (
        [stream.mention(position, position + 1, "POSITION", value, rank.number)],
        position + 1,
    )


def _stands_alone(stream: Stream, position: int, rank: Ordinal) -> bool:
    guards = stream.vocabulary.rank_guards
    before, after = stream.word(position - 1), stream.word(position + 1)
    if after in guards["name-after"] or before.lower() in guards["not-after"]:
        return False
    if before == "der" and stream.word(position - 2).lower() in ONE:
        # `als einer der Ersten`
        return False
    if before in ("das", "Das") or (rank.number == 1 and before in ("beiden", "zwei")):
        # `das ist das Letzte`, `die beiden Ersten`
        return False
    if rank.number == 3 and rank.ending in ("e", "en") and before in guards["outsiders-after"]:
        return False
    if stream.tag(position).startswith("VV"):
        return False
    if rank.kind == "placed" or not stream.opens_sentence(position):
        # `als Erster deutscher Fahrer` is an adjective in spite of its capital, since the endings
        # agree; `als Sechster wichtige Punkte`, `als Neunter bester Deutscher` are places
        agrees = rank.ending != "er" or (after.endswith("er") and not after.endswith("ster"))
        return stream.tag(position + 1) != "ADJA" or rank.kind == "placed" or not agrees
    if stream.is_capital(position + 1):
        return stream.tag(position + 1).startswith(("NE", "VA", "VV", "VM"))
    return not stream.tag(position + 1).startswith(("ADJ", "CARD"))


def _is_lower_noun(stream: Stream, position: int, rank: Ordinal) -> bool:
    """`als dritter ins Ziel`, `wurde zweiter.`: written small against the rules."""
    word, before = stream.word(position), stream.word(position - 1)
    if not word[:1].islower() or rank.ending not in ("e", "er"):
        return False
    if before not in stream.vocabulary.rank_guards["lower-after"]:
        return False
    after, tag = stream.word(position + 1), stream.tag(position + 1)
    if before == "als":
        noun_phrase = stream.is_capital(position + 1) or tag.startswith(("ADJ", "CARD", "NN"))
        return not noun_phrase and cardinal(after) is None
    return not after[0].isalnum() or tag.startswith(("APPR", "KON")) or after == WALL
