"""The drivers of a report: their names in gold, how the text writes them, what it tells of them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rennbericht.contract.slug import fold
from rennbericht.discourse.inhabitants import is_inhabitant
from rennbericht.discourse.vocabulary import Vocabulary
from rennbericht.entities.folding import keys, words
from rennbericht.entities.nameparts import PARTICLES, surname_words

from .forms import Finder, Form
from .pool import Person, Pool, Wanted

#: endings of nouns for a woman before her name
_WOMAN = re.compile(r"\b(?:die|der|Die|Der) (?:[\w-]+ ){0,2}[A-ZÄÖÜ][\w-]+in $")
_NOUN_BEFORE = re.compile(r"([A-ZÄÖÜ][\w-]+) $")
_NATION_BEHIND = re.compile(r" \(([A-Z]{1,3}|[A-ZÄÖÜ][\w-]+)[,)]")
_PAIR = re.compile(r"(?:beide[nr]?|zwei) (?:[\w-]+ )?$")
_WORD = re.compile(r"[A-ZÄÖÜ][\w-]+")


@dataclass(frozen=True, slots=True)
class Driver:
    """A participant of the gold."""

    name: str
    first: str
    family: str

    @property
    def forms(self) -> list[tuple[str, str]]:
        """How a text may write him, longest first, with the part of the name that it is."""
        first, family = self.first.split(), self.family.split()
        found = [(self.name, "full")]
        if len(first) > 1:
            # `Juan Pablo Riquelme`, `Iker Aranguren Etxeberria`
            found.append((f"{first[0]} {self.family}", "full"))
            found.append((f"{first[-1]} {self.family}", "family"))
            found.append((self.first, "first"))
        found.append((self.family, "family"))
        if len(family) > 1:
            found.append((family[0].title() + self.family[len(family[0]) :], "family"))
            if family[0].lower() in PARTICLES:
                found.append((family[-1], "family"))
        return found if first else [(self.family, "family")]


def driver(name: str) -> Driver:
    """Cut a canonical name."""
    if " " not in name:
        return Driver(name, "", name)
    family = surname_words(name)
    parts = words(name)
    cut = len(parts) - len(family)
    if name.split() != parts or cut < 1:
        first, _, last = name.rpartition(" ")
        return Driver(name, first, last)
    return Driver(name, " ".join(parts[:cut]), " ".join(parts[cut:]))


def rename(
    drivers: Sequence[Driver],
    wanted: dict[str, Wanted],
    pool: Pool,
    rng: random.Random,
    *,
    test: bool,
    taken: set[str],
    series: set[str],
) -> dict[str, Person]:
    """A new name for each driver, by canonical name.

    Who shares a family or first name goes on sharing it.
    """
    chosen: dict[str, Person] = {}
    family: dict[str, str] = {}
    taken = set(taken)
    for one in drivers:
        person = pool.draw(rng, wanted[one.name], test=test, taken=taken, series=series)
        taken.update(keys(person.full))
        shared = family.setdefault(fold(one.family), person.family)
        first = person.first if one.first else ""
        chosen[one.name] = Person(first, shared, person.gender, person.country)
    return chosen


def forms_of(drivers: Sequence[Driver], new: dict[str, Person]) -> list[Form]:
    """All forms of the drivers' names with what takes their place, in order of their weight."""
    found: list[tuple[int, Form]] = []
    families = {fold(part) for one in drivers for part in one.family.split()}
    for one in drivers:
        person = new[one.name]
        initials = (one.first[:1], person.first[:1])
        for old, part in one.forms:
            text = {"full": person.full, "family": person.family, "first": person.first}[part]
            weight = {"full": 0, "family": 1, "first": 2}[part]
            found.append((weight, Form(old, text, "DRIVER", one.name, initials)))
        given = one.first.split()
        middle = given[-1] if len(given) > 1 else ""
        if given and fold(given[0]) not in families:
            found.append((3, Form(given[0], person.first, "DRIVER", one.name, alone=True)))
        if middle and fold(middle) not in families:
            # the first of two surnames may stand for both
            found.append((4, Form(middle, person.family, "DRIVER", one.name, alone=True)))
    return [form for _, form in sorted(found, key=lambda pair: pair[0])]


def same_names(drivers: Sequence[Driver]) -> Finder:
    """A finder of the drivers' names that leaves them as they are."""
    return Finder(forms_of(drivers, {d.name: Person(d.first, d.family) for d in drivers}))


def wishes(
    drivers: Sequence[Driver],
    text: str,
    events: Iterable[dict[str, Any]],
    vocabulary: Vocabulary,
    pool: Pool,
) -> dict[str, Wanted]:
    """What each new name has to agree with: gender, and the nations and homes the text tells."""
    finder = same_names(drivers)
    nation: dict[str, str] = {}
    placed: set[str] = set()
    women: set[str] = set()
    everywhere = finder.hits(text)
    hits = [hit for hit in everywhere if not hit.compound]
    for hit in hits:
        before, behind = text[max(0, hit.start - 60) : hit.start], text[hit.end : hit.end + 20]
        noun = _NOUN_BEFORE.search(before)
        if noun:
            _note(vocabulary, noun[1], hit.form.name, nation, placed)
        if _WOMAN.search(before) and not noun_is_plural(before):
            women.add(hit.form.name)
        code = _NATION_BEHIND.match(behind)
        if code and code[1] in vocabulary.countries:
            nation.setdefault(hit.form.name, vocabulary.countries[code[1]])
    homes = {d.name: _origin(vocabulary, d) for d in drivers}
    for start, end, told in _sentences(events):
        inside = [hit for hit in everywhere if start <= hit.start < end]
        for match in _WORD.finditer(text, start, end):
            if any(hit.start <= match.start() < hit.end for hit in inside):
                continue
            word = match[0]
            country = _country(vocabulary, word)
            if country is None and not is_inhabitant(vocabulary, word):
                continue
            if any(match.end() <= hit.start <= match.end() + 2 for hit in inside):
                continue  # `der Finne Kai Aho` is noted already
            named = {hit.form.name for hit in inside}
            pair = bool(_PAIR.search(text[start : match.start()]))
            for name in _meant(country, told & set(homes), named, homes, 2 if pair else 1):
                _note(vocabulary, word, name, nation, placed)
                if word.endswith("in"):
                    women.add(name)
    wanted = {}
    for one in drivers:
        told_of = nation.get(one.name)
        countries = frozenset({told_of}) if told_of else homes[one.name]
        gender = "f" if one.name in women else pool.gender(one.first) or "m"
        wanted[one.name] = Wanted(gender, countries, one.name in placed)
    return wanted


def _origin(vocabulary: Vocabulary, one: Driver) -> frozenset[str]:
    """The countries where a driver's first name is at home."""
    return vocabulary.names.first.get(fold(one.first.split(" ")[0]), frozenset())


def _meant(
    country: str | None,
    told: set[str],
    named: set[str],
    homes: dict[str, frozenset[str]],
    most: int,
) -> set[str]:
    """Of the participants of a sentence those whom `der Finne` or `die beiden Finnen` stands for.

    Who is not named in it comes first, and of these who may come from there by the first name.
    """
    for group in (told - named, told):
        fitting = {name for name in group if country in homes[name]}
        if 1 <= len(fitting) <= most:
            return fitting
        open_ = {name for name in group if not homes[name]}
        if not fitting and 1 <= len(open_ or group) <= most:
            return open_ or group
    return set()


def noun_is_plural(before: str) -> bool:
    """Whether a list of people stands before a name (`die Pilotinnen A, B und`)."""
    return "innen " in before


def _sentences(events: Iterable[dict[str, Any]]) -> list[tuple[int, int, set[str]]]:
    told: dict[tuple[int, int], set[str]] = {}
    for event in events:
        at = (event["sentence"]["start"], event["sentence"]["end"])
        told.setdefault(at, set()).update(n for unit in event["roles"].values() for n in unit)
    return [(start, end, names) for (start, end), names in told.items()]


def _country(vocabulary: Vocabulary, noun: str) -> str | None:
    lower = noun.lower()
    for form in (lower, lower.removesuffix("s"), lower.removesuffix("n"), lower + "r"):
        if form in vocabulary.demonyms:
            return vocabulary.demonyms[form].partition(" ")[0]
    return None


def _note(
    vocabulary: Vocabulary, noun: str, name: str, nation: dict[str, str], placed: set[str]
) -> None:
    """Enter what a demonym or an inhabitant's name says of somebody."""
    country = _country(vocabulary, noun)
    if country is None and is_inhabitant(vocabulary, noun):
        placed.add(name)
        country = vocabulary.inhabitant_countries.get(fold(noun), "DE")
    if country is not None:
        nation.setdefault(name, country)
