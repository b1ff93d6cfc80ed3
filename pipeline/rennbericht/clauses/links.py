"""Ties between clauses: matrix, antecedent, controller, conjunct, speaker."""

from __future__ import annotations

from .draft import Draft
from .group import Group
from .kinds import NAMED
from .model import Clause, LinkKind, Phrase
from .tokens import MEASURES, Tokens
from .words import Words


class Linker:
    """Writes `links` into the clauses of a sentence."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def link(
        self,
        tokens: Tokens,
        drafts: list[Draft],
        clauses: list[Clause],
        grouped: list[list[Group]],
        first_index: int,
    ) -> None:
        """Link the clauses of one sentence; drafts, clauses and groups go side by side.

        Args:
            tokens: the document.
            drafts: how the clauses were cut.
            clauses: the same in the form of the model; their links are written in place.
            grouped: the phrases of each.
            first_index: index of the first of them in the document.
        """
        self._t = tokens
        for draft, clause in zip(drafts, clauses, strict=True):
            if draft.elided is not None:
                source = clauses[draft.elided.index - first_index]
                own = clause["subject"] >= 0
                _add(clause, "elided", draft.elided, -1 if own else source["subject"])
            elif draft.before is not None:
                _add(clause, "coordinated", draft.before, self._shared(draft, clauses, first_index))
            matrix = draft.matrix
            if matrix is not None and matrix.index >= 0:
                outer = clauses[matrix.index - first_index]
                if draft.kind == "relative":
                    where = _index_of(draft, grouped[matrix.index - first_index])
                    _add(clause, "relative", matrix, where)
                    self._narrow(clause, draft, outer, where)
                elif draft.kind in ("infinitive", "participle"):
                    _add(clause, "controlled", matrix, self._controller(draft, clause, outer))
                elif draft.kind == "subordinate":
                    _add(clause, "subordinate", matrix, -1)
            if draft.speech_of is not None and draft.speech_of.index >= 0:
                _add(clause, "quoted", draft.speech_of, -1)

    @staticmethod
    def _shared(draft: Draft, clauses: list[Clause], first_index: int) -> int:
        """The earlier conjunct's subject, where this one has none of its own."""
        if draft.index >= 0 and clauses[draft.index - first_index]["subject"] >= 0:
            return -1
        assert draft.before is not None
        if draft.before.index < first_index:
            return -1
        return clauses[draft.before.index - first_index]["subject"]

    @staticmethod
    def _narrow(clause: Clause, draft: Draft, outer: Clause, where: int) -> None:
        """A relative pronoun has gender and number of its antecedent."""
        if where < 0 or draft.relative is None:
            return
        antecedent = outer["phrases"][where]
        for phrase in clause["phrases"]:
            if phrase["head"] == draft.relative.head and phrase["kind"] in ("pronoun", "pp"):
                phrase["number"] = phrase["number"] or antecedent["number"]
                phrase["gender"] = phrase["gender"] or antecedent["gender"]

    def _controller(self, draft: Draft, clause: Clause, outer: Clause) -> int:
        """Index of the matrix phrase that is the infinitive's subject, or -1."""
        verb = outer["verb"]
        if draft.kind == "infinitive":
            # `nutzte einen Fehler von B, um ihn zu überholen`: not B
            owner = self._owner(draft, outer) if clause["introducer"] is None else -1
            if owner >= 0:
                return owner
            subject = outer["phrases"][outer["subject"]] if outer["subject"] >= 0 else None
            named = subject is not None and self._named(subject)
            noun = not named and subject is not None and subject["kind"] != "pronoun"
            if noun and subject is not None and subject["end"] == _begin(draft):
                # Der Versuch, A zu überholen, kostete B drei Plätze
                return self._concerned(outer)
            if self._words.is_a(verb, "control-dative"):
                for phrase in outer["phrases"]:
                    if phrase["prep"] == "für" and phrase["attribute_of"] < 0:
                        return outer["phrases"].index(phrase)
                if named and self._expletive(outer) not in (-1, outer["subject"]):
                    return outer["subject"]
                found = self._object(outer, "d")
                if found >= 0:
                    return found
            elif self._words.is_a(verb, "control-accusative") and not outer["passive"]:
                found = self._object(outer, "a")
                if found >= 0:
                    return found
        return outer["subject"]

    def _owner(self, draft: Draft, outer: Clause) -> int:
        """Who tries, where an infinitive tells what: `beim Versuch Rossis, vorbeizugehen`."""
        begin = _begin(draft)
        for index, phrase in enumerate(outer["phrases"]):
            owned = phrase["case"] == "g" or phrase["prep"] == "von"
            near = begin in (phrase["end"], phrase["attribute_of"] + 1)
            if owned and near and phrase["attribute_of"] >= 0 and self._named(phrase):
                return index
        return -1

    def _concerned(self, outer: Clause) -> int:
        """Whom the noun with the infinitive does good or harm, else the subject."""
        for index, phrase in enumerate(outer["phrases"]):
            bare = phrase["prep"] in (None, "für") and phrase["attribute_of"] < 0
            somebody = self._named(phrase) or self._t.tags[phrase["head"]] == "PPER"
            if bare and somebody and index != outer["subject"]:
                return index
        return outer["subject"]

    def _named(self, phrase: Phrase) -> bool:
        mention = phrase["members"][0]["mention"] if phrase["members"] else -1
        return self._t.label(mention) in NAMED

    def _expletive(self, outer: Clause) -> int:
        """The `es` that stands for the infinitive: `Es gelang Rossi, ihn zu überholen`; or -1."""
        for index, phrase in enumerate(outer["phrases"]):
            if phrase["kind"] == "pronoun" and self._t.lower[phrase["head"]] == "es":
                return index
        return -1

    def _object(self, outer: Clause, case: str) -> int:
        """The person in the given case beside the subject; unambiguous case first."""
        best = -1
        for index, phrase in enumerate(outer["phrases"]):
            if index == outer["subject"] or not self._is_object(phrase):
                continue
            if phrase["case"] == case:
                return index
            if best < 0 and (not phrase["case"] or case in phrase["case"]):
                best = index
        return best

    def _is_object(self, phrase: Phrase) -> bool:
        if phrase["prep"] is not None or phrase["attribute_of"] >= 0:
            return False
        if phrase["kind"] not in ("np", "pronoun"):
            return False
        mention = phrase["members"][0]["mention"] if phrase["members"] else -1
        return mention < 0 or self._t.mentions[mention]["label"] not in MEASURES


def _begin(draft: Draft) -> int:
    """Token of the comma before a clause."""
    return draft.items[0][1] - 1


def _add(clause: Clause, kind: LinkKind, other: Draft, phrase: int) -> None:
    clause["links"].append({"kind": kind, "clause": other.index, "phrase": phrase})


def _index_of(draft: Draft, groups: list[Group]) -> int:
    for group in groups:
        for chunk in group.chunks:
            if chunk is draft.antecedent:
                return group.index
    return -1


def first_with_subject(draft: Draft, clauses: list[Clause], first_index: int) -> Draft:
    """Of verb-final conjuncts the one that has the subject: `der bremste, ihn traf und ausfiel`."""
    while draft.final and draft.before is not None and draft.before.index >= first_index:
        if clauses[draft.index - first_index]["subject"] >= 0 or draft.before.kind != draft.kind:
            break
        draft = draft.before
    return draft
