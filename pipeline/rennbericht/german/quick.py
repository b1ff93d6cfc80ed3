"""The embedding and the convolutions of the embedded model, as fast as numpy does them.

The same function as the thinc layers of `embed.py` and `spacy.MaxoutWindowEncoder.v2`, laid out for
prediction alone: what a feature adds to the mixing layer is computed once for each of its values,
and the steps of a layer are done on so few rows at a time that they stay in the processor's cache.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps

from rennbericht.bounds import KEPT_WORDS

from .brackets import left_right
from .embed import LEXICAL, LexicalTable

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]
#: rows that are worked on together: in the layers, in the mixing before them
_ROWS, _MIXED = 1024, 256
#: rows for all forms that are kept and those of one batch more
_ROOM = KEPT_WORDS + 4_096


def quicken(nlp: Language) -> None:
    """Let the `tok2vec` of an embedded model predict faster; training goes its usual way."""
    if not nlp.has_pipe("tok2vec"):
        return
    model: Any = nlp.get_pipe("tok2vec").model
    if isinstance(model.ops, NumpyOps) and any(n.name == "german_features" for n in model.walk()):
        model._func = _Forward(model._func, _Prediction(model))


@dataclass(frozen=True, slots=True)
class _Forward:
    """The forward function of the model."""

    usual: Callable[..., Any]
    predict: _Prediction

    def __call__(self, model: Any, docs: Sequence[Doc], is_train: bool) -> Any:
        """The vectors, and what takes their gradient."""
        if is_train:  # the weights will not stay what they are
            model._func = self.usual
            return self.usual(model, docs, is_train)
        return self.predict(docs), _no_gradient


def _no_gradient(_: Any) -> list[Doc]:
    return []


class Window:
    """The best of several linear pieces, normalised; a piece's columns stand together.

    Args:
        maxout: the layer of the pieces.
        norm: the layer that normalises.
    """

    def __init__(self, maxout: Model[Any, Any], norm: Model[Any, Any]) -> None:
        weights = maxout.get_param("W")
        self.width, pieces, inputs = weights.shape
        self._starts = range(0, pieces * self.width, self.width)
        self._mean: Floats = np.full(self.width, 1 / self.width, dtype="float32")
        self.weights: Floats = np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(inputs, -1))
        self.bias: Floats = np.ascontiguousarray(maxout.get_param("b").T.reshape(-1))
        self._scale, self._shift = norm.get_param("G"), norm.get_param("b")

    def best(self, sums: Floats) -> Floats:
        """The normalised maximum of sums, to which the bias is added."""
        sums += self.bias
        out: Floats = np.maximum(sums[:, : self.width], sums[:, self.width : 2 * self.width])
        for at in self._starts[2:]:
            np.maximum(out, sums[:, at : at + self.width], out=out)
        out -= (out @ self._mean)[:, None]
        spread = np.einsum("ij,ij->i", out, out) * self._mean[0] + np.float32(1e-8)
        out *= (1 / np.sqrt(spread))[:, None]
        out *= self._scale
        out += self._shift
        return out


class _Summands:
    """What features add to the sums of the mixing layer, computed once for each token's number."""

    def __init__(self, tables: Sequence[Model[Any, Any]], weights: Floats, room: int) -> None:
        self._tables, self._weights = tables, weights
        # memory that no row was written to costs nothing
        self.table: Floats = np.empty((room, weights.shape[1]), dtype="float32")
        self.clear()

    def clear(self) -> None:
        """Forget what is computed."""
        self._row: Numbers = np.full(4096, -1)
        self._count = 0

    def rows(self, numbers: Numbers, features: NDArray[np.uint64] | None = None) -> Numbers:
        """The rows of `table` for numbers.

        Args:
            numbers: one for each token.
            features: a row of hashed features for each number; the number itself where None.
        """
        while int(numbers.max()) >= len(self._row):
            self._row = np.concatenate([self._row, np.full_like(self._row, -1)])
        new = np.unique(numbers[self._row[numbers] < 0])
        if len(new):
            self._add(new, new[:, None].astype("uint64") if features is None else features[new])
        return self._row[numbers]

    def _add(self, numbers: Numbers, features: NDArray[np.uint64]) -> None:
        vectors = [
            table.predict(np.ascontiguousarray(column))
            for table, column in zip(self._tables, features.T, strict=True)
        ]
        end = self._count + len(numbers)
        while end > len(self.table):
            self.table = np.concatenate([self.table, np.empty_like(self.table)])
        self.table[self._count : end] = np.hstack(vectors) @ self._weights
        self._row[numbers] = np.arange(self._count, end)
        self._count = end


class _Prediction:
    """The vectors of documents."""

    def __init__(self, model: Model[Any, Any]) -> None:
        tables, *layers = (
            [node for node in model.walk() if node.name == name]
            for name in ("hashembed", "maxout", "layernorm")
        )
        self._mix, *self._layers = map(Window, *layers)
        weights = self._mix.weights
        start = np.cumsum([0, *(table.get_dim("nO") for table in tables)])
        self._lexical, self._left, self._right = (
            _Summands(tables[low:high], weights[start[low] : start[high]], room)
            for low, high, room in (
                (0, LEXICAL, _ROOM),
                (LEXICAL, LEXICAL + 1, _ROWS),
                (LEXICAL + 1, LEXICAL + 2, _ROWS),
            )
        )
        self._forms = LexicalTable(KEPT_WORDS)

    def __call__(self, docs: Sequence[Doc]) -> list[Floats]:
        """One array for each document, one row for each token."""
        return encoded(self._mixed(docs), [len(doc) for doc in docs], self._layers)

    def _mixed(self, docs: Sequence[Doc]) -> Floats:
        """The embeddings."""
        if self._forms.make_room():
            self._lexical.clear()
        numbers: tuple[list[int], list[int], list[int]] = ([], [], [])
        for doc in docs:
            forms, kinds = self._forms.rows(doc)
            for column, added in zip(numbers, (forms, *left_right(kinds)), strict=True):
                column += added
        found: Floats = np.empty((len(numbers[0]), self._mix.width), dtype="float32")
        if not len(found):
            return found
        forms_at, left_at, right_at = map(np.array, numbers)
        lexical = self._lexical.rows(forms_at, self._forms.table)
        sides = (
            (self._left, self._left.rows(left_at)),
            (self._right, self._right.rows(right_at)),
        )
        sums: Floats = np.empty((_MIXED, self._mix.weights.shape[1]), dtype="float32")
        beside = np.empty_like(sums)
        for low in range(0, len(found), _MIXED):
            some = slice(low, low + _MIXED)
            here = sums[: len(lexical[some])]
            np.take(self._lexical.table, lexical[some], axis=0, out=here, mode="clip")
            for part, rows in sides:
                more = beside[: len(here)]
                np.take(part.table, rows[some], axis=0, out=more, mode="clip")
                here += more
            found[some] = self._mix.best(here)
        return found


def encoded(mixed: Floats, lengths: Sequence[int], layers: Sequence[Window]) -> list[Floats]:
    """What convolutions make of embeddings, one array for each text.

    Args:
        mixed: the embeddings of all tokens, one row each.
        lengths: tokens of each text.
        layers: the convolutions, over a token and its neighbours.
    """
    pad = len(layers)
    # a row of zeros at either end, more around documents, as far as the layers look
    starts: list[int] = []
    end = pad + 1
    for length in lengths:
        starts.append(end)
        end += length + pad
    vectors: Floats = np.zeros((end + 1, mixed.shape[1]), dtype="float32")
    at = 0
    for start, length in zip(starts, lengths, strict=True):
        vectors[start : start + length] = mixed[at : at + length]
        at += length
    for layer in layers:
        vectors = _convolved(vectors, layer)
    return [vectors[at : at + length] for at, length in zip(starts, lengths, strict=True)]


def _convolved(vectors: Floats, layer: Window) -> Floats:
    """What a layer makes of the vectors and their neighbours, added to them."""
    count, width = len(vectors) - 2, layer.width
    most = min(_ROWS, count)
    window: Floats = np.empty((most, 3 * width), dtype="float32")
    sums: Floats = np.empty((most, layer.weights.shape[1]), dtype="float32")
    out = vectors.copy()
    for low in range(0, count, _ROWS):
        high = min(low + _ROWS, count)
        some, found = window[: high - low], sums[: high - low]
        for side in range(3):
            some[:, side * width : (side + 1) * width] = vectors[low + side : high + side]
        np.matmul(some, layer.weights, out=found)
        out[low + 1 : high + 1] += layer.best(found)
    return out
