"""Nouns for a car or those in it before the names: `das Audi-Duo Mies und Feller`."""

from __future__ import annotations

from .chunk import Chunk
from .tokens import Tokens


def crew_noun(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a word is one for a car or for those in it: `Schwesterauto`, `BMW-Duo`."""
    crew = tuple(tokens.classes["crew-noun"])
    return any(tokens.lower[at].endswith(crew) for at in range(start, end))


def one_crew(tokens: Tokens, chunk: Chunk) -> bool:
    """Whether a phrase begins with a noun for one crew and goes on with a name.

    `das Audi-Duo Christopher Mies` (and whoever follows behind `und`): one subject, a singular.
    """
    name = tokens.mentions[chunk.mention]["start"] if chunk.mention >= 0 else -1
    return (
        chunk.start < name
        and tokens.label(chunk.mention) == "DRIVER"
        and (crew_noun(tokens, chunk.start, name))
    )
