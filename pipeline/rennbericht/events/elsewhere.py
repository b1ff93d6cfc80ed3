"""What happened at another meeting: `im Vorjahr`, `zuletzt in Assen`, and all of a preview.

The words for it hold for their clause, and from there for what the sentence goes on with in the
same tense; in a noun phrase (`nach dem Sieg von Jerez`) for that noun alone.
"""

from __future__ import annotations

from typing import Any

from ..clauses.model import Clause
from ..discourse.meetings import Meetings
from ..discourse.reading import Reading
from ..entities.model import Mention
from ..german.dates import days_between
from ..german.numerals import cardinal
from .cues import Cues

#: links along which the time of the matrix clause holds for the clause
CARRIED = frozenset({"coordinated", "controlled", "elided", "subordinate", "relative", "quoted"})
#: prepositions before the track where something happened
AT = frozenset({"in", "im", "auf", "beim", "bei", "am"})
#: prepositions of a track that belongs to the noun before it
OF = frozenset({"von", "vom", "in", "im", "auf", "beim", "am"})
#: prepositions of what lies before: the words in such a phrase date its noun
BEFORE = frozenset({"nach", "seit", "wie", "als"})
#: a preview says so in its title or in so many sentences
OPENING = 3
#: a meeting lasts no longer, and is told of no later
MEETING_DAYS = 7


class Elsewhere:
    """The clauses of a document that tell of another meeting.

    Args:
        reading: the document.
        cues: its cues.
        meetings: its own meetings.
    """

    def __init__(self, reading: Reading, cues: Cues, meetings: Meetings) -> None:
        self.reading = reading
        self.cues = cues
        self.meetings = meetings
        self._known: dict[int, bool] = {}
        self._dates_in: dict[int, dict[int, range]] = {}
        #: words of titles and headings, where an article without a date names its own year
        self.headlines = frozenset(
            word for word, inside in zip(reading.words, reading.headline, strict=True) if inside
        )
        opening = reading.sentences[: OPENING + 1]
        self.preview = bool(opening) and "preview" in cues.at(opening[0][0], opening[-1][1])

    def holds(self, clause: Clause, noun: int) -> bool:
        """Whether an event of the clause is of another meeting.

        Args:
            clause: its clause.
            noun: the noun that anchors it, or -1.
        """
        if noun >= 0 and noun in self._dated(clause):
            return True
        return self._clause(clause)

    def track(self, clause: Clause) -> dict[str, Any] | None:
        """The track of another meeting that the clause or the one it goes on from names."""
        seen: set[int] = set()
        asked = [clause]
        while asked:
            other = asked.pop(0)
            seen.add(other["index"])
            for mention in self.reading.mentions_in(other, "TRACK"):
                if "head" not in mention["parts"]:
                    return {"id": mention["id"], "name": mention["name"] or ""}
            asked += [m for m in self._matrices(other) if m["index"] not in seen]
        return None

    def _clause(self, clause: Clause) -> bool:
        known = self._known.get(clause["index"])
        if known is None:
            self._known[clause["index"]] = False
            known = self._known[clause["index"]] = self._find(clause)
        return known

    def _find(self, clause: Clause) -> bool:
        if "here" in self.cues.of(self.reading, clause):
            return False
        if self.preview and self._past(clause) and clause["mood"] != "subjunctive":
            return True
        if self._said(clause):
            return True
        for matrix in self._matrices(clause):
            if self._clause(matrix) and self._goes_on(clause, matrix):
                return True
        return self._after(clause)

    def _matrices(self, clause: Clause) -> list[Clause]:
        return [
            matrix
            for link in clause["links"]
            if link["kind"] in CARRIED
            and (matrix := self.reading.clauses[link["clause"]])["sentence"] == clause["sentence"]
        ]

    def _goes_on(self, clause: Clause, matrix: Clause) -> bool:
        """Whether a clause tells of the same time: `gewann im Vorjahr und führt nun` does not."""
        if clause["verb"] is None or clause["finite"] < 0:
            return True
        return self._past(clause) and self._past(matrix)

    def _past(self, clause: Clause) -> bool:
        return clause["tense"] == "past" or clause["perfect"]

    def _after(self, clause: Clause) -> bool:
        """Whether the sentence before tells of another meeting and this goes on in pluperfect."""
        if not (clause["perfect"] and clause["tense"] == "past"):
            return False
        before = self.reading.by_sentence.get(clause["sentence"] - 1, ())
        start, _ = self.reading.sentences[clause["sentence"]]
        if "\n" in self.reading.blanks_before(start):
            return False
        return any(self._said(other) and other["kind"] == "main" for other in before)

    def _said(self, clause: Clause) -> bool:
        """Whether the clause's own words say that it was another time or place."""
        dated = {token for tokens in self._dated(clause).values() for token in tokens}
        reading = self.reading
        for token in reading.tokens(clause):
            kind = self.cues.kind(token)
            if kind is None or token in dated or self._apart(clause, token):
                continue
            if kind == "background":
                return True
            if kind == "calendar" and self._ago(token):
                return True
        if not self._past(clause) or clause["modal"] in ("müssen", "sollen", "wollen"):
            return False
        for mention in reading.mentions_in(clause, "TRACK", "DATE"):
            if mention["start"] in dated or self._apart(clause, mention["start"]):
                continue
            if mention["label"] == "DATE" and reading.dates_noun(mention):
                continue
            if mention["label"] == "DATE" and self._earlier(mention):
                return True
            if mention["label"] == "TRACK" and self._foreign(mention, AT):
                return True
        return False

    def _dated(self, clause: Clause) -> dict[int, range]:
        """Nouns with words of their own for another time, and where these stand."""
        known = self._dates_in.get(clause["index"])
        if known is None:
            known = self._dates_in[clause["index"]] = self._find_dated(clause)
        return known

    def _find_dated(self, clause: Clause) -> dict[int, range]:
        found: dict[int, range] = {}
        reading = self.reading
        for phrase in clause["phrases"]:
            head = phrase["head"]
            if reading.tags[head] != "NN":
                continue
            for token in range(head + 1, min(head + 3, len(reading.words))):
                at = reading.mention_at[token]
                mention = reading.mentions[at] if at >= 0 else None
                of = mention is not None and mention["start"] == head + 2
                if of and mention is not None and self._foreign(mention, OF):
                    found[head] = range(mention["start"], mention["end"])
            if phrase["prep"] in BEFORE:
                end = self._dates(head + 1)
                if phrase["start"] == reading.clause_start(clause) < clause["finite"]:
                    # `Nach der Niederlage von Spa vor einer Woche siegte er`
                    end = self._last_date(head + 1, clause["finite"])
                if end > head + 1:
                    found[head] = range(head + 1, end)
        return found

    def _dates(self, token: int) -> int:
        """Where the words for another time end that begin at a token."""
        while token < len(self.reading.words) and self.cues.kind(token) == "background":
            token += 1
        return token

    def _last_date(self, start: int, end: int) -> int:
        """Where the last such word of a stretch ends; its start where there is none."""
        said = [at for at in range(start, end) if self.cues.kind(at) == "background"]
        return said[-1] + 1 if said else start

    def _apart(self, clause: Clause, token: int) -> bool:
        """Whether a word stands in an apposition: `Im Vorjahr noch Zweiter, siegte er diesmal`."""
        finite = clause["finite"]
        return (
            clause["kind"] == "main" and token < finite and "," in self.reading.words[token:finite]
        )

    def _ago(self, token: int) -> bool:
        """`vor drei Jahren`, `drei Jahre zuvor`."""
        words, lower = self.reading.words, self.reading.lower
        counted = cardinal(words[token - 1]) is not None if token else False
        behind = lower[token + 1 : token + 2]
        return counted and (
            lower[token - 2 : token - 1] == ["vor"] or behind in (["zuvor"], ["davor"])
        )

    def _foreign(self, mention: Mention, prepositions: frozenset[str]) -> bool:
        tracks = self.meetings.tracks
        return (
            mention["label"] == "TRACK"
            and "head" not in mention["parts"]
            and bool(tracks)
            and not self.meetings.round_up
            and mention["id"] not in tracks
            and self.reading.preposition(mention) in prepositions
        )

    def _earlier(self, mention: Mention) -> bool:
        """Whether a date lies before the meeting."""
        said = str((mention["value"] or {}).get("date") or "")
        if not said:
            return False
        published = self.reading.published
        if published is None:
            return len(said) == len("2010") and said not in self.headlines
        if len(said) < len(published):
            return said < published[: len(said)]
        return days_between(said, published) > MEETING_DAYS
