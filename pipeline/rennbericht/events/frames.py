"""Frames as the matcher uses them: compiled from lines, indexed by the lemmas that anchor them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..bounds import KEPT_WORDS
from ..entities.measures.ranks import short_number
from ..entities.model import ENTITY_LABELS, INTERNAL_LABELS

#: Rank types take a `position`; a chain of places may follow them.
RANK_TYPES = frozenset({"result", "position", "lead", "pole", "place"})
#: labels that somebody who takes part may bear without being named in the clause
PARTICIPANTS = frozenset({"DRIVER", "TEAM", "CAR"})
#: words of the requires list that are no role and no label
RANK = "rank"
#: whose holder has been told to lead before
LEADER = "leader"
#: a compound's first and last part must be this long (`Zuschauer` holds no `Schauer`)
MIN_FIRST, MIN_TAIL = 3, 4
#: slots of the noun that stands before a name
EPITHETS = frozenset({("modified",), ("named",)})
#: what `beside` and `not_beside` may name instead of a word
MENTION_LABELS = frozenset(ENTITY_LABELS + INTERNAL_LABELS)
#: a frame with this verb is a fallback
ANY_VERB = "*"


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A way of saying an event, ready to be matched."""

    id: str
    type: str
    verbs: tuple[str, ...]
    infinitives: frozenset[str]
    nouns: frozenset[str]
    noun_in: tuple[str, ...]
    adjectives: tuple[str, ...]
    phrase: tuple[frozenset[str], ...]
    rank_beside: str | None
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    attributes: dict[str, Any]
    attribute_slots: tuple[tuple[str, tuple[str, ...]], ...]
    rank: tuple[str, ...]
    from_rank: tuple[str, ...]
    chain: tuple[str, ...]
    ahead: tuple[str, ...]
    requires: tuple[str, ...]
    beside: frozenset[str]
    not_beside: frozenset[str]
    without: tuple[str, ...]
    reflexive: bool | None
    fragment: bool | None
    opens: bool
    voice: str | None
    polarity: str | None
    modal: frozenset[str]
    tense: str | None
    context: frozenset[str]
    status: str | None
    corrects: bool
    group: str | None
    order: int

    #: which part of the line anchors it: `verb`, `noun`, `adjective`, `phrase`, `rank`
    anchor: str = field(init=False)
    #: how much it asks for; of two that say the same the more specific is kept
    specificity: int = field(init=False)
    #: labels of which a mention must stand in the clause
    labels: frozenset[str] = field(init=False)
    #: whether a rank must stand in it
    ranked: bool = field(init=False)
    #: whether its noun may stand before the name of who has a role (`Polesetter Leclerc`)
    told_before_name: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "anchor", self._anchor())
        object.__setattr__(self, "specificity", self._specificity())
        roles = {role for role, _ in self.roles}
        needed = frozenset(self.requires) - {RANK, LEADER} - PARTICIPANTS - roles
        object.__setattr__(self, "labels", needed)
        # a list goes on in the clause behind
        object.__setattr__(self, "ranked", RANK in self.requires and "list" not in self.rank)
        epithet = any(slots in EPITHETS for _, slots in self.roles)
        object.__setattr__(self, "told_before_name", epithet)

    def _anchor(self) -> str:
        if self.rank_beside:
            return "rank"
        if self.verbs:
            return "verb"
        if self.phrase:
            return "phrase"
        return "adjective" if self.adjectives else "noun"

    def _specificity(self) -> int:
        return (
            3 * bool(self.verbs and self.nouns)
            + 2 * bool(self.infinitives)
            + 2 * len(self.requires)
            + 2 * bool(self.beside)
            + len(self.roles)
            + 2 * (self.polarity is not None)
            + 2 * bool(self.modal)
            + (self.reflexive is not None)
            + bool(self.verbs)
        )


#: the synonym set of nouns that are not taken apart, and that of the noun `P3` is short for
WHOLE, SHORT_PLACE = "@whole", "@short-place"


class VerbFrames:
    """The frames of one verb, by what must stand beside it: `sein` has hundreds."""

    __slots__ = ("_always", "_by_noun", "_by_word", "_nouns", "_plain", "_words", "frames")

    def __init__(self, frames: list[Frame]) -> None:
        self.frames = frames
        self._always: list[int] = []
        self._by_noun: dict[str, list[int]] = {}
        self._by_word: dict[str, list[int]] = {}
        for number, frame in enumerate(frames):
            words, index = (
                (frame.nouns, self._by_noun) if frame.nouns else (frame.beside, self._by_word)
            )
            for word in words:
                index.setdefault(word, []).append(number)
            if not words:
                self._always.append(number)
        self._nouns, self._words = frozenset(self._by_noun), frozenset(self._by_word)
        self._plain = [frames[number] for number in self._always]

    def beside(self, nouns: frozenset[str], words: frozenset[str]) -> list[Frame]:
        """Those whose noun, or one of whose words, is there; no other one can fire.

        Args:
            nouns: what may be a frame's noun in the clause.
            words: all words and labels of the clause.
        """
        named = bool(self._nouns) and not self._nouns.isdisjoint(nouns)
        worded = bool(self._words) and not self._words.isdisjoint(words)
        if not named and not worded:
            return self._plain
        found = set(self._always)
        if named:
            for word in self._nouns & nouns:
                found.update(self._by_noun[word])
        if worded:
            for word in self._words & words:
                found.update(self._by_word[word])
        frames = self.frames
        return [frames[number] for number in sorted(found)]


_NONE = VerbFrames([])


class FrameSet:
    """All frames of a patterns folder, indexed by anchor."""

    def __init__(
        self, frames: list[Frame], whole: frozenset[str] = frozenset(), short_place: str = ""
    ) -> None:
        self.frames = frames
        #: the noun that `P3` is short for
        self._short_place = short_place
        #: nouns that are no compound of what they end in (`Zeitpunkt`)
        self._whole = whole
        self.by_verb: dict[str, list[Frame]] = {}
        self.by_noun: dict[str, list[Frame]] = {}
        self.by_adjective: dict[str, list[Frame]] = {}
        self.by_phrase: dict[str, list[Frame]] = {}
        #: frames of any verb, tried on ranks that no other frame has taken
        self.fallbacks: list[Frame] = []
        #: frames of a rank beside a name
        self.by_rank: list[Frame] = []
        #: frames of all verbs with a particle or prefix (`vorbei*`), by that
        self.by_prefix: dict[str, list[Frame]] = {}
        for frame in frames:
            anchor = frame.anchor
            if ANY_VERB in frame.verbs:
                self.fallbacks.append(frame)
            elif anchor == "rank":
                self.by_rank.append(frame)
            elif anchor == "verb":
                for verb in frame.verbs:
                    if verb.endswith(ANY_VERB):
                        self.by_prefix.setdefault(verb[:-1], []).append(frame)
                    else:
                        self.by_verb.setdefault(verb, []).append(frame)
            elif anchor == "noun":
                for noun in sorted(frame.nouns):
                    self.by_noun.setdefault(noun, []).append(frame)
            elif anchor == "adjective":
                for adjective in frame.adjectives:
                    self.by_adjective.setdefault(adjective, []).append(frame)
            else:
                for word in frame.phrase[0]:
                    self.by_phrase.setdefault(word, []).append(frame)
        #: the ranks that fallbacks ask for, and the words that phrases begin with
        self.fallback_slots = list(dict.fromkeys(frame.rank for frame in self.fallbacks))
        self.phrase_words = frozenset(self.by_phrase)
        #: places of a table and in brackets
        self.numbered = [f for f in self.by_rank if f.rank_beside == "numbered"]
        self.bracketed = [f for f in self.by_rank if f.rank_beside == "brackets"]
        self.ahead_of_name = [f for f in self.by_rank if f.rank_beside == "behind"]
        #: places told apart from the verb, those that ask for a word first
        self.apart = sorted(
            (f for f in self.by_rank if f.rank_beside == "apart"), key=lambda f: not f.beside
        )
        #: nouns that stand beside a verb in some frame
        self._companions: frozenset[str] = frozenset().union(
            *(frame.nouns for frame in frames if frame.verbs)
        )
        self._noun_keys: dict[str, str | None] = {}
        self._of_verb: dict[str, VerbFrames] = {}
        #: verb and prefixes that frames are taken from -> these frames
        self._of_sources: dict[tuple[str, ...], VerbFrames] = {}
        self._companion_keys: dict[str, frozenset[str]] = {}

    def of_verb(self, verb: str) -> VerbFrames:
        """The frames of a predicate, by its lemma or its particle."""
        found = self._of_verb.get(verb)
        if found is None:
            # most verbs have no frame of their own, and share those of their prefixes
            sources = (
                verb if verb in self.by_verb else "",
                *filter(verb.startswith, self.by_prefix),
            )
            found = self._of_sources.get(sources)
            if found is None:
                frames = [f for prefix in sources[1:] for f in self.by_prefix[prefix]]
                frames = [*self.by_verb.get(verb, ()), *frames]
                found = VerbFrames(frames) if frames else _NONE
                self._of_sources[sources] = found
            if len(self._of_verb) < KEPT_WORDS:
                self._of_verb[verb] = found
        return found

    def noun_key(self, lemma: str) -> str | None:
        """The indexed noun that a lemma is or ends in: `ALMS-Sieg`, `Klassensieg` give `sieg`."""
        key = self._noun_keys.get(lemma)
        if key is None and lemma not in self._noun_keys:
            word = self._short_place if short_number(lemma) else lemma.lower()
            key = word if word in self.by_noun else None
            if word not in self._whole:
                key = longest_tail(word, self.by_noun)
            if key is None and "ß" in word:
                # wegen eines Kettenrisses: the lexicon knows the old spelling
                key = self.noun_key(lemma.replace("ß", "ss"))
            if len(self._noun_keys) < KEPT_WORDS:
                self._noun_keys[lemma] = key
        return key

    def companion_keys(self, lemma: str) -> frozenset[str]:
        """All companion nouns of verbs that a lemma is or ends in as a compound."""
        keys = self._companion_keys.get(lemma)
        if keys is None:
            word = self._short_place if short_number(lemma) else lemma.lower()
            found = (word,) if word in self._whole else tails(word)
            keys = frozenset(found) & self._companions
            if not keys and "ß" in word:
                keys = self.companion_keys(lemma.replace("ß", "ss"))
            if len(self._companion_keys) < KEPT_WORDS:
                self._companion_keys[lemma] = keys
        return keys


def tails(word: str) -> Iterator[str]:
    """A word and all its ends that could be the last noun of a compound, longest first.

    `alms-klassensieg` gives itself, `klassensieg`, `lassensieg`, ..., `sieg`.
    """
    yield word
    if "-" in word:
        # `Boxen-Stopp` is `Boxenstopp`
        yield word.replace("-", "")
        word = word.rsplit("-", 1)[1]
        yield word
    for at in range(MIN_FIRST, len(word) - MIN_TAIL + 1):
        yield word[at:]


def longest_tail(word: str, known: dict[str, Any] | frozenset[str]) -> str | None:
    """The longest entry of `known` that `word` is or ends in as a compound, or None."""
    return next((tail for tail in tails(word) if tail in known), None)
