"""Names folded for comparison and for ids."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rennbericht.bounds import KEPT_WORDS

_OTHER = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=KEPT_WORDS)
def fold(name: str) -> str:
    """Return `name` without case and diacritics: NFKD, marks dropped, ß to ss, lower case."""
    if name.isascii():
        return name.lower()
    decomposed = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return plain.replace("ß", "ss").replace("ẞ", "ss").lower()


@lru_cache(maxsize=KEPT_WORDS)
def slug(name: str) -> str:
    """Return `name` as it stands in ids: folded, every run of other characters one `-`."""
    return _OTHER.sub("-", fold(name)).strip("-")


@lru_cache(maxsize=KEPT_WORDS)
def names_agree(one: str, other: str) -> bool:
    """Return whether two names agree: equal when folded, or one the end of the other.

    A surname alone agrees with a full name that ends in it (`van Overbeek`,
    `Johannes van Overbeek`).
    """
    left, right = fold(one).split(), fold(other).split()
    if len(left) > len(right):
        left, right = right, left
    return bool(left) and right[-len(left) :] == left


def entity_key(label: str, name: str) -> str:
    """Return the id of an entity that no gazetteer lists: `driver:nico-hulkenberg`."""
    return f"{label.lower()}:{slug(name)}"
