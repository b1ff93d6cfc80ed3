"""A Doc as measured expressions are looked for in it: words without blanks, side by side."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc

from ...columns import blank_words_of, tags_of, text_of, words_of
from ..model import Mention
from .vocabulary import Vocabulary

#: stands between zones; no expression reaches over it
WALL = "\n"
#: stands in words where they may be parted
SOFT_HYPHEN = "\u00ad"
_ENDS = frozenset({".", "!", "?", ":", "…", WALL, "-", "–", "—", "+", "*", "•", "|"})
_OPENINGS = frozenset({"„", "“", '"', "»", "«", "(", "'", "‚", "["})


class Stream:
    """Plain lists over the Doc's words, and what matchers need to know of it."""

    def __init__(self, doc: Doc, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.cues = vocabulary.cues
        self.published: str | None = doc.user_data.get("rennbericht_published")
        walls = {
            zone["start"]
            for zone in doc.user_data.get("rennbericht_zones", ())
            if zone["kind"] != "quotation"
        }
        forms, given = words_of(doc), tags_of(doc)
        size = len(forms)
        self.words: list[str] = []
        self.tags: list[str] = []
        #: token index of each word
        self.tokens: list[int] = []
        blanks = set(blank_words_of(doc))
        at = 0
        for index in sorted(blanks | walls):
            self._take(forms, given, at, index)
            at = index + (index in blanks)
            if index < size and (index in walls or (not walls and forms[index].count("\n") > 1)):
                self._wall(index)
        self._take(forms, given, at, size)
        if SOFT_HYPHEN in text_of(doc):
            self.words = [word.replace(SOFT_HYPHEN, "") for word in self.words]
        # Two walls behind the last word, so that a matcher may look ahead without a check.
        self._wall(size)
        self._wall(size)
        #: no expression begins before this position: what lies there is taken
        self.taken = 0
        #: the place told last and the position of its first word: `Auf diesem Rang blieb er`
        self.place: tuple[int, int] | None = None
        self._numbers: frozenset[str] | None = None

    @property
    def numbers(self) -> frozenset[str]:
        """The start numbers that the text calls so somewhere: `#31`, `die Nummer 31`."""
        if self._numbers is not None:
            return self._numbers
        cues, words = self.cues["number"], self.words
        behind = (words[at + 1] for at, word in enumerate(words) if word in cues or word == "#")
        told = (word[1:] for word in words if word[:1] == "#" and len(word) > 1)
        self._numbers = frozenset(word.rstrip(".") for word in (*behind, *told))
        return self._numbers

    def _take(self, forms: list[str], tags: list[str], start: int, end: int) -> None:
        """Add tokens that are words."""
        self.words += forms[start:end]
        self.tags += tags[start:end]
        self.tokens += range(start, min(end, len(forms)))

    def _wall(self, token: int) -> None:
        self.words.append(WALL)
        self.tags.append("")
        self.tokens.append(token)

    def word(self, position: int) -> str:
        """The word at a position; a wall outside the text."""
        return self.words[position] if 0 <= position < len(self.words) else WALL

    def tag(self, position: int) -> str:
        """The tag at a position, "" outside the text or on an untagged Doc."""
        return self.tags[position] if 0 <= position < len(self.tags) else ""

    def is_cue(self, position: int, cue: str) -> bool:
        """Whether the word there is one of a set of cues."""
        return self.word(position) in self.cues[cue]

    def opens_sentence(self, position: int) -> bool:
        """Whether the word there is written with a capital in any case."""
        before = self.word(position - 1)
        if before in _OPENINGS:
            before = self.word(position - 2)
        return before in _ENDS or (before.endswith(".") and len(before) > 1)

    def before(self, position: int) -> int:
        """Position of the word before, words like `gut`, `knapp`, `nur` passed over."""
        position -= 1
        while self.word(position) in self.cues["approximate"]:
            position -= 1
        return position

    def is_capital(self, position: int) -> bool:
        """Whether a capitalised word stands there."""
        word = self.word(position)
        return word[:1].isupper() and len(word) > 1

    def measures(self, end: int) -> bool:
        """Whether an amount that ends there measures a noun: `nach sechs Runden Gegenwehr`."""
        return self.tag(end) == "NN" and self.is_capital(end)

    def mention(
        self,
        start: int,
        end: int,
        label: str,
        value: dict[str, Any] | None,
        normalised: int | float | None = None,
    ) -> Mention:
        """A mention over the words from start to end, exclusive."""
        if label == "POSITION" and value is not None and "position" in value:
            self.place = value["position"], start
        return {
            "start": self.tokens[start],
            "end": self.tokens[end - 1] + 1,
            "label": label,
            "id": None,
            "name": None,
            "candidates": [],
            "readings": [],
            "surname_only": False,
            "source": "rule",
            "line": None,
            "normalised": normalised,
            "value": value,
            "parts": {},
        }
