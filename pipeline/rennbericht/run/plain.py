"""Documents are made of plain text; their offsets are led back to the text as it was read."""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from rennbericht.contract.build import EVENTS
from rennbericht.sources.plain import Plain, plain_of

#: Key of `doc.user_data`: the `Plain` text that a document was made of, where it is another.
PLAIN = "rennbericht_plain"


def make_doc(nlp: Language, source: str) -> Doc:
    """A document of the plain text."""
    plain = plain_of(source)
    doc = nlp.make_doc(plain.text if plain else source)
    if plain:
        doc.user_data[PLAIN] = plain
    return doc


def restore(doc: Doc) -> None:
    """Lead the offsets of a document's events back to the text as it was read, and quote that."""
    plain: Plain | None = doc.user_data.get(PLAIN)
    if plain is not None:
        doc.user_data[EVENTS] = [_restored(draft, plain) for draft in doc.user_data[EVENTS]]


def _restored(draft: dict[str, Any], plain: Plain) -> dict[str, Any]:
    def led(part: dict[str, Any]) -> dict[str, Any]:
        start, end = plain.span(part["start"], part["end"])
        words = {"text": plain.source[start:end]} if "text" in part else {}
        return {**part, **words, "start": start, "end": end}

    return {
        **draft,
        "trigger": led(draft["trigger"]),
        "sentence": led(draft["sentence"]),
        "roles": {role: [led(one) for one in members] for role, members in draft["roles"].items()},
        **({"also": [led(one) for one in draft["also"]]} if "also" in draft else {}),
    }
