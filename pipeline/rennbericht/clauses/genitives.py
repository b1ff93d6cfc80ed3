"""Genitives behind a noun, told by their form."""

from __future__ import annotations

from .agreement import NOMINATIVE
from .chunk import Chunk
from .group import cases_of
from .kinds import CREWED, NAMED
from .tokens import MEASURES, Tokens

#: behind a genitive of a name in -s
_APOSTROPHES = frozenset({"'", "’", "`", "´"})
#: who or what takes part in a race
_ACTING = NAMED | CREWED


def maybe_genitive(tokens: Tokens, chunk: Chunk, host: Chunk) -> bool:
    """`im Auto der Polesitter`, `dem Tempo der Ducati`: nominative or genitive, but `in dem`."""
    if (
        host.mention >= 0
        or tokens.code[host.head] in "XO"
        or (host.prep is None and (bool(host.mask & NOMINATIVE) or chunk.mention < 0))
        or tokens.tags[host.end - 1] == "CARD"
        or tokens.tags[chunk.start] not in ("ART", "PIAT")
    ):
        return False
    cases = cases_of(chunk.mask)
    genitive = bool(cases & 0b1000) and bool(cases & 0b0001) and not cases & 0b0010
    return genitive and not _of_moment(tokens, chunk, host)


def _of_moment(tokens: Tokens, chunk: Chunk, host: Chunk) -> bool:
    """`Die Spitze übernahm nach dem Start der Audi`, `am Samstag der Polesitter Lux`: no owner."""
    lemma = tokens.lemmas[host.head].lower()
    moment = lemma in tokens.classes["time-noun"] or lemma in tokens.classes["halfway-noun"]
    return moment and tokens.label(chunk.mention) in _ACTING


def is_genitive(tokens: Tokens, chunk: Chunk, person: bool) -> bool:
    """Whether a bare phrase behind another, a person or not, depends on it as a genitive."""
    cases = cases_of(chunk.mask)
    if cases == 0b1000:
        return True
    if tokens.words[chunk.end - 1] in _APOSTROPHES and tokens.tags[chunk.start - 1] == "NN":
        # nach einem Fehler Norris'
        return True
    if cases == 0b1100:
        # der, einer: dative or genitive; behind a common noun the latter
        return not person and chunk.kind == "np"
    if chunk.mention < 0 or chunk.end - chunk.start > 3 or person or not cases & 0b1000:
        # den HWA-Mercedes: the article is no genitive, whatever the noun ends in
        return False
    mention = tokens.mentions[chunk.mention]
    last = tokens.words[chunk.head]
    name = mention["name"]
    if mention["label"] in MEASURES or last[-1:] != "s" or not name:
        return False
    return name.split()[-1].lower() != last.lower()
