"""Events of two pattern sets on the same texts, side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from spacy.language import Language

from rennbericht.contract.build import EVENTS
from rennbericht.curation.texts import CuratedText, verdicts

Event = dict[str, Any]
Kind = Literal["gained", "lost", "changed"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One event that is not the same under both sets; `right` is None without gold."""

    doc_id: str
    sentence: str
    before: Event | None
    after: Event | None
    right_before: bool | None = None
    right_after: bool | None = None

    @property
    def kind(self) -> Kind:
        """Whether the event is new, gone or another one."""
        if self.before is None:
            return "gained"
        return "lost" if self.after is None else "changed"

    @property
    def worse(self) -> bool:
        """Whether, by gold, something right has gone or something wrong has come."""
        return (self.right_before is True and self.right_after is not True) or (
            self.right_after is False and self.right_before is not False
        )


@dataclass(slots=True)
class Comparison:
    """All differences, with totals by type."""

    differences: list[Difference] = field(default_factory=list)
    #: event type -> how many under the first set, under the second
    before: Counter[str] = field(default_factory=Counter)
    after: Counter[str] = field(default_factory=Counter)
    #: event type -> right ones, on texts with gold
    right_before: Counter[str] = field(default_factory=Counter)
    right_after: Counter[str] = field(default_factory=Counter)
    gold: int = 0

    @property
    def worse(self) -> bool:
        """Whether anything got worse, as far as gold tells."""
        return any(difference.worse for difference in self.differences)

    def as_dict(self) -> dict[str, Any]:
        """Everything as plain data."""
        return {
            "texts_with_gold": self.gold,
            "worse": self.worse,
            "differences": [
                {
                    "kind": d.kind, "doc_id": d.doc_id, "sentence": d.sentence,
                    "before": d.before, "after": d.after, "right_before": d.right_before,
                    "right_after": d.right_after, "worse": d.worse,
                }
                for d in self.differences
            ],
            "types": {
                name: {
                    "before": self.before[name], "after": self.after[name],
                    **({"right_before": self.right_before[name],
                        "right_after": self.right_after[name]} if self.gold else {}),
                }
                for name in sorted(self.before | self.after)
            },
        }  # fmt: skip


def compare(first: Language, second: Language, texts: Sequence[CuratedText]) -> Comparison:
    """Run two pipelines over texts and compare their events.

    Args:
        first: the pipeline with the patterns as they were.
        second: the pipeline with those as they are.
        texts: what to run them on; where there is gold, right and wrong are told.
    """
    found = Comparison()
    words = [text.text for text in texts]
    old, new = ([doc.user_data[EVENTS] for doc in nlp.pipe(words)] for nlp in (first, second))
    for text, before, after in zip(texts, old, new, strict=True):
        right_before = _judge(text, before)
        right_after = _judge(text, after)
        found.gold += text.gold is not None
        found.before.update(event["type"] for event in before)
        found.after.update(event["type"] for event in after)
        found.right_before.update(e["type"] for e, r in zip(before, right_before, strict=True) if r)
        found.right_after.update(e["type"] for e, r in zip(after, right_after, strict=True) if r)
        for i, j in _pairs(before, after):
            event = before[i] if i is not None else after[j if j is not None else 0]
            found.differences.append(
                Difference(
                    text.doc_id,
                    " ".join(event["sentence"]["text"].split()),
                    before[i] if i is not None else None,
                    after[j] if j is not None else None,
                    right_before[i] if i is not None else None,
                    right_after[j] if j is not None else None,
                )
            )
    return found


def _judge(text: CuratedText, events: list[Event]) -> list[bool | None]:
    return [None] * len(events) if text.gold is None else [*verdicts(text.gold, events)]


def _pairs(before: list[Event], after: list[Event]) -> list[tuple[int | None, int | None]]:
    """Indices of events that differ: those of one sentence and type stand side by side.

    An event that only another frame tells now is the same event.
    """
    left = Counter(map(_told, after))
    old = [i for i, event in enumerate(before) if not _take(left, _told(event))]
    left = Counter(map(_told, before))
    new = [j for j, event in enumerate(after) if not _take(left, _told(event))]
    pairs: list[tuple[int | None, int | None]] = []
    for i in old:
        place = _place(before[i])
        match = next((j for j in new if _place(after[j]) == place), None)
        if match is not None:
            new.remove(match)
        pairs.append((i, match))
    pairs += [(None, j) for j in new]
    return sorted(
        pairs,
        key=lambda pair: (before[pair[0]] if pair[0] is not None else after[pair[1] or 0])[
            "trigger"
        ]["start"],
    )


def _take(counts: Counter[str], key: str) -> bool:
    """Whether one of these is left, which is then taken."""
    if counts[key] <= 0:
        return False
    counts[key] -= 1
    return True


def _told(event: Event) -> str:
    """What an event says, whatever frame and words say it."""
    roles = {
        role: sorted((a["entity"] or {}).get("name") or f"?{a['text']}" for a in arguments)
        for role, arguments in event["roles"].items()
    }
    also = sorted(span["start"] for span in event["also"])
    return repr((
        event["sentence"]["start"], event["type"], event["status"], sorted(roles.items()),
        sorted(event["attributes"].items(), key=lambda item: item[0]), also,
    ))  # fmt: skip


def _place(event: Event) -> tuple[int, str]:
    return event["sentence"]["start"], event["type"]
