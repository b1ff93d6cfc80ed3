"""Found, missed, wrong: small pairs of gold and output."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from rennbericht.evaluation.score import score_events

CASES = Path(__file__).parents[3] / "shared" / "score_cases.json"
FIRST, SECOND = (0, 50), (50, 100)


def gold(
    event_type: str,
    roles: dict[str, list[str]],
    attributes: dict[str, Any] | None = None,
    *,
    status: str = "asserted",
    sentence: tuple[int, int] = FIRST,
    optional: bool = False,
) -> dict[str, Any]:
    event = {
        "type": event_type,
        "status": status,
        "trigger": {"text": "x", "start": sentence[0] + 5, "end": sentence[0] + 6},
        "sentence": {"start": sentence[0]},
        "roles": roles,
        "attributes": attributes or {},
    }
    return {**event, "optional": True} if optional else event


def out(
    event_type: str,
    roles: dict[str, Sequence[str | tuple[str, int] | None]],
    attributes: dict[str, Any] | None = None,
    *,
    status: str = "asserted",
    sentence: tuple[int, int] = FIRST,
    also: list[tuple[int, int]] | None = None,
) -> dict[str, Any]:
    """An output event; a name may come with its offset, so that people can share a mention."""

    def argument(number: int, who: str | tuple[str, int] | None) -> dict[str, Any]:
        name, start = who if isinstance(who, tuple) else (who, 10 + number)
        entity = {"label": "DRIVER", "id": "driver:x", "name": name} if name else None
        return {"text": name or "er", "start": start, "end": start + 1, "entity": entity}

    event = gold(event_type, {}, attributes, status=status, sentence=sentence)
    event["sentence"] = {"start": sentence[0], "end": sentence[1]}
    event["roles"] = {r: [argument(i, w) for i, w in enumerate(ws)] for r, ws in roles.items()}
    event["also"] = [{"start": start, "end": end} for start, end in also or []]
    return event


def holder(*names: str | tuple[str, int] | None) -> dict[str, Any]:
    return {"holder": list(names)}


def counts(
    golds: list[dict[str, Any]], outputs: list[dict[str, Any]], *, strict: bool
) -> tuple[int, int, int]:
    return score_events(golds, outputs, strict=strict).tally.overall()


A, B, C, D = "Ida Adler", "Bo Brandt", "Cem Çelik", "Dan Dorn"
OWN: list[tuple[str, list[Any], list[Any], tuple[int, int, int], tuple[int, int, int]]] = [
    ("nothing", [], [], (0, 0, 0), (0, 0, 0)),
    ("missed", [gold("pole", holder(A))], [], (0, 1, 0), (0, 1, 0)),
    ("invented", [], [out("pole", holder(A))], (0, 0, 1), (0, 0, 1)),
    ("accents", [gold("pole", holder(C))], [out("pole", holder("CEM CELIK"))], *[(1, 0, 0)] * 2),
    ("other type", [gold("pole", holder(A))], [out("lead", holder(A))], *[(0, 1, 1)] * 2),
    (
        "a crew that nobody wanted is one wrong unit where its people share a mention",
        [],
        [out("pit_stop", holder((A, 3), (B, 3)))],
        *[(0, 0, 1)] * 2,
    ),
    (
        "two people with mentions of their own that nobody wanted are two",
        [],
        [out("pit_stop", holder(A, B))],
        *[(0, 0, 2)] * 2,
    ),
    (
        "a person too many, with a mention of his own",
        [gold("pit_stop", holder(A))],
        [out("pit_stop", holder(A, B))],
        (1, 0, 1),
        (1, 0, 1),
    ),
    (
        "a crew where one is at the wheel",
        [gold("pit_stop", holder(A))],
        [out("pit_stop", holder((A, 3), (B, 3)))],
        (1, 0, 1),
        (1, 0, 0),
    ),
    (
        "somebody unknown beside a known one does not count",
        [gold("pit_stop", holder(A))],
        [out("pit_stop", holder(A, None))],
        *[(1, 0, 0)] * 2,
    ),
    ("nobody known", [gold("pole", holder(A))], [out("pole", holder(None))], *[(0, 1, 1)] * 2),
    (
        "the same stop in two sentences, told by one output through also, counts once",
        [gold("pit_stop", holder(A)), gold("pit_stop", holder(A), sentence=SECOND)],
        [out("pit_stop", holder(A), also=[SECOND])],
        *[(1, 1, 0)] * 2,
    ),
    (
        "an assignment that matches most, whatever comes first",
        [gold("pole", holder("Adler")), gold("pole", holder(A))],
        [out("pole", holder(A)), out("pole", holder("Jo Adler"))],
        *[(2, 0, 0)] * 2,
    ),
    (
        "what must be found goes before what may",
        [gold("lead", holder(A), optional=True), gold("lead", holder(A))],
        [out("lead", holder(A))],
        *[(1, 0, 0)] * 2,
    ),
    (
        "agents by patients, one pair invented",
        [gold("overtake", {"agent": [A], "patient": [C]})],
        [out("overtake", {"agent": [A, B], "patient": [C]})],
        (1, 0, 1),
        (1, 0, 1),
    ),
    (
        "overtake to the first place, told as a lead",
        [gold("overtake", {"agent": [A], "patient": [B]}, {"position": 1})],
        [out("lead", holder(A))],
        *[(1, 0, 0)] * 2,
    ),
    (
        "overtake to another place is no lead",
        [gold("overtake", {"agent": [A], "patient": [B]}, {"position": 2})],
        [out("lead", holder(A))],
        *[(0, 1, 1)] * 2,
    ),
    (
        "lead, told as an overtake to the first place",
        [gold("lead", holder(A))],
        [out("overtake", {"agent": [A], "patient": [B]}, {"position": 1})],
        *[(1, 0, 0)] * 2,
    ),
    (
        "hitting a wall as a collision of one party",
        [gold("off_track", holder(A), {"kind": "crash"})],
        [out("collision", {"party": [A]})],
        *[(1, 0, 0)] * 2,
    ),
    (
        "a slide is no collision",
        [gold("off_track", holder(A), {"kind": "slide"})],
        [out("collision", {"party": [A]})],
        *[(0, 1, 1)] * 2,
    ),
    (
        "pole is no first place in the race",
        [gold("pole", holder(A))],
        [out("result", holder(A), {"position": 1})],
        *[(0, 1, 1)] * 2,
    ),
    (
        "yellow and full course yellow",
        [gold("neutralisation", {}, {"kind": "yellow"})],
        [out("neutralisation", {}, {"kind": "full_course_yellow"})],
        *[(1, 0, 0)] * 2,
    ),
    (
        "a title's status is not compared",
        [gold("championship", holder(A), {"outcome": "lost"}, status="hypothetical")],
        [out("championship", holder(A), {"outcome": "lost"})],
        *[(1, 0, 0)] * 2,
    ),
    (
        "what stands in for a position decides",
        [gold("position", holder(A), {"direction": "lost"})],
        [out("position", holder(A), {"direction": "gained"})],
        *[(0, 1, 1)] * 2,
    ),
    (
        "a number beside the direction asked for",
        [gold("position", holder(A), {"direction": "lost"})],
        [out("position", holder(A), {"direction": "lost", "position": 6})],
        *[(1, 0, 0)] * 2,
    ),
    (
        "attributes that are not core do not decide",
        [gold("lead", holder(A), {"class": "GT3", "how": "start"})],
        [out("lead", holder(A), {"class": "GT4"})],
        *[(1, 0, 0)] * 2,
    ),
    (
        "two of one surname are not met by one",
        [gold("pit_stop", holder("Jo Adler", "Ida Adler"))],
        [out("pit_stop", holder("Adler"))],
        (0, 1, 1),
        (1, 0, 0),
    ),
    (
        "types reported apart",
        [gold("battle", {"attacker": [A]}), gold("start", holder(A))],
        [out("repair", holder(A))],
        *[(0, 0, 0)] * 2,
    ),
]


@pytest.mark.parametrize(
    ("golds", "outputs", "strict", "lenient"),
    [case[1:] for case in OWN],
    ids=[case[0] for case in OWN],
)
def test_own_cases(
    golds: list[dict[str, Any]],
    outputs: list[dict[str, Any]],
    strict: tuple[int, int, int],
    lenient: tuple[int, int, int],
) -> None:
    assert counts(golds, outputs, strict=True) == strict
    assert counts(golds, outputs, strict=False) == lenient


@pytest.mark.skipif(not CASES.is_file(), reason="the agreed cases are not beside this checkout")
def test_agreed_cases() -> None:
    cases = json.loads(CASES.read_text(encoding="utf-8"))
    assert len(cases) == 24
    for case in cases:
        for mode in ("strict", "lenient"):
            found, missed, wrong = counts(case["gold"], case["output"], strict=mode == "strict")
            assert {"found": found, "missed": missed, "wrong": wrong} == case[mode], case["case"]


def test_a_sentence_cut_in_another_way_is_the_same() -> None:
    event = gold("pole", holder(A), sentence=SECOND)
    glued = out("pole", holder(A), sentence=(0, 100))
    split = out("pole", holder(A), sentence=(53, 100))
    other = out("pole", holder(A), sentence=(60, 100))
    assert counts([event], [glued], strict=True) == (1, 0, 0)
    assert counts([event], [split], strict=True) == (1, 0, 0)
    assert counts([event], [other], strict=True) == (0, 1, 1)


def test_events_of_a_headline_do_not_meet_gold_of_the_text() -> None:
    headline = {**out("pole", holder(A)), "field": "title"}
    assert counts([gold("pole", holder(A))], [headline], strict=True) == (0, 1, 1)
