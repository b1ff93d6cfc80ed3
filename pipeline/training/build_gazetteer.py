"""Make the Formula 1 part of the gazetteer from f1db (CC BY 4.0).

Usage: python pipeline/training/build_gazetteer.py F1DB_FOLDER [PATTERNS_FOLDER]

Lines are merged into what is there: keys and patterns that editors have written stay, and the
result is the same however often it runs. Delete a file to have it made anew.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rennbericht.contract.slug import fold, slug

Record = dict[str, Any]
HERE = Path(__file__).parent
SERIES = "series:formel-1"
#: f1db writes `Carlos Sainz Jr.`; German reports leave the suffix out
SUFFIX = re.compile(r",? [JS]r\.$")
#: names of cars that mean nothing else when they stand alone (`P34`, `T3`, `Q2` do)
TELLING = re.compile(r"(?:[A-OR-SU-Z]\d{2,3}|[A-Z]{2,4}[-/]?\d{1,3})(?:[-/]\d{1,3})?[A-Z]?")
#: constructors gone since then are found by their full names only
LIVING_SEASON = 1995
#: makers of cars for Indianapolis counted in the 1950s: no report names them by that name
INDY_LAST_SEASON = 1960


def records(folder: Path, name: str) -> list[Record]:
    """The lines of one f1db file."""
    lines = (folder / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def merge(path: Path, new: Iterable[Record], keys: tuple[str, ...]) -> None:
    """Merge records into a file of JSON lines; a record is known by the values of `keys`."""
    merged: dict[tuple[str, ...], Record] = {}
    old = path.read_text("utf-8").splitlines() if path.is_file() else []
    for record in [*new, *map(json.loads, old)]:
        key = tuple(json.dumps(record[k], ensure_ascii=False) for k in keys)
        merged[key] = merged.get(key, {}) | record
    lines = [
        json.dumps(merged[key], ensure_ascii=False)
        for key in sorted(merged, key=lambda k: (merged[k]["id"], k))
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def pattern(label: str, name: str, key: str) -> Record:
    """One line for the EntityRuler."""
    return {"label": label, "pattern": name, "id": key}


def drivers(folder: Path, nations: dict[str, str], not_drivers: set[str]) -> Iterator[Record]:
    """Facts of the drivers."""
    places = {r["en"]: r["de"] for r in records(HERE, "german_places")}
    for row in records(folder, "drivers"):
        name = SUFFIX.sub("", row["name"])
        if slug(row["name"]) in not_drivers:
            continue
        fact: Record = {"id": f"driver:{slug(row['name'])}", "name": name}
        fact["nationality"] = nations.get(row["nationality"])
        fact["birthplace"] = places.get(row["birthplace"], row["birthplace"])
        fact["gender"] = {"MALE": "m", "FEMALE": "f"}.get(row["gender"])
        fact["born"] = row["born"]
        last = SUFFIX.sub("", row["last_name"])
        if " " in last and last.split()[-1] != last:
            fact["surname"] = name[-len(last) :]
        fact["series"] = [SERIES]
        if row["first_season"]:
            fact["seasons"] = [row["first_season"], row["last_season"]]
        fact["source"] = "f1db"
        yield {key: value for key, value in fact.items() if value is not None}


def teams(folder: Path, nations: dict[str, str]) -> Iterator[tuple[Record, list[str]]]:
    """Facts of the constructors with the names they go by."""
    for row in records(folder, "constructors"):
        last = row["last_season"] or 0
        if row["country"] == "united-states-of-america" and last <= INDY_LAST_SEASON:
            continue
        fact = {"id": f"team:{slug(row['name'])}", "name": row["name"]}
        fact["nationality"] = nations.get(row["country"])
        fact |= {"series": [SERIES], "source": "f1db"}
        if row["first_season"]:
            fact["seasons"] = [row["first_season"], row["last_season"]]
        names = {row["full_name"], row["name"] if last >= LIVING_SEASON else row["full_name"]}
        yield fact, sorted(names)


def cars(folder: Path, kept: set[str]) -> Iterator[tuple[Record, list[str]]]:
    """Facts of the chassis with full name, and short name where it means nothing else."""
    rows = records(folder, "chassis")
    makers = {row["id"]: row["name"] for row in records(folder, "constructors")}
    counts: dict[str, int] = {}
    for row in rows:
        counts[row["name"]] = counts.get(row["name"], 0) + 1
    for row in rows:
        if row["name"] == makers.get(row["constructor"], row["name"]):
            continue
        names = [row["full_name"]]
        if counts[row["name"]] == 1 and TELLING.fullmatch(row["name"]):
            names.append(row["name"])
        maker = f"team:{slug(makers[row['constructor']])}"
        if maker not in kept:
            continue
        fact = {"id": f"car:{slug(row['full_name'])}", "name": row["full_name"], "team": maker}
        yield fact | {"series": [SERIES], "source": "f1db"}, names


def tracks(folder: Path, nations: dict[str, str]) -> Iterator[tuple[Record, list[str]]]:
    """Facts of the circuits with official and former names."""
    for row in records(folder, "circuits"):
        fact = {"id": f"track:{row['id']}", "name": row["name"], "place": row["place"]}
        fact |= {"country": nations[row["country"]], "length_km": row["length_km"]}
        names = {row["name"], row["full_name"], *(row["previous_names"] or [])}
        yield fact | {"source": "f1db"}, sorted(n for n in names if not _is_place(n, row))


def _is_place(name: str, row: Record) -> bool:
    """Whether a name is that of a person or a country as well (`Korea`, `Nelson Piquet`)."""
    person = name == row["name"] and len(name.split()) > 1 and name in row["full_name"]
    return (person and name != row["full_name"]) or fold(name) in {"korea", "americas"}


def main(folder: Path, patterns: Path) -> None:
    """Write patterns and facts."""
    nations = {row["id"]: row["alpha2"] for row in records(folder, "countries")}
    entities, facts = patterns / "entities", patterns / "facts"
    persons = entities / "persons.jsonl"
    lines = persons.read_text("utf-8").splitlines() if persons.is_file() else []
    not_drivers = {slug(json.loads(line)["pattern"]) for line in lines}

    people = list(drivers(folder, nations, not_drivers))
    merge(facts / "drivers-f1.jsonl", people, ("id",))
    names = [pattern("DRIVER", p["name"], p["id"]) for p in people]
    merge(entities / "drivers-f1.jsonl", names, ("pattern", "id"))
    constructors = list(teams(folder, nations))
    for label, rows in (
        ("TEAM", constructors),
        ("CAR", list(cars(folder, {fact["id"] for fact, _ in constructors}))),
        ("TRACK", list(tracks(folder, nations))),
    ):
        stem = f"{label.lower()}s-f1.jsonl"
        merge(facts / stem, [fact for fact, _ in rows], ("id",))
        lines_ = [pattern(label, name, fact["id"]) for fact, ns in rows for name in ns]
        merge(entities / stem, lines_, ("pattern", "id"))


if __name__ == "__main__":
    shipped = HERE.parents[1] / "patterns"
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else shipped)
