"""Every frame's examples say what the frame claims, and its counters do not fire it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from rennbericht.contract.slug import fold
from rennbericht.contract.types import TYPES
from rennbericht.patterns import patterns_dir, read_jsonl

FRAMES = [
    (path.name, number, record)
    for path in sorted((patterns_dir() / "events").glob("*.jsonl"))
    for number, record in read_jsonl(path)
    if "set" not in record
]


def as_list(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def agrees(event: dict[str, Any], frame: dict[str, Any], expect: dict[str, Any]) -> bool:
    """Whether an event of the pipeline gives what an example expects."""
    types = {frame["type"]} if frame["type"] != "place" else {
        "result", "position", "lead", "pole", "championship"
    }  # fmt: skip
    types = {expect.get("type")} if "type" in expect else types
    if event["type"] not in types:
        return False
    for key, wanted in expect.items():
        if key == "type":
            continue
        if key == "status":
            if event["status"] != wanted:
                return False
        elif any(key in spec.roles for spec in TYPES.values()):
            names = [
                fold(a["entity"]["name"]) if a["entity"] else None
                for a in event["roles"].get(key, [])
            ]
            if len(names) != len(as_list(wanted)):
                return False
            for name in as_list(wanted):
                if not any(n and (n == fold(name) or n.endswith(fold(name))) for n in names):
                    return False
        elif not attribute_agrees(event["attributes"].get(key), wanted):
            return False
    return True


def attribute_agrees(given: Any, wanted: Any) -> bool:
    if isinstance(given, dict) and not isinstance(wanted, dict):
        return wanted in (given.get("name"), given.get("id"), *given.values())
    return bool(given == wanted)


def failures(nlp: Any, frame: dict[str, Any]) -> list[str]:
    """What is wrong with a frame's examples and counters, in words."""
    found: list[str] = []
    examples = as_list(frame["example"])
    expects = as_list(frame.get("expect", {}))
    if len(expects) != len(examples):
        pairs = [(examples[0], expect) for expect in expects] if len(examples) == 1 else [
            (example, expects[0]) for example in examples
        ]  # fmt: skip
    else:
        pairs = list(zip(examples, expects, strict=True))
    for example, expect in pairs:
        events = nlp(example).user_data["rennbericht_events"]
        if not any(agrees(event, frame, expect) for event in events):
            given = [
                (
                    e["type"], e["status"], e["pattern"],
                    {
                        r: [a["entity"] and a["entity"]["name"] for a in v]
                        for r, v in e["roles"].items()
                    },
                    e["attributes"],
                )
                for e in events
            ]  # fmt: skip
            found.append(f"{example}\n    expected {expect}\n    given {given}")
    for counter in as_list(frame.get("counter")):
        events = nlp(counter).user_data["rennbericht_events"]
        if any(event["pattern"] == frame["id"] for event in events):
            found.append(f"counter fires: {counter}")
    return found


@pytest.mark.parametrize(
    ("file", "line", "frame"), FRAMES, ids=[record["id"] for _, _, record in FRAMES]
)
def test_examples(nlp: Any, file: str, line: int, frame: dict[str, Any]) -> None:
    found = failures(nlp, frame)
    assert not found, f"{file}:{line}\n" + "\n".join(found)


def test_every_frame_has_an_example() -> None:
    assert FRAMES
    for file, line, frame in FRAMES:
        assert as_list(frame["example"]), f"{file}:{line}"


def main() -> None:
    """Print the failures of frames whose id contains one of the arguments (all without)."""
    import sys

    import rennbericht

    nlp = rennbericht.load()
    wanted = sys.argv[1:]
    bad = total = 0
    for file, line, frame in FRAMES:
        if wanted and not any(w in frame["id"] or w == file for w in wanted):
            continue
        total += 1
        if found := failures(nlp, frame):
            bad += 1
            print(f"{file}:{line} {frame['id']}")
            for text in found:
                print("   ", text)
    print(json.dumps({"frames": total, "failing": bad}))


if __name__ == "__main__":
    main()
