"""Crews in the bracket behind a car or its number: `der Ferrari mit der 51 (Sauber/Conrad/Hartl)`.

Their names may be words or first names as well; the slashes between them show what they are.
"""

from __future__ import annotations

from ..contract.slug import entity_key
from .measures.sessions import LONGEST_NUMBER
from .nameparts import PARTICLES
from .surnames import fixed_phrase, name_position
from .text import Claim, Text

_VEHICLES = frozenset({"TEAM", "MANUFACTURER", "CAR", "CLASS"})
#: words in the name of one of a crew at most
_LONGEST = 4
_CLOSING = frozenset({")", ";", ","})


def claim_bracketed(text: Text, numbering: frozenset[str]) -> None:
    """Claim the members of crews in brackets, and elsewhere those who are named there.

    Args:
        text: the document.
        numbering: lower-case words before a start number (`nummer`).
    """
    named: dict[str, int] = {}
    for i in range(1, text.size):
        if text.words[i].form == "(" and _behind_car(text, i - 1, numbering):
            members = _members(text, i + 1)
            if len(members) > 1 and any(text.free(*member) for member in members):
                for start, end in members:
                    _enter(text, start, end)
                    if end - start == 1:
                        named[text.words[start].key] = start
    _spread(text, named)


def _spread(text: Text, named: dict[str, int]) -> None:
    """Claim names of a bracket that are words too where names stand: `ehe Mattes ausschied`."""
    for i in text.live if named else ():
        word = text.words[i]
        at = named.get(word.key, named.get(word.base, -1) if word.base else -1)
        if at < 0 or text.owner[i] >= 0 or not word.name_like or word.cue:
            continue
        member = text.at(at)
        if member is None or member.label != "DRIVER" or member.name is None:
            continue
        if name_position(text, i) and not fixed_phrase(text, i):
            text.claim(Claim(i, i + 1, "DRIVER", member.id, member.name, "cue", surname_only=True))


def _behind_car(text: Text, i: int, numbering: frozenset[str]) -> bool:
    """Whether a word ends the name of a car or is a start number."""
    claim = text.at(i)
    if claim is not None:
        return claim.label in _VEHICLES
    figures = text.words[i].form.lstrip("#")
    if not (figures.isdecimal() and len(figures) <= LONGEST_NUMBER):
        return False
    before = text.lower(i - 1)
    return text.words[i].form != figures or before in ("#", "der") or before in numbering


def _members(text: Text, i: int) -> list[tuple[int, int]]:
    """The names joined by slashes that begin at a word and fill the bracket."""
    members: list[tuple[int, int]] = []
    while (end := _member(text, i)) > i:
        members.append((i, end))
        if text.lower(end) != "/":
            return members if text.lower(end) in _CLOSING else []
        i = end + 1
    return []


def _member(text: Text, i: int) -> int:
    end = i
    while end < text.size and end - i < _LONGEST:
        word, claim = text.words[end], text.at(end)
        if claim is not None and claim.label != "DRIVER" and claim.label not in _VEHICLES:
            break
        initial = len(word.form) == 2 and word.form[0].isupper() and word.form[1] == "."
        if not (word.name_like or initial or word.lower in PARTICLES) or word.cue:
            break
        end += 1
    return end


def _enter(text: Text, start: int, end: int) -> None:
    """Claim a member unless a driver is claimed there already, or the make that all drive."""
    claim = text.at(start)
    if claim is not None and claim.label == "DRIVER":
        return
    if claim is not None and not text.words[start].surnames:
        return
    name = text.phrase(start, end)
    if end - start == 1:
        text.claim(Claim(start, end, "DRIVER", None, name, "cue", surname_only=True))
    else:
        text.claim(Claim(start, end, "DRIVER", entity_key("DRIVER", name), name, "cue"))
