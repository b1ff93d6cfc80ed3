"""Examples: every frame says what its examples expect, and none fires on its counters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from spacy.language import Language

from rennbericht.contract.build import EVENTS
from rennbericht.contract.slug import fold
from rennbericht.contract.types import TYPES
from rennbericht.curation.events_text import event_line
from rennbericht.events.line import FrameLine, as_list

from .findings import Finding, Line

#: what a rank whose type the context decides may become
PLACE_TYPES = frozenset({"result", "position", "lead", "pole", "championship"})
_ROLES = frozenset(role for spec in TYPES.values() for role in spec.roles)
Events = list[dict[str, Any]]


def wrong_examples(nlp: Language, frames: Iterable[tuple[Line, FrameLine]]) -> Iterator[Finding]:
    """Run all examples and counter-examples, each sentence once.

    Args:
        nlp: a whole pipeline with the patterns in question.
        frames: the frames with their lines.
    """
    frames = list(frames)
    texts = {t: None for _, f in frames for t in (*as_list(f.example), *as_list(f.counter))}
    told = dict(zip(texts, (doc.user_data[EVENTS] for doc in nlp.pipe(texts)), strict=True))
    for line, frame in frames:
        for code, detail in faults(frame, told):
            advice = (
                f"look at it with: rennbericht patterns explain {detail.splitlines()[0]!r}"
                if code == "RB112"
                else "add a condition that keeps the counter out, or take the counter out"
            )
            yield line.finding(code, f"{frame.id}: {detail}", advice)


def faults(frame: FrameLine, told: dict[str, Events]) -> Iterator[tuple[str, str]]:
    """What is wrong with a frame's examples and counters: code and words.

    Args:
        frame: the frame.
        told: the events of each sentence.
    """
    for example, expect in _pairs(frame):
        if not any(agrees(event, frame.type, expect) for event in told[example]):
            given = "; ".join(event_line(event) for event in told[example]) or "no event"
            yield "RB112", f"{example}\n  expected {expect}, given {given}"
    for counter in as_list(frame.counter):
        if any(event["pattern"] == frame.id for event in told[counter]):
            yield "RB113", counter


def _pairs(frame: FrameLine) -> list[tuple[str, dict[str, Any]]]:
    """Examples with what each gives: pair by pair, one for all, or several for one."""
    examples = as_list(frame.example)
    expects = frame.expect if isinstance(frame.expect, list) else [frame.expect]
    if len(expects) == len(examples):
        return list(zip(examples, expects, strict=True))
    if len(examples) == 1:
        return [(examples[0], expect) for expect in expects]
    return [(example, expects[0]) for example in examples]


def agrees(event: dict[str, Any], frame_type: str, expect: dict[str, Any]) -> bool:
    """Whether an event of the pipeline gives what an example expects."""
    types = PLACE_TYPES if frame_type == "place" else {frame_type}
    if event["type"] not in ({expect["type"]} if "type" in expect else types):
        return False
    for key, wanted in expect.items():
        if key == "status":
            if event["status"] != wanted:
                return False
        elif key in _ROLES:
            if not _named(event["roles"].get(key, []), as_list(wanted)):
                return False
        elif key != "type" and not _attribute_agrees(event["attributes"].get(key), wanted):
            return False
    return True


def _named(arguments: list[dict[str, Any]], wanted: list[str]) -> bool:
    """Whether exactly these people fill a role; a surname is enough."""
    names = [fold(a["entity"]["name"]) for a in arguments if a["entity"]]
    return len(arguments) == len(wanted) and all(
        any(name.endswith(fold(surname)) for name in names) for surname in wanted
    )


def _attribute_agrees(given: Any, wanted: Any) -> bool:
    if isinstance(given, dict) and not isinstance(wanted, dict):
        return wanted in given.values()
    return bool(given == wanted)
