"""Team names by their shape: `X Racing`, `X Motorsport`, `Team X`, `Scuderia X`."""

from __future__ import annotations

from ..contract.slug import entity_key
from .text import Claim, Text

_LONGEST = 3


def claim_teams(text: Text) -> None:
    """Claim runs of names that end or begin with a word for a team."""
    for i in text.live:
        cue = text.words[i].cue
        if cue == "team-end" and text.free(i, i + 1):
            _ending(text, i)
        elif cue == "team-start" and _lone(text, i):
            _starting(text, i)


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
        return claim.label in ("MANUFACTURER", "TEAM") and claim.end - claim.start == 1
    if not word.upper or word.cue or not (word.name_like or word.form.isalnum()):
        return False
    if word.form.isdigit():
        return False
    return not word.ordinary or (
        abs(beside - index) == 1 and bool(word.surnames or word.base_surnames)
        and not text.tags[index - 1].startswith(("ART", "ADJ", "APPRART"))
    )  # fmt: skip


def _enter(text: Text, start: int, end: int) -> None:
    name = text.phrase(start, end)
    text.claim(Claim(start, end, "TEAM", entity_key("TEAM", name), name, "rule"))
