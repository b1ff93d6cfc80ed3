"""Participles before a noun with all that depends on them: `der von Hamilton überholte Vettel`."""

from __future__ import annotations

from .chunk import Chunk
from .nouns import NounReader

#: so many words between a determiner and the participle that it goes with
ATTRIBUTE = 12


class ParticipleReader(NounReader):
    """Reads past what stands between a determiner and a participle."""

    def _phrase(self, i: int) -> tuple[Chunk | None, int]:
        raise NotImplementedError

    def _close(self, i: int) -> int:
        raise NotImplementedError

    def _attribute_begins(self, i: int) -> bool:
        """Whether what stands behind a determiner belongs to a participle before the noun.

        So in `der von Hamilton überholte`, `den klar vor ihm liegenden`, `der sich drehende`.
        """
        code = self._t.code
        while i < self._end and code[i] in "BJG":
            i += 1
        return i < self._end and code[i] in "PuCR"

    def _attribute(self, i: int, inner: list[Chunk]) -> int:
        """Skip a participle's own phrases (`der von Hamilton überholte Vettel`)."""
        code, end = self._t.code, self._end
        last, j, closed = -1, i, i
        while (j := max(j + 1, closed)) < min(closed + ATTRIBUTE, end):
            letter = code[j]
            if letter == "F" and self._t.lower[j].endswith(("te", "ten", "ter", "tes", "ene")):
                # a determiner right before a preposition waits for such a participle
                letter = "A" if j + 1 < end and code[j + 1] in "NEU" else letter
            if letter == "N" and code[j + 1 : j + 2] == ["E"]:
                # die bis dahin Führenden Auer und Rast
                letter = "A" if self._tells_of(j) else letter
            if letter == "N" and last < 0 and code[j - 1] in "NEUBJn)" and self._tells_of(j):
                # der bis dahin Führende
                return self._skip(i, j, inner)
            if (
                letter == "A"
                and (code[j - 1] in "NEUBJCTROn)" or self._t.lower[j - 1] in ("aus", "her"))
                and j + 1 < end
                and code[j + 1] in "NEUA"
            ):
                last = j
            if letter == "(" and self._close(j) > 0:
                # das von Vettel (D) gesteuerte Auto
                closed = self._close(j) + 1
                continue
            if letter == "," and code[j - 1] in "En)" and code[j + 1 : j + 2] == ["E"]:
                # der von A, B und C gefahrene Porsche
                closed = j + 1
                continue
            if letter in 'FVZSIX,;:-"(':
                break
            if last >= 0 and letter != "A":
                break
        if last < 0:
            return i
        code[last] = "A"
        return self._skip(i, last, inner)

    def _tells_of(self, i: int) -> bool:
        """Whether a noun is a participle by its ending: `die bis dahin Führenden`."""
        ends = tuple(self._t.classes["participle-noun-end"])
        return self._t.lower[i].endswith(ends)

    def _skip(self, i: int, last: int, inner: list[Chunk]) -> int:
        """Read the phrases before a participle, which hang on it; where they end."""
        code = self._t.code
        while i < last:
            if code[i] == "(":
                i = max(self._close(i), i) + 1
                continue
            chunk, after = self._phrase(i) if code[i] in "PDACNEUu" else (None, i)
            if chunk is None or after > last:
                i += 1
                continue
            if inner and chunk.prep is None and self._names_both(inner[-1], chunk):
                # der von A, B und C gefahrene Porsche: one phrase
                first = inner[-1]
                begin = self._t.mentions[first.mention]["start"]
                first.names = first.names or [(begin, first.end, first.mention)]
                first.names.append((chunk.start, chunk.end, chunk.mention))
                first.end = chunk.end
            else:
                chunk.of = last
                inner.append(chunk)
            i = after
        return last

    def _names_both(self, first: Chunk, second: Chunk) -> bool:
        """Whether two phrases of an attribute name people, one behind the other."""
        t = self._t
        return all(t.label(one.mention) in ("DRIVER", "PERSON") for one in (first, second))
