"""The verbal bracket as two numbers a token: what stands open to its left, what ends it right.

Works on forms alone, before any tag is known, in one pass each way.
"""

from __future__ import annotations

from .lexicon import lexicon

(OTHER, STOP, COMMA, MODAL, HAVE, BE, BECOME, FINITE, FINITE_OR_INF, PARTICIPLE, FINITE_OR_PP,
 ANY_VERB, IZU, ZU, PARTICLE, KOUS, MAYBE_KOUS, RELATIVE, INF, ADVERB, NOUN, MAYBE_FINITE, LET,
 WH) = range(24)  # fmt: skip
WORD_CLASSES = 24
_STOPS = frozenset([".", "!", "?", ":", ";"])
_BRACKETING = frozenset([MODAL, HAVE, BE, BECOME, FINITE, FINITE_OR_INF, LET, MAYBE_FINITE,
                         FINITE_OR_PP])  # fmt: skip
_VERBAL = _BRACKETING | {PARTICIPLE, ANY_VERB, IZU, INF}
_AUXILIARIES = {"haben": HAVE, "sein": BE, "werden": BECOME}


def word_class(form: str) -> int:
    """What a form can be in the verbal bracket, by the lexicon alone."""
    if form in _STOPS:
        return STOP
    if form == ",":
        return COMMA
    if form == "zu":
        return ZU
    if not form[:1].isalpha():
        return OTHER
    known = lexicon()
    low = form.lower()
    readings = known.readings(low if form[1:].islower() else form)
    tags = {r.tag for r in readings}
    if form[:1].isupper() and "NN" in known.tags(form):
        return NOUN
    return _by_tags(tags, {r.lemma for r in readings if r.tag[:1] == "V"})


def _by_tags(tags: set[str], lemmas: set[str]) -> int:
    if "VMFIN" in tags:
        return MODAL
    if "VAFIN" in tags:
        return next((_AUXILIARIES[x] for x in sorted(lemmas) if x in _AUXILIARIES), BE)
    if "PRELS" in tags:
        return RELATIVE
    if "KOUS" in tags:
        return KOUS if tags <= {"KOUS", "KON"} else MAYBE_KOUS
    if tags & {"PWAV", "PWS", "PWAT"}:
        return WH
    if "PTKVZ" in tags:
        return PARTICLE
    if "lassen" in lemmas:
        return LET
    finite, infinitive, participle = "VVFIN" in tags, "VVINF" in tags, "VVPP" in tags
    if tags & {"VAINF", "VMINF"}:
        return INF
    if "VAPP" in tags:
        return PARTICIPLE
    if "VVIZU" in tags:
        return IZU
    if participle:
        return ANY_VERB if infinitive else FINITE_OR_PP if finite else PARTICIPLE
    if infinitive:
        return FINITE_OR_INF if finite else INF
    if finite:
        return MAYBE_FINITE if tags & {"ADJA", "ADJD", "NN", "ADV", "APPR"} else FINITE
    return ADVERB if tags & {"ADV", "ADJD", "PROAV"} else OTHER


def left_right(kinds: list[int]) -> tuple[list[int], list[int]]:
    """Codes of the left and the right context of each token.

    Args:
        kinds: the tokens' word classes.

    Returns:
        For each token the open bracket of its chunk, of the chunks before and the introducer of
        its chunk; and the last and the next verbal class of the chunk with the distance to its
        end. A chunk ends at a comma or a stop.
    """
    left = [0] * len(kinds)
    here = before = intro = 0
    for i, kind in enumerate(kinds):
        left[i] = (here * 32 + before) * 32 + intro
        if kind in _BRACKETING:
            if here == 0 or kind in (MODAL, HAVE, BE, BECOME):
                here = kind
        elif kind == COMMA:
            before = here or before
            here, intro = 0, COMMA
        elif kind == STOP:
            here = before = intro = 0
        elif kind in (KOUS, MAYBE_KOUS, RELATIVE, WH) and (
            kind == KOUS or intro == COMMA or (i and kinds[i - 1] == COMMA)
        ):
            intro = kind
        elif intro == COMMA:
            intro = OTHER + 31
    return left, _right(kinds)


def _right(kinds: list[int]) -> list[int]:
    right = [0] * len(kinds)
    last = following = distance = 0
    fresh = True
    for i in range(len(kinds) - 1, -1, -1):
        kind = kinds[i]
        if kind in (COMMA, STOP):
            last = following = distance = 0
            fresh = True
            right[i] = 1
            continue
        right[i] = (last * 32 + following) * 4 + min(distance, 3)
        if fresh:
            last = kind
            fresh = False
        if kind in _VERBAL:
            following = kind
        distance += 1
    return right
