"""Quotations: where direct speech begins and ends."""

from __future__ import annotations

_OPEN_LOW = "„"
#: a quotation of fewer words without a final mark is a name or a phrase (`in der "Corkscrew"`)
_FEWEST_WORDS = 4


def quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Quotations in one paragraph as character offsets, quotation marks included.

    Reads „…“, „…", “…”, "…", »…« and «…». One that is not closed runs to the paragraph's end,
    as writers leave it open when the next paragraph goes on with it; a single straight mark that
    finds no partner is nothing.
    """
    found: list[tuple[int, int]] = []
    opened, closers = -1, ""
    for position in range(start, end):
        char = text[position]
        if char not in '„“”"»«':
            continue
        if opened < 0:
            opened = position
            closers = _closers(char)
        elif char in closers:
            if _is_speech(text[opened + 1 : position]):
                found.append((opened, position + 1))
            opened = -1
    if opened >= 0 and text[opened] in "„»" and _is_speech(text[opened + 1 : end]):
        found.append((opened, end))
    return found


def _closers(char: str) -> str:
    if char == _OPEN_LOW:
        return '“”"'
    if char == "“":
        return '”“"'
    if char == "”":
        return "”“"
    if char == "»":
        return "«"
    if char == "«":
        return "»"
    return '"“”'


def _is_speech(words: str) -> bool:
    return words.rstrip().endswith((".", "!", "?", ",", "…")) or len(words.split()) >= _FEWEST_WORDS
