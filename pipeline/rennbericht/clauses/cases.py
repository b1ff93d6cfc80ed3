"""Settling `den` before a noun with one form for singular and plural: `den Wagen`, `den Briten`."""

from __future__ import annotations

from .agreement import CASE_MASK, PLURAL, SINGULAR
from .group import Group
from .groups import Grouper
from .kinds import tells_when
from .predicate import Predicate
from .tokens import Tokens
from .words import Words

_ACCUSATIVE, _DATIVE = CASE_MASK["a"], CASE_MASK["d"]


def settle(
    tokens: Tokens,
    groups: list[Group],
    predicate: Predicate,
    subject: Group | None,
    predicative: Group | None,
    words: Words,
    grouper: Grouper,
) -> None:
    """Narrow the masks of phrases that are accusative singular or dative plural to one of both.

    The singular is far more frequent. The dative is taken where the verb wants one (`den Briten
    gelang ...`) and where the clause has its accusative already (`nahm den Briten die Führung
    ab`); a preposition with two cases is no reason for it (`an den Briten heran`).

    Args:
        tokens: the document.
        groups: the phrases of a clause; their masks change in place.
        predicate: its verb says which cases it wants.
        subject: the subject, which is no object.
        predicative: the predicative complement, which is none either.
        words: verb classes.
        grouper: tells which phrases are of a person, and which bear a name.
    """
    open_ones = [group for group in groups if _either(group.first.mask)]
    if not open_ones:
        return
    verb = predicate.verb
    wanted = words.is_a(verb, "dative-object")
    if not wanted and words.is_a(verb, "dative-subject-thing"):
        # den Briten passierte ein Fehler, but: Norris (griff an und) passierte den BMW
        if subject is None:
            wanted = not predicate.zu and open_ones[0].first.start < predicate.verb_token
        else:
            # .., der den BMW passierte
            relative = subject.first.kind == "pronoun" and open_ones[0].first.mention >= 0
            wanted = not relative and not grouper.is_named(subject.first)
    if not wanted and not words.is_a(verb, "double-accusative"):
        wanted = any(
            _is_accusative(tokens, g, grouper)
            for g in groups
            if g is not subject and g is not predicative
        )
    for group in open_ones:
        # den BMW-Piloten Sainz: who is named alone is no plural
        alone = len(group.chunks) == 1 and len(group.first.names) < 2
        single = alone and group.first.mention >= 0 and grouper.is_person(group.first)
        case = _DATIVE if wanted and group.first.prep is None and not single else _ACCUSATIVE
        for chunk in group.chunks:
            chunk.mask = chunk.mask & case or chunk.mask


def _either(mask: int) -> bool:
    """Whether a phrase is an accusative singular or a dative plural by its form."""
    return bool(mask & _ACCUSATIVE and mask & _DATIVE) and not mask & ~(
        _ACCUSATIVE & SINGULAR | _DATIVE & PLURAL
    )


def _is_accusative(tokens: Tokens, group: Group, grouper: Grouper) -> bool:
    """Whether a bare phrase beside the subject can only be a direct object, and a thing.

    `eine Runde später` is an accusative of time.
    """
    chunk = group.first
    if tells_when(tokens, chunk):
        return False
    if group.of >= 0 or chunk.prep is not None or chunk.kind not in ("np", "pronoun"):
        return False
    return (
        bool(chunk.mask & _ACCUSATIVE) and not chunk.mask & _DATIVE and not grouper.is_person(chunk)
    )
