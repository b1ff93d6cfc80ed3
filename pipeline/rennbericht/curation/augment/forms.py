"""Where names stand in a text, whatever their ending, and what stands there instead.

Osswalds Porsche, die Osswald-Crew, OSSWALD  ->  Rees’ Porsche, die Rees-Crew, REES
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_PLAIN = str.maketrans("øØłŁđðıßẞ‑", "oOlLddisS-")
_INITIAL = re.compile(r"(?<!\w)([A-ZÄÖÜ])\. ?$")
_SENTENCE = re.compile(r"(?:^|[\n.!?:…][\"“”«»]?\s+|[\"„“»«])$")
_BEHIND = re.compile(r" (?:(?:van|von|de|der|di|da) )*([^\W\d_])")
#: a name that ends so has its genitive marked by an apostrophe
_HISSING = ("s", "ß", "x", "z", "ce")
_SHORTEST_UPPER = 4


def flat(text: str) -> str:
    """The text without accents, letter for letter, so that offsets hold."""
    if text.isascii():
        return text
    return "".join(unicodedata.normalize("NFKD", c)[0] for c in text.translate(_PLAIN))


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which the text writes a name."""

    old: str
    new: str
    label: str
    #: canonical name of whom or what it stands for
    name: str
    #: first letters of the first names, for `J. Osswald`
    initials: tuple[str, str] = ("", "")
    #: a first name that counts only where no other name follows
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A form found in a text; `end` is behind its genitive -s."""

    start: int
    end: int
    form: Form
    #: the words that are to stand there
    new: str
    #: part of a compound with a hyphen
    compound: bool


class Finder:
    """Finds the forms of names; of two that are written alike the first counts."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._forms: dict[str, Form] = {}
        for form in forms:
            self._forms.setdefault(flat(form.old), form)
        for key, form in list(self._forms.items()):
            if len(key) >= _SHORTEST_UPPER and key.upper() != key:
                self._forms.setdefault(key.upper(), form)
        longest_first = sorted(self._forms, key=lambda key: (-len(key), key))
        words = "|".join(map(re.escape, longest_first)) or r"(?!)"
        self._pattern = re.compile(rf"(?<![^\W_])({words})(s|['’])?(?![^\W_])")

    def hits(self, text: str, barred: Iterable[tuple[int, int]] = ()) -> list[Hit]:
        """The names in a text, in order.

        Args:
            text: the text.
            barred: stretches of other names (`Aston Martin`), in which no part is a name.
        """
        stretches = list(barred)
        found = []
        for match in self._pattern.finditer(flat(text)):
            start, end = match.span()
            form = self._forms[match[1]]
            inside = any(a <= start and end <= b and (a, b) != (start, end) for a, b in stretches)
            if inside or (form.alone and _goes_on(text, end)):
                continue
            found.append(_hit(text, match, form))
        return found


def _goes_on(text: str, end: int) -> bool:
    """Whether another name follows (`Jonas Becker`, `Jonas van Becker`)."""
    behind = _BEHIND.match(text, end)
    return behind is not None and behind[1].isupper()


def _hit(text: str, match: re.Match[str], form: Form) -> Hit:
    start, end = match.span()
    new = form.new
    initial = _INITIAL.search(text[max(0, start - 4) : start])
    compound = text[end : end + 1] == "-" or text[start - 1 : start] == "-"
    if initial and initial[1] == form.initials[0]:
        at = start - len(initial[0])
        new = form.initials[1] + text[at + 1 : start] + new
        start = at
    if compound and len(new.split()) > 1 and len(form.old.split()) < len(new.split()):
        new = new.split()[-1]  # `der Heijden-Porsche`
    if match[1].isupper() and not form.old.isupper():
        new = new.upper()
    elif new[:1].islower() and _SENTENCE.search(text[max(0, start - 4) : start]):
        new = new[0].upper() + new[1:]
    return Hit(start, end, form, new + _ending(new, match[2] or ""), compound)


def _ending(new: str, ending: str) -> str:
    """The genitive of the new name where the old one bore one."""
    if not ending:
        return ""
    if new.lower().endswith(_HISSING):
        return "’"
    return "S" if new.isupper() else "s"


class Shift:
    """A text in which some stretches were replaced, and where its old places are now."""

    def __init__(self, text: str, hits: list[Hit]) -> None:
        self._hits = hits
        parts, at = [], 0
        self._starts: list[int] = []
        length = 0
        for hit in hits:
            parts += [text[at : hit.start], hit.new]
            length += hit.start - at
            self._starts.append(length)
            length += len(hit.new)
            at = hit.end
        self.text = "".join([*parts, text[at:]])

    def place(self, old: int, *, end: bool = False) -> int:
        """Where an old offset is now; one inside a replaced name is at its edge."""
        moved = old
        for hit, start in zip(self._hits, self._starts, strict=True):
            if old <= hit.start:
                break
            if old < hit.end:
                return start + (len(hit.new) if end else 0)
            moved = old + start + len(hit.new) - hit.end
        return moved

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where an old stretch is now."""
        return self.place(start), self.place(end, end=True)
