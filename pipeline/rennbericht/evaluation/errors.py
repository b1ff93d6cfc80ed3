"""Missed and wrong events, made to be read: the sentence, what was wanted, what came near."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from rennbericht.evaluation.agreement import claim, same_sentence, share_trigger
from rennbericht.evaluation.score import Score
from rennbericht.evaluation.units import GoldEvent, OutputEvent

_NEAR = 3
#: Where a sentence ends, well enough to show it.
_FINAL = re.compile(r"[.!?][\"”“«)]*(?=\s|$)|\n\s*\n")


def error_lines(doc_id: str, text: str | None, score: Score) -> Iterator[str]:
    """Yield the errors of one document, sentence by sentence, in the order of the text.

    Args:
        doc_id: id of the document.
        text: its text, for the gold sentences; without it only their offsets are named.
        score: its score.
    """
    found = {id(pair[1]) for pair in score.pairs}
    wrong = {id(output) for output in score.wrong}
    by_sentence: dict[int, list[GoldEvent | OutputEvent]] = {}
    events: list[GoldEvent | OutputEvent] = [*score.missed, *score.wrong]
    for event in events:
        by_sentence.setdefault(event.data["sentence"]["start"], []).append(event)
    if by_sentence:
        yield f"== {doc_id}"
    for start in sorted(by_sentence):
        here = by_sentence[start]
        yield ""
        yield f"[{start}] {_sentence(start, here, text)}"
        for event in here:
            if isinstance(event, GoldEvent):
                yield f"  missed  {_gold_line(event)}"
                for near in _near(event, score.wrong):
                    _, differences = claim(event, near, strict=True)
                    yield f"    near  {'; '.join(differences) or 'taken by another'}"
            elif id(event) in wrong:
                part = " (in part)" if id(event) in found else ""
                yield f"  wrong   {_output_line(event)}{part}"


def _near(missed: GoldEvent, wrong: Sequence[OutputEvent]) -> list[OutputEvent]:
    """Return the wrong outputs that a missed event may have become, the nearest first."""
    here = [o for o in wrong if same_sentence(missed.data, o.data)]
    here = [o for o in here if o.type == missed.type or share_trigger(missed, o)]
    here.sort(key=lambda o: (o.type != missed.type, len(claim(missed, o, strict=True)[1])))
    return here[:_NEAR]


def _sentence(start: int, events: Sequence[GoldEvent | OutputEvent], text: str | None) -> str:
    """Return the sentence: as the output cut it, else up to a final mark behind the triggers."""
    for event in events:
        if isinstance(event, OutputEvent) and "text" in event.data["sentence"]:
            return " ".join(event.data["sentence"]["text"].split())
    if text is None:
        return ""
    last = max(event.data["trigger"]["end"] for event in events)
    mark = _FINAL.search(text, last)
    return " ".join(text[start : mark.end() if mark else len(text)].split())


def _gold_line(event: GoldEvent) -> str:
    roles = {role: " + ".join(names) for role, names in event.roles.items()}
    return _line(event.type, event.status, event.data["trigger"]["text"], roles, event.attributes)


def _output_line(event: OutputEvent) -> str:
    roles = {
        role: " + ".join(person.name if person.known else f"?{person.name}?" for person in people)
        for role, people in event.people.items()
    }
    line = _line(event.type, event.status, event.data["trigger"]["text"], roles, event.attributes)
    vias = sorted(
        {m["via"] for members in event.data["roles"].values() for m in members if "via" in m}
    )
    return f"{line}  via {'+'.join(vias) or '-'}  {event.data.get('pattern', '')}".rstrip()


def _line(
    event_type: str, status: str, trigger: str, roles: dict[str, str], attributes: dict[str, Any]
) -> str:
    shown = "" if status == "asserted" else f" ({status})"
    parts = [f"{event_type}{shown} “{trigger}”"]
    parts += [f"{role}: {names}" for role, names in roles.items()]
    parts += [f"{key}={value}" for key, value in attributes.items()]
    return "  ".join(parts)
