"""The component `rennbericht_clauses`: clauses, phrases and links of a tagged document."""

from __future__ import annotations

from pathlib import Path

from spacy.tokens import Doc

from ..batches import Batched
from ..columns import sentences_of
from ..german.lexicon import lexicon
from .agreement import Agreement
from .attributes import AttributeReader
from .build import Builder
from .chunks import Chunker
from .cut import Cutter
from .draft import Draft
from .fragments import split_fragment
from .gap_shared import share_end
from .gaps import split_gaps
from .model import CLAUSES, Clause
from .repair import mend
from .runs import speech_links, split_runs
from .spans import write_spans
from .tokens import Tokens
from .words import load_words

_LONGEST = 250


class ClauseFinder(Batched):
    """Finds the clauses of a document and writes them to `doc.user_data`.

    Args:
        patterns: a patterns directory in place of the shipped one.

    Raises:
        PatternError: its word lists are missing or not valid.
    """

    def __init__(self, patterns: Path | None = None) -> None:
        self._words = load_words(patterns)
        self._lexicon = lexicon()
        self._agreement = Agreement(self._words)
        self._chunker = Chunker(self._words, self._agreement)
        self._cutter = Cutter(self._words)
        self._builder = Builder(self._words, self._chunker)
        self._attributes = AttributeReader(self._words, self._lexicon, self._chunker)

    def __call__(self, doc: Doc) -> Doc:
        """Analyse the document; its tags, lemmas, sentences and mentions are read."""
        tokens = Tokens(doc, self._words)
        pieces = _pieces(tokens, sentences_of(doc))
        bounds = [(start, end) for _number, start, end in pieces]
        mend(tokens, bounds, self._words, self._lexicon, self._agreement)
        clauses: list[Clause] = []
        for number, start, end in pieces:
            drafts = self._drafts(tokens, start, end)
            found = self._builder.build(tokens, drafts, number, len(clauses))
            write_spans(tokens, drafts, found, start, end)
            clauses.extend(found)
            clauses.extend(self._attributes.read(tokens, found, len(clauses)))
        doc.user_data[CLAUSES] = clauses
        return doc

    def _drafts(self, tokens: Tokens, start: int, end: int) -> list[Draft]:
        items = self._chunker.items(tokens, start, end)
        runs = split_runs(tokens, items, self._chunker)
        drafts: list[Draft] = []
        for run in runs:
            cut = self._cutter.cut(tokens, run.items, run.quote)
            for draft in cut:
                drafts.append(draft)
                gaps = split_gaps(tokens, draft, cut)
                share_end(tokens, draft, gaps)
                drafts.extend(gaps)
                drafts.extend(split_fragment(tokens, draft))
            run.drafts = cut
        _by_begin(drafts)
        speech_links(tokens, runs, self._words)
        return drafts


def _by_begin(drafts: list[Draft]) -> None:
    drafts.sort(key=lambda draft: next((i[1] for i in draft.items if i[1] >= 0), 0))


def _pieces(tokens: Tokens, sentences: list[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Sentence number, start, end.

    A sentence is cut again at a final mark inside it, and where it is longer than any sentence
    is (a list, a table), so that the work stays linear.
    """
    code, words = tokens.code, tokens.words
    pieces: list[tuple[int, int, int]] = []
    for number, (start, end) in enumerate(sentences):
        begin = start
        for i in range(start + 1, end - 2):
            if code[i] not in ".,_":
                continue
            final = words[i] in (".", "!", "?") and words[i + 1][:1].isupper()
            if final or i - begin > _LONGEST:
                pieces.append((number, begin, i + 1))
                begin = i + 1
        pieces.append((number, begin, end))
    return pieces
