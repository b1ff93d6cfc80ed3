"""Pronouns of who speaks that are reflexive: `ich habe mich gedreht`."""

from __future__ import annotations

from .tokens import Tokens

#: pronouns that are reflexive beside who speaks
OWN = {"mich": "ich", "mir": "ich", "uns": "wir"}


def acts_on_self(tokens: Tokens, start: int, i: int) -> bool:
    """Whether `ich` of the same clause does it to himself: `habe ich mich gedreht`."""
    code, lower = tokens.code, tokens.lower
    if lower[i] not in OWN or (i > start and code[i - 1] == "P"):
        return False
    for j in range(i - 1, start - 1, -1):
        if lower[j] == OWN[lower[i]]:
            return True
        # `kam ins Kiesbett und habe mich gedreht`, but not `er überholte mich`
        if code[j] in ',;:"OX' or (code[j] == "K" and j + 1 < i and code[j + 1] not in "FRB"):
            return False
    return False
