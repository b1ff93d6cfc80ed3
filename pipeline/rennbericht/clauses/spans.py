"""Which tokens belong to which clause."""

from __future__ import annotations

from .draft import Draft
from .model import Clause
from .tokens import Tokens


def write_spans(
    tokens: Tokens, drafts: list[Draft], clauses: list[Clause], start: int, end: int
) -> None:
    """Fill `spans`: each token goes to the clause of the item it follows, commas to none.

    Args:
        tokens: the document.
        drafts: how the clauses of a sentence were cut.
        clauses: the same in the form of the model.
        start: the first token of the sentence.
        end: behind its last token.
    """
    if not drafts:
        return
    owner = [-1] * (end - start)
    for number, draft in enumerate(drafts):
        for _letter, token, _chunk in draft.items:
            if start <= token < end:
                owner[token - start] = number
    current = next((one for one in owner if one >= 0), 0)
    spans: list[list[tuple[int, int]]] = [[] for _ in drafts]
    begin = start
    for token in range(start, end):
        following = owner[token - start]
        if following >= 0 and following != current:
            _close(tokens, spans[current], begin, token)
            begin, current = token, following
    _close(tokens, spans[current], begin, end)
    for clause, own in zip(clauses, spans, strict=True):
        clause["spans"] = own


def _close(tokens: Tokens, spans: list[tuple[int, int]], begin: int, end: int) -> None:
    while end > begin and tokens.code[end - 1] in ',;:-"_.()K':
        end -= 1
    if end > begin:
        spans.append((begin, end))
