"""The races of an article: those of its text, completed by its title and lead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from spacy.tokens import Doc

from rennbericht.contract.build import RACES


def races_of(docs: Sequence[Doc]) -> list[dict[str, Any]]:
    """Return the races of the text; where it is one, what it leaves open is taken from the others.

    Args:
        docs: the processed strings of an article, the text first.
    """
    races: list[dict[str, Any]] = [dict(race) for race in docs[0].user_data.get(RACES, ())]
    if len(races) > 1:
        return races
    found = races[0] if races else {}
    for doc in docs[1:]:
        for race in doc.user_data.get(RACES, ()):
            for key, value in race.items():
                found.setdefault(key, value)
    return [found] if found.keys() - {"session", "date"} else []
