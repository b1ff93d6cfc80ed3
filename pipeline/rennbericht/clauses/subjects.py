"""Choosing the grammatical subject of a clause, and its predicative complement."""

from __future__ import annotations

from .agreement import CASE_MASK, NOMINATIVE, PLURAL, SINGULAR
from .groups import Group, joint_mask
from .predicate import Predicate
from .tokens import MEASURES, Tokens
from .words import Words

_OBLIQUE = CASE_MASK["a"] | CASE_MASK["d"] | CASE_MASK["g"]
_THINGS = frozenset({"POSITION", "LAP", "TIME", "GAP", "CLOCK", "DAYTIME", "DATE", "COUNT"})


class SubjectFinder:
    """Finds who or what agrees with the finite verb."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def find(
        self, tokens: Tokens, groups: list[Group], predicate: Predicate, finite: int, main: bool
    ) -> tuple[Group | None, Group | None]:
        """The subject and the predicative complement, None where there is none.

        In this order: case of determiner or pronoun, number of the finite verb, what the verb
        wants (a thing beside a person in the dative), prefield, word order.
        """
        bare = [g for g in groups if self._bare(tokens, g)]
        copula = predicate.verb in self._words.verbs["copula"] and predicate.infinitive is None
        predicative: Group | None = None
        if copula and not predicate.passive:
            predicative = self._predicative(tokens, groups, bare)
            if predicative is not None and predicative in bare:
                bare.remove(predicative)
        able = [g for g in bare if joint_mask(g) & NOMINATIVE and not self._measure(tokens, g)]
        if predicate.number in ("s", "p"):
            wanted = PLURAL if predicate.number == "p" else SINGULAR
            agreeing = [g for g in able if joint_mask(g) & NOMINATIVE & wanted]
            able = agreeing or ([] if any(self._certain(g) for g in bare) else able)
        if not able:
            return None, predicative
        certain = [g for g in able if not joint_mask(g) & _OBLIQUE]
        if certain:
            able = certain
        elif self._words.is_a(predicate.verb, "dative-subject-thing") and len(able) > 1:
            things = [g for g in able if not self._person(tokens, g)]
            able = things or able
        subject = able[0]
        if copula and predicative is None and len(bare) > 1:
            rest = [g for g in bare if g is not subject and joint_mask(g) & NOMINATIVE]
            if rest and not self._measure(tokens, rest[-1]):
                predicative = rest[-1]
        return subject, predicative

    @staticmethod
    def _certain(group: Group) -> bool:
        mask = joint_mask(group)
        return bool(mask & NOMINATIVE) and not mask & _OBLIQUE

    @staticmethod
    def _bare(tokens: Tokens, group: Group) -> bool:
        chunk = group.first
        return group.of < 0 and chunk.prep is None and chunk.kind in ("np", "pronoun")

    @staticmethod
    def _measure(tokens: Tokens, group: Group) -> bool:
        mention = group.first.mention
        return mention >= 0 and tokens.mentions[mention]["label"] in _THINGS

    @staticmethod
    def _person(tokens: Tokens, group: Group) -> bool:
        mention = group.first.mention
        if mention >= 0 and tokens.mentions[mention]["label"] not in MEASURES:
            return True
        return group.first.kind == "pronoun" and tokens.lower[group.first.head] not in (
            "es", "das", "dies",
        )  # fmt: skip

    def _predicative(self, tokens: Tokens, groups: list[Group], bare: list[Group]) -> Group | None:
        """A rank beside a copula, or an adjective without another complement."""
        for group in bare:
            mention = group.first.mention
            if mention >= 0 and tokens.mentions[mention]["label"] == "POSITION":
                return group
        for group in reversed(groups):
            if group.of < 0 and group.first.kind == "adjective":
                return group
        return None
