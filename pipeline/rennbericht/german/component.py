"""The component `rennbericht_lemmas`: certain sentence bounds, tag repair, then our lemmas."""

from __future__ import annotations

import numpy as np
from spacy.attrs import LEMMA
from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.vocab import Vocab

from rennbericht.bounds import KEPT_FORMS

from ..columns import blanks_of, lemmas_of, opens_sentence, tags_of, words_of
from .bounds import starts_after_marks, starts_after_numbers
from .lemmas import Lemmatiser
from .lexicon import lexicon
from .repair import repair

#: word, tag, the model's own lemma
Form = tuple[str, str, str]


class LemmaComponent:
    """Repairs tags by the bracket structure and sets `token.lemma_` by lexicon and tag."""

    def __init__(self) -> None:
        self._lexicon = lexicon()
        self._lemmatiser = Lemmatiser(self._lexicon)
        self._known: dict[Form, str] = {}
        #: the same -> the lemma's number in these strings
        self._numbers: dict[Form, int] = {}
        self._strings: StringStore | None = None

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
        numbers = self._numbered(forms, doc.vocab)
        column = np.array(list(map(numbers.__getitem__, forms)), dtype="uint64")
        doc.from_array([LEMMA], column.reshape(-1, 1))
        return doc

    def _numbered(self, forms: list[Form], vocab: Vocab) -> dict[Form, int]:
        """The numbers of the lemmas of forms, and maybe of others."""
        if len(self._known) > KEPT_FORMS:
            self._known.clear()
            self._numbers.clear()
        add = vocab.strings.add
        if vocab.in_memory_zone:  # type: ignore[attr-defined]
            # what is added there will be gone
            return {form: add(self._lemma(form)) for form in set(forms)}
        if vocab.strings is not self._strings:
            self._strings, self._numbers = vocab.strings, {}
        numbers = self._numbers
        for form in forms:
            if form not in numbers:
                numbers[form] = add(self._lemma(form))
        return numbers

    def _lemma(self, form: Form) -> str:
        lemma = self._known.get(form)
        if lemma is None:
            lemma = self._known[form] = self._lemmatiser.lemma(*form)
        return lemma
