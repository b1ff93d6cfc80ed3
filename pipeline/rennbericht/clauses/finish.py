"""What is settled of clause drafts when a run of items has been cut."""

from __future__ import annotations

from ..german.lexicon import Lexicon
from .draft import Draft
from .tokens import Tokens


def finish(tokens: Tokens, drafts: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """Give every clause its kind, and every loose one its matrix; empty ones are dropped."""
    for draft in drafts:
        if draft.finite < 0 and draft.verbs and draft.matrix is None:
            _promote(tokens, draft, drafts, lexicon)
    mains = [d for d in drafts if d.kind == "main"]
    for draft in drafts:
        if draft.kind in ("main", "fragment"):
            if draft.finite < 0:
                draft.kind = "participle" if draft.verbs else "fragment"
        elif draft.matrix is None and mains and draft.before is None:
            draft.matrix = mains[0]
    return [d for d in drafts if d.items]


def _promote(tokens: Tokens, draft: Draft, drafts: list[Draft], lexicon: Lexicon) -> None:
    """A main clause with others hanging on it has a finite verb, whatever its tag."""
    last = draft.verbs[-1]
    if draft.kind not in ("main", "participle") or draft.items[-1][1] != last:
        return
    hung_on = any(d.matrix is draft for d in drafts)
    if hung_on and "VVFIN" in lexicon.tags(tokens.lower[last]):
        draft.verbs.pop()
        draft.finite, draft.kind, draft.final = last, "main", False
        draft.items[-1] = ("F", last, None)
