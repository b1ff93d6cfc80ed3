"""Names to draw from: those of the gazetteer, and those that no gazetteer line holds."""

from __future__ import annotations

import json
import random
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal
from zlib import crc32

from rennbericht.contract.slug import fold
from rennbericht.entities.folding import keys, words
from rennbericht.entities.gazetteer import Gazetteer
from rennbericht.entities.nameparts import surname_words
from rennbericht.patterns import patterns_dir, read_jsonl

Kind = Literal["known", "unknown"]
NAMES = Path(__file__).with_name("names.jsonl")
#: of the names, every third is for reports of `test` alone
_HELD_OUT = 3
_RECENT = 2012
#: seed of the pairs of first and family names
_PAIRS = 7


@dataclass(frozen=True, slots=True)
class Person:
    """A name for a driver."""

    first: str
    family: str
    gender: str = "m"
    country: str = ""
    series: frozenset[str] = frozenset()
    recent: bool = True
    #: whether the facts say where he comes from
    placed: bool = False

    @property
    def full(self) -> str:
        """The canonical name."""
        return f"{self.first} {self.family}".strip()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a report tells of a driver, as far as the new name must agree."""

    gender: str
    #: where he may come from; empty where nothing is told
    countries: frozenset[str]
    #: whether a home town is told, which facts of the new one could contradict
    placed: bool


def listed(gazetteer: Gazetteer, name: str) -> bool:
    """Whether a line of the gazetteer holds a name or a word of it, alone or as a surname."""
    cut = keys(name)
    spans = {cut, *((part,) for part in cut if len(part) > 3)}
    joined = [" ".join(span) + " " for span in spans]
    return any(gazetteer.phrase(one) or gazetteer.bearers(one) for one in joined)


def held_out(name: str) -> bool:
    """Whether a name is for the reports of `test`."""
    return crc32(fold(name).encode()) % _HELD_OUT == 0


class Pool:
    """The names of one kind, in an order that a seed decides.

    Args:
        gazetteer: tells the known from the unknown.
        kind: `known` names have lines in it, `unknown` ones none.
    """

    def __init__(self, gazetteer: Gazetteer, kind: Kind) -> None:
        self._genders = genders(gazetteer)
        path = patterns_dir() / "language" / "name-origins.jsonl"
        self._near = [frozenset(record["countries"]) for _, record in read_jsonl(path)]
        self.people = (_known if kind == "known" else _unknown)(gazetteer, self._genders)

    def gender(self, first: str) -> str:
        """The gender of a first name, empty where it is not known."""
        return self._genders.get(fold(first.split(" ")[0]), "")

    def draw(
        self, rng: random.Random, want: Wanted, *, test: bool, taken: set[str], series: set[str]
    ) -> Person:
        """A name that agrees with what the report tells, with words that are not taken.

        Args:
            rng: the seeded source of chance.
            want: gender and home.
            test: whether the report is of `test`, which shares no names with the others.
            taken: folded words that no new name may have.
            series: ids of the report's series, whose drivers come first.
        """
        countries = want.countries
        if not any(person.country in countries for person in self.people):
            # nobody from there: the neighbours whose first names are at home there
            countries = frozenset(one for near in self._near if near & countries for one in near)
        best: tuple[int, float] | None = None
        chosen: Person | None = None
        for person in self.people:
            chance = rng.random()
            if held_out(person.family) != test or not taken.isdisjoint(keys(person.full)):
                continue
            misfit = 8 * (person.gender != want.gender) + (not person.recent)
            if countries:
                misfit += 4 * (person.country not in countries)
            misfit += 4 * (want.placed and person.placed)
            misfit += 2 * (bool(person.series) and person.series.isdisjoint(series))
            if best is None or (misfit, chance) < best:
                best, chosen = (misfit, chance), person
        assert chosen is not None, "no name left"
        return chosen


def genders(gazetteer: Gazetteer) -> dict[str, str]:
    """The gender of folded first names, by the facts and by the lists of names."""
    votes: dict[str, Counter[str]] = {}
    for entity, facts in gazetteer.facts.items():
        if "gender" in facts and entity.startswith("driver:"):
            first = fold(str(facts.get("name", "")).split(" ")[0])
            votes.setdefault(first, Counter())[str(facts["gender"])] += 1
    for line in _lines():
        for name in line["names"] if "first" in line else ():
            votes.setdefault(fold(name), Counter())[line["first"]] += 1
    return {name: count.most_common(1)[0][0] for name, count in votes.items()}


def _known(gazetteer: Gazetteer, sexes: dict[str, str]) -> list[Person]:
    people = []
    for entity, name in sorted(gazetteer.names.items()):
        facts = gazetteer.facts.get(entity, {})
        family = surname_words(name)
        first = words(name)[: -len(family)]
        if not entity.startswith("driver:") or not first or "." in name or "surname" in facts:
            continue
        if name.split() != [*first, *family]:
            continue  # cut by an apostrophe
        gender = facts.get("gender") or sexes.get(fold(first[0]), "m")
        last = (gazetteer.seasons(entity) or (0, 0))[1]
        placed = not {"birthplace", "home", "region"}.isdisjoint(facts)
        people.append(
            Person(
                " ".join(first), " ".join(family), str(gender), str(facts.get("nationality", "")),
                gazetteer.series(entity), last >= _RECENT, placed,
            )
        )  # fmt: skip
    return people


def _unknown(gazetteer: Gazetteer, sexes: dict[str, str]) -> list[Person]:
    """Every family name with first names of its country, a man's and a woman's."""
    rng = random.Random(_PAIRS)
    firsts = {(r["country"], r["first"]): r["names"] for r in _lines() if "first" in r}
    people = []
    for line in _lines():
        country = str(line["country"])
        for name in () if "first" in line else line["names"]:
            if not listed(gazetteer, name):
                people += [
                    Person(rng.choice(firsts[country, gender]), name, gender, country)
                    for gender in ("m", "m", "m", "f")
                ]
    known = {fold(name) for name in gazetteer.names.values()}
    return [person for person in people if fold(person.full) not in known]


@lru_cache(maxsize=1)
def _lines() -> list[dict[str, Any]]:
    text = NAMES.read_text(encoding="utf-8") if NAMES.is_file() else ""
    return [json.loads(line) for line in text.splitlines()]


def families(gazetteer: Gazetteer, countries: tuple[str, ...] = ()) -> list[str]:
    """Family names of one word that no gazetteer line holds, for teams, corners and tracks."""
    names = {
        str(name)
        for line in _lines()
        if "first" not in line and (not countries or line["country"] in countries)
        for name in line["names"]
    }
    return sorted(n for n in names if n.isalpha() and not listed(gazetteer, n))
