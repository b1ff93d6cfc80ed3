"""What the zones component writes: plain dicts in `doc.user_data`, and how to look them up."""

from __future__ import annotations

from typing import Literal, TypedDict

from spacy.tokens import Doc

#: Key in `doc.user_data` under which the list of zones stands, ordered by (start, -end).
ZONES = "rennbericht_zones"
#: Key in `doc.user_data` by which a reader says which string the Doc is: `text`, `title`, `lead`.
FIELD = "rennbericht_field"

Kind = Literal[
    "title", "lead", "heading", "body", "caption", "credit", "byline", "quotation",
    "link_list", "result_table", "list_item", "ticker",
]  # fmt: skip

#: zones that give no events
SILENT: frozenset[str] = frozenset({"caption", "credit", "byline", "link_list", "result_table"})


class Zone(TypedDict):
    """A stretch of tokens of one kind; end exclusive.

    Every token is in exactly one zone, quotations aside, which lie over the others.
    """

    kind: Kind
    start: int
    end: int


def zone_kinds(doc: Doc) -> list[Kind]:
    """The kind of zone of each token, quotations aside; `body` where nothing was marked."""
    kinds: list[Kind] = ["body"] * len(doc)
    for zone in doc.user_data.get(ZONES, []):
        if zone["kind"] != "quotation":
            for token in range(zone["start"], zone["end"]):
                kinds[token] = zone["kind"]
    return kinds
