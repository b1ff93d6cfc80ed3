"""Registration of the component `rennbericht_lemmas`."""

from __future__ import annotations

from spacy.language import Language

from .component import LemmaComponent


@Language.factory(  # type: ignore[untyped-decorator]
    "rennbericht_lemmas",
    requires=["token.tag"],
    assigns=["token.lemma", "token.tag", "token.is_sent_start"],
)
def create_lemmas(nlp: Language, name: str) -> LemmaComponent:
    """Makes the component."""
    return LemmaComponent()
