"""From drafts to the dicts of `model`: phrases, subject, links."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from operator import attrgetter
from typing import Literal

from .agreement import CASE_MASK, CASES, GENDER_MASK, PLURAL, SINGULAR, case_letters
from .apart import join_apart
from .cases import settle
from .chunk import Chunk
from .chunks import Chunker
from .draft import Draft
from .group import Group, joint_mask
from .groups import Grouper
from .likewise import BESIDE, add_likewise
from .links import Linker, first_with_subject
from .model import Clause, Field, Member, Phrase
from .predicate import Predicate, PredicateReader
from .sharing import Sharing
from .subjects import SubjectFinder
from .tokens import Tokens
from .words import Words

_UNINFLECTED = ("adverb", "adjective")
_END = attrgetter("end")
#: prepositions behind which `kein` denies the clause: `für keinen der beiden gab es eine Strafe`
NEGATED_BEHIND = ("zu", "in", "auf", "mit", "bei", "für", "gegen")


class Builder:
    """Turns the drafts of a sentence into clauses."""

    def __init__(self, words: Words, chunker: Chunker) -> None:
        self._words = words
        self._predicates = PredicateReader(words)
        self._grouper = Grouper(words, chunker)
        self._subjects = SubjectFinder(words)
        self._linker = Linker(words)
        self._sharing = Sharing(words, self._predicates, self._subjects, self._grouper)

    def build(
        self, tokens: Tokens, drafts: list[Draft], sentence: int, first_index: int
    ) -> list[Clause]:
        """The clauses of one sentence.

        Args:
            tokens: the document.
            drafts: its drafts in text order.
            sentence: number of the sentence.
            first_index: index of its first clause in the document.
        """
        for index, draft in enumerate(drafts):
            draft.index = first_index + index
        clauses: list[Clause] = []
        grouped: list[list[Group]] = []
        known: dict[int, Predicate] = {}
        for draft in drafts:
            source = draft.elided or draft
            predicate = known.get(source.index) or self._predicates.read(source, tokens)
            if draft.shared and draft.before is not None and draft.elided is None:
                predicate = self._predicates.read(draft, tokens)
            known[draft.index] = predicate
            before = draft.before or draft.elided
            earlier = None
            if before is not None and before.index < draft.index:
                earlier = clauses[
                    first_with_subject(before, clauses, first_index).index - first_index
                ]
            clause, groups = self._clause(tokens, draft, predicate, sentence, earlier)
            clauses.append(clause)
            grouped.append(groups)
        self._linker.link(tokens, drafts, clauses, grouped, first_index)
        return clauses

    def _clause(
        self,
        tokens: Tokens,
        draft: Draft,
        predicate: Predicate,
        sentence: int,
        earlier: Clause | None,
    ) -> tuple[Clause, list[Group]]:
        v2 = draft.finite >= 0 and not draft.final and not draft.shared
        prefield_end = draft.finite if v2 else -1
        bracket = self._bracket(draft, predicate)
        groups = self._grouper.group(
            tokens, draft.items, prefield_end, predicate.passive == "event"
        )
        if predicate.particle >= 0:
            groups = [g for g in groups if g.first.start != predicate.particle]
        if draft.finite >= 0 and not draft.final:
            join_apart(tokens, groups, draft.finite, predicate.number == "p")
        subject, predicative, understood = self._find_subject(
            tokens, draft, predicate, groups, earlier
        )
        settle(tokens, groups, predicate, subject, predicative, self._words, self._grouper)
        if subject is not None and any(group.first.prep in BESIDE for group in groups):
            add_likewise(tokens, groups, subject, draft.finite)
        phrases: list[Phrase] = []
        for group in groups:
            group.index = len(phrases)
            phrases.append(self._phrase(tokens, group, prefield_end, bracket))
        clause: Clause = {
            "index": draft.index,
            "sentence": sentence,
            "spans": [],
            "kind": draft.kind,
            "introducer": tokens.lower[draft.introducer] if draft.introducer >= 0 else None,
            "verb": predicate.verb,
            "verb_token": predicate.verb_token,
            "particle": predicate.particle,
            "finite": draft.finite,
            "infinitive": predicate.infinitive,
            "infinitive_token": predicate.infinitive_token,
            "modal": predicate.modal,
            "passive": predicate.passive,
            "perfect": predicate.perfect,
            "reflexive": any(item[0] == "R" for item in (draft.elided or draft).items),
            "zu": predicate.zu,
            "negation": self._negation(tokens, draft),
            "mood": predicate.mood,
            "tense": predicate.tense,
            "predicative": predicative.first.head if predicative is not None else -1,
            "phrases": phrases,
            "subject": subject.index if subject is not None else -1,
            "links": [],
        }
        if subject is not None:
            phrases[subject.index]["case"] = "n"
            _agree(phrases[subject.index], predicate.number)
        if subject is not None or understood:
            self._settle_case(clause)
        return clause, groups

    def _find_subject(
        self,
        tokens: Tokens,
        draft: Draft,
        predicate: Predicate,
        groups: list[Group],
        earlier: Clause | None,
    ) -> tuple[Group | None, Group | None, bool]:
        """Subject and predicative of a clause, and whether the subject is understood."""
        nonfinite = draft.kind == "infinitive" or (
            draft.kind == "participle" and (draft.matrix is not None or draft.before is not None)
        )
        if nonfinite:
            predicative: Group | None = None
            if predicate.verb in self._words.verbs["copula"] and not predicate.passive:
                _none, predicative = self._subjects.find(tokens, groups, predicate, -1, False)
            return None, predicative, draft.kind == "infinitive"
        v2 = draft.finite >= 0 and not draft.final and not draft.shared
        if draft.elided is not None and predicate.number:
            # A und B gingen vorbei, später auch C: the verb that is understood has no number
            predicate = replace(predicate, number="")
        subject, predicative = self._subjects.find(tokens, groups, predicate, draft.finite, v2)
        if subject is not None and earlier is not None:
            if predicative is None and self._sharing.says_what(
                tokens, draft, predicate, subject, earlier
            ):
                return None, subject, True
            if self._sharing.shares(tokens, draft, predicate, subject, groups, earlier):
                return None, predicative, True
        return subject, predicative, False

    @staticmethod
    def _settle_case(clause: Clause) -> None:
        """Nothing beside the subject, taken or understood, is nominative but a predicative."""
        for index, other in enumerate(clause["phrases"]):
            if index == clause["subject"] or other["prep"] is not None:
                continue
            if other["attribute_of"] >= 0:
                continue
            if other["head"] == clause["predicative"] or len(other["case"]) == 1:
                continue
            if other["lemma"] == "es" and other["field"] == "prefield":
                # es folgte Rosberg: it only opens the clause
                other["case"] = "n"
            elif other["kind"] in ("np", "pronoun"):
                other["case"] = (other["case"] or CASES).replace("n", "")

    @staticmethod
    def _bracket(draft: Draft, predicate: Predicate) -> int:
        """Token of the right bracket's end, behind which the postfield begins; -1 without."""
        if draft.final:
            return max([draft.finite if not draft.shared else -1, *draft.verbs], default=-1)
        last = max(draft.verbs, default=-1)
        last = max(last, predicate.particle)
        return last if last > draft.finite else -1

    def _phrase(self, tokens: Tokens, group: Group, prefield_end: int, bracket: int) -> Phrase:
        first = group.first
        mask = joint_mask(group)
        if group.of < 0 and first.prep is None:
            # a genitive that hangs on no noun is too rare to be thought of
            mask = mask & ~CASE_MASK["g"] or mask
        field: Field = "middle"
        if first.start < prefield_end:
            field = "prefield"
        elif 0 <= bracket < first.start:
            field = "postfield"
        return {
            "start": first.start,
            "end": max(map(_END, group.chunks)) if len(group.chunks) > 1 else first.end,
            "head": first.head,
            "lemma": self._lemma(tokens, first),
            "kind": first.kind,  # type: ignore[typeddict-item]
            "prep": first.prep,
            "case": case_letters(mask) if first.kind not in _UNINFLECTED else "",
            "number": _number(mask),
            "gender": _gender(mask),
            "definite": first.definite,
            "field": field,
            "members": self._members(tokens, group),
            "attribute_of": group.of,
        }

    def _members(self, tokens: Tokens, group: Group) -> list[Member]:
        members: list[Member] = []
        for chunk in group.chunks:
            if chunk.names:
                for start, end, mention in chunk.names:
                    # die Sieger A/B: the title stands with the first name
                    titled = chunk.head < start == chunk.names[0][0]
                    members.append(
                        {
                            "start": chunk.start if titled else start,
                            "end": end,
                            "head": chunk.head if titled else end - 1,
                            "lemma": self._lemma(tokens, chunk)
                            if titled
                            else tokens.words[end - 1],
                            "mention": mention,
                        }
                    )
                continue
            members.append(
                {
                    "start": chunk.start,
                    "end": chunk.end,
                    "head": chunk.head,
                    "lemma": self._lemma(tokens, chunk),
                    "mention": chunk.mention,
                }
            )
        return members

    @staticmethod
    def _lemma(tokens: Tokens, chunk: Chunk) -> str:
        if chunk.kind == "adverb":
            return tokens.lower[chunk.head]
        return tokens.lemmas[chunk.head] or tokens.words[chunk.head]

    def _negation(self, tokens: Tokens, draft: Draft) -> int:
        classes, denied = self._words.classes, self._grouper.denied
        introducer = tokens.lower[draft.introducer] if draft.introducer >= 0 else ""
        if draft.kind == "infinitive" and introducer in ("ohne", "statt", "anstatt"):
            return draft.introducer
        for letter, token, chunk in draft.items:
            form = tokens.lower[token]
            found = -1
            if letter == "G":
                found = token
            elif chunk is None:
                continue
            elif chunk.prep is not None:
                # zu keinem Zeitpunkt, but: nach keinen zehn Minuten
                if chunk.negative < 0 or chunk.prep not in NEGATED_BEHIND:
                    continue
                found = chunk.negative
            elif chunk.negative >= 0:
                found = chunk.negative
            elif chunk.kind in ("adverb", "pronoun") and form in classes["negation"]:
                found = token
            if found < 0 or found in denied:
                continue
            following = tokens.lower[found + 1] if found + 1 < len(tokens.lower) else ""
            if (
                letter == "G"
                and (
                    following in classes["not-a-negation-before"]
                    # `wegen eines vor dem Rennen nicht gemeldeten Teils`
                    or tokens.tags[found + 1 : found + 2] == ["ADJA"]
                    or _of_another(tokens, draft, found)
                    or _of_what_is_added(tokens, found)
                )
            ):
                continue
            return found
        return -1


def _of_what_is_added(tokens: Tokens, token: int) -> bool:
    """Whether a `nicht` is that of an insertion: `verlor drei Plätze, aber nicht die Nerven`,
    `kostete ein Stück vom Flügel, mehr nicht`, `Vettel, nicht faul, konterte`."""
    words = tokens.words
    if words[token - 1] == ",":
        return words[token + 2 : token + 3] == [","] and tokens.tags[token + 1] == "ADJD"
    if tokens.lower[token - 1] not in tokens.classes["before-added-not"] or words[token - 2] != ",":
        return False
    # wurde unterbrochen, aber nicht mehr gestartet: its own verb is denied
    at = token + 1
    while at < len(words) and tokens.tags[at] in ("ADV", "ADJD"):
        at += 1
    return at == len(words) or not tokens.tags[at].startswith("V")


def _agree(subject: Phrase, number: str) -> None:
    """Give a subject the number of its finite verb where its own form tells none: `sie zog`."""
    if subject["number"] or number not in ("s", "p"):
        return
    subject["number"] = "sg" if number == "s" else "pl"
    if subject["lemma"] == "sie" and number == "s":
        subject["gender"] = "f"


def _of_another(tokens: Tokens, draft: Draft, token: int) -> bool:
    """Whether a negation at the end is that of somebody else: `A fuhr weiter, B gar nicht`."""
    chunks = [chunk for _letter, _token, chunk in draft.items if chunk is not None]
    if any(chunk.start > token for chunk in chunks):
        return False
    before = [c for c in chunks if c.end <= token and c.kind != "adverb"]
    first = draft.items[0][1]
    behind_comma = [c for c in before if c.start > first and tokens.words[c.start - 1] == ","]
    if not behind_comma or behind_comma[-1].mention < 0 or behind_comma[-1].prep is not None:
        return False
    named = tokens.mentions[behind_comma[-1].mention]
    # A fuhr weiter, B mit gebrochener Lenkstange gar nicht
    others = [c for c in before if c.start > behind_comma[-1].start]
    return named["label"] == "DRIVER" and all(c.prep is not None for c in others)


def _number(mask: int) -> Literal["sg", "pl", ""]:
    if not mask & PLURAL:
        return "sg"
    return "" if mask & SINGULAR else "pl"


@cache
def _gender(mask: int) -> Literal["m", "f", "n", ""]:
    found = [g for g in "mfn" if mask & GENDER_MASK[g]]
    return found[0] if len(found) == 1 and not mask & PLURAL else ""  # type: ignore[return-value]
