"""Input features of the embedded tagger: the form, its ambiguity class, its verbal brackets.

A small network trained on little text cannot learn which tags a form may have, nor see a modal
ten words back. Both are looked up: the lexicon's set of possible tags of each form, and a summary
of the verb forms left and right of it in its sentence (the left bracket, the end of the chunk).
Lexical features are computed once per form and kept.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
from spacy import registry
from spacy.attrs import ORTH
from spacy.tokens import Doc
from thinc.api import (
    HashEmbed,
    Maxout,
    Model,
    chain,
    concatenate,
    list2ragged,
    ragged2list,
    with_array,
)
from thinc.types import Floats2d

from rennbericht.bounds import KEPT_WORDS

from .brackets import WORD_CLASSES, left_right, word_class
from .lexicon import lexicon

#: columns of the lexical table: word class, then the hashed features in the order of `_columns`
LEXICAL = 6


def _shape(form: str) -> str:
    """Shape of a form: case, digits and inner marks, runs of one kind told once."""
    kinds: list[str] = []
    for char in form[:24]:
        kind = "X" if char.isupper() else "x" if char.isalpha() else "d" if char.isdigit() else char
        if not kinds or kinds[-1] != kind:
            kinds.append(kind)
    return "".join(kinds) + ("1" if len(form) == 1 else "")


def _columns(form: str) -> tuple[str, ...]:
    low = form.lower()
    known = lexicon()
    possible = " ".join(sorted(known.tags(form)))
    if form[:1].isupper():
        possible += "|" + " ".join(sorted({r.tag for r in known.readings(low)}))
    return low, low[-3:], low[-5:], low[:3], _shape(form), possible


class LexicalTable:
    """Feature rows of all forms met so far, looked up by the hash of the form.

    Args:
        most: forms that are kept; beyond that the table begins anew.
    """

    def __init__(self, most: int = KEPT_WORDS) -> None:
        self._most = most
        self.clear()

    def clear(self) -> None:
        """Forgets all forms."""
        self._row: dict[int, int] = {}
        self._kind: list[int] = []
        self.table = np.zeros((4096, LEXICAL), dtype="uint64")

    def make_room(self) -> bool:
        """Forgets all forms where there are too many; whether it did."""
        full = len(self._kind) > self._most
        if full:
            self.clear()
        return full

    def rows(self, doc: Doc) -> tuple[list[int], list[int]]:
        """Row numbers and word classes of a document's tokens."""
        orths = doc.to_array(ORTH).tolist()
        row = self._row
        try:
            rows = list(map(row.__getitem__, orths))
        except KeyError:
            for orth in set(orths) - row.keys():
                self._add(orth, doc.vocab.strings)
            rows = list(map(row.__getitem__, orths))
        return rows, list(map(self._kind.__getitem__, rows))

    def _add(self, orth: int, strings: Any) -> None:
        form = strings[orth]
        number = len(self._kind)
        if number == len(self.table):
            self.table = np.concatenate([self.table, np.zeros_like(self.table)])
        self.table[number] = [_hash(f"{i}{c}") for i, c in enumerate(_columns(form))]
        self._kind.append(word_class(form))
        self._row[orth] = number

    def features(self, doc: Doc) -> Any:
        """The array of hashed features of a document, one row a token."""
        self.make_room()
        rows, kinds = self.rows(doc)
        out = np.empty((len(rows), LEXICAL + 2), dtype="uint64")
        out[:, :LEXICAL] = self.table[rows]
        left, right = left_right(kinds)
        out[:, LEXICAL] = left
        out[:, LEXICAL + 1] = right
        return out


@lru_cache(maxsize=KEPT_WORDS)
def _hash(text: str) -> int:
    """A stable 64-bit hash (FNV-1a); Python's own differs from run to run."""
    value = 0xCBF29CE484222325
    for byte in text.encode("utf-8"):
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value


_TABLE = LexicalTable()


def extract() -> Model[list[Doc], list[Any]]:
    """Layer from documents to arrays of hashed features."""
    return Model("german_features", _forward)


def _forward(
    model: Model[list[Doc], list[Any]], docs: list[Doc], is_train: bool
) -> tuple[list[Any], Callable[[list[Any]], list[Doc]]]:
    arrays = [model.ops.asarray(_TABLE.features(doc)) for doc in docs]
    return arrays, lambda _: []


@registry.architectures("rennbericht.GermanEmbed.v1")  # type: ignore[untyped-decorator]
def german_embed(
    width: int, widths: list[int], rows: list[int]
) -> Model[list[Doc], list[Floats2d]]:
    """Embeds form, affixes, shape, ambiguity class and brackets, mixed to one vector a token.

    Args:
        width: size of the output vectors.
        widths: size of each feature's vector: form, suffixes of three and five letters, prefix,
            shape, ambiguity class, left bracket, right bracket.
        rows: size of each feature's table, in the same order.

    Raises:
        ValueError: as many sizes as features are needed.
    """
    if len(widths) != LEXICAL + 2 or len(rows) != len(widths):
        raise ValueError(f"{LEXICAL + 2} features, {len(widths)} widths, {len(rows)} tables")
    tables = [
        HashEmbed(nO=size, nV=count, column=i, seed=7 + i, dropout=0.0)
        for i, (size, count) in enumerate(zip(widths, rows, strict=True))
    ]
    mix = Maxout(nO=width, nI=sum(widths), nP=3, normalize=True, dropout=0.0)
    layer: Model[list[Doc], list[Floats2d]] = chain(
        extract(), list2ragged(), with_array(chain(concatenate(*tables), mix)), ragged2list()
    )
    return layer


assert WORD_CLASSES < 32
