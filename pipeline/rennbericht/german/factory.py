"""The component `rennbericht_lemmas`: certain sentence bounds, tag repair, then our lemmas."""

from __future__ import annotations

import numpy as np
from spacy.attrs import LEMMA
from spacy.language import Language
from spacy.tokens import Doc

from rennbericht.bounds import KEPT_FORMS

from ..columns import blanks_of, lemmas_of, opens_sentence, tags_of, words_of
from .bounds import starts_after_marks, starts_after_numbers
from .lemmas import Lemmatiser
from .lexicon import lexicon
from .repair import repair


class LemmaComponent:
    """Repairs tags by the bracket structure and sets `token.lemma_` by lexicon and tag."""

    def __init__(self) -> None:
        self._lexicon = lexicon()
        self._lemmatiser = Lemmatiser(self._lexicon)
        #: form, tag, the model's own lemma -> lemma
        self._known: dict[tuple[str, str, str], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Sets tags and lemmas of a document; works on arrays, tokens are slow to make."""
        if not len(doc):
            return doc
        words, tags = words_of(doc), tags_of(doc)
        starts = {i for i, opens in enumerate(opens_sentence(doc)) if opens}
        found = set(starts_after_marks(words, blanks_of(doc))) - starts
        found.update(starts_after_numbers(words, tags, starts | found))
        for index in sorted(found):
            doc[index].is_sent_start = True
            starts.add(index)
        for index, tag in repair(words, tags, self._lexicon, starts):
            tags[index] = tag
            doc[index].tag_ = tag
        forms = list(zip(words, tags, lemmas_of(doc), strict=True))
        if len(self._known) > KEPT_FORMS:
            self._known.clear()
        known, add = self._known, doc.vocab.strings.add
        lemmas = {form: add(known.get(form) or self._lemma(*form)) for form in set(forms)}
        column = np.array(list(map(lemmas.__getitem__, forms)), dtype="uint64")
        doc.from_array([LEMMA], column.reshape(-1, 1))
        return doc

    def _lemma(self, word: str, tag: str, given: str) -> str:
        lemma = self._known[word, tag, given] = self._lemmatiser.lemma(word, tag, given)
        return lemma


@Language.factory(  # type: ignore[untyped-decorator]
    "rennbericht_lemmas",
    requires=["token.tag"],
    assigns=["token.lemma", "token.tag", "token.is_sent_start"],
)
def create_lemmas(nlp: Language, name: str) -> LemmaComponent:
    """Makes the component."""
    return LemmaComponent()
