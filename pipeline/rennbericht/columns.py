"""The tokens of a Doc as plain lists: tokens as objects are slow to make, and every part needs all.

Strings are kept by their hash, so that equal words are one object in all documents.
"""

from __future__ import annotations

from spacy.attrs import IDX, LEMMA, ORTH, SENT_START, SPACY, TAG
from spacy.tokens import Doc

_KEPT = 200_000
_strings: dict[int, str] = {}


def _column(doc: Doc, attribute: int) -> list[str]:
    hashes: list[int] = doc.to_array(attribute).tolist()
    known = _strings
    try:
        return [known[one] for one in hashes]
    except KeyError:
        pass
    if len(known) > _KEPT:
        known.clear()
    strings = doc.vocab.strings
    for one in set(hashes) - known.keys():
        known[one] = strings[one] if one else ""
    return [known[one] for one in hashes]


def words_of(doc: Doc) -> list[str]:
    """The words as written."""
    return _column(doc, ORTH)


def text_of(doc: Doc) -> str:
    """The text; `Doc.text` makes every token for it."""
    blanks = doc.to_array(SPACY).tolist()
    words = words_of(doc)
    return "".join([w + " " if b else w for w, b in zip(words, blanks, strict=True)])


def tags_of(doc: Doc) -> list[str]:
    """The STTS tags, empty where there is none."""
    return _column(doc, TAG)


def lemmas_of(doc: Doc) -> list[str]:
    """The lemmas, empty where there is none."""
    return _column(doc, LEMMA)


def offsets_of(doc: Doc) -> list[int]:
    """The character at which each token begins."""
    found: list[int] = doc.to_array(IDX).tolist()
    return found


def opens_sentence(doc: Doc) -> list[bool]:
    """Whether a sentence begins with a token, as far as that is said."""
    return [one == 1 for one in doc.to_array(SENT_START).tolist()]


def sentences_of(doc: Doc) -> list[tuple[int, int]]:
    """Token bounds of the sentences; the whole document where none are set."""
    starts = [index for index, opens in enumerate(opens_sentence(doc)) if opens]
    if not starts or starts[0] != 0:
        starts.insert(0, 0)
    return list(zip(starts, [*starts[1:], len(doc)], strict=True))
