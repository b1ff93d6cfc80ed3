"""Verb-final clauses with two finite verbs: `der den Toyota überholt und als Zweiter gewinnt`."""

from __future__ import annotations

from ..german.lexicon import Lexicon
from .tokens import Tokens

#: letters of what opens a verb-final clause
_OPENERS = "XS"


def first_of_two(tokens: Tokens, start: int, i: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a word taken for a participle is the first finite verb of two in the present.

    `der den Toyota überholt und als Zweiter ins Ziel kommt`, but not `der ihn überholt und
    abgehängt hat`.
    """
    code = tokens.code
    if i + 2 >= end or code[i + 1] != "K" or "VVFIN" not in lexicon.tags(tokens.lower[i]):
        return False
    before = i - 1
    while before >= start and code[before] not in _OPENERS:
        if code[before] in 'F,;:"':
            return False
        before -= 1
    if before < start:
        return False
    for j in range(i + 2, end):
        if code[j] in 'SX,;:"V':
            return False
        if code[j] == "F":
            return tokens.tags[j] == "VVFIN" and (j + 1 == end or code[j + 1] in '.,;:"K)')
    return False
