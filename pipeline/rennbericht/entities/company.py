"""Unknown surnames by their company: crews, brackets, cue words, lists of drivers."""

from __future__ import annotations

from ..german.lexicon import lexicon
from ..german.ordinals import ordinal
from .crews import crew_members
from .lone import surname_start
from .subject import about_racing
from .text import Claim, Text

_VEHICLES = ("TEAM", "MANUFACTURER", "CAR")
#: how often names found in lists may lead on to their neighbours
_ROUNDS = 8
_LISTING = (",", "und", "sowie")
_BEFORE_MORE = (*_LISTING, "(")
#: members of the shortest row of drivers that shows a word in it to be one
_ROW = 3


def claim_company(text: Text) -> None:
    """Claim single unknown capitalised words where their neighbours show them to be drivers.

    `Stolz/Tweraser`, `Wedekind (Porsche)`, `Pilot Delacroix`, `vor Vettel, Neumann und Alonso`.
    What is found once is claimed wherever the word stands.
    """
    found: dict[str, str] = {}
    racing = about_racing(text, near=True)
    for i in crew_members(text, racing):
        _enter(text, i, found)
    for i in text.named:
        if _unknown(text, i) and (_bracket(text, i) or text.behind_cue(i)):
            _enter(text, i, found)
    for _ in range(_ROUNDS):
        again = False
        for i in text.named:
            if _unknown(text, i) and _listed_with_driver(text, i):
                _enter(text, i, found)
                again = True
        if not again:
            break
    _claim_rows(text, found)
    if not found:
        return
    for i in text.named:
        word = text.words[i]
        if _unknown(text, i) and (word.key in found or (word.base and word.base in found)):
            _enter(text, i, found)


def _claim_rows(text: Text, found: dict[str, str]) -> None:
    """Claim what else stands in a row of drivers: `Menzel, Collard und Riegel`, words or not."""
    i = 0
    while i < text.size:
        if text.owner[i] < 0 and not text.words[i].name_like:
            i += 1
            continue
        if text.owner[i] < 0 and text.lower(i + 1) not in _LISTING:
            # most words: no row goes on so
            i += 1
            continue
        row = _row(text, i)
        i = row[-1][1] if row else i + 1
        drivers = sum(1 for start, _ in row if _driver(text, start))
        if len(row) < _ROW or drivers < 2:
            continue
        for start, end in row:
            if text.owner[start] < 0 and end - start == 1 and not _counted(text, start):
                found.setdefault(text.words[start].key, text.words[start].form)
                text.claim(
                    Claim(start, end, "DRIVER", None, text.words[start].form, "cue",
                          surname_only=True)
                )  # fmt: skip


def _counted(text: Text, i: int) -> bool:
    """Whether a number stands before a noun: `verlor zwei Positionen, Ocon und Hadjar gingen`.

    But `auf den Rängen vier bis sechs Bastos, Ocon und Hadjar`.
    """
    noun = i > 0 and "NN" in lexicon().tags(text.words[i].form)
    return noun and "CARD" in lexicon().tags(text.lower(i - 1))


def _row(text: Text, i: int) -> list[tuple[int, int]]:
    """The members of a row of names, the last behind `und`, that begins with a word."""
    row: list[tuple[int, int]] = []
    while (end := _member(text, i)) is not None:
        row.append((i, end))
        mark = text.lower(end)
        if mark not in _LISTING:
            return []
        i = end + 1
        if mark != ",":
            last = _member(text, i)
            return [*row, (i, last)] if last is not None and not _names_on(text, last) else []
    return []


def _member(text: Text, i: int) -> int | None:
    """The end of a driver or of a lone word that may be one."""
    if i >= text.size:
        return None
    claim = text.at(i)
    if claim is not None:
        return claim.end if claim.label == "DRIVER" and claim.start == i else None
    word = text.words[i]
    fits = word.name_like and not word.cue and not word.form.isupper() and "-" not in word.form
    # `wurde Achter, Gasly und Alonso schieden aus`: no row begins with a place
    return i + 1 if fits and len(word.form) > 2 and ordinal(word.form) is None else None


def _names_on(text: Text, i: int) -> bool:
    return i < text.size and (text.words[i].upper or text.owner[i] >= 0)


def _driver(text: Text, i: int) -> bool:
    claim = text.at(i)
    return claim is not None and claim.label == "DRIVER"


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


def _bracket(text: Text, i: int) -> bool:
    if i + 2 >= text.size or text.words[i + 1].form != "(":
        return False
    claim = text.at(i + 2)
    return claim is not None and claim.label in _VEHICLES


def _listed_with_driver(text: Text, i: int) -> bool:
    for beside, far in ((i - 1, i - 2), (i + 1, i + 2)):
        if text.lower(beside) in _LISTING:
            other = text.at(far)
            if other is not None and other.label == "DRIVER" and not _cause(text, i):
                # a clause may end at the comma: only a list that goes on counts
                return text.lower(beside) != "," or _goes_on(text, i, beside)
    return False


def _cause(text: Text, i: int) -> bool:
    """Whether a compound tells why: `A mit Motorschaden und B nach einem Dreher`."""
    vocabulary = text.vocabulary
    causes = vocabulary.cues.classes["cause-preposition"]
    return text.lower(i - 1) in causes and vocabulary.composed(text.words[i].form)


def _goes_on(text: Text, i: int, comma: int) -> bool:
    after = text.lower(i + 1) if comma < i else text.lower(comma)
    if comma < i:
        return after in _BEFORE_MORE and (after != "," or text.lower(i + 3) in _LISTING)
    return text.lower(i - 1) in ("vor", "hinter", ",")


def _enter(text: Text, i: int, found: dict[str, str]) -> None:
    word = text.words[i]
    name = word.form
    if word.base is not None and (word.base in found or word.base in text.name_keys):
        name = found.get(word.base, name[:-1])
    found.setdefault(word.key, name)
    start = surname_start(text, i)
    name = f"{text.phrase(start, i)} {name}" if start < i else name
    text.claim(Claim(start, i + 1, "DRIVER", None, name, "cue", surname_only=True))
