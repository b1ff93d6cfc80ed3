"""Places to race at that no list has, by where they stand: `auf dem Köllring`, `DTM Eskilby:`."""

from __future__ import annotations

from ..contract.slug import entity_key
from .model import Source
from .subject import about_racing
from .text import Claim, Text

_RING = "ring"
_SHORTEST_RING = 7
_AT_RING = frozenset({"am", "dem", "den", "der", "vom", "zum", "im", "des"})
_IN = "in"
#: behind these stands a corner, no circuit: `in der Soratte`
_FEMININE = frozenset({"der", "die"})
_ENDS_OF_CORNER = frozenset({"eingangs", "ausgangs"})
#: behind these stands where somebody comes from
_HOME = frozenset({"aus", "bei"})
#: what stands between a series and the place of its race, and behind that
_BETWEEN = frozenset({",", "in", "–", "-"})
_ENDS_HEADING = frozenset({":", "."})
#: what parts a dateline from its article
_BEHIND_DATELINE = frozenset({".", "-", "–", "—", "(", "/", ":"})
#: cue of words for rallies, where somebody is in villages and on stages
_STAGE = "stage"


def claim_places(text: Text) -> None:
    """Claim unknown places of races, and wherever else in the text they are named."""
    found: dict[str, Claim] = {}
    inside: list[int] = []
    corners: list[int] = []
    for i in text.live:
        if not _unknown(text, i):
            continue
        if _corner(text, i):
            corners.append(i)
        elif may_be_track(text, i, i + 1):
            if _ring(text, i) or _heading(text, i):
                claim = enter_track(text, i, i + 1)
                found.setdefault(text.words[i].key, claim)
            elif text.lower(i - 1) == _IN and not _goes_on(text, i + 1):
                inside.append(i)
    if (inside or corners) and about_racing(text, near=True) and not is_rally(text):
        for i in corners:
            _enter_corner(text, i)
        for i in inside:
            found.setdefault(text.words[i].key, enter_track(text, i, i + 1))
    spread(text, found)


def spread(text: Text, found: dict[str, Claim]) -> None:
    """Claim the words that name a place elsewhere in the text."""
    for i in text.live if found else ():
        one = found.get(text.words[i].key)
        if one is not None and one.end - one.start == 1 and may_be_track(text, i, i + 1):
            enter_track(text, i, i + 1)


def may_be_track(text: Text, start: int, end: int) -> bool:
    """Whether words that nobody knows may name a place to race at; a dateline names none."""
    before = text.lower(start - 1)
    if end - start > 2 or not text.free(start, end) or before in _HOME or before in _FEMININE:
        return False
    words = text.words[start:end]
    if not all(word.name_like and not word.cue and not word.surnames for word in words):
        return False
    if words[0].listed or words[-1].listed or words[0].first:
        return False
    behind = text.words[end].form if end < text.size else ""
    if not text.sentence_start(start) or behind not in _BEHIND_DATELINE:
        return True
    return behind == ":" and start == 0


def enter_track(text: Text, start: int, end: int, *, seen: bool = False) -> Claim:
    """Claim words as a track; `seen` by the network, else by rule."""
    name = text.phrase(start, end)
    source: Source = "ner" if seen else "rule"
    return text.claim(Claim(start, end, "TRACK", entity_key("TRACK", name), name, source))


def _unknown(text: Text, i: int) -> bool:
    word = text.words[i]
    return word.name_like and not word.listed and text.owner[i] < 0 and "-" not in word.form


def _goes_on(text: Text, i: int) -> bool:
    """Whether a name may go on with a word."""
    if i >= text.size or text.sentence_start(i):
        return False
    word = text.words[i]
    return word.name_like and not word.ordinary and text.owner[i] < 0


def _corner(text: Text, i: int) -> bool:
    """Whether an unknown word stands as a corner does: `in der Soratte`, `ausgangs Casanova`."""
    word, before = text.words[i], text.lower(i - 1)
    if word.cue or word.first or word.surnames or word.form.isupper() or _goes_on(text, i + 1):
        return False
    if before in _ENDS_OF_CORNER:
        return True
    if before not in _FEMININE or text.lower(i - 2) != _IN:
        return False
    noun_behind = i + 1 < text.size and text.tags[i + 1] == "NN"
    return not (
        noun_behind
        or text.vocabulary.composed(word.form)
        or text.vocabulary.ends_in_noun(word.form)
    )


def _enter_corner(text: Text, i: int) -> None:
    name = text.words[i].form
    text.claim(Claim(i, i + 1, "CORNER", entity_key("CORNER", name), name, "rule"))


def _ring(text: Text, i: int) -> bool:
    word = text.words[i]
    if not word.lower.endswith(_RING) or len(word.form) < _SHORTEST_RING or word.ordinary:
        return False
    return text.sentence_start(i) or text.lower(i - 1) in _AT_RING


def _heading(text: Text, i: int) -> bool:
    """Whether a series stands before a word and a colon behind it: `Superbike-WM, Most:`."""
    if i + 1 >= text.size or text.words[i + 1].form not in _ENDS_HEADING:
        return False
    before = i - 1
    if before >= 0 and text.words[before].form in _BETWEEN:
        before -= 1
    claim = text.at(before)
    if claim is None or claim.label != "SERIES" or "head" in claim.parts:
        return False
    return text.sentence_start(claim.start)


def is_rally(text: Text) -> bool:
    """Whether a text tells of stages: a rally is in villages, on no circuit."""
    return any(text.words[i].cue == _STAGE for i in text.live)
