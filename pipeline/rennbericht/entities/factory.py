"""Registers the component with spaCy."""

from __future__ import annotations

from spacy.language import Language

from .component import EntityFinder


@Language.factory(  # type: ignore[untyped-decorator]
    "rennbericht_entities",
    assigns=["doc.ents", "doc.user_data", "doc.spans"],
    requires=["token.tag", "token.lemma"],
    default_config={"patterns": None, "network": True},
)
def create_entities(nlp: Language, name: str, patterns: str | None, network: bool) -> EntityFinder:
    """Make the entity component.

    Args:
        nlp: the pipeline it joins.
        name: its name there.
        patterns: a patterns folder; the shipped one when None.
        network: whether the recogniser of names is asked too.
    """
    return EntityFinder(patterns, network=network)
