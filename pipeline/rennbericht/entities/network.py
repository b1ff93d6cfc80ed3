"""The network for names as numpy computes it: a spaCy `ner`, prediction alone.

The same function as spaCy's component, laid out for a few sentences at a time: what a word is
embedded as hangs on the word only and is computed once, and where no name is open, what begins at a
token does not hang on what stands before it, so that all tokens are judged together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from ..bounds import KEPT_WORDS
from ..german.quick import Window, encoded

Floats = NDArray[np.float32]
#: first token, token behind the last, label
Span = tuple[int, int, str]
#: the tokenizer of a pipeline that is given words: none, a real one takes long to load
_NO_TOKENIZER = "rennbericht.none.v1"


@spacy.registry.tokenizers(_NO_TOKENIZER)  # type: ignore[untyped-decorator]
def no_tokenizer() -> Callable[[Language], None]:
    """Makes no tokenizer."""
    return lambda nlp: None


class Network:
    """Reads names in sentences.

    Args:
        folder: a pipeline whose one component is a `ner` over a `Tok2Vec`.
    """

    def __init__(self, folder: Path) -> None:
        bare = {"nlp.tokenizer": {"@tokenizers": _NO_TOKENIZER}}
        nlp = spacy.load(folder, exclude=["tokenizer"], config=bare)
        component: Any = nlp.get_pipe(nlp.pipe_names[0])
        model = component.model
        tok2vec = model.get_ref("tok2vec").layers[0]
        self.labels: tuple[str, ...] = component.labels
        self._vocab = nlp.vocab
        self._embed, encode = tok2vec.layers
        maxouts, norms = (
            [node for node in encode.walk() if node.name == name]
            for name in ("maxout", "layernorm")
        )
        self._layers = list(map(Window, maxouts, norms))
        self._decoder = _Decoder(model, component.moves)
        self._clear()

    def _clear(self) -> None:
        self._row: dict[str, int] = {}
        self._table: Floats = np.empty((KEPT_WORDS, self._layers[0].width), dtype="float32")

    def read(self, sentences: Sequence[Sequence[str]]) -> list[list[Span]]:
        """The names in sentences, given as their words."""
        words = [word for sentence in sentences for word in sentence]
        if not words:
            return [[] for _ in sentences]
        vectors = encoded(self._embedded(words), list(map(len, sentences)), self._layers)
        return self._decoder.read(vectors, [list(map(str.isspace, s)) for s in sentences])

    def _embedded(self, words: list[str]) -> Floats:
        row = self._row
        new = list(dict.fromkeys(word for word in words if word not in row))
        if len(row) + len(new) > KEPT_WORDS:
            self._clear()
            row, new = self._row, list(dict.fromkeys(words))
        if new:
            start, end = len(row), len(row) + len(new)
            if end > len(self._table):  # one text of more words than are kept
                self._table = np.resize(self._table, (end, self._table.shape[1]))
            with self._vocab.memory_zone():
                doc = Doc(self._vocab, words=new)
                self._table[start:end] = self._embed.predict([doc])[0]
            row.update(zip(new, range(start, end), strict=True))
        rows = list(map(row.__getitem__, words))
        found: Floats = self._table[rows]
        return found


class _Decoder:
    """From vectors to names: the transitions of spaCy's `ner`, the best one first.

    The scores of what may be done at a token hang on the token; within an open name on the name's
    first token and the token before, too.
    """

    def __init__(self, model: Any, moves: Any) -> None:
        project = model.get_ref("tok2vec").layers[-1]
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        self._inner = project.get_param("W").T.copy(), project.get_param("b")
        # feature, unit, piece, input; a piece's columns stand together
        weights = lower.get_param("W").transpose(0, 2, 1, 3)
        features, pieces, self._units, inputs = weights.shape
        self._starts = range(self._units, pieces * self._units, self._units)
        self._weights = [w.reshape(-1, inputs).T.copy() for w in weights]
        bias = lower.get_param("b").T.reshape(-1)
        pad = lower.get_param("pad").reshape(features, self._units, pieces)
        pad = pad.transpose(0, 2, 1).reshape(features, -1)
        self._bias, self._closed_bias = bias, bias + pad[1] + pad[2]
        self._upper = upper.get_param("W").T.copy(), upper.get_param("b")
        names = [moves.get_class_name(number) for number in range(moves.n_moves)]
        self._move = [(name[:1], name[2:]) for name in names]
        self._of = {move: number for number, move in enumerate(self._move)}
        kinds = np.array([kind if label or kind == "O" else "" for kind, label in self._move])
        out, unit, begin = (kinds == kind for kind in "OUB")
        #: what may be done where no name is open: anywhere, at a last word, at blanks
        self._closed = [
            np.where(allowed, np.float32(0), np.float32(-np.inf))
            for allowed in (out | unit | begin, out | unit, out)
        ]
        self._out = int(np.flatnonzero(out)[0])

    def read(self, vectors: Sequence[Floats], blank: Sequence[Sequence[bool]]) -> list[list[Span]]:
        """The names of texts.

        Args:
            vectors: one row for each token of each text.
            blank: whether a token is blanks.
        """
        weights, bias = self._inner
        tokens = np.concatenate(vectors) @ weights + bias
        best: list[int] = self._best(tokens, blank).tolist()
        found: list[list[Span]] = []
        start = 0
        for text in blank:
            end = start + len(text)
            found.append(self._names(tokens, best, start, end))
            start = end
        return found

    def _best(self, tokens: Floats, blank: Sequence[Sequence[bool]]) -> NDArray[np.intp]:
        """The best move at each token where no name is open."""
        scores = self._scores(tokens @ self._weights[0] + self._closed_bias)
        scores += self._closed[0]
        at = 0
        for text in blank:
            if True in text:
                for number, blanks in enumerate(text, at):
                    if blanks:
                        scores[number] += self._closed[2]
            at += len(text)
            if text:
                scores[at - 1] += self._closed[1]
        found: NDArray[np.intp] = scores.argmax(axis=1)
        return found

    def _scores(self, sums: Floats) -> Floats:
        weights, bias = self._upper
        width = self._units
        hidden = sums[..., :width]
        for at in self._starts:
            hidden = np.maximum(hidden, sums[..., at : at + width])
        scores: Floats = hidden @ weights + bias
        return scores

    def _names(self, tokens: Floats, best: list[int], first: int, end: int) -> list[Span]:
        """The names in a text, counted from its first token."""
        spans: list[Span] = []
        behind = first
        for start in range(first, end):
            if start < behind or best[start] == self._out:
                continue
            kind, label = self._move[best[start]]
            behind = start + 1 if kind == "U" else self._close(tokens, start, end, label)
            spans.append((start - first, behind - first, label))
        return spans

    def _close(self, tokens: Floats, start: int, end: int, label: str) -> int:
        """Where a name ends that begins at a token of a text: the token behind it."""
        inside, last = self._of["I", label], self._of["L", label]
        here, first, before = self._weights
        opened = tokens[start] @ first + self._bias
        for token in range(start + 1, end - 1):
            sums = tokens[token] @ here + opened + tokens[token - 1] @ before
            scores = self._scores(sums)
            if scores[last] > scores[inside]:
                return token + 1
        return end
