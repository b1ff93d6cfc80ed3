"""Clauses that stand before a noun: `der von Hamilton überholte Vettel`.

A participle before its noun says what a relative clause would say behind it. It becomes a clause
of kind `attribute`: the noun is its subject, what stands between article and participle its
phrases. Its noun phrases stand in the outer clause as well.
"""

from __future__ import annotations

from ..german.lexicon import Lexicon
from .model import Clause, Member, Phrase
from .nouns import NounReader
from .predicate import PredicateReader
from .tokens import Tokens
from .words import Words

_ENDINGS = ("en", "er", "es", "em", "e")
_HOLDERS = frozenset({"DRIVER", "PERSON", "CAR", "TEAM", "MANUFACTURER", "NUMBER"})


class AttributeReader:
    """Finds the participles before the nouns of a sentence's clauses."""

    def __init__(self, words: Words, lexicon: Lexicon, nouns: NounReader) -> None:
        self._words = words
        self._lexicon = lexicon
        self._predicates = PredicateReader(words)
        self._nouns = nouns
        self._verbs: dict[str, tuple[str, bool] | None] = {}

    def read(self, tokens: Tokens, clauses: list[Clause], first_index: int) -> list[Clause]:
        """The attribute clauses of one sentence, numbered on from its other clauses."""
        found: list[Clause] = []
        for clause in clauses:
            for phrase in clause["phrases"]:
                if phrase["kind"] not in ("np", "pp"):
                    continue
                for at, member in enumerate(phrase["members"]):
                    start = member["start"] if at else phrase["start"]
                    token = self._participle(tokens, member, start)
                    if token < 0:
                        continue
                    index = first_index + len(found)
                    verb, present = self._verb(tokens.lower[token])  # type: ignore[misc]
                    whole = at == 0 and not _of_one(tokens, token, start)
                    holder = phrase if whole else _alone(phrase, member, start)
                    found.append(self._clause(tokens, clause, holder, token, verb, present, index))
        return found

    def _participle(self, tokens: Tokens, member: Member, start: int) -> int:
        """Token of the last participle before the noun of a phrase's member, or -1."""
        mention = member["mention"]
        noun = member["head"]
        if mention >= 0:
            if tokens.mentions[mention]["label"] not in _HOLDERS:
                return -1
            noun = min(noun, tokens.mentions[mention]["start"])
        elif not (
            self._nouns.is_person(tokens.lower[noun])
            or tokens.lower[noun] in self._words.classes["vehicle-noun"]
        ):
            return -1
        for token in range(noun - 1, start, -1):
            if tokens.code[token] == "A" and self._verb(tokens.lower[token]) is not None:
                return token
        return -1

    def _verb(self, form: str) -> tuple[str, bool] | None:
        """Infinitive of an inflected participle, and whether it is a present one."""
        if form not in self._verbs:
            self._verbs[form] = self._analyse(form)
        return self._verbs[form]

    def _analyse(self, form: str) -> tuple[str, bool] | None:
        for ending in _ENDINGS:
            if not form.endswith(ending):
                continue
            stem = form[: -len(ending)]
            if stem.endswith("nd") and self._lexicon.is_verb(stem[:-1]):
                return stem[:-1], True
            verb = self._lexicon.lemma(stem, "VVPP") if len(stem) > 3 else None
            if verb is not None:
                return verb, False
        return None

    def _clause(
        self,
        tokens: Tokens,
        outer: Clause,
        phrase: Phrase,
        token: int,
        verb: str,
        present: bool,
        index: int,
    ) -> Clause:
        active = present or self._predicates.takes_sein(verb, tokens.lower[token])
        holder: Phrase = {**phrase, "prep": None, "kind": "np", "case": "n", "attribute_of": -1}
        inner: list[Phrase] = [
            {**other, "attribute_of": -1, "field": "middle"}
            for other in outer["phrases"]
            if other["attribute_of"] == token
        ]
        return {
            "index": index,
            "sentence": outer["sentence"],
            "spans": [(phrase["start"], phrase["members"][0]["end"])],
            "kind": "attribute",
            "introducer": None,
            "verb": verb,
            "verb_token": token,
            "particle": -1,
            "finite": -1,
            "infinitive": None,
            "infinitive_token": -1,
            "modal": None,
            "passive": "" if active else "event",
            "perfect": active and not present,
            "reflexive": False,
            "zu": False,
            "negation": -1,
            "mood": "",
            "tense": "present" if present else "past",
            "predicative": -1,
            "phrases": [holder, *inner],
            "subject": 0,
            "links": [],
        }


def _of_one(tokens: Tokens, participle: int, start: int) -> bool:
    """Whether a participle by its ending belongs to one only: `der führende A und B`."""
    return participle > start and tokens.lower[participle].endswith("e")


def _alone(phrase: Phrase, member: Member, start: int) -> Phrase:
    """One member of a list as a phrase of its own: `A und der in Führung liegende B`."""
    if len(phrase["members"]) == 1:
        return phrase
    return {
        **phrase,
        "start": start,
        "end": member["end"],
        "head": member["head"],
        "lemma": member["lemma"],
        "number": "sg",
        "members": [member],
    }
