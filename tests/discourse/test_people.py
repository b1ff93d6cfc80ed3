"""The roster: who bears a surname, and who sits in which car."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from rennbericht.discourse.mates import mates_of
from rennbericht.discourse.people import Participant, Roster, surname
from rennbericht.discourse.state import RaceState


def person(name: str) -> Participant:
    return Participant("DRIVER", None, name)


def board(roster: Roster, names: tuple[str, ...], tokens: tuple[int, ...]) -> None:
    aboard = [(roster.meet(person(n), t, True), t) for n, t in zip(names, tokens, strict=True)]
    roster.board(aboard, ["car:m3"])


def test_surname_keeps_particles() -> None:
    assert surname("Sheldon van der Linde") == "van der linde"
    assert surname("Jörg Müller") == "muller"


def test_of_two_of_one_surname_the_last_in_full_is_meant() -> None:
    roster = Roster()
    roster.meet(person("Dirk Müller"), 0, True)
    roster.meet(person("Jörg Müller"), 10, True)
    found = roster.by_surname("Müller")
    assert found is not None and found.participant.name == "Jörg Müller"
    roster.meet(person("Dirk Müller"), 20, True)
    found = roster.by_surname("Mueller") or roster.by_surname("Müller")
    assert found is not None and found.participant.name == "Dirk Müller"


def test_particle_surnames_are_found_by_their_last_word() -> None:
    roster = Roster()
    roster.meet(person("Johannes van Overbeek"), 0, True)
    assert roster.by_surname("van Overbeek") is not None
    assert roster.by_surname("Overbeek") is not None


def test_crew_is_the_latest_group_in_a_car() -> None:
    roster = Roster()
    for tokens, names in [((2, 5), ("Anna Adler", "Bert Brand")), ((40,), ("Carl Conrad",))]:
        board(roster, names, tokens)
    assert [p.participant.name for p in roster.crew(["car:m3"], 100)] == ["Carl Conrad"]
    board(roster, ("Anna Adler", "Bert Brand"), (60, 63))
    names = [p.participant.name for p in roster.crew(["car:m3"], 100)]
    assert names == ["Anna Adler", "Bert Brand"]


def test_crew_must_fit_every_part_of_a_compound() -> None:
    roster = Roster()
    adler = roster.meet(person("Anna Adler"), 1, True)
    brand = roster.meet(person("Bert Brand"), 9, True)
    roster.board([(adler, 1)], ["team:a", "manufacturer:bmw"])
    roster.board([(brand, 9)], ["team:b", "manufacturer:bmw"])
    crew = roster.crew(["team:a", "manufacturer:bmw"], 100)
    assert [p.participant.name for p in crew] == ["Anna Adler"]
    assert roster.crew(["team:unknown"], 100) == []


def test_mates_not_named_so_far_come_in_one_order() -> None:
    state = RaceState()
    names = ("Eva Ernst", "Carl Conrad", "Anna Adler", "Dora Dahl", "Fritz Fink", "Bert Brand")
    roster = state.roster
    roster.share([roster.meet(person(n), 50 + at, True) for at, n in enumerate(names)])
    resolver: Any = SimpleNamespace(state=state)
    mates = [mate.name for mate in mates_of(resolver, person("Eva Ernst"), 10)]
    assert mates == ["Anna Adler", "Bert Brand", "Carl Conrad", "Dora Dahl", "Fritz Fink"]
