"""Words by which the text names people without a name, from `patterns/language`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, final

from rennbericht.bounds import KEPT_WORDS

from ..contract.slug import fold
from ..entities.gazetteer import load_gazetteer
from ..patterns import read_jsonl, word_classes
from .meeting_words import MeetingWords, load_meeting_words
from .name_lore import NameLore, load_name_lore

T = TypeVar("T")

#: first and last part of a compound are at least this long
MIN_FIRST, MIN_TAIL = 3, 5


@dataclass(frozen=True, slots=True)
class TopicWords:
    """Lower-case words of a field, whole (`schikane`) or by how they begin (`rallye*`)."""

    whole: frozenset[str] = frozenset()
    starts: tuple[str, ...] = ()
    #: words that have been looked at, and those of them that belong to the field
    _seen: set[str] = field(default_factory=set, repr=False, compare=False)
    _own: set[str] = field(default_factory=set, repr=False, compare=False)

    def among(self, words: set[str]) -> set[str]:
        """Those of the words that belong to the field."""
        seen, own = self._seen, self._own
        if len(seen) > KEPT_WORDS:
            seen.clear()
            own.clear()
        if not seen.issuperset(words):
            new = words - seen
            seen.update(new)
            own.update([w for w in new if w in self.whole or w.startswith(self.starts)])
        return own & words


@final
class Noun:
    """A role in the race state, a number of people, a country whose people it names, a vehicle."""

    __slots__ = ("_describes", "country", "role", "size", "vehicle")

    def __init__(
        self, role: str | None, size: int | None, country: str | None, vehicle: bool
    ) -> None:
        self.role: str | None = role
        self.size: int | None = size
        self.country: str | None = country
        self.vehicle: bool = vehicle
        self._describes = vehicle or role is not None or size is not None or country is not None

    def describes(self) -> bool:
        """Whether it is any of these."""
        return self._describes


#: most nouns are none of these: one stands for them all
_ANY_NOUN = Noun(None, None, None, False)


@dataclass(slots=True)
class Vocabulary:
    """Role nouns, person nouns, demonyms and the facts known of an id."""

    #: lower-case lemma -> role in the race state (`polesitter` -> `pole`)
    roles: dict[str, str] = field(default_factory=dict)
    #: lower-case lemma -> how many people the noun stands for (0: any number)
    person_nouns: dict[str, int] = field(default_factory=dict)
    #: lower-case lemma -> country code, or several: `Skandinavier`
    demonyms: dict[str, str] = field(default_factory=dict)
    #: adjective of a nation, lower case -> country code
    nation_adjectives: dict[str, str] = field(default_factory=dict)
    #: lower-case nouns that give a time (`nach dem Rennen`), never a reason
    no_reasons: frozenset[str] = frozenset()
    #: lower-case words for what changes the result when the race is over
    penalties: frozenset[str] = frozenset()
    #: words that only racing has, words that it shares with other fields, and words of those
    racing_only: TopicWords = field(default_factory=TopicWords)
    racing: TopicWords = field(default_factory=TopicWords)
    foreign: TopicWords = field(default_factory=TopicWords)
    #: names and codes of countries as written (`Spanien`, `ESP`) -> country code
    countries: dict[str, str] = field(default_factory=dict)
    #: what names alone tell of their bearers
    names: NameLore = field(default_factory=NameLore)
    #: lower-case lemmas of nouns for a car or bike
    vehicle_nouns: frozenset[str] = frozenset()
    #: lower-case nouns that say who drives (`am Steuer`)
    wheel_nouns: frozenset[str] = frozenset()
    #: verbs whose object is the subject's own car, and beside which `mit` names it
    steering: frozenset[str] = frozenset()
    racing_with: frozenset[str] = frozenset()
    #: words by which several people have one result together (`ihr gemeinsamer Sieg`)
    joint: frozenset[str] = frozenset()
    joint_verbs: frozenset[str] = frozenset()
    #: how a damaged car moves, and nouns before the name of whose it is (`Fahrer Clarke`)
    limping: frozenset[str] = frozenset()
    drivers: frozenset[str] = frozenset()
    #: nouns behind a name that only follows: `mit B im Nacken`
    pursued: frozenset[str] = frozenset()
    #: verbs beside which `mit` names the other one: `kollidierte der Porsche mit Vettel`
    clashing: frozenset[str] = frozenset()
    #: verbs of saying: who speaks need not be who drives
    speech: frozenset[str] = frozenset()
    #: verbs of what one driver does to another
    acting: frozenset[str] = frozenset()
    #: words of what befalls a car because of its driver (`Strafe, weil A zu schnell war`)
    trouble: frozenset[str] = frozenset()
    #: verbs of giving the car to a mate
    handing: frozenset[str] = frozenset()
    #: all verbs of driving, whose object may be another's car as well
    moving: frozenset[str] = frozenset()
    #: lower-case nouns before a name that shares the car, and before who drives
    co_drivers: frozenset[str] = frozenset()
    driving: frozenset[str] = frozenset()
    #: nouns for what a driver does to his own car: `ein Unfall von A`
    mishaps: frozenset[str] = frozenset()
    #: lower-case nouns that only a race with several drivers to a car has
    changing: frozenset[str] = frozenset()
    #: slot of a noun -> verbs that deny it there, and verbs that leave it open
    denying: dict[str, frozenset[str]] = field(default_factory=dict)
    supposing: dict[str, frozenset[str]] = field(default_factory=dict)
    #: verbs of which the subject suffers from a defect told before
    suffering: frozenset[str] = frozenset()
    #: participles before whom a car is driven by (`pilotiert von`)
    manned: frozenset[str] = frozenset()
    #: words that say that people share a car (`gemeinsam mit`)
    together: frozenset[str] = frozenset()
    #: inhabitants' names that do not follow from the place: folded noun -> folded place
    inhabitants: dict[str, str] = field(default_factory=dict)
    #: folded noun -> country code, of those who live elsewhere than in Germany
    inhabitant_countries: dict[str, str] = field(default_factory=dict)
    #: endings of inhabitants' names of places that no lexicon lists (`-burger`, `-hausener`)
    inhabitant_endings: tuple[str, ...] = ()
    #: words looked at before -> whether they name somebody by the place he comes from
    inhabitant_like: dict[str, bool] = field(default_factory=dict, repr=False, compare=False)
    #: lower-case form -> kind of cue (`negation`, `near_miss`, ...)
    cues: dict[tuple[str, ...], str] = field(default_factory=dict)
    #: first words of the cues, for the scan
    cue_starts: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    #: lower-case words of a class (`winning-verb`)
    words: dict[str, frozenset[str]] = field(default_factory=dict)
    #: words by which race meetings are known
    meetings: MeetingWords = field(default_factory=MeetingWords)
    facts: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    _nouns: dict[str, Noun] = field(default_factory=dict, repr=False, compare=False)

    def noun(self, lemma: str) -> Noun:
        """What a lower-case noun, or the last part of a compound, stands for."""
        found = self._nouns.get(lemma)
        if found is None:
            if len(self._nouns) > KEPT_WORDS:
                self._nouns.clear()
            noun = Noun(
                by_tail(lemma, self.roles),
                by_tail(lemma, self.person_nouns),
                self.demonyms.get(lemma),
                not self.vehicle_nouns.isdisjoint((lemma, lemma.rsplit("-", 1)[-1])),
            )
            found = self._nouns[lemma] = noun if noun.describes() else _ANY_NOUN
        return found


def load_vocabulary(folder: Path) -> Vocabulary:
    """Read what the discourse needs from a patterns directory.

    Raises:
        PatternError: a line is not valid.
    """
    language = folder / "language"
    vocabulary = Vocabulary()
    _load_people(vocabulary, language)
    _load_places(vocabulary, language)
    _load_topics(vocabulary, language)
    _load_crews(vocabulary, language)
    _load_verbs(vocabulary, language)
    _load_cues(vocabulary, language)
    vocabulary.no_reasons = frozenset(
        record["noun"].lower() for record in _lines(language / "no-reasons.jsonl")
    )
    vocabulary.words = word_classes(folder)
    vocabulary.meetings = load_meeting_words(folder)
    vocabulary.facts = load_gazetteer(folder).facts
    return vocabulary


def _load_people(vocabulary: Vocabulary, language: Path) -> None:
    """Nouns for roles, people and vehicles, and what names tell of their bearers."""
    for record in _lines(language / "role-nouns.jsonl"):
        vocabulary.roles[record["noun"].lower()] = record["role"]
    for record in _lines(language / "person-nouns.jsonl"):
        vocabulary.person_nouns[record["noun"].lower()] = record.get("size", 0)
    vocabulary.vehicle_nouns = frozenset(
        record["noun"].lower() for record in _lines(language / "vehicle-nouns.jsonl")
    )
    vocabulary.names = load_name_lore(
        _lines(language / "first-names.jsonl"),
        _lines(language / "name-origins.jsonl"),
        _lines(language / "name-genders.jsonl"),
        _lines(language / "surname-origins.jsonl"),
    )


def _load_places(vocabulary: Vocabulary, language: Path) -> None:
    """Nations, countries and the inhabitants of towns and regions."""
    for record in _lines(language / "demonyms.jsonl"):
        for noun in record["nouns"]:
            vocabulary.demonyms[noun.lower()] = record["country"]
        for adjective in record.get("adjectives", ()):
            vocabulary.nation_adjectives[adjective] = record["country"]
    for record in _lines(language / "countries.jsonl"):
        for name in (*record["names"], *record["codes"]):
            vocabulary.countries[name] = record["country"]
    endings: list[str] = []
    for record in _lines(language / "inhabitants.jsonl"):
        if "ending" in record:
            endings.append(record["ending"])
        else:
            vocabulary.inhabitants[fold(record["noun"])] = fold(record["place"])
            if "country" in record:
                vocabulary.inhabitant_countries[fold(record["noun"])] = record["country"]
    vocabulary.inhabitant_endings = tuple(endings)


def _load_topics(vocabulary: Vocabulary, language: Path) -> None:
    """Words of racing, of its penalties and of other fields."""
    racing = _lines(language / "racing-words.jsonl")
    vocabulary.racing_only = _topic_words(r["word"] for r in racing if r.get("only"))
    vocabulary.racing = _topic_words(r["word"] for r in racing if not r.get("only"))
    vocabulary.foreign = _topic_words(
        word for record in _lines(language / "other-fields.jsonl") for word in record["words"]
    )
    vocabulary.penalties = frozenset(
        record["word"].lower() for record in _lines(language / "penalty-words.jsonl")
    )


def _load_crews(vocabulary: Vocabulary, language: Path) -> None:
    """Words that say who drives and who shares a car."""
    wheel = {r["kind"]: r["words"] for r in _lines(language / "wheel.jsonl")}
    vocabulary.wheel_nouns = frozenset(word.lower() for word in wheel.get("wheel", ()))
    vocabulary.steering = frozenset(wheel.get("steering", ()))
    vocabulary.co_drivers = frozenset(word.lower() for word in wheel.get("co-driver", ()))
    vocabulary.driving = frozenset(word.lower() for word in wheel.get("driving", ()))
    vocabulary.mishaps = frozenset(word.lower() for word in wheel.get("mishap", ()))
    vocabulary.changing = frozenset(word.lower() for word in wheel.get("changing", ()))
    vocabulary.together = frozenset(wheel.get("together", ()))
    vocabulary.manned = frozenset(wheel.get("manned", ()))
    vocabulary.pursued = frozenset(word.lower() for word in wheel.get("pursued", ()))
    vocabulary.clashing = frozenset(wheel.get("clashing", ()))
    vocabulary.handing = frozenset(wheel.get("handing", ()))
    vocabulary.trouble = frozenset(word.lower() for word in wheel.get("trouble", ()))
    vocabulary.racing_with = frozenset(wheel.get("racing-with", ()))
    vocabulary.joint = frozenset(wheel.get("joint", ()))
    vocabulary.limping = frozenset(wheel.get("limping", ()))
    vocabulary.drivers = frozenset(word.lower() for word in wheel.get("own-driver", ()))
    vocabulary.joint_verbs = vocabulary.racing_with | frozenset(wheel.get("joint-verb", ()))


def _load_verbs(vocabulary: Vocabulary, language: Path) -> None:
    """Verbs that move a car, suffer from a defect, deny or suppose what their noun tells."""
    for record in _lines(language / "verb-classes.jsonl"):
        kind, _, slot = record["class"].partition(":")
        verbs = frozenset(record["verbs"])
        if kind == "steering":
            vocabulary.moving = verbs | vocabulary.steering
        elif kind == "suffering":
            vocabulary.suffering = verbs
        elif kind == "acting-on":
            vocabulary.acting = verbs
        elif kind == "speech":
            vocabulary.speech = verbs
        elif kind == "denying":
            vocabulary.denying[slot] = verbs
        elif kind == "supposing":
            vocabulary.supposing[slot] = verbs


def _load_cues(vocabulary: Vocabulary, language: Path) -> None:
    """Cues, the longer ones first."""
    for path in sorted(language.glob("cues*.jsonl")):
        for record in _lines(path):
            words = tuple(record["cue"].lower().split())
            vocabulary.cues[words] = record["kind"]
            vocabulary.cue_starts.setdefault(words[0], []).append(words)
    for cues in vocabulary.cue_starts.values():
        cues.sort(key=len, reverse=True)


def _topic_words(words: Iterable[str]) -> TopicWords:
    lower = [word.lower() for word in words]
    return TopicWords(
        frozenset(word for word in lower if not word.endswith("*")),
        tuple(word[:-1] for word in lower if word.endswith("*")),
    )


def by_tail(lemma: str, table: dict[str, T]) -> T | None:
    """The entry of a noun or of the last part of a compound (`Hauptkonkurrent`: Konkurrent).

    Args:
        lemma: lower-case lemma.
        table: entries by lower-case lemma.
    """
    if lemma in table:
        return table[lemma]
    tail = lemma.rsplit("-", 1)[-1]
    for at in range(MIN_FIRST if tail == lemma else 0, len(tail) - MIN_TAIL + 1):
        if tail[at:] in table:
            return table[tail[at:]]
    return None


def _lines(path: Path) -> list[dict[str, Any]]:
    return [record for _, record in read_jsonl(path)] if path.is_file() else []


def origins(facts: dict[str, Any]) -> set[str]:
    """Folded names of the places a person is known to come from."""
    found = {facts.get("birthplace"), facts.get("home"), facts.get("region")}
    return {fold(place) for place in found if place}
