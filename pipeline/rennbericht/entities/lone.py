"""Surnames that stand alone and nobody knows, by their place in the sentences of a race report."""

from __future__ import annotations

import re

from .model import Source
from .nameparts import PARTICLES
from .subject import about_racing
from .text import Claim, Text

#: before these words a word is a noun
_NOUN_BEFORE = ("ART", "APPRART", "ADJA", "PPOSAT", "PDAT", "PIAT", "PWAT", "PRELAT", "CARD", "FM")
#: behind these stand places
_LOCATIVE = frozenset({"in", "aus", "bei", "nach", "zu", "über", "um", "ab", "bis", "per", "unter"})
#: behind these stands anything
_OPEN = frozenset("(/&–-:\"„“”»«'‚‘")
_LISTING = frozenset({",", "und", "sowie", "oder"})
_NAME_TAGS = frozenset({"NE", "NN", "FM", "XY"})
_AGE = re.compile(r"[1-7]\d")
_NATION = re.compile(r"[A-Z]{1,3}")
#: particles that are no German words
_FOREIGN = PARTICLES - {"von", "vom", "der", "den", "zu", "du", "la", "los", "el", "al"}
#: letters that German words have as well
_GERMAN = str.maketrans("äöüÄÖÜß", "aouAOUs")
_SHORTEST = 4
_SOURCE: Source = "rule"


def claim_lone(text: Text) -> None:
    """Claim unknown words that stand bare where a text about racing has its drivers.

    `Vor Petersmann lag Ouattara`, `Den Sieg sicherte sich Rzepczyński`. A word that stands behind
    an article or `in` anywhere in the text is a thing or a place and is left alone.
    """
    _claim_short_teams(text)
    candidates = [i for i in text.live if _candidate(text, i)]
    if not candidates or not about_racing(text):
        return
    barred: set[str] = set()
    bare: dict[str, list[int]] = {}
    for i in candidates:
        key = _name_key(text, i)
        stands_bare = _bare(text, i)
        if stands_bare is False:
            barred.add(key)
        bare.setdefault(key, [])
        if stands_bare:
            bare[key].append(i)
    for i in candidates:
        key = _name_key(text, i)
        if bare[key] and key not in barred:
            start = surname_start(text, i)
            name = text.phrase(start, i + 1)
            name = name[:-1] if key != text.words[i].key else name
            text.claim(Claim(start, i + 1, "DRIVER", None, name, _SOURCE, surname_only=True))


def _claim_short_teams(text: Text) -> None:
    """Claim the first word of a team's name that stands alone: `Brinkmann` of a Motorsport."""
    teams: dict[str, Claim] = {}
    for claim in text.standing():
        word = text.words[claim.start]
        shaped = claim.label == "TEAM" and claim.source == "rule" and claim.end - claim.start > 1
        if shaped and not (word.ordinary or word.cue or word.first):
            teams.setdefault(word.key, claim)
    for i in text.live if teams else ():
        word = text.words[i]
        team = teams.get(word.key) or (teams.get(word.base) if word.base else None)
        if team is not None and text.owner[i] < 0 and word.name_like:
            text.claim(Claim(i, i + 1, "TEAM", team.id, team.name, "rule"))


def _candidate(text: Text, i: int) -> bool:
    word = text.words[i]
    if (
        not word.name_like
        or word.listed
        or word.cue
        or word.first
        or "-" in word.form
        or len(word.form) < _SHORTEST
        or word.form.isupper()
        or text.owner[i] >= 0
        or text.tags[i] not in _NAME_TAGS
    ):
        return False
    return text.vocabulary.surname_like(word.form)


def _name_key(text: Text, i: int) -> str:
    """The key of the name: without its genitive -s before a noun or where the text has it so."""
    word = text.words[i]
    if word.base is None:
        return word.key
    owned = i + 1 < text.size and text.tags[i + 1] in ("NN", "NE") and text.words[i + 1].upper
    return word.base if owned or word.base in text.name_keys else word.key


def _row_of_names(text: Text, i: int) -> bool | None:
    """Whether a row that a word goes on is of names, not `in Drebach, Griesbach und Gelenau`."""
    at = i - 1
    if text.lower(at) == "," and text.tags[i + 1 : i + 2] and _finite(text.tags[i + 1]):
        return True  # a clause begins
    while at > 0 and text.lower(at) in _LISTING:
        word, claim = text.words[at - 1], text.at(at - 1)
        if claim is not None:
            if claim.label in ("TRACK", "CORNER"):
                return False
            at = claim.start - 1
        elif word.name_like and not word.ordinary:
            at -= 2
        else:
            # `Schotter, Kuppen, Menschenmassen`; another clause may end here as well
            return None if word.upper else True
    return text.lower(at) not in _LOCATIVE


def surname_start(text: Text, i: int) -> int:
    """Where a surname begins: at its particle (`van Oosterhuysen`), where it has one."""
    while i > 0 and text.owner[i - 1] < 0 and text.words[i - 1].form in _FOREIGN:
        i -= 1
    return i


def _bare(text: Text, i: int) -> bool | None:
    """Whether a word stands as a driver's name does, False as a thing or place, None open."""
    word, tag = text.words[i], text.tags[i]
    if bracketed(text, i):
        return True
    after = text.words[i + 1] if i + 1 < text.size else None
    if after is not None and (_unknown_name(text, i + 1) or after.form in _FOREIGN):
        return None  # a name of several words
    noun_behind = (
        after is not None and after.upper and not after.cue and text.tags[i + 1] in ("NN", "NE")
    )
    if noun_behind and _name_key(text, i) == word.key:
        return None
    if tag != "NE" and _noun_like(text, i):
        return None
    start = surname_start(text, i)
    if start == 0 or text.sentence_start(start):
        return _before_clause(text, i)
    before, tag_before = text.words[start - 1], text.tags[start - 1]
    if start < i and before.form == "/":
        return True
    if tag_before.startswith(_NOUN_BEFORE):
        return False
    if before.form.lower() in _LOCATIVE:
        # `nach Quartucciolos Ausfall` is no place
        return _name_key(text, i) != word.key
    if tag_before.startswith(("N", "FM", "XY", "TRUNC")) or before.form in _OPEN:
        return None
    if before.form.lower() == "seit":
        return None  # `der erste Sieg seit Oschersleben`
    if tag_before == "APPR" and text.lower(i + 1) in ("der", "des"):
        return None  # `auf Geheiß der Rennleitung`
    if before.form.lower() == "von" and start > 1 and text.tags[start - 2] == "NN":
        return None  # `der Sieg von Raabe`, `die Spitzkehre von Gelenau`
    return _row_of_names(text, start) if before.form.lower() in _LISTING else True


def _unknown_name(text: Text, i: int) -> bool:
    word = text.words[i]
    if not word.name_like or word.listed or word.cue or text.owner[i] >= 0:
        return False
    return not text.vocabulary.composed(word.form)


def _noun_like(text: Text, i: int) -> bool:
    """Whether a word that is tagged a noun ends as nouns do, or in a whole one (`Turboschaden`)."""
    form, vocabulary = text.words[i].form, text.vocabulary
    if not form.translate(_GERMAN).isascii():
        return False
    folded = text.words[i].key
    if folded.endswith(vocabulary.cues.surname_ends):
        return False
    return folded.endswith(vocabulary.cues.noun_ends) or vocabulary.ends_in_noun(form)


def _finite(tag: str) -> bool:
    return tag in ("VVFIN", "VAFIN", "VMFIN")


def _before_clause(text: Text, i: int) -> bool | None:
    """At the start of a sentence a name is followed by a verb, a list or a preposition."""
    if i + 1 >= text.size:
        return None
    tag = text.tags[i + 1]
    if _finite(tag) or tag == "APPR" or text.lower(i + 1) in (",", "und"):
        return True
    return True if _name_key(text, i) != text.words[i].key else None


def bracketed(text: Text, i: int) -> bool:
    """Whether age, nation or gap stand in brackets behind a word: `(23, Köln)`, `(J)`, `(+3,4)`."""
    if i + 3 >= text.size or text.words[i + 1].form != "(":
        return False
    first, second = text.words[i + 2].form, text.words[i + 3].form
    if first.startswith("+"):
        return True
    closes = second.startswith((")", ","))
    return closes and bool(_AGE.fullmatch(first) or _NATION.fullmatch(first))
