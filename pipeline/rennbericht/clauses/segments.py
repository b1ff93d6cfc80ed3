"""Segments: a sentence cut at its commas, conjunctions and subordinators."""

from __future__ import annotations

from ..german.lexicon import lexicon
from .chunk import Item, can_be_subject
from .draft import Draft
from .tokens import Tokens
from .words import Words


class Segment:
    """Items between two boundaries; `comma` and `kon` tell what stands before it."""

    __slots__ = ("comma", "finite", "items", "kon", "lead", "particle", "verbs", "zu")

    def __init__(self, comma: bool, kon: int) -> None:
        self.comma = comma
        self.kon = kon
        self.items: list[Item] = []
        #: position in `items` of the finite verb, -1 without
        self.finite = -1
        self.verbs = 0
        self.zu = False
        self.particle = False
        #: position of a subordinator, -1 without
        self.lead = -1


def _cut(segments: list[Segment], now: Segment, comma: bool = False, kon: int = -1) -> Segment:
    """Close a segment and open the next."""
    segments.append(now)
    return Segment(comma, kon)


def _last(items: list[Item], position: int) -> bool:
    """Whether a boundary follows."""
    return position + 1 == len(items) or items[position + 1][0] in ",K-"


class Segmenter:
    """Cuts items into segments."""

    _t: Tokens

    def __init__(self, words: Words) -> None:
        self._words = words
        self._lexicon = lexicon()

    def _segments(self, items: list[Item]) -> list[Segment]:
        segments: list[Segment] = []
        now = Segment(False, -1)
        for position, item in enumerate(items):
            letter = item[0]
            if letter in ",-K":
                now = self._at_mark(segments, now, item)
                continue
            if letter in "SI" or letter == "x":
                if now.items and (now.finite >= 0 or (now.lead < 0 and not self._leads_in(now))):
                    now = _cut(segments, now)
                if now.lead < 0:
                    now.lead = len(now.items)
            elif letter == "w":
                if now.lead < 0 and self._asks_indirectly(items, position, now, segments):
                    now.lead = len(now.items)
            elif letter == "F":
                if now.finite >= 0 and self._is_nonfinite(now, item[1], _last(items, position)):
                    letter, item = "V", ("V", item[1], None)
                else:
                    now = self._at_finite(segments, now, item[1])
            if letter == "V":
                if self._t.tags[item[1]] == "VVIZU" or (now.items and now.items[-1][0] == "Z"):
                    now = self._part_infinitive(segments, now)
                    now.zu = True
                now.verbs += 1
            elif letter == "T":
                if now.zu and now.items[-1][0] == "V" and self._ends(items, position + 1):
                    # lässt zu wünschen übrig: an infinitive has its own particle in front
                    now = _cut(segments, now)
                now.particle = True
            now.items.append(item)
        if now.items or now.kon >= 0:
            segments.append(now)
        return segments

    def _at_mark(self, segments: list[Segment], now: Segment, item: Item) -> Segment:
        """The segment behind a comma, a dash or a conjunction."""
        if item[0] == "K":
            if not now.items:
                now.kon = item[1]
            elif self._t.lower[item[1]] not in ("aber", "doch", "jedoch", "denn"):
                return _cut(segments, now, kon=item[1])
        elif now.items:
            return _cut(segments, now, comma=True)
        else:
            now.comma = True
        return now

    def _at_finite(self, segments: list[Segment], now: Segment, token: int) -> Segment:
        """The segment of a finite verb: a clause has only one, and nothing cut off before it."""
        if now.finite >= 0:
            now = _cut(segments, now)
        elif not segments and self._set_before(now, token):
            now = _cut(segments, now, comma=True)
        now.finite = len(now.items)
        return now

    def _set_before(self, now: Segment, finite: int) -> bool:
        """Whether a participle fills the prefield: `Von Platz sieben gestartet zog er vorbei`.

        Before an auxiliary it rather belongs to that (`Gewonnen hat Vettel`).
        """
        t = self._t
        if now.verbs != 1 or now.lead >= 0 or now.kon >= 0 or t.tags[finite] != "VVFIN":
            return False
        letter, token, _chunk = now.items[-1]
        return letter == "V" and t.tags[token] == "VVPP" and len(now.items) > 1

    @staticmethod
    def _ends(items: list[Item], position: int) -> bool:
        """Whether no verb stands at a place, so that what is before it closes its clause."""
        return position == len(items) or items[position][0] not in "FV"

    @staticmethod
    def _before_infinitive(segments: list[Segment], position: int) -> bool:
        """Whether a verbless segment begins a list that ends in a zu-infinitive.

        So in `versuchte, A, B und C zu überholen`.
        """
        if segments[position].verbs or segments[position].kon >= 0:
            return False
        for segment in segments[position:]:
            if segment.finite >= 0 or segment.lead >= 0 or segment.particle:
                return False
            if segment.verbs:
                return segment.zu and segment.kon >= 0
        return False

    def _part_infinitive(self, segments: list[Segment], now: Segment) -> Segment:
        """Part a zu-infinitive that no comma parts from its verb-second clause.

        Of the phrases between the two verbs the last bare one goes with the infinitive, where
        another is left for the finite verb (`weigerte sich das Team einen Wagen einzusetzen`).
        """
        t = self._t
        if now.finite < 0 or now.lead >= 0 or now.verbs:
            return now
        finite = now.items[now.finite][1]
        if t.tags[finite] != "VVFIN" or t.lemmas[finite].lower() in self._words.verbs["coherent"]:
            return now
        end = len(now.items)
        if end and now.items[-1][0] == "Z":
            end -= 1
        bare = [
            i
            for i in range(now.finite + 1, end)
            if (chunk := now.items[i][2]) is not None and chunk.kind in ("np", "pronoun")
        ]
        start = bare[-1] if len(bare) > 1 or (bare and now.finite > 0) else end
        if start <= now.finite:
            return now
        inner = Segment(True, -1)
        inner.items = [item for item in now.items[start:] if item[0] != "T"]
        now.items[start:] = [item for item in now.items[start:] if item[0] == "T"]
        segments.append(now)
        return inner

    def _leads_in(self, segment: Segment) -> bool:
        """Whether what stands before a subordinator belongs to it (`erst als`, `kurz bevor`)."""
        return len(segment.items) <= 2 and all(
            letter == "G"
            or (letter == "c" and chunk is not None and chunk.kind in ("adverb", "adjective"))
            for letter, _token, chunk in segment.items
        )

    def _asks_indirectly(
        self, items: list[Item], position: int, now: Segment, segments: list[Segment]
    ) -> bool:
        """Whether an interrogative opens a verb-final clause here."""
        if now.items and not self._leads_in(now):
            return False
        if position + 1 < len(items) and items[position + 1][0] == "F":
            return position + 2 < len(items) and items[position + 2][0] in ",K"
        return now.comma or bool(segments) or any(item[0] == "," for item in items[position + 1 :])

    def _is_nonfinite(self, now: Segment, token: int, last: bool) -> bool:
        """Whether a second verb tagged finite must be the right bracket of the first."""
        first = now.items[now.finite][1]
        tag = self._t.tags[first]
        if now.verbs or not last or tag == "VVFIN" or now.finite == len(now.items) - 1:
            return False
        form = self._t.lower[token]
        return form.endswith("n") if tag == "VMFIN" else form.endswith(("n", "t"))

    def _made_participle(self, top: Draft, segment: Segment) -> bool:
        """Whether a last verb tagged finite is a participle under the auxiliary before; mended.

        `A wurde der Sieg aberkannt, B nachträglich zum Sieger erklärt`.
        """
        t = self._t
        if not top.verbs or top.final or top.finite < 0 or t.tags[top.finite] != "VAFIN":
            return False
        if segment.finite != len(segment.items) - 1 or segment.finite < 2 or segment.lead >= 0:
            return False
        token = segment.items[segment.finite][1]
        if t.tags[token] != "VVFIN" or "VVPP" not in self._lexicon.tags(t.lower[token]):
            return False
        t.tags[token] = "VVPP"
        return True

    def _waits(self, draft: Draft) -> bool:
        """Whether a verb-second clause still lacks its right bracket."""
        if draft.finite < 0 or draft.verbs or draft.final:
            return False
        return self._t.tags[draft.finite] in ("VMFIN", "VAFIN")

    def _alike(self, first: Draft, segment: Segment) -> bool:
        """Whether a segment's last verb has the form of a clause's last verb."""
        last = [token for letter, token, _c in segment.items if letter == "V"][-1]
        tags = self._t.tags
        return tags[last][-3:] == tags[first.verbs[-1]][-3:] and segment.items[0][0] != "V"

    def _reports(self, segment: Segment) -> bool:
        """Whether a segment is `klagte Glock`: a verb of saying and right behind it who."""
        if segment.finite != 0 or len(segment.items) < 2:
            return False
        chunk = segment.items[1][2]
        lemma = self._t.lemmas[segment.items[0][1]].lower()
        return lemma in self._words.verbs["speech"] and can_be_subject(chunk)

    def _ends_with_verb(self, segment: Segment) -> bool:
        """Verb-final order: nothing but prepositional phrases follows the finite verb."""
        after = segment.items[segment.finite + 1 :]
        if segment.finite == 0:
            return not after
        return all(
            letter == "c" and chunk is not None and chunk.kind == "pp"
            for letter, _t, chunk in after
        )
