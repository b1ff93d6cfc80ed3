"""Two hundred ways of getting past somebody, of failing to, and of meaning something else."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from spacy.language import Language

from rennbericht.contract.slug import fold

FILE = Path(__file__).with_name("overtaking.txt")
#: share of the texts that must come out whole
WHOLE = 0.9

#: a reader may take one for the other (`kam nicht vorbei`)
FAILED = frozenset({"negated", "attempted"})

#: status, who passes, who is passed
Pass = tuple[str, str, str]


class Case(NamedTuple):
    line: int
    text: str
    wanted: dict[Pass, dict[str, str]]


def read_cases() -> list[Case]:
    cases: list[Case] = []
    for number, line in enumerate(FILE.read_text("utf-8").splitlines(), 1):
        if line.startswith("> "):
            cases.append(Case(number, line[2:], {}))
        elif line and not line.startswith("#"):
            told, _, attributes = line.partition(" | ")
            agent, _, patient = told.partition(" > ")
            status, _, name = agent.rpartition(" ")
            if status not in ("negated", "attempted", "near_miss", "hypothetical"):
                status, name = "asserted", agent
            pairs = (a.strip().partition("=") for a in attributes.split(";") if a)
            cases[-1].wanted[status, fold(name), fold(patient)] = {
                key: value or "True" for key, _, value in pairs
            }
    return cases


def given(nlp: Language, text: str) -> dict[Pass, dict[str, Any]]:
    """Every pair of the overtakes found in a text, with the attributes of its event."""
    found: dict[Pass, dict[str, Any]] = {}
    for event in nlp(text).user_data["rennbericht_events"]:
        if event["type"] == "overtake":
            for agent in names(event, "agent"):
                for patient in names(event, "patient"):
                    found[event["status"], agent, patient] = event["attributes"]
    return found


def names(event: dict[str, Any], role: str) -> list[str]:
    arguments = event["roles"].get(role, ())
    return [fold(a["entity"]["name"]) if a["entity"] else "?" for a in arguments] or ["?"]


def agrees(found: dict[Pass, dict[str, Any]], wanted: dict[Pass, dict[str, str]]) -> bool:
    """Whether the same passings are told, surnames standing for full names."""
    left = dict(wanted)
    for (status, agent, patient), attributes in found.items():
        for key in left:
            if (
                (key[0] == status or {key[0], status} == FAILED)
                and same(agent, key[1])
                and same(patient, key[2])
                and all(str(attributes.get(a)) == value for a, value in left[key].items())
            ):
                del left[key]
                break
        else:
            return False
    return not left


def same(name: str, surname: str) -> bool:
    return name == surname or name.endswith(f" {surname}")


CASES = read_cases()


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 200
    assert sum(not case.wanted for case in CASES) >= 30


def test_overtaking(nlp: Language) -> None:
    wrong = []
    for case in CASES:
        found = given(nlp, case.text)
        if not agrees(found, case.wanted):
            wrong.append(f"{FILE.name}:{case.line}: {case.text}\n    {sorted(found)}")
    share = 1 - len(wrong) / len(CASES)
    assert share >= WHOLE, f"{share:.3f}\n" + "\n".join(wrong)
