"""What a name alone tells: whether it is a woman's, and the countries where it is at home.

`Selma` is a woman; `Sarmento` says nothing, but `Felipe` is at home in Brazil, and `Hautala` in
Finland by its ending.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..bounds import KEPT_WORDS
from ..contract.slug import fold

Record = Mapping[str, Any]
NOWHERE: frozenset[str] = frozenset()
#: countries where surnames of all nations are at home
SETTLED = frozenset({"US", "CA", "AU", "NZ", "ZA", "BR", "AR", "CH", "FR", "BE"})


@dataclass(slots=True)
class NameLore:
    """Genders and homes of first names, homes of surnames by how they end or begin."""

    #: folded first name -> `m` or `f`
    genders: dict[str, str] = field(default_factory=dict)
    #: endings of surnames that only women bear
    womens: tuple[str, ...] = ()
    #: endings of women's first names, where no list holds the name
    unlisted: tuple[str, ...] = ()
    #: folded first name -> countries where it is at home
    first: dict[str, frozenset[str]] = field(default_factory=dict)
    #: folded first name -> countries where it is borne as well, which speaks for none of them
    also: dict[str, frozenset[str]] = field(default_factory=dict)
    #: folded ending of a surname, or its first word with a blank behind -> countries
    last: dict[str, frozenset[str]] = field(default_factory=dict)
    _longest: int = 0
    #: names asked about before -> gender
    _told: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def gender(self, name: str) -> str:
        """`m`, `f` or the empty string, by the first name, else by the surname."""
        told = self._told.get(name)
        if told is None:
            if len(self._told) >= KEPT_WORDS:
                self._told.clear()
            told = self._told[name] = self._gender(name)
        return told

    def _gender(self, name: str) -> str:
        first, _, rest = fold(name).partition(" ")
        known = self.genders.get(first) or self.genders.get(first.partition("-")[0])
        if self.womens and rest.endswith(self.womens):
            # Jordi Vilanova: a man where no surname ends so for a woman
            elsewhere = _speaks(self.first.get(first, NOWHERE), self._of_surname(rest)) < 0
            return "m" if known == "m" and elsewhere else "f"
        if (
            known is None
            and first not in self.first
            and self.unlisted
            and first.endswith(self.unlisted)
        ):
            return "f"
        return known or ""

    def likely(self, name: str, countries: frozenset[str]) -> int:
        """Whether a name speaks for one of these countries (1), against them (-1), or neither."""
        first, _, rest = fold(name).partition(" ")
        at_home = self.first.get(first) or self.first.get(first.partition("-")[0], NOWHERE)
        by_first, by_last = _speaks(at_home, countries), _speaks(self._of_surname(rest), countries)
        if by_first < 0 and countries & self.also.get(first, NOWHERE):
            by_first = 0
        if by_last < 0 and countries & SETTLED:
            by_last = 0
        if by_last > 0 > by_first:
            # `Emil Thorsen`: first names travel, the ends of surnames stay
            return 1
        return max(-1, min(1, by_first + by_last))

    def _of_surname(self, surname: str) -> frozenset[str]:
        particle, _, rest = surname.partition(" ")
        if rest and f"{particle} " in self.last:
            return self.last[f"{particle} "]
        for size in range(min(self._longest, len(surname)), 1, -1):
            found = self.last.get(surname[-size:])
            if found is not None:
                return found
        return NOWHERE

    def add_surnames(self, records: Iterable[Record]) -> None:
        """Take in lines with `endings` or `particles` of surnames and their countries."""
        for record in records:
            countries = frozenset(record["countries"])
            for ending in record.get("endings", ()):
                self.last[ending] = self.last.get(ending, NOWHERE) | countries
                self._longest = max(self._longest, len(ending))
            for particle in record.get("particles", ()):
                self.last[f"{particle} "] = countries


def _speaks(at_home: frozenset[str], countries: frozenset[str]) -> int:
    if not at_home:
        return 0
    return 1 if at_home & countries else -1


def load_name_lore(
    first_names: Iterable[Record],
    origins: Iterable[Record],
    genders: Iterable[Record],
    surnames: Iterable[Record],
) -> NameLore:
    """The lore of the language files of names."""
    lore = NameLore()
    countries = {record["origin"]: record["countries"] for record in origins}
    rules = list(genders)
    endings = [(r["ending"], frozenset(r["origins"]), r["gender"]) for r in rules if "ending" in r]
    for record in first_names:
        at_home = frozenset(countries.get(record["origin"], ()))
        for name in map(fold, record["names"].split()):
            if name in lore.first:
                # `Erik`: listed a second time, so borne there as well
                lore.also[name] = lore.also.get(name, NOWHERE) | at_home
            elif at_home:
                lore.first[name] = at_home
            for ending, of, gender in endings:
                if record["origin"] in of:
                    told = gender if name.endswith(ending) else "m"
                    lore.genders.setdefault(name, told)
    for record in rules:
        lore.unlisted += tuple(record.get("unlisted_endings", ()))
        lore.womens += tuple(record.get("surname_endings", ()))
        for name in record.get("names", "").split():
            lore.genders[fold(name)] = record["gender"]
    lore.add_surnames(surnames)
    return lore
