"""Words that tell the status of what a clause says, its time, its session: where they stand."""

from __future__ import annotations

from ..clauses.model import Clause
from ..discourse.reading import Reading
from ..discourse.vocabulary import Vocabulary

#: verbs by whose subjunctive `beinahe` counts as said of them
SUBJUNCTIVE = frozenset({"hätte", "hätten", "wäre", "wären"})
#: labels of what `fast eine Minute` measures
MEASURED = frozenset({"GAP", "TIME", "LAP", "CLOCK"})

_NO_KINDS: frozenset[str] = frozenset()


class Cues:
    """The cues of one document by token, found in one scan."""

    def __init__(self, reading: Reading, vocabulary: Vocabulary) -> None:
        self.words, self._cues = vocabulary.words, vocabulary.cues
        self._kinds: dict[int, str] = {}
        self._of: dict[int, frozenset[str]] = {}
        self._at: dict[tuple[int, int], frozenset[str]] = {}
        starts = vocabulary.cue_starts
        lower, lemmas = reading.lower, reading.lemmas_lower
        for token, (word, lemma) in enumerate(zip(lower, lemmas, strict=True)):
            if word not in starts and lemma not in starts and "-" not in word:
                continue
            forms = [word] if lemma == word else [word, lemma]
            if "-" in word:
                forms.append(word.rsplit("-", 1)[1])
            if reading.label_at(token) == "DRIVER" or (
                "-" in word and self._of_class(reading, token)
            ):
                # `Rang drei ging an Lange`: a name
                continue
            for form in forms:
                for cue in starts.get(form, ()):
                    end = token + len(cue)
                    if len(cue) == 1 or tuple(lower[token + 1 : end]) == cue[1:]:
                        of_verb = reading.tags[token][:2] == "VV"
                        if end < len(lower) and not of_verb and self._measures(reading, cue, end):
                            break
                        for inside in range(token, end):
                            self._kinds.setdefault(inside, vocabulary.cues[cue])
                        break

    def _of_class(self, reading: Reading, token: int) -> bool:
        """Whether `die Am-Wertung` is a class of the race, no table: nobody counts points.

        `die GT3-Meisterschaft` is one of a season by its head.
        """
        at = reading.mention_at[token]
        if at < 0 or reading.mentions[at]["label"] != "CLASS":
            return False
        if reading.lower[token].rsplit("-", 1)[1] in self.words["season-noun"]:
            return False
        start, end = reading.sentences[reading.sentence_of(token)]
        counted = self.words["point-noun"] | self.words["season-noun"]
        return counted.isdisjoint(reading.lemmas_lower[start:end])

    def _measures(self, reading: Reading, cue: tuple[str, ...], behind: int) -> bool:
        """Whether a one-word cue (`fast`) belongs to a figure behind it, not to the verb."""
        if len(cue) != 1:
            return False
        end = reading.sentences[reading.sentence_of(behind)][1]
        if reading.label_at(behind) in MEASURED:
            # `fast eine Minute vor A und B`
            return True
        if reading.tags[behind - 1] == "NN" and reading.label_at(behind) == "POSITION":
            # `in der Startaufstellung Fünfter`: no noun says how far a place holds
            return False
        if reading.tags[behind] == "ADJD" and SUBJUNCTIVE & set(reading.lower[behind:end]):
            # `die sich beinahe gegenseitig abgeräumt hätten`
            return False
        if reading.tags[behind] in ("APPR", "APPRART", "ART"):
            # `beinahe über die gesamte Distanz`
            return not self.words["whole-adjective"].isdisjoint(
                reading.lemmas_lower[behind + 1 : behind + 3]
            )
        return reading.tags[behind] in ("CARD", "PIAT", "PIS", "ADJA", "ADJD")

    def leave_out(self, spans: list[tuple[int, int]]) -> None:
        """Forget the cues of stretches that tell of something else."""
        for start, end in spans:
            for token in range(start, end):
                self._kinds.pop(token, None)

    def of(self, reading: Reading, clause: Clause) -> frozenset[str]:
        """The kinds of cues in the clause's own tokens."""
        if not self._kinds:
            return _NO_KINDS
        found = self._of.get(clause["index"])
        if found is None:
            kinds = self._kinds
            tokens = (t for start, end in clause["spans"] for t in range(start, end) if t in kinds)
            found = self._of[clause["index"]] = frozenset(
                kinds[token]
                for token in tokens
                # `lag nach einem misslungenen Start auf Rang neun`: only the start was tried
                if kinds[token] != "attempt"
                or not (reading.tags[token] == "ADJA" or _before(clause, token))
                if kinds[token] != "running" or not _set_off(reading, token)
            )
        return found

    def kind(self, token: int) -> str | None:
        """The kind of cue that a token belongs to, or None."""
        return self._kinds.get(token)

    def of_verb(self, verb: str | None) -> frozenset[str]:
        """The kind of cue that a verb is with its particle: `lehnte es ab`."""
        kind = self._cues.get((verb,)) if verb is not None else None
        return frozenset((kind,)) if kind is not None else _NO_KINDS

    def count(self, kind: str) -> int:
        """How many tokens of the document bear a cue of a kind."""
        return sum(found == kind for found in self._kinds.values())

    def at(self, start: int, end: int) -> frozenset[str]:
        """The kinds of cues in a token span."""
        if (found := self._at.get((start, end))) is None:
            kinds = self._kinds
            found = frozenset(kinds[token] for token in range(start, end) if token in kinds)
            self._at[start, end] = found
        return found


def _set_off(reading: Reading, token: int) -> bool:
    """Whether a word is told by the way: `Vettel, auf frischen Reifen unterwegs, wurde Dritter`."""
    start, end = reading.sentences[reading.sentence_of(token)]
    opening, closing = token, token
    while opening > start and reading.words[opening] != ",":
        opening -= 1
    while closing < end - 1 and reading.words[closing] not in (",", "."):
        closing += 1
    between = range(opening + 1, closing)
    if opening == start or reading.label_at(opening - 1) != "DRIVER":
        return False
    return not any(
        reading.tags[at][:1] == "V" or reading.label_at(at) == "POSITION" for at in between
    )


def _before(clause: Clause, token: int) -> bool:
    """Whether what was tried is over: `ging nach mehreren Versuchen vorbei`."""
    return any(p["prep"] == "nach" and p["head"] == token for p in clause["phrases"])
