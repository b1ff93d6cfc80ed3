"""By which words a participant of the gold is meant, as far as its sentence tells.

Gold gives names, not mentions; so this is read from the words: the name where it stands in the
sentence, else the one kind of description that stands there. Where several kinds do, it is left
open; where none does, the participant is understood (a subject told before, a relative pronoun) or
described otherwise.
"""

from __future__ import annotations

import re
from pathlib import Path

from rennbericht.contract.slug import fold
from rennbericht.curation.stats.names import Names, Words, words
from rennbericht.patterns import read_jsonl

KINDS = (
    "name", "surname", "pronoun", "nationality", "origin", "age", "role", "car", "team",
    "several of these", "understood", "not told",
)  # fmt: skip
_AGE = re.compile(r"\d+-?[Jj]ährige[rnms]?$")
_FORMS = ("", "n", "s", "en", "in", "innen")
#: labels of names that stand for whoever drives
_BEARERS = {"CAR": "car", "MANUFACTURER": "car", "TEAM": "team"}
#: stands in sentences of every kind beside its subject
_REFLEXIVE = "sich"
#: how forms begin that are articles too
_ARTICLES = ("der", "die", "das", "dem", "den", "ein", "kein")


class Mentions:
    """The words that stand for people, from a patterns folder."""

    def __init__(self, folder: Path, names: Names) -> None:
        language = folder / "language"
        self._names = names
        self._nouns = {
            form + ending: kind
            for kind, forms in (
                ("role", [r["noun"] for _, r in read_jsonl(language / "role-nouns.jsonl")]),
                ("car", [r["noun"] for _, r in read_jsonl(language / "vehicle-nouns.jsonl")]),
                (
                    "nationality",
                    [n for _, r in read_jsonl(language / "demonyms.jsonl") for n in r["nouns"]],
                ),
            )
            for form in forms
            for ending in _FORMS
        }
        self._inhabitants = tuple(
            r["ending"] for _, r in read_jsonl(language / "inhabitants.jsonl") if "ending" in r
        )
        self._pronouns = {
            r["form"]
            for _, r in read_jsonl(language / "pronouns.jsonl")
            if "form" in r and not r["form"].startswith(_ARTICLES) and r["form"] != _REFLEXIVE
        }

    def kind(self, name: str, sentence: str) -> str:
        """Return by which of `KINDS` a sentence means somebody."""
        line = words(sentence)
        folded = {fold(word).removesuffix("s") for word in line}
        parts = [fold(part).removesuffix("s") for part in words(name)]
        if folded.issuperset(parts):
            return "name" if len(parts) > 1 else "surname"
        if parts and parts[-1] in folded:
            return "surname"
        kinds = self._described(line)
        if not kinds:
            return "understood"
        return kinds.pop() if len(kinds) == 1 else "several of these"

    def _described(self, line: Words) -> set[str]:
        kinds = {_BEARERS[label] for _, _, label in self._names.find(line) if label in _BEARERS}
        for word in line:
            kind = self._nouns.get(word)
            if kind is None and _AGE.search(word):
                kind = "age"
            if kind is None and word[0].isupper() and word.endswith(self._inhabitants):
                kind = "origin"
            if kind is None and word.lower() in self._pronouns:
                kind = "pronoun"
            if kind is not None:
                kinds.add(kind)
        return kinds
