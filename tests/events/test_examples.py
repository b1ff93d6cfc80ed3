"""Every frame's examples say what the frame claims, and its counters do not fire it."""

from __future__ import annotations

import json
import sys

import pytest
from spacy.language import Language

from rennbericht.contract.build import EVENTS
from rennbericht.curation.lint.examples import faults
from rennbericht.events.line import FrameLine, as_list
from rennbericht.events.load_frames import parse_line
from rennbericht.patterns import patterns_dir, read_jsonl

FRAMES = [
    (f"{path.name}:{number}", parse_line(record, path, number))
    for path in sorted((patterns_dir() / "events").glob("*.jsonl"))
    for number, record in read_jsonl(path)
    if "set" not in record
]


def failures(nlp: Language, frame: FrameLine) -> list[str]:
    """What is wrong with a frame's examples and counters, in words."""
    texts = [*as_list(frame.example), *as_list(frame.counter)]
    told = {text: nlp(text).user_data[EVENTS] for text in texts}
    return [f"{code} {detail}" for code, detail in faults(frame, told)]


@pytest.mark.parametrize(("place", "frame"), FRAMES, ids=[frame.id for _, frame in FRAMES])
def test_examples(nlp: Language, place: str, frame: FrameLine) -> None:
    found = failures(nlp, frame)
    assert not found, f"{place}\n" + "\n".join(found)


def test_every_frame_has_an_example() -> None:
    assert FRAMES
    for place, frame in FRAMES:
        assert as_list(frame.example), place


def main() -> None:
    """Print the failures of frames whose id or place contains one of the arguments."""
    import rennbericht

    nlp = rennbericht.load()
    wanted = sys.argv[1:]
    bad = total = 0
    for place, frame in FRAMES:
        if wanted and not any(w in frame.id or w in place for w in wanted):
            continue
        total += 1
        if found := failures(nlp, frame):
            bad += 1
            print(f"{place} {frame.id}")
            for text in found:
                print("   ", text)
    print(json.dumps({"frames": total, "failing": bad}))


if __name__ == "__main__":
    main()
