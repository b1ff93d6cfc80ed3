"""The component `rennbericht_lemmas`: certain sentence bounds, tag repair, then our lemmas."""

from __future__ import annotations

import numpy as np
from spacy.attrs import LEMMA
from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.vocab import Vocab

from rennbericht.bounds import KEPT_FORMS

from ..batches import Batched
from ..columns import blanks_of, lemmas_of, opens_sentence, set_tags, tags_of, words_of
from .bounds import starts_after_marks, starts_after_numbers
from .lemmas import Lemmatiser
from .lexicon import lexicon
from .repair import repair

#: word, tag, the model's own lemma
Form = tuple[str, str, str]


class LemmaComponent(Batched):
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
        mended = repair(words, tags, self._lexicon, starts)
        for index, tag in mended:
            tags[index] = tag
        set_tags(doc, tags, [index for index, _ in mended])
        column = np.array(self._numbered(words, tags, lemmas_of(doc), doc.vocab), dtype="uint64")
        doc.from_array([LEMMA], column.reshape(-1, 1))
        return doc

    def _numbered(
        self, words: list[str], tags: list[str], lemmas: list[str], vocab: Vocab
    ) -> list[int]:
        """The numbers of the lemmas of forms, which are given by their parts."""
        if len(self._known) > KEPT_FORMS:
            self._known.clear()
            self._numbers.clear()
        add = vocab.strings.add
        if vocab.in_memory_zone:  # type: ignore[attr-defined]
            # what is added there will be gone
            forms = list(zip(words, tags, lemmas, strict=True))
            numbers = {form: add(self._lemma(form)) for form in set(forms)}
            return list(map(numbers.__getitem__, forms))
        if vocab.strings is not self._strings:
            self._strings, self._numbers = vocab.strings, {}
        numbers = self._numbers
        try:
            return list(map(numbers.__getitem__, zip(words, tags, lemmas, strict=True)))
        except KeyError:
            pass
        for form in zip(words, tags, lemmas, strict=True):
            if form not in numbers:
                numbers[form] = add(self._lemma(form))
        return list(map(numbers.__getitem__, zip(words, tags, lemmas, strict=True)))

    def _lemma(self, form: Form) -> str:
        lemma = self._known.get(form)
        if lemma is None:
            lemma = self._known[form] = self._lemmatiser.lemma(*form)
        return lemma
