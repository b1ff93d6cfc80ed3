"""What the entity component writes: plain dicts, so that a Doc stays serialisable."""

from __future__ import annotations

from typing import Any, Literal, TypedDict

from ..patterns import shipped_class

#: Key in `doc.user_data` under which the list of mentions stands, ordered by (start, -end).
MENTIONS = "rennbericht_mentions"
#: Key of mentions that are only shown: names of races, over the places in them.
SHOWN = "rennbericht_shown"

#: Labels that become `doc.ents`; the contract's set.
ENTITY_LABELS = (
    "DRIVER", "TEAM", "MANUFACTURER", "CAR", "TRACK", "CORNER", "SERIES", "CLASS",
    "POSITION", "LAP", "TIME", "GAP",
)  # fmt: skip
#: Further labels of mentions that only later components read.
INTERNAL_LABELS = ("CLOCK", "LAPS", "DAYTIME", "DATE", "SESSION", "COUNT", "NUMBER")
#: labels that stand in `doc.ents` under another: a point of time, a number of laps
SHOWN_AS = {"CLOCK": "TIME", "LAPS": "LAP"}

Source = Literal["gazetteer", "ner", "cue", "rule"]


class Mention(TypedDict):
    """A name or measured expression in the text; offsets are token indices, end exclusive."""

    start: int
    end: int
    label: str
    #: gazetteer id (`driver:stefan-mucke`) or one made from the name; None where open
    id: str | None
    #: canonical full name, as far as the text and the gazetteer give it; None where open
    name: str | None
    #: ids that fit where several do (a surname of two listed people), best first
    candidates: list[str]
    #: other readings as [label, id] (`Arden`: driver, team)
    readings: list[list[str]]
    #: a surname alone, to be resolved to the person last written out in full
    surname_only: bool
    source: Source
    #: id of the pattern line that gave it, or None
    line: str | None
    #: integer for POSITION and LAP, seconds for TIME, GAP and CLOCK
    normalised: int | float | None
    #: POSITION, LAP, CLOCK, DAYTIME, DATE, ...: the attribute value, see `measures`
    value: dict[str, Any] | None
    #: of a compound (`Risi-Ferrari`, `BMW-Pilot`, `GT-Sieger`): id by label of each part, and
    #: "head": the last part's lemma where it is a common noun
    parts: dict[str, str]


def of_class(mention: Mention) -> bool:
    """Whether the noun behind a name makes it one of a class: `LMP2-Wertung`."""
    return mention["parts"].get("head", "").lower() in shipped_class("class-head")


def shown_as(mention: Mention) -> str | None:
    """The label under which a mention stands in `doc.ents`; None where it does not stand there."""
    label = mention["label"]
    head = mention["parts"].get("head")
    if head is None or label == "CORNER":
        label = SHOWN_AS.get(label, label)
    elif label in ("TEAM", "MANUFACTURER") and head.lower() in shipped_class("team-head"):
        label = "TEAM"
    elif label in ("CLASS", "SERIES") and of_class(mention):
        label = "CLASS"
    else:
        return None
    return label if label in ENTITY_LABELS else None
