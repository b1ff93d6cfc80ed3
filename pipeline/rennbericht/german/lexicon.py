"""The full-form lexicon: possible tags, lemmas, case, number and gender of German forms.

Forms stand in a trie, one class number per form; a class is a list of readings. Beside what is
listed, particle verbs (`vorbeigeschlüpft`), prefix verbs and compounds are analysed productively.
"""

from __future__ import annotations

import json
from array import array
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import marisa_trie

from rennbericht.bounds import KEPT_FORMS
from rennbericht.errors import ModelError
from rennbericht.patterns import patterns_dir, read_jsonl

from . import weak_verbs

#: case "n", "a", "d", "g"; number "sg", "pl"; gender "m", "f", "n" or "*" for any; lemma
Analysis = tuple[str, str, str, str]
FOLDER = Path(__file__).parent.parent / "models" / "lexicon"
NOMINAL = frozenset(
    {"NN", "NE", "ART", "ADJA", "PPER", "PRF", "PRELS", "PRELAT", "PDS", "PDAT"}
    | {"PIS", "PIAT", "PPOSAT", "PWS", "APPRART"}
)
#: a noun in its base form, feminine
FEMININE = "nsgf"
_SHORTEST_HEAD = 3
_LONGEST_PARTICLE = 12
_PREFIXES = ("ver", "be", "er", "zer", "ent", "über", "unter", "um", "durch", "hinter", "wider")
_INFINITIVES = frozenset({"VVINF", "VAINF", "VMINF"})
_TRANSPARENT = frozenset({"VVFIN", "VVINF", "VVPP", "VVIZU", "VMFIN", "VAFIN", "VAINF", "VAPP"})


class Reading(NamedTuple):
    """One reading of a form."""

    tag: str
    lemma: str
    #: nominal `nsgm` or finite `3spi` (person, number, tense p/t, mood i/s) features
    features: tuple[str, ...]


class Finite(NamedTuple):
    """One analysis of a finite verb form."""

    person: str
    number: str
    #: "present" or "past"; a past subjunctive (`käme`) is past
    tense: str
    mood: str
    lemma: str


class Lexicon:
    """German forms and what they can be.

    Args:
        folder: where `forms.marisa` and `classes.bin` lie.

    Raises:
        ModelError: the files are missing or damaged (RB202).
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        try:
            self._trie = marisa_trie.Trie()
            self._trie.load(str(folder / "forms.marisa"))
            blob = (folder / "classes.bin").read_bytes()
            particles = json.loads((folder / "meta.json").read_text("utf-8"))["particles"]
        except (OSError, RuntimeError, ValueError) as error:
            raise ModelError("RB202", f"lexicon cannot be read ({error})", path=folder) from error
        size = 4 * len(self._trie)
        self._numbers = array("I")
        self._numbers.frombytes(blob[:size])
        self._classes = blob[size:].decode("utf-8").split("\n")
        self._cache: dict[str, tuple[Reading, ...]] = {}
        self._tags: dict[str, frozenset[str]] = {}
        #: thousands of forms can have the same few sets of tags
        self._tag_sets: dict[frozenset[str], frozenset[str]] = {}
        self._particles = frozenset(particles)
        self._weak: dict[str, tuple[Reading, ...]] = {}
        for verb in weak_verbs.unlisted(_own_verbs(), self.is_particle, self._is_infinitive):
            for tag, form, features in weak_verbs.forms(verb):
                self._weak[form] = (*self._weak.get(form, ()), Reading(tag, verb, features))

    def _is_infinitive(self, word: str) -> bool:
        return any(r.tag in _INFINITIVES for r in self._listed(word))

    def _class(self, form: str) -> str:
        number: int = self._trie[form]
        return self._classes[self._numbers[number]]

    def readings(self, form: str) -> tuple[Reading, ...]:
        """All readings of a form: as listed, else in lower case, else productive ones."""
        found = self._cache.get(form)
        if found is None:
            found = self._written(form) or self._swiss(form, listed=True)
            if not found:
                found = self._productive(form) or self._swiss(form, listed=False)
            if len(self._cache) > KEPT_FORMS:
                self._cache.clear()
            self._cache[form] = found
        return found

    def _written(self, form: str) -> tuple[Reading, ...]:
        """Readings as listed, else in lower case."""
        found = self._listed(form)
        if not found and form[:1].isupper():
            found = self._listed(form[:1].lower() + form[1:]) or self._listed(form.lower())
        return found

    def _swiss(self, form: str, *, listed: bool) -> tuple[Reading, ...]:
        """A form as it is written in Switzerland, without `ß`: `liess`, `Zusammenstoss`."""
        at = form.rfind("ss")
        while at > 0:
            other = f"{form[:at]}ß{form[at + 2 :]}"
            found = self._written(other) if listed else self._productive(other)
            if found:
                return found
            at = form.rfind("ss", 0, at)
        return ()

    def _listed(self, form: str) -> tuple[Reading, ...]:
        if form not in self._trie:
            return self._weak.get(form, ())
        readings = []
        for line in self._class(form).split("|"):
            tag, rule, features = line.split("\t")
            base = form
            if rule[0] == "g":
                base, rule = form[2:], rule[1:]
            cut, _, added = rule.partition("+")
            lemma = base[: len(base) - int(cut)] + added
            readings.append(Reading(tag, lemma, tuple(features.split(",")) if features else ()))
        return tuple(readings)

    def _productive(self, form: str) -> tuple[Reading, ...]:
        if form[:1].islower():
            return self._particle_verb(form) or self._prefix_verb(form) or self._compound(form)
        return self._compound(form) if form[:1].isupper() else ()

    def _particle_verb(self, form: str) -> tuple[Reading, ...]:
        for length in range(min(len(form) - 3, _LONGEST_PARTICLE), 1, -1):
            if form[:length] not in self._particles:
                continue
            particle, rest = form[:length], form[length:]
            if rest.startswith("zu"):
                lemma = rest[2:]
                if any(r.tag in {"VVINF", "VAINF"} for r in self._listed(lemma)):
                    return (Reading("VVIZU", particle + lemma, ()),)
            found = tuple(
                Reading("VV" + r.tag[2:], particle + r.lemma, r.features)
                for r in self._listed(rest)
                if r.tag in _TRANSPARENT
            )
            if found:
                return found
        return ()

    def _prefix_verb(self, form: str) -> tuple[Reading, ...]:
        for prefix in _PREFIXES:
            if not form.startswith(prefix):
                continue
            rest = form[len(prefix) :]
            found = [
                Reading(r.tag, prefix + r.lemma, r.features)
                for r in self._listed(rest)
                if r.tag in {"VVFIN", "VVINF"}
            ]
            found += [
                Reading("VVPP", prefix + r.lemma, ())
                for r in self._listed("ge" + rest)
                if r.tag == "VVPP"
            ]
            if found:
                return tuple(found)
        return ()

    def _compound(self, form: str) -> tuple[Reading, ...]:
        """Readings of the longest known last part (`Rennwagen`: those of `Wagen`)."""
        head, hyphen, tail = form.rpartition("-")
        if hyphen and tail:
            known = self._listed(tail) or self._listed(tail[:1].upper() + tail[1:])
            return self._joined(known, head + hyphen, lower=False) if head else ()
        for start in range(2, len(form) - _SHORTEST_HEAD + 1):
            tail = form[start:]
            if form[:1].isupper():
                known = self._listed(tail[:1].upper() + tail[1:])
            elif len(tail) > _SHORTEST_HEAD + 1:
                known = self._listed(tail)
            else:
                break
            found = self._joined(known, form[:start], lower=True)
            if tail.startswith("länder"):
                # Neuseeländer: rather who lives there than several lands, as in Engländer
                people = self._listed("Eng" + tail)
                renamed = tuple(r._replace(lemma=r.lemma.removeprefix("Eng")) for r in people)
                found = self._joined(renamed, form[:start], lower=True) + found
            if found:
                return found
        return ()

    @staticmethod
    def _joined(known: tuple[Reading, ...], head: str, *, lower: bool) -> tuple[Reading, ...]:
        wanted = {"NN"} if head[:1].isupper() else {"ADJA", "ADJD"}
        return tuple(
            Reading(r.tag, head + (r.lemma.lower() if lower else r.lemma), r.features)
            for r in known
            if r.tag in wanted
        )

    def tags(self, form: str) -> frozenset[str]:
        """STTS tags the form can have; empty where nothing is known of it."""
        found = self._tags.get(form)
        if found is None:
            if len(self._tags) > KEPT_FORMS:
                self._tags.clear()
            tags = frozenset(r.tag for r in self.readings(form))
            found = self._tags[form] = self._tag_sets.setdefault(tags, tags)
        return found

    def lemma(self, form: str, tag: str) -> str | None:
        """Lemma of the form under that tag, or under a tag of the same family, or None."""
        readings = self.readings(form)
        if tag == "NN" and any(r.lemma == form and FEMININE in r.features for r in readings):
            # `in die Bande` is no plural of `Band`
            return form
        same = [reading for reading in readings if reading.tag == tag]
        if not same:
            family = tag[:1] if tag[:1] == "V" else tag[:3] if tag[:3] == "ADJ" else tag[:2]
            same = [reading for reading in readings if reading.tag.startswith(family)]
        # `spurtet` is rather of `spurten` than a second person of `spuren`
        told = [r for r in same if r.features and any(f[0] == "3" for f in r.features)]
        return next((reading.lemma for reading in told or same), None)

    def analyses(self, form: str, tag: str | None = None) -> tuple[Analysis, ...]:
        """Case, number, gender, lemma of a noun, article, pronoun or adjective.

        Args:
            form: the inflected form.
            tag: only readings of this STTS tag.
        """
        return tuple(
            (f[0], f[1:3], f[3:], r.lemma)
            for r in self.readings(form)
            if r.tag in NOMINAL and (tag is None or r.tag == tag)
            for f in r.features
        )

    def finite(self, form: str) -> tuple[Finite, ...]:
        """Person, number, tense, mood, lemma of a finite verb form."""
        return tuple(
            Finite(
                f[0],
                "sg" if f[1] == "s" else "pl",
                "present" if f[2] == "p" else "past",
                "indicative" if f[3] == "i" else "subjunctive",
                r.lemma,
            )
            for r in self.readings(form)
            if r.tag.endswith("FIN")
            for f in r.features
        )

    def knows(self, form: str) -> bool:
        """Whether the form is listed as it stands or in lower case."""
        return form in self._trie or (form[:1].isupper() and form.lower() in self._trie)

    def is_verb(self, lemma: str) -> bool:
        """Whether this is the infinitive of a verb, particle verbs included."""
        return any(r.tag in _INFINITIVES for r in self.readings(lemma))

    def is_particle(self, word: str) -> bool:
        """Whether the word can be a separated verb particle."""
        return word in self._particles

    @staticmethod
    def glue(particle: str, base_lemma: str) -> str:
        """The particle verb: `vorbei` and `gehen` are `vorbeigehen`."""
        return particle.lower() + base_lemma

    def gender(self, noun_lemma: str) -> str:
        """`m`, `f` or `n` of a noun (compounds by their last part), "" where unknown."""
        found = {g for c, _, g, lem in self.analyses(noun_lemma, "NN") if lem == noun_lemma}
        found.discard("*")
        return min(found) if found else ""


def _own_verbs() -> list[str]:
    """Verbs of the sport that the lexicon lacks."""
    path = patterns_dir() / "language" / "verbs.jsonl"
    return [record["verb"] for _number, record in read_jsonl(path)]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The process-wide lexicon, loaded at first use."""
    return Lexicon()
