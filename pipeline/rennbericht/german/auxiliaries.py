"""What stands right before an auxiliary that ends a clause: a participle, never a finite verb."""

from __future__ import annotations

from collections.abc import Sequence

from .lexicon import Lexicon

#: full verbs that govern a bare infinitive
BARE_INFINITIVE = frozenset({"bleiben", "lassen", "gehen", "sehen", "hören", "lernen"})


def mend_before_auxiliary(
    words: Sequence[str], tags: list[str], start: int, end: int, lexicon: Lexicon
) -> None:
    """`der Meier überspurtet hatte`, `einfach stehen gelassen hatte`: one verb is finite.

    Args:
        words: the forms of one or more sentences.
        tags: their tags, changed in place.
        start: the first token between two commas or stops.
        end: the token behind the last of them.
        lexicon: the full-form lexicon.
    """
    last = end - 1
    if tags[last] != "VAFIN" or last - start < 3:
        return
    at = last - 1
    if tags[at] == "VVPP" and tags[at - 1] == "VVFIN":
        governs = any(r.lemma in BARE_INFINITIVE for r in lexicon.readings(words[at]))
        if governs and "VVINF" in lexicon.tags(words[at - 1]):
            tags[at - 1] = "VVINF"
    # of weak verbs the participle may be the same form
    weak = words[at].endswith("t")
    if tags[at] == "VVFIN" and (weak or "VVPP" in lexicon.tags(words[at])):
        tags[at] = "VVPP"
