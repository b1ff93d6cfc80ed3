"""The component `rennbericht_lemmas`: tag repair, then our lemmas."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from .lemmas import Lemmatiser
from .lexicon import lexicon
from .repair import repair

_MOST_ENTRIES = 300_000


class LemmaComponent:
    """Repairs tags by the bracket structure and sets `token.lemma_` by lexicon and tag."""

    def __init__(self) -> None:
        self._lexicon = lexicon()
        self._lemmatiser = Lemmatiser(self._lexicon)
        self._known: dict[tuple[int, str, int], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Sets tags and lemmas of a document."""
        words = [t.text for t in doc]
        tags = [t.tag_ for t in doc]
        known = self._known
        if len(known) > _MOST_ENTRIES:
            known.clear()
        for index, tag in repair(words, tags, self._lexicon):
            tags[index] = tag
            doc[index].tag_ = tag
        for token, tag in zip(doc, tags, strict=True):
            key = (token.orth, tag, token.lemma)
            lemma = known.get(key)
            if lemma is None:
                lemma = self._lemmatiser.lemma(token.text, tag, token.lemma_)
                known[key] = lemma
            token.lemma_ = lemma
        return doc


@Language.factory(  # type: ignore[untyped-decorator]
    "rennbericht_lemmas", requires=["token.tag"], assigns=["token.lemma", "token.tag"]
)
def create_lemmas(nlp: Language, name: str) -> LemmaComponent:
    """Makes the component."""
    return LemmaComponent()
