"""Unknown surnames by their company: crews, brackets, cue words, lists of drivers."""

from __future__ import annotations

from .text import Claim, Text

_VEHICLES = ("TEAM", "MANUFACTURER", "CAR")
#: how often names found in lists may lead on to their neighbours
_ROUNDS = 8
_LISTING = (",", "und", "sowie")


def claim_company(text: Text) -> None:
    """Claim single unknown capitalised words where their neighbours show them to be drivers.

    `Stolz/Tweraser`, `Wedekind (Porsche)`, `Pilot Delacroix`, `vor Vettel, Neumann und Alonso`.
    What is found once is claimed wherever the word stands.
    """
    found: dict[str, str] = {}
    for i in text.live:
        if _unknown(text, i) and (_crew(text, i) or _bracket(text, i) or _cued(text, i)):
            _enter(text, i, found)
    for _ in range(_ROUNDS):
        again = False
        for i in text.live:
            if _unknown(text, i) and _listed_with_driver(text, i):
                _enter(text, i, found)
                again = True
        if not again:
            break
    if not found:
        return
    for i in text.live:
        word = text.words[i]
        if _unknown(text, i) and (word.key in found or (word.base and word.base in found)):
            _enter(text, i, found)


def _unknown(text: Text, i: int) -> bool:
    word = text.words[i]
    return (
        word.name_like
        and not word.listed
        and text.owner[i] < 0
        and not word.cue
        and len(word.form) > 2
        and not word.form.isupper()
        and not (word.first and not _slash(text, i))
        and (i + 1 >= text.size or not text.words[i + 1].name_like or text.words[i + 1].listed
             or text.owner[i + 1] >= 0)
        and "-" not in word.form
    )  # fmt: skip


def _slash(text: Text, i: int) -> bool:
    return text.lower(i - 1) == "/" or text.lower(i + 1) == "/"


def _crew(text: Text, i: int) -> bool:
    for beside, far in ((i - 1, i - 2), (i + 1, i + 2)):
        if 0 <= far < text.size and text.words[beside].form == "/":
            other = text.at(far)
            if other is not None:
                return other.label == "DRIVER"
            word = text.words[far]
            if word.name_like and not word.listed and not word.cue:
                return True
    return False


def _bracket(text: Text, i: int) -> bool:
    if i + 2 >= text.size or text.words[i + 1].form != "(":
        return False
    claim = text.at(i + 2)
    return claim is not None and claim.label in _VEHICLES


def _cued(text: Text, i: int) -> bool:
    return i > 0 and text.words[i - 1].cue == "driver"


def _listed_with_driver(text: Text, i: int) -> bool:
    for beside, far in ((i - 1, i - 2), (i + 1, i + 2)):
        if text.lower(beside) in _LISTING:
            other = text.at(far)
            if other is not None and other.label == "DRIVER":
                # a clause may end at the comma: only a list that goes on counts
                return text.lower(beside) != "," or _goes_on(text, i, beside)
    return False


def _goes_on(text: Text, i: int, comma: int) -> bool:
    after = text.lower(i + 1) if comma < i else text.lower(comma)
    if comma < i:
        return after in (*_LISTING, "(") and (after != "," or text.lower(i + 3) in _LISTING)
    return text.lower(i - 1) in ("vor", "hinter", ",")


def _enter(text: Text, i: int, found: dict[str, str]) -> None:
    word = text.words[i]
    name = word.form
    if word.base is not None and (word.base in found or word.base in text.name_keys):
        name = found.get(word.base, name[:-1])
    found.setdefault(word.key, name)
    text.claim(Claim(i, i + 1, "DRIVER", None, name, "cue", surname_only=True))
