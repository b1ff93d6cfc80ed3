"""The tokens of a Doc as plain lists: tokens as objects are slow to make, and every part needs all.

Strings are kept by their hash, so that equal words are one object in all documents. What no
component changes is read once: words and offsets stay with the document until its last component.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import (
    ENT_ID,
    ENT_IOB,
    ENT_KB_ID,
    ENT_TYPE,
    IDX,
    LEMMA,
    ORTH,
    SENT_START,
    SPACY,
    TAG,
)
from spacy.tokens import Doc, Span

from rennbericht.bounds import KEPT_FORMS

_strings: dict[int, str] = {}
#: the same strings -> in lower case
_lowered: dict[str, str] = {}
#: key of `doc.user_hooks`, which no serialised document holds
_HELD = "rennbericht_columns"
#: first token, token behind the last, label, id
Marked = tuple[int, int, str, str]
#: `Doc.c.ent_iob`: within, outside and at the beginning of an entity
_IN, _OUT, _BEGIN = 1, 2, 3


class _Held:
    """Words, words in lower case, offsets and text of a document."""

    __slots__ = ("blank", "columns", "lower", "starts", "text", "words")

    def __init__(self, doc: Doc) -> None:
        #: attribute -> its column when last asked for, and the strings of that
        self.columns: dict[int, tuple[bytes, list[str]]] = {}
        self.words = _strings_of(doc, doc.to_array(ORTH))
        self.lower = _lower_of(self.words)
        self.blank = [index for index, word in enumerate(self.words) if word.isspace()]
        self.starts: list[int] = doc.to_array(IDX).tolist()
        blanks = zip(self.words, blanks_of(doc), strict=True)
        self.text = "".join([word + " " if blank else word for word, blank in blanks])


def _held(doc: Doc) -> _Held:
    held: _Held | None = doc.user_hooks.get(_HELD)
    if held is None or len(held.words) != len(doc):  # a token may have been split
        held = doc.user_hooks[_HELD] = _Held(doc)
    return held


def release(doc: Doc) -> None:
    """Forget what is kept with a document."""
    doc.user_hooks.pop(_HELD, None)


def _column(doc: Doc, attribute: int) -> list[str]:
    """The strings of an attribute; those given before, as long as no component has changed it."""
    kept = _held(doc).columns
    column = doc.to_array(attribute)
    hashes = column.tobytes()
    given = kept.get(attribute)
    if given is None or given[0] != hashes:
        given = kept[attribute] = hashes, _strings_of(doc, column)
    return given[1].copy()


def _lower_of(words: list[str]) -> list[str]:
    try:
        return list(map(_lowered.__getitem__, words))
    except KeyError:
        pass
    if len(_lowered) > KEPT_FORMS:
        _lowered.clear()
    for word in words:
        if word not in _lowered:
            _lowered[word] = word.lower()
    return list(map(_lowered.__getitem__, words))


def _strings_of(doc: Doc, column: NDArray[np.uint64]) -> list[str]:
    if not column.any():
        # a model that gives no lemmas
        return [""] * len(column)
    hashes: list[int] = column.tolist()
    known = _strings
    try:
        return list(map(known.__getitem__, hashes))
    except KeyError:
        pass
    if len(known) > KEPT_FORMS:
        known.clear()
    strings = doc.vocab.strings
    for one in set(hashes) - known.keys():
        known[one] = strings[one] if one else ""
    return list(map(known.__getitem__, hashes))


def words_of(doc: Doc) -> list[str]:
    """The words as written."""
    return _held(doc).words


def lower_of(doc: Doc) -> list[str]:
    """The words in lower case."""
    return _held(doc).lower


def offsets_of(doc: Doc) -> list[int]:
    """The character at which each token begins."""
    return _held(doc).starts


def text_of(doc: Doc) -> str:
    """The text; `Doc.text` makes every token for it."""
    return _held(doc).text


def blank_words_of(doc: Doc) -> list[int]:
    """The tokens that are nothing but white space."""
    return _held(doc).blank


def blanks_of(doc: Doc) -> list[int]:
    """1 for each token with a blank behind it, else 0."""
    found: list[int] = doc.to_array(SPACY).tolist()
    return found


def tags_of(doc: Doc) -> list[str]:
    """The STTS tags, empty where there is none."""
    return _column(doc, TAG)


def set_tags(doc: Doc, tags: list[str], changed: Iterable[int]) -> None:
    """Give tokens other tags.

    Args:
        doc: the document.
        tags: the tags of all its tokens.
        changed: those that have another one.
    """
    for index in changed:
        doc[index].tag_ = tags[index]
    _held(doc).columns[TAG] = doc.to_array(TAG).tobytes(), tags


def lemmas_of(doc: Doc) -> list[str]:
    """The lemmas, empty where there is none."""
    return _column(doc, LEMMA)


def opens_sentence(doc: Doc) -> list[bool]:
    """Whether a sentence begins with a token, as far as that is said."""
    found: list[bool] = (doc.to_array(SENT_START) == 1).tolist()
    return found


def sentences_of(doc: Doc) -> list[tuple[int, int]]:
    """Token bounds of the sentences; the whole document where none are set."""
    starts = [index for index, opens in enumerate(opens_sentence(doc)) if opens]
    if not starts or starts[0] != 0:
        starts.insert(0, 0)
    return list(zip(starts, [*starts[1:], len(doc)], strict=True))


def set_entities(doc: Doc, entities: list[Marked]) -> None:
    """Make these, of which none overlaps another, the entities of a document."""
    add = doc.vocab.strings.add
    table = np.zeros((4, len(doc)), dtype="uint64")
    table[0] = _OUT
    for start, end, label, name in entities:
        table[0, start:end] = _IN
        table[0, start] = _BEGIN
        table[1, start:end] = add(label)
        if name:
            table[2, start:end] = add(name)
    doc.from_array([ENT_IOB, ENT_TYPE, ENT_ID, ENT_KB_ID], table.T)


def set_spans(doc: Doc, group: str, spans: list[Marked]) -> None:
    """Write a group of spans."""
    doc.spans[group] = [
        Span(doc, start, end, label=label, span_id=name) for start, end, label, name in spans
    ]
