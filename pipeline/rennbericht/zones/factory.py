"""Registration of the component `rennbericht_zones`."""

from __future__ import annotations

from spacy.language import Language

from .component import ZoneMarker


@Language.factory(  # type: ignore[untyped-decorator]
    "rennbericht_zones",
    default_config={"patterns": None},
    assigns=["token.is_sent_start"],
)
def create_zones(nlp: Language, name: str, patterns: str | None) -> ZoneMarker:
    """Make the component; `patterns` is the patterns folder, None for the shipped one."""
    return ZoneMarker(patterns)
