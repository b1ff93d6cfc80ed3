"""The component `rennbericht_lemmas`: certain sentence bounds, tag repair, then our lemmas."""

from __future__ import annotations

import numpy as np
from spacy.attrs import LEMMA, ORTH, SENT_START, SPACY, TAG
from spacy.language import Language
from spacy.strings import StringStore
from spacy.tokens import Doc

from .bounds import starts_after_marks, starts_after_numbers
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
        """Sets tags and lemmas of a document; works on arrays, tokens are slow to make."""
        if not len(doc):
            return doc
        strings = doc.vocab.strings
        table = doc.to_array([ORTH, TAG, LEMMA, SENT_START, SPACY])
        rows = table.tolist()
        words = [strings[row[0]] for row in rows]
        tags = [strings[row[1]] for row in rows]
        starts = {i for i, row in enumerate(rows) if row[3] == 1}
        found = set(starts_after_marks(words, [bool(row[4]) for row in rows])) - starts
        found.update(starts_after_numbers(words, tags, starts | found))
        for index in sorted(found):
            doc[index].is_sent_start = True
            starts.add(index)
        changes = repair(words, tags, self._lexicon, starts)
        for index, tag in changes:
            tags[index] = tag
            doc[index].tag_ = tag
        known = self._known
        lemmas = np.array(
            [
                strings.add(
                    known.get((row[0], tag, row[2])) or self._lemma(row, word, tag, strings)
                )
                for row, word, tag in zip(rows, words, tags, strict=True)
            ],
            dtype="uint64",
        )
        doc.from_array([LEMMA], lemmas.reshape(-1, 1))
        return doc

    def _lemma(self, row: list[int], word: str, tag: str, strings: StringStore) -> str:
        if len(self._known) > _MOST_ENTRIES:
            self._known.clear()
        given = row[2]
        lemma = self._lemmatiser.lemma(word, tag, strings[given] if given else "")
        self._known[row[0], tag, given] = lemma
        return lemma


@Language.factory(  # type: ignore[untyped-decorator]
    "rennbericht_lemmas",
    requires=["token.tag"],
    assigns=["token.lemma", "token.tag", "token.is_sent_start"],
)
def create_lemmas(nlp: Language, name: str) -> LemmaComponent:
    """Makes the component."""
    return LemmaComponent()
