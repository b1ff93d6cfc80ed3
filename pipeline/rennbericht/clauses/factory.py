"""Registration of the component `rennbericht_clauses`."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language

from .component import ClauseFinder


@Language.factory(  # type: ignore[untyped-decorator]
    "rennbericht_clauses",
    default_config={"patterns": None},
    requires=["token.tag", "token.lemma", "token.is_sent_start"],
    assigns=["doc.user_data"],
)
def create_clauses(nlp: Language, name: str, patterns: str | None) -> ClauseFinder:
    """Make the clause component.

    Args:
        nlp: the pipeline it joins.
        name: name of the component in that pipeline.
        patterns: a patterns directory in place of the shipped one.
    """
    return ClauseFinder(Path(patterns) if patterns else None)
