"""Reading a clause's verb complex: main verb, modal, voice, perfect, polarity, mood, tense."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..german.lexicon import Lexicon, lexicon
from .agreement import CASE_MASK
from .draft import Draft
from .tokens import Tokens
from .words import Words

_PASSIVE_AUXILIARY = "werden"
_MODALS = ("VMFIN", "VMINF", "VMPP")
#: verbs written in one word with an infinitive (`steckenbleiben`, `ziehenlassen`)
_JOINED = ("bleiben", "lassen")


@dataclass(slots=True)
class Predicate:
    """What `model.Clause` says of the verb."""

    verb: str | None = None
    verb_token: int = -1
    particle: int = -1
    infinitive: str | None = None
    infinitive_token: int = -1
    modal: str | None = None
    passive: Literal["", "event", "state"] = ""
    perfect: bool = False
    zu: bool = False
    mood: Literal["indicative", "subjunctive", "imperative", ""] = ""
    tense: Literal["present", "past", ""] = ""
    #: numbers the finite form can have: "s", "p", "sp"; "" without a finite verb
    number: str = ""


class PredicateReader:
    """Reads the verbs of clause drafts."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._lexicon: Lexicon = lexicon()
        self._finite: dict[tuple[str, str], tuple[str, str, str]] = {}
        self._sein: dict[tuple[str, str], bool] = {}

    def read(self, draft: Draft, tokens: Tokens) -> Predicate:
        """The predicate of a draft; an empty one where it holds no verb."""
        found = Predicate(particle=draft.particle, zu=draft.zu >= 0)
        chain = ([draft.finite] if draft.finite >= 0 else []) + draft.verbs[::-1]
        if not chain:
            if draft.kind == "participle":
                # der Franzose, im Qualifying Zweiter, stürzte: that he was
                found.verb, found.verb_token = "sein", self._place_in(tokens, draft)
            return found
        if draft.finite >= 0:
            self._inflection(draft, tokens, found)
        head = self._descend(chain, tokens, found)
        lemma = tokens.lemmas[head].lower()
        if lemma == _PASSIVE_AUXILIARY:
            # wird Zweiter, 1,1 Sekunden zurück
            found.particle = -1
        if found.particle >= 0 and (
            head == draft.finite or len(chain) == 1 or _apart(found.particle, head, tokens)
        ):
            if not lemma.startswith(tokens.lower[found.particle]):
                lemma = self._lexicon.glue(tokens.lower[found.particle], lemma)
        elif head == draft.finite and tokens.tags[head] == "VVFIN":
            particle = self._loose_particle(draft, tokens, lemma)
            if particle >= 0:
                found.particle = particle
                lemma = self._lexicon.glue(tokens.lower[particle], lemma)
        found.verb, found.verb_token = lemma, head
        if found.infinitive is None:
            self._unjoin(found)
        if draft.finite < 0 and draft.kind == "participle" and tokens.tags[head] == "VVPP":
            by = any(
                chunk is not None and chunk.prep == "von" for _letter, _token, chunk in draft.items
            )
            agent = by and lemma in self._words.verbs["dative-object"]
            done = self.takes_sein(lemma, tokens.lower[head]) and not agent
            if done or self._has_done(draft, lemma, by):
                found.perfect = True
            else:
                found.passive = "event"
        return found

    def _has_done(self, draft: Draft, lemma: str, by: bool) -> bool:
        """Whether a bare participle tells what somebody has done, not what was done to him.

        `In Runde drei gedreht` may be either, `sich in Runde drei gedreht`, `den fünften Platz
        geholt`, `als Sechster gepunktet` are not.
        """
        if lemma in self._words.verbs["perfect-active"] and not by:
            return True
        return any(
            letter == "R"
            or (
                chunk is not None
                and chunk.kind == "np"
                and chunk.prep is None
                and chunk.definite
                and not chunk.mask & ~CASE_MASK["a"]
            )
            for letter, _token, chunk in draft.items
        )

    def _inflection(self, draft: Draft, tokens: Tokens, found: Predicate) -> None:
        form = tokens.lower[draft.finite]
        if tokens.tags[draft.finite] in ("VVIMP", "VAIMP"):
            found.mood = "imperative"
        person = "3"
        for letter, token, chunk in draft.items:
            if letter == "c" and chunk is not None and chunk.kind == "pronoun":
                if tokens.lower[token] in ("ich", "wir"):
                    person = "1"
                elif tokens.lower[token] in ("du",):
                    person = "2"
        key = (form, person)
        known = self._finite.get(key)
        if known is None:
            known = self._finite[key] = self._analyse(form, person)
        found.number, mood, tense = known
        found.mood = found.mood or mood  # type: ignore[assignment]
        found.tense = tense  # type: ignore[assignment]

    def _analyse(self, form: str, person: str) -> tuple[str, str, str]:
        """Numbers, mood and tense of a finite form; the indicative where both are possible."""
        readings = self._lexicon.finite(form)
        fitting = [r for r in readings if r.person == person] or list(readings)
        if not fitting:
            return "", "indicative", ""
        chosen = [r for r in fitting if r.mood == "indicative"] or fitting
        numbers = "".join(sorted({r.number[0] for r in chosen}))
        return numbers, chosen[0].mood, chosen[0].tense

    def _descend(self, chain: list[int], tokens: Tokens, found: Predicate) -> int:
        """Walk from the finite verb inwards through auxiliaries and modals to the main verb."""
        words = self._words
        head = chain[0]
        for position, following in enumerate(chain[1:], start=1):
            lemma, tag = tokens.lemmas[head].lower(), tokens.tags[head]
            participle = tokens.tags[following].endswith("PP")
            zu = tokens.tags[following] == "VVIZU" or (
                following > 0 and tokens.code[following - 1] == "Z"
            )
            inner = tokens.lemmas[following].lower()
            if tag in _MODALS or lemma in ("können", "müssen", "dürfen", "sollen"):
                found.modal = found.modal or lemma
            elif lemma == _PASSIVE_AUXILIARY:
                if participle:
                    found.passive = "event"
            elif lemma == "haben":
                if zu:
                    found.modal = found.modal or lemma
                else:
                    found.perfect = True
            elif lemma == "sein":
                if zu:
                    found.modal, found.passive = found.modal or lemma, "event"
                elif participle and (
                    inner == "werden" or self.takes_sein(inner, tokens.lower[following])
                ):
                    found.perfect = True
                elif participle and position == len(chain) - 1:
                    found.passive = "state"
            elif zu and lemma in words.verbs["coherent"]:
                found.modal = found.modal or lemma
            elif participle and lemma == "kommen":
                pass
            elif (participle and lemma in words.verbs["recipient-passive"]) or (
                not participle and not zu and lemma in words.verbs["bare-infinitive"]
            ):
                found.infinitive, found.infinitive_token = inner, following
                return head
            elif tag.startswith("VV"):
                # liegt abgeschlagen hinten, geht spazieren: the second verb is no part of it
                return head
            head = following
        return head

    def _loose_particle(self, draft: Draft, tokens: Tokens, lemma: str) -> int:
        """A particle tagged as adverb at the end of a main clause or alone before it, or -1."""
        if draft.final or draft.finite < 0:
            return -1
        opening = draft.items[0][1]
        if tokens.lower[opening] in self._words.classes["fronted-particle"]:
            # `vorbei kam er nicht`
            alone = opening == draft.finite - 1 and not draft.shared
            if alone and self._lexicon.is_verb(tokens.lower[opening] + lemma):
                return opening
        for letter, token, chunk in reversed(draft.items):
            if letter == "F" or letter not in "c,":
                break
            if chunk is None or chunk.kind == "pp":
                continue
            form = tokens.lower[token]
            loose = chunk.kind == "adverb" and chunk.end == token + 1 and token > draft.finite
            # liegt nach wie vor in Führung: no particle
            loose = loose and tokens.lower[token - 1] != "wie"
            # siegte zusammen mit A: it belongs to the phrase
            loose = loose and not (form == "zusammen" and tokens.lower[token + 1] == "mit")
            loose = loose and form in self._words.classes["loose-particle"]
            if loose and self._lexicon.is_verb(form + lemma):
                return token
            break
        return -1

    def _unjoin(self, found: Predicate) -> None:
        """`steckenbleiben` is read as `bleiben` with the infinitive `stecken`."""
        verb = found.verb or ""
        for base in _JOINED:
            if verb.endswith(base) and verb != base:
                inner = verb[: -len(base)]
                if inner.endswith("en") and self._lexicon.is_verb(inner):
                    found.verb, found.infinitive = base, inner
                    found.infinitive_token = found.verb_token

    @staticmethod
    def _place_in(tokens: Tokens, draft: Draft) -> int:
        """The place that an apposition states: `Vettel, Dritter der Startaufstellung, ...`."""
        heads = [
            chunk.head
            for _l, _t, chunk in draft.items
            if chunk is not None and tokens.label(chunk.mention) == "POSITION"
        ]
        return heads[0] if heads else draft.items[-1][1]

    def takes_sein(self, lemma: str, form: str = "") -> bool:
        """Whether the verb builds its perfect with `sein`; a particle keeps its base's way.

        Args:
            lemma: the infinitive.
            form: the participle in lower case, which tells `umgefahren` from `umfahren`.
        """
        found = self._sein.get((lemma, form))
        if found is None:
            found = self._sein[lemma, form] = self._looks_sein(lemma, form)
        return found

    def _looks_sein(self, lemma: str, form: str) -> bool:
        bases = self._words.verbs["perfect-sein"]
        if lemma in bases or lemma in self._words.verbs["perfect-sein-whole"]:
            return True
        if lemma.endswith("bleiben"):
            return True
        for size in range(2, len(lemma) - 3):
            prefix = lemma[:size]
            if lemma[size:] in bases and self._lexicon.is_particle(prefix):
                double = prefix in self._words.classes["double-prefix"]
                return not double or form.startswith(prefix + "ge")
        return False


def _apart(particle: int, head: int, tokens: Tokens) -> bool:
    """Whether a particle is written apart before its verb: `zurecht gerückt`, `hin und her`."""
    return particle < head and all(tokens.code[i] in "T_" for i in range(particle, head))
