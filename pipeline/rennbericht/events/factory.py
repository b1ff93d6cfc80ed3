"""Registration of the component `rennbericht_events`, and of `doc._.events`."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from ..contract.build import events_of
from ..patterns import patterns_dir
from .component import EventExtractor

# plain dicts stand on the document, so that it stays serialisable; records are made when asked
Doc.set_extension("events", getter=events_of, force=True)


@Language.factory(  # type: ignore[untyped-decorator]
    "rennbericht_events",
    default_config={"patterns": None},
    requires=["token.tag", "token.lemma", "token.is_sent_start", "doc.ents"],
    assigns=["doc._.events"],
)
def create_events(nlp: Language, name: str, patterns: str | None) -> EventExtractor:
    """Create the component.

    Args:
        nlp: the pipeline.
        name: the component's name.
        patterns: a patterns folder instead of the shipped one.
    """
    return EventExtractor(name, patterns_dir(Path(patterns) if patterns else None))
