"""Corners without a line of their own: `Kurve 3`, `T3`, `erste Schikane`, `Pons-Kurve`."""

from __future__ import annotations

import re

from ..contract.slug import slug
from ..german.numerals import cardinal
from ..german.ordinals import ordinal
from .choice import Setting
from .compounds import Compounds
from .text import Claim, Text

_SHORT = re.compile(r"t(\d{1,2})")
_NUMBER = re.compile(r"(\d{1,2})")
_KURVE = "kurve"
_FROM_END = {1: "letzte", 2: "vorletzte", 3: "drittletzte"}
_DETERMINERS = ("ART", "APPRART", "PPOSAT", "PDAT", "ADJA")
#: a corner in the shape of the letter: `im Schöller-S`
_LETTER = re.compile(r"[A-ZÄÖÜ][\w'’-]*[a-zäöüß]-S")
_NEUTER = frozenset({"das", "im", "des", "dem", "vom", "zum", "am"})
#: claims that a word may have lost to: a corner called after a driver or a team
_YIELD = ("DRIVER", "TEAM", "PERSON")


def claim_unnamed_corners(text: Text, setting: Setting) -> None:
    """Claim numbered corners and common nouns for one.

    The only track of the text goes into their ids.
    """
    track = next(iter(setting.tracks)).partition(":")[2] + "-" if len(setting.tracks) == 1 else ""
    numbered = text.vocabulary.cues.classes["numbered-corner"]
    for i in text.live:
        if text.owner[i] >= 0:
            continue
        word = text.words[i]
        short = _SHORT.fullmatch(word.key) if word.key[-1:].isdigit() else None
        if short:
            _enter(text, i, i + 1, f"Kurve {int(short[1])}", track)
        elif word.key in numbered:
            _numbered(text, i, track) or _called(text, i, track)
        elif word.cue.startswith("corner") and (word.cue == "corner" or _determined(text, i)):
            _kind(text, i, track)


def claim_shaped_corners(text: Text, compounds: Compounds) -> None:
    """Claim names joined to a kind of corner: `Pons-Kurve`, `Dry-Sack-Haarnadel`, `Senna-S`."""
    for i in text.live:
        form = text.words[i].form
        if "-" not in form:
            continue
        head, _, _ = form.rpartition("-")
        if text.owner[i] >= 0 or len(head) < 2 or not head[0].isupper():
            continue
        if len(compounds.parts(form)) == 1:
            continue  # listed as a whole
        letter = _LETTER.fullmatch(form) and text.lower(i - 1) in _NEUTER
        if letter or text.words[i].cue == "corner-end":
            name = form if letter else _noun(text, form)
            _enter(text, i, i + 1, name, "")


def _determined(text: Text, i: int) -> bool:
    return i > 0 and text.tags[i - 1].startswith(_DETERMINERS)


def _kind(text: Text, i: int, track: str) -> None:
    """Claim a kind alone, with the adjective that tells which is meant: `der ersten Schikane`."""
    noun = _noun(text, text.words[i].form)
    which = _which(text, i)
    name = f"{which} {noun}" if which else noun
    claim = _enter(text, i - bool(which), i + 1, name, track)
    if not text.words[i].cue.endswith("-end"):
        claim.parts["head"] = noun


def _noun(text: Text, form: str) -> str:
    """The noun in the nominative: `Zielgerade` of `Zielgeraden`."""
    lemma = text.vocabulary.lexicon.lemma(form, "NN")
    if lemma is None and form.endswith(("geraden", "Geraden")):
        return form[:-1]
    return lemma or form


def _which(text: Text, i: int) -> str:
    """The adjective before a corner that tells which it is; empty where there is none."""
    if i == 0 or text.owner[i - 1] >= 0:
        return ""
    lower = text.lower(i - 1)
    number = ordinal(lower)
    if number is None:
        stem = re.sub(r"e[nrms]?$", "", lower)
        which = text.vocabulary.cues.classes["which-corner"]
        return f"{stem}e" if stem in which and stem != lower else ""
    if number.kind != "plain":
        return ""
    return _FROM_END.get(number.number, "") if number.from_end else lower.rstrip("nrms")


def _numbered(text: Text, i: int, track: str) -> bool:
    """Claim `Kurve 3`, `dritte Kurve`, `letzte Kurve`."""
    which = ordinal(text.lower(i - 1)) if i and text.owner[i - 1] < 0 else None
    noun = text.words[i].key in text.vocabulary.cues.classes["counted-corner"]
    counted = which is not None and noun
    number = _number(text.words[i + 1].form) if i + 1 < text.size and not counted else 0
    if number:
        _enter(text, i, i + 2, f"Kurve {number}", track)
        return True
    if not noun:
        return False
    if which is not None and not which.from_end:
        _enter(text, i - 1, i + 1, f"Kurve {which.number}", track)
        return True
    name = _which(text, i)
    if name:
        _enter(text, i - 1, i + 1, f"{name} Kurve", track)
    return bool(name)


def _called(text: Text, i: int, track: str) -> bool:
    """Claim a corner with its name behind it: `in der Kurve Aspar`."""
    if text.words[i].key != _KURVE or not _determined(text, i) or i + 1 >= text.size:
        return False
    word, owner = text.words[i + 1], text.at(i + 1)
    free = owner is None or (owner.label in _YIELD and owner.end - owner.start == 1)
    if not free or not word.name_like or word.ordinary or word.cue:
        return False
    if owner is not None and owner.label == "DRIVER" and not _place_before(text, i):
        # `überholte in der Kurve Hamilton` stays open
        return False
    _enter(text, i, i + 2, f"Kurve {word.form}", track)
    return True


def _place_before(text: Text, i: int) -> bool:
    return text.lower(i - 2) in ("in", "vor", "nach", "eingangs", "ausgangs")


def _number(form: str) -> int:
    digits = _NUMBER.fullmatch(form.rstrip("."))
    if digits:
        return int(digits[1])
    if form.startswith("ein") and form != "eins":
        return 0  # `in der Kurve ein`
    return int(cardinal(form) or 0)


def _enter(text: Text, start: int, end: int, name: str, track: str) -> Claim:
    return text.claim(Claim(start, end, "CORNER", f"corner:{track}{slug(name)}", name, "rule"))
