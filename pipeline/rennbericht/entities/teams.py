"""Team names by their shape: `X Racing`, `X Motorsport`, `Team X`, `Scuderia X`."""

from __future__ import annotations

from ..contract.slug import entity_key
from .text import Claim, Text

_LONGEST = 3
_SHORTEST = 4
_BY = "by"
_MAKERS = ("MANUFACTURER", "TEAM")
#: ends common nouns as well (`Werks-Team`)
_TEAM = "Team"


def claim_teams(text: Text) -> None:
    """Claim runs of names that end or begin with a word for a team."""
    for i in text.live:
        word = text.words[i]
        if word.cue == "team-end" and text.free(i, i + 1):
            _ending(text, i)
        elif word.cue == "team-start" and _lone(text, i):
            _starting(text, i)
        elif "-" in word.form and _hyphened(text, i):
            _enter(text, i, i + 1)
    for i in [i for i, word in enumerate(text.words) if word.lower == _BY]:
        if 0 < i < text.size - 1 and text.owner[i] < 0:
            _by(text, i)


def _hyphened(text: Text, i: int) -> bool:
    """Whether a word is a team's name with a hyphen (`Ostsee-Motorsport`)."""
    head, hyphen, tail = text.words[i].form.rpartition("-")
    if not hyphen or text.owner[i] >= 0 or len(head) < _SHORTEST or not head[0].isupper():
        return False
    vocabulary = text.vocabulary
    first = vocabulary.word(head)
    return (
        tail != _TEAM
        and vocabulary.word(tail).cue == "team-end"
        and not (first.ordinary or first.cue or head.isupper() or vocabulary.composed(head))
    )


def _by(text: Text, i: int) -> None:
    """Join the names on both sides of `by` where one of them is a team's (`Valkyr Racing by X`)."""
    left, right = text.at(i - 1), text.at(i + 1)
    teams = [c for c in (left, right) if c is not None and c.label == "TEAM"]
    if not teams:
        return
    start, end = i, i + 1
    if left in teams and left is not None:
        start = left.start
    while start == i or (start > 0 and left not in teams and i - start < 2):
        if not _named(text, start - 1):
            break
        start -= 1
    if right in teams and right is not None:
        end = right.end
    elif _named(text, i + 1):
        end = i + 2
    if start < i and end > i + 1:
        _enter(text, start, end)


def _named(text: Text, i: int) -> bool:
    word = text.words[i]
    claim = text.at(i)
    free = claim is None or (
        claim.label in ("TEAM", "MANUFACTURER") and claim.end - claim.start == 1
    )
    return free and word.name_like and not word.ordinary


def _lone(text: Text, i: int) -> bool:
    """Whether a word is free or at most a name by itself (`Scuderia`)."""
    claim = text.at(i)
    return claim is None or claim.end - claim.start == 1


def _ending(text: Text, i: int) -> None:
    end = i + 1
    while end < text.size and text.words[end].cue in ("team-end", "team-start") and end - i < 3:
        end += 1
    start = i
    while start > 0 and i - start < _LONGEST and _part(text, start - 1, i):
        start -= 1
    before = text.at(i - 1)
    if start == i and before is not None and before.label == "TEAM" and before.source == "rule":
        start = before.start  # `Team Nordwind` goes on: `Team Nordwind Competition`
    # an article or an adjective before a lone word: `der deutsche Motorsport`
    if start == i or (text.sentence_start(start) and text.words[start].ordinary):
        start += 1
        if start >= i:
            return
    _enter(text, start, end)


def _starting(text: Text, i: int) -> None:
    end = i + 1
    while end < text.size and end - i <= _LONGEST and _part(text, end, end - 1):
        if text.words[end].ordinary:
            break
        end += 1
    if end > i + 1:
        _enter(text, i, end)


def _part(text: Text, index: int, beside: int) -> bool:
    """Whether a word can be part of a team's name; an ordinary noun only right beside the cue."""
    word = text.words[index]
    claim = text.at(index)
    if claim is not None:
        return claim.label in _MAKERS and claim.end - claim.start == 1
    if (
        not word.upper
        or (word.cue and not _english(text, index))
        or not (word.name_like or word.form.isalnum())
    ):
        return False
    if word.form.isdigit():
        return False
    return not word.ordinary or (
        abs(beside - index) == 1 and bool(word.surnames or word.base_surnames)
        and not text.tags[index - 1].startswith(("ART", "ADJ", "APPRART"))
    )  # fmt: skip


def _english(text: Text, i: int) -> bool:
    """Whether a word of English names may be part of one here (`Black Heron Racing`)."""
    word = text.words[i]
    return word.cue == "guard" and not word.listed and not word.form.isupper()


def _enter(text: Text, start: int, end: int) -> None:
    name = text.phrase(start, end)
    text.claim(Claim(start, end, "TEAM", entity_key("TEAM", name), name, "rule"))
