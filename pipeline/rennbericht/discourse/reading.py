"""A document as the event walk reads it: tokens, clauses, mentions and zones side by side."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Mapping
from typing import Any

from spacy.tokens import Doc

from rennbericht.contract.build import SOURCE_TEXT

from ..clauses.model import CLAUSES, Clause, Phrase
from ..columns import (
    lemmas_of,
    lower_of,
    offsets_of,
    release,
    sentences_of,
    tags_of,
    text_of,
    words_of,
)
from ..entities.model import MENTIONS, Mention
from .attribute_words import inner_tokens

#: zones that are read past: they give no events and name nobody for later
SILENT_ZONES = frozenset({"caption", "credit", "byline", "link_list", "result_table"})
#: zones whose names count, but which only repeat what the body tells
HEADLINES = frozenset({"title", "heading"})
#: prepositions before a session that is over or still to come
BEYOND = frozenset({"nach", "vor", "vorm"})

#: zones that only date what stands behind them: `Runde 12:`
LABELS = frozenset({"ticker"})


class Reading:
    """Plain lists over one Doc, so that the walk never touches spaCy objects twice."""

    def __init__(self, doc: Doc, classes: Mapping[str, frozenset[str]]) -> None:
        """Read a document off.

        Args:
            doc: its clauses and mentions are known.
            classes: lower-case words by class, which all who read it go by.
        """
        self.doc = doc
        self.classes = classes
        self._read_columns(doc)
        self._read_annotations(doc)
        self._open_caches()

    def _read_columns(self, doc: Doc) -> None:
        """Take over text, words, tags, lemmas and sentences, then let go of the tokens."""
        self.text: str = doc.user_data.get(SOURCE_TEXT) or text_of(doc)
        #: date of the article, ISO 8601, where it is known
        self.published: str | None = doc.user_data.get("rennbericht_published")
        self.words = words_of(doc)
        self.lemmas = [
            lemma or word for lemma, word in zip(lemmas_of(doc), self.words, strict=True)
        ]
        self.tags = tags_of(doc)
        self.start_char = offsets_of(doc)
        self.lower = lower_of(doc)
        self.lemmas_lower = [lemma.lower() for lemma in self.lemmas]
        #: all of these, to see at once that a word stands nowhere
        self.lemma_set = frozenset(self.lemmas_lower)
        #: the places that somebody comes from (`aus Steinheim`), and that of the dateline
        self.homes = {self.words[token] for token in self._behind("aus")}
        self.homes.update(self.words[:1])
        self.end_char = [
            start + len(word) for start, word in zip(self.start_char, self.words, strict=True)
        ]
        #: figures with a full stop (`1.`), which may be places
        self.figures = [
            token
            for token, word in enumerate(self.words)
            if word[-1] == "." and word[:-1].isdigit()
        ]
        #: brackets that open
        self._brackets = [token for token, word in enumerate(self.words) if word == "("]
        self.sentences = sentences_of(doc)
        release(doc)
        self._sentence_starts = [start for start, _ in self.sentences]

    def _behind(self, word: str) -> list[int]:
        """The tokens behind each place of a word."""
        return [token for token, before in enumerate(self.lower[:-1], 1) if before == word]

    def _read_annotations(self, doc: Doc) -> None:
        """Take over clauses, mentions and zones."""
        size = len(self.words)
        self.clauses: list[Clause] = doc.user_data.get(CLAUSES, [])
        self.by_sentence: dict[int, list[Clause]] = {}
        for clause in self.clauses:
            self.by_sentence.setdefault(clause["sentence"], []).append(clause)
            if clause["kind"] == "relative":
                self._retag(clause)
        self.mentions: list[Mention] = doc.user_data.get(MENTIONS, [])
        self.mention_at = [-1] * size
        for index, mention in enumerate(self.mentions):
            for token in range(mention["start"], mention["end"]):
                self.mention_at[token] = index
        self.table = self._inside(frozenset({"result_table"}), size)
        self.silent = self._inside(SILENT_ZONES, size)
        self.headline = self._inside(HEADLINES, size)
        self.label = self._inside(LABELS, size)

    def _open_caches(self) -> None:
        """Room for what is found out once and asked often."""
        self._blanks: dict[int, str] = {}
        self._clause_mentions: dict[int, list[Mention]] = {}
        self._clause_words: dict[int, frozenset[str]] = {}
        #: what others have found out of a clause, by its index: its subject, whether it may hold a
        #: rank, its ranks by slots
        self.subjects: dict[int, Any] = {}
        self.ranked: dict[int, bool] = {}
        self.ranks: dict[tuple[int, tuple[str, ...]], Any] = {}
        #: of a sentence, by its index: figures that count on, clauses that tie somebody
        self.counted_on: dict[int, list[tuple[int, int]]] = {}
        self.telling: dict[int, Any] = {}
        #: of a clause, by its index: the cars that it says its subject has, the car told of before
        self.own_cars: dict[int, list[Mention]] = {}
        self.cars_before: dict[int, list[Mention]] = {}
        #: of a mention, by its first token: crews of its sentence and their ties, keys of a
        #: vehicle, whether a name makes its bearer the one whom the surname means
        self.crews: dict[int, Any] = {}
        self.vehicle_keys: dict[int, list[str]] = {}
        self.bearers: dict[int, bool] = {}
        #: quotations, and how many words stand before each token, where somebody has asked
        self.quotations: list[tuple[int, int]] | None = None
        self.counted: list[int] | None = None
        #: words and lemmas of its prose
        self.topic_words: set[str] | None = None

    def _retag(self, clause: Clause) -> None:
        """Tag the pronoun of a relative clause as one: `Piastri, der Leclerc überholt hatte`."""
        for phrase in clause["phrases"]:
            head = phrase["head"]
            if phrase["kind"] == "pronoun" and self.tags[head] in ("ART", "PDS"):
                if phrase["start"] == clause["spans"][0][0]:
                    self.tags[head] = "PRELS"
                return

    def _inside(self, kinds: frozenset[str], size: int) -> list[bool]:
        inside = [False] * size
        for zone in self.doc.user_data.get("rennbericht_zones", []):
            if zone["kind"] in kinds:
                for token in range(zone["start"], min(zone["end"], size)):
                    inside[token] = True
        return inside

    def chars(self, start: int, end: int) -> tuple[int, int]:
        """Character offsets of a token span."""
        return self.start_char[start], self.end_char[end - 1]

    def span_text(self, start: int, end: int) -> str:
        """The text of a token span."""
        a, b = self.chars(start, end)
        return self.text[a:b]

    def blanks_before(self, token: int) -> str:
        """The blanks and line ends around the border before a token; they may be tokens too."""
        found = self._blanks.get(token)
        if found is None:
            found = self._blanks[token] = self._find_blanks(token)
        return found

    def _find_blanks(self, token: int) -> str:
        first = last = token
        while first > 0 and self.words[first - 1].isspace():
            first -= 1
        while last < len(self.words) - 1 and self.words[last].isspace():
            last += 1
        return self.text[self.end_char[first - 1] if first else 0 : self.start_char[last]]

    def sentence_of(self, token: int) -> int:
        """Index of the sentence that a token stands in."""
        return bisect_right(self._sentence_starts, token) - 1

    def tokens(self, clause: Clause) -> Iterator[int]:
        """The clause's own tokens, inner clauses taken out."""
        for start, end in clause["spans"]:
            yield from range(start, end)

    def figures_in(self, start: int, end: int) -> list[int]:
        """The figures with a full stop in a token span."""
        figures = self.figures
        return figures[bisect_left(figures, start) : bisect_left(figures, end)] if figures else []

    def has_bracket(self, start: int, end: int) -> bool:
        """Whether a bracket opens in a token span."""
        at = bisect_left(self._brackets, start)
        return at < len(self._brackets) and self._brackets[at] < end

    def clause_start(self, clause: Clause) -> int:
        """First token of the clause."""
        return clause["spans"][0][0] if clause["spans"] else 0

    def preposition(self, mention: Mention) -> str:
        """The preposition before a mention (`nach dem verpatzten Qualifying`), or nothing."""
        opening = self.sentences[self.sentence_of(mention["start"])][0]
        for token in range(mention["start"] - 1, max(opening, mention["start"] - 4) - 1, -1):
            if self.tags[token].startswith("APPR"):
                # `bis zur letzten Runde`
                before = self.lower[token - 1] if token else ""
                return before if before == "bis" else self.lower[token]
            if self.tags[token].startswith(("V", "$")):
                break
        return ""

    def beyond(self, mention: Mention) -> bool:
        """Whether a session only gives the time: `nach dem verpatzten Qualifying`, `vor dem`."""
        return self.preposition(mention) in BEYOND

    def dates_noun(self, mention: Mention) -> bool:
        """Whether a year tells of the noun before it, no time: `der Champion von 2023`."""
        year = len(str((mention["value"] or {}).get("date") or "")) == len("2023")
        return mention["label"] == "DATE" and year and self.preposition(mention) == "von"

    def label_at(self, token: int) -> str:
        """The label of the entity that a token belongs to, or the empty string.

        The empty string too before the first token and behind the last one.
        """
        at = self.mention_at[token] if 0 <= token < len(self.mention_at) else -1
        return self.mentions[at]["label"] if at >= 0 else ""

    def mention_of(self, phrase: Phrase) -> Mention | None:
        """The entity in the phrase's first conjunct, or None."""
        for member in phrase["members"]:
            if member["mention"] >= 0:
                return self.mentions[member["mention"]]
        return None

    def clause_mentions(self, clause: Clause) -> list[Mention]:
        """All mentions inside the clause's own spans, in text order."""
        found = self._clause_mentions.get(clause["index"])
        if found is None:
            seen: dict[int, None] = {}
            for start, end in clause["spans"]:
                seen.update(dict.fromkeys(self.mention_at[start:end]))
            seen.pop(-1, None)
            found = [self.mentions[index] for index in seen]
            self._clause_mentions[clause["index"]] = found
        return found

    def mentions_in(self, clause: Clause, *labels: str) -> list[Mention]:
        """Mentions of the given labels inside the clause's own spans."""
        return [m for m in self.clause_mentions(clause) if m["label"] in labels]

    def mentions_between(self, start: int, end: int, labels: Container[str]) -> list[Mention]:
        """Mentions of the given labels that begin, end or lie between two tokens, in text order."""
        seen = dict.fromkeys(at for at in self.mention_at[start:end] if at >= 0)
        return [m for at in seen if (m := self.mentions[at])["label"] in labels]

    def clause_words(self, clause: Clause) -> frozenset[str]:
        """Lower-case lemmas and forms of the clause's own tokens, labels of its mentions."""
        found = self._clause_words.get(clause["index"])
        if found is None:
            words: set[str] = set()
            inner = inner_tokens(self.clauses, clause)
            for start, end in clause["spans"]:
                for token in range(start, end):
                    if token not in inner:
                        words.update((self.lemmas_lower[token], self.lower[token]))
            words.update(
                m["label"] for m in self.clause_mentions(clause) if m["start"] not in inner
            )
            if clause["verb"] is not None:
                # `schied aus`: in one word
                words.add(clause["verb"].lower())
            if self._explains(clause):
                words |= self.clause_words(self.clauses[clause["index"] - 1])
            conjunct = self.elided_from(clause)
            if conjunct is not None:
                # `machte erst mit A kurzen Prozess, dann mit B`; labels are its own
                words.update(w for w in self.clause_words(conjunct) if not w.isupper())
            found = self._clause_words[clause["index"]] = frozenset(words)
        return found

    def counted_from(self, clause: Clause) -> set[str]:
        """The nouns that only a time of the clause is counted from: `zehn Minuten vor dem Ende`."""
        lasts = [
            mention["end"] - 1
            for mention in self.clause_mentions(clause)
            if (value := mention["value"] or {}).get("anchor") == "end" or "from_end" in value
        ]
        others = {self.lower[token] for token in self.tokens(clause) if token not in lasts}
        return {word for t in lasts for word in (self.lower[t], self.lemmas_lower[t])} - others

    def elided_from(self, clause: Clause) -> Clause | None:
        """The conjunct of which a clause says anew only a part: `A überholte B, später auch C`."""
        for link in clause["links"]:
            if link["kind"] == "elided":
                return self.clauses[link["clause"]]
        return None

    def _explains(self, clause: Clause) -> bool:
        """Whether a lone noun behind a colon says why: `musste aufgeben: Kupplung`."""
        if clause["verb"] is not None or len(clause["phrases"]) != 1 or not clause["index"]:
            return False
        phrase, before = clause["phrases"][0], self.clauses[clause["index"] - 1]
        alone = phrase["kind"] == "np" and len(phrase["members"]) == 1
        behind = phrase["start"] > 0 and self.lower[phrase["start"] - 1] == ":"
        return alone and behind and before["sentence"] == clause["sentence"]
