"""Crews written as rows of surnames: `Stolz/Tweraser`, `Faurel/Lindgreen/Tarquini-Bell`."""

from __future__ import annotations

from .text import Text

_VEHICLES = ("TEAM", "MANUFACTURER", "CAR")
#: so many in a row are no pair of towns or things
_TRIO = 3
#: prepositions before places
_PLACED = frozenset({"in", "aus", "nach", "bei", "zwischen", "um"})
#: how long a name is at least
_SHORTEST = 3


def crew_members(text: Text, racing: bool) -> list[int]:
    """Lone words that rows joined by `/` show to be drivers.

    One of a row must be a driver or a name by its looks; the others may be words as well.

    Args:
        text: the text with what is claimed so far.
        racing: whether the text is about racing.
    """
    found: list[int] = []
    i = 1
    while i < text.size - 1:
        if text.words[i].form != "/":
            i += 1
            continue
        row = [i - 1]
        while i < text.size - 1 and text.words[i].form == "/":
            row.append(i + 1)
            claim = text.at(i + 1)
            i = claim.end if claim is not None else i + 2
        if not _homes(text, row[0]):
            found.extend(_unclaimed(text, row, racing))
    return found


def _homes(text: Text, first: int) -> bool:
    """Whether a row stands in the bracket behind a crew: `Kreim / Christian (Hof / Coburg)`."""
    before = first - 2
    if before < 1 or text.words[first - 1].form != "(":
        return False
    claim = text.at(before)
    return text.words[before - 1].form == "/" or (claim is not None and claim.label == "DRIVER")


def _unclaimed(text: Text, row: list[int], racing: bool) -> list[int]:
    free: list[int] = []
    drivers = 0
    for i in row:
        claim = text.at(i)
        if claim is None:
            free.append(i)
        elif claim.label == "DRIVER":
            drivers += 1
        else:
            return []
    fitting = [i for i in free if _fits(text, i)]
    names = [i for i in fitting if _name(text, i)]
    if drivers:
        return fitting
    if len(fitting) < len(row):
        return []
    if not racing:
        return names if len(names) == len(row) and not _behind_noun(text, row[0]) else []
    # `Start/Ziel`, `Schmitt/Müller`, `Blohm/Kettler`
    if 2 * len(names) > len(row):
        return fitting
    sure = any(not text.words[i].listed for i in names)
    if sure and all(_can_be(text, i) for i in fitting):
        return fitting
    # `vor Stein/Wolters/Hagen`: three words of which most are no everyday words
    likely = [i for i in fitting if _can_be(text, i) and not text.words[i].phrases]
    placed = text.words[row[0] - 1].lower in _PLACED
    whole = not placed and len(row) >= _TRIO and 2 * len(likely) > len(row)
    return fitting if whole and not any(text.words[i].phrases for i in fitting) else []


def _fits(text: Text, i: int) -> bool:
    """Whether a word looks as a name does, with no other beside it."""
    word = text.words[i]
    if not word.name_like or word.cue or word.form.isupper() or len(word.form) < _SHORTEST:
        return False
    after = text.at(i + 1)
    if after is not None and after.label not in _VEHICLES:
        return False
    if after is None and i + 1 < text.size and text.words[i + 1].upper:
        return False
    return "-" not in word.form or _double(text, word.form)


def _double(text: Text, form: str) -> bool:
    """Whether two surnames are joined: `Tarquini-Bell`, not `Audi-Duo` or `Land-Motorsport`."""
    halves = [text.vocabulary.word(half) for half in form.split("-")]
    if len(halves) != 2 or any(
        not one.name_like or one.cue or one.phrases or len(one.form) < _SHORTEST for one in halves
    ):
        return False
    first = halves[0]
    return first.family or (not first.ordinary and text.vocabulary.surname_like(first.form))


def _name(text: Text, i: int) -> bool:
    word = text.words[i]
    if word.listed:
        return word.family
    return "-" in word.form or text.vocabulary.surname_like(word.form)


def _can_be(text: Text, i: int) -> bool:
    """Whether a word that is listed may be a name all the same."""
    word = text.words[i]
    if not word.listed or word.family or word.surnames:
        return True
    return "NE" in text.vocabulary.lexicon.tags(word.form)


def _behind_noun(text: Text, i: int) -> bool:
    """Whether a pair stands as towns may: `Polizeirevier Mittweida/Ringethal`."""
    return i > 0 and (text.words[i - 1].upper or text.words[i - 1].form == "(")
